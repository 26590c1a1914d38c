/**
 * Times `runledger report` over generated dumps against `wc -l` and DuckDB in the same run: `npm run bench`, or
 * `npm run bench -- --jobs 100000 --runs 5 --out /tmp/bench.json`. `--dump-only` makes the dumps and stops.
 *
 * The exit code is 1 when the totals of the report are not those of DuckDB or a program fails, 2 when the build is missing. No time or size
 * fails it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { countLines } from './measure/count-lines.ts';
import { type Round, runRound } from './measure/run-round.ts';
import { type Options, parseOptions } from './options.ts';
import { findDisagreements } from './results/find-disagreements.ts';
import { formatTable } from './results/format-table.ts';
import { describeMachine } from './results/machine.ts';
import { type SizeResult, summariseSize } from './results/summarise-size.ts';
import { ensureSacctDump } from './sacct-dump.ts';

const WRONG = 1;
const NOTHING_TO_MEASURE = 2;

/** Makes the dump and reads it once, so that the first round finds it in memory as the others do. */
function prepareDump(attempts: number, { dumps, seed }: Options): ReturnType<typeof ensureSacctDump> {
  const dump = ensureSacctDump(dumps, attempts, seed);
  countLines(dump.path, dump.lines);
  console.error(`${dump.path}: ${(dump.bytes / 1e6).toFixed(0)} MB, ${dump.lines} lines`);
  return dump;
}

/** All rounds over the dump of one size; of wrong totals one round is enough. */
function measureSize(attempts: number, options: Options): SizeResult {
  const dump = prepareDump(attempts, options);
  const rounds: Round[] = [];
  let disagreements: readonly string[] = [];
  while (rounds.length < options.rounds && disagreements.length === 0) {
    const round = runRound(options.program, dump);
    rounds.push(round);
    disagreements = findDisagreements(dump, round);
    console.error(`${attempts} jobs, round ${rounds.length}: report ${round.report.seconds.toFixed(2)} s`);
  }
  return summariseSize(dump, rounds, disagreements);
}

/** Time a job of the largest dump over that of the smallest; 1 is linear. Undefined for a single size. */
function linearityOf(results: readonly SizeResult[]): number | undefined {
  const [smallest, largest] = [results[0], results.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return undefined;
  return smallest.medians.report.jobsPerSecond / largest.medians.report.jobsPerSecond;
}

function main(options: Options): number {
  if (options.isDumpOnly) {
    for (const attempts of options.sizes) prepareDump(attempts, options);
    return 0;
  }
  if (!existsSync(options.program)) {
    console.error(`bench: ${options.program} is missing. Run npm run build first.`);
    return NOTHING_TO_MEASURE;
  }
  const results = options.sizes.map((attempts) => measureSize(attempts, options));
  const linearity = linearityOf(results);
  const machine = describeMachine(results[0]?.rounds[0]?.table.version ?? 'unknown');
  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(options.out, `${JSON.stringify({ machine, linearity, sizes: results }, null, 2)}\n`);
  console.log(formatTable(results, linearity));
  const disagreements = results.flatMap((result) => result.disagreements);
  for (const line of disagreements) console.error(`bench: WRONG TOTALS: ${line}`);
  return disagreements.length === 0 ? 0 : WRONG;
}

try {
  process.exitCode = main(parseOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = WRONG;
}
