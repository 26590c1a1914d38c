import { seededRandom } from '../../src/stats/seeded-random.ts';

/** A normal draw (Box and Muller). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** What a drawn sweep is made with. */
export interface SweepPlan {
  readonly seed: number;
  /** How many values each parameter takes: `{ a: 3, b: 2 }`. */
  readonly values: Readonly<Record<string, number>>;
  readonly repeats: number;
  /** By parameter: between two neighbouring values, in standard deviations of the noise. */
  readonly effects: Readonly<Record<string, number>>;
  /** Of the noise; normal, unless said. */
  readonly noise?: (random: () => number) => number;
}

/** A complete grid with effects and noise that are known, as columns. Values are texts; repeats have seeds. */
export function drawnSweep({ seed, values, repeats, effects, noise = normal }: SweepPlan): {
  columns: Record<string, string[]>;
  y: number[];
} {
  const random = seededRandom(seed);
  const names = Object.keys(values);
  const columns: Record<string, string[]> = Object.fromEntries(
    [...names, ...(repeats > 1 ? ['seed'] : [])].map((name) => [name, []]),
  );
  const y: number[] = [];
  const cells = names.reduce((product, name) => product * (values[name] as number), 1);
  for (let at = 0; at < cells * repeats; at++) {
    let cell = Math.floor(at / repeats);
    let measured = noise(random);
    for (const name of names) {
      const level = cell % (values[name] as number);
      cell = Math.floor(cell / (values[name] as number));
      measured += level * (effects[name] ?? 0);
      columns[name]?.push(`${name}${level}`);
    }
    columns.seed?.push(String(at % repeats));
    y.push(measured);
  }
  return { columns, y };
}
