import type { ProjectFacts } from '../model/facts.ts';
import { UNTOLD_GPUS } from '../model/job.ts';
import { stateOf } from '../model/job-state.ts';
import { ADDED_JOBS_COLUMNS, JOBS_COLUMNS } from '../model/jobs-columns.ts';
import type { SweepFindings, TriedParameter } from '../model/sweep.ts';
import { CsvWriter } from './csv-writer.ts';
import { isStamped, sourceOf, submitted } from './run-id.ts';

const HEADER = [...JOBS_COLUMNS, ...ADDED_JOBS_COLUMNS].join();

/** One row an attempt: `jobs.csv`, in pieces, so that a million rows need not be held at once. */
export function* jobsCsv(facts: ProjectFacts): Generator<Uint8Array> {
  const csv = new CsvWriter(HEADER);
  const firstOfRun = firstAttempts(facts);
  for (let attempt = 0; attempt < facts.ledger.count; attempt++) {
    writeIdentity(csv, facts, attempt, firstOfRun);
    writeTimes(csv, facts, attempt);
    writeAmounts(csv, facts, attempt);
    writeSweep(csv, facts.findings, attempt);
    writeAdded(csv, facts, attempt);
    csv.endRow();
    if (csv.isFull()) yield* csv.rest();
  }
  yield* csv.rest();
}

function firstAttempts({ ledger }: ProjectFacts): Uint32Array {
  const first = new Uint32Array(ledger.runs);
  for (let attempt = ledger.count - 1; attempt >= 0; attempt--) first[ledger.run[attempt] as number] = attempt;
  return first;
}

/** `84_2@2018-03-01T10:00:00Z`: the job id and when it was submitted, or started. */
function writeId(csv: CsvWriter, facts: ProjectFacts, attempt: number, jobId: string): void {
  csv.stamped(jobId, submitted(facts, attempt));
}

function writeIdentity(csv: CsvWriter, facts: ProjectFacts, attempt: number, firstOfRun: Uint32Array): void {
  const { row, run } = facts.ledger;
  const at = row[attempt] as number;
  const { name, user, account, cluster, partition } = facts.labelsOf(attempt);
  const first = firstOfRun[run[attempt] as number] as number;
  const { jobId, jobIdRaw } = facts.idsOf(at);
  writeId(csv, facts, attempt, jobId);
  const source = sourceOf(facts, at);
  csv.text(source);
  csv.text(cluster);
  csv.text(jobId);
  csv.text(jobIdRaw || jobId);
  const firstId = first === attempt ? jobId : facts.idsOf(row[first] as number).jobId;
  if (isStamped(facts, row[first] as number, source)) writeId(csv, facts, first, firstId);
  else csv.text(firstId);
  csv.text(name);
  csv.text(user);
  csv.text(account);
  csv.text(partition);
}

function writeTimes(csv: CsvWriter, { ledger }: ProjectFacts, attempt: number): void {
  const state = stateOf(ledger.state[attempt] as number);
  const wall = ledger.wall[attempt] as number;
  csv.text(state);
  csv.exactTime(ledger.table.submit.at(ledger.row[attempt] as number));
  csv.exactTime(wall > 0 ? (ledger.start[attempt] as number) : Number.NaN);
  csv.exactTime(wall > 0 && state !== 'running' ? (ledger.end[attempt] as number) : Number.NaN);
  csv.exact(wall);
}

function writeAmounts(csv: CsvWriter, facts: ProjectFacts, attempt: number): void {
  const { ledger } = facts;
  const row = ledger.row[attempt] as number;
  const gpus = possible(ledger.table.gpus.at(row));
  const isUntold = Number.isNaN(gpus) && ledger.table.gpuTypes.at(row).endsWith(UNTOLD_GPUS);
  const { energyKwh, cloudUsd } = facts.costOf(attempt);
  csv.exact(gpus);
  csv.text(isUntold ? UNKNOWN_MODEL : modelNames(facts.gpusOf(attempt), gpus));
  csv.number(((ledger.wall[attempt] as number) * gpus) / 3600);
  csv.number(energyKwh);
  csv.number(cloudUsd);
}

/** Without a number of GPUs: that the logs do not tell them, as elsewhere that they do not tell their model. */
const UNKNOWN_MODEL = 'unknown';

/** `A100`, or `A100=2;V100=1` for several models, or for one of which there are not as many as GPUs. */
function modelNames(models: readonly { readonly model: string; readonly count: number }[], gpus: number): string {
  const [first] = models;
  if (first === undefined) return '';
  if (models.length === 1 && first.count === gpus) return first.model;
  return models.map(({ model, count }) => `${model}=${count}`).join(';');
}

/** The sweep and the parameters as a JSON object in a cell of its own; empty when there are none. */
function writeSweep(csv: CsvWriter, { sweeps, sweepOf, triedIn, valueIn }: SweepFindings, attempt: number): void {
  const sweep = sweepOf[attempt] as number;
  const tried = sweep < 0 ? [] : triedIn(sweep);
  csv.text(sweeps[sweep]?.id ?? '');
  csv.beginObject();
  for (let parameter = 0; parameter < tried.length; parameter++) {
    const { key, values } = tried[parameter] as TriedParameter;
    const value = values[valueIn(attempt, parameter)];
    if (value !== undefined) csv.member(key, value);
  }
  csv.endObject();
}

/** What another report needs to reckon the same from this file alone. */
function writeAdded(csv: CsvWriter, { ledger, findings, metric }: ProjectFacts, attempt: number): void {
  const { table, row } = ledger;
  const at = row[attempt] as number;
  const sweep = findings.sweeps[findings.sweepOf[attempt] as number];
  for (const column of [table.cpus, table.memoryGb, table.nodes]) csv.exact(possible(column.at(at)), true);
  for (const column of [table.energyJoules, table.gpuEnergyJoules]) csv.exact(possible(column.at(at)));
  csv.exact(possible(table.gpuUtilisation.at(at)), true);
  csv.text(sweep?.kind ?? '');
  csv.exact(sweep?.confidence ?? Number.NaN);
  csv.exact(sweep !== undefined && sweep.runs > sweep.members.length ? sweep.runs : Number.NaN);
  const value = metric?.valueOf(attempt) ?? Number.NaN;
  csv.text(metric === undefined || Number.isNaN(value) ? '' : metric.name);
  csv.exact(value);
}

/** An amount as far as it is one: what is negative or infinite would not be read back, and counts as not known. */
const possible = (amount: number): number => (amount >= 0 && Number.isFinite(amount) ? amount : Number.NaN);
