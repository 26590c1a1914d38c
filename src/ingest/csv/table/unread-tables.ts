import { firstRows } from '../csv-rows.ts';
import { layoutOfTable, type TableSettings } from './layout.ts';
import { bareName } from './roles.ts';

/** Words in headers of tables of jobs. */
const OF_JOBS =
  /job|gpu|start|begin|submit|queue|complet|finish|wall|elapsed|runtime|duration|durée|duree|dauer|laufzeit|instance|billable|machine/;
/** Those of them that say when or how long. */
const OF_TIMES =
  /(?:start|begin|end|stop|complet\w*|finish\w*)(?:ed|ing)?(?:date|time|at|s)?$|wall|elapsed|runtime|duration|dauer|laufzeit|duree|seconds$|hours$/;
/** So many such columns are a table of jobs: tables of results have some as well. Our own judgement. */
const FEWEST_ALIKE = 3;
/** A header stands in the first rows. Our own judgement. */
const MOST_TITLES = 10;

const LEFT_OUT = 'files that look like tables of jobs and are left out: no column is known';
const REMEDY =
  'say under table: in runledger.yaml what their columns are (columns: { <header>: duration }); runledger inspect shows which are known';

/**
 * What a table lacks that looks like one of jobs and is not read, in words that end with what to do; undefined for any other file.
 *
 * @param head of the file, decoded
 */
export function lackOfTable(head: string, settings: TableSettings = {}): string | undefined {
  const rows = firstRows(head.replace(/^(?:#[^\n]*\n)+/, ''));
  const header = rows.slice(0, MOST_TITLES + 1).find((row, at) => at + 1 < rows.length && looksLikeJobs(row));
  if (header === undefined) return undefined;
  const layout = layoutOfTable(header, settings);
  const isTimed = layout.isOfJobs;
  if (isTimed)
    return `files that look like tables of jobs and are left out: too few of their columns are known. To read them, ${REMEDY}`;
  const told = layout.has('start')
    ? 'tells when they ended or how long they ran (end, duration or GPU-hours)'
    : 'tells how long they ran (duration, start and end, or GPU-hours)';
  return `${LEFT_OUT} that ${told}. To read them, ${REMEDY}`;
}

/** Whether a row of words has the headers of jobs: of times, and of something else. */
function looksLikeJobs(row: readonly string[]): boolean {
  const names = row.map((cell) => cell.trim());
  if (names.length < FEWEST_ALIKE || names.some((name) => /^[-+]?[\d.]+$/.test(name))) return false;
  const { columns } = layoutOfTable(names);
  const isKnown = (index: number): boolean => !['none', undefined].includes(columns[index]?.role);
  const alike = names.filter((name, index) => isKnown(index) || OF_JOBS.test(bareName(name)));
  const timed = names.filter(
    (name, index) => ['duration', 'start', 'end'].includes(columns[index]?.role ?? '') || OF_TIMES.test(bareName(name)),
  );
  return alike.length >= FEWEST_ALIKE && timed.length > 0;
}
