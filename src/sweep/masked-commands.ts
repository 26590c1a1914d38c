import { type CommandShape, shapeOfCommand } from './command-shape.ts';
import { hashTexts, hashWithout } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';
import { scriptOf, scriptsOf } from './looped-templates.ts';
import type { MaskedText } from './masked-text.ts';

/** Words of a command that are no part of an option's or a file's name. */
export const COMMAND_WORD = /(?<![-\w./])[A-Za-z]+(?:\d[A-Za-z]+)?(?![\w./=])/g;

/** What stands for a word that was left out. */
export const LEFT_OUT = '\u0002';
export const MARK = LEFT_OUT.charCodeAt(0);

/**
 * How many words of a text are tried as values, one after the other, each against the whole text: nobody names or calls a job with more that differ, and a cell may have a hundred
 * thousand. Our own judgement.
 */
export const MOST_WORDS = 256;

/** A command with its values masked, taken apart. */
export interface MaskedCommand {
  readonly text: string;
  readonly shape: CommandShape;
  /** Hashes of its program, and of the script that it runs. */
  readonly program: number;
  readonly script: number;
  /** The latter where no values tell its runs apart. */
  readonly scripts: number;
  readonly words: readonly string[];
  /** Hashes of all of it, and of it without each of its words. */
  readonly hash: number;
  readonly hashesWithout: readonly number[];
}

const MOST_KNOWN = 10_000;

/** Masked commands by what they say: thousands of templates, one for each experiment, have a few. */
export class MaskedCommands {
  readonly #byHash = new HashTable();
  readonly #hashed: MaskedCommand[] = [];
  readonly #known = new Map<string, MaskedCommand>();

  of(masked: MaskedText): MaskedCommand {
    const hash = masked.hash();
    const known = this.#byHash.get(hash);
    if (known >= 0) return this.#hashed[known] as MaskedCommand;
    const command = this.ofText(masked.text());
    if (this.#hashed.length < MOST_KNOWN) this.#byHash.set(hash, this.#hashed.push(command) - 1);
    return command;
  }

  ofText(text: string): MaskedCommand {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const command = takeApart(text);
    if (this.#known.size < MOST_KNOWN) this.#known.set(text, command);
    return command;
  }
}

function takeApart(text: string): MaskedCommand {
  const shape = shapeOfCommand(text);
  const words = firstWords(text);
  return {
    text,
    shape,
    program: hashTexts('program', shape.program),
    script: hashTexts(scriptOf(shape.program)),
    scripts: hashTexts(scriptsOf(text, shape.program)),
    words: words.map(([word]) => word),
    hash: hashTexts(text),
    hashesWithout: words.map(({ index, 0: word }) => hashWithout(text, index, index + word.length, MARK)),
  };
}

function firstWords(text: string): RegExpExecArray[] {
  const words: RegExpExecArray[] = [];
  for (const word of text.matchAll(COMMAND_WORD)) if (words.push(word) === MOST_WORDS) break;
  return words;
}
