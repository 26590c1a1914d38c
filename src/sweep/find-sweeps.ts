import type { Ledger } from '../model/ledger.ts';
import type { SweepFindings } from '../model/sweep.ts';
import { ArrayOf } from './array-of.ts';
import { assembleFindings } from './assemble-findings.ts';
import { doesVary } from './axes.ts';
import { byContext, type Submissions } from './by-context.ts';
import { ByResults, unexplainedRepeats } from './by-results.ts';
import { bySearch } from './by-search.ts';
import { isChain } from './chains.ts';
import type { Claim } from './corrected/claims.ts';
import { correctSweeps } from './corrected/correct-sweeps.ts';
import { Descriptions } from './descriptions.ts';
import type { Factor } from './factor.ts';
import { type FactorTable, factorTable } from './factor-table.ts';
import { type Family, findFamilies } from './find-families.ts';
import { findTemplates, type Templates } from './find-templates.ts';
import { type FoundSweep, foundSweep } from './found-sweep.ts';
import { groupFamily, type KnownOfRuns, type SweepDraft } from './group-family.ts';
import { JobScanner } from './job-scanner.ts';
import { namedSearches } from './named-searches.ts';
import { findReportedSweeps, isReported } from './reported-sweeps.ts';
import { isAnySubmitTold, type RunView, viewRuns } from './run-view.ts';
import { SoleTemplates } from './timed/sole-templates.ts';
import { findTrackedSweeps } from './tracked/tracked-sweeps.ts';
import { isTracked } from './tracked/trials.ts';

/** Runs of which words vary, or nothing, are a sweep only when they are so many; and where no value varies, submitted at once. Our own judgement. */
const FEWEST_ALIKE = 4;
/** The same where no log has their submit lines, which would show what varied. */
const FEWEST_UNTOLD = 3;
const ALIKE_WITHIN_SECONDS = 600;

/** Sessions of people, not trainings, by their usual names. */
const INTERACTIVE =
  /^(interactive|bash|sh|zsh|jupyter\S*|ipython|vscode\S*|tmux|sys\/dashboard\S*|ondemand\S*|salloc)$/i;

/**
 * Reconstructs the sweeps of a project: those that a tracker logged or an earlier report found, arrays, and runs that one command submitted together with values that vary.
 *
 * @param claims what the user says of sweeps: it stands above all that is found
 */
export function findSweeps(ledger: Ledger, claims: readonly Claim[] = []): SweepFindings {
  const view = viewRuns(ledger);
  const found = groupRuns(ledger, view);
  found.sort((a, b) => (a.runs[0] as number) - (b.runs[0] as number));
  return assembleFindings(ledger, view, correctSweeps(ledger, found, claims));
}

/** All sweeps, in no order. Apart, so that the values of a million runs, 50 MB, are gone when sweeps are put into their form: they would be there when memory peaks. */
function groupRuns(ledger: Ledger, view: RunView): FoundSweep[] {
  const scanner = new JobScanner(ledger);
  const found: FoundSweep[] = [...findTrackedSweeps(ledger), ...findReportedSweeps(ledger, view)];
  const known = new Set(found.flatMap(({ runs }) => [...runs]));
  const isKnown = (run: number): boolean => {
    const first = view.first[run] as number;
    return known.has(run) || isTracked(ledger, first) || isReported(ledger, first);
  };
  const { tracked, reported } = ledger.table;
  const templates = findTemplates(view, scanner, tracked.length + reported.length > 0 ? isKnown : undefined);
  const arrays = new ArrayOf(ledger, view, templates);
  const results = new ByResults(ledger, view);
  const searches = namedSearches(ledger, view, templates);
  // One each for all families: what the compiler made of one that is made anew for each is thrown away with it.
  const taskOf = (run: number): number => arrayTask(ledger, view, run);
  const arrayOf = (run: number): number => arrays.of(run);
  const soles = new SoleTemplates(ledger, view, templates);
  const isSole = (run: number): boolean => soles.has(run);
  const descriptions = new Descriptions();
  for (const family of findFamilies(templates, view, scanner, searches.templatesOf)) {
    if (countRuns(family, templates) < 2) continue;
    const { named, others } = bySearch(factorTable(family, templates, taskOf), searches);
    found.push(...named);
    for (const table of byContext(others, submissionsOf(view, others))) {
      found.push(...(results.part(table) ?? sweepsIn(ledger, view, table, { arrayOf, isSole }, descriptions)));
    }
  }
  return found;
}

function sweepsIn(
  ledger: Ledger,
  view: RunView,
  table: FactorTable,
  known: KnownOfRuns,
  descriptions: Descriptions,
): FoundSweep[] {
  const sweeps = new Map<SweepDraft, FoundSweep>();
  for (const draft of groupFamily(table, view, known, descriptions)) {
    if (!isSweep(ledger, view, table, draft)) continue;
    const sweep = withRepeats(foundSweep(table, draft), table, view);
    const before = draft.refines && sweeps.get(draft.refines);
    if (before !== undefined) sweep.refines = before;
    sweeps.set(draft, sweep);
  }
  return [...sweeps.values()];
}

const submissionsOf = (view: RunView, { runs }: FactorTable): Submissions => ({
  at: (run) => view.submit[run] as number,
  isTold: isAnySubmitTold(view, runs),
});

function withRepeats(sweep: FoundSweep, table: FactorTable, view: RunView): FoundSweep {
  const repeats = unexplainedRepeats(table, view, sweep);
  return repeats === undefined ? sweep : { ...sweep, gathering: { ...sweep.gathering, repeats } };
}

function countRuns(family: Family, templates: Templates): number {
  let runs = 0;
  for (const template of family.templates) runs += templates.runsOf(template).length;
  return runs;
}

const rowOf = (ledger: Ledger, view: RunView, run: number): number => ledger.row[view.first[run] as number] as number;

const arrayTask = (ledger: Ledger, view: RunView, run: number): number =>
  ledger.table.arrayTask.at(rowOf(ledger, view, run));

const isValue = ({ isWord }: Factor): boolean => !isWord;

const runsAt = ({ runs }: FactorTable, positions: Uint32Array): Uint32Array =>
  positions.map((position) => runs[position] as number);

function doWordsVary({ factors }: FactorTable, positions: Uint32Array): boolean {
  for (const factor of factors) if (factor.isWord && doesVary(factor, positions)) return true;
  return false;
}

function isSweep(
  ledger: Ledger,
  view: RunView,
  table: FactorTable,
  { positions, design, isArray }: SweepDraft,
): boolean {
  const first = table.runs[positions[0] as number] as number;
  if (INTERACTIVE.test(ledger.table.name.at(rowOf(ledger, view, first)))) return false;
  const valuesVary = design.axes.some(isValue);
  const wordsVary = doWordsVary(table, positions);
  if (!isArray && !wordsVary && isChain(ledger, view, runsAt(table, positions), valuesVary)) return false;
  if (isArray || (valuesVary && !wordsVary)) return true;
  // A few jobs whose names differ in a word may be of different kinds; so may jobs of which nothing varies that the logs show.
  const isUntold = ledger.table.command.size(rowOf(ledger, view, first)) === 0;
  if (positions.length < (isUntold ? FEWEST_UNTOLD : FEWEST_ALIKE)) return false;
  // Without submit lines the logs would not show what varies, and nothing speaks against it.
  if (valuesVary || isUntold) return true;
  const enough = table.runs[positions[FEWEST_ALIKE - 1] as number] as number;
  const span = (view.submit[enough] as number) - (view.submit[first] as number);
  return span <= ALIKE_WITHIN_SECONDS;
}
