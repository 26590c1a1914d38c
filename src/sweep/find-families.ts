import { shapeOfCommand, VALUE } from './command-shape.ts';
import { CutNames, headOf } from './cut-names.ts';
import type { Templates } from './find-templates.ts';
import { hashTexts } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';
import type { JobScanner } from './job-scanner.ts';
import { loopedTemplates, scriptOf } from './looped-templates.ts';
import type { RunView } from './run-view.ts';
import { isTextKey, keyBefore } from './text-keys.ts';

/** Templates that differ in words at a few places only (`lisa-adam-lr…`, `lisa-sgd-lr…`): the words may be values of a hyperparameter. */
export interface Family {
  readonly templates: readonly number[];
  /** What differs between templates besides values: words at one place of their names, and options without a value. */
  readonly words: readonly WordFactor[];
  /** Whether names were cut at a number of characters: what they end with is no value. */
  readonly hasCutNames: boolean;
}

/** A place where templates differ. */
export interface WordFactor {
  /** The option; empty for a place in a name, which has no word for it. */
  readonly key: string;
  /** The word of each template, in the order of {@link Family.templates}; empty where it has none. */
  readonly of: readonly string[];
}

/** Templates of one run are compared only while there are not more of them than this: each costs as much as ten others. */
const MOST_SINGLES = 50_000;

/** A word of a name holds a value of the command by chance when that is shorter. */
const SHORTEST_VALUE = 3;

/** Words of a name, and words of a command that are no part of an option's or a file's name. */
const WORD = /[A-Za-z]+(?:\d[A-Za-z]+)?/g;
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
  const seen = new HashTable();
  const words = new Map<number, TemplateWords>();
  const byScript = new Map<number, number[]>();
  const cuts = new CutNames(templates, view, scanner);
  let singles = 0;
  for (let template = 0; template < templates.count; template++) {
    const runs = templates.runsOf(template);
    if (templates.slotsOf(template).length === 0 || (runs.length === 1 && ++singles > MOST_SINGLES)) continue;
    scanner.scan(view.first[runs[0] as number] as number);
    const { alike, script, ...found } = wordsOf(scanner, cuts.isCut(scanner));
    words.set(template, found);
    if (byScript.get(script)?.push(template) === undefined) byScript.set(script, [template]);
    for (const key of alike) {
      const other = seen.get(key);
      if (other < 0) seen.set(key, template);
      else parent[root(template)] = root(other);
    }
  }
  for (const alike of byScript.values()) {
    for (const [one, other] of loopedTemplates(alike, templates, view)) parent[root(one)] = root(other);
  }
  for (const [first = 0, ...others] of together) for (const other of others) parent[root(other)] = root(first);
  return collect(templates, root, words);
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

/** What may tell a template from others of its family. */
interface TemplateWords {
  /** Its name with values masked, and without its words. */
  readonly name: string;
  readonly mask: string;
  /** Words of the name, then of the command. */
  readonly words: readonly string[];
  readonly flags: readonly string[];
  readonly isCut: boolean;
}

/**
 * The words of a template that may be values, and hashes that templates of one family have in common: of its text without each of its words in turn (a word of the name is left
 * out of the command too: loops pass what they name), and of its program, if that has options. And a hash of its script.
 */
function wordsOf(
  scanner: JobScanner,
  isCut: boolean,
): TemplateWords & { readonly alike: readonly number[]; readonly script: number } {
  const { name: masked, command } = scanner.masked();
  const { program, flags, hasOptions } = shapeOfCommand(command);
  const values = scanner.commandValues();
  // What the name repeats of the command is a value, whichever word it is.
  const whole = masked.replace(WORD, (word) => withoutValue(word, values));
  const name = isCut && hasOptions ? headOf(whole) : whole;
  const owner = scanner.owner();
  const inName = [...name.matchAll(WORD)];
  const inCommand = [...command.matchAll(COMMAND_WORD)];
  const commandWithout = (word: string): string =>
    command.replace(COMMAND_WORD, (found) => (endsWithValue(word, found) ? LEFT_OUT : found));
  return {
    name,
    mask: name.replace(WORD, LEFT_OUT),
    words: [...inName, ...inCommand].map(([word]) => word),
    flags,
    isCut: isCut && hasOptions,
    script: hashTexts(owner, scriptOf(program)),
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

/**
 * Where templates differ: word by word where their names are built alike, else in the name as a whole; and in flags.
 *
 * @param options names of the options that have values
 */
function wordFactors(templates: readonly TemplateWords[], options: readonly string[]): WordFactor[] {
  const [first] = templates as [TemplateWords];
  const flagNames = [...new Set(templates.flatMap((template) => template.flags.map(nameOf)))];
  const areAlike = templates.every(({ mask, words }) => mask === first.mask && words.length === first.words.length);
  const shown = lettersOf([...options, ...flagNames]);
  const names = areAlike
    ? first.words.map((_, place) =>
        nameFactor(
          first,
          place,
          templates.map(({ words }) => words[place] ?? ''),
        ),
      )
    : [{ key: '', of: templates.map(({ name }) => shownIn(name, shown)) }];
  const flags = flagNames.map((key) => ({
    key,
    of: templates.map((template) => stateOf(template.flags.find((flag) => nameOf(flag) === key))),
  }));
  return [...names, ...flags].filter(({ of }) => new Set(of).size > 1);
}

/** Each once: the templates of a family mostly have the same options. */
const lettersOf = (options: readonly string[]): string[] => [
  ...new Set([...new Set(options)].map((option) => option.toLowerCase().replace(/[^a-z]/g, ''))),
];

/**
 * A name without values, and without whether an option is on (`char`) or off (`nochar`): its own words, and what it shows. Sweeps show in their names what they vary.
 */
const shownIn = (name: string, options: readonly string[]): string =>
  name
    .replace(WORD, (word) => {
      const told = word.toLowerCase().replace(/^no(?=.)/, '');
      return options.find((option) => option.endsWith(told)) ?? word;
    })
    .replaceAll(VALUE, '*');

/** Words at one place of names: with the key that stands before them (`opt-adam`), or that they begin with (`optadam`). */
function nameFactor({ words, name }: TemplateWords, place: number, of: readonly string[]): WordFactor {
  const before = words[place - 1] ?? '';
  const isLinked = isTextKey(before) && new RegExp(`${before}[-_=]${words[place] as string}(?![A-Za-z])`).test(name);
  if (isLinked) return { key: before, of };
  const key = keyBefore(of);
  return { key, of: of.map((word) => word.slice(key.length)) };
}

/** `--use-char` and `--no-use-char` are one option. */
const nameOf = (flag: string): string => flag.replace(/^-+(?:no-)?/, '');

const stateOf = (flag: string | undefined): string => (flag === undefined ? '' : String(!/^-+no-/.test(flag)));
