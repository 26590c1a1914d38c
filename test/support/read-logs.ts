import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { analyse } from '../../src/analysis/analyse.ts';
import { type Intake, ingest } from '../../src/ingest/ingest.ts';
import type { LogSettings } from '../../src/ingest/source.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { stateOf } from '../../src/model/job-state.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';

export type LogFiles = Readonly<Record<string, string | Uint8Array>>;

export interface ReadOptions {
  readonly zone?: string;
  readonly settings?: LogSettings;
}

/** Runs something on a directory with these files, which is gone afterwards. */
export async function withFiles<T>(files: LogFiles, run: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'runledger-read-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), content);
    }
    return await run(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Reads logs as the command line does, from the disk. */
export const intakeOf = (files: LogFiles, { zone = 'UTC', settings = {} }: ReadOptions = {}): Promise<Intake> =>
  withFiles(files, (directory) => ingest([directory], { zone, settings }));

export async function factsFrom(files: LogFiles, options: ReadOptions = {}): Promise<ProjectFacts> {
  const intake = await intakeOf(files, options);
  return analyse(intake, { projectName: 'logs', version: '0', method: findMethod('default'), selection: {} });
}

/** An attempt in the words of a test. */
export interface ReadAttempt {
  readonly id: string;
  readonly raw: string;
  readonly name: string;
  readonly user: string;
  readonly state: string;
  readonly wall: number;
  readonly gpus: number;
}

export const attemptsIn = ({ ledger }: ProjectFacts): ReadAttempt[] =>
  Array.from(ledger.row, (row, attempt) => ({
    id: ledger.table.jobId.at(row),
    raw: ledger.table.jobIdRaw.at(row) || ledger.table.jobId.at(row),
    name: ledger.table.name.at(row),
    user: ledger.table.user.at(row),
    state: stateOf(ledger.state[attempt] as number),
    wall: ledger.wall[attempt] as number,
    gpus: ledger.table.gpus.at(row),
  }));

/** GPU-seconds of all attempts; GPUs that are not known count none. */
export const gpuSecondsIn = (facts: ProjectFacts): number =>
  attemptsIn(facts).reduce((sum, { wall, gpus }) => sum + (Number.isNaN(gpus) ? 0 : wall * gpus), 0);

export const rulesIn = (facts: ProjectFacts): string[] => facts.diagnostics.map(({ rule }) => rule);
