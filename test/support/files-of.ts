import Papa from 'papaparse';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { jobsCsv } from '../../src/report/jobs-csv.ts';
import { rejectsCsv } from '../../src/report/rejects-csv.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { statementMarkdown, statementTex } from '../../src/report/statement.ts';
import { sweepsCsv } from '../../src/report/sweeps-csv.ts';

/** Pieces of a file as one text. */
export function textOfPieces(pieces: Iterable<string | Uint8Array>): string {
  const decoder = new TextDecoder();
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  return text;
}

/** All files of a report but the page, as text by name. */
export const filesOf = (facts: ProjectFacts): Record<string, string> => ({
  'report.json': textOfPieces(reportJson(facts)),
  'jobs.csv': textOfPieces(jobsCsv(facts)),
  'sweeps.csv': textOfPieces(sweepsCsv(facts)),
  'rejects.csv': textOfPieces(rejectsCsv(facts)),
  'statement.md': statementMarkdown(facts),
  'statement.tex': statementTex(facts),
});

/** Reads CSV as RFC 4180 has it, with another program than the one that wrote it. */
export function readCsv(text: string): { header: string; rows: Record<string, string>[] } {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    newline: '\n',
    delimiter: ',',
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(`no CSV: ${JSON.stringify(errors[0])}`);
  return { header: (meta.fields ?? []).join(','), rows: data };
}
