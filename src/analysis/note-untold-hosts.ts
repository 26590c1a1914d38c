import { coresAt, gigabytesAt } from '../cost/held-amounts.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import { secondsToHours } from '../model/units.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/**
 * Says of how many GPU-hours the logs tell neither processors nor memory, where the method costs these beside the GPUs and the energy was not measured: electricity and emissions are then those
 * of GPUs alone.
 */
export function noteUntoldHosts(ledger: Ledger, gpusOf: GpusOfRow, method: Method, diagnostics: Diagnostics): void {
  if (!(method.cpuPower.high > 0)) return;
  const { table, row, wall, count } = ledger;
  const found: number[] = [];
  let gpuSeconds = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const isTold = coresAt(table, at) > 0 || gigabytesAt(table, at) > 0 || !Number.isNaN(table.energyJoules.at(at));
    const held = isTold ? 0 : gpusIn(gpusOf(at)) * (wall[attempt] as number);
    if (!(held > 0)) continue;
    found.push(at);
    gpuSeconds += held;
  }
  const hours = Number(secondsToHours(gpuSeconds).toPrecision(3));
  const message = `attempts with GPUs of which the logs tell neither processors nor memory: of ${hours} GPU-hours, electricity and emissions are those of the GPUs alone`;
  for (const at of found) diagnostics.note('host-untold', 'warning', message, table.place(at));
}
