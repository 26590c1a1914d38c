import { timeText, type Window } from './windows.ts';

/** Whose jobs are asked for, as `sacct` takes it: names, or several with commas. */
export interface Filter {
  readonly user?: string;
  readonly account?: string;
  readonly cluster?: string;
  readonly allUsers?: boolean;
}

/** The unit separator: a byte that no name holds. */
const DELIMITER = '\x1f';
export const DELIMITER_BYTE = DELIMITER.charCodeAt(0);

/** `sacct` prints local times without a zone, cut at 19 characters before 23.02. Epoch seconds leave nothing to guess. */
export const SACCT_ENVIRONMENT = { TZ: 'UTC', SLURM_TIME_FORMAT: '%s' };

/**
 * The fields that reports use, of all versions. Slurm has had SubmitLine since 21.08, Restarts since 24.11, and AllocGRES until 20.02; what a version does not
 * know it refuses. JobID stands first, by which steps are told fast, and free text last: newlines in it break rows, and nothing comes after.
 */
export const WISHES =
  `JobID JobIDRaw Cluster User Account Partition State Submit Eligible Start End Elapsed ElapsedRaw Suspended
  Timelimit TimelimitRaw AllocCPUS AllocTRES ReqTRES AllocGRES ReqGRES NNodes NodeList ConsumedEnergyRaw Restarts
  JobName WorkDir AdminComment Comment SubmitLine`.split(/\s+/);

/** The fields to ask for, given what `sacct --helpformat` prints: those of our wishes that this version knows, in our order. */
export function fieldsOf(helpformat: string): string[] {
  const known = new Set(helpformat.toLowerCase().split(/\s+/));
  return WISHES.filter((field) => known.has(field.toLowerCase()));
}

/** Options that say whose jobs. Without `--allusers`, `sacct` narrows an account to the user who asks. */
export function filterArguments({ user, account, cluster, allUsers }: Filter): string[] {
  return [
    ...(allUsers === true || (account !== undefined && user === undefined) ? ['--allusers'] : []),
    ...(user === undefined ? [] : [`--user=${user}`]),
    ...(account === undefined ? [] : [`--accounts=${account}`]),
    ...(cluster === undefined ? [] : [`--clusters=${cluster}`]),
  ];
}

/** How rows are printed: earlier attempts of requeued jobs too, steps too (they hold the energy), all of each cell. */
const FORM = ['--duplicates', '--parsable2', `--delimiter=${DELIMITER}`];

/** What `sacct` is asked for one window. */
export const sacctArguments = (fields: readonly string[], filter: Filter, { start, end }: Window): string[] => [
  ...FORM,
  ...filterArguments(filter),
  `--starttime=${timeText(start)}`,
  `--endtime=${timeText(end)}`,
  `--format=${fields.join(',')}`,
];

/** The filter in the name of a file: `-user-ann`, `-all-users`; empty for one's own jobs. */
export function filterName({ user, account, cluster, allUsers }: Filter): string {
  const parts = [
    allUsers === true ? 'all-users' : '',
    user === undefined ? '' : `user-${user}`,
    account === undefined ? '' : `account-${account}`,
    cluster === undefined ? '' : `cluster-${cluster}`,
  ];
  const text = parts.filter((part) => part !== '').join('-');
  return text === '' ? '' : `-${text.replace(/[^\p{L}\p{N}._-]+/gu, '+').slice(0, 100)}`;
}
