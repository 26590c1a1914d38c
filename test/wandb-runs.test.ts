import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { jobsCsv } from '../src/report/jobs-csv.ts';
import { redact } from '../src/report/redact.ts';
import { reportJson } from '../src/report/report-json.ts';
import { findMethod } from '../src/tables/methods/registry.ts';
import { figuresOf } from './support/figures-of.ts';
import { textOfPieces } from './support/files-of.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, type LogFiles, rulesIn, withFiles } from './support/read-logs.ts';
import { describeShared } from './support/shared-data.ts';
import { at, HOUR, runDirectory, sacct } from './support/tracked-logs.ts';

describe('a run directory', () => {
  it('is an attempt with its time, GPUs and hyperparameters', async () => {
    const facts = await factsFrom(runDirectory({ id: 'ipx30mvc', config: { lr: 0.1, opt: { name: 'adam' } } }));
    expect(attemptsIn(facts)).toMatchObject([
      { id: 'ipx30mvc', user: 'ines', state: 'completed', wall: HOUR, gpus: 4 },
    ]);
    expect(facts.usage.gpuHoursByModel).toEqual(new Map([['V100 SXM2', 4]]));
    const tracked = facts.ledger.table.tracked.at(0);
    expect(JSON.parse(tracked?.config ?? '')).toEqual({ lr: '0.1', 'opt.name': 'adam' });
    expect(JSON.parse(tracked?.metrics || '{}')).toEqual({});
    expect(facts.inputs).toMatchObject([{ source: 'wandb-run', records: 1 }]);
  });

  it('without a record of its exit counts up to its last sign of life, and says so', async () => {
    const facts = await factsFrom(runDirectory({ id: 'ipx30mvc', exits: false, seconds: 1800 }));
    expect(attemptsIn(facts)).toMatchObject([{ state: 'unknown', wall: 1800 }]);
    expect(rulesIn(facts)).toContain('wandb-no-exit');
    expect(facts.tracking?.timedBy).toEqual([{ basis: 'last-seen', sessions: 1, wallHours: 0.5 }]);
  });

  it('of an old client is read from its files, its times without a zone being UTC', async () => {
    const directory = 'wandb/run-20180301_100000-3zxk9t4a/';
    const facts = await factsFrom({
      [`${directory}wandb-metadata.json`]:
        '{"startedAt": "2018-03-01T10:00:00.5", "host": "gpu01", "gpu": "Tesla M40", "gpu_count": 2, "state": "running"}',
      [`${directory}wandb-summary.json`]: '{"loss": NaN, "_runtime": 7200.25, "_timestamp": 1519905600.0}',
      [`${directory}config.yaml`]:
        'wandb_version: 1\nlr:\n  desc: null\n  value: 1e-3\nshape:\n  value: !!python/tuple [1, 2]\n',
      [`${directory}wandb-history.jsonl`]:
        '{"loss": 1, "_runtime": 60, "_timestamp": 1519898460.5}\n{"loss": NaN, "_runtime": 7200, "_timestamp": 1519905600.5}\n',
      [`${directory}output.log`]: 'JobID|State\n',
    });
    expect(attemptsIn(facts)).toMatchObject([{ id: '3zxk9t4a', wall: 7200, gpus: 2 }]);
    expect(facts.ledger.start[0]).toBe(Date.UTC(2018, 2, 1, 10) / 1000 + 0.5);
    expect(JSON.parse(facts.ledger.table.tracked.at(0)?.config ?? '')).toEqual({ lr: '0.001', shape: '[1,2]' });
    expect(facts.inputs.reduce((sum, { records }) => sum + records, 0)).toBe(1);
  });

  it('with an empty log is an attempt that started, of no known length, and no error', async () => {
    const facts = await factsFrom({
      'wandb/run-20231114_220000-dead/run-dead.wandb': new Uint8Array(0),
      'wandb/run-20231114_220000-dead/files/wandb-metadata.json':
        '{"startedAt": "2023-11-14T22:00:00", "host": "h", "cpu_count": 4}',
      ...runDirectory({ id: 'live' }),
    });
    expect(
      attemptsIn(facts)
        .map(({ id, wall }) => [id, wall])
        .sort(),
    ).toEqual([
      ['dead', 0],
      ['live', HOUR],
    ]);
    expect(rulesIn(facts)).toEqual(expect.arrayContaining(['wandb-log-empty', 'wandb-no-duration']));
  });

  it('is found in a hidden .wandb too, where the client writes if there is one', async () => {
    const [[path, log]] = Object.entries(runDirectory({ id: 'ipx30mvc' })) as [[string, Uint8Array]];
    const facts = await factsFrom({ [`.${path}`]: log, '.cache/other.wandb': log });
    expect(attemptsIn(facts)).toHaveLength(1);
    expect(facts.inputs).toHaveLength(1);
  });

  it('may have blanks in the id of its run', async () => {
    const facts = await factsFrom(runDirectory({ id: 'Backgammon -test3' }));
    expect(attemptsIn(facts)).toMatchObject([{ id: 'Backgammon -test3' }]);
  });

  it('does not take other logs with it that lie beside it', async () => {
    const files = runDirectory({ id: 'ipx30mvc', start: 10 * HOUR });
    const log = Object.values(files)[0] as Uint8Array;
    const facts = await factsFrom({ 'logs/run-ipx30mvc.wandb': log, 'logs/sacct.txt': sacct([{ id: '7' }]) });
    expect(
      attemptsIn(facts)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['7', 'ipx30mvc']);
  });
});

