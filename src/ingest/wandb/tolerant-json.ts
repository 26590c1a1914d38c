/** How Python's `json` writes numbers that JSON has none for. */
const BARE = /-?\b(?:NaN|Infinity)\b/g;
const HAS_BARE = /NaN|Infinity/;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/**
 * Parses JSON in which numbers that are not finite may stand bare, as Python writes them: `NaN`, `Infinity` and `-Infinity` become the texts `'NaN'`, `'Infinity'`, `'-Infinity'`,
 * which is how W&B itself writes them elsewhere.
 *
 * @returns undefined when it cannot be parsed; never throws. JSON's `null` is null
 */
export function parseTolerantJson(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, '');
  const plain = tryParse(trimmed);
  return plain === undefined && HAS_BARE.test(trimmed) ? tryParse(quoteBare(trimmed)) : plain;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // damage is data, not an error
  }
}

/** Puts quotes around bare words outside of strings. One pass: time grows with the length and no faster. */
function quoteBare(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const open = quote === -1 ? text.length : quote;
    parts.push(text.slice(at, open).replace(BARE, '"$&"'));
    at = closeOf(text, open);
    parts.push(text.slice(open, at));
  }
  return parts.join('');
}

/** Just after the quote that closes the string which opens at `open`; the end of the text when nothing closes it. */
function closeOf(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === QUOTE) return at + 1;
  }
  return text.length;
}
