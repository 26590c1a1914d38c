import type { Basis, Citation } from '../../src/model/basis.ts';
import { estimate, exactly, multiplyRanges, type Range, scaleRange } from '../../src/model/estimate.ts';
import type { CostedSweep, ProjectFacts } from '../../src/model/facts.ts';
import type { JobState } from '../../src/model/job-state.ts';
import { JobTable } from '../../src/model/job-table.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Losses } from '../../src/model/loss.ts';
import type { Method, PublishedStudy, Rate } from '../../src/model/method.ts';
import type { ProjectEvent } from '../../src/model/project-event.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import type { Spending } from '../../src/model/spending.ts';
import type { Evidence, SweepKind } from '../../src/model/sweep.ts';
import type { Costs, Tier } from '../../src/model/tier.ts';
import type { Share, Timeline, Usage, WallHistogram } from '../../src/model/usage.ts';
import type { WeekHours } from '../../src/model/week-hours.ts';
import { sampleWhatIf } from './sample-what-if.ts';

// Facts for tests of the page: as large and as varied as those of the LISA study (Strubell et al. 2019: 123 searches,
// 4,789 jobs, 172 days, 239,942 GPU-hours, Titan X 72 % and M40 28 %), but drawn from a seed and not from any log.

const DAY = 86_400;
const START = Date.UTC(2017, 5, 9) / 1000;
const HOURS_BY_STATE: readonly (readonly [JobState, number])[] = [
  ['completed', 0.861],
  ['failed', 0.052],
  ['cancelled', 0.047],
  ['timeout', 0.031],
  ['out-of-memory', 0.006],
  ['requeued', 0.003],
];

/** Numbers in [0, 1) that are the same in every test run (the generator of Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PAPER: Citation = {
  source: 'Strubell, Ganesh and McCallum: Energy and Policy Considerations for Deep Learning in NLP, Table 4',
  url: 'https://arxiv.org/abs/1906.02243',
  date: '2019',
};
const basis: readonly Basis[] = [{ kind: 'table', note: 'as the study has it', citation: PAPER }];
const rate = (name: string, unit: string, range: Range): Rate => ({ name, unit, basis, ...range });

const PUBLISHED: PublishedStudy = {
  title: 'Energy and Policy Considerations for Deep Learning in NLP',
  citation: PAPER,
  tiers: [
    { tier: 'singleModel', jobs: 1, hours: 120, cloud: '$52–$175', electricity: '$5' },
    { tier: 'singleTune', jobs: 24, hours: 2880, cloud: '$1,238–$4,205', electricity: '$118' },
    { tier: 'project', jobs: 4789, hours: 239_942, cloud: '$103k–$350k', electricity: '$9,870' },
  ],
};

const GPU_PRICE = { low: 0.43, value: 1.46, high: 1.46 };

const sampleMethod: Method = {
  name: 'strubell-2019',
  title: 'the constants of Strubell, Ganesh and McCallum 2019',
  gpuPower: (model) =>
    rate(`mean power of one ${model === '' ? 'GPU of unknown model' : model}`, 'W', {
      low: 198,
      value: 217,
      high: 242,
    }),
  cpuPower: rate('mean power of one CPU core', 'W', exactly(0)),
  memoryPower: rate('mean power of one GB of memory', 'W', exactly(0)),
  pue: rate('power usage effectiveness of the building', '1', { low: 1.4, value: 1.58, high: 1.67 }),
  grid: rate('emissions of the grid', 'kg CO₂e/kWh', exactly(0.43273)),
  electricity: rate('price of electricity', 'USD/kWh', exactly(0.12)),
  gpuPrice: () => rate('rent of one P100 in a public cloud', 'USD/h', GPU_PRICE),
  published: PUBLISHED,
};

function costsOf(gpuHours: number, method: Method = sampleMethod): Costs {
  const energy = multiplyRanges(scaleRange(method.gpuPower('Titan X'), gpuHours / 1000), method.pue);
  return {
    energyKwh: estimate(energy, basis),
    co2eKg: estimate(multiplyRanges(energy, method.grid), basis),
    cloudUsd: estimate(scaleRange(method.gpuPrice('Titan X'), gpuHours), basis),
    electricityUsd: estimate(multiplyRanges(energy, method.electricity), basis),
  };
}

export function usageOf(attempts: number, gpuHours: number): Usage {
  const gpuHoursByModel = new Map(
    gpuHours > 0
      ? [
          ['Titan X', gpuHours * 0.72],
          ['Tesla M40', gpuHours * 0.28],
        ]
      : [],
  );
  return {
    attempts,
    attemptsThatRan: attempts,
    wallHours: gpuHours,
    cpuHours: gpuHours * 4,
    memoryGbHours: 0,
    gpuHours,
    gpuHoursByModel,
  };
}

const tier = (attempts: number, gpuHours: number, rule: string, sweepId?: string): Tier => ({
  attempts,
  gpuHours,
  wallHours: gpuHours,
  cpuHours: gpuHours * 4,
  rule,
  costs: costsOf(gpuHours),
  ...(sweepId === undefined ? {} : { sweepId }),
});

const EVIDENCE: readonly Evidence[] = [
  { rule: 'complete-grid', note: 'Every combination of the values was tried at least once.' },
  { rule: 'shared-name', note: 'The names differ only in the values of the parameters.' },
];
const KINDS: readonly SweepKind[] = ['grid', 'grid', 'grid', 'random', 'seeds', 'mixed', 'adaptive', 'unclear'];
const PARAMETERS: readonly Record<string, readonly string[]>[] = [
  { lr: ['1e-4', '3e-4', '1e-3', '3e-3'], dropout: ['0.1', '0.25', '0.5'] },
  {
    lr: ['0.001', '0.01'],
    layers: ['4', '8', '10', '12'],
    heads: ['4', '8'],
    warmup: ['4000', '8000'],
    batch: ['2500', '5000'],
  },
  { seed: ['1', '2', '3', '4', '5'] },
  {},
];

/** Sweeps with hours and attempts that add up to the given totals. */
export function sampleSweeps(count: number, attempts: number, gpuHours: number, days: number): CostedSweep[] {
  const random = seeded(1906);
  const weights = Array.from({ length: count }, () => 0.15 + random() ** 3 * 4);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  const starts = weights.map(() => random() * 0.93).sort((a, b) => a - b);
  return weights.map((weight, index) => {
    const share = weight / whole;
    const start = START + (starts[index] ?? 0) * days * DAY;
    const end = Math.min(START + days * DAY, start + (1 + random() * 9 * weight) * DAY);
    const own = index === count - 1 ? attempts - given : Math.max(1, Math.round(attempts * share));
    given += own;
    return sweepAt(index, own, gpuHours * share, start, end, random());
  });
}

