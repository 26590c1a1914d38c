import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import { type AnalysisOptions, analyse, type Stage } from '../../analysis/analyse.ts';
import { type Intake, ingest } from '../../ingest/ingest.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import { redact } from '../../report/redact.ts';
import { reportJson } from '../../report/report-json.ts';
import { METHOD_NAMES } from '../../tables/methods/registry.ts';
import { readConfig } from '../config.ts';
import { dateOption } from '../date-option.ts';
import { settingsOf } from '../log-settings.ts';
import type { ConfigFile } from '../parse-config.ts';
import { type NotingProgress, progressBar } from '../progress.ts';
import {
  type CommonOptions,
  methodOf,
  metricIn,
  placed,
  projectNameOf,
  projectRulesOf,
  publishedIn,
  toldSweepsIn,
  zoneOf,
} from '../report-settings.ts';
import { summaryText } from '../summary.ts';
import { noteUnusedColumns, noteUnusedHardware } from '../unused-settings.ts';
import { packageVersion } from '../version.ts';
import { writeReport } from '../write-report.ts';

interface ReportOptions extends CommonOptions {
  readonly out?: string;
  readonly config?: string;
  readonly since?: string;
  readonly until?: string;
  readonly user?: string;
  readonly account?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly strict?: boolean;
}

/** Exit code of a run that did its work but, under `--strict`, found records that it had to reject. */
const REJECTED = 1;

/** `runledger report`: logs in, the cost of the project out. */
export const reportCommand = (): Command =>
  new Command('report')
    .description('read job logs and write what the project cost: a page, tables and a compute statement')
    .argument('<path...>', 'files or directories of logs')
    .option('-o, --out <dir>', 'where to write (default: reports/<project>)')
    .option('--project <name>', 'name of the project (default: that of the first path)')
    .option('--config <file>', 'what to know of the logs (default: runledger.yaml beside them or here)')
    .option('--since <date>', 'only jobs submitted then or later')
    .option('--until <date>', 'only jobs submitted before')
    .option('--user <name>', 'only jobs of this user')
    .option('--account <name>', 'only jobs of this account')
    .option('--timezone <iana>', 'zone of times that carry none (default: UTC)')
    .option('--method <name>', `set of assumptions: ${METHOD_NAMES.join(', ')} (default: default)`)
    .option('--region <code>', 'country or US state whose electricity grid was used, e.g. DE, US-CA')
    .option('--final <job>', 'id of the job whose model was published')
    .option('--metric <name>', 'metric by which the best run is the model, where none was published')
    .addOption(new Option('--goal <way>', 'which way that metric is better').choices(['min', 'max']))
    .option('--redact', 'leave out names of people, jobs and machines')
    .option('--json', 'print report.json instead of a summary')
    .option('--quiet', 'print nothing but errors')
    .option('--no-color', 'plain text')
    .option('--strict', 'exit with 1 when a record had to be rejected')
    .action(runReport);

async function runReport(paths: readonly string[], options: ReportOptions): Promise<void> {
  const progress = progressBar(options.quiet === true);
  const facts = await readFacts(paths, options, progress).finally(progress.stop);
  const shown = options.redact === true ? redact(facts) : facts;
  const page = await writeReport(shown, options.out ?? `reports/${fileName(facts.project.name)}`);
  print(shown, page, options);
  if (options.strict === true && facts.ledger.reconciliation.rejected > 0) process.exitCode = REJECTED;
}

/** What the bar says once all is read, where that takes a while. */
const STAGES: Readonly<Record<Stage, string>> = {
  ledger: ', counting attempts',
  sweeps: ', finding sweeps',
  usage: ', adding up',
};

async function readFacts(
  paths: readonly string[],
  options: ReportOptions,
  progress: NotingProgress,
): Promise<ProjectFacts> {
  const selection = selectionOf(options);
  const file = await readConfig(options.config, paths);
  const method = methodOf(options, file);
  const project = projectRulesOf(options, file);
  const zone = zoneOf(options, file);
  const settings = settingsOf(file.config);
  const intake = await ingest(paths, { zone, settings, onProgress: progress.update });
  if (zone === 'UTC' && intake.usedZone) noteZone(intake);
  noteUnusedColumns(intake, file);
  noteUnusedHardware(intake, file, method.name);
  const projectName = projectNameOf(options, file, paths);
  return factsOf(intake, options, file, {
    ...{ projectName, method, version: packageVersion() },
    selection: project === undefined ? selection : { ...selection, project },
    onStage: (stage) => progress.note(STAGES[stage]),
  });
}

type Chosen = Pick<AnalysisOptions, 'projectName' | 'method' | 'version' | 'selection' | 'onStage'>;

function factsOf(intake: Intake, options: ReportOptions, file: ConfigFile, chosen: Chosen): ProjectFacts {
  try {
    const [final, metric, told] = [publishedIn(options, file), metricIn(options, file), toldSweepsIn(file)];
    return analyse(intake, { ...chosen, final, metric, told });
  } catch (error) {
    throw placed(error, options, file);
  }
}

function print(facts: ProjectFacts, page: string, { json, quiet, color }: ReportOptions): void {
  const styled = color && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const bold = (text: string): string => (styled ? styleText('bold', text) : text);
  if (json === true) for (const piece of reportJson(facts)) process.stdout.write(piece);
  else if (quiet !== true) process.stdout.write(summaryText(facts, page, bold));
}

function noteZone(intake: Intake): void {
  const message =
    'times in the logs carry no zone and are read as UTC; say --timezone if they are local. Durations do not depend on it';
  intake.diagnostics.note('timezone', 'info', message);
}

function selectionOf({ user, account, since, until }: ReportOptions) {
  return {
    ...(user === undefined ? {} : { user }),
    ...(account === undefined ? {} : { account }),
    ...(since === undefined ? {} : { since: dateOption('since', since) }),
    ...(until === undefined ? {} : { until: dateOption('until', until) }),
  };
}

/** A project's name as the name of a folder. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'project';
