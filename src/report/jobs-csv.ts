import type { ProjectFacts } from '../model/facts.ts';
import { stateOf } from '../model/job-state.ts';
import { CsvWriter } from './csv-writer.ts';
import { utcTime } from './utc-time.ts';

const HEADER =
  'attempt_id,source,cluster,job_id,job_id_raw,run_id,name,user,account,partition,state,submitted_utc,started_utc,ended_utc,wall_seconds,gpus,gpu_model,gpu_hours,energy_kwh,cloud_usd,sweep_id,params_json';

/** One row an attempt: `jobs.csv`, in pieces, so that a million rows need not be held at once. */
export function* jobsCsv(facts: ProjectFacts): Generator<Uint8Array> {
  const csv = new CsvWriter(HEADER);
  const firstOfRun = firstAttempts(facts);
  for (let attempt = 0; attempt < facts.ledger.count; attempt++) {
    writeIdentity(csv, facts, attempt, firstOfRun);
    writeTimes(csv, facts, attempt);
    writeAmounts(csv, facts, attempt);
    writeSweep(csv, facts, attempt);
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
function attemptId({ ledger }: ProjectFacts, attempt: number): string {
  const { table } = ledger;
  const row = ledger.row[attempt] as number;
  return `${table.jobId.at(row)}@${utcTime(table.submit.at(row)) || utcTime(ledger.start[attempt] as number)}`;
}

function writeIdentity(csv: CsvWriter, facts: ProjectFacts, attempt: number, firstOfRun: Uint32Array): void {
  const { table } = facts.ledger;
  const row = facts.ledger.row[attempt] as number;
  const { name, user, account, cluster, partition } = facts.labelsOf(attempt);
  const id = attemptId(facts, attempt);
  const first = firstOfRun[facts.ledger.run[attempt] as number] as number;
  const jobId = table.jobId.at(row);
  csv.text(id);
  csv.text(table.sources[table.file.at(row)] ?? '');
  csv.text(cluster);
  csv.text(jobId);
  csv.text(table.jobIdRaw.at(row) || jobId);
  csv.text(first === attempt ? id : attemptId(facts, first));
  csv.text(name);
  csv.text(user);
  csv.text(account);
  csv.text(partition);
}

function writeTimes(csv: CsvWriter, { ledger }: ProjectFacts, attempt: number): void {
  const state = stateOf(ledger.state[attempt] as number);
  const wall = ledger.wall[attempt] as number;
  csv.text(state);
  csv.time(ledger.table.submit.at(ledger.row[attempt] as number));
  csv.time(wall > 0 ? (ledger.start[attempt] as number) : Number.NaN);
  csv.time(wall > 0 && state !== 'running' ? (ledger.end[attempt] as number) : Number.NaN);
  csv.number(wall);
}

function writeAmounts(csv: CsvWriter, facts: ProjectFacts, attempt: number): void {
  const { ledger } = facts;
  const gpus = ledger.table.gpus.at(ledger.row[attempt] as number);
  const { energyKwh, cloudUsd } = facts.costOf(attempt);
  csv.number(gpus);
  csv.text(modelNames(facts.gpusOf(attempt)));
  csv.number(((ledger.wall[attempt] as number) * gpus) / 3600);
  csv.number(energyKwh);
  csv.number(cloudUsd);
}

/** `A100`, or `A100=2;V100=1` for several models. */
const modelNames = (models: readonly { readonly model: string; readonly count: number }[]): string =>
  models.length <= 1 ? (models[0]?.model ?? '') : models.map(({ model, count }) => `${model}=${count}`).join(';');

function writeSweep(csv: CsvWriter, { findings }: ProjectFacts, attempt: number): void {
  const found = findings.sweeps[findings.sweepOf[attempt] as number];
  csv.text(found?.id ?? '');
  csv.written(found === undefined ? '' : parametersCell(findings.parametersOf(attempt)));
}

const MOST_TEXTS = 10_000;
const jsonTexts = new Map<string, string>();

/** A text as JSON inside a quoted cell: `""adam""`. Keys and values come again and again, so they are remembered. */
function jsonText(text: string): string {
  const known = jsonTexts.get(text);
  if (known !== undefined) return known;
  const written = JSON.stringify(text).replaceAll('"', '""');
  if (jsonTexts.size < MOST_TEXTS) jsonTexts.set(text, written);
  return written;
}

/** Parameters as a JSON object in a quoted cell; empty when there are none. */
function parametersCell(parameters: ReadonlyMap<string, string>): string {
  let members = '';
  for (const [key, value] of parameters) members += `${members === '' ? '' : ','}${jsonText(key)}:${jsonText(value)}`;
  return members === '' ? '' : `"{${members}}"`;
}
