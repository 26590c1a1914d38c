import cliProgress from 'cli-progress';

/** Shows how much is done. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** What a bar says, and how much of what is counted makes one step of it. */
interface Wording {
  readonly format: string;
  readonly unit: number;
}

const READING: Wording = { format: 'reading {bar} {percentage} % of {total} MB', unit: 1e6 };
const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on stderr when that is a terminal; nothing when it is piped or `quiet`. */
export function progressBar(quiet: boolean, { format, unit } = READING): Progress {
  if (quiet || !process.stderr.isTTY) return SILENT;
  const bar = new cliProgress.SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
  let started = false;
  return {
    update(done, total) {
      const steps = Math.round(done / unit);
      if (!started) bar.start(Math.max(1, Math.round(total / unit)), steps);
      else bar.update(steps);
      started = true;
    },
    stop: () => bar.stop(),
  };
}