function sweepAt(
  index: number,
  attempts: number,
  gpuHours: number,
  start: number,
  end: number,
  luck: number,
): CostedSweep {
  const lost = luck ** 3 * 0.6;
  const id = `sweep-${String(index + 1).padStart(3, '0')}`;
  const parameters = PARAMETERS[index % PARAMETERS.length] ?? {};
  return {
    sweep: {
      id,
      name: `lisa-${['srl', 'parse', 'pos', 'elmo-srl'][index % 4]}-conll05-${index + 1}`,
      kind: KINDS[index % KINDS.length] ?? 'unclear',
      members: new Uint32Array(0),
      runs: attempts,
      parameters,
      coverage: Object.keys(parameters).length === 0 ? Number.NaN : 1 - luck * 0.2,
      confidence: 0.99 - luck * 0.3,
      evidence: EVIDENCE,
      explanation: 'Every combination of lr (3 values) and do (2), submitted within 10 seconds.',
      missing: index % 3 === 0 && Object.keys(parameters).length > 0 ? [parametersMissing(parameters)] : [],
      ...(index % 7 === 6 ? { refines: `sweep-${String(index).padStart(3, '0')}` } : {}),
    },
    usage: usageOf(attempts, gpuHours),
    costs: costsOf(gpuHours),
    start,
    end,
    gpuHoursByState: new Map([
      ['completed', gpuHours * (1 - lost)],
      ['failed', gpuHours * lost],
    ]),
    outcome: index % 11 === 10 ? 'abandoned' : lost > 0.05 ? 'partly' : 'completed',
  };
}

