import { describe, expect, it } from 'vitest';
import { inspectionText } from '../../../src/cli/inspect/as-text.ts';
import { configText } from '../../../src/cli/inspect/config-text.ts';
import type { FileReading } from '../../../src/cli/inspect/file-reading.ts';
import { inspectFiles } from '../../../src/cli/inspect/inspect-files.ts';
import { type LogFiles, withFiles } from '../../support/read-logs.ts';

const inspected = (files: LogFiles): Promise<FileReading[]> =>
  withFiles(files, (directory) => inspectFiles([directory], { zone: 'UTC' }));

async function only(text: string, name = 'log.txt'): Promise<FileReading> {
  const [reading] = await inspected({ [name]: text });
  return reading as FileReading;
}

const missingIn = ({ advice }: FileReading): string[] => advice.map(({ missing }) => missing);

const FULL =
  'JobID|Cluster|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocTRES|Restarts|WorkDir|SubmitLine|ConsumedEnergyRaw';
const ROW =
  'a|train|ann|COMPLETED|2024-03-01T12:00:00|2024-03-01T12:00:00|2024-03-01T13:00:00|3600|gres/gpu:a100=1,gres/gpu=1|0|/w|sbatch t.sh|5000';
/** A dump without some columns. */
function sacct(without: readonly string[], rows: readonly string[] = [`1|${ROW}`]): string {
  const columns = FULL.split('|');
  const kept = columns.flatMap((name, index) => (without.includes(name) ? [] : [index]));
  return [FULL, ...rows].map((line) => kept.map((index) => line.split('|')[index]).join('|')).join('\n');
}

describe('what could be exported to know more', () => {
  it('is nothing where a dump of Slurm tells all', async () => {
    expect(missingIn(await only(sacct([])))).toEqual([]);
  });

  it.each([
    [['AllocTRES'], 'how many GPUs jobs held', /AllocTRES/],
    [['Start', 'End'], 'when jobs ran', /Submit, Start and End/],
    [['State'], 'how jobs ended', /export State/],
    [['SubmitLine'], 'hyperparameters, other than in names', /SubmitLine \(Slurm 21\.08/],
    [['User'], 'whose jobs they are', /export User/],
    [['Cluster'], 'the cluster', /export Cluster/],
    [['WorkDir'], 'where jobs ran', /export WorkDir/],
    [['ConsumedEnergyRaw'], 'energy or utilisation as measured', /ConsumedEnergyRaw/],
  ])('of a dump without %j', async (without, missing, remedy) => {
    const { advice } = await only(sacct(without));
    expect(advice.map((each) => each.missing)).toEqual([missing]);
    expect(advice[0]?.remedy).toMatch(remedy);
  });

  it('of GPUs that were asked for, and of GPUs without a model', async () => {
    const asked = sacct(['AllocTRES']).replace('sbatch t.sh', 'sbatch --gres=gpu:a100:1 t.sh');
    expect(missingIn(await only(asked))).toContain('how many GPUs jobs were given');
    const plain = sacct([]).replace('gres/gpu:a100=1,', '');
    expect(missingIn(await only(plain))).toEqual(['which GPUs they were']);
  });

  it('of attempts that --duplicates would show: surely by restarts, maybe where none is twice', async () => {
    const restarted = sacct([], [`1|${ROW.replace('|0|/w', '|2|/w')}`]);
    expect(missingIn(await only(restarted))).toEqual(['earlier attempts of jobs that were requeued']);
    const many = Array.from({ length: 60 }, (_, index) => `${index + 1}|${ROW}`);
    expect(missingIn(await only(sacct(['Restarts'], many)))).toEqual(['whether jobs were requeued']);
    expect(missingIn(await only(sacct([], many)))).toEqual([]);
  });

  it('says of how many, where only some lack it', async () => {
    const half = sacct([], [`1|${ROW}`, `2|${ROW.replace('gres/gpu:a100=1,', '')}`]);
    expect(missingIn(await only(half))).toEqual(['which GPUs they were (1 of 2)']);
  });

  it.each([
    ['job_id,start,duration_h,gpus,gpu_type,status,user,lr\n', 'a,2024-03-01 12:00,1,1,V100,ok,ann,0.1\n', []],
    ['job_id,duration_h,gpus,gpu_type,status,user,lr\n', 'a,1,1,V100,ok,ann,0.1\n', ['when jobs ran']],
    [
      'name,start,duration_h,gpus,gpu_type,status,user,lr\n',
      'a,2024-03-01 12:00,1,1,V100,ok,ann,0.1\n',
      ['ids of jobs'],
    ],
    ['job_id,start,duration_h,gpu_type,user,lr\n', 'a,2024-03-01 12:00,1,V100,ann,0.1\n', ['how jobs ended']],
    [
      'job_id,start,duration_h,status\n',
      'a,2024-03-01 12:00,1,ok\n',
      ['how many GPUs jobs held', 'hyperparameters, other than in names', 'whose jobs they are'],
    ],
  ])('of a table %j', async (header, row, missing) => {
    expect(missingIn(await only(header + row))).toEqual(missing);
  });

  it('of an export of W&B', async () => {
    const header = '"Name","State","Created","Runtime","User"\n';
    const reading = await only(`${header}"sun-1","finished","2024-03-01T12:00:00.000Z","3600","ann"\n`);
    expect(reading.source).toBe('wandb-table');
    expect(reading.columns).toContainEqual({ header: 'Runtime', use: 'runtime' });
    expect(missingIn(reading)).toEqual([
      'how many GPUs jobs held',
      'hyperparameters, other than in names',
      'whether runs were of a sweep of W&B',
      'energy or utilisation as measured',
    ]);
  });
});

describe('what a file holds', () => {
  it('is covered in time, with pauses of a week and more', async () => {
    const days = ['01-01', '01-03', '02-20', '03-01'];
    const rows = days.map((day) => `${day},2024-${day} 12:00,24,1,V100,ok,ann,1`);
    const reading = await only(`job_id,start,duration_h,gpus,gpu_type,status,user,lr\n${rows.join('\n')}\n`);
    expect(reading.from).toBe(Date.UTC(2024, 0, 1, 12) / 1000);
    expect(reading.to).toBe(Date.UTC(2024, 2, 2, 12) / 1000);
    // From the end of the second job to the third, and from the end of the third to the fourth.
    expect(reading.gaps.map(({ from, to }) => (to - from) / 86_400)).toEqual([47, 9]);
    expect(inspectionText([reading])).toContain('no job from 2024-01-04 to 2024-02-20 (47');
  });

  it('is shown by three jobs, with hyperparameters or the submit line', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => `${id},2024-03-01 12:00,0.5,2,V100,failed,ann,64,0.1`);
    const reading = await only(`job_id,start,duration_h,gpus,gpu_type,status,user,depth,lr\n${rows.join('\n')}\n`);
    expect(reading.samples).toHaveLength(3);
    expect(reading.samples[0]?.parameters).toEqual({ depth: '64', lr: '0.1' });
    const text = inspectionText([reading]).replace(/\s+/g, ' ');
    expect(text).toContain(
      'line 2: a of ann; 2024-03-01 12:00 to 2024-03-01 12:30 UTC, 30 min, 2 × V100, failed; with depth 64, lr 0.1',
    );
    expect(inspectionText([await only(sacct([]))]).replace(/\s+/g, ' ')).toContain('submitted as sbatch t.sh');
  });

  it('is rejected for reasons, each with its first lines', async () => {
    const rows = ['a,1', 'b,soon', 'c,2', 'd,late', 'e'].map((row) => `${row},2024-03-01 12:00,1`);
    const { rejects, rejected } = await only(`job_id,duration_h,start,gpus\n${rows.join('\n')}\n`);
    expect(rejected).toBe(3);
    expect(rejects).toMatchObject([
      { rule: 'table-duration', count: 2, lines: [3, 5], reason: '"soon" is no duration that is understood' },
      { rule: 'table-row', count: 1, lines: [6] },
    ]);
  });

  it('is named with how sure that is', async () => {
    expect((await only(sacct([]))).sure).toBe(1);
    expect(inspectionText([await only(sacct([]))])).toContain('Slurm accounting, as sacct -P prints it');
    const headless = await only(sacct([]).split('\n').slice(1).join('\n'));
    expect(inspectionText([headless])).toContain('(likely)');
  });
});

