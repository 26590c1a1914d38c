import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = new URL('../src/', import.meta.url).pathname;

/** Who may import whom; `CONTRIBUTING.md` says why. `errors` is the shared wording of what users must change. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  stats: ['model'],
  tables: ['model', 'errors'],
  ingest: ['model', 'tables', 'errors'],
  ledger: ['model', 'stats'],
  sweep: ['model', 'stats'],
  cost: ['model', 'stats', 'tables', 'errors'],
  sensitivity: ['model', 'stats'],
  whatif: ['model', 'stats', 'tables', 'sweep', 'cost'],
  analysis: ['model', 'stats', 'tables', 'ledger', 'sweep', 'cost', 'sensitivity', 'whatif', 'errors'],
  audit: ['model', 'stats', 'tables', 'errors'],
  report: ['model', 'stats'],
  live: ['report'],
  cli: ['model', 'ingest', 'analysis', 'audit', 'report', 'tables', 'errors'],
  errors: [],
  index: ['model', 'ingest', 'analysis', 'audit', 'report', 'tables', 'errors'],
};

/** Where Node's modules may be imported. */
const IMPURE = [/^cli\//, /^ingest\/(files|read-file)\.ts$/];

/** What tells the time, the place or the dice: only the command line may ask. */
const AMBIENT = /\b(Date\.now|new Date\(\)|Math\.random|process\.|performance\.now|toLocale\w+|Intl\.)/;

/** What asks another machine. */
const NETWORK = /\bfetch\(|\bWebSocket\b|'node:(https?|http2|net|tls|dns|dgram)/;

/** Text that runs in a reader's browser, not here. */
const FOR_THE_BROWSER = /^(report\/assets|live)\//;

const MOST_LINES = 200;
const EXEMPT_FROM_LENGTH = [/^tables\//, /^report\/assets\//];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split('\\').join('/'));

const roomOf = (file: string): string => (file.split('/')[0] ?? file).replace(/\.ts$/, '');
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);
const inRoom = (file: string, specifier: string): string =>
  roomOf(
    relative(SRC, join(SRC, file, '..', specifier))
      .split('\\')
      .join('/'),
  );

describe('the house', () => {
  it('is looked at at all', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(100);
  });

  it.each(files)('%s imports only from rooms that it may enter', (file) => {
    const room = roomOf(file);
    const entered = importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => inRoom(file, specifier))
      .filter((other) => other !== room);
    expect(MAY_IMPORT[room], `${room} is not a room of this house`).toBeDefined();
    expect(entered.filter((other) => !MAY_IMPORT[room]?.includes(other))).toEqual([]);
  });

  it.each(files.filter((file) => !IMPURE.some((pattern) => pattern.test(file))))('%s is pure', (file) => {
    expect(importsOf(file).filter((specifier) => specifier.startsWith('node:'))).toEqual([]);
    if (FOR_THE_BROWSER.test(file)) return;
    const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code.match(AMBIENT)?.[0]).toBeUndefined();
  });

  it('runs other programs only to collect', () => {
    const running = files.filter((file) => importsOf(file).includes('node:child_process'));
    expect(running).toEqual(['cli/collect/run-sacct.ts']);
  });

  it('asks the network only to collect', () => {
    const asking = files.filter((file) => !FOR_THE_BROWSER.test(file) && NETWORK.test(textOf(file)));
    expect(asking.filter((file) => !file.startsWith('cli/collect/wandb/'))).toEqual([]);
    expect(asking).not.toEqual([]);
  });

  it.each(files.filter((file) => !EXEMPT_FROM_LENGTH.some((pattern) => pattern.test(file))))(
    '%s is a small room',
    (file) => {
      expect(textOf(file).split('\n').length).toBeLessThanOrEqual(MOST_LINES + 1);
    },
  );
});
