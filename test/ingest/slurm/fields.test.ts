import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../src/ingest/slurm/duration.ts';
import { parseHeader } from '../../../src/ingest/slurm/header-line.ts';
import { isJobId, parseJobId, startsWithStep } from '../../../src/ingest/slurm/job-id.ts';
import { realign } from '../../../src/ingest/slurm/realign.ts';
import type { SacctLayout } from '../../../src/ingest/slurm/sacct-columns.ts';
import { parseState } from '../../../src/ingest/slurm/state.ts';
import { parseMemoryGb, parseTres } from '../../../src/ingest/slurm/tres.ts';
import { parseTimestamp, zoneConverter } from '../../../src/ingest/timestamp.ts';

describe('a job id', () => {
  // The grammar of slurmdb_get_job_id_str and log_build_step_id_str; forms from real dumps.
  it.each([
    ['84', 'job'],
    ['84_2', 'job'],
    ['125+1', 'job'],
    ['88_[7-20%2]', 'remainder'],
    ['93_[0,2,6,8,13]', 'remainder'],
    ['84.batch', 'step'],
    ['84_2.extern', 'step'],
    ['125+0.0', 'step'],
    ['7.interactive', 'step'],
    ['7.3+1', 'step'],
  ] as const)('%s is a %s', (text, kind) => {
    expect(parseJobId(text)?.kind).toBe(kind);
  });

  it('tells the array and the task', () => {
    expect(parseJobId('84_2')).toMatchObject({ arrayJobId: 84, arrayTask: 2 });
    expect(parseJobId('84')?.arrayJobId).toBeNaN();
  });

  it.each(['', 'batch', '12a', '_3', 'JobID', '1.2.3'])('"%s" is none', (text) => {
    expect(isJobId(text)).toBe(false);
  });

  it('is told for a step by its bytes as it is by its grammar', () => {
    const base = fc.oneof(
      fc.nat().map(String),
      fc.tuple(fc.nat(), fc.nat()).map(([job, task]) => `${job}_${task}`),
      fc.tuple(fc.nat(), fc.nat(9)).map(([job, part]) => `${job}+${part}`),
    );
    const step = fc.constantFrom('', '.batch', '.extern', '.0', '.interactive', '.12+1');
    fc.assert(
      fc.property(base, step, (job, suffix) => {
        const bytes = new TextEncoder().encode(`${job}${suffix}|x`);
        expect(startsWithStep(bytes, 0, bytes.length)).toBe(parseJobId(job + suffix)?.kind === 'step');
      }),
    );
  });
});