describe('a table that is not known to be of jobs', () => {
  const OTHER = 'Vorgang;Person;Rechnerstunden\na;b;1,5\nc;d;2,5\n';

  it('is shown with its columns, if there is nothing else', async () => {
    const [reading] = await inspected({ 'a.csv': OTHER });
    expect(reading?.hint).toContain(
      'name its columns in runledger.yaml, such as table: { columns: { "Rechnerstunden": duration } }',
    );
    expect(inspectionText([reading as FileReading])).toContain('Vorgang; Person; Rechnerstunden');
  });

  it('is asked after with what it says of itself, where that is little', async () => {
    const [reading] = await inspected({
      'a.csv': 'Projektphase;GPU-Stunden;Typ\nVortraining;12.345,5;A100\nFeinabstimmung;345,25;A100\n',
    });
    expect(reading?.hint).toContain('table: { columns: { "GPU-Stunden": gpuHours, "Typ": gpuType } }');
    expect(configText([reading as FileReading], 'UTC')).toContain('\n    "GPU-Stunden": gpuHours\n');
  });

  it('is left alone beside logs, and so are tables in Markdown and what is no table', async () => {
    const readings = await inspected({
      'a.csv': OTHER,
      'b.md': '# Title\n\n| a | b | c |\n| --- | :-: | - |\n| x | y | z |\n| x | y | z |\n',
      'c.bin': Uint8Array.from({ length: 300 }, (_, index) => index % 256),
      'log.txt': sacct([]),
    });
    expect(readings.map(({ hint }) => hint !== undefined)).toEqual([true, false, false, false]);
    expect(inspectionText(readings)).toMatch(/no logs {3}\S*a\.csv,\s+\S*b\.md,\s+\S*c\.bin/);
  });
});

it('reads run directories once, apart from the logs beside them', async () => {
  const run = 'wandb/run-20240301_120000-abc12345/files';
  const files = { [`${run}/wandb-metadata.json`]: '{"startedAt":"2024-03-01T12:00:00Z"}', 'log.txt': sacct([]) };
  const readings = await inspected(files);
  expect(readings.map(({ source, jobs }) => [source, jobs])).toEqual([
    ['wandb-run', 1],
    ['slurm-sacct', 1],
  ]);
});

it('keeps to 80 columns, whatever words there are', async () => {
  const long = 'x'.repeat(300);
  const reading = await only(`job_id,start,duration_h,gpus,${long}\n${long},2024-03-01 12:00,1,1,${long}\n`);
  const widths = inspectionText([reading])
    .split('\n')
    .map((line) => [...line].length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(80);
});
