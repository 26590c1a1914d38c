/** Characters that LaTeX takes for something else, and typography of our own sentences. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': "''",
  '–': '--',
  '—': '---',
  '−': '$-$',
  '×': '$\\times$',
  '…': '\\ldots{}',
  '“': '``',
  '”': "''",
  '’': "'",
  '\u00a0': '~',
};

/** Letters of western Europe that the standard fonts have: not those of Old Norse. */
const LATIN_LETTER = /^(?![ÐðÞþ])[À-ÖØ-öø-ÿ]$/;

/** One character as plain LaTeX with its standard fonts prints it; what these fonts lack by its code. */
function character(each: string): string {
  const special = SPECIAL[each];
  if (special !== undefined) return special;
  if (/^[&%$#_{}]$/.test(each)) return `\\${each}`;
  if (/^\s$/.test(each)) return ' ';
  if (/^[\x21-\x7e]$/.test(each) || LATIN_LETTER.test(each)) return each;
  return `[U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Text of whatever kind as LaTeX that compiles with `\\documentclass{article}` and no package. */
export const tex = (text: string): string =>
  Array.from(text, character).join('').replaceAll('CO2e', 'CO$_2$e').replaceAll('[fill in]', '\\textbf{[fill in]}');

/** Text behind a `%`: on one line, and with nothing that is not plain. */
export const texComment = (text: string): string => text.replaceAll(/[^\x20-\x7e]+/g, ' ');
