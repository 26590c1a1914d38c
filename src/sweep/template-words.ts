import { VALUE } from './command-shape.ts';
import { headOf } from './cut-names.ts';
import { hashTexts } from './hash-bytes.ts';
import type { JobScanner } from './job-scanner.ts';
import { COMMAND_WORD, LEFT_OUT, type MaskedCommand, type MaskedCommands, without } from './masked-commands.ts';
import { type TemplateWords, WORD } from './word-factors.ts';

/** A word of a name holds a value of the command by chance when that is shorter. */
const SHORTEST_VALUE = 3;

/** What tells whether templates are of one family. */
export interface LinkedWords extends TemplateWords {
  /**
   * Hashes that templates of one family have in common: of a template's text without each of its words in turn (a word of the name is left out of the command too: loops pass what they
   * name), and of its program, if that has options.
   */
  readonly alike: readonly number[];
  /** A hash of its script. */
  readonly script: number;
}

/** The words of the template of the job scanned last, which may be values. */
export function wordsOf(scanner: JobScanner, commands: MaskedCommands, isCut: boolean): LinkedWords {
  const { name: ofName, command: ofCommand } = scanner.masked();
  const command = withoutNamed(commands.of(ofCommand.text), ofName.values, commands);
  const { program, flags, hasOptions } = command.shape;
  // What the name repeats of the command is a value, whichever word it is.
  const whole = ofName.text.replace(WORD, (word) => withoutValue(word, ofCommand.values));
  const name = isCut && hasOptions ? headOf(whole) : whole;
  const owner = scanner.owner();
  const inName = [...name.matchAll(WORD)];
  return {
    name,
    mask: name.replace(WORD, LEFT_OUT),
    words: [...inName.map(([word]) => word), ...command.words],
    flags,
    isCut: isCut && hasOptions,
    // Without commands, the first word of names stands for the program.
    script: hashTexts(owner, program === '' ? (inName[0]?.[0] ?? '') : command.script),
    alike: [
      ...inName.map((match) => hashTexts(owner, without(name, match), hashWithout(command, match[0]))),
      ...command.hashesWithout.map((hash) => hashTexts(owner, name, hash)),
      ...(hasOptions ? [hashTexts(owner, 'program', program)] : []),
    ],
  };
}

/** What the command repeats of the name is a value there too. */
function withoutNamed(command: MaskedCommand, named: ReadonlySet<string>, commands: MaskedCommands): MaskedCommand {
  if (named.size === 0 || !command.words.some((word) => named.has(word))) return command;
  return commands.of(command.text.replace(COMMAND_WORD, (word) => (named.has(word) ? VALUE : word)));
}

/** A hash of a command without the words that a word of the name holds. */
function hashWithout({ text, words, hash }: MaskedCommand, word: string): string {
  if (!words.some((found) => endsWithValue(word, found))) return hash;
  return String(hashTexts(text.replace(COMMAND_WORD, (found) => (endsWithValue(word, found) ? LEFT_OUT : found))));
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
