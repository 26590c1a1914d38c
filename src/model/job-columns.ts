import { DictionaryColumn } from './dictionary-column.ts';
import type { JobNumbers } from './job.ts';
import type { Measure } from './measured-runs.ts';
import type { NumberColumn } from './number-column.ts';
import type { RawText } from './raw-job.ts';
import { TextColumn } from './text-column.ts';

/** A column of texts, whether they repeat or not. */
export type Texts = TextColumn | DictionaryColumn;

/** Records as columns, as a source has them that reads all of a file first. What is left out is absent in all of them. They are handed over: nothing is to be pushed to them any more. */
export interface JobColumns {
  /** How many records there are. */
  readonly length: number;
  readonly numbers: Readonly<Partial<Record<keyof JobNumbers, NumberColumn | undefined>>>;
  readonly texts: Readonly<Partial<Record<RawText | 'gpuTypes', Texts | undefined>>>;
  /** In words of `JOB_STATES`. */
  readonly state: Texts;
  /** What they measured, where the log says so. */
  readonly measures?: readonly Measure[];
}

/** The names of {@link JobNumbers}. */
export const JOB_NUMBERS = [
  'line',
  'arrayJobId',
  'arrayTask',
  'submit',
  'start',
  'end',
  'elapsed',
  'cpus',
  'gpus',
  'memoryGb',
  'nodes',
  'timeLimit',
  'restarts',
  'energyJoules',
  'gpuEnergyJoules',
  'gpuUtilisation',
] as const satisfies readonly (keyof JobNumbers)[];

/** Appends texts to a column of the job table; each that is known to repeat is looked up or stored once. */
export function appendTexts(column: Texts, texts: Texts): void {
  if (column instanceof DictionaryColumn && texts instanceof DictionaryColumn) column.append(texts);
  else if (column instanceof TextColumn && texts instanceof TextColumn) column.append(texts);
  else if (column instanceof TextColumn && texts instanceof DictionaryColumn) column.appendCoded(texts);
  else for (let row = 0; row < texts.length; row++) column.push(texts.at(row));
}
