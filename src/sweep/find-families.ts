import type { Templates } from './find-templates.ts';
import { hashTexts } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';
import type { JobScanner } from './job-scanner.ts';
import type { RunView } from './run-view.ts';

/** Templates that differ in words at a few places only (`lisa-adam-lr…`, `lisa-sgd-lr…`): the words may be values of a hyperparameter. */
export interface Family {
  readonly templates: readonly number[];
  /** For each place where words differ, the word of each template, in the order of {@link templates}. */
  readonly words: readonly (readonly string[])[];
}

/** Templates of one run are compared only while there are not more of them than this: each costs as much as ten others. */
const MOST_SINGLES = 50_000;

/** Words of a name, and words of a command that are no part of an option's or a file's name. */
const WORD = /[A-Za-z]+(?:\d[A-Za-z]+)?/g;
const COMMAND_WORD = /(?<![-\w./])[A-Za-z]+(?:\d[A-Za-z]+)?(?![\w./=])/g;

/**
 * Joins templates that differ in one word, step by step, so that words may vary at several places. Only templates with a value take part.
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
  const seen = new HashTable();
  const words = new Map<number, readonly string[]>();
  let singles = 0;
  for (let template = 0; template < templates.count; template++) {
    const runs = templates.runsOf(template);
    if (templates.slotsOf(template).length === 0 || (runs.length === 1 && ++singles > MOST_SINGLES)) continue;
    scanner.scan(view.first[runs[0] as number] as number);
    const found = wordsOf(scanner);
    words.set(template, found.words);
    for (const key of found.withoutOne) {
      const other = seen.get(key);
      if (other < 0) seen.set(key, template);
      else parent[root(template)] = root(other);
    }
  }
  return collect(templates.count, root, words);
}

/**
 * The words of a template that may be values, and hashes of its text without each of them in turn. A word of the name is left out of the command too: loops pass what they
 * name.
 */
function wordsOf(scanner: JobScanner): { words: string[]; withoutOne: number[] } {
  const { name, command } = scanner.masked();
  const owner = scanner.owner();
  const inName = [...name.matchAll(WORD)];
  const inCommand = [...command.matchAll(COMMAND_WORD)];
  const commandWithout = (word: string): string =>
    command.replace(COMMAND_WORD, (found) => (found === word ? LEFT_OUT : found));
  return {
    words: [...inName, ...inCommand].map(([word]) => word),
    withoutOne: [
      ...inName.map((match) => hashTexts(owner, without(name, match), commandWithout(match[0]))),
      ...inCommand.map((match) => hashTexts(owner, name, without(command, match))),
    ],
  };
}

const LEFT_OUT = '\u0002';

const without = (masked: string, { index, 0: word }: RegExpExecArray): string =>
  `${masked.slice(0, index)}${LEFT_OUT}${masked.slice(index + word.length)}`;

function collect(
  count: number,
  root: (template: number) => number,
  words: ReadonlyMap<number, readonly string[]>,
): Family[] {
  const members = new Map<number, number[]>();
  for (let template = 0; template < count; template++) {
    if (members.get(root(template))?.push(template) === undefined) members.set(root(template), [template]);
  }
  return [...members.values()].map((list) => ({ templates: list, words: differingWords(list, words) }));
}

function differingWords(list: readonly number[], words: ReadonlyMap<number, readonly string[]>): string[][] {
  if (list.length < 2) return [];
  const places = words.get(list[0] as number)?.length ?? 0;
  return Array.from({ length: places }, (_, place) =>
    list.map((template) => words.get(template)?.[place] ?? ''),
  ).filter((column) => new Set(column).size > 1);
}
