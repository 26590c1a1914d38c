import { argumentFactors } from './argument-factors.ts';
import { VALUE } from './command-shape.ts';
import { LEFT_OUT } from './masked-commands.ts';
import { NameWords } from './name-words.ts';
import { roleOf } from './slot-keys.ts';
import { PROGRAM_SLOT } from './slots.ts';
import { isTextKey, keyBefore } from './text-keys.ts';

/** A place where templates differ. */
export interface WordFactor {
  /** The option; empty for a place in a name, which has no word for it. */
  readonly key: string;
  readonly ofName: boolean;
  /** The word of each template, in the order of {@link Family.templates}; empty where it has none. */
  readonly of: readonly string[];
}

/** What may tell a template from others of its family. */
export interface TemplateWords {
  /** Its name with values masked. */
  readonly name: string;
  /** Words of the name, then of the command. */
  readonly words: readonly string[];
  /** Its program, and what stands alone. */
  readonly program: string;
  readonly flags: readonly string[];
  readonly isCut: boolean;
}

/**
 * Where templates differ: word by word where their names are built alike, else in the name as a whole; in files and paths; and in flags.
 *
 * @param options names of the options that have values
 */
export function wordFactors(templates: readonly TemplateWords[], options: readonly string[]): WordFactor[] {
  const [first] = templates as [TemplateWords];
  const flagNames = [...new Set(templates.flatMap((template) => template.flags.map(nameOf)))].filter(isChoice);
  const switches = switchesIn(templates);
  const shown = [...switches, ...lettersOf([...options, ...flagNames])];
  const areAlike = areBuiltAlike(templates);
  const names = areAlike
    ? first.words.map((_, place) =>
        nameFactor(
          first,
          place,
          templates.map(({ words }) => words[place] ?? ''),
        ),
      )
    : [{ key: '', ofName: true, of: shownInNames(templates, shown) }];
  const flags = flagNames.map((key) => ({
    key,
    ofName: false,
    of: templates.map((template) => stateOf(template.flags.find((flag) => nameOf(flag) === key))),
  }));
  return [
    ...names.filter(({ of }) => !areSwitch(of)),
    ...argumentFactors(templates.map(({ program }) => program)),
    ...flags,
    ...switches.map((key) => switchFactor(key, templates)),
  ].filter(({ of }) => new Set(of).size > 1);
}

/** Whether names are the same but for their words. */
function areBuiltAlike(templates: readonly TemplateWords[]): boolean {
  const [first] = templates as [TemplateWords];
  const mask = maskOf(first.name);
  return templates.every(({ name, words }) => words.length === first.words.length && maskOf(name) === mask);
}

const maskOf = (name: string): string => new NameWords(name).replaced(() => LEFT_OUT);

/** Words of names that come with `no` before them too: options that are on or off. */
function switchesIn(templates: readonly TemplateWords[]): string[] {
  const known = new Set(templates.flatMap(({ words }) => words));
  return [...known].filter((word) => known.has(`no${word}`)).sort();
}

const areSwitch = (words: readonly string[]): boolean => {
  const [shorter = '', longer = '', ...others] = [...new Set(words)].sort((a, b) => a.length - b.length);
  return others.length === 0 && shorter !== '' && longer === `no${shorter}`;
};

const switchFactor = (key: string, templates: readonly TemplateWords[]): WordFactor => ({
  key,
  ofName: true,
  of: templates.map(({ words }) => (words.includes(`no${key}`) ? 'false' : words.includes(key) ? 'true' : '')),
});

/** Each once: the templates of a family mostly have the same options. */
const lettersOf = (options: readonly string[]): string[] => [
  ...new Set([...new Set(options)].map((option) => option.toLowerCase().replace(/[^a-z]/g, ''))),
];

/**
 * What each template's name shows: the name without values, and without whether an option is on (`char`) or off (`nochar`): its own words, and what it shows. Sweeps show in their
 * names what they vary. Names are looked at once each, and so are their words.
 */
function shownInNames(templates: readonly TemplateWords[], options: readonly string[]): string[] {
  const [ofNames, ofWords] = [new Map<string, string>(), new Map<string, string>()];
  const shownFor = (word: string): string => {
    const shown = ofWords.get(word) ?? shownIn(word, options);
    ofWords.set(word, shown);
    return shown;
  };
  return templates.map(({ name }) => {
    const shown = ofNames.get(name) ?? new NameWords(name).replaced(shownFor).replaceAll(VALUE, '*');
    ofNames.set(name, shown);
    return shown;
  });
}

/** The option that a word of a name shows to be on or off, or the word. */
function shownIn(word: string, options: readonly string[]): string {
  const told = word.toLowerCase().replace(/^no(?=.)/, '');
  return options.find((option) => option.endsWith(told)) ?? word;
}

/** Words at one place of names: with the key that stands before them (`opt-adam`), or that they begin with (`optadam`). */
function nameFactor({ words, name }: TemplateWords, place: number, of: readonly string[]): WordFactor {
  const before = words[place - 1] ?? '';
  const isLinked = isTextKey(before) && new RegExp(`${before}[-_=]${words[place] as string}(?![A-Za-z])`).test(name);
  if (isLinked) return { key: before, ofName: true, of };
  const key = keyBefore(of);
  return { key, ofName: true, of: of.map((word) => word.slice(key.length)) };
}

/** Whether a flag says anything of an experiment: `--resume` does not. */
const isChoice = (flag: string): boolean => roleOf(flag, PROGRAM_SLOT) !== 'ignored';

/** `--use-char` and `--no-use-char` are one option. */
const nameOf = (flag: string): string => flag.replace(/^-+(?:no-)?/, '');

const stateOf = (flag: string | undefined): string => (flag === undefined ? '' : String(!/^-+no-/.test(flag)));
