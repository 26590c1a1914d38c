/** `node --import tsx duckdb-child.ts aggregate|table FILE`: runs one query in a process of its own and prints what it took as JSON. */
import { DuckDBInstance, version } from '@duckdb/node-api';
import { DUCKDB_CONFIG, type DuckdbTask, TOTALS_QUERY, timedQuery } from './duckdb-queries.ts';

const [task, path] = process.argv.slice(2) as [DuckdbTask, string];
const instance = await DuckDBInstance.create(':memory:', DUCKDB_CONFIG);
const connection = await instance.connect();

const began = performance.now();
const timed = await connection.runAndReadAll(timedQuery(task, path));
const seconds = (performance.now() - began) / 1000;

const table = task === 'table' ? await connection.runAndReadAll(TOTALS_QUERY) : undefined;
const [attempts, gpuHours] = table?.getRows()[0] ?? totalsOf(timed.getRows());
console.log(JSON.stringify({ seconds, version: version(), attempts, gpuHours }));

/** Sums of the groups of the aggregate, remainders of arrays among them. */
function totalsOf(groups: readonly (readonly unknown[])[]): [number, number] {
  const sum = (column: number): number => groups.reduce((total, group) => total + Number(group[column]), 0);
  return [sum(2), sum(3) / 3600];
}
