import type { Ledger } from '../model/ledger.ts';
import type { Templates } from './find-templates.ts';
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

/** A pause after which an experiment's group of the same name is another search, seconds. Our own judgement. */
const LONGEST_PAUSE = 2 * 86_400;

/** Words that are no id, however often they come. */
const NO_ID = /^(?:true|false|yes|no|on|off|none|null|default|test|\d{1,2})$/i;
/** What a comment must look like to name a search: `sweep-f2xnf7yc`, `hpo:lr-3`. */
const NAMED_IN_COMMENT = /^(?:sweep|study|hpo|search|grid|tun(?:e|ing))[-_:=#/.]?[\w.-]*\d[\w.-]*$/i;
/** Where Hydra puts the runs of one `--multirun`: `multirun/2024-03-11/14-05-09`. */
const MULTIRUN = /multirun\/.|\d{4}-\d\d-\d\d/;

/**
 * Finds the runs whose submit lines name the search that they are of: the id of a sweep, an Optuna study, Hydra's directory of a multirun, a comment, or, where its runs came together,
 * a group. A name that only one run has names no search.
 */
export function namedSearches(ledger: Ledger, view: RunView, templates: Templates): NamedSearches {
  const searches = new Map<string, { runs: number[]; templates: Set<number> }>();
  for (let template = 0; template < templates.count; template++) {
    const named = templates
      .slotsOf(template)
      .flatMap(({ role, key }, place) => (role === 'search' ? [{ key, place }] : []));
    if (named.length === 0) continue;
    for (const run of templates.runsOf(template)) {
      const id = named
        .map(({ key, place }) => idIn(key, templates.texts.text(templates.valueOf(run, place))))
        .find(Boolean);
      if (id === undefined) continue;
      const row = ledger.row[view.first[run] as number] as number;
      const key = `${ledger.table.user.code(row)} ${ledger.table.cluster.code(row)} ${id}`;
      const search = searches.get(key) ?? { runs: [], templates: new Set() };
      searches.set(key, search);
      search.runs.push(run);
      search.templates.add(template);
    }
  }
  const real = [...searches].filter(([, { runs }]) => runs.length > 1 && cameTogether(view, runs));
  const searchOf = new Map(real.flatMap(([, { runs }], search) => runs.map((run) => [run, search] as const)));
  return {
    of: (run) => searchOf.get(run) ?? NO_SEARCH,
    nameOf: (search) => (real[search]?.[0] ?? '').split(' ').slice(2).join(' '),
    templatesOf: real.map(([, search]) => search.templates),
  };
}

/** The search that an option names; empty where its value is no id. */
function idIn(key: string, value: string): string {
  const word = key.toLowerCase();
  if (NO_ID.test(value)) return '';
  if (word === 'comment') return NAMED_IN_COMMENT.test(value) ? value : '';
  if (word.startsWith('hydra')) return MULTIRUN.test(value) ? value : '';
  return /\d/.test(value) ? value : '';
}

function cameTogether(view: RunView, runs: readonly number[]): boolean {
  const times = Float64Array.from(runs, (run) => view.submit[run] as number).sort();
  return times.every((time, index) => index === 0 || !(time - (times[index - 1] as number) > LONGEST_PAUSE));
}
