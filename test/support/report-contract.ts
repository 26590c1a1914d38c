// The shape of report.json, schema runledger/report@1, as the contract states it. `?` marks fields that may be absent.

type Shape = string | RegExp | readonly [Shape] | { readonly [key: string]: Shape };

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const BASIS: Shape = [{ kind: /^(logged|table|assumed|user)$/, note: 'text' }];
const ESTIMATE: Shape = { low: 'number', value: 'number', high: 'number', basis: BASIS };
const COSTS = { energyKwh: ESTIMATE, co2eKg: ESTIMATE, cloudUsd: ESTIMATE, electricityUsd: ESTIMATE };
const TIER: Shape = {
  attempts: 'count',
  gpuHours: 'number',
  wallHours: 'number',
  rule: 'text',
  'sweepId?': /^sweep-\d{3,}$/,
  ...COSTS,
};
const counts = (...names: readonly string[]): Shape => Object.fromEntries(names.map((name) => [name, 'count']));
const numbers = (...names: readonly string[]): Shape => Object.fromEntries(names.map((name) => [name, 'number']));
const CLASSES = ['attempts', 'steps', 'duplicates', 'arrayRemainders', 'nested', 'ignored', 'rejected'];
const STATES = [
  'completed',
  'failed',
  'cancelled',
  'timeout',
  'out-of-memory',
  'preempted',
  'node-fail',
  'running',
  'unknown',
];

export const REPORT: Shape = {
  schema: /^runledger\/report@1$/,
  generator: { name: /^runledger$/, version: /^\d+\.\d+\.\d+/ },
  project: { name: 'text', start: TIME, end: TIME, days: 'number' },
  method: { name: 'text', assumptions: [{ name: 'text', value: 'number', unit: 'text', basis: BASIS }] },
  inputs: [{ path: 'text', source: 'text', sha256: /^[0-9a-f]{64}$/, bytes: 'count', records: 'count' }],
  reconciliation: counts('records', ...CLASSES),
  totals: {
    ...(counts('attempts', 'attemptsThatRan', 'runs') as object),
    ...(numbers('wallHours', 'gpuHours', 'cpuHours') as object),
    gpuHoursByModel: { '*': 'number' },
    gpuHoursByState: numbers(...STATES),
    wallHoursPerAttempt: numbers('min', 'mean', 'median', 'p95', 'max'),
    ...COSTS,
  },
  tiers: { singleModel: TIER, singleTune: TIER, project: TIER },
  sweeps: [
    {
      id: /^sweep-\d{3,}$/,
      name: 'text',
      kind: /^(grid|random|adaptive|seeds|mixed|unclear)$/,
      attempts: 'count',
      runs: 'count',
      start: TIME,
      end: TIME,
      gpuHours: 'number',
      parameters: { '*': ['text'] },
      coverage: 'number or null',
      confidence: 'number',
      evidence: [{ rule: 'text', note: 'text' }],
      explanation: 'text',
      missing: [{ '*': 'text' }],
      'refines?': /^sweep-\d{3,}$/,
      'best?': { runId: 'text', metric: 'text', goal: /^(min|max)$/, value: 'number' },
    },
  ],
  diagnostics: [
    {
      rule: 'text',
      severity: /^(error|warning|info)$/,
      count: 'count',
      message: 'text',
      examples: [{ file: 'text', line: 'count' }],
    },
  ],
};

const isScalar: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  'number or null': (value) => value === null || (typeof value === 'number' && Number.isFinite(value)),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
};

/** Where a value departs from a shape: `totals.gpuHours: "12" is no number`. Fields beyond the shape are welcome. */
export function departures(value: unknown, shape: Shape, at = ''): string[] {
  if (typeof shape === 'string')
    return isScalar[shape]?.(value) ? [] : [`${at}: ${JSON.stringify(value)} is no ${shape}`];
  if (shape instanceof RegExp)
    return typeof value === 'string' && shape.test(value) ? [] : [`${at}: ${JSON.stringify(value)}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at}: no list`];
    return value.flatMap((each, index) => departures(each, shape[0] as Shape, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: no object`];
  return Object.entries(shape).flatMap(([key, of]) => fieldDepartures(value as Record<string, unknown>, key, of, at));
}

function fieldDepartures(value: Record<string, unknown>, key: string, of: Shape, at: string): string[] {
  if (key === '*') return Object.entries(value).flatMap(([name, each]) => departures(each, of, `${at}.${name}`));
  const name = key.replace(/\?$/, '');
  if (!(name in value)) return name === key ? [`${at}.${name}: missing`] : [];
  return departures(value[name], of, `${at}.${name}`);
}
