/** What a command is besides the values of its options. */
export interface CommandShape {
  /** The command without its options: the program, and what stands alone. Commands of one program share it, whichever options they give. */
  readonly program: string;
  /** Options that have no value: `--use-char`. */
  readonly flags: readonly string[];
  /** Whether any option, or variable, has a value. */
  readonly hasOptions: boolean;
}

/** What stands for a value in a masked command. */
export const VALUE = '\u0001';

/** Takes a command with its values masked apart. */
export function shapeOfCommand(masked: string): CommandShape {
  const words = masked.split(/\s+/);
  const program: string[] = [];
  const flags: string[] = [];
  let hasOptions = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!word.startsWith('-') || word.startsWith('--wrap')) {
      if (word.endsWith(`=${VALUE}`)) hasOptions = true;
      else program.push(word);
    } else if (word.includes(VALUE) || word.includes('=')) hasOptions = true;
    else if (words[at + 1] === VALUE) {
      hasOptions = true;
      at++;
    } else flags.push(word);
  }
  return { program: program.join(' '), flags, hasOptions };
}
