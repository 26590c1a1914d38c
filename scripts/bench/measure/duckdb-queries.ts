import { COLUMNS } from '../dump/format-rows.ts';

/** The two jobs given to DuckDB: scan and aggregate the file, or make a table of it. */
export type DuckdbTask = 'aggregate' | 'table';

/** Settings of the database: those under which it was fastest, on as many threads as PERF.md's figures. */
export const DUCKDB_CONFIG = { threads: '2', preserve_insertion_order: 'false' };

/** GPU-seconds of a row; typed entries break the untyped one down. */
const GPU_SECONDS = `ElapsedRaw * coalesce(TRY_CAST(regexp_extract(AllocTRES, 'gres/gpu=(\\d+)', 1) AS BIGINT), 0)`;
const IS_JOB = `NOT contains(JobID, '.')`;
const NUMBERS: readonly string[] = ['ElapsedRaw', 'AllocCPUS'];

/** The query that is timed. */
export const timedQuery = (task: DuckdbTask, path: string): string =>
  task === 'table'
    ? `CREATE TABLE dump AS SELECT * FROM ${scanOf(path)}`
    : `SELECT User, State, count(*) AS jobs, sum(${GPU_SECONDS}) AS gpu_seconds FROM ${scanOf(path)} WHERE ${IS_JOB} GROUP BY ALL`;

/** What the table says of attempts, by another way than the aggregate: one for each JobIDRaw and Submit. */
export const TOTALS_QUERY = `
  SELECT count(*)::DOUBLE AS attempts, sum(gpu_seconds)::DOUBLE / 3600 AS gpu_hours FROM (
    SELECT max(${GPU_SECONDS}) AS gpu_seconds FROM dump
    WHERE ${IS_JOB} AND NOT contains(JobID, '_[') GROUP BY JobIDRaw, Submit)`;

/** The file with its columns named, so that no time goes into guessing them. */
function scanOf(path: string): string {
  const columns = COLUMNS.map((name) => `'${name}': '${NUMBERS.includes(name) ? 'BIGINT' : 'VARCHAR'}'`);
  const file = path.replaceAll("'", "''");
  return `read_csv('${file}', delim='|', quote='', escape='', header=true, auto_detect=false, columns={${columns.join(', ')}})`;
}
