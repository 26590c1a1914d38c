import { isBareNumber } from './durations.ts';
import { TableLayout } from './layout.ts';
import { bareName, type Column } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

/** Headers that say how many equal runs a row stands for. `seed` and `trial` say which. */
const COUNTS = new Set(
  'runs nruns numruns numberofruns ofruns noofruns runcount repeats nrepeats numrepeats numberofrepeats repetitions nrepetitions numrepetitions reps nreps replicates nreplicates numreplicates replications seeds nseeds numseeds numberofseeds ofseeds noofseeds trials ntrials numtrials numberoftrials ofexperiments jobs njobs numjobs numberofjobs ofjobs läufe laeufe anzahlläufe anzahllaeufe wiederholungen anzahlwiederholungen anzahlseeds anzahlruns anzahljobs répétitions repetitions nombrederuns nombredexecutions nbruns nbrepetitions'.split(
    ' ',
  ),
);
/** No row stands for more runs. Our own judgement: above that it is an id, or a count of something else. */
const MOST_RUNS = 10_000;

/** A table of which no column is left that says how many runs a row stands for. */
export interface SettledRunCounts {
  readonly layout: TableLayout;
  readonly warnings: readonly Warning[];
}

/** Takes columns that say how many equal runs a row stands for out of the hyperparameters, and warns of rows that stand for several: whether their hours are of one or of all is not said. */
export function settleRunCounts(layout: TableLayout, cells: TableCells): SettledRunCounts {
  const counts = layout.columns.flatMap(({ name, role }, index) =>
    role === undefined && COUNTS.has(bareName(name)) && areCounts(cells, index) ? [index] : [],
  );
  if (counts.length === 0) return { layout, warnings: [] };
  const columns = layout.columns.map(
    (column, index): Column => (counts.includes(index) ? { ...column, role: 'none' } : column),
  );
  const warnings = counts.map(
    (index): Warning => ({
      rule: 'table-runs',
      message: severalRuns(layout.columns[index]?.name ?? ''),
      holds: (row) => Number(cells.columns[index]?.at(row)) > 1,
    }),
  );
  return { layout: new TableLayout(columns, layout.isCodeCarbon), warnings };
}

function severalRuns(header: string): string {
  const told = `columns: { ${JSON.stringify(header)}: none } under table: in runledger.yaml`;
  return `rows that stand for several runs by their column "${header}": each counts as one run, with the hours that it states. If these are of one run, totals lack the others: give each run a row, or state the hours of all; if they are of all, say ${told}`;
}

/** Whether all cells that are not empty are whole numbers from 1 on, and some are above it. */
function areCounts(cells: TableCells, index: number): boolean {
  const column = cells.columns[index];
  const isCount = (text: string): boolean => {
    const number = isBareNumber(text) ? Number(text) : Number.NaN;
    return Number.isInteger(number) && number >= 1 && number <= MOST_RUNS;
  };
  return column?.some((text) => Number(text) > 1) === true && !column.some((text) => text !== '' && !isCount(text));
}
