/** Slurm's own limit on nodes (MAX_SLURM_NODES, slurm/slurm.h): no list stands for more. */
const MOST_NODES = 65_536;

/** One name with its brackets: `gpu[01-04,07]`, `rack[1-2]n[01-04]`, `login1`. */
const PART = /(?:[^,[\]]|\[[^\]]*\])+/g;

/**
 * Expands a host list: names separated by commas, each with any number of bracketed ranges. The low end of a range says how many digits numbers have.
 *
 * @returns names in the order of the list; the first 65,536 of more
 * @example expandHosts('gpu[09-11],login') // ['gpu09', 'gpu10', 'gpu11', 'login']
 */
export function expandHosts(list: string): string[] {
  const hosts: string[] = [];
  for (const [part] of list.matchAll(PART)) {
    for (const host of expandPart(part.trim())) {
      if (hosts.length === MOST_NODES) return hosts;
      hosts.push(host);
    }
  }
  return hosts;
}

function* expandPart(part: string): Generator<string> {
  const open = part.indexOf('[');
  const close = part.indexOf(']', open);
  if (open < 0 || close < 0) {
    yield part;
    return;
  }
  for (const number of expandRanges(part.slice(open + 1, close))) {
    for (const rest of expandPart(part.slice(close + 1))) yield `${part.slice(0, open)}${number}${rest}`;
  }
}

function* expandRanges(ranges: string): Generator<string> {
  for (const range of ranges.split(',')) {
    const [low = '', high = low] = range.split('-');
    for (let number = Number(low); number <= Number(high); number++) yield String(number).padStart(low.length, '0');
  }
}
