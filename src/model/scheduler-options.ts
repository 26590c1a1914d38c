/** Options of `sbatch`, `srun` and `salloc` that take no value, or only one behind `=` (their manual pages); after any other the next word is its value. */
const BOOLEAN_OPTIONS = new Set([
  'parsable',
  'requeue',
  'no-requeue',
  'exclusive',
  'hold',
  'H',
  'wait',
  'W',
  'overcommit',
  'O',
  'oversubscribe',
  's',
  'contiguous',
  'quiet',
  'Q',
  'verbose',
  'v',
  'use-min-nodes',
  'spread-job',
  'reboot',
  'pty',
  'no-kill',
  'k',
  'get-user-env',
  'unbuffered',
  'u',
  'nice',
  'propagate',
  'oom-kill-step',
  'test-only',
  'ignore-pbs',
  'immediate',
  'I',
  'exact',
  'overlap',
  'kill-on-bad-exit',
  'label',
  'l',
  'preserve-env',
  'E',
  'x11',
  'no-shell',
  'bell',
  'no-bell',
]);

/** The commands of Slurm that submit jobs. */
const LAUNCHERS = new Set(['sbatch', 'srun', 'salloc']);

export const isBooleanOption = (name: string): boolean => BOOLEAN_OPTIONS.has(name);

/** Whether a command's first word, with or without a path, submits jobs. */
export const isLauncher = (word: string): boolean => LAUNCHERS.has(word.slice(word.lastIndexOf('/') + 1));
