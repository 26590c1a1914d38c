import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { isBooleanOption, isLauncher } from '../model/scheduler-options.ts';
import { secondsToHours } from '../model/units.ts';

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
export function noteIdleGpus({ table, row, wall, count }: Ledger, diagnostics: Diagnostics): void {
  const { gpus, gpuTypes, partition } = table;
  const hasGpus = new Set<number>();
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    if (gpus.at(at) > 0) hasGpus.add(partition.code(at));
  }
  hasGpus.delete(partition.values.indexOf('')); // where no partition is printed
  const found: number[] = [];
  let nodeSeconds = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const isWithout = !(gpus.at(at) > 0) && gpuTypes.at(at) === '' && hasGpus.has(partition.code(at));
    if (!isWithout || !((wall[attempt] as number) > 0) || !isExclusive(table.command.at(at))) continue;
    const nodes = table.nodes.at(at);
    found.push(at);
    nodeSeconds += (wall[attempt] as number) * (nodes > 0 ? nodes : 1);
  }
  const hours = Number(secondsToHours(nodeSeconds).toPrecision(3));
  const message = `attempts took whole nodes (--exclusive) and no GPUs, in partitions where others held GPUs: ${hours} node-hours in which GPUs may have stood idle. They are in no total`;
  for (const at of found) diagnostics.note('gpus-idle', 'info', message, table.place(at));
}
