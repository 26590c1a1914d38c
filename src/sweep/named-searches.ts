import type { Ledger } from '../model/ledger.ts';
import type { TemplateSlot, Templates } from './find-templates.ts';
import type { RunView } from './run-view.ts';

/** What stands for no search. */
export const NO_SEARCH = -1;

/** Runs of one search, as their submit lines name it. */
export interface NamedSearches {
  /** The search of a run, by number; {@link NO_SEARCH} for most. */
  readonly of: (run: number) => number;
  readonly nameOf: (search: number) => string;
  /** Templates of each search, which are one family whatever else tells them apart. */
  readonly templatesOf: readonly ReadonlySet<number>[];
}

/** A pause after which a study or group of the same name is another search, seconds. Our own judgement. */
const LONGEST_PAUSE = 2 * 86_400;

/** Words that are no id, however often they come. */
const NO_ID = /^(?:|true|false|yes|no|on|off|none|null|default|test|\d{1,2})$/i;
/** What a comment must look like to name a search: `sweep-f2xnf7yc`, `hpo:lr-3`, `grid7`. */
const IN_COMMENT = /^(?:sweep|study|hpo|search|grid|tun(?:e|ing))(?:[-_:=#/.][\w.-]+|\d[\w.-]*)$/i;
/** Where Hydra puts the runs of one `--multirun`: `multirun/2024-03-11/14-05-09`. */
const MULTIRUN = /multirun\/.|\d{4}-\d\d-\d\d/;
/** Keys of ids, which are of one search for good; other names may come again. */
const ID_KEY = /(?:id|uid|comment|dir)$/i;

/** A search as its runs name it. */
interface Search {
  readonly name: string;
  readonly runs: number[];
  readonly templates: Set<number>;
  readonly isId: boolean;
}

/**
 * Finds the runs whose submit lines name the search that they are of: the id of a sweep, an Optuna study, Hydra's directory of a multirun, a comment, or, where its runs came together,
 * a group. A name that only one run has names no search.
 */
export function namedSearches(ledger: Ledger, view: RunView, templates: Templates): NamedSearches {
  const searches = new Map<string, Search>();
  for (let template = 0; template < templates.count; template++) {
    const slots = templates.slotsOf(template);
    if (!slots.some(({ role }) => role === 'search')) continue;
    for (const run of templates.runsOf(template)) {
      const named = searchNamedBy(slots, (place) => templates.texts.text(templates.valueOf(run, place)));
      if (named === undefined) continue;
      const row = ledger.row[view.first[run] as number] as number;
      const key = `${ledger.table.user.code(row)} ${ledger.table.cluster.code(row)} ${named.name}`;
      const search = searches.get(key) ?? { ...named, runs: [], templates: new Set() };
      searches.set(key, search);
      search.runs.push(run);
      search.templates.add(template);
    }
  }
  const real = [...searches.values()].filter(({ runs, isId }) => runs.length > 1 && (isId || cameTogether(view, runs)));
  const searchOf = new Map(real.flatMap(({ runs }, search) => runs.map((run) => [run, search] as const)));
  return {
    of: (run) => searchOf.get(run) ?? NO_SEARCH,
    nameOf: (search) => real[search]?.name ?? '',
    templatesOf: real.map((search) => search.templates),
  };
}

function searchNamedBy(
  slots: readonly TemplateSlot[],
  valueAt: (place: number) => string,
): Pick<Search, 'name' | 'isId'> | undefined {
  for (const [place, { role, key, named }] of slots.entries()) {
    if (role !== 'search') continue;
    const name = valueAt(place);
    // What has no key was known by its form, which ids alone have.
    if (isName(key, name)) return { name, isId: !named || ID_KEY.test(key) };
  }
  return undefined;
}

/** Whether the value of an option names a search. */
function isName(key: string, value: string): boolean {
  if (NO_ID.test(value)) return false;
  if (/^comment$/i.test(key)) return IN_COMMENT.test(value);
  return !/^hydra/i.test(key) || MULTIRUN.test(value);
}

function cameTogether(view: RunView, runs: readonly number[]): boolean {
  const times = Float64Array.from(runs, (run) => view.submit[run] as number).sort();
  return times.every((time, index) => index === 0 || !(time - (times[index - 1] as number) > LONGEST_PAUSE));
}
