/** What Slurm knows of a job and puts into the names of its output files. */
export interface OutputNames {
  /** `%j`: the raw id of the job. */
  readonly j: string;
  /** `%A` and `%a`: the array's id and the task's number; empty of other jobs. */
  readonly A: string;
  readonly a: string;
  /** `%x` and `%u`: names of the job and its user. */
  readonly x: string;
  readonly u: string;
}

/** As in `sbatch --output`: a letter, before it a width to fill with zeros, or `%%`. */
const PLACEHOLDER = /%(\d{0,2})([jAaxu%])/g;

/** What would lead a name out of the pattern's folder, or make it a pattern of its own: it comes from a log. */
const UNFIT = /[/\\*?]|^\.{0,2}$/;

/**
 * The path of a job's output: a pattern as given to `sbatch --output`, filled in. `*` and `?` stay.
 *
 * @returns undefined where the job lacks something that the pattern asks for, or has a name that is no part of a path
 * @example outputPath('logs/%A_%4a.out', { A: '77', a: '5', … }) // 'logs/77_0005.out'
 */
export function outputPath(pattern: string, names: OutputNames): string | undefined {
  let isFit = true;
  const path = pattern.replaceAll(PLACEHOLDER, (_, width: string, letter: string) => {
    if (letter === '%') return '%';
    const text = names[letter as keyof OutputNames];
    if (UNFIT.test(text)) isFit = false;
    return /^\d+$/.test(text) ? text.padStart(Number(width), '0') : text;
  });
  return isFit ? path : undefined;
}
