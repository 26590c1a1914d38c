import { type CommandShape, shapeOfCommand } from './command-shape.ts';
import { hashTexts } from './hash-bytes.ts';
import { scriptOf } from './looped-templates.ts';

/** Words of a command that are no part of an option's or a file's name. */
export const COMMAND_WORD = /(?<![-\w./])[A-Za-z]+(?:\d[A-Za-z]+)?(?![\w./=])/g;

/** What stands for a word that was left out. */
export const LEFT_OUT = '\u0002';

/** A text without one of its words. */
export const without = (masked: string, { index, 0: word }: RegExpExecArray): string =>
  `${masked.slice(0, index)}${LEFT_OUT}${masked.slice(index + word.length)}`;

/** A command with its values masked, taken apart. */
export interface MaskedCommand {
  readonly text: string;
  readonly shape: CommandShape;
  /** The script that it runs. */
  readonly script: string;
  readonly words: readonly string[];
  /** Hashes, as texts, of all of it, and of it without each of its words. */
  readonly hash: string;
  readonly hashesWithout: readonly string[];
}

const MOST_KNOWN = 10_000;

/** Masked commands by what they say: thousands of templates, one for each experiment, have a few. */
export class MaskedCommands {
  readonly #known = new Map<string, MaskedCommand>();

  of(text: string): MaskedCommand {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const command = takeApart(text);
    if (this.#known.size < MOST_KNOWN) this.#known.set(text, command);
    return command;
  }
}

function takeApart(text: string): MaskedCommand {
  const shape = shapeOfCommand(text);
  const words = [...text.matchAll(COMMAND_WORD)];
  return {
    text,
    shape,
    script: scriptOf(shape.program),
    words: words.map(([word]) => word),
    hash: String(hashTexts(text)),
    hashesWithout: words.map((match) => String(hashTexts(without(text, match)))),
  };
}
