import { AppError } from '../../errors.ts';
import { counted } from '../../report/render/format.ts';
import { dateOption } from '../date-option.ts';
import type { Progress } from '../progress.ts';
import { type Collected, collectWindows } from './collect-windows.ts';
import { Collection } from './collection.ts';
import { helpFormat, SacctFailure } from './run-sacct.ts';
import { type Filter, fieldsOf } from './sacct-query.ts';
import { shellScript } from './shell-script.ts';
import { nextMonth, planWindows, timeText, type Window } from './windows.ts';

/** Options of the command as commander gives them. */
export interface CollectSlurmOptions {
  readonly out: string;
  readonly since?: string;
  readonly until?: string;
  readonly user?: string;
  readonly account?: string;
  readonly cluster?: string;
  readonly allUsers?: boolean;
}

/** What the command line knows: the time, and where to show how far it is. */
interface Surroundings {
  /** Epoch seconds. */
  readonly now: number;
  readonly progress: Progress;
  /** Shows a line that is no error: stderr. */
  readonly warn: (line: string) => void;
  /** Prints what to run by hand: stdout. */
  readonly print: (text: string) => void;
}

/** No job is older than Slurm, and `sacct` takes 1970 for "from the beginning of today". */
const EARLIEST = Date.UTC(2000, 0) / 1000;

/**
 * Asks `sacct` for jobs month by month and saves what it prints. Gives the summary.
 *
 * @throws AppError when there is no `sacct` or it fails, or the directory holds something else
 */
export async function collectSlurm(options: CollectSlurmOptions, surroundings: Surroundings): Promise<string> {
  const { now, progress } = surroundings;
  const filter = filterOf(options);
  const collection = await Collection.open(options.out, filter, oneYearBefore(now));
  const span = spanOf(options, collection, now);
  const windows = planWindows(span, (window) => collection.has(window)).filter(({ start }) => start < now);
  try {
    const fields = await knownFields();
    await collection.prepare(span.start);
    const collecting = { collection, fields, filter, now };
    const collected = await collectWindows(windows, collecting, progress.update).finally(progress.stop);
    for (const warning of collected.warnings) surroundings.warn(warning);
    return summaryOf(options, span, collection, collected);
  } catch (error) {
    if (error instanceof AppError && error.context.code === 'sacct-missing') {
      surroundings.print(shellScript(windows, { filter, directory: options.out, now }));
    }
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError({ code: 'cannot-write', path: options.out, reason: error.message });
  }
}

const filterOf = ({ user, account, cluster, allUsers }: CollectSlurmOptions): Filter => ({
  ...(user === undefined ? {} : { user }),
  ...(account === undefined ? {} : { account }),
  ...(cluster === undefined ? {} : { cluster }),
  ...(allUsers === undefined ? {} : { allUsers }),
});

/** Midnight one year ago, UTC. */
function oneYearBefore(now: number): number {
  const today = new Date(now * 1000);
  return Date.UTC(today.getUTCFullYear() - 1, today.getUTCMonth(), today.getUTCDate()) / 1000;
}

/** The time to ask for. Without an end it reaches to the end of this month, so that its last window has the same name from day to day. */
function spanOf({ since, until }: CollectSlurmOptions, collection: Collection, now: number): Window {
  const start = since === undefined ? collection.since : Math.max(EARLIEST, dateOption('since', since));
  const end = until === undefined ? nextMonth(now) : dateOption('until', until);
  if (start >= Math.min(end, now)) {
    throw new AppError({ code: 'empty-span', since: timeText(start), until: until ?? timeText(now) });
  }
  return { start, end };
}

async function knownFields(): Promise<string[]> {
  try {
    const fields = fieldsOf(await helpFormat());
    if (!fields.includes('JobID')) throw new SacctFailure('it names no field JobID');
    return fields;
  } catch (error) {
    if (!(error instanceof SacctFailure)) throw error;
    throw new AppError({ code: 'sacct-failed', asked: 'its fields (--helpformat)', reason: error.message });
  }
}

function summaryOf(
  { since, until }: CollectSlurmOptions,
  { start }: Window,
  collection: Collection,
  collected: Collected,
): string {
  const { directory, isNew } = collection;
  const { asked, kept, rows } = collected;
  const origin = isNew ? 'one year before now' : 'as before';
  const told = since === undefined ? ` (${origin}; --since says otherwise)` : '';
  const none = 'Jobs of others: --user, --account or --all-users. Earlier ones: --since\n';
  return `jobs from ${timeText(start).slice(0, 10)}${told} until ${until ?? 'now'}
${counted(asked + kept, 'file')} in ${directory}, ${kept} of them from before; ${counted(rows, 'row')}, steps included
${rows === 0 ? none : ''}
runledger report ${directory}
`;
}
