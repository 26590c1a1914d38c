/** Observations put into groups: which value of a parameter each had. */
export interface Grouping {
  /** By observation: its group, 0 … `groups` − 1. */
  readonly codes: readonly number[];
  readonly groups: number;
}

/** The groups as columns of zeros and ones, for linear models. */
export const indicatorsOf = ({ codes, groups }: Grouping): Float64Array[] =>
  Array.from({ length: groups }, (_, group) => Float64Array.from(codes, (code) => Number(code === group)));

/** How many observations each group has. */
export function sizesOf({ codes, groups }: Grouping): number[] {
  const sizes = new Array<number>(groups).fill(0);
  for (const code of codes) sizes[code] = (sizes[code] as number) + 1;
  return sizes;
}

/** Observations by the pair of groups that they are in; only pairs that occur are groups. */
export function crossed(a: Grouping, b: Grouping): Grouping {
  const numbers = new Map<number, number>();
  const codes = a.codes.map((code, at) => {
    const pair = code * b.groups + (b.codes[at] as number);
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  });
  return { codes, groups: numbers.size };
}