describe('a sweep in the files of its agent', () => {
  it('has the runs that it assigned, and the hyperparameters that it chose', async () => {
    const lrs = ['1e-3', 0.01, 0.1];
    const runs = lrs.map((lr, index) => ({
      id: `run${index}`,
      start: index * HOUR,
      config: { lr, seed: 7, width: index },
    }));
    const assigned = [...lrs, 1].map((lr, index) => [
      `wandb/sweep-9obcr5jz/config-run${index}.yaml`,
      `wandb_version: 1\nlr:\n  value: ${lr}\n`,
    ]);
    const facts = await factsFrom(
      Object.assign(
        runDirectory({ id: 'alone', start: 9 * HOUR }),
        ...runs.map(runDirectory),
        Object.fromEntries(assigned),
      ),
    );
    const [sweep, ...others] = facts.findings.sweeps;
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({
      name: '9obcr5jz',
      runs: 3,
      confidence: 1,
      parameters: { lr: ['1e-3', '0.01', '0.1'] },
    });
    expect(sweep?.evidence[0]).toEqual({
      rule: 'wandb-sweep',
      note: '3 runs of the Weights & Biases sweep 9obcr5jz; it had 4, of which 1 are not in the logs',
    });
    expect(facts.sweeps[0]?.usage.gpuHours).toBe(12);
  });
});