/** GPU-hours of sweeps spread evenly from start to end, as mean GPUs a bin of half a day. */
function timelineOf(sweeps: readonly CostedSweep[], days: number): Timeline {
  const bins = new Float64Array(days * 2);
  for (const { start, end, usage } of sweeps) {
    const from = Math.floor((start - START) / (DAY / 2));
    const to = Math.max(from + 1, Math.min(bins.length, Math.ceil((end - START) / (DAY / 2))));
    for (let bin = from; bin < to; bin++) bins[bin] = (bins[bin] ?? 0) + usage.gpuHours / ((to - from) * 12);
  }
  const series = [
    { model: 'Titan X', gpus: bins.map((gpus) => gpus * 0.72) },
    { model: 'Tesla M40', gpus: bins.map((gpus) => gpus * 0.28) },
  ];
  return { start: START, binSeconds: DAY / 2, series };
}

/** The timeline summed up, at the sample method's rent. */
function spendingOf({ start, binSeconds, series }: Timeline): Spending {
  let sum = 0;
  const gpuHours = Float64Array.from(series[0]?.gpus ?? [], (_, bin) => {
    sum += series.reduce((all, { gpus }) => all + (gpus[bin] ?? 0), 0) * (binSeconds / 3600);
    return sum;
  });
  const at = (price: number) => gpuHours.map((hours) => hours * price);
  const cloudUsd = { low: at(GPU_PRICE.low), value: at(GPU_PRICE.value), high: at(GPU_PRICE.high) };
  return { start, binSeconds, gpuHours, cloudUsd, untimedGpuHours: 0 };
}

/** Twice as much by day as at night. */
const weekHoursOf = (gpuHours: number): WeekHours => ({
  gpuHours: Float64Array.from({ length: 168 }, (_, hour) => (gpuHours * (hour % 24 < 12 ? 2 : 1)) / 252),
  untimedGpuHours: 0,
});

/** The three sweeps that lost the most. */
function lossesOf(sweeps: readonly CostedSweep[]): Losses {
  const all = sweeps.map(({ gpuHoursByState }, sweep) => ({ sweep, gpuHours: gpuHoursByState.get('failed') ?? 0 }));
  const lost = all.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  const largest = [...all].sort((a, b) => b.gpuHours - a.gpuHours).slice(0, 3);
  return {
    largest: largest.map(({ sweep, gpuHours }) => ({
      ...{ sweep, attempt: 0, row: 0, attempts: 3, gpuHours },
      cloudUsd: scaleRange(GPU_PRICE, gpuHours),
      byState: new Map([['failed', gpuHours]]),
    })),
    items: all.length,
    gpuHours: lost,
    cloudUsd: scaleRange(GPU_PRICE, lost),
  };
}

const EVENTS: readonly ProjectEvent[] = [
  { at: START + 40 * DAY, local: START + 40 * DAY, isDay: true, note: 'paper deadline' },
];

function histogramOf(attempts: number): WallHistogram {
  const random = seeded(4789);
  const edges = Array.from({ length: 37 }, (_, index) => 0.05 * (216 / 0.05) ** (index / 36));
  const counts = new Map(HOURS_BY_STATE.map(([state]) => [state, edges.slice(1).map(() => 0)]));
  for (let index = 0; index < attempts; index++) {
    const state = HOURS_BY_STATE[Math.floor(random() ** 4 * HOURS_BY_STATE.length)]?.[0] ?? 'completed';
    const middle = state === 'failed' ? 9 : 28;
    const bin = Math.min(
      35,
      Math.max(0, Math.round(middle + (random() + random() + random() - 1.5) * (state === 'failed' ? 14 : 9))),
    );
    const column = counts.get(state) ?? [];
    column[bin] = (column[bin] ?? 0) + 1;
  }
  return { edges, counts };
}

const shares = (attempts: number, gpuHours: number, parts: readonly (readonly [string, number])[]): Share[] =>
  parts.map(([key, part]) => ({ key, attempts: Math.round(attempts * part), gpuHours: gpuHours * part }));

/** A ledger that the page needs only the counts of. */
function ledgerOf(attempts: number): Ledger {
  const none = new Float64Array(0);
  const codes = new Uint32Array(0);
  const counts = {
    attempts,
    steps: attempts * 2,
    duplicates: 37,
    arrayRemainders: 4,
    nested: 0,
    ignored: 12,
    rejected: 3,
  };
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const reconciliation = attempts === 0 ? emptyReconciliation() : { ...counts, records };
  return {
    table: new JobTable(),
    count: attempts,
    row: codes,
    start: none,
    end: none,
    wall: none,
    suspended: new Float32Array(0),
    state: new Uint8Array(0),
    run: codes,
    runs: attempts,
    nested: [],
    reconciliation,
  };
}

