import { shapeOfCommand, VALUE } from './command-shape.ts';
import { CutNames, headOf } from './cut-names.ts';
import type { Templates } from './find-templates.ts';
import { hashTexts } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';
import type { JobScanner } from './job-scanner.ts';
import { loopedTemplates, scriptOf } from './looped-templates.ts';
import type { RunView } from './run-view.ts';
import { type TemplateWords, WORD, type WordFactor, wordFactors } from './word-factors.ts';

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

/** A word of a name holds a value of the command by chance when that is shorter. */
const SHORTEST_VALUE = 3;

/** Words of a command that are no part of an option's or a file's name. */
const COMMAND_WORD = /(?<![-\w./])[A-Za-z]+(?:\d[A-Za-z]+)?(?![\w./=])/g;

/**
 * Joins templates that differ in one word, step by step, so that words may vary at several places. Only templates with a value take part.
 * Masked texts are compared by hash, one for each word of a template.
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

/** Joins templates that differ in one word, that are of one program with options, or that one loop submitted; gives the words of each template that has values. */
function joinByWords(
  templates: Templates,
  view: RunView,
  scanner: JobScanner,
  join: (one: number, other: number) => void,
): Map<number, TemplateWords> {
  const words = new Map<number, TemplateWords>();
  const seen = new HashTable();
  const byScript = new Map<number, number[]>();
  const cuts = new CutNames(templates, view, scanner);
  let singles = 0;
  for (let template = 0; template < templates.count; template++) {
    const [run = 0, ...others] = templates.runsOf(template).subarray(0, 2);
    if (templates.slotsOf(template).length === 0 || (others.length === 0 && ++singles > MOST_SINGLES)) continue;
    scanner.scan(view.first[run] as number);
    const { alike, script, ...found } = wordsOf(scanner, cuts.isCut(scanner));
    words.set(template, found);
    if (byScript.get(script)?.push(template) === undefined) byScript.set(script, [template]);
    for (const key of alike) joinByKey(seen, key, template, join);
  }
  for (const alike of byScript.values()) {
    for (const [one, other] of loopedTemplates(alike, templates, view)) join(one, other);
  }
  return words;
}

function joinByKey(seen: HashTable, key: number, template: number, join: (one: number, other: number) => void): void {
  const other = seen.get(key);
  if (other < 0) seen.set(key, template);
  else join(template, other);
}

const endsWithValue = (word: string, value: string): boolean =>
  word === value || (value.length >= SHORTEST_VALUE && word.endsWith(value));

/** A word of a name without the value in it: `optadam`, or `optadamlayers`, where the command says `-o adam`. */
function withoutValue(word: string, values: ReadonlySet<string>): string {
  if (values.has(word)) return VALUE;
  let longest = '';
  for (const value of values) {
    if (value.length > Math.max(longest.length, SHORTEST_VALUE - 1) && word.includes(value, 1)) longest = value;
  }
  return longest === '' ? word : word.replace(longest, VALUE);
}

/**
 * The words of a template that may be values, and hashes that templates of one family have in common: of its text without each of its words in turn (a word of the name is left
 * out of the command too: loops pass what they name), and of its program, if that has options. And a hash of its script.
 */
function wordsOf(
  scanner: JobScanner,
  isCut: boolean,
): TemplateWords & { readonly alike: readonly number[]; readonly script: number } {
  const { name: masked, command: said } = scanner.masked();
  const named = scanner.nameValues();
  // What the command repeats of the name is a value there too.
  const command = named.size === 0 ? said : said.replace(COMMAND_WORD, (word) => (named.has(word) ? VALUE : word));
  const { program, flags, hasOptions } = shapeOfCommand(command);
  const values = scanner.commandValues();
  // What the name repeats of the command is a value, whichever word it is.
  const whole = masked.replace(WORD, (word) => withoutValue(word, values));
  const name = isCut && hasOptions ? headOf(whole) : whole;
  const owner = scanner.owner();
  const inName = [...name.matchAll(WORD)];
  const inCommand = [...command.matchAll(COMMAND_WORD)];
  const commandWithout = (word: string): string =>
    inCommand.some(([found]) => endsWithValue(word, found))
      ? command.replace(COMMAND_WORD, (found) => (endsWithValue(word, found) ? LEFT_OUT : found))
      : command;
  return {
    name,
    mask: name.replace(WORD, LEFT_OUT),
    words: [...inName, ...inCommand].map(([word]) => word),
    flags,
    isCut: isCut && hasOptions,
    // Without commands, the first word of names stands for the program.
    script: hashTexts(owner, program === '' ? (name.match(WORD)?.[0] ?? '') : scriptOf(program)),
    alike: [
      ...inName.map((match) => hashTexts(owner, without(name, match), commandWithout(match[0]))),
      ...inCommand.map((match) => hashTexts(owner, name, without(command, match))),
      ...(hasOptions ? [hashTexts(owner, 'program', program)] : []),
    ],
  };
}

const LEFT_OUT = '\u0002';

const without = (masked: string, { index, 0: word }: RegExpExecArray): string =>
  `${masked.slice(0, index)}${LEFT_OUT}${masked.slice(index + word.length)}`;

/** A template without values, or one of too many. */
const WORDLESS: TemplateWords = { name: '', mask: '', words: [], flags: [], isCut: false };

function collect(
  { count, slotsOf }: Templates,
  root: (template: number) => number,
  words: ReadonlyMap<number, TemplateWords>,
): Family[] {
  const optionsOf = (list: readonly number[]): string[] =>
    list.flatMap((template) => slotsOf(template).flatMap(({ ofName, named, key }) => (named && !ofName ? [key] : [])));
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
