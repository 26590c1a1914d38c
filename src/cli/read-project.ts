import { type AnalysisOptions, analyse, type Stage } from '../analysis/analyse.ts';
import { type Intake, ingest } from '../ingest/ingest.ts';
import { zoneClock } from '../ingest/timestamp.ts';
import type { ProjectFacts } from '../model/facts.ts';
import { dateOption } from './date-option.ts';
import { settingsOf } from './log-settings.ts';
import { outputMetricIn } from './outputs/output-metric.ts';
import type { ConfigFile } from './parse-config.ts';
import { type Progress, progressBar } from './progress.ts';
import {
  type CommonOptions,
  eventsIn,
  isZoneSaid,
  methodOf,
  metricIn,
  placed,
  projectNameOf,
  projectRulesOf,
  publishedIn,
  toldSweepsIn,
  zoneOf,
} from './report-settings.ts';
import { noteUnusedColumns, noteUnusedHardware } from './unused-settings.ts';
import { packageVersion } from './version.ts';

/** Options of commands that read logs as one project. */
export interface ProjectOptions extends CommonOptions {
  readonly config?: string;
  readonly since?: string;
  readonly until?: string;
  readonly user?: string;
  readonly account?: string;
  readonly quiet?: boolean;
}

/**
 * Reads logs and works out what the project took.
 *
 * @param onGrouped told when sweeps are found and what they cost is still to be added up, and how many records there are
 * @throws AppError when an option, the configuration or the logs must be changed
 */
export async function readProject(
  paths: readonly string[],
  options: ProjectOptions,
  file: ConfigFile,
  onGrouped: (records: number) => void = () => undefined,
): Promise<ProjectFacts> {
  const progress = progressBar(options.quiet === true);
  const onStage = (stage: Stage, records: number): void => {
    progress.note(STAGES[stage]);
    if (stage === 'usage') onGrouped(records);
  };
  return readFacts(paths, options, file, { onProgress: progress.update, onStage }).finally(progress.stop);
}

/** What the bar says once all is read, where that takes a while. */
const STAGES: Readonly<Record<Stage, string>> = {
  ledger: ', counting attempts',
  sweeps: ', finding sweeps',
  usage: ', adding up',
};

/** Who is told how far it is. */
interface Listeners {
  readonly onProgress: Progress['update'];
  readonly onStage: (stage: Stage, records: number) => void;
}

async function readFacts(
  paths: readonly string[],
  options: ProjectOptions,
  file: ConfigFile,
  { onProgress, onStage }: Listeners,
): Promise<ProjectFacts> {
  const selection = selectionOf(options);
  const method = methodOf(options, file);
  const project = projectRulesOf(options, file);
  const zone = zoneOf(options, file);
  const metric = metricIn(options, file)?.name;
  const settings = { ...settingsOf(file.config), ...(metric === undefined ? {} : { metric }) };
  const intake = await ingest(paths, { zone, settings, onProgress });
  if (zone === 'UTC' && intake.usedZone) noteZone(intake);
  noteUnusedColumns(intake, file);
  noteUnusedHardware(intake, file, method.name);
  return factsOf(intake, options, file, {
    ...{ projectName: projectNameOf(options, file, paths), method, version: packageVersion() },
    selection: project === undefined ? selection : { ...selection, project },
    ...{ clock: clockOf(zone, intake.usedZone && !isZoneSaid(options, file)), events: eventsIn(file, zone) },
    onStage: (stage) => onStage(stage, intake.table.records),
  });
}

/** Hours of logs that carry no zone, read as UTC, are those of wherever they were written. */
const clockOf = (zone: string, isOfLogs: boolean): NonNullable<AnalysisOptions['clock']> => ({
  ...{ zone, isOfLogs },
  toLocal: zoneClock(zone),
});

type Chosen = Omit<AnalysisOptions, 'final' | 'metric' | 'told'>;

function factsOf(intake: Intake, options: ProjectOptions, file: ConfigFile, chosen: Chosen): ProjectFacts {
  try {
    const [final, metric, told] = [publishedIn(options, file), metricIn(options, file), toldSweepsIn(file)];
    return analyse(intake, { ...chosen, final, metric, told, outputMetric: outputMetricIn(file) });
  } catch (error) {
    throw placed(error, options, file);
  }
}

function noteZone(intake: Intake): void {
  const message =
    'times in the logs carry no zone and are read as UTC; say --timezone if they are local. Durations that logs state do not depend on it; one that is reckoned from start and end is an hour off where the clock changed between them';
  intake.diagnostics.note('timezone', 'info', message);
}

function selectionOf({ user, account, since, until }: ProjectOptions) {
  return {
    ...(user === undefined ? {} : { user }),
    ...(account === undefined ? {} : { account }),
    ...(since === undefined ? {} : { since: dateOption('since', since) }),
    ...(until === undefined ? {} : { until: dateOption('until', until) }),
  };
}
