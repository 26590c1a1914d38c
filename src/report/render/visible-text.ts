const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Tab, newline, and the joiners that Persian, Hindi and emoji need. */
const HARMLESS = new Set(['\t', '\n', '\u200c', '\u200d']);

/**
 * Text from a log as a reader may safely see it: control characters, line and paragraph separators, bidirectional
 * overrides and lone surrogates are shown by their code (`‹U+202E›`), because they can reorder or hide what stands
 * beside them.
 */
export const visibleText = (text: string): string =>
  text.replaceAll(HIDDEN, (character) => (HARMLESS.has(character) ? character : codeOf(character)));

const codeOf = (character: string): string =>
  `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

/** The first `most` characters (Unicode code points) of a text, with an ellipsis where it was cut. */
export function shortened(text: string, most = 120): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}
