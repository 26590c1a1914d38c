import { VALUE } from './command-shape.ts';
import { headOf } from './cut-names.ts';
import { hashPair, hashTexts, hashWithout } from './hash-bytes.ts';
import type { JobScanner } from './job-scanner.ts';
import {
  COMMAND_WORD,
  LEFT_OUT,
  MARK,
  type MaskedCommand,
  type MaskedCommands,
  MOST_WORDS,
} from './masked-commands.ts';
import { NameWords } from './name-words.ts';
import type { TemplateWords } from './word-factors.ts';

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

/**
 * The words of the template of the job scanned last, which may be values.
 *
 * @param hasValues whether any slots of it matter
 */
export function wordsOf(
  scanner: JobScanner,
  commands: MaskedCommands,
  isCut: boolean,
  hasValues: boolean,
): LinkedWords {
  const [maskedName, maskedCommand] = [scanner.maskedName(), scanner.maskedCommand()];
  const command = withoutNamed(commands.of(maskedCommand), maskedName.words(), commands);
  const { program, flags, hasOptions } = command.shape;
  // What the name repeats of the command is a value, whichever word it is; but where nothing else varies, the name is.
  const whole = withoutValues(maskedName.text(), maskedCommand.words(hasValues));
  const ofName = new NameWords(isCut && hasOptions ? headOf(whole) : whole);
  const { name } = ofName;
  const owner = scanner.owner();
  const words: string[] = [];
  const alike: number[] = [];
  for (let index = 0; index < Math.min(ofName.count, MOST_WORDS); index++) {
    const word = ofName.at(index);
    const rest = hashWithout(name, ofName.startOf(index), ofName.endOf(index), MARK);
    words.push(word);
    alike.push(hashPair(hashPair(owner, rest), hashOfCommandWithout(command, word)));
  }
  const ofWhole = hashPair(owner, hashTexts(name));
  for (const hash of command.hashesWithout) alike.push(hashPair(ofWhole, hash));
  if (hasOptions) alike.push(hashPair(owner, command.program));
  // Without commands, the first word of names stands for the program.
  const script = program === '' ? hashTexts(words[0] ?? '') : hasValues ? command.script : command.scripts;
  for (const word of command.words) words.push(word);
  return { name, words, program, flags, isCut: isCut && hasOptions, script: hashPair(owner, script), alike };
}

/** What the command repeats of the name is a value there too. */
function withoutNamed(command: MaskedCommand, named: readonly string[], commands: MaskedCommands): MaskedCommand {
  if (named.length === 0 || !command.words.some((word) => named.includes(word))) return command;
  return commands.ofText(command.text.replace(COMMAND_WORD, (word) => (named.includes(word) ? VALUE : word)));
}

/** A hash of a command without the words that a word of the name holds. */
function hashOfCommandWithout({ text, words, hash }: MaskedCommand, word: string): number {
  if (!words.some((found) => endsWithValue(word, found))) return hash;
  return hashTexts(text.replace(COMMAND_WORD, (found) => (endsWithValue(word, found) ? LEFT_OUT : found)));
}

const endsWithValue = (word: string, value: string): boolean =>
  word === value || (value.length >= SHORTEST_VALUE && word.endsWith(value));

/** A name without the values that its words hold. */
const withoutValues = (name: string, values: readonly string[]): string =>
  values.length === 0 ? name : new NameWords(name).replaced((word) => withoutValue(word, values));

/** A word of a name without the value in it: `optadam`, or `optadamlayers`, where the command says `-o adam`. */
function withoutValue(word: string, values: readonly string[]): string {
  if (values.includes(word)) return VALUE;
  let longest = '';
  for (const value of values) {
    if (value.length > Math.max(longest.length, SHORTEST_VALUE - 1) && word.includes(value, 1)) longest = value;
  }
  return longest === '' ? word : word.replace(longest, VALUE);
}
