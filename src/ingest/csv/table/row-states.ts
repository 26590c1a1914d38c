import type { CodedTexts } from '../../../model/job-columns.ts';
import { JOB_STATES, type JobState } from '../../../model/job-state.ts';
import type { CellColumn } from './cell-column.ts';
import { Readout } from './readout.ts';
import { stateOfCode, stateOfWord } from './states.ts';

/** How the jobs of rows ended: by a word, else by an exit code in its own column, else by one in place of the word. */
export class RowStates {
  readonly #words: Readout<{ readonly told: JobState; readonly asCode: JobState }>;
  readonly #codes: Readout<JobState | ''>;

  constructor(words: CellColumn | undefined, codes: CellColumn | undefined) {
    this.#words = new Readout(words, (text) => ({ told: stateOfWord(text), asCode: stateOfCode(text) }));
    this.#codes = new Readout(codes, (text) => (text === '' ? '' : stateOfCode(text)));
  }

  at(row: number): JobState {
    const { told, asCode } = this.#words.at(row);
    if (told !== 'unknown') return told;
    return this.#codes.at(row) || asCode;
  }

  states(rowOf: (record: number) => number): CodedTexts<JobState> {
    const text = (record: number): JobState => this.at(rowOf(record));
    return { code: (record) => JOB_STATES.indexOf(text(record)), text };
  }
}
