import { describe, expect, it } from 'vitest';
import { factsFrom, gpuSecondsIn, rulesIn } from '../../support/read-logs.ts';

const HEADER = 'JobID|State|Submit|Start|End|ElapsedRaw|NNodes';
const TEN_HOURS = '700|COMPLETED|2024-01-30T00:00:00|2024-01-30T00:00:00|2024-01-30T10:00:00|36000';
const job = (columns: string, nodes: number, ...cells: readonly string[]): string =>
  `${HEADER}|${columns}\n${[TEN_HOURS, nodes, ...cells].join('|')}\n`;
const read = async (...files: readonly string[]) => {
  const facts = await factsFrom(Object.fromEntries(files.map((text, at) => [`${at}.txt`, text])));
  return { hours: gpuSecondsIn(facts) / 3600, rules: rulesIn(facts), facts };
};
const HELD = 'cpu=8,gres/gpu:a100=4,gres/gpu=4,node=1';
const ASKED = 'cpu=8,gres/gpu:a100=8,gres/gpu=8,node=2';

describe('what a job held comes before what it asked for', () => {
  it('held 4 in one export, asked for 8 in another: 10 h are 40 GPU-hours in either order', async () => {
    const [held, asked] = [job('AllocTRES', 1, HELD), job('ReqTRES', 1, ASKED)];
    expect((await read(held, asked)).hours).toBe(40);
    expect((await read(asked, held)).hours).toBe(40);
  });

  it('asked for 8 in the only export: 80, and one warning that says so', async () => {
    const { hours, rules } = await read(job('ReqTRES', 1, ASKED));
    expect(hours).toBe(80);
    expect(rules).toContain('slurm-no-alloctres');
    expect(rules).not.toContain('slurm-gpus-asked');
  });

  it.each(['cpu=8,node=1', ''])('AllocTRES "%s" counts no GPU and ReqTRES 4: 40, with a warning', async (held) => {
    const { hours, rules } = await read(job('ReqTRES|AllocTRES', 1, 'cpu=8,gres/gpu=4', held));
    expect(hours).toBe(40);
    expect(rules).toContain('slurm-gpus-asked');
  });

  it('AllocTRES that counts none, and ReqTRES 4: none', async () => {
    expect((await read(job('ReqTRES|AllocTRES', 1, 'cpu=8,gres/gpu=4', 'cpu=8,gres/gpu=0'))).hours).toBe(0);
  });
});

describe('ReqGRES of Slurm 20.02', () => {
  it.each([
    ['PER_NODE:gpu:p100:2', 4, 8],
    ['PER_NODE:gpu:2', 1, 2],
    ['PER_NODE:craynetwork:1,gpu:2', 3, 6],
    ['PER_JOB:gpu:2', 4, 2],
    ['PER_JOB:gpu:8,PER_NODE:gpu:4', 2, 8],
    ['gpu:2', 1, 2],
  ])('%s on %i nodes: %i GPUs', async (request, nodes, gpus) => {
    const { hours, rules } = await read(job('ReqGRES|AllocTRES', nodes, request, 'cpu=8'));
    expect(hours).toBe(gpus * 10);
    expect(rules).toContain('slurm-gpus-asked');
  });

  it.each(['PER_TASK:gpu:1', 'PER_SOCKET:gpu:p100:2', 'gpu of some kind'])(
    '%s does not say how many',
    async (request) => {
      const { facts, rules } = await read(job('ReqGRES|AllocTRES', 2, request, 'cpu=8'));
      expect(facts.ledger.table.gpus.at(0)).toBeNaN();
      expect(rules).toContain('gpus-unknown');
    },
  );

  it('PER_TASK beside a submit line that tells: 3 tasks of 2 are 6', async () => {
    const text = job(
      'ReqGRES|AllocTRES|SubmitLine',
      1,
      'PER_TASK:gpu:2',
      'cpu=8',
      'sbatch -n 3 --gpus-per-task=2 t.sh',
    );
    expect((await read(text)).hours).toBe(60);
  });
});

it('blanks between the items of a TRES list: 4 GPUs for 10 h', async () => {
  expect((await read(job('AllocTRES', 1, 'cpu=8, gres/gpu:a100=4, gres/gpu=4, mem=64G'))).hours).toBe(40);
});

it('hardware of a partition adds no GPUs to a job that asked for none, where requests are listed', async () => {
  const header = 'JobID|Partition|State|Submit|Start|End|ElapsedRaw|NNodes|ReqTRES';
  const row = (id: string, tres: string): string => TEN_HOURS.replace('700|', `${id}|gpu|`).concat(`|1|${tres}`);
  const text = [header, row('700', 'cpu=8,gres/gpu=4'), row('701', 'cpu=8')].join('\n');
  const hardware = [{ partition: 'gpu', gpu: 'A100', gpusPerNode: 8 }];
  expect(gpuSecondsIn(await factsFrom({ 'a.txt': text }, { settings: { hardware } })) / 3600).toBe(40);
});
