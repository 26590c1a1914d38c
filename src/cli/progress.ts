import cliProgress from 'cli-progress';

/** Shows how much is done. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** The same, with a place for why it does not go on. */
export interface NotingProgress extends Progress {
  /** Shows a few words after the bar; '' takes them away. */
  note(text: string): void;
}

/** What a bar says, and how much of what is counted makes one step of it. */
interface Wording {
  readonly format: string;
  readonly unit: number;
}

const READING: Wording = { format: 'reading {bar} {percentage} % of {total} MB{note}', unit: 1e6 };
const SILENT: NotingProgress = { update: () => undefined, stop: () => undefined, note: () => undefined };

/** A bar on stderr when that is a terminal; nothing when it is piped or `quiet`. */
export function progressBar(quiet: boolean, { format, unit } = READING): NotingProgress {
  if (quiet || !process.stderr.isTTY) return SILENT;
  const bar = new cliProgress.SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
  let started = false;
  return {
    update(done, total) {
      const steps = Math.round(done / unit);
      const end = Math.max(1, Math.round(total / unit));
      if (!started) bar.start(end, steps, { note: '' });
      bar.setTotal(end);
      bar.update(steps);
      started = true;
    },
    note(text) {
      if (!started) bar.start(1, 0, { note: text });
      else bar.update({ note: text });
      started = true;
    },
    stop: () => bar.stop(),
  };
}
