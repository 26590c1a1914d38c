import type { JobTable } from '../../model/job-table.ts';

/** Settings that number processes. Their words may be of something else: `lora_rank`. */
const NUMBERED = /(^|[._-])((local|global|node|machine|process|proc)[_-]?)?(rank|procid|localid)$/i;

/** Settings that say on which GPU a process is. */
const DEVICE = /^(device|gpu|gpu_?id|cuda_?device)$/i;

const WHICH = {
  node: /(^|[._-])(node|machine)[_-]?rank$/i,
  local: /(^|[._-])(local[_-]?rank|localid)$/i,
  global: /(^|\.)((global|process|proc)[_-]?)?(rank|procid)$/i,
} as const;

/** What a rank is counted by: machines, processes of one machine, or all processes. */
export type RankKind = keyof typeof WHICH;

/** The settings of a run, as text. */
export const settingsOf = ({ tracked }: JobTable, row: number): Readonly<Record<string, string>> => {
  const config = tracked.at(row)?.config ?? '';
  return config === '' ? {} : (JSON.parse(config) as Record<string, string>);
};

/** The settings without those that say which rank a process is, not what it trains; as one text. */
export const settingsWithoutRank = (table: JobTable, row: number): string =>
  JSON.stringify(
    Object.entries(settingsOf(table, row))
      .filter(([key]) => !NUMBERED.test(key) && !DEVICE.test(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Launchers count processes from 0. Ranks that do not are of something else, as of low-rank matrices: their runs are trials of a search. */
export function countFromZero(settings: readonly Readonly<Record<string, string>>[]): boolean {
  const ranks = new Map<string, Set<number>>();
  for (const [key, text] of settings.flatMap((each) => Object.entries(each))) {
    if (!NUMBERED.test(key) || !/^\d+$/.test(text)) continue;
    const known = ranks.get(key);
    if (known === undefined) ranks.set(key, new Set([Number(text)]));
    else known.add(Number(text));
  }
  return [...ranks.values()].every((numbers) => numbers.size < 2 || numbers.has(0));
}

/** The number of a rank by its settings; NaN where they do not tell it: `-1` stands for none. */
export function rankIn(settings: Readonly<Record<string, string>>, kind: RankKind): number {
  const key = Object.keys(settings).find((each) => WHICH[kind].test(each));
  const text = key === undefined ? '' : (settings[key] ?? '');
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
