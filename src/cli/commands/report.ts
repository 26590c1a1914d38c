import { styleText } from 'node:util';
import { Command, Option } from 'commander';
import type { ProjectFacts } from '../../model/facts.ts';
import { redact } from '../../report/redact.ts';
import { knownNames } from '../../report/redaction/known-names.ts';
import { LOCALES } from '../../report/render/locale.ts';
import { reportJson } from '../../report/report-json.ts';
import { METHOD_NAMES } from '../../tables/methods/registry.ts';
import { commandOf } from '../command-of.ts';
import { readConfig } from '../config.ts';
import { PenThread } from '../drawing/pen-thread.ts';
import { builtRuntime } from '../live-runtime.ts';
import { type ProjectOptions, readProject } from '../read-project.ts';
import { localeOf } from '../report-settings.ts';
import { summaryText } from '../summary.ts';
import { writeReport } from '../write-report.ts';

interface ReportOptions extends ProjectOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly strict?: boolean;
  readonly static?: boolean;
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
    .addOption(new Option('--locale <code>', 'how the page writes numbers (default: en)').choices(LOCALES))
    .option('--redact', 'leave out names of people, jobs and machines')
    .option('--static', 'charts as drawings only, without the script that lets them be pointed at and zoomed')
    .option('--json', 'print report.json instead of a summary')
    .option('--quiet', 'print nothing but errors')
    .option('--no-color', 'plain text')
    .option('--strict', 'exit with 1 when a record had to be rejected')
    .action(runReport);

async function runReport(paths: readonly string[], options: ReportOptions): Promise<void> {
  const config = await readConfig(options.config, paths);
  const charts = new PenThread();
  const project = await readProject(paths, options, config, (records) => charts.start(records));
  const facts = { ...project, command: commandOf(paths, options, config) };
  const unspoken = options.redact === true ? knownNames(facts) : undefined;
  const shown = unspoken === undefined ? facts : redact(facts, unspoken);
  // Sweeps are found: half of what a large log takes in memory is not asked for any more.
  facts.ledger.table.command.forget();
  const directory = options.out ?? `reports/${fileName(facts.project.name)}`;
  const live = options.static === true ? undefined : builtRuntime();
  const tools = { locale: localeOf(options, config), live, pen: charts.pen };
  const page = await writeReport(shown, directory, { ...tools, unspoken });
  print(shown, page, options);
  if (options.strict === true && facts.ledger.reconciliation.rejected > 0) process.exitCode = REJECTED;
}

function print(facts: ProjectFacts, page: string, { json, quiet, color }: ReportOptions): void {
  const styled = color && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const bold = (text: string): string => (styled ? styleText('bold', text) : text);
  if (json === true) for (const piece of reportJson(facts)) process.stdout.write(piece);
  else if (quiet !== true) process.stdout.write(summaryText(facts, page, bold));
}

/** A project's name as the name of a folder. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'project';