describe('a directory with a dump of Slurm and the runs made in its jobs', () => {
  const jobs = [{ id: '100' }, { id: '101', start: 2 * HOUR }, { id: '102', start: 5 * HOUR, name: 'other' }];
  const slurm = { job_id: '100', cluster_name: 'selenite' };
  /** Four trials of a sweep one after the other in job 100, one run in job 101 that logged no job id. */
  const runs: LogFiles = Object.assign(
    {},
    ...[0, 1, 2, 3].map((index) =>
      runDirectory({ id: `trial${index}`, start: 60 + index * 800, seconds: 700, slurm, config: { lr: index } }),
    ),
    ...[0, 1, 2, 3].map((index) => ({
      [`wandb/sweep-9obcr5jz/config-trial${index}.yaml`]: `lr:\n  value: ${index}\n`,
    })),
    runDirectory({ id: 'guess', start: 2 * HOUR + 90, seconds: 3000 }),
  );

  it('counts each GPU-second once, whichever log is read first', async () => {
    const alone = await factsFrom({ 'sacct.txt': sacct(jobs) });
    for (const name of ['a-sacct.txt', 'z-sacct.txt']) {
      const facts = await factsFrom({ ...runs, [name]: sacct(jobs) });
      expect(gpuSecondsIn(facts)).toBe(gpuSecondsIn(alone));
      expect(facts.ledger.reconciliation).toMatchObject({ records: 8, attempts: 3, nested: 5, duplicates: 0 });
    }
  });

  it('is the same with the jobs.csv made of it, and counts the same from that alone', async () => {
    const facts = await factsFrom({ ...runs, 'sacct.txt': sacct(jobs) });
    const csv = textOfPieces(jobsCsv(facts));
    for (const name of ['a/jobs.csv', 'z/jobs.csv']) {
      const both = await factsFrom({ ...runs, 'sacct.txt': sacct(jobs), [name]: csv });
      expect(figuresOf(both)).toEqual(figuresOf(facts));
      expect(both.tracking).toEqual(facts.tracking);
    }
    const { usage, costs, runs: joined, sweepOf } = figuresOf(facts);
    const again = await factsFrom({ 'jobs.csv': csv });
    expect(figuresOf(again)).toMatchObject({ usage, costs, runs: joined, sweepOf });
    expect(again.tiers.singleModel.gpuHours).toBe(1);
    expect(again.findings.sweeps).toMatchObject([{ runs: 4 }]);
    expect(textOfPieces(jobsCsv(again))).toBe(csv);
  });

  it('is joined to jobs that only a jobs.csv still knows', async () => {
    const csv = textOfPieces(jobsCsv(await factsFrom({ 'sacct.txt': sacct(jobs) })));
    const facts = await factsFrom({ ...runs, 'jobs.csv': csv });
    expect(facts.tracking?.nested?.byRule).toEqual(new Map([['slurm-job', 4]]));
    // The file does not tell nodes, so the run that logged no job id counts by itself.
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 4, nested: 4 });
  });

  it('says how each run was joined, and what the jobs held beyond them', async () => {
    const facts = await factsFrom({ ...runs, 'sacct.txt': sacct(jobs) });
    expect(facts.tracking?.nested).toEqual({
      byRule: new Map([
        ['slurm-job', 4],
        ['host-time-user', 1],
      ]),
      jobs: 2,
      allocatedGpuHours: 8,
      usedGpuHours: (4 * (4 * 700 + 3000)) / HOUR,
    });
    expect(rulesIn(facts)).toEqual(expect.arrayContaining(['wandb-in-slurm', 'wandb-in-slurm-suggested']));
  });

  it('gives the cost of the job to the sweep, and its trials to the sweep’s runs', async () => {
    const facts = await factsFrom({ ...runs, 'sacct.txt': sacct(jobs) });
    expect(facts.findings.sweeps).toMatchObject([
      { name: '9obcr5jz', runs: 4, parameters: { lr: ['0', '1', '2', '3'] } },
    ]);
    expect(facts.sweeps[0]?.usage).toMatchObject({ attempts: 1, gpuHours: 4 });
    expect(facts.tiers.singleModel.gpuHours).toBe(1);
  });

  it('costs the run that was published as the time of its job in which it ran', async () => {
    await withFiles({ ...runs, 'sacct.txt': sacct(jobs) }, async (logs) => {
      const options = { projectName: 'p', version: '0', method: findMethod('default'), selection: {}, final: 'trial2' };
      const { tiers } = analyse(await ingest([logs], { zone: 'UTC' }), options);
      expect(tiers.singleModel.gpuHours).toBeCloseTo((4 * 700) / HOUR, 9);
      expect(tiers.singleTune).toMatchObject({ gpuHours: 4, sweepId: 'sweep-001' });
    });
  });

  it('lists in report.json which session was joined to which job, why, and how sure that is', async () => {
    const facts = await factsFrom({ ...runs, 'sacct.txt': sacct(jobs) });
    const { tracking } = JSON.parse([...reportJson(facts)].join(''));
    expect(tracking.nested.sessions).toHaveLength(5);
    expect(tracking.nested.sessions[4]).toEqual({
      ...{ run: 'guess', start: `${at(2 * HOUR + 90)}Z`, end: `${at(2 * HOUR + 3090)}Z` },
      ...{ jobIdRaw: '101', rule: 'host-time-user', confidence: 0.9 },
    });
  });

  it('gives the same, however its files are copied, compressed and named', async () => {
    const expected = await factsFrom({ ...runs, 'sacct.txt': sacct(jobs) });
    const copies = Object.fromEntries(Object.entries(runs).map(([path, content]) => [`backup/${path}`, content]));
    const packed = Object.fromEntries(
      Object.entries(runs).map(([path, content]) =>
        path.endsWith('.wandb') ? [`${path}.gz`, gzipSync(content)] : [path, content],
      ),
    );
    for (const files of [{ ...runs, ...copies }, packed, { ...packed, ...copies }]) {
      const facts = await factsFrom({ ...files, 'sacct.txt': sacct(jobs) });
      expect(facts.usage).toEqual(expected.usage);
      expect(facts.tracking).toEqual(expected.tracking);
      expect(facts.sweeps.map(({ usage }) => usage)).toEqual(expected.sweeps.map(({ usage }) => usage));
    }
  });

  it('gives no id that may be a name once names are to be left out; ids that a scheduler counted stay', async () => {
    const named = runDirectory({ id: 'anas best run', start: 20 * HOUR });
    const facts = redact(await factsFrom({ ...runs, ...named, 'sacct.txt': sacct(jobs) }));
    const csv = Buffer.concat([...jobsCsv(facts)]).toString();
    const json = [...reportJson(facts)].join('');
    for (const text of [csv, json]) expect(text).not.toMatch(/anas|trial\d|guess|gpu01|\bines\b/);
    expect(csv).toContain(',100,100,');
  });

  it('divides a job between two sweeps by their time in it; the rest is neither’s', async () => {
    const second = {
      'wandb/sweep-otherone/config-trial2.yaml': 'lr:\n  value: 2\n',
      'wandb/sweep-otherone/config-trial3.yaml': 'lr:\n  value: 3\n',
    };
    const {
      'wandb/sweep-9obcr5jz/config-trial2.yaml': _,
      'wandb/sweep-9obcr5jz/config-trial3.yaml': __,
      ...first
    } = runs;
    const facts = await factsFrom({ ...first, ...second, 'sacct.txt': sacct(jobs) });
    const hours = facts.sweeps.map(({ usage }) => usage.gpuHours);
    expect(hours).toEqual([(4 * 1400) / HOUR, (4 * 1400) / HOUR].map((each) => expect.closeTo(each, 9)));
    expect(facts.usage.gpuHours).toBe(12);
  });
});

