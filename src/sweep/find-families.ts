import type { Templates } from './find-templates.ts';
import type { JobScanner } from './job-scanner.ts';
import type { RunView } from './run-view.ts';

/** Templates that differ in words at a few places only (`lisa-adam-lr…`, `lisa-sgd-lr…`): the words may be values of a hyperparameter. */
export interface Family {
  readonly templates: readonly number[];
  /** For each place where words differ, the word of each template, in the order of {@link templates}. */
  readonly words: readonly (readonly string[])[];
}

/** A template of fewer runs tells nothing about words that vary. */
const FEWEST_RUNS = 2;

/** Words of a name, and words of a command that are no part of an option's or a file's name. */
const WORD = /[A-Za-z]+/g;
const COMMAND_WORD = /(?<![-\w./])[A-Za-z]+(?![\w./=])/g;

/**
 * Joins templates that differ in one word, step by step, so that words may vary at several places. Only templates of at least two runs and one value take part.
 * Masked texts are compared by hash, one for each word of a template.
 */
export function findFamilies(templates: Templates, view: RunView, scanner: JobScanner): Family[] {
  const parent = Uint32Array.from({ length: templates.count }, (_, template) => template);
  const root = (template: number): number => {
    let at = template;
    while (parent[at] !== at) at = parent[at] as number;
    parent[template] = at;
    return at;
  };
  const seen = new Map<string, number>();
  const texts = new Map<number, string>();
  for (let template = 0; template < templates.count; template++) {
    const runs = templates.runsOf(template);
    if (runs.length < FEWEST_RUNS) continue;
    scanner.scan(view.first[runs[0] as number] as number);
    if (scanner.slots.count === 0) continue;
    const masked = `${scanner.owner()}\u0000\u0000${scanner.masked()}`;
    texts.set(template, masked);
    for (const key of withoutOneWord(masked)) {
      const other = seen.get(key);
      if (other === undefined) seen.set(key, template);
      else parent[root(template)] = root(other);
    }
  }
  return collect(templates.count, root, texts);
}

/** The words that may be values, with their places: owner, name and command are separated by U+0000. */
function wordsIn(masked: string): RegExpExecArray[] {
  const name = masked.indexOf('\u0000\u0000') + 2;
  const command = masked.indexOf('\u0000', name);
  const inName = [...masked.matchAll(WORD)].filter(({ index }) => index >= name && index < command);
  return [...inName, ...[...masked.matchAll(COMMAND_WORD)].filter(({ index }) => index > command)];
}

function* withoutOneWord(masked: string): Generator<string> {
  for (const match of wordsIn(masked)) {
    yield `${masked.slice(0, match.index)}\u0002${masked.slice(match.index + match[0].length)}`;
  }
}

function collect(count: number, root: (template: number) => number, texts: ReadonlyMap<number, string>): Family[] {
  const members = new Map<number, number[]>();
  for (let template = 0; template < count; template++) {
    const list = members.get(root(template)) ?? [];
    list.push(template);
    members.set(root(template), list);
  }
  return [...members.values()].map((list) => ({ templates: list, words: differingWords(list, texts) }));
}

function differingWords(list: readonly number[], texts: ReadonlyMap<number, string>): string[][] {
  if (list.length < 2) return [];
  const wordsOf = list.map((template) => wordsIn(texts.get(template) ?? '').map(([word]) => word));
  const places = wordsOf[0]?.length ?? 0;
  return Array.from({ length: places }, (_, place) => wordsOf.map((words) => words[place] ?? '')).filter(
    (words) => new Set(words).size > 1,
  );
}
