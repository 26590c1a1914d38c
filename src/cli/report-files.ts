import { createHash } from 'node:crypto';
import type { ProjectFacts } from '../model/facts.ts';
import { type HtmlTools, renderHtml } from '../report/html.ts';
import { jobsCsv } from '../report/jobs-csv.ts';
import type { Files } from '../report/redaction/find-leak.ts';
import { rejectsCsv } from '../report/rejects-csv.ts';

import { reportJson } from '../report/report-json.ts';
import { statementMarkdown, statementTex } from '../report/statement.ts';
import { sweepsCsv } from '../report/sweeps-csv.ts';

export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** What the page depends on beside the facts. */
export type PageTools = Pick<HtmlTools, 'locale' | 'live' | 'pen'>;

/** All files of a report. The page is made at once; the others, which may be large, piece by piece whenever they are asked for. */
export async function reportFiles(facts: ProjectFacts, tools: PageTools): Promise<Files> {
  const page = await renderHtml(facts, { sha256Base64, ...tools });
  return {
    'report.json': () => reportJson(facts),
    'jobs.csv': () => jobsCsv(facts),
    'sweeps.csv': () => sweepsCsv(facts),
    'rejects.csv': () => rejectsCsv(facts),
    'statement.md': () => [statementMarkdown(facts)],
    'statement.tex': () => [statementTex(facts)],
    'index.html': () => [page],
  };
}
