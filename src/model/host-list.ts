/** Slurm's own limit on nodes (MAX_SLURM_NODES, slurm/slurm.h): no list stands for more. */
const MOST_NODES = 65_536;

/** A name has at most one bracket for each dimension of a network, of which Slurm knows five (HIGHEST_DIMENSIONS, src/common/hostlist.c). With more than this it is no name: our judgement. */
const MOST_BRACKETS = 16;

/**
 * Expands a host list: names separated by commas, each with any number of bracketed ranges. The low end of a range says how many digits numbers have.
 *
 * @returns names in the order of the list; the first 65,536 of more
 * @example expandHosts('gpu[09-11],login') // ['gpu09', 'gpu10', 'gpu11', 'login']
 */
export function expandHosts(list: string): string[] {
  const hosts: string[] = [];
  for (const part of partsOf(list)) {
    for (const host of expandPart(part.trim())) {
      if (hosts.length === MOST_NODES) return hosts;
      hosts.push(host);
    }
  }
  return hosts;
}

/** Each name with its brackets: `gpu[01-04,07]`, `rack[1-2]n[01-04]`, `login1`. A bracket without its other half parts names as a comma does. */
function* partsOf(list: string): Generator<string> {
  const lastClose = list.lastIndexOf(']');
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const mark = list[at] as string;
    if (mark === '[' && at < lastClose) at = list.indexOf(']', at);
    else if (',[]'.includes(mark)) {
      if (at > start) yield list.slice(start, at);
      start = at + 1;
    }
  }
  if (start < list.length) yield list.slice(start);
}

function* expandPart(part: string, brackets = 0): Generator<string> {
  const open = part.indexOf('[');
  const close = part.indexOf(']', open);
  if (open < 0 || close < 0 || brackets === MOST_BRACKETS) {
    yield part;
    return;
  }
  for (const number of expandRanges(part.slice(open + 1, close))) {
    for (const rest of expandPart(part.slice(close + 1), brackets + 1)) yield `${part.slice(0, open)}${number}${rest}`;
  }
}

function* expandRanges(ranges: string): Generator<string> {
  for (const range of ranges.split(',')) {
    const [low = '', high = low] = range.split('-');
    for (let number = Number(low); number <= Number(high); number++) yield String(number).padStart(low.length, '0');
  }
}
