import { type AnalysisOptions, analyse } from '../../src/analysis/analyse.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Selection } from '../../src/ledger/select-attempts.ts';
import type { Correction } from '../../src/model/correction.ts';
import { Diagnostics, type Reject } from '../../src/model/diagnostic.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { blankJob, type Job } from '../../src/model/job.ts';
import { JobTable } from '../../src/model/job-table.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Method } from '../../src/model/method.ts';
import type { ProjectEvent } from '../../src/model/project-event.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';

// Small logs for tests, given job by job. What a test does not say is the same for all: one Titan X for an hour.

/** 2018-03-01T10:00:00Z. */
export const T0 = Date.UTC(2018, 2, 1, 10) / 1000;
export const HOUR = 3600;
export const DAY = 86_400;

/** What a test says of a job; an id follows from the position, times follow from `submit` and `elapsed`. */
export type JobSketch = Partial<Job>;

export function jobOf(sketch: JobSketch, index: number): Job {
  const { submit = T0, elapsed = HOUR } = sketch;
  const start = sketch.start ?? submit + 60;
  const isTask = sketch.arrayJobId !== undefined;
  return {
    ...blankJob(index + 2),
    cluster: 'selenite',
    jobId: isTask ? `${sketch.arrayJobId}_${sketch.arrayTask}` : String(1000 + index),
    jobIdRaw: '',
    arrayJobId: Number.NaN,
    arrayTask: Number.NaN,
    name: 'train',
    command: 'sbatch train.sh',
    user: 'ines',
    account: 'parsing',
    partition: 'titanx',
    workDir: '/home/ines/lisa',
    state: 'completed',
    submit,
    start,
    end: start + elapsed,
    elapsed,
    cpus: 2,
    gpus: 1,
    gpuTypes: 'titanx=1',
    memoryGb: 8,
    ...sketch,
  };
}

export function tableOf(sketches: readonly JobSketch[], path = 'logs/sacct.txt'): JobTable {
  const table = new JobTable();
  const file = table.addFile(path, 'slurm-sacct');
  sketches.forEach((sketch, index) => {
    table.push(jobOf(sketch, index), file);
  });
  return table;
}

export const ledgerOf = (sketches: readonly JobSketch[]): Ledger =>
  buildLedger(tableOf(sketches), { ...emptyReconciliation(), records: sketches.length }, new Diagnostics());

export interface FactsOptions {
  readonly method?: Method;
  readonly final?: string;
  readonly selection?: Selection;
  readonly projectName?: string;
  readonly rejects?: readonly Reject[];
  readonly diagnostics?: Diagnostics;
  /** How messages name the one log file. */
  readonly path?: string;
  /** What the user says of sweeps. */
  readonly corrections?: readonly Correction[];
  readonly metric?: AnalysisOptions['metric'];
  readonly events?: readonly ProjectEvent[];
}

export function factsOf(sketches: readonly JobSketch[], options: FactsOptions = {}): ProjectFacts {
  const { method = findMethod('default'), projectName = 'lisa', selection = {}, rejects = [], final } = options;
  const { diagnostics = new Diagnostics(), path = 'logs/sacct.txt', corrections, metric, events = [] } = options;
  const told = corrections === undefined ? undefined : { path: 'runledger.yaml', corrections };
  const counts = { ...emptyReconciliation(), records: sketches.length + rejects.length, rejected: rejects.length };
  const inputs = [{ path, source: 'slurm-sacct', sha256: '0'.repeat(64), bytes: 1, records: counts.records }];
  return analyse(
    { table: tableOf(sketches, path), inputs, counts, rejects, diagnostics },
    { projectName, version: '0.1.0', method, selection, final, told, metric, events },
  );
}

/** The names of the jobs in each sweep, by the sweep's id; jobs in none under `none`. */
export function jobsBySweep({ ledger, findings }: Pick<ProjectFacts, 'ledger' | 'findings'>): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const id = findings.sweeps[findings.sweepOf[attempt] as number]?.id ?? 'none';
    groups[id] ??= [];
    groups[id].push(ledger.table.name.at(ledger.row[attempt] as number));
  }
  return groups;
}
