import type { Templates } from './find-templates.ts';
import { mergeSorted } from './merge-sorted.ts';
import type { RunView } from './run-view.ts';

/** A loop goes on to its next run within this, seconds. Our own judgement: loops of `sbatch` take seconds. */
const LOOP_PAUSE = 30;

/** Files that are programs, and what runs them. */
const SCRIPT = /\.(?:py|sh|sbatch|slurm|job|bash|pl|r|jl|ipynb|m)$/i;

/** The program of a command without what it is given: up to the script, or to its third word. */
export function scriptOf(program: string): string {
  const words = program.split(' ');
  const script = words.findIndex((word) => SCRIPT.test(word));
  return words.slice(0, script < 0 ? 3 : script + 1).join(' ');
}

/**
 * Joins templates of which runs were submitted one right after the other: a loop may vary words at several places, in the name and the command at once.
 *
 * @param alike templates of one owner and script
 */
export function joinLooped(
  alike: readonly number[],
  templates: Templates,
  view: RunView,
  join: (one: number, other: number) => void,
): void {
  // An array is one submission, not a step of a loop.
  const loose = alike.filter((template) => templates.slotsOf(template).every(({ role }) => role !== 'array'));
  if (loose.length < 2) return;
  const runs = mergeSorted(loose.map((template) => templates.runsOf(template)));
  for (let at = 1; at < runs.length; at++) {
    const before = runs[at - 1] as number;
    const after = runs[at] as number;
    const [one, other] = [templates.templateOf(before), templates.templateOf(after)];
    if (one === other) continue;
    if ((view.submit[after] as number) - (view.submit[before] as number) <= LOOP_PAUSE) join(one, other);
  }
}
