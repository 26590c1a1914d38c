import { join } from 'node:path';
import type { ProjectFacts } from '../model/facts.ts';
import { findLeak } from '../report/redaction/find-leak.ts';
import type { KnownNames } from '../report/redaction/known-names.ts';
import { withoutLogText, withoutValues } from '../report/redaction/own-texts.ts';
import { type PageTools, reportFiles } from './report-files.ts';
import { writeFiles } from './write-files.ts';

interface Writing extends PageTools {
  /** Of a redacted report, the names that must be in no file. */
  readonly unspoken?: KnownNames | undefined;
}

/**
 * Writes all files of a report into a directory, which is made if need be. Gives the path of the page.
 *
 * @throws AppError when the directory or a file cannot be written
 * @throws Error, before anything is written, when a redacted report would hold a name
 */
export async function writeReport(
  facts: ProjectFacts,
  directory: string,
  { unspoken, ...tools }: Writing,
): Promise<string> {
  const files = await reportFiles(facts, tools);
  if (unspoken !== undefined) {
    const leak = await findLeak(files, unspoken, async () => ({
      silent: await reportFiles(withoutLogText(facts), tools),
      spoken: await reportFiles(withoutValues(facts), tools),
    }));
    if (leak !== undefined)
      throw new Error(`--redact: ${leak.file} would still hold “${leak.name}” from the logs. Nothing was written`);
  }
  await writeFiles(directory, Object.fromEntries(Object.entries(files).map(([name, pieces]) => [name, pieces()])));
  return join(directory, 'index.html');
}
