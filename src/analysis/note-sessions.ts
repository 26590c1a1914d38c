import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import type { TextColumn } from '../model/text-column.ts';
import { secondsToHours } from '../model/units.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/** Names that `salloc` and `srun` give to a shell, and those of portals to notebooks and desktops. Our own judgement. */
const SESSION =
  /^(interactive|allocation|salloc|bash|zsh|tcsh|fish|sh|jupyter\S*|vscode|code-server|rstudio\S*|sys\/dashboard\S*|ondemand\S*)$/i;

/** The first two letters of those names: other names need no decoding, which took 73 ms for 100,000 of them. */
const BEGINNINGS = new Set(
  'in al sa ba zs tc fi sh ju vs co rs sy on'.split(' ').map((two) => (two.charCodeAt(0) << 8) | two.charCodeAt(1)),
);
const LOWER_CASE = 0x20;

function beginsLikeSession(names: TextColumn, row: number): boolean {
  if (names.size(row) < 2) return false;
  const [bytes, start] = [names.chunkOf(row), names.start(row)];
  const [first, second] = [bytes[start] as number, bytes[start + 1] as number];
  return BEGINNINGS.has(((first | LOWER_CASE) << 8) | second | LOWER_CASE);
}

/**
 * Says how long people held GPUs in sessions of their own: shells, notebooks, desktops. They are counted like any job, and hold what they hold while no one types; in some projects
 * they hold the most.
 */
export function noteSessions(ledger: Ledger, gpusOf: GpusOfRow, diagnostics: Diagnostics): void {
  const { table, row, wall, count } = ledger;
  const found: number[] = [];
  let [seconds, gpuSeconds] = [0, 0];
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const ran = wall[attempt] as number;
    if (!(ran > 0) || !beginsLikeSession(table.name, at) || !SESSION.test(table.name.at(at))) continue;
    found.push(at);
    seconds += ran;
    gpuSeconds += ran * gpusIn(gpusOf(at));
  }
  const message = `attempts are interactive sessions by their names (shells, notebooks): ${amount(seconds)} hours and ${amount(gpuSeconds)} GPU-hours of the totals, whether used or idle`;
  for (const at of found) diagnostics.note('interactive-sessions', 'info', message, table.place(at));
}

const amount = (seconds: number): number => Number(secondsToHours(seconds).toPrecision(3));
