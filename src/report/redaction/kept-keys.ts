import type { ProjectFacts } from '../../model/facts.ts';
import type { JobTable } from '../../model/job-table.ts';
import { bareKey, HYPERPARAMETER_WORDS } from './hyperparameter-words.ts';

/** Where a submit line names the job: what stands there is a name, not an option of a program. */
const JOB_NAME = /(?:^|\s)(?:-J|--job-name)(?:[= ]?|\s+)(?:"[^"]*"|'[^']*'|\S+)/g;
const OPTION = /(?:^|\s)(?:--?([\p{L}\p{N}_./-]+)|\+{0,2}([\p{L}\p{N}_./-]+)=)/gu;

/**
 * Which keys of hyperparameters a redacted report may name: words of the trade, and what a program calls its options or a tracker its configuration. A key that only a job's name shows, as in
 * `wombat0.1`, may be anything.
 */
export function keptKeys({ ledger: { table }, findings, sweeps }: ProjectFacts): (key: string) => boolean {
  const doubtful = new Set<string>();
  for (let sweep = 0; sweep < sweeps.length; sweep++) {
    for (const { key } of findings.triedIn(sweep)) doubtful.add(bareKey(key));
  }
  for (const { parameters } of findings.sweeps) for (const key of Object.keys(parameters)) doubtful.add(bareKey(key));
  for (const key of doubtful) if (HYPERPARAMETER_WORDS.has(key)) doubtful.delete(key);
  if (doubtful.size > 0) for (const key of programKeys(table)) doubtful.delete(bareKey(key));
  return (key) => !doubtful.has(bareKey(key));
}

function* programKeys(table: JobTable): Generator<string> {
  for (let row = 0; row < table.length; row++) {
    const command = table.command.at(row).replaceAll(JOB_NAME, ' ');
    for (const [, option = '', key = option] of command.matchAll(OPTION)) yield* partsOf(key);
  }
  for (const { rows, at } of [
    { rows: table.tracked.rows(), at: (row: number) => table.tracked.at(row)?.config },
    { rows: table.reported.rows(), at: (row: number) => table.reported.at(row)?.params },
  ]) {
    for (const row of rows) for (const key of keysOf(at(row) ?? '')) yield* partsOf(key);
  }
}

/** A key, and its last part alone: sweeps name `model.lr` either way. */
const partsOf = (key: string): string[] => [key, key.split(/[./]/).at(-1) ?? key];

/** The keys of a flat JSON object. */
function keysOf(json: string): string[] {
  if (!json.startsWith('{')) return [];
  return Object.keys(JSON.parse(json) as object);
}
