import type { DictionaryColumn } from './dictionary-column.ts';
import type { JobNumbers } from './job.ts';
import type { JobState } from './job-state.ts';
import type { NumberColumn } from './number-column.ts';
import type { RawText } from './raw-job.ts';
import type { TextColumn } from './text-column.ts';

/** Texts of records, of which some are known to be the same. */
export interface CodedTexts<Text extends string = string> {
  /** Records of the same code have the same text; −1 for a text that is not known to come again. */
  code(record: number): number;
  text(record: number): Text;
}

/**
 * Records as columns, as a source has them that reads a file of columns. What is left out is absent in all of them. Each text and number is asked for once, in the order of records, but
 * for texts whose code was met before.
 */
export interface JobColumns {
  /** How many records there are. */
  readonly length: number;
  readonly numbers: Readonly<Partial<Record<keyof JobNumbers, (record: number) => number>>>;
  readonly texts: Readonly<Partial<Record<RawText | 'gpuTypes', CodedTexts>>>;
  readonly state: CodedTexts<JobState>;
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

const NONE: CodedTexts = { code: () => 0, text: () => '' };

export function appendTexts(column: TextColumn | DictionaryColumn, length: number, texts: CodedTexts = NONE): void {
  /** By code: the row that has its text. */
  const rows: (number | undefined)[] = [];
  for (let record = 0; record < length; record++) {
    const code = texts.code(record);
    const row = code < 0 ? undefined : rows[code];
    if (row !== undefined) column.repeat(row);
    else {
      if (code >= 0) rows[code] = column.length;
      column.push(texts.text(record));
    }
  }
}

const ABSENT = (): number => Number.NaN;

export function appendNumbers(
  column: NumberColumn,
  length: number,
  numberAt: (record: number) => number = ABSENT,
): void {
  for (let record = 0; record < length; record++) column.push(numberAt(record));
}
