/** Options of `sbatch` that take no value (sbatch(1)); after any other option without `=` the next word is its value. */
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
]);

/** The commands of Slurm that submit jobs. */
const LAUNCHERS = new Set(['sbatch', 'srun', 'salloc']);

export const isBooleanOption = (name: string): boolean => BOOLEAN_OPTIONS.has(name);

/** Whether a command's first word, with or without a path, submits jobs. */
export const isLauncher = (word: string): boolean => LAUNCHERS.has(word.slice(word.lastIndexOf('/') + 1));