const findings = (sweeps: readonly CostedSweep[]) => ({
  sweeps: sweeps.map(({ sweep }) => sweep),
  sweepOf: Int32Array.from(sweeps.flatMap(({ usage }, index) => Array<number>(usage.attempts).fill(index))),
  triedIn: () => [],
  valueIn: () => 0,
});

const perAttempt = {
  gpusOf: () => [],
  idsOf: () => ({ jobId: '', jobIdRaw: '' }),
  costOf: () => ({ energyKwh: 0, cloudUsd: 0 }),
  trialsOf: () => ({ parameters: [], trials: [] }),
  bestOf: () => undefined,
  labelsOf: () => ({ name: '', user: '', account: '', cluster: '', partition: '' }),
};

export interface Size {
  readonly sweeps?: number;
  readonly attempts?: number;
  readonly days?: number;
}

/** Facts like those of the LISA study, or of a project of another size. */
export function sampleFacts({ sweeps: count = 123, attempts = 4789, days = 172 }: Size = {}): ProjectFacts {
  const gpuHours = (239_942 * attempts) / 4789;
  const sweeps = sampleSweeps(count, attempts, gpuHours, days);
  const project = { name: 'lisa', start: START, end: START + days * DAY, days };
  const [usage, costs] = [usageOf(attempts, gpuHours), costsOf(gpuHours)];
  const timeline = timelineOf(sweeps, days);
  return {
    generator: { name: 'runledger', version: '0.1.0' },
    project,
    ...sampleWhatIf({ usage, costs, method: sampleMethod, project, sweeps }, 'val_accuracy'),
    method: sampleMethod,
    assumptions: [
      sampleMethod.gpuPower('Titan X'),
      sampleMethod.gpuPower('Tesla M40'),
      sampleMethod.pue,
      sampleMethod.grid,
      sampleMethod.electricity,
      sampleMethod.gpuPrice('Titan X'),
    ],
    inputs: ['06', '07', '08', '09', '10', '11'].map((month, index) => ({
      path: `logs/sacct-2017-${month}.txt`,
      source: 'slurm-sacct',
      sha256: `${index}d`.repeat(32),
      bytes: 812_345 + index * 40_961,
      records: 2400 + index,
    })),
    ledger: ledgerOf(attempts),
    usage,
    wallSummary: { min: 0.05, mean: 50.1, median: 38.4, p95: 158, max: 216 },
    costs,
    tiers: {
      singleModel: tier(1, 120, 'job 20817_3, named as the published one, with all its attempts'),
      singleTune: tier(24, 2880, 'sweep-017, the sweep of job 20817_3', sweeps[16]?.sweep.id),
      project: tier(attempts, gpuHours, 'every attempt in the logs, failed and abandoned ones included'),
    },
    findings: findings(sweeps),
    sweeps,
    byState: shares(attempts, gpuHours, HOURS_BY_STATE),
    byModel: shares(attempts, gpuHours, [
      ['Titan X', 0.72],
      ['Tesla M40', 0.28],
    ]),
    byUser: shares(attempts, gpuHours, [
      ['estrubell', 0.91],
      ['pverga', 0.09],
    ]),
    timeline,
    spending: spendingOf(timeline),
    weekHours: weekHoursOf(gpuHours),
    losses: lossesOf(sweeps),
    clock: { zone: 'UTC', isOfLogs: false },
    events: days > 40 ? EVENTS : [],
    wallHistogram: histogramOf(attempts),
    diagnostics: [
      {
        rule: 'bad-elapsed',
        severity: 'error',
        message: 'the elapsed time is no duration',
        count: 3,
        examples: [{ file: 'logs/sacct-2017-07.txt', line: 1204 }],
      },
      {
        rule: 'start-after-end',
        severity: 'warning',
        message: 'the start is later than the end; the elapsed time was taken',
        count: 11,
        examples: [
          { file: 'logs/sacct-2017-08.txt', line: 88 },
          { file: 'logs/sacct-2017-10.txt', line: 3021 },
        ],
      },
      {
        rule: 'old-file',
        severity: 'info',
        message: 'the file has no time zone; UTC was assumed',
        count: 6,
        examples: [{ file: 'logs/sacct-2017-06.txt', line: 0 }],
      },
    ],
    rejects: [],
    ...perAttempt,
  };
}

