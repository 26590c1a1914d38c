const TOKEN = /\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z]+|[^A-Za-z\d]+/g;

/**
 * What the names of a sweep's jobs share, `*` for what varies.
 *
 * @example commonName(['lisa_lr0.1_h256', 'lisa_lr0.01_h256']) // 'lisa_lr*_h256'
 */
export function commonName(names: readonly string[]): string {
  const sample = [...new Set(names)].map((name) => name.match(TOKEN) ?? []);
  const [first = []] = sample;
  if (sample.some((tokens) => tokens.length !== first.length)) return `${commonPrefix(names)}*`;
  return first
    .map((token, place) => (sample.every((tokens) => tokens[place] === token) ? token : '*'))
    .join('')
    .replace(/\*+/g, '*');
}

function commonPrefix(names: readonly string[]): string {
  let prefix = names[0] ?? '';
  for (const name of names) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
