import type { ProjectFacts } from '../model/facts.ts';
import { csvRows } from './csv-rows.ts';
import { utcTime } from './utc-time.ts';

const HEADER =
  'sweep_id,name,kind,attempts,runs,start_utc,end_utc,gpu_hours,cloud_usd_low,cloud_usd_high,energy_kwh,coverage,confidence,parameters_json,best_metric,best_run_id';

/** One row a sweep: `sweeps.csv`, in pieces. Slurm logs hold no metric, so the last two columns stay empty. */
export const sweepsCsv = (facts: ProjectFacts): Generator<string> =>
  csvRows(
    HEADER.split(','),
    facts.sweeps.map(({ sweep, usage, costs, start, end }) => [
      sweep.id,
      sweep.name,
      sweep.kind,
      sweep.members.length,
      sweep.runs,
      utcTime(start),
      utcTime(end),
      usage.gpuHours,
      costs.cloudUsd.low,
      costs.cloudUsd.high,
      costs.energyKwh.value,
      sweep.coverage,
      sweep.confidence,
      JSON.stringify(sweep.parameters),
      '',
      '',
    ]),
  );
