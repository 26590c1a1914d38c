import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { isBooleanOption, isLauncher } from '../model/scheduler-options.ts';
import { secondsToHours } from '../model/units.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/** Whether the scheduler was asked for whole nodes. The words after the script are not looked at; `--exclusive=user` and `=mcs` share nodes with others. */
function isExclusive(command: string): boolean {
  if (!command.includes(EXCLUSIVE)) return false;
  const [launcher = '', ...words] = command.trim().split(/\s+/);
  if (!isLauncher(launcher)) return false;
  for (let at = 0; words[at]?.startsWith('-') === true; at++) {
    const word = words[at] as string;
    if (word === EXCLUSIVE) return true;
    const name = word.replace(/^-+/, '');
    const takesNext = !word.includes('=') && !isBooleanOption(name) && (word.startsWith('--') || name.length === 1);
    if (name === 'wrap') return false;
    if (takesNext) at++;
  }
  return false;
}
const EXCLUSIVE = '--exclusive';

/**
 * Says which attempts took whole nodes and none of their GPUs, where others of the same partition held some: no one else could use those. Slurm 20.11 to 26.05 gave such
 * jobs all GPUs of their nodes, which are then in the totals; of other versions and settings that is not known.
 */
export function noteIdleGpus(ledger: Ledger, gpusOf: GpusOfRow, diagnostics: Diagnostics): void {
  const { table, row, wall, count } = ledger;
  const hasGpus = new Set<number>();
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    if (gpusOf(at).length > 0 && table.partition.at(at) !== '') hasGpus.add(table.partition.code(at));
  }
  const found: number[] = [];
  let nodeSeconds = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const isWithout = (wall[attempt] as number) > 0 && gpusIn(gpusOf(at)) === 0 && table.gpuTypes.at(at) === '';
    if (!isWithout || !hasGpus.has(table.partition.code(at)) || !isExclusive(table.command.at(at))) continue;
    const nodes = table.nodes.at(at);
    found.push(at);
    nodeSeconds += (wall[attempt] as number) * (nodes > 0 ? nodes : 1);
  }
  const hours = Number(secondsToHours(nodeSeconds).toPrecision(3));
  const message = `attempts took whole nodes (--exclusive) and no GPUs, in partitions where others held GPUs: ${hours} node-hours in which GPUs may have stood idle. They are in no total`;
  for (const at of found) diagnostics.note('gpus-idle', 'info', message, table.place(at));
}
