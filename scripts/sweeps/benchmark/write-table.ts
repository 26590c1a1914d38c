import Papa from 'papaparse';
import type { Random } from '../../fixtures/lisa/random.ts';
import type { Benchmark, TrialRun } from './draw-benchmark.ts';

/** A benchmark as a table with a row a run. */
export interface WrittenBenchmark {
  readonly text: string;
  /** Id of each run, in the order of {@link Benchmark.runs}. */
  readonly ids: readonly string[];
}

/** Writes a benchmark. What was measured stands under its name, or beside it. */
export function writeTable(random: Random, { runs, combinations }: Benchmark, namesTask: boolean): WrittenBenchmark {
  const style = random.pick(['beside', 'under'] as const);
  const ids = runs.map((_, index) => `t${String(index).padStart(5, '0')}`);
  const measures = [...new Set(runs.map(({ task }) => task.measure))].sort();
  const rows = runs.map((run, index) => ({
    run_id: ids[index],
    ...(namesTask ? { dataset: run.task.name } : {}),
    started_at: new Date(run.start * 1000).toISOString(),
    duration_s: run.value === undefined && random.chance(0.5) ? '' : run.seconds,
    gpus: 1,
    gpu_type: 'V100',
    status: run.value === undefined ? 'crashed' : 'finished',
    ...(style === 'beside' ? valueBeside(run) : valueUnder(run, measures)),
    ...Object.fromEntries(
      Object.entries(combinations[run.combination] ?? {}).map(([key, value]) => [`config.${key}`, value]),
    ),
  }));
  return { text: `${Papa.unparse(rows, { newline: '\n' })}\n`, ids };
}

const valueBeside = ({ task, value }: TrialRun): Record<string, string> => ({
  metric_name: value === undefined ? '' : task.measure,
  metric_value: value === undefined ? '' : String(value),
});

const valueUnder = ({ task, value }: TrialRun, measures: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    measures.map((measure) => [measure, value !== undefined && measure === task.measure ? String(value) : '']),
  );
