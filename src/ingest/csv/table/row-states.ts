import type { Texts } from '../../../model/job-columns.ts';
import type { JobState } from '../../../model/job-state.ts';
import type { CellColumn } from './cell-column.ts';
import { Combinations } from './combinations.ts';
import { compose, type Rows } from './rows.ts';
import { stateOfCode, stateOfWord } from './states.ts';

/** How the jobs of rows ended, by the columns of words and of exit codes, of which either may not be there. */
export function statesOf(rows: Rows, words: CellColumn | undefined, codes: CellColumn | undefined): Texts {
  const stateAt = (row: number): JobState => stateIn(words?.at(row) ?? '', codes?.at(row) ?? '');
  return compose(rows, new Combinations([words, codes]), stateAt);
}

/** By a word, else by an exit code in its own column, else by one in place of the word. */
function stateIn(word: string, code: string): JobState {
  const told = stateOfWord(word);
  if (told !== 'unknown') return told;
  return code === '' ? stateOfCode(word) : stateOfCode(code);
}
