import type { JobTable } from '../model/job-table.ts';
import { originOf } from './origin-of.ts';

/** Ids this short are numbers of rows and trials, which every table begins anew. Our own judgement. */
const SHORT_ID = 4;

/**
 * Whether two records that carry one id name different users. A number is an account that is gone or renamed, and may be the other; a name may be cut (`longus+`), and may have its
 * number or its domain beside it (`bob(1002)`, `bob@example.org`, `EXAMPLE\\bob`).
 */
function differInUser({ user }: JobTable, one: number, other: number): boolean {
  if (user.code(one) === user.code(other)) return false;
  const [left, right] = [bareUser(user.at(one)), bareUser(user.at(other))];
  if (left === '' || right === '' || isNumber(left) !== isNumber(right)) return false;
  return !isCutOf(left, right) && !isCutOf(right, left);
}

const bareUser = (text: string): string => text.replace(/^[^\\]*\\|\(\d+\)$|@[^@]*$/g, '');
const isNumber = (text: string): boolean => /^\d+$/.test(text);
const isCutOf = (cut: string, whole: string): boolean =>
  cut === whole || (cut.endsWith('+') && whole.startsWith(cut.slice(0, -1)));

/** Whether an id was given by whoever wrote a table, and not by a scheduler or a tracker. */
const isOfTable = (table: JobTable, row: number): boolean => sourceOf(table, row) === 'table';

/** The log that a record is from; of a record of an earlier report the log that it was made from. */
export const sourceOf = ({ reported, sources, file }: JobTable, row: number): string =>
  reported.sourceOf(row) ?? sources[file.at(row)] ?? '';

/** Whether two texts are told and differ. */
const differ = (column: JobTable['name'], one: number, other: number): boolean =>
  column.size(one) > 0 && column.size(other) > 0 && !column.same(one, other);

const differInText = ({ name, command }: JobTable, one: number, other: number): boolean =>
  differ(name, one, other) || differ(command, one, other);

/**
 * Whether something says that two records with one id and one origin are not of one attempt: their users; in one table what they are named or tried; in two tables without times how
 * long they took on what.
 */
export function areOfTwoAttempts(table: JobTable, one: number, other: number): boolean {
  const { tracked, reported } = table;
  if (tracked.has(one) || tracked.has(other)) return false; // trackers know which of their records belong together
  if (differInUser(table, one, other)) return !isOneRenamed(table, one, other);
  if (!isOfTable(table, one) || !isOfTable(table, other)) return false;
  const isOneFile = table.file.at(one) === table.file.at(other);
  // A jobs.csv has each of them once.
  if (isOneFile) return (reported.has(one) && reported.has(other)) || differInText(table, one, other);
  const { elapsed, gpus } = table;
  return Number.isNaN(originOf(table, one)) && !(same(elapsed, one, other) && same(gpus, one, other));
}

/** Whether two records of a scheduler in two files are of one job, whose user was renamed between them: all else is the same, and the job ran. */
function isOneRenamed(table: JobTable, one: number, other: number): boolean {
  const { elapsed, end, file, name, start } = table;
  if (isOfTable(table, one) || isOfTable(table, other) || file.at(one) === file.at(other)) return false;
  const haveRun = elapsed.at(one) > 0 && !Number.isNaN(end.at(one));
  return haveRun && name.same(one, other) && [start, end, elapsed].every((column) => same(column, one, other));
}

const same = (column: JobTable['gpus'], one: number, other: number): boolean =>
  Object.is(column.at(one), column.at(other));

/**
 * Whether something says that two attempts with one id, the later one last, are not of one job: an earlier report, their users; in tables what they are named or tried, and short ids in two of them where no name says that
 * they are one.
 */
export function areOfTwoJobs(table: JobTable, one: number, other: number): boolean {
  if (table.reported.begins(other)) return true;
  if (table.tracked.has(one) || table.tracked.has(other)) return false;
  if (differInUser(table, one, other)) return true;
  if (!isOfTable(table, one) || !isOfTable(table, other)) return false;
  if (differInText(table, one, other)) return true;
  const isShort = table.jobId.size(one) <= SHORT_ID && table.file.at(one) !== table.file.at(other);
  return isShort && !(hasName(table, one) && hasName(table, other));
}

/** Whether a job has a name of its own: without one, a table's reader calls it by its id. */
const hasName = ({ name, jobId }: JobTable, row: number): boolean =>
  name.size(row) > 0 && !name.same(row, row, 0, jobId);
