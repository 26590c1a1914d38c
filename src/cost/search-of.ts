import type { CostedSweep } from '../model/facts.ts';
import type { ModelRun, TierInput } from './tier-choice.ts';

/** How array tasks are called where the logs do not show what differed between them. */
const UNTOLD_PARAMETER = 'array_task';

/**
 * The search in which the setting of a run was tried before, the last to begin of several. A search in which all runs look alike tells no setting, nor does one of array tasks of which the logs
 * do not show what each did.
 *
 * @param repeats the sweep that the run is in, which begins later than the search; by default the run itself
 */
export function searchOf(input: TierInput, { attempt, row }: ModelRun, repeats?: CostedSweep): CostedSweep | undefined {
  const { settingOf, sweeps } = input;
  const began = repeats?.start ?? beginOf(input, attempt);
  const setting = settingOf(attempt, row);
  const rowsOf = rowReader(input);
  const triedIn = ({ sweep }: CostedSweep): boolean => {
    const settings = new Set<string>();
    for (const member of sweep.members) for (const each of rowsOf(member)) settings.add(settingOf(member, each));
    return settings.size > 1 && settings.has(setting);
  };
  return sweeps
    .filter(({ sweep, start }) => isSearch(sweep) && start < began && !sweep.members.includes(attempt))
    .sort((one, other) => other.start - one.start)
    .find(triedIn);
}

const isSearch = ({ kind, parameters }: CostedSweep['sweep']): boolean =>
  kind !== 'seeds' && !(UNTOLD_PARAMETER in parameters);

/** When an attempt was submitted, or started, epoch seconds. */
function beginOf({ ledger }: TierInput, attempt: number): number {
  const submit = ledger.table.submit.at(ledger.row[attempt] as number);
  return Number.isNaN(submit) ? (ledger.start[attempt] as number) : submit;
}

/** The rows that speak of what ran in an attempt: those of tracked runs, where several ran there, else its own. */
function rowReader({ ledger }: TierInput): (attempt: number) => readonly number[] {
  const nested = new Map<number, number[]>();
  for (const { attempt, row } of ledger.nested)
    if (nested.get(attempt)?.push(row) === undefined) nested.set(attempt, [row]);
  return (attempt) => nested.get(attempt) ?? [ledger.row[attempt] as number];
}
