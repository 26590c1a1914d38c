import { glob } from '../../model/glob.ts';

/** What the logs call one run. Absent texts are empty, an absent number is NaN. */
export interface RunNames {
  /** Ids as printed and as counted by the scheduler; those of a tracker too. */
  readonly ids: readonly string[];
  /** The id that its array, or its heterogeneous job, has as a whole; its own for any other. */
  readonly whole: number;
  readonly names: readonly string[];
  /** Ids of a tracker's sweeps. */
  readonly sweeps: readonly string[];
}

/** What of a run a pattern fits: an id may come again on another cluster. */
export type Fit = 'id' | 'name' | 'sweep';

const RANGE = /^(\d+)-(\d+)$/;
const IN_BRACKETS = /\[([\d,\s-]+)\]/g;

/**
 * Reads one text of a correction: `1201` (a job, or an array with all its tasks), `1201-1224` (jobs of these ids), `987_[0-11]` and `987_[1,3-5]` (tasks), `123_*`,
 * a name or a sweep with `*` and `?`.
 *
 * @returns which of a run's names fits; undefined for none
 */
export function runPattern(text: string): (run: RunNames) => Fit | undefined {
  const [, low, high] = RANGE.exec(text) ?? [];
  if (low !== undefined) {
    return ({ whole, names }) =>
      whole >= Number(low) && whole <= Number(high) ? 'id' : names.includes(text) ? 'name' : undefined;
  }
  const fitsId = text.includes('[') ? bracketed(text) : glob(text);
  const fitsName = glob(text);
  const whole = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return (run) => {
    if (run.whole === whole || run.ids.some(fitsId)) return 'id';
    if (run.sweeps.some(fitsName)) return 'sweep';
    return run.names.some(fitsName) ? 'name' : undefined;
  };
}

/** Numbers in brackets as Slurm prints tasks: `987_[0-3,7]`. Around them `*` and `?` stand for characters. */
function bracketed(text: string): (id: string) => boolean {
  const lists: (readonly (readonly [low: number, high: number])[])[] = [];
  const marked = text.replace(IN_BRACKETS, (_, list: string) => {
    lists.push(list.split(',').map(rangeOf));
    return '\u0001';
  });
  const source = marked
    .replace(/[\\^$.|+(){}[\]]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
    .replaceAll('\u0001', '(\\d+)');
  const expression = new RegExp(`^${source}$`);
  return (id) => {
    const numbers = expression.exec(id)?.slice(1).map(Number);
    return (
      numbers?.every((number, index) => lists[index]?.some(([low, high]) => number >= low && number <= high)) ?? false
    );
  };
}

function rangeOf(text: string): readonly [number, number] {
  const [low = '', high = low] = text.trim().split('-');
  return [Number(low), Number(high)];
}
