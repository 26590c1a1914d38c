import type { CostedSweep, ProjectFacts } from '../model/facts.ts';
import type { SweepSensitivity } from '../model/sensitivity.ts';
import { type BestRun, bestRun } from './best-run.ts';
import { CsvWriter } from './csv-writer.ts';

const HEADER =
  'sweep_id,name,kind,attempts,runs,start_utc,end_utc,gpu_hours,cloud_usd_low,cloud_usd_high,energy_kwh,coverage,confidence,parameters_json,best_metric,best_run_id,metric_name,metric_variance,most_sensitive_parameter,omega_squared';

/** One row a sweep: `sweeps.csv`, in pieces. The last two columns stay empty where runs are not compared by a metric, as in logs of schedulers. */
export function* sweepsCsv(facts: ProjectFacts): Generator<Uint8Array> {
  const csv = new CsvWriter(HEADER);
  const examined = new Map(facts.sensitivity?.sweeps.map((each) => [each.sweep, each]));
  for (const [index, sweep] of facts.sweeps.entries()) {
    writeSweep(csv, sweep, bestRun(facts, index));
    writeSensitivity(csv, examined.get(index));
    csv.endRow();
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
}

/** What the metric of a sweep differs by, and the parameter that it depends on most, where one is told from chance. Empty for sweeps that were not looked at. */
function writeSensitivity(csv: CsvWriter, found: SweepSensitivity | undefined): void {
  const [most] = (found?.effects?.parameters ?? []).filter(({ standing }) => standing === 'matters');
  csv.text(found?.metric?.name ?? '');
  csv.exact(found?.spread?.variance ?? Number.NaN); // may be far below six decimals
  csv.text(most?.keys.join(' ') ?? '');
  csv.number(most?.omegaSquared ?? Number.NaN);
}
