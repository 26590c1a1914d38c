import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a process took and printed. */
export interface ProcessRun {
  /** From before its start until after its end. */
  readonly seconds: number;
  /** Peak resident memory, MB of 10⁶ bytes. */
  readonly peakMb: number;
  readonly stdout: string;
}

const PEAK_MEMORY = fileURLToPath(new URL('./peak-memory.mjs', import.meta.url));

/**
 * Runs a program under this Node, in UTC, and measures it.
 *
 * @param argv options of Node, the program and its arguments
 * @param folder an existing folder to run in and to leave the peak in
 * @throws Error with the last line that it printed when it fails
 */
export function runProcess(argv: readonly string[], folder: string): ProcessRun {
  const peakPath = join(folder, 'peak-kib.txt');
  const began = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['--import', PEAK_MEMORY, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', RUNLEDGER_BENCH_PEAK: peakPath },
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) {
    const reason = stderr.trim().split('\n').at(-1);
    throw new Error(`exit ${status ?? signal} of "node ${argv.join(' ')}": ${reason}`);
  }
  return { seconds, peakMb: (Number(readFileSync(peakPath, 'utf8')) * 1024) / 1e6, stdout };
}
