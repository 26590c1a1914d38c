import { parseTres, type Tres } from '../tres.ts';
import { at, count, entries, textOf } from './values.ts';

/** What a list of TRES says of an allocation. */
export interface Allocation extends Tres {
  readonly nodes: number;
  /** Joules; NaN when not measured, which 0 means too. */
  readonly energyJoules: number;
}

/**
 * Reads `tres.allocated`: `[{"type":"gres","name":"gpu:a100","id":1002,"count":2}, …]`. Written as a TRES string and read by the parser of
 * those, so that text and JSON cannot differ. Memory is in MB here (in the usage of steps it is in bytes, which is never read).
 */
export function allocationOf(list: unknown): Allocation {
  const items: string[] = [];
  let [nodes, energyJoules] = [Number.NaN, Number.NaN];
  for (const entry of entries(list)) {
    const amount = count(at(entry, 'count'));
    if (Number.isNaN(amount)) continue;
    const type = textOf(at(entry, 'type'));
    const name = textOf(at(entry, 'name'));
    if (type === 'node') nodes = amount;
    else if (type === 'energy') energyJoules = measured(amount);
    else items.push(`${type}${name === '' ? '' : `/${name}`}=${amount}`);
  }
  return { ...parseTres(items.join(',')), nodes, energyJoules };
}

const measured = (joules: number): number => (joules > 0 ? joules : Number.NaN);

const STEP_HETEROGENEOUS = /\+\d+$/;

/** `batch`, `extern`, `0` of a step's id: the text `3.batch`, an object with `step_id` (v0.0.39), or the bare word or number before that. */
function stepName(step: unknown): string {
  const id = at(step, 'step', 'id');
  const text = textOf(at(id, 'step_id') ?? id);
  return text.slice(text.lastIndexOf('.') + 1).replace(STEP_HETEROGENEOUS, '');
}

/**
 * Energy that the steps of a job used, joules: the sum of what `srun` started, else the batch script, which holds what was started without
 * `srun`. Slurm adds up the same steps for the job's own energy and leaves it blank for a plain batch job. NaN when nothing was measured.
 */
export function stepEnergy(steps: readonly unknown[]): number {
  let [started, script] = [0, 0];
  for (const step of steps) {
    const joules = count(at(step, 'statistics', 'energy', 'consumed'));
    if (!(joules > 0)) continue;
    const name = stepName(step);
    if (/^\d+$/.test(name)) started += joules;
    else if (name === 'batch' || name === 'interactive') script += joules;
  }
  return measured(started > 0 ? started : script);
}