describe('a duration', () => {
  // secs2time_str and _elapsed_time of Slurm; seconds by hand.
  it.each([
    ['00:00:07', 7],
    ['1-02:03:04', 86_400 + 2 * 3600 + 3 * 60 + 4],
    ['12:34.567', 12 * 60 + 34.567],
    ['00:02:00', 120],
    ['2-00', 2 * 86_400],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBeCloseTo(seconds, 9);
  });

  it.each(['INVALID', 'UNLIMITED', '', '90'])('"%s" is not guessed at', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('a timestamp', () => {
  const utc = zoneConverter('UTC');

  it.each([
    ['2024-03-10T01:00:00', 1_710_032_400],
    ['2024-03-10 01:00:00', 1_710_032_400],
    ['1710032400', 1_710_032_400],
    ['1710032400000', 1_710_032_400],
    ['2024-03-10T01:00:00Z', 1_710_032_400],
    ['2024-03-10T01:00:00+0100', 1_710_028_800],
  ])('%s is %d', (text, seconds) => {
    expect(parseTimestamp(text, utc)).toBe(seconds);
  });

  it.each(['Unknown', 'None', ''])('"%s" says that there is none', (text) => {
    expect(parseTimestamp(text, utc)).toBeNaN();
  });

  it.each(['03:51:20', 'Ystday 12:34', '6 Jun 2012', '2024-13-01T00:00:00'])('"%s" is not guessed at', (text) => {
    expect(parseTimestamp(text, utc)).toBeUndefined();
  });

  it('is read in the zone of the logs, on both sides of a change of the clock', () => {
    const newYork = zoneConverter('America/New_York');
    // 2024-03-10: 01:59:59 EST is followed by 03:00:00 EDT.
    expect(parseTimestamp('2024-03-10T01:59:59', newYork)).toBe(Date.UTC(2024, 2, 10, 6, 59, 59) / 1000);
    expect(parseTimestamp('2024-03-10T03:00:00', newYork)).toBe(Date.UTC(2024, 2, 10, 7, 0, 0) / 1000);
    // 2024-11-03: the hour from 01:00 comes twice; the first is taken.
    expect(parseTimestamp('2024-11-03T01:30:00', newYork)).toBe(Date.UTC(2024, 10, 3, 5, 30, 0) / 1000);
    expect(parseTimestamp('2024-11-03T02:00:00', newYork)).toBe(Date.UTC(2024, 10, 3, 7, 0, 0) / 1000);
  });
});

describe('a TRES string', () => {
  it('counts typed and untyped GPUs once, in whatever order they stand', () => {
    // Real 22.05: `gres/gpu:titanx=2,gres/gpu=2` are two GPUs, not four.
    for (const text of [
      'cpu=2,gres/gpu:titanx=2,gres/gpu=2,mem=1000M',
      'gres/gpu=2,mem=1000M,cpu=2,gres/gpu:titanx=2',
    ]) {
      expect(parseTres(text)).toMatchObject({ cpus: 2, gpus: 2, gpuTypes: 'titanx=2' });
    }
  });

  it('knows no GPUs from zero GPUs', () => {
    expect(parseTres('billing=1,cpu=1,mem=500M,node=1').gpus).toBeNaN();
    expect(parseTres('cpu=1,gres/gpu=0').gpus).toBe(0);
  });

  it('keeps several models apart, and takes no sentinel for a count', () => {
    expect(parseTres('gres/gpu:v100=1,gres/gpu:a100=2,gres/gpu=3').gpuTypes).toBe('a100=2,v100=1');
    expect(parseTres('cpu=18446744073709551614').cpus).toBeNaN();
  });

  it.each([
    ['64G', 64],
    ['62.50G', 62.5],
    ['512M', 0.5],
    ['1T', 1024],
  ])('%s of memory are %d GB', (text, gb) => {
    expect(parseMemoryGb(text)).toBe(gb);
  });
});

describe('a state', () => {
  it.each([
    ['COMPLETED', 'completed'],
    ['CANCELLED by 1001', 'cancelled'],
    ['OUT_OF_ME+', 'out-of-memory'],
    ['CANCELLED+', 'cancelled'],
    ['NODE_FAIL', 'node-fail'],
    ['DEADLINE', 'timeout'],
    ['REQUEUED', 'requeued'],
    ['RESIZING', 'resized'],
    ['SUSPENDED', 'running'],
    ['PD', 'pending'],
    ['FROBNICATED', 'unknown'],
  ])('%s is %s', (text, state) => {
    expect(parseState(text)).toBe(state);
  });
});

describe('a header', () => {
  it.each(['|', ',', '\t', '\u001f', '^|^', ';'])('is known by its names under the delimiter %j', (delimiter) => {
    const layout = parseHeader(['JobID', 'State', 'ElapsedRaw', 'AllocTRES'].join(delimiter));
    expect(layout?.delimiter).toBe(delimiter);
    expect(layout?.at('elapsedraw')).toBe(2);
  });

  it.each(['', 'sacct: error: no such field', 'a|b|c|d', 'JobID|Fruit|Vegetable|Weather|Mood|Hour'])(
    'is not "%s"',
    (line) => {
      expect(parseHeader(line)).toBeUndefined();
    },
  );
});

describe('a row with a delimiter in its name', () => {
  const layout = parseHeader('JobID|JobName|State|ElapsedRaw|SubmitLine') as SacctLayout;

  it('is put right by the columns around it', () => {
    const cells = '94|a|b|c|COMPLETED|1|sbatch --job-name=a|b|c x.sh'.split('|');
    expect(realign(cells, layout)).toEqual({
      cells: ['94', 'a|b|c', 'COMPLETED', '1', 'sbatch --job-name=a|b|c x.sh'],
      ambiguous: false,
    });
  });

  it('is given up when no reading fits', () => {
    expect(realign('94|a|b|c|d|e|f'.split('|'), layout)).toBeUndefined();
  });
});
