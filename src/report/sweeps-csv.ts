import type { CostedSweep, ProjectFacts } from '../model/facts.ts';
import { type BestRun, bestRun } from './best-run.ts';
import { CsvWriter } from './csv-writer.ts';

const HEADER =
  'sweep_id,name,kind,attempts,runs,start_utc,end_utc,gpu_hours,cloud_usd_low,cloud_usd_high,energy_kwh,coverage,confidence,parameters_json,best_metric,best_run_id';

/** One row a sweep: `sweeps.csv`, in pieces. The last two columns stay empty where runs are not compared by a metric, as in logs of schedulers. */
export function* sweepsCsv(facts: ProjectFacts): Generator<Uint8Array> {
  const csv = new CsvWriter(HEADER);
  for (const [index, sweep] of facts.sweeps.entries()) {
    writeSweep(csv, sweep, bestRun(facts, index));
    if (csv.isFull()) yield* csv.rest();
  }
  yield* csv.rest();
}

function writeSweep(csv: CsvWriter, { sweep, usage, costs, start, end }: CostedSweep, best?: BestRun): void {
  for (const text of [sweep.id, sweep.name, sweep.kind]) csv.text(text);
  for (const count of [sweep.members.length, sweep.runs]) csv.number(count);
  for (const time of [start, end]) csv.time(time);
  const { cloudUsd, energyKwh } = costs;
  for (const amount of [usage.gpuHours, cloudUsd.low, cloudUsd.high, energyKwh.value]) csv.number(amount);
  for (const share of [sweep.coverage, sweep.confidence]) csv.number(share);
  csv.text(JSON.stringify(sweep.parameters));
  csv.exact(best?.value ?? Number.NaN);
  csv.text(best?.runId ?? '');
  csv.endRow();
}
