import { table } from './csv/table/table.ts';
import { runledgerJobs } from './jobs-csv/jobs-csv.ts';
import { jobcomp } from './slurm/jobcomp/jobcomp.ts';
import { sacctJson, sacctYaml, scontrolJson, scontrolYaml } from './slurm/json/sources.ts';
import { mysqldump } from './slurm/mysqldump/mysqldump.ts';
import { sacctFixed } from './slurm/sacct-fixed.ts';
import { sacctText } from './slurm/sacct-text.ts';
import { scontrolText } from './slurm/scontrol/scontrol.ts';
import type { DirectorySource, LogSettings, Source } from './source.ts';
import { wandbChart } from './wandb/exports/chart.ts';
import { wandbApi } from './wandb/exports/wandb-api.ts';
import { wandbApiCsv } from './wandb/exports/wandb-api-csv.ts';
import { wandbTable } from './wandb/exports/wandb-table.ts';
import { wandbRuns } from './wandb/wandb-runs.ts';

/** Every kind of log that can be read. To add one: a folder beside `slurm/` and a line here. */
const SOURCES: readonly Source[] = [
  sacctText,
  sacctFixed,
  sacctJson,
  sacctYaml,
  scontrolJson,
  scontrolYaml,
  scontrolText,
  jobcomp,
  mysqldump,
  wandbTable,
  wandbApiCsv,
  wandbApi,
  wandbChart,
  table,
  runledgerJobs,
];

/** Kinds of logs that are directories of several files. They take theirs first. */
export const DIRECTORY_SOURCES: readonly DirectorySource[] = [wandbRuns];

const LEAST_SURE = 0.5;

/** A source, and how sure it is of a file, 0 to 1. */
export interface Recognised {
  readonly source: Source;
  readonly sure: number;
}

/** The source that is surest of a file, or undefined when none is sure enough. */
export function surestOf(head: string, settings: LogSettings = {}): Recognised | undefined {
  let best: Recognised | undefined;
  for (const source of SOURCES) {
    const sure = source.sniff(head, settings);
    if (best === undefined ? sure >= LEAST_SURE : sure > best.sure) best = { source, sure };
  }
  return best;
}

export const recognise = (head: string): Source | undefined => surestOf(head)?.source;
