const WIDTH = 80;
const LABEL = 12;

/** The first names of a list, and how many more there are. */
export const listed = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** A text under a label in lines of 80 characters, broken between words; a longer word is broken within. */
export function labelled(label: string, text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap(pieces)) {
    if (line !== '' && line.length + word.length + 1 > WIDTH - LABEL) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) => `  ${(index === 0 ? label : '').padEnd(LABEL - 2)}${each}`).join('\n');
}

const pieces = (word: string): readonly string[] =>
  word.length <= WIDTH - LABEL ? [word] : (word.match(new RegExp(`.{1,${WIDTH - LABEL}}`, 'gu')) ?? []);
