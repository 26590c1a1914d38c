import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { linesIn, NOW, namesIn, wandbSetUp } from '../../../support/collect-from-wandb.ts';
import { type Fault, fakeRun, minute } from '../../../support/fake-wandb.ts';

const RUNS = Array.from({ length: 8 }, (_, index) => fakeRun(index));
const NAMES = RUNS.map(({ name }) => name);

/** A server that does these things first, one a query, and answers then. */
const thatFirst = (...faults: readonly Fault[]) => wandbSetUp({ runs: [...RUNS], fault: (_, index) => faults[index] });

const errors = (...messages: readonly string[]): Fault => ({
  status: 200,
  body: JSON.stringify({ data: null, errors: messages.map((message) => ({ message })) }),
});

describe('a server that is busy', () => {
  it.each([
    ['Retry-After in seconds', { 'retry-after': '7', 'ratelimit-reset': '99' }, 7],
    ['Retry-After as a date', { 'retry-after': new Date((NOW + 30) * 1000).toUTCString() }, 30],
    ['RateLimit-Reset', { 'ratelimit-remaining': '0', 'ratelimit-reset': '41.5' }, 41.5],
    ['its word for a day, up to a quarter of an hour', { 'retry-after': '86400' }, 900],
    ['no word', {}, 1],
  ])('is left alone for as long as it says: %s', async (_, headers: Record<string, string>, seconds) => {
    const { collect, out, waits, notes } = await thatFirst({ status: 429, headers });
    await collect();
    expect(waits).toEqual([seconds]);
    expect(notes).toEqual([`waiting ${Math.ceil(seconds)} s: status 429`, '']);
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('is asked for pages of the same size', async () => {
    const { collect, queries } = await thatFirst({ status: 429 }, errors('rate limit exceeded'));
    await collect({ pageSize: '8' });
    expect(queries.map(({ variables }) => variables.perPage)).toEqual([8, 8, 8]);
  });

  it('is left alone once its limit is used up', async () => {
    const project = { runCount: 0, runs: { edges: [], pageInfo: { endCursor: 'x', hasNextPage: true } } };
    const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': '12' };
    const { collect, waits } = await thatFirst({ status: 200, headers, body: JSON.stringify({ data: { project } }) });
    await collect();
    expect(waits).toEqual([12]);
  });
});

describe('a page that is too much', () => {
  it.each<[string, Fault]>([
    ['500', { status: 500 }],
    ['502 with a page for people', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['504', { status: 504 }],
    ['524', { status: 524 }],
    ['an error that says so', errors('context deadline exceeded')],
    [
      'an error beside a project without runs',
      { status: 200, body: '{"data":{"project":{"runCount":8,"runs":null}},"errors":["timeout"]}' },
    ],
    ['no answer in time', 'hang'],
  ])('is halved: %s', async (_, fault) => {
    const { collect, out, queries, waits } = await thatFirst(fault, fault);
    await collect({ pageSize: '8' });
    expect(queries.map(({ variables }) => variables.perPage)).toEqual([8, 4, 2, 2, 2, 2]);
    expect(waits).toEqual([1, 2]);
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('is halved in the middle too, at the place where it was', async () => {
    const { collect, out, queries } = await wandbSetUp({
      runs: [...RUNS],
      fault: ({ variables: { perPage } }, index) => (index > 0 && perPage > 1 ? { status: 500 } : undefined),
    });
    await collect({ pageSize: '4' });
    expect(queries.map(({ variables }) => variables.perPage)).toEqual([4, 4, 2, 1, 1, 1, 1]);
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('is larger again after twenty that worked', async () => {
    const many = Array.from({ length: 60 }, (_, index) => fakeRun(index));
    const { collect, queries } = await wandbSetUp({
      runs: many,
      fault: (_, index) => (index < 1 ? { status: 500 } : undefined),
    });
    await collect({ pageSize: '2' });
    const sizes = queries.map(({ variables }) => variables.perPage);
    expect(sizes).toEqual([2, ...Array(20).fill(1), ...Array(20).fill(2)]);
  });

  it('is given up after ten tries, and what was saved is kept', async () => {
    const { collect, out, project, queries, waits } = await wandbSetUp({ runs: [...RUNS] });
    project.fault = (_, index) => (index === 0 ? undefined : { status: 503 });
    await expect(collect({ pageSize: '2' })).rejects.toThrow(
      /graphql: gave no answer that could be used \(status 503, 10 times in a row\)\. Run the same command again later/,
    );
    expect(queries).toHaveLength(11);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(namesIn(out)).toEqual(NAMES.slice(0, 2));
  });

  it('is asked for without summaries where a single run is too much, and whole in the next call', async () => {
    const { collect, out, project, queries } = await wandbSetUp({ runs: RUNS.slice(0, 5) });
    const isHeavy = (text: string): boolean => text.includes('summaryMetrics');
    const third = Buffer.from(`${minute(1)} run0001`).toString('base64');
    project.fault = ({ query, variables: { cursor, perPage } }) =>
      isHeavy(query) && (perPage > 2 || cursor === third) ? { status: 500 } : undefined;
    expect(await collect({ pageSize: '2' })).toContain('\nsummaries of 1 run were too much for the server');
    expect(namesIn(out)).toEqual(NAMES.slice(0, 5));
    expect(linesIn(out).map(({ run }) => 'summaryMetrics' in run)).toEqual([true, true, false, true, true]);
    expect(queries.filter(({ variables }) => variables.cursor === third)).toHaveLength(9);
    project.fault = () => undefined;
    expect(await collect()).not.toContain('summaries');
    expect(linesIn(out).map(({ run }) => 'summaryMetrics' in run)).toEqual(Array(5).fill(true));
  });

  it('leaves half of each pause to chance', async () => {
    const { collect, waits, project } = await thatFirst({ status: 500 }, { status: 500 });
    await collect({}, { random: () => 0 });
    expect([waits, project.runs.length]).toEqual([[0.5, 1], 8]);
  });
});

describe('an answer that is broken', () => {
  it.each<[string, Fault]>([
    ['no JSON', { status: 200, body: '<html>' }],
    ['JSON of something else', { status: 200, body: '[1]' }],
    ['neither data nor errors', { status: 200, body: '{}' }],
    ['a connection that is reset', 'reset'],
    ['half an answer', 'cut'],
  ])('is asked for again, as large as before: %s', async (_, fault) => {
    const { collect, out, queries } = await thatFirst(fault, fault);
    await collect({ pageSize: '8' });
    expect(queries.map(({ variables }) => variables.perPage)).toEqual([8, 8, 8]);
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('of another shape is said to be no answer', async () => {
    const { collect } = await thatFirst({ status: 200, body: '{"data":{"project":{"runs":7}}}' });
    await expect(collect()).rejects.toThrow(/could be used \(an answer of another shape\)/);
  });

  it('that has more but no way to it does not go round in circles', async () => {
    const project = { runCount: 9, runs: { edges: [], pageInfo: { endCursor: null, hasNextPage: true } } };
    const { collect } = await thatFirst({ status: 200, body: JSON.stringify({ data: { project } }) });
    await expect(collect()).rejects.toThrow(/more runs, but no way to them/);
  });

  it('goes on from the last edge where the page does not tell its end', async () => {
    const cursor = Buffer.from(`${minute(0)} run0000`).toString('base64');
    const runs = { edges: [{ node: RUNS[0], cursor }, { node: null }], pageInfo: { hasNextPage: true } };
    const { collect, out, warnings } = await thatFirst({
      status: 200,
      body: JSON.stringify({ data: { project: { runs } } }),
    });
    await collect();
    expect(namesIn(out)).toEqual(NAMES);
    expect(warnings.join()).toContain('1 of a page of runs came without an id');
  });

  it('is used where only parts of it failed, and the errors are shown once', async () => {
    const project = { runCount: 1, runs: { edges: [{ node: RUNS[0] }], pageInfo: { hasNextPage: false } } };
    const body = JSON.stringify({ data: { project }, errors: [{ message: 'no info' }, { message: 'no info' }] });
    const { collect, out, warnings, base } = await thatFirst({ status: 200, body });
    await collect();
    expect(namesIn(out)).toEqual(['run0000']);
    expect(warnings).toEqual([`${base.slice(7)}: no info`]);
  });
});

describe('a server with another schema', () => {
  it('is asked without what it does not know, which is said once', async () => {
    const lacks = ['Run.runInfo', 'Run.computeSeconds', 'Sweep.displayName', 'Sweep.runCountExpected'];
    const { collect, out, queries, warnings, base } = await wandbSetUp({
      runs: [fakeRun(1, { sweepName: 's1' }), fakeRun(2), fakeRun(3)],
      sweeps: [{ name: 's1', displayName: 'x', config: 'method: grid\n' }],
      lacks,
    });
    await collect({ pageSize: '2' });
    expect(queries).toHaveLength(5);
    expect(warnings).toEqual([
      `${base.slice(7)} does not know computeSeconds, runInfo, displayName, runCountExpected: left out`,
    ]);
    const [line] = linesIn(out);
    expect(Object.keys(line?.run ?? {})).not.toContain('runInfo');
    expect(line?.run.displayName).toBe('swift-sun-1'); // Sweep.displayName is another field
    expect(Object.keys(line?.sweep ?? {})).not.toContain('displayName');
  });

  it.each([
    [['RunInfo.cpuCount', 'RunInfo.os'], 'Tesla V100'],
    [['User.username', 'User.name', 'FileEdge.node'], 'Tesla V100'],
    [
      [
        'RunInfo.program',
        'RunInfo.args',
        'RunInfo.os',
        'RunInfo.python',
        'RunInfo.cpuCount',
        'RunInfo.gpuCount',
        'RunInfo.gpu',
      ],
      undefined,
    ],
  ])('may lack %j', async (lacks, gpu) => {
    const { collect, out } = await wandbSetUp({ runs: [...RUNS], lacks });
    await collect();
    expect((linesIn(out)[0]?.run.runInfo as { gpu?: string } | undefined)?.gpu).toBe(gpu);
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('may call types otherwise', async () => {
    const message = 'Cannot query field "gpuCount" on type "RunInformation". Did you mean "gpus"?';
    const { collect, out, queries } = await thatFirst(errors(message));
    await collect();
    expect(queries[1]?.query).toContain('runInfo { program args os python cpuCount gpu }');
    expect(namesIn(out)).toEqual(NAMES);
  });

  it('must know the id, state and creation of runs', async () => {
    const { collect } = await wandbSetUp({ lacks: ['Run.createdAt'] });
    await expect(collect()).rejects.toThrow(/was refused \(Cannot query field "createdAt" on type "Run"\.\)/);
  });

  it('may have no list of sweeps', async () => {
    const runs = [fakeRun(1, { sweepName: 's1' })];
    const { collect, out, warnings } = await wandbSetUp({ runs, sweeps: [{ name: 's1' }], lacks: ['Project.sweeps'] });
    await collect();
    expect(linesIn(out)[0]?.sweep?.name).toBe('s1');
    expect(warnings.join()).toMatch(/sweeps could not be listed \(Cannot query field "sweeps".*asked for one by one/);
  });

  it('may not tell of sweeps at all', async () => {
    const runs = [fakeRun(1, { sweepName: 's1' })];
    const { collect, out } = await wandbSetUp({ runs, lacks: ['Project.sweeps', 'Project.sweep'] });
    await collect();
    expect(linesIn(out)[0]?.sweep).toBeNull();
  });
});

describe('what the user must change', () => {
  it('is the name of the project', async () => {
    const { collect } = await thatFirst({ status: 200, body: '{"data":{"project":null}}' });
    await expect(collect()).rejects.toThrow(
      /no project ines\/lisa that the API key in WANDB_API_KEY may see\. Check the name/,
    );
  });

  it.each([401, 403])('is the key, for status %i, which is not tried again', async (status) => {
    const { collect, queries, base } = await thatFirst({ status });
    await expect(collect()).rejects.toThrow(
      `${base}/graphql: the API key in WANDB_API_KEY was refused (${status}). Take a key`,
    );
    expect(queries).toHaveLength(1);
  });

  it.each<[string, Fault, RegExp]>([
    ['status 404', { status: 404, body: 'not found' }, /was refused \(status 404\)\. If --base-url is right/],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://a.example/login?k=1' } },
      /leads to https:\/\/a\.example\/login\)/,
    ],
    ['an error', errors('bad filter', 'worse\nfilter'), /\(bad filter; worse; filter\)/],
  ])('may be the address: %s', async (_, fault, message) => {
    const { collect, queries } = await thatFirst(fault);
    await expect(collect()).rejects.toThrow(message);
    expect(queries).toHaveLength(1);
  });

  it('is the machine, where there is no network', async () => {
    const { collect, stop } = await wandbSetUp();
    await stop();
    await expect(collect()).rejects.toThrow(
      /^127\.0\.0\.1:\d+: cannot be reached from here \(ECONNREFUSED: .+\)\. Run the same command on a machine with internet, and copy/,
    );
    await expect(collect({ baseUrl: 'https://nowhere.invalid' })).rejects.toThrow(
      /^nowhere\.invalid: cannot be reached/,
    );
  });

  it('is not the network, where it was there before', async () => {
    const { collect, project, stop, waits } = await wandbSetUp({ runs: [...RUNS] });
    project.fault = (_, index) => {
      if (index === 1) stop();
      return index === 0 ? undefined : 'reset';
    };
    await expect(collect({ pageSize: '2' })).rejects.toThrow(/10 times in a row\)\. Run the same command again later/);
    expect(waits).toHaveLength(9);
  });

  it('is the trust in a server without TLS', async () => {
    const plain = createServer();
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { collect } = await wandbSetUp();
    const baseUrl = `https://127.0.0.1:${(plain.address() as AddressInfo).port}`;
    await expect(collect({ baseUrl })).rejects.toThrow(
      /its certificate is not trusted \(.+\)\. Name .*NODE_EXTRA_CA_CERTS/,
    );
    plain.close();
  });
});
