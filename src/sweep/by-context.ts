import { type Factor, makeFactor } from './factor.ts';
import type { FactorTable } from './factor-table.ts';

/** A loop over datasets goes from one to the next as fast as from value to value, in seconds. Our own judgement. */
const LOOP_PAUSE = 30;

/** When runs were submitted, epoch seconds, and whether the log tells: a start only says when there was a machine. */
export interface Submissions {
  readonly at: (run: number) => number;
  readonly isTold: boolean;
}

/**
 * Parts a family by what its runs are about: the dataset, the task, the model. Each part keeps what still varies in it. Those that one loop went through stay together, as values like
 * others.
 */
export function byContext({ runs, factors }: FactorTable, submissions: Submissions): FactorTable[] {
  const classes = factors.flatMap((factor) =>
    factor.role === 'context' ? [classesOf(factor, runs, submissions)] : [],
  );
  if (!classes.some((classOf) => new Set(classOf).size > 1)) return [{ runs, factors }];
  const parts = new Map<string, number[]>();
  for (let position = 0; position < runs.length; position++) {
    const key = classes.map((classOf) => classOf[position]).join();
    if (parts.get(key)?.push(position) === undefined) parts.set(key, [position]);
  }
  return [...parts.values()].map((positions) => ({ isLabelled: true, ...partOf({ runs, factors }, positions) }));
}

/** For each run, which of the contexts that one loop went through its own is among. */
function classesOf(factor: Factor, runs: Uint32Array, { at, isTold }: Submissions): Uint32Array {
  const { codes, values } = factor;
  const parent = Uint32Array.from(values.keys());
  const root = (code: number): number => (parent[code] === code ? code : root(parent[code] as number));
  const changes: { readonly pause: number; readonly before: number; readonly after: number }[] = [];
  for (let position = 1; position < runs.length; position++) {
    const [before, after] = [codes[position - 1] as number, codes[position] as number];
    if (before !== after)
      changes.push({ pause: at(runs[position] as number) - at(runs[position - 1] as number), before, after });
  }
  // Where only starts are known, one that soon follows another tells little, unless most do.
  const pauses = changes.map(({ pause }) => pause).sort((a, b) => a - b);
  const isLoop = isTold || (pauses[pauses.length >> 1] ?? 0) <= LOOP_PAUSE;
  for (const { pause, before, after } of changes) {
    if (isLoop && (!isTold || pause <= LOOP_PAUSE)) parent[root(before)] = root(after);
  }
  return codes.map(root);
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
  return makeFactor(factor, values, codes);
}
