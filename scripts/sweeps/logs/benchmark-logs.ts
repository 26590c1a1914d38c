import { createRandom, type Random } from '../../fixtures/lisa/random.ts';
import { type Benchmark, drawBenchmark, type Plan } from '../benchmark/draw-benchmark.ts';
import { writeTable } from '../benchmark/write-table.ts';
import type { LabelledLog } from './labelled-log.ts';

const [FEWEST_TASKS, MOST_TASKS] = [2, 10];

/** A benchmark for each number of repeats, and one search of a single task, which is to stay one. */
const PLANS: Readonly<Record<string, (random: Random) => Plan>> = {
  ...Object.fromEntries(
    [1, 2, 3, 5, 8].map((repeats) => [
      `x${repeats}`,
      (random: Random): Plan => ({ tasks: random.integer(FEWEST_TASKS, MOST_TASKS), repeats }),
    ]),
  ),
  single: (random) => ({ tasks: 1, repeats: random.integer(4, 15) }),
};

/** Benchmarks of a seed: with the column that names their tasks, and without. */
export function benchmarkLogs(seed: number): LabelledLog[] {
  return Object.entries(PLANS).flatMap(([name, plan]) => {
    const random = createRandom(`benchmarks/${seed}/${name}`);
    const benchmark = drawBenchmark(random, plan(random));
    return (['full', 'withheld'] as const).map((level) =>
      labelled(benchmark, level, { name: `benchmarks/${seed}/${name}`, random: random.fork('table') }),
    );
  });
}

function labelled(
  benchmark: Benchmark,
  level: 'full' | 'withheld',
  { name, random }: { readonly name: string; readonly random: Random },
): LabelledLog {
  const { text, ids } = writeTable(random, benchmark, level === 'full');
  const truth = new Map(benchmark.runs.map(({ task }, index) => [ids[index] as string, `${name}/${task.name}`]));
  return { set: 'benchmarks', level, name, source: { 'jobs.csv': text }, truth };
}
