import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { UNTOLD_GPUS } from '../../src/model/job.ts';
import { renderHtml } from '../../src/report/html.ts';
import { told } from '../../src/report/render/told.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { statementMarkdown, statementTex } from '../../src/report/statement.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

// What people copy into a paper must not say more than the logs do: neither 0 for what is not known, nor a model where none is shown, nor a whole where a part was asked for.

const textOf = (facts: ProjectFacts): string => statementMarkdown(facts).replaceAll('\\', '');
const pageOf = async (facts: ProjectFacts): Promise<string> =>
  (await renderHtml(facts, { sha256Base64: () => '' }))
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** A grid over the learning rate, and what was done besides. */
const grid = (more: JobSketch = {}): JobSketch[] =>
  [0.1, 0.2, 0.3].map((rate, index) => ({
    ...{ jobId: String(index + 1), name: `lisa_lr${rate}`, submit: T0 + index, elapsed: 2 * HOUR },
    ...more,
  }));
const other = (more: JobSketch): JobSketch => ({ jobId: '9', name: 'rest', command: '', submit: T0 + DAY, ...more });
const unknownGpus = { gpus: Number.NaN, gpuTypes: UNTOLD_GPUS, cpus: Number.NaN, memoryGb: Number.NaN };

describe('GPUs that the logs do not tell', () => {
  it('are no zero, where none are told', async () => {
    const facts = factsOf(grid(unknownGpus));
    for (const text of [textOf(facts), statementTex(facts)]) {
      expect(text).not.toMatch(/(?<![\d.,])0 (GPU-hours|kWh|kg)|\$0(?![\d.])|CPU workers/);
      expect(text).toContain('The project took an unknown number of GPU-hours');
      expect(text).toContain('do not tell the GPUs of 3 attempts (6 hours)');
    }
    expect(textOf(facts)).toMatch(/emissions: "" # fill in, grams, one model: not known/);
    const page = await pageOf(facts);
    expect(page).not.toMatch(/GPU-hours 0 |\$0(?![\d.])|went to attempts that failed/);
    expect(page).toContain('No ratio is given : the logs do not tell the GPUs of all attempts');
  });

  it('make totals a lower bound, where some are told', () => {
    const facts = factsOf([...grid(), other({ ...unknownGpus, elapsed: 4 * HOUR })]);
    const text = textOf(facts);
    expect(text).toContain('The project took at least 6 GPU-hours');
    expect(text).toMatch(/electricity is at least [\d.]+/);
    expect(text).toContain('do not tell the GPUs of 1 attempt (4 hours)');
    expect(text).toMatch(/GPU workers: Titan X \(100%\); 1 attempt on workers that the logs do not tell/);
    expect(text).toContain('How much more is not known');
    expect(facts.byModel.map(({ key }) => key)).toEqual(['Titan X', 'not told']);
    const report = JSON.parse([...reportJson(facts)].join(''));
    expect(report.totals.untoldGpus).toEqual({ attempts: 1, wallHours: 4 });
    expect(report.tiers.singleModel.untoldGpus).toBeUndefined();
  });

  it('make less than a cent no lower bound', () => {
    const some = { untold: { attempts: 1, wallHours: 1 } };
    expect([told(some, 0.001, '<$0.01'), told(some, 0.02, '$0.02'), told({}, 0.001, '<$0.01')]).toEqual([
      ...['not known', 'at least $0.02', '<$0.01'],
    ]);
  });

  it('are nothing to speak of where all are told', () => {
    const text = textOf(factsOf(grid()));
    expect(text).toContain('The project took 6 GPU-hours on Titan X');
    expect(text).not.toMatch(/at least [\d$]|not known|do not tell the GPUs/);
  });
});

describe('how attempts ended', () => {
  const lostIn = (...jobs: readonly JobSketch[]): string =>
    /The totals include[^.]*[^.]*?\./.exec(textOf(factsOf(jobs)).replaceAll(/(\d)\.(\d)/g, '$1,$2'))?.[0] ?? '';

  it('is told of those that still run', () => {
    const running = other({ state: 'running', end: Number.NaN, elapsed: 12 * HOUR });
    expect(lostIn(...grid(), running, other({ jobId: '10', state: 'failed', elapsed: 2 * HOUR }))).toBe(
      'The totals include preliminary, failed and abandoned runs: 10% of the GPU-hours went to attempts that failed or were cut off, 60% to attempts that still ran when the logs were written.',
    );
  });

  it('is not told where the logs have no states, or of those that have none', async () => {
    const stateless = grid({ state: 'unknown' });
    expect(lostIn(...stateless)).toContain('the logs do not tell how attempts ended');
    expect(await pageOf(factsOf(stateless))).toContain(
      'What was lost is not known: the logs do not tell how attempts ended',
    );
    const half = lostIn(...grid(), other({ state: 'unknown', elapsed: 6 * HOUR }));
    expect(half).toContain(
      'no GPU-hours went to attempts that failed or were cut off; how attempts with another 50% ended',
    );
  });

  it('is said of attempts that failed after a time that no log tells', () => {
    const crashed = other({ state: 'failed', start: Number.NaN, end: Number.NaN, elapsed: Number.NaN });
    expect(lostIn(...grid(), crashed)).toContain('of 1 attempt that did not complete the logs tell no GPU-hours');
  });
});

describe('a model that no log shows', () => {
  it('has no figures where nothing completed', () => {
    const facts = factsOf(grid({ state: 'failed' }));
    expect(textOf(facts)).toContain('What training one model and tuning it took is not known: nothing completed');
    expect(textOf(facts)).toContain('How much more is not known: nothing completed');
    expect(textOf(facts)).toMatch(/emissions: "" # fill in, grams, one model: not known/);
    expect(textOf(facts)).toMatch(/\| GPU-hours of one model \| not known \|/);
    expect(statementTex(facts)).toContain('Single model & not known & not known & not known & not known');
    expect(textOf(facts)).toContain('tiers.singleModel.rule');
    expect(textOf(facts)).not.toContain('tiers.singleModel.gpuHours');
    expect(statementTex(facts)).toContain(' & Attempts & GPU-hours & Cloud compute & Electricity');
    expect(statementTex(facts)).toMatch(/Full project & 3 & 6 & /);
  });

  it('is not the longest job', () => {
    const text = textOf(
      factsOf([other({}), other({ jobId: '10', name: 'eval', submit: T0 + 5 * DAY, elapsed: 9 * HOUR })]),
    );
    expect(text).not.toMatch(/Training one model takes|Yes: the project/);
  });

  it('is all there is, where the published job is the only one', () => {
    const text = textOf(factsOf([other({})], { final: '9' }));
    expect(text).toContain('No, as far as the logs show: they hold little or nothing beside the final model.');
  });
});

it('a part that was asked for is told as one, in the statement, the rule and the head of the page', async () => {
  const facts = factsOf([...grid(), other({ user: 'ben' })], { selection: { user: 'ines' } });
  expect(textOf(facts)).toContain('Only attempts chosen by --user are counted: the logs hold others.');
  expect(facts.tiers.project.rule).toBe(
    'every attempt in the logs chosen by --user, failed and abandoned ones included',
  );
  expect(await pageOf(facts)).toContain('only attempts chosen by --user');
  const all = factsOf(grid(), { selection: { user: 'ines' } });
  expect(textOf(all)).not.toContain('are counted: the logs hold');
});

describe('a project of processors alone', () => {
  const facts = factsOf(grid({ gpus: 0, gpuTypes: '', cpus: 16 }), { final: '1' });

  it('is compared by core-hours, and its rent is not $0', () => {
    const text = textOf(facts);
    expect(text).toContain('The project took 96 CPU-core-hours');
    expect(text).toContain('One model takes 32 CPU-core-hours');
    expect(text).toContain('Yes: the project took 3 times the CPU-core-hours of the final model');
    expect(text).toContain('cloud rent is priced for GPUs only');
    expect(text).not.toContain('$0');
  });

  it('says the same at the head of the page and under the answer', async () => {
    const page = await pageOf(facts);
    expect(page).toContain('Developing the model took 3 times what training it takes');
    expect(page).toMatch(/took 3 times the electricity of the single model/);
  });
});

it('electricity of attempts of which neither GPUs nor processors are told is not 0', async () => {
  const facts = factsOf(grid({ gpus: 0, gpuTypes: '', cpus: Number.NaN, memoryGb: Number.NaN }));
  expect(textOf(facts)).toContain('cannot be estimated: the logs tell neither GPUs nor processors');
  expect(textOf(facts)).not.toMatch(/(?<![\d.,])0 (kWh|kg)|\$0(?![\d.])/);
  expect(await pageOf(facts)).toContain('Energy not known');
});

it('a run on average has the cores of those that tell them, on GPUs where there are any', () => {
  const silent = other({ cpus: Number.NaN, memoryGb: Number.NaN, elapsed: 40 * HOUR });
  const preprocessing = other({ jobId: '10', gpus: 0, gpuTypes: '', cpus: 64, memoryGb: 500, elapsed: 40 * HOUR });
  expect(textOf(factsOf([...grid(), silent, preprocessing]))).toContain(
    'a run on average with 2 CPU cores and 8 GB of memory',
  );
});

it('processors that the logs do not tell are said to be missing from the electricity', () => {
  const facts = factsOf(grid({ cpus: Number.NaN, memoryGb: Number.NaN }));
  expect(facts.diagnostics).toContainEqual(expect.objectContaining({ rule: 'host-untold', count: 3 }));
  expect(textOf(facts)).toContain('processors and memory, which the logs do not tell');
  expect(factsOf(grid()).diagnostics.map(({ rule }) => rule)).not.toContain('host-untold');
});
