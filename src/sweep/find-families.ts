import { CutNames } from './cut-names.ts';
import type { Templates } from './find-templates.ts';
import { HashTable } from './hash-table.ts';
import type { JobScanner } from './job-scanner.ts';
import { joinLooped } from './looped-templates.ts';
import { MaskedCommands } from './masked-commands.ts';
import type { RunView } from './run-view.ts';
import { wordsOf } from './template-words.ts';
import { type TemplateWords, type WordFactor, wordFactors } from './word-factors.ts';

/** Templates that differ in words at a few places only (`lisa-adam-lr…`, `lisa-sgd-lr…`): the words may be values of a hyperparameter. */
export interface Family {
  readonly templates: readonly number[];
  /** What differs between templates besides values: words at one place of their names, and options without a value. */
  readonly words: readonly WordFactor[];
  /** Whether names were cut at a number of characters: what they end with is no value. */
  readonly hasCutNames: boolean;
}

/** Templates of one run are compared only while there are not more of them than this: each costs as much as ten others. */
const MOST_SINGLES = 50_000;

/**
 * Joins templates that differ in one word, step by step, so that words may vary at several places. Templates without
 * a value take part only where one loop submitted them. Masked texts are compared by hash, one for each word of a template.
 *
 * @param together templates that are of one family in any case
 */
export function findFamilies(
  templates: Templates,
  view: RunView,
  scanner: JobScanner,
  together: readonly ReadonlySet<number>[] = [],
): Family[] {
  const parent = Uint32Array.from({ length: templates.count }, (_, template) => template);
  const root = (template: number): number => {
    let at = template;
    while (parent[at] !== at) at = parent[at] as number;
    parent[template] = at;
    return at;
  };
  const join = (one: number, other: number): void => {
    parent[root(one)] = root(other);
  };
  const words = joinByWords(templates, view, scanner, join);
  for (const [first = 0, ...others] of together) for (const other of others) join(other, first);
  return collect(templates, root, words);
}

/** Joins templates that differ in one word, that are of one program with options, or that one loop submitted; gives the words of each template. */
function joinByWords(
  templates: Templates,
  view: RunView,
  scanner: JobScanner,
  join: (one: number, other: number) => void,
): Map<number, TemplateWords> {
  const words = new Map<number, TemplateWords>();
  const seen = new HashTable();
  const scripts = new HashTable();
  const byScript: number[][] = [];
  const cuts = new CutNames(templates, view, scanner);
  const commands = new MaskedCommands();
  let singles = 0;
  for (let template = 0; template < templates.count; template++) {
    const runs = templates.runsOf(template);
    const first = view.first[runs[0] as number] as number;
    const hasValues = templates.slotsOf(template).length > 0;
    if (!hasValues && !scanner.mayBeOfLoop(first)) continue;
    if (runs.length < 2 && ++singles > MOST_SINGLES) continue;
    scanner.scan(first);
    const { alike, script, ...found } = wordsOf(scanner, commands, cuts.isCut(scanner.owner()), hasValues);
    words.set(template, found);
    const known = scripts.get(script);
    if (known < 0) scripts.set(script, byScript.push([template]) - 1);
    else (byScript[known] as number[]).push(template);
    if (hasValues) for (const key of alike) joinByKey(seen, key, template, join);
  }
  for (const alike of byScript) joinLooped(alike, templates, view, join);
  return words;
}

function joinByKey(seen: HashTable, key: number, template: number, join: (one: number, other: number) => void): void {
  const other = seen.get(key);
  if (other < 0) seen.set(key, template);
  else join(template, other);
}

/** A template that is compared with no others. */
const WORDLESS: TemplateWords = { name: '', words: [], program: '', flags: [], isCut: false };

function collect(
  { count, slotsOf }: Templates,
  root: (template: number) => number,
  words: ReadonlyMap<number, TemplateWords>,
): Family[] {
  const optionsOf = (list: readonly number[]): string[] =>
    [...new Set(list.map(slotsOf))].flatMap((slots) =>
      slots.flatMap(({ ofName, named, key }) => (named && !ofName ? [key] : [])),
    );
  const members = new Map<number, number[]>();
  for (let template = 0; template < count; template++) {
    if (members.get(root(template))?.push(template) === undefined) members.set(root(template), [template]);
  }
  return [...members.values()].map((list) => ({
    templates: list,
    words:
      list.length < 2
        ? []
        : wordFactors(
            list.map((template) => words.get(template) ?? WORDLESS),
            optionsOf(list),
          ),
    hasCutNames: list.some((template) => words.get(template)?.isCut === true),
  }));
}
