import { VALUE } from './command-shape.ts';
import type { Templates } from './find-templates.ts';
import { mergeSorted } from './merge-sorted.ts';
import { NameWords } from './name-words.ts';
import type { RunView } from './run-view.ts';

/** A loop goes on to its next run within this, seconds. Our own judgement: loops of `sbatch` take seconds. */
const LOOP_PAUSE = 30;

/** Files that are programs, and what runs them. */
const SCRIPT = /\.(?:py|sh|sbatch|slurm|job|bash|pl|r|jl|ipynb|m)$/i;

/** A job that waits for another. */
const DEPENDENCY = /\s(?:--dependency|-d)[\s=]/;

/** The program of a command without what it is given: up to the script, or to its third word. Scripts that were written for a run each are one script. */
export function scriptOf(program: string): string {
  const words = program.split(' ');
  const script = words.findIndex((word) => SCRIPT.test(word));
  if (script < 0) return words.slice(0, 3).join(' ');
  return [...words.slice(0, script), withoutWords(words[script] as string)].join(' ');
}

/**
 * The same of a command without values, which a loop may have given words: with all programs that it names, since one script may run several of them one after the other, as may one that
 * waits for the other.
 */
export function scriptsOf(command: string, program: string): string {
  const others = program.split(' ').filter((word) => SCRIPT.test(word));
  return [scriptOf(program), ...others.slice(1), ...(DEPENDENCY.test(command) ? ['waits'] : [])].join(' ');
}

/** A script in whose name there are values, without the words in it: `jobs/gcn_cora_s1.sh`, `jobs/gat_cora_s2.sh`. */
function withoutWords(script: string): string {
  const name = script.lastIndexOf('/') + 1;
  const ending = script.lastIndexOf('.');
  if (!script.slice(name, ending).includes(VALUE)) return script;
  const named = new NameWords(script.slice(name, ending));
  return script.slice(0, name) + named.replaced(() => '*') + script.slice(ending);
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
