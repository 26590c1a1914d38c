import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CutHandler, Cutter } from '../../../../src/ingest/slurm/json/cut-handler.ts';
import { JsonCutter } from '../../../../src/ingest/slurm/json/json-cutter.ts';
import { sacctJson, sacctYaml, scontrolJson, scontrolYaml } from '../../../../src/ingest/slurm/json/sources.ts';
import { YamlCutter } from '../../../../src/ingest/slurm/json/yaml-cutter.ts';
import { readWith } from '../../../support/read-source.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

const PRETTY = slurmFixture('24.05/sacct-json/sacct.json');
const COMPACT = JSON.stringify(JSON.parse(PRETTY));
const YAML = slurmFixture('24.11/sacct-yaml/sacct.yaml.gz').slice(0, 60_000);
/** 22.05 prints its header first, and pretty-prints in another way. */
const OLD = slurmFixture('22.05/sacct-json/sacct.json.gz').slice(0, 60_000);

const idsOf = (text: string, source = sacctJson): string[] => readWith(source, text).jobs.map(({ jobId }) => jobId);
const IDS = ['84_3', '84_4', '100+1', '110', '111', '112', '113'];
const rulesOf = (text: string, source = sacctJson): string[] => readWith(source, text).rejects.map(({ rule }) => rule);
const notesOf = (text: string): string[] => readWith(sacctJson, text).diagnostics.map(({ rule }) => rule);

const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 });

describe('blocks of any sizes give the same', () => {
  it.each([
    ['pretty', sacctJson, PRETTY],
    ['on one line', sacctJson, COMPACT],
    ['cut and with its header first', sacctJson, OLD],
    ['damaged', sacctJson, PRETTY.replaceAll('"name"', '"na}me').replace('"het":', '"het"')],
    ['YAML', sacctYaml, YAML],
  ] as const)('%s', (_, source, text) => {
    const whole = readWith(source, text);
    expect(whole.jobs.length + whole.rejects.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(sizes, (blocks) => {
        expect(readWith(source, text, blocks)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
    expect(readWith(source, text, [1])).toEqual(whole);
  });
});

describe('around the list of jobs', () => {
  it('may stand a byte order mark, messages of commands, other documents', () => {
    const noise = 'sacct: error: {slurmdbd} is away\n$ sacct --json\n';
    expect(idsOf(`\uFEFF${PRETTY}`)).toEqual(IDS);
    expect(idsOf(noise + PRETTY)).toEqual(IDS);
    expect(idsOf(PRETTY + COMPACT + PRETTY)).toEqual([...IDS, ...IDS, ...IDS]);
    expect(idsOf(PRETTY.replaceAll('\n', '\r\n'))).toEqual(IDS);
  });

  it('errors of the dump are noted', () => {
    const failed = {
      ...JSON.parse(PRETTY),
      errors: [{ description: 'no', error_number: 2000, error: 'x', source: 'y' }],
    };
    expect(notesOf(JSON.stringify(failed))).toEqual(['slurm-dump-errors']);
    const text = `${YAML.slice(0, YAML.indexOf('\n- !!map', 20_000))}\n!!str errors: !!seq\n- !!map\n  !!str error: !!str x\n...\n`;
    expect(readWith(sacctYaml, text).diagnostics.map(({ rule }) => rule)).toEqual(['slurm-dump-errors']);
    expect(notesOf(PRETTY)).toEqual([]);
  });

  it('lists of the same name elsewhere are not taken for it', () => {
    expect(idsOf(COMPACT.replace('"meta":{', '"meta":{"jobs":[{"job_id":1}],'))).toEqual(IDS);
    expect(idsOf(COMPACT.replace('"het":', '"jobs":[{"job_id":1}],"het":'))).toEqual(IDS);
  });
});

describe('a file that is cut', () => {
  it('anywhere gives the jobs before the cut, and says that it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(PRETTY, COMPACT), fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
        const end = Math.floor(part * (text.trimEnd().length - 1));
        const { jobs, rejects, diagnostics } = readWith(sacctJson, text.slice(0, end));
        expect(IDS.slice(0, jobs.length)).toEqual(jobs.map(({ jobId }) => jobId));
        expect(rejects.length).toBeLessThanOrEqual(1);
        const said = diagnostics.filter(({ rule }) => rule === 'slurm-cut-file').length + rejects.length;
        expect(said).toBe(text.slice(0, end).trim() === '' ? 0 : 1);
      }),
      { numRuns: 200 },
    );
  });

  it('in YAML too', () => {
    const jobs = idsOf(YAML, sacctYaml);
    expect(jobs.length).toBeGreaterThan(2);
    expect(rulesOf(YAML, sacctYaml)).toEqual(['slurm-cut-object']);
    // Cut after a line in the middle of a job, which is valid YAML as it stands.
    const half = YAML.slice(0, YAML.lastIndexOf('\n  !!str name:') + 1);
    expect(rulesOf(half, sacctYaml)).toEqual(['slurm-cut-object']);
    expect(idsOf(half, sacctYaml)).toEqual(jobs);
    const whole = YAML.slice(0, YAML.lastIndexOf('\n- !!map\n') + 1);
    expect(idsOf(whole, sacctYaml)).toEqual(jobs);
    expect(rulesOf(whole, sacctYaml)).toEqual([]);
  });
});

