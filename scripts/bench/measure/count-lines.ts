import { spawnSync } from 'node:child_process';

/**
 * Seconds that `wc -l` takes over a file: what reading it costs at the very least.
 *
 * @throws Error when it does not count `lines`
 */
export function countLines(path: string, lines: number): number {
  const began = performance.now();
  const { stdout } = spawnSync('wc', ['-l', path], { encoding: 'utf8' });
  const seconds = (performance.now() - began) / 1000;
  if (Number.parseInt(stdout, 10) !== lines) throw new Error(`wc -l ${path} says "${stdout.trim()}", not ${lines}`);
  return seconds;
}
