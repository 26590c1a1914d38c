const SPECIAL = /[\\^$.|+(){}[\]]/g;

/** A pattern with `*` for any characters and `?` for one, as a test of whole texts. Case counts. */
export function glob(pattern: string): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const source = pattern.replace(SPECIAL, '\\$&').replace(/\*+/g, '.*').replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
}

/** Whether a text fits one of the patterns. */
export function anyGlob(patterns: readonly string[]): (text: string) => boolean {
  const tests = patterns.map(glob);
  return (text) => tests.some((fits) => fits(text));
}
