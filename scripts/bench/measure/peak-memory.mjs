/**
 * Loaded into a measured process with `--import`: writes the process's peak resident memory in KiB at exit to the file named by
 * RUNLEDGER_BENCH_PEAK.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * On Linux from /proc: `maxRSS` starts at what the parent held when it forked (measured: 590 MB in an empty child of a 629 MB parent).
 */
function peakKib() {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

const path = process.env.RUNLEDGER_BENCH_PEAK;
if (isMainThread && path !== undefined) process.on('exit', () => writeFileSync(path, String(peakKib())));
