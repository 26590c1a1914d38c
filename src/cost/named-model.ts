import { AppError } from '../errors.ts';
import type { CostedSweep } from '../model/facts.ts';
import type { Ledger, NestedRun } from '../model/ledger.ts';
import type { ChosenTier, ModelAndTune, TierInput } from './tier-choice.ts';
import { tuneOf } from './tune-family.ts';

/**
 * The published model and the sweep that found it.
 *
 * @throws AppError when no attempt or run has the id
 */
export function namedModel(input: TierInput, final: string): ModelAndTune {
  const { ledger } = input;
  const nested = ledger.nested.filter(({ row }) => ledger.table.jobId.at(row) === final);
  const attempt = nested.at(-1)?.attempt ?? findAttempt(ledger, final);
  const quotes = [final];
  const model =
    nested.length > 0
      ? nestedModel(input, nested, `run ${final}, named as the published one: the time of its jobs in which it ran`)
      : wholeModel(
          input,
          attempt,
          `job ${final}, named as the published one, with all its attempts${others(ledger, final)}`,
        );
  const singleModel = { ...model, quotes };
  return { singleModel, singleTune: { ...tuneFor(input, attempt, singleModel, `job ${final}`), quotes } };
}

/** Says that more jobs than the one that was taken have an id: clusters that are not named, and tables, use ids again. */
function others({ table, row, run }: Ledger, final: string): string {
  const runs = new Set<number>();
  for (let attempt = 0; attempt < row.length; attempt++) {
    if (hasId(table, row[attempt] as number, final)) runs.add(run[attempt] as number);
  }
  const [count, one] = [runs.size - 1, runs.size === 2];
  return count > 0 ? `; ${count} other ${one ? 'job has' : 'jobs have'} that id too, and the last was taken` : '';
}

const hasId = ({ jobId, jobIdRaw }: Ledger['table'], row: number, id: string): boolean =>
  jobId.at(row) === id || jobIdRaw.at(row) === id;

/** The sweep of an attempt with its refinements; the model itself where it is in none. */
export function tuneFor(input: TierInput, attempt: number, model: ChosenTier, name: string): ChosenTier {
  const sweep: CostedSweep | undefined = input.sweeps[input.sweepOf[attempt] as number];
  if (sweep === undefined) return { ...model, rule: `${name} is in no sweep that the logs show: the run itself` };
  return tuneOf(input, sweep, `${sweep.sweep.id}, the sweep of ${name}`);
}

/** A run with all its attempts. */
export function wholeModel({ ledger, measure }: TierInput, attempt: number, rule: string): ChosenTier {
  const run = ledger.run[attempt] as number;
  const members = Array.from({ length: ledger.count }, (_, each) => each).filter((each) => ledger.run[each] === run);
  return { usage: measure(members), rule };
}

/** A tracked run inside of jobs: the time of these jobs in which it ran. */
export function nestedModel({ ledger, measure }: TierInput, nested: readonly NestedRun[], rule: string): ChosenTier {
  const seconds = new Map<number, number>();
  for (const { attempt, start, end } of nested) seconds.set(attempt, (seconds.get(attempt) ?? 0) + end - start);
  const shares = [...seconds].map(
    ([attempt, ran]) => [attempt, Math.min(1, ran / (ledger.wall[attempt] as number))] as const,
  );
  return { usage: measure(seconds.keys(), new Map(shares)), rule };
}

/** The last attempt of a job id (`84_2`, or its raw id), or the attempt or run of an id of `jobs.csv` (`84_2@2018-03-01T10:00:00Z`). */
function findAttempt(ledger: Ledger, id: string): number {
  const { table, row } = ledger;
  const [job = '', submitted] = id.split('@');
  const submit = submitted === undefined ? undefined : Date.parse(submitted) / 1000;
  const tasks = tasksOf(ledger, job);
  for (let attempt = ledger.count - 1; attempt >= 0; attempt--) {
    const at = row[attempt] as number;
    // The id of an array is the raw id of one of its tasks, too: it names none of them.
    const isJob = tasks.length < 2 ? hasId(table, at, job) : table.jobId.at(at) === job;
    if (isJob && (submit === undefined || table.submit.at(at) === submit)) return attempt;
  }
  const examples = tasks.length > 0 ? tasks.slice(0, 3) : Array.from(row.subarray(0, 3), (at) => table.jobId.at(at));
  throw new AppError({ code: 'final-not-found', id, examples });
}

/** The ids of the tasks of an array, each once. */
function tasksOf({ table, row }: Ledger, array: string): string[] {
  const id = Number(array);
  const tasks = new Set<string>();
  for (const at of row) if (table.arrayJobId.at(at) === id) tasks.add(table.jobId.at(at));
  return [...tasks];
}