describeShared('real run directories', 'wandb', (folder) => {
  const truth = Papa.parse<Record<string, string>>(readFileSync(new URL('truth_sweeps.csv', `${folder}/`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data.filter((row) => row.has_run_dir === '1');

  async function facts(): Promise<ProjectFacts> {
    const intake = await ingest([fileURLToPath(folder)], { zone: 'UTC' });
    return analyse(intake, { projectName: 'wandb', version: '0', method: findMethod('default'), selection: {} });
  }

  it('hold the sweeps of which truth knows, exactly', async () => {
    const { ledger, findings } = await facts();
    const found = new Map<string, string>();
    for (let attempt = 0; attempt < ledger.count; attempt++) {
      const sweep = findings.sweeps[findings.sweepOf[attempt] as number];
      if (sweep !== undefined) found.set(ledger.table.jobId.at(ledger.row[attempt] as number), sweep.name);
    }
    expect(found).toEqual(new Map(truth.map(({ run_id, sweep_id }) => [run_id, sweep_id])));
    expect(truth.length).toBe(39);
  });

  it('hold the hours that the client’s own messages tell', async () => {
    const { ledger, tracking } = await facts();
    // Read with the client's own protobuf classes: exit runtimes of 91 runs (the last sign of life of 10 that state none), last signs of life of 2, 4.98784 h in all; 4 more runs have no record of a start.
    expect(ledger).toMatchObject({ count: 97, runs: 97 });
    const hours = Object.fromEntries(
      tracking?.timedBy.map(({ basis, sessions, wallHours }) => [basis, { sessions, wallHours }]) ?? [],
    );
    expect(hours.exit?.sessions).toBe(91);
    expect(hours['last-seen']?.sessions).toBe(2);
    expect((hours.exit?.wallHours ?? 0) + (hours['last-seen']?.wallHours ?? 0)).toBeCloseTo(4.98784, 4);
    expect(hours['debug-log']?.sessions).toBe(4);
  });
});
