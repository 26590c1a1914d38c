import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import { JOB_STATES, type JobState } from '../../../model/job-state.ts';
import type { CellColumn } from './cell-column.ts';
import { Readout } from './readout.ts';
import type { Rows } from './rows.ts';
import { stateOfCode, stateOfWord } from './states.ts';

/** How the jobs of rows ended: by a word, else by an exit code in its own column, else by one in place of the word. */
export function rowStates(
  rows: Rows,
  wordColumn: CellColumn | undefined,
  codeColumn: CellColumn | undefined,
): DictionaryColumn {
  const words = new Readout(wordColumn, (text) => ({ told: stateOfWord(text), asCode: stateOfCode(text) }));
  const codes = new Readout<JobState | ''>(codeColumn, (text) => (text === '' ? '' : stateOfCode(text)));
  const stateAt = (row: number): JobState => {
    const { told, asCode } = words.at(row);
    return told === 'unknown' ? codes.at(row) || asCode : told;
  };
  const states = new DictionaryColumn(JOB_STATES);
  for (let job = 0; job < rows.length; job++) states.push(stateAt(rows.at(job)));
  return states;
}
