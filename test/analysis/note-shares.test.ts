import { describe, expect, it } from 'vitest';
import { jobsCsv } from '../../src/report/jobs-csv.ts';
import { readCsv, textOfPieces } from '../support/files-of.ts';
import { attemptsIn, factsFrom } from '../support/read-logs.ts';

const HEADER = 'JobID|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocTRES|SubmitLine';
const read = (...tres: readonly string[]) => {
  const rows = tres.map((each, index) => {
    const times = '2024-03-01T10:00:00|2024-03-01T10:00:00|2024-03-01T17:00:00|25200';
    return `${84 + index}|train|ines|COMPLETED|${times}|cpu=2,${each},node=1|sbatch train.sh`;
  });
  return factsFrom({ 'sacct.txt': [HEADER, ...rows, ''].join('\n') });
};

describe('parts of GPUs, from the log to the totals', () => {
  it('MIG slices count as sevenths: 7 h × (3/7 + 2 × 1/7) = 5 GPU-hours', async () => {
    const facts = await read('gres/gpu:a100_3g.20gb=1,gres/gpu=1', 'gres/gpu:1g.5gb=2,gres/gpu=2');
    expect(facts.usage.gpuHours).toBeCloseTo(5, 9);
    expect([...facts.usage.gpuHoursByModel.keys()]).toEqual(['A100']);
    expect(facts.diagnostics.find(({ rule }) => rule === 'gpu-slices')).toMatchObject({ severity: 'info', count: 2 });
    const { rows } = readCsv(textOfPieces(jobsCsv(facts)));
    expect(rows.map((row) => [row.gpu_model, Number(row.gpu_hours)])).toEqual([
      ['A100', expect.closeTo(3, 9)],
      ['A100', expect.closeTo(2, 9)],
    ]);
  });

  it('MPS counts a hundred to the GPU, and says so', async () => {
    const facts = await read('gres/mps=50', 'gres/mps:a100=100,gres/mps=100');
    expect(facts.usage.gpuHours).toBeCloseTo(10.5, 9);
    expect(Object.fromEntries(facts.usage.gpuHoursByModel)).toEqual({ A100: 7, unknown: 3.5 });
    const note = facts.diagnostics.find(({ rule }) => rule === 'gpu-share-assumed');
    expect(note).toMatchObject({ severity: 'warning', count: 2 });
    expect(note?.message).toContain('10.5 GPU-hours');
  });

  it('shards count no GPU, and a warning says what is missing', async () => {
    const facts = await read('gres/shard=1', 'gres/gpu:a100=1,gres/gpu=1');
    expect(attemptsIn(facts).map(({ gpus }) => gpus)).toEqual([Number.NaN, 1]);
    expect(facts.usage.gpuHours).toBe(7);
    const note = facts.diagnostics.find(({ rule }) => rule === 'gpu-share-unknown');
    expect(note).toMatchObject({ severity: 'warning', count: 1, examples: [{ line: 2 }] });
    expect(note?.message).toContain('7 hours');
  });

  it('whole GPUs need no note', async () => {
    const facts = await read('gres/gpu:a100=1,gres/gpu=1');
    expect(facts.diagnostics.filter(({ rule }) => rule.startsWith('gpu-'))).toEqual([]);
  });
});
