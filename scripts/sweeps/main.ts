/**
 * How well sweeps are found in logs of which the sweeps are known: `npm run bench:sweeps`, or
 * `npm run bench:sweeps -- --seeds 5 --first 100 --set hard --level times --worst 10 --json /tmp/sweeps.json`.
 *
 * The exit code is 1 when something throws, or when two readings of the same log find different sweeps. No score fails it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { allLogs } from './logs/all-logs.ts';
import { SETS } from './logs/labelled-log.ts';
import { type Options, parseOptions } from './options.ts';
import { sharesByTrait, traitFindings } from './results/by-trait.ts';
import { formatResults } from './results/format-table.ts';
import { reliability } from './results/reliability.ts';
import { judgeAll, type Outcome, summarise } from './results/summarise.ts';
import { type Mistake, worstMistakes } from './results/worst-mistakes.ts';
import { type Examination, examineLog } from './score/examine-log.ts';
import { judgeSweeps } from './score/judge-sweeps.ts';

const WRONG = 1;

async function main(options: Options): Promise<number> {
  const outcomes: Outcome[] = [];
  const unsteady: string[] = [];
  let mistakes: Mistake[] = [];
  for (const log of allLogs(options)) {
    const examination = await examineLog(log);
    outcomes.push(outcomeOf(examination));
    if (!examination.isSteady) unsteady.push(`${log.name} ${log.level}`);
    if (options.worst > 0)
      mistakes = worstOf([...mistakes, ...worstMistakes(examination, options.worst)], options.worst);
  }
  report(options, outcomes);
  for (const set of missingSets(options, outcomes))
    console.error(`bench:sweeps: no logs of ${set} beside the repository`);
  for (const { lines } of mistakes) console.log(`\n${lines.join('\n')}`);
  for (const log of unsteady) console.error(`bench:sweeps: two readings of ${log} found different sweeps`);
  return unsteady.length === 0 ? 0 : WRONG;
}

/** What is worth keeping: logs are large. */
function outcomeOf(examination: Examination): Outcome {
  const { log, partitions, baselines } = examination;
  const { set, level, name, sweeps } = log;
  const verdicts = judgeSweeps(examination);
  return { set, level, name, partitions, baselines, verdicts, traits: traitFindings(verdicts, sweeps) };
}

const worstOf = (mistakes: readonly Mistake[], most: number): Mistake[] =>
  [...mistakes].sort((one, other) => other.pairs - one.pairs).slice(0, most);

/** Sets of others' logs that are not at hand. */
const missingSets = ({ set, level }: Options, outcomes: readonly Outcome[]): string[] =>
  level === undefined
    ? SETS.filter((each) => (set ?? each) === each && outcomes.every((outcome) => outcome.set !== each))
    : [];

/** Prints the tables, and writes what they are made from. */
function report({ json, seeds, first }: Options, outcomes: readonly Outcome[]): void {
  const results = {
    seeds,
    first,
    rows: summarise(outcomes),
    judgements: judgeAll(outcomes),
    traits: sharesByTrait(outcomes.filter(({ level }) => level === 'full').flatMap(({ traits }) => traits)),
    reliability: reliability(outcomes.flatMap(({ verdicts }) => verdicts)),
  };
  console.log(formatResults(results));
  if (json === undefined) return;
  mkdirSync(dirname(json), { recursive: true });
  const digits = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toFixed(4)) : value);
  writeFileSync(json, `${JSON.stringify(results, digits, 2)}\n`);
}

try {
  process.exitCode = await main(parseOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`bench:sweeps: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = WRONG;
}