describe('a damaged job is set aside and the next are read', () => {
  const second = (text: string, from: string | RegExp, to: string): string => {
    const start = text.indexOf('"account"', text.indexOf('"working_directory"'));
    return text.slice(0, start) + text.slice(start).replace(from, to);
  };
  const others = IDS.filter((id) => id !== '84_4');

  it.each([
    ['a value is missing', '"elapsed": 100', '"elapsed": '],
    ['a brace is missing at its end', /\}(?=,\s*\{\s*"account": "parsing",\s*"allocation_nodes": 0)/, ''],
    ['a brace is missing within', /"state": \{/, '"state": '],
    ['a brace too many opens', '"state": {', '"state": {{'],
    ['a quote is missing', '"name": "grid"', '"name": "grid'],
    ['bytes are noise', '"partition": "gpu"', '"partition": \u0000\u0001'],
  ])('%s', (_, from, to) => {
    const text = second(PRETTY, from, to);
    expect(text).not.toBe(PRETTY);
    expect(idsOf(text)).toEqual(others);
    expect(rulesOf(text)).toEqual(['slurm-damaged-object']);
    const [reject] = readWith(sacctJson, text).rejects;
    expect(text.split('\n')[(reject?.line ?? 0) - 1]).toBe('  {');
    expect(reject?.text.length).toBeLessThanOrEqual(500);
    expect(reject?.text).toMatch(/^\{\s+"account": "parsing"/);
  });

  it.each([
    ['a brace is missing', '"state":{', '"state":'],
    ['a quote is missing', '"name":"grid"', '"name":"grid'],
  ])('%s, all on one line', (_, from, to) => {
    const text = second(COMPACT, from, to);
    expect(idsOf(text)).toEqual(others);
    expect(rulesOf(text)).toEqual(['slurm-damaged-object']);
  });

  it('one that closes too early loses its rest only', () => {
    const text = second(COMPACT, '"submit_line":', '"x":1}},"submit_line":');
    expect(idsOf(text)).toEqual(IDS);
    expect(rulesOf(text)).toEqual(['slurm-damaged-object']);
  });

  it('in YAML', () => {
    const ids = idsOf(YAML, sacctYaml);
    for (const [from, to] of [
      ['!!str elapsed:', '!!str elapsed: ]:'],
      ['- !!map\n  !!str account', '*!!map\n  !!str account'],
      ['  !!str name: ', 'x'],
    ] as const) {
      const at = YAML.indexOf(from, YAML.indexOf('\n- !!map', YAML.indexOf('\n- !!map') + 9));
      const text = YAML.slice(0, at) + to + YAML.slice(at + from.length);
      expect(rulesOf(text, sacctYaml)).toEqual(['slurm-damaged-object', 'slurm-cut-object']);
      expect(ids.filter((id) => !idsOf(text, sacctYaml).includes(id)).length).toBeLessThanOrEqual(2);
      expect(idsOf(text, sacctYaml).length).toBeGreaterThan(0);
    }
  });

  it.each(['1', 'null', '"x"', '[[]]', '[{"job_id":1}]'])('%s in the place of a job', (value) => {
    const text = COMPACT.replace('"jobs":[', `"jobs":[${value},`);
    expect(idsOf(text)).toEqual(IDS);
    expect(rulesOf(text)).toEqual(['slurm-damaged-object']);
  });

  it.each(['{}', '{"job_id":"x"}', '{"job_id":-1}', '{"job_id":1.5}', '{"account":null}'])('%s is no job', (value) => {
    const text = COMPACT.replace('"jobs":[', `"jobs":[${value},`);
    expect(idsOf(text)).toEqual(IDS);
    expect(rulesOf(text)).toEqual(['slurm-not-a-job']);
  });

  it('nesting without end is no job', () => {
    const deep = `{"account":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(rulesOf(COMPACT.replace('"jobs":[', `"jobs":[${deep},`))).toEqual(['slurm-damaged-object']);
    const yaml = YAML.replace('\n- !!map', `\n- a: ${'['.repeat(100_000)}\n- !!map`);
    expect(rulesOf(yaml, sacctYaml)[0]).toBe('slurm-damaged-object');
  });
});

interface Cuts extends CutHandler {
  readonly log: string[];
}

function logging(): Cuts {
  const log: string[] = [];
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    log,
    job: (bytes, line) => {
      const isJob = text(bytes).startsWith('{') ? !text(bytes).includes('bad') : true;
      if (isJob) log.push(`job ${line} ${bytes.length}`);
      return isJob;
    },
    spoilt: (why, bytes, line) => log.push(`${why} ${line} ${bytes.length}`),
    other: (key) => log.push(key),
    unfinished: (line) => log.push(`unfinished ${line}`),
  };
}

function cut(make: (handler: CutHandler) => Cutter, text: string): string[] {
  const handler = logging();
  const cutter = make(handler);
  cutter.feed(new TextEncoder().encode(text));
  cutter.end();
  return handler.log;
}

describe('a job that is larger than the memory set aside for one', () => {
  const job = (id: number, size = 0): string => `{"account":"${'x'.repeat(size)}","job_id":${id}}`;

  it('is set aside, and the next are found', () => {
    const text = `{"jobs":[${job(1)},\n${job(2, 5000)},\n${job(3)}]}`;
    expect(cut((handler) => new JsonCutter(handler, 1000), text)).toEqual(['job 1 25', 'large 2 1000', 'job 3 25']);
  });

  it('because its end is missing is cut where the next begin', () => {
    const many = Array.from({ length: 100 }, (_, id) => job(id)).join(',\n');
    const text = `{"jobs":[${job(1)},\n{"account":"y",\n${many}]}`.replace('"y",\n{', '"y","z":\n,{');
    const log = cut((handler) => new JsonCutter(handler, 1000), text);
    expect(log.filter((line) => line.startsWith('job')).length).toBe(101);
    expect(log.filter((line) => !line.startsWith('job'))).toEqual(['damaged 2 21']);
  });

  it('in YAML', () => {
    const text = `jobs:\n- account: a\n- account: ${'x'.repeat(500)}\n  b: ${'x'.repeat(600)}\n  c: 1\n- account: c\n...\n`;
    expect(cut((handler) => new YamlCutter(handler, 1000), text)).toEqual(['job 2 13', 'large 3 1000', 'job 6 13']);
    const long = `jobs:\n- account: ${'x'.repeat(5000)}\n- account: c\n...\n`;
    expect(cut((handler) => new YamlCutter(handler, 1000), long)).toEqual(['large 2 1000', 'job 3 13']);
  });
});

describe('texts in YAML', () => {
  const item = (name: string): string =>
    `- !!map\n  !!str account: !!str a\n  !!str job_id: !!int 7\n  !!str name: ${name}\n  !!str time: !!map\n    !!str elapsed: !!int 3\n`;
  const nameOf = (name: string): string[] => {
    const text = `%YAML 1.1\n--- !!map\n!!str jobs: !!seq\n${item(name)}${item('!!str next')}...\n`;
    return readWith(sacctYaml, text).jobs.map((job) => job.name);
  };

  it.each([
    ['block', '!!str |-\n    - a\n\n    jobs:\n    - b\n    ...', '- a\n\njobs:\n- b\n...'],
    ['folded block', '!!str >-\n    a\n    - b', 'a - b'],
    ['plain over lines', '!!str a\n    - b\n    c', 'a - b c'],
    ['double-quoted over lines', '!!str "a\\tb\n    - c \\u65E5\n\n    d"', 'a\tb - c 日\nd'],
    ['single-quoted over lines', "!!str 'it''s\n\n    a: \"b\"'", 'it\'s\na: "b"'],
    ['a number without a tag', '007', '007'],
    ['a number without a tag, again', '1e3', '1e3'],
    ['empty', '!!str', ''],
    ['null', '!!null null', ''],
  ])('%s', (_, written, name) => {
    expect(nameOf(written)).toEqual([name, 'next']);
  });

  it('an alias is damage', () => {
    const text = `jobs:\n${item('&a x')}${item('*a')}...\n`;
    expect(rulesOf(text, sacctYaml)).toEqual(['slurm-damaged-object']);
  });

  it('what steps used is left out, and only that', () => {
    const { jobs, settled } = readWith(
      sacctYaml,
      `jobs:\n${item('x').trimEnd()}\n  steps:\n  - time:\n      elapsed: 3\n    tres:\n      requested:\n      - *broken\n    step:\n      id: 7.0\n    statistics:\n      energy:\n        consumed: !!int 9\n  tres:\n    allocated:\n    - type: gres\n      name: gpu\n      count: !!int 2\n...\n`,
    );
    expect(settled).toEqual({ steps: 1 });
    expect(jobs[0]).toMatchObject({ gpus: 2, energyJoules: 9 });
  });
});

describe('random damage', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const SOURCES = [
    [sacctJson, encode(PRETTY)],
    [sacctJson, encode(COMPACT)],
    [sacctYaml, encode(YAML.slice(0, 30_000))],
    [scontrolJson, encode(slurmFixture('24.11/squeue-json/squeue.json.gz').slice(0, 40_000))],
    [scontrolYaml, encode(YAML.slice(0, 20_000).replaceAll('state', 'job_state'))],
  ] as const;

  it.each(SOURCES.map(([source, bytes]) => [source.name, source, bytes] as const))(
    'never throws: %s',
    (_, source, bytes) => {
      const structural = fc.constantFrom(...encode('{}[]",:\\\n -!&*|>').values());
      const change = fc.tuple(fc.nat(bytes.length - 1), fc.oneof(fc.nat(255), structural));
      fc.assert(
        fc.property(fc.array(change, { maxLength: 60 }), fc.nat(bytes.length), sizes, (changes, from, blocks) => {
          const damaged = bytes.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          const moved = damaged.slice(from % 3 === 0 ? from : 0);
          const whole = readWith(source, moved);
          expect(readWith(source, moved, blocks)).toEqual(whole);
          for (const { text } of whole.rejects) expect(text.length).toBeLessThanOrEqual(500);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('of any text at all never throws', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"jobs":',
      '"account":1',
      ',',
      '"',
      '\n',
      '{"jobs":[',
      'jobs:\n',
      '- ',
      '  ',
      'x: ',
      '\\',
      '|',
      '!!map',
      '...',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
        for (const [source] of SOURCES) readWith(source, words.join(''), [3]);
      }),
      { numRuns: 500 },
    );
  });
});
