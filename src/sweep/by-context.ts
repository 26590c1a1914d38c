import type { Factor, FactorTable } from './factor-table.ts';

/** A loop over datasets goes from one to the next as fast as from value to value, in seconds. Our own judgement. */
const LOOP_PAUSE = 30;

/**
 * Parts a family by what its runs are about: the dataset, the task. Each part keeps what still varies in it. Where one loop went through all of them, they are values like others.
 *
 * @param submit epoch seconds of a run
 */
export function byContext({ runs, factors }: FactorTable, submit: (run: number) => number): FactorTable[] {
  const contexts = factors.filter((factor) => factor.role === 'context' && !isLoopedOver(factor, runs, submit));
  if (contexts.length === 0) return [{ runs, factors }];
  const parts = new Map<string, number[]>();
  for (let position = 0; position < runs.length; position++) {
    const key = contexts.map(({ codes }) => codes[position]).join();
    if (parts.get(key)?.push(position) === undefined) parts.set(key, [position]);
  }
  const others = factors.filter((factor) => !contexts.includes(factor));
  return [...parts.values()].map((positions) => ({
    isLabelled: true,
    ...partOf({ runs, factors: others }, positions),
  }));
}

function isLoopedOver({ codes }: Factor, runs: Uint32Array, submit: (run: number) => number): boolean {
  const pauses: number[] = [];
  for (let position = 1; position < runs.length; position++) {
    if (codes[position] === codes[position - 1]) continue;
    pauses.push(submit(runs[position] as number) - submit(runs[position - 1] as number));
  }
  return (pauses.sort((a, b) => a - b)[pauses.length >> 1] ?? 0) <= LOOP_PAUSE;
}

/** The part of a family that some of its runs are, with what varies among them. */
export const partOf = ({ runs, factors }: FactorTable, positions: readonly number[]): FactorTable => ({
  runs: Uint32Array.from(positions, (position) => runs[position] as number),
  factors: factors.map((factor) => within(factor, positions)).filter(({ values }) => values.length > 1),
});

function within(factor: Factor, positions: readonly number[]): Factor {
  const codeOf = new Map<number, number>();
  const values: string[] = [];
  const codes = Uint32Array.from(positions, (position) => {
    const code = factor.codes[position] as number;
    const known = codeOf.get(code) ?? values.push(factor.values[code] as string) - 1;
    codeOf.set(code, known);
    return known;
  });
  return { ...factor, values, codes };
}
