import { UNKNOWN_GPU } from '../cost/recognise-gpus.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import { findGpu } from '../tables/hardware/gpus.ts';

/** So many names are printed; a log can have any number. */
const MOST_NAMES = 5;

/** Says which GPUs the logs name that no table knows: each is costed with the span of the whole table, and not as any of it. */
export function noteUnknownModels(byModel: ReadonlyMap<string, number>, diagnostics: Diagnostics): void {
  const unknown = [...byModel].filter(([model]) => model !== UNKNOWN_GPU && findGpu(model) === undefined);
  if (unknown.length === 0) return;
  const hours = unknown.reduce((sum, [, each]) => sum + each, 0);
  const names = unknown.slice(0, MOST_NAMES).map(([model]) => model);
  const more = unknown.length > names.length ? ` and ${unknown.length - names.length} more` : '';
  const message = `${Number(hours.toFixed(1))} GPU-hours on ${names.join(', ')}${more}, which the hardware table does not have (runledger tables hardware): costed with a wide range, unless runledger.yaml has their gpuWatts and gpuUsdPerHour under methods`;
  diagnostics.note('hardware-not-in-table', 'warning', message);
}
