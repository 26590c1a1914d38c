import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { collectWandb, type Surroundings } from '../../src/cli/collect/wandb/collect-wandb.ts';
import type { CollectWandbOptions } from '../../src/cli/collect/wandb/wandb-options.ts';
import { type FakeProject, fakeWandb, KEY } from './fake-wandb.ts';
import { scratch } from './scratch.ts';

/** When the command is run: all fake runs are older. */
export const NOW = Date.parse('2024-03-17T10:11:12Z') / 1000;

/** A line that was saved. */
export interface SavedLine {
  readonly format: string;
  readonly entity: string;
  readonly project: string;
  readonly run: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly sweep: Readonly<Record<string, unknown>> | null;
  readonly metadata: object | null;
}

/** A server with a project, an empty directory, and the command as it runs there: at a fixed time, without chance, and without waiting. */
export async function wandbSetUp(start: Partial<FakeProject> = {}) {
  const server = await fakeWandb(start);
  onTestFinished(server.stop);
  const out = join(scratch(), 'logs');
  const [warnings, bars, waits, notes]: [string[], string[], number[], string[]] = [[], [], [], []];
  const surroundings: Surroundings = {
    now: () => NOW,
    sleep: async (seconds) => void waits.push(seconds),
    random: () => 1,
    patience: 0.5,
    environment: { WANDB_API_KEY: KEY },
    home: '/nowhere',
    progress: {
      update: (done, total) => bars.push(`${done}/${total}`),
      stop: () => undefined,
      note: (text) => notes.push(text),
    },
    warn: (line) => warnings.push(line),
  };
  const collect = (options: Partial<CollectWandbOptions> = {}, changed: Partial<Surroundings> = {}): Promise<string> =>
    collectWandb('ines/lisa', { out, baseUrl: server.base, ...options }, { ...surroundings, ...changed });
  return { ...server, out, collect, surroundings, warnings, bars, waits, notes };
}

/** The lines of all files in a directory, in the order of the files' names. */
export const linesIn = (directory: string): SavedLine[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(directory, name), 'utf8').trimEnd().split('\n'))
    .map((line): SavedLine => JSON.parse(line));

export const namesIn = (directory: string): string[] => linesIn(directory).map(({ run }) => run.name);

export const recordIn = (directory: string) => JSON.parse(readFileSync(join(directory, 'collect.json'), 'utf8'));
