import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/fixtures/lisa/random.ts';
import { drawBenchmark } from '../../scripts/sweeps/benchmark/draw-benchmark.ts';
import { benchmarkLogs } from '../../scripts/sweeps/logs/benchmark-logs.ts';
import type { LabelledLog } from '../../scripts/sweeps/logs/labelled-log.ts';
import { algoperfLogs } from '../../scripts/sweeps/logs/shared-data.ts';
import { examineLog } from '../../scripts/sweeps/score/examine-log.ts';
import { joinPartitions, scorePartition } from '../../scripts/sweeps/score/partition.ts';
import { describeShared } from '../support/shared-data.ts';

/** Seeds that the bench does not use by default. */
const SEEDS = [3, 7, 11];

const textOf = ({ source }: LabelledLog): string => (source as Record<string, string>)['jobs.csv'] as string;
const rowsOf = (log: LabelledLog): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(textOf(log).trimEnd(), { header: true }).data;

describe('generated benchmarks', () => {
  it('are the same for the same seed, and others for another', () => {
    const texts = (seed: number): string[] => benchmarkLogs(seed).map(textOf);
    expect(texts(3)).toEqual(texts(3));
    expect(texts(3)).not.toEqual(texts(7));
  });

  it.each(SEEDS)(
    'try each combination equally often on each task, but for tasks cut short and crashes, seed %i',
    (seed) => {
      const { runs, combinations } = drawBenchmark(createRandom(`test/${seed}`), { tasks: 6, repeats: 3 });
      const finished = new Map<string, number>();
      for (const { task, combination, value } of runs)
        if (value !== undefined)
          finished.set(`${task.name} ${combination}`, (finished.get(`${task.name} ${combination}`) ?? 0) + 1);
      expect(Math.max(...finished.values())).toBeLessThanOrEqual(3);
      const whole = [...finished.values()].filter((times) => times === 3).length;
      expect(whole).toBeGreaterThan(0.5 * 6 * combinations.length);
      expect(runs.map(({ start }) => start)).toEqual(runs.map(({ start }) => start).sort((a, b) => a - b));
    },
  );

  it.each(SEEDS)('name their tasks at the full level alone, and their truth is of all rows, seed %i', (seed) => {
    for (const log of benchmarkLogs(seed)) {
      const rows = rowsOf(log);
      expect([...log.truth.keys()]).toEqual(rows.map((row) => row.run_id));
      if (log.level === 'full')
        expect([...log.truth.values()]).toEqual(rows.map((row) => `${log.name}/${row.dataset}`));
      else expect(textOf(log)).not.toContain('task');
    }
  });
});

describe('without the names of tasks', () => {
  it('benchmarks are found better than by any naive rule, and half of them well', async () => {
    const examinations = [];
    for (const seed of SEEDS)
      for (const log of benchmarkLogs(seed)) if (log.level === 'withheld') examinations.push(await examineLog(log));
    const several = examinations.filter(({ log }) => new Set(log.truth.values()).size > 1);
    const scores = several.map(({ partitions }) => scorePartition(partitions).f1).sort((a, b) => a - b);
    expect(scores[scores.length >> 1]).toBeGreaterThan(0.85);
    const naive = several.map(({ baselines }) =>
      Math.max(...Object.values(baselines).map((each) => scorePartition(each).f1)),
    );
    const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
    expect(mean(scores)).toBeGreaterThan(mean(naive) + 0.2);
    expect(scorePartition(joinPartitions(several.map(({ partitions }) => partitions))).precision).toBeGreaterThan(0.5);
  });
});

describeShared('AlgoPerf without submission and workload', 'algoperf', () => {
  it('is found to 0.80 at least', async () => {
    const [log] = algoperfLogs().filter(({ level }) => level === 'withheld');
    const { partitions } = await examineLog(log as LabelledLog);
    expect(scorePartition(partitions).f1).toBeGreaterThan(0.8);
  });
});
