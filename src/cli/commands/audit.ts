import { styleText } from 'node:util';
import { Command } from 'commander';
import { auditClaim } from '../../audit/audit-claim.ts';
import type { AuditFacts } from '../../model/audit.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import type { PaperClaim } from '../../model/paper-claim.ts';
import { auditHtml } from '../../report/audit/audit-html.ts';
import { auditJson } from '../../report/audit/audit-json.ts';
import { auditText } from '../../report/audit/audit-text.ts';
import { hasFailures } from '../../report/audit/words.ts';
import { claimAndLogs } from '../claim-and-logs.ts';
import { ownNames } from '../own-method.ts';
import type { ConfigFile } from '../parse-config.ts';
import { type ProjectOptions, readProject } from '../read-project.ts';
import { sha256Base64 } from '../report-files.ts';
import { packageVersion } from '../version.ts';
import { writeFiles } from '../write-files.ts';

interface AuditOptions extends ProjectOptions {
  readonly out?: string;
  readonly printClaim?: boolean;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Exit code of an audit that found a figure that does not hold. */
const DOES_NOT_HOLD = 3;

/** `runledger audit`: a paper's compute figures against their own arithmetic and, where logs are given, against the logs. */
export const auditCommand = (): Command =>
  new Command('audit')
    .description("hold a paper's compute figures against their own arithmetic, and against logs")
    .argument(
      '[claim]',
      'strubell-2019, bloom, llmcarbon, or a YAML file of figures (default: claim of runledger.yaml)',
    )
    .argument('[path...]', 'files or directories of logs')
    .option('-o, --out <dir>', 'write index.html and audit.json there')
    .option('--config <file>', 'what to know of the logs (default: runledger.yaml beside them or here)')
    .option('--project <name>', 'which of the projects of the configuration the claim is of')
    .option('--since <date>', 'only jobs submitted then or later')
    .option('--until <date>', 'only jobs submitted before')
    .option('--user <name>', 'only jobs of this user')
    .option('--account <name>', 'only jobs of this account')
    .option('--timezone <iana>', 'zone of times that carry none (default: UTC)')
    .option(
      '--method <name>',
      "set of assumptions to cost the logs by (default: the claim's own method, or its constants)",
    )
    .option('--region <code>', 'country whose electricity grid was used, e.g. US, DE')
    .option('--final <job>', 'id of the job whose model was published')
    .option('--print-claim', 'print the claim as YAML, to edit, and audit nothing')
    .option('--json', 'print audit.json instead of text')
    .option('--quiet', 'print nothing but errors')
    .option('--no-color', 'plain text')
    .action(runAudit);

async function runAudit(first: string | undefined, others: readonly string[], options: AuditOptions): Promise<void> {
  const { claim, paths, file } = await claimAndLogs(first, others, options.config);
  if (options.printClaim === true) return printClaim(claim);
  const method = options.method ?? claim.method ?? file.config.method;
  const logs = await logsOf(method, paths, options, file);
  const facts = auditClaim(claim, packageVersion(), logs, method !== undefined || ownNames(file).length > 0);
  if (options.out !== undefined) {
    await writeFiles(options.out, {
      'audit.json': [auditJson(facts)],
      'index.html': [await auditHtml(facts, sha256Base64)],
    });
  }
  print(facts, options);
  if (hasFailures(facts)) process.exitCode = DOES_NOT_HOLD;
}

/** Prints what `readClaim` reads. The name is that of the file it is saved to. */
async function printClaim({ name: _, ...said }: PaperClaim): Promise<void> {
  const { stringify } = await import('yaml');
  process.stdout.write(stringify(said, { lineWidth: 120 }));
}

async function logsOf(
  method: string | undefined,
  paths: readonly string[],
  options: AuditOptions,
  file: ConfigFile,
): Promise<ProjectFacts | undefined> {
  if (paths.length === 0) return undefined;
  return readProject(paths, method === undefined ? options : { ...options, method }, file);
}

function print(facts: AuditFacts, { json, quiet, color }: AuditOptions): void {
  const styled = color && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const bold = (text: string): string => (styled ? styleText('bold', text) : text);
  if (json === true) process.stdout.write(auditJson(facts));
  else if (quiet !== true) process.stdout.write(auditText(facts, bold));
}
