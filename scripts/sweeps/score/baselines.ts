import type { Ledger } from '../../../src/model/ledger.ts';
import { numberGroups } from './number-groups.ts';

/** Ways to group jobs that anyone would write in a line: what reconstruction must beat. */
export const BASELINES = {
  'array or name': (ledger) => numberGroups(texts(ledger, arrayOrName)),
  'name w/o digits': (ledger) => numberGroups(texts(ledger, nameWithoutNumbers)),
  'user, 1 h': (ledger) => byPause(ledger, ({ table }, row) => table.user.at(row), 3600),
  'user, dir, 10 min': (ledger) =>
    byPause(ledger, ({ table }, row) => `${table.user.at(row)} ${table.workDir.at(row)}`, 600),
} satisfies Record<string, (ledger: Ledger) => number[]>;

export type Baseline = keyof typeof BASELINES;

export const BASELINE_NAMES = Object.keys(BASELINES) as Baseline[];

type Text = (ledger: Ledger, row: number) => string;

const texts = (ledger: Ledger, text: Text): string[] =>
  Array.from({ length: ledger.count }, (_, attempt) => text(ledger, ledger.row[attempt] as number));

function arrayOrName({ table }: Ledger, row: number): string {
  const array = table.arrayJobId.at(row);
  return Number.isNaN(array) ? `${table.user.at(row)} ${table.name.copyAt(row)}` : `array ${array}`;
}

/** Without whole numbers, not only their digits, or `1e-3` and `0.01` would leave other signs behind: the baseline at its best. */
const nameWithoutNumbers: Text = ({ table }, row) =>
  `${table.user.at(row)} ${table.name.copyAt(row).replaceAll(/\d+(\.\d+)?(e-?\d+)?/g, '#')}`;

/** Submissions (where they are not logged, starts) of equal texts, until a pause longer than given. */
function byPause(ledger: Ledger, text: Text, longestSeconds: number): number[] {
  const keys = texts(ledger, text);
  const times = keys.map((_, attempt) => {
    const submit = ledger.table.submit.at(ledger.row[attempt] as number);
    return Number.isNaN(submit) ? (ledger.start[attempt] as number) : submit;
  });
  const order = [...keys.keys()].sort((one, other) => (times[one] as number) - (times[other] as number));
  const open = new Map<string, { time: number; bursts: number }>();
  const labels: string[] = keys.map(() => '');
  for (const attempt of order) {
    const [key, time] = [keys[attempt] as string, times[attempt] as number];
    const last = open.get(key);
    const bursts = last === undefined ? 0 : last.bursts + (time - last.time <= longestSeconds ? 0 : 1);
    open.set(key, { time, bursts });
    labels[attempt] = `${key} ${bursts}`;
  }
  return numberGroups(labels);
}
