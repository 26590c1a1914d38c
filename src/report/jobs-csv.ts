import type { ProjectFacts } from '../model/facts.ts';
import { stateOf } from '../model/job-state.ts';
import { type Cell, csvRows } from './csv-rows.ts';
import { utcTime } from './utc-time.ts';

const HEADER =
  'attempt_id,source,cluster,job_id,job_id_raw,run_id,name,user,account,partition,state,submitted_utc,started_utc,ended_utc,wall_seconds,gpus,gpu_model,gpu_hours,energy_kwh,cloud_usd,sweep_id,params_json';

/** One row an attempt: `jobs.csv`, in pieces. */
export const jobsCsv = (facts: ProjectFacts): Generator<string> => csvRows(HEADER.split(','), rows(facts));

function* rows(facts: ProjectFacts): Generator<Cell[]> {
  const firstOfRun = firstAttempts(facts);
  for (let attempt = 0; attempt < facts.ledger.count; attempt++) {
    yield [
      ...identity(facts, attempt, firstOfRun),
      ...times(facts, attempt),
      ...amounts(facts, attempt),
      ...sweep(facts, attempt),
    ];
  }
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

function identity(facts: ProjectFacts, attempt: number, firstOfRun: Uint32Array): Cell[] {
  const { table } = facts.ledger;
  const row = facts.ledger.row[attempt] as number;
  const { name, user, account, cluster, partition } = facts.labelsOf(attempt);
  const id = attemptId(facts, attempt);
  const first = firstOfRun[facts.ledger.run[attempt] as number] as number;
  const run = first === attempt ? id : attemptId(facts, first);
  const jobId = table.jobId.at(row);
  const source = table.sources[table.file.at(row)] ?? '';
  return [id, source, cluster, jobId, table.jobIdRaw.at(row) || jobId, run, name, user, account, partition];
}

function times({ ledger }: ProjectFacts, attempt: number): Cell[] {
  const submit = ledger.table.submit.at(ledger.row[attempt] as number);
  const state = stateOf(ledger.state[attempt] as number);
  const ran = (ledger.wall[attempt] as number) > 0;
  const end = ran && state !== 'running' ? (ledger.end[attempt] as number) : Number.NaN;
  const start = ran ? (ledger.start[attempt] as number) : Number.NaN;
  return [state, utcTime(submit), utcTime(start), utcTime(end), ledger.wall[attempt] as number];
}

function amounts(facts: ProjectFacts, attempt: number): Cell[] {
  const { ledger } = facts;
  const models = facts.gpusOf(attempt);
  const gpus = ledger.table.gpus.at(ledger.row[attempt] as number);
  const hours = ((ledger.wall[attempt] as number) * gpus) / 3600;
  const { energyKwh, cloudUsd } = facts.costOf(attempt);
  return [gpus, modelNames(models), hours, energyKwh, cloudUsd];
}

/** `A100`, or `A100=2;V100=1` for several models. */
const modelNames = (models: ReadonlyMap<string, number>): string =>
  models.size <= 1
    ? (models.keys().next().value ?? '')
    : [...models].map(([model, count]) => `${model}=${count}`).join(';');

function sweep({ findings }: ProjectFacts, attempt: number): Cell[] {
  const found = findings.sweeps[findings.sweepOf[attempt] as number];
  if (found === undefined) return ['', ''];
  const parameters = findings.parametersOf(attempt);
  return [found.id, parameters.size === 0 ? '' : JSON.stringify(Object.fromEntries(parameters))];
}
