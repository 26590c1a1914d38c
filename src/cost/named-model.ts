import { AppError } from '../errors.ts';
import type { CostedSweep } from '../model/facts.ts';
import type { Ledger, NestedRun } from '../model/ledger.ts';
import { searchOf } from './search-of.ts';
import type { ChosenTier, Held, ModelAndTune, ModelRun, TierInput } from './tier-choice.ts';
import { heldBy, tuneOf } from './tune-family.ts';

/**
 * The published model and the sweep that found it.
 *
 * @throws AppError when no attempt or run has the id
 */
export function namedModel(input: TierInput, final: string): ModelAndTune {
  const { ledger } = input;
  const nested = ledger.nested.filter(({ row }) => ledger.table.jobId.at(row) === final);
  const attempt = nested.at(-1)?.attempt ?? findAttempt(ledger, final);
  const row = nested.at(-1)?.row ?? (ledger.row[attempt] as number);
  const held = nested.length > 0 ? heldInJobs(ledger, nested) : heldInAll(ledger, attempt);
  const rule =
    nested.length > 0
      ? `run ${final}, named as the published one: the time of its jobs in which it ran`
      : `job ${final}, named as the published one, with all its attempts${others(ledger, final)}`;
  return modelAndTune(input, { attempt, row, held }, rule, nested.length > 0 ? `run ${final}` : `job ${final}`, final);
}

/**
 * A model, and what found it.
 *
 * @param name what it is called in sentences, in which its id stands
 */
export function modelAndTune(
  input: TierInput,
  model: ModelRun,
  rule: string,
  name: string,
  id: string,
): Pick<ModelAndTune, 'singleModel' | 'singleTune'> {
  const { attempts, shares } = model.held;
  const singleModel = { usage: input.measure(attempts, shares), rule, quotes: [id] };
  return { singleModel, singleTune: { ...tuneFor(input, model, singleModel, name), quotes: [id] } };
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

/**
 * The sweep of a run with its refinements. Where that only repeats one setting, or there is none: the search in which the setting was tried before, and these repeats. The model itself where there
 * is neither.
 */
function tuneFor(input: TierInput, model: ModelRun, singleModel: ChosenTier, name: string): ChosenTier {
  const sweep: CostedSweep | undefined = input.sweeps[input.sweepOf[model.attempt] as number];
  if (sweep !== undefined && sweep.sweep.kind !== 'seeds')
    return tuneOf(input, sweep, `${sweep.sweep.id}, the sweep of ${name}`);
  const search = searchOf(input, model, sweep);
  if (search !== undefined) {
    const repeats = sweep === undefined ? 'that run, which is in no sweep' : `${sweep.sweep.id}, which repeats it`;
    const rule = `${search.sweep.id}, a search in which the setting of ${name} was tried before, and ${repeats}`;
    return tuneOf(input, search, rule, sweep === undefined ? model.held : heldBy(sweep.sweep));
  }
  if (sweep !== undefined) return tuneOf(input, sweep, `${sweep.sweep.id}, the sweep of ${name}`);
  return { ...singleModel, rule: `${name} is in no sweep that the logs show: the run itself` };
}

/** All attempts of a run. */
export function heldInAll({ count, run }: Ledger, attempt: number): Held {
  const ofRun = run[attempt];
  return { attempts: Array.from({ length: count }, (_, each) => each).filter((each) => run[each] === ofRun) };
}

/** A tracked run inside of jobs: the time of these jobs in which it ran. */
export function heldInJobs({ wall }: Ledger, nested: readonly NestedRun[]): Held {
  const seconds = new Map<number, number>();
  for (const { attempt, start, end } of nested) seconds.set(attempt, (seconds.get(attempt) ?? 0) + end - start);
  const shares = [...seconds].map(([attempt, ran]) => [attempt, Math.min(1, ran / (wall[attempt] as number))] as const);
  return { attempts: [...seconds.keys()], shares: new Map(shares) };
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
