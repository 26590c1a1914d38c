import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ProjectFacts } from '../model/facts.ts';
import { renderHtml } from '../report/html.ts';
import { jobsCsv } from '../report/jobs-csv.ts';
import { rejectsCsv } from '../report/rejects-csv.ts';
import type { LiveRuntime } from '../report/render/live/live-runtime.ts';
import { reportJson } from '../report/report-json.ts';
import { statementMarkdown, statementTex } from '../report/statement.ts';
import { sweepsCsv } from '../report/sweeps-csv.ts';
import { liveRuntime } from './live-runtime.ts';
import { writeFiles } from './write-files.ts';

export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * Writes all files of a report into a directory, which is made if need be. Gives the path of the page, whose charts are drawings
 * only where that is asked for.
 *
 * @throws AppError when the directory or a file cannot be written
 */
export async function writeReport(
  facts: ProjectFacts,
  directory: string,
  { isStatic = false }: { readonly isStatic?: boolean } = {},
): Promise<string> {
  const live = isStatic ? undefined : builtRuntime();
  await writeFiles(directory, {
    'report.json': reportJson(facts),
    'jobs.csv': jobsCsv(facts),
    'sweeps.csv': sweepsCsv(facts),
    'rejects.csv': rejectsCsv(facts),
    'statement.md': [statementMarkdown(facts)],
    'statement.tex': [statementTex(facts)],
    'index.html': [await renderHtml(facts, { sha256Base64, live })],
  });
  return join(directory, 'index.html');
}

function builtRuntime(): LiveRuntime | undefined {
  const live = liveRuntime();
  if (live === undefined)
    process.stderr.write('runledger: charts stay drawings: run npm run build to let them come alive\n');
  return live;
}