/** Facts of a project of which the logs told nothing. */
export function emptyFacts(): ProjectFacts {
  const nothing = {
    attempts: 0,
    gpuHours: 0,
    wallHours: 0,
    cpuHours: 0,
    rule: 'No attempt was found.',
    costs: costsOf(0),
  };
  const { weekHours: _, whatIf: __, ...facts } = sampleFacts({ sweeps: 0, attempts: 0, days: 1 });
  return {
    ...facts,
    project: { name: 'empty', start: Number.NaN, end: Number.NaN, days: Number.NaN },
    assumptions: [],
    inputs: [],
    usage: usageOf(0, 0),
    wallSummary: { min: Number.NaN, mean: Number.NaN, median: Number.NaN, p95: Number.NaN, max: Number.NaN },
    tiers: { singleModel: nothing, singleTune: nothing, project: nothing },
    findings: findings([]),
    sweeps: [],
    byState: [],
    byModel: [],
    byUser: [],
    timeline: { start: Number.NaN, binSeconds: 3600, series: [] },
    spending: spendingOf({ start: Number.NaN, binSeconds: 3600, series: [] }),
    wallHistogram: { edges: [], counts: new Map() },
    diagnostics: [],
  };
}

/** Text that tries to leave its place in markup, scripts, attributes, and the order of reading. */
const HOSTILE = `</script><img src=x onerror=alert(1)>"'&amp;<b>bold\u2028\u202egnp\u0000\u001b[31m\ud800`;

/** Facts in which every text that logs or users give is {@link HOSTILE}. */
/** The last value of each parameter. */
const parametersMissing = (parameters: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([key, values]) => [key, values.at(-1) ?? '']));

export function hostileFacts(): ProjectFacts {
  const facts = sampleFacts({ sweeps: 3, attempts: 30, days: 9 });
  const citation = { source: HOSTILE, url: `javascript:alert("${HOSTILE}")`, date: HOSTILE };
  const bases: readonly Basis[] = [{ kind: 'table', note: HOSTILE, citation }];
  const share = { key: HOSTILE, attempts: 3, gpuHours: 4 };
  const sweeps = facts.sweeps.map((each) => ({
    ...each,
    sweep: {
      ...each.sweep,
      id: `${each.sweep.id}${HOSTILE}`,
      name: HOSTILE,
      parameters: { [HOSTILE]: [HOSTILE, '2'] },
      evidence: [{ rule: HOSTILE, note: HOSTILE }],
      explanation: HOSTILE,
      missing: [{ [HOSTILE]: HOSTILE }],
      refines: HOSTILE,
    },
  }));
  return {
    ...facts,
    ...sampleWhatIf({ ...facts, sweeps }, HOSTILE),
    project: { ...facts.project, name: HOSTILE },
    method: { ...facts.method, name: HOSTILE, title: HOSTILE },
    assumptions: facts.assumptions.map((each) => ({ ...each, name: HOSTILE, unit: HOSTILE, basis: bases })),
    inputs: facts.inputs.map((each) => ({ ...each, path: HOSTILE, source: HOSTILE, sha256: HOSTILE })),
    usage: { ...facts.usage, gpuHoursByModel: new Map([[HOSTILE, 12]]) },
    tiers: {
      ...facts.tiers,
      singleTune: { ...facts.tiers.singleTune, rule: HOSTILE, sweepId: sweeps[0]?.sweep.id ?? '' },
    },
    sweeps,
    clock: { zone: HOSTILE, isOfLogs: false },
    events: [{ at: START + DAY, local: START + DAY, isDay: false, note: HOSTILE }],
    byState: [share],
    byModel: [share],
    byUser: [share],
    timeline: { ...facts.timeline, series: facts.timeline.series.map((each) => ({ ...each, model: HOSTILE })) },
    diagnostics: [
      { rule: HOSTILE, severity: 'error', message: HOSTILE, count: 1, examples: [{ file: HOSTILE, line: 3 }] },
    ],
  };
}
