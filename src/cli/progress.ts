import cliProgress from 'cli-progress';

/** Shows how much was read. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

const MEGABYTE = 1e6;
const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on stderr when that is a terminal; nothing when it is piped or `quiet`. */
export function progressBar(quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return SILENT;
  const format = 'reading {bar} {percentage} % of {total} MB';
  const bar = new cliProgress.SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
  let started = false;
  return {
    update(done, total) {
      const megabytes = Math.round(done / MEGABYTE);
      if (!started) bar.start(Math.max(1, Math.round(total / MEGABYTE)), megabytes);
      else bar.update(megabytes);
      started = true;
    },
    stop: () => bar.stop(),
  };
}
