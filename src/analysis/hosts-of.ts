import { coresAt, gigabytesAt } from '../cost/held-amounts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Hosts } from '../model/usage.ts';
import type { GpusOfRow } from './shares.ts';

/** Cores and memory that attempts with GPUs had, or all attempts where none held any: of what the logs tell, so that an attempt without a number does not count as one of 0. */
export function hostsOf({ table, row, wall, count }: Ledger, gpusOf: GpusOfRow, isOfGpus: boolean): Hosts | undefined {
  const [cores, memory] = [mean(), mean()];
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    if (isOfGpus && gpusOf(at).length === 0) continue;
    cores.add(coresAt(table, at), wall[attempt] as number);
    memory.add(gigabytesAt(table, at), wall[attempt] as number);
  }
  const hosts = { cores: cores.value, memoryGb: memory.value };
  return Number.isNaN(hosts.cores) && Number.isNaN(hosts.memoryGb) ? undefined : hosts;
}

/** A mean over time, in which 0 stands for what is not told. */
function mean() {
  let [sum, time] = [0, 0];
  return {
    add(amount: number, seconds: number): void {
      if (!(amount > 0 && seconds > 0)) return;
      sum += amount * seconds;
      time += seconds;
    },
    get value(): number {
      return sum / time;
    },
  };
}
