import { blankJob, type Job, UNTOLD_GPUS } from '../../../model/job.ts';
import type { JobState } from '../../../model/job-state.ts';
import { dateIn } from './dates.ts';
import { durationIn } from './durations.ts';
import { gpuCell, isNoGpu } from './gpu-cells.ts';
import type { TableLayout } from './layout.ts';
import { numberIn } from './numbers.ts';
import type { Readings } from './readings.ts';
import type { Role } from './roles.ts';
import { stateOfCode, stateOfWord } from './states.ts';

/** A row that is no job: why not. */
export interface NoJob {
  readonly rule: string;
  readonly reason: string;
}

/** Makes jobs of the rows of one table. */
export class RowJobs {
  readonly #layout: TableLayout;
  readonly #readings: Readings;
  readonly #toUtc: (local: number) => number;

  constructor(layout: TableLayout, readings: Readings, toUtc: (local: number) => number) {
    this.#layout = layout;
    this.#readings = readings;
    this.#toUtc = toUtc;
  }

  /** @param cells plain, as many as there are columns */
  jobOf(cells: readonly string[], line: number): Job | NoJob {
    const cell = (role: Role): string => cells[this.#layout.at(role)] ?? '';
    const number = (role: Role): number => numberIn(cell(role), this.#readings.decimal);
    const time = this.#timeOf(cell);
    if ('reason' in time) return time;
    const held = this.#gpusOf(cell, number);
    const hours = number('gpuHours');
    const whole = withGpuHours(time.elapsed, held.gpus, hours);
    if (whole === undefined) {
      const said = `${held.gpus} GPUs for ${time.elapsed} s, and ${hours} GPU-hours`;
      return { rule: 'table-gpu-hours', reason: `columns that contradict each other: ${said}` };
    }
    const name = cell('name');
    const gpus = { ...held, gpus: whole.gpus };
    return {
      ...blankJob(line),
      cluster: cell('cluster'),
      jobId: cell('id') || name,
      name: name || cell('id'),
      command: cell('command'),
      user: cell('user'),
      account: cell('account'),
      partition: cell('partition'),
      state: stateIn(cell('state'), cell('exitCode')),
      submit: this.#date(cell('submit')),
      ...{ start: time.start, end: time.end, elapsed: whole.elapsed },
      cpus: number('cpus'),
      gpus: gpus.gpus,
      gpuTypes: typesOf(gpus, whole.elapsed),
      memoryGb: number('memory'),
      nodes: number('nodes'),
      nodeList: cell('host'),
      energyJoules: this.#energyOf(number('energy')),
    };
  }

  #date(text: string): number {
    return dateIn(text, this.#readings.order, this.#toUtc);
  }

  /** Start, end and wall seconds: what the table states, and what follows. */
  #timeOf(cell: (role: Role) => string): { start: number; end: number; elapsed: number } | NoJob {
    for (const role of ['start', 'end'] as const) {
      if (cell(role) === '' || !Number.isNaN(this.#date(cell(role)))) continue;
      return { rule: 'table-time', reason: `${role} "${cell(role)}" is no time that is understood` };
    }
    const [start, end] = [this.#date(cell('start')), this.#date(cell('end'))];
    const stated = durationIn(cell('duration'), this.#readings.duration);
    if (cell('duration') !== '' && !(stated >= 0)) {
      return { rule: 'table-duration', reason: `"${cell('duration')}" is no duration that is understood` };
    }
    if (end < start) return { rule: 'table-backwards', reason: 'it ends before it starts' };
    const elapsed = Number.isNaN(stated) ? end - start : stated;
    const from = Number.isNaN(start) ? end - elapsed : start;
    return { start: from, end: Number.isNaN(end) ? from + elapsed : end, elapsed };
  }

  #gpusOf(cell: (role: Role) => string, number: (role: Role) => number): { gpus: number; model: string } {
    const [type, counted] = [gpuCell(cell('gpuType')), gpuCell(cell('gpus'))];
    const model = type.model || counted.model;
    if (isNoGpu(model)) return { gpus: 0, model: '' };
    if (!Number.isNaN(counted.count)) return { gpus: counted.count, model };
    const perNode = number('gpusPerNode');
    if (!Number.isNaN(perNode)) return { gpus: perNode * (number('nodes') > 0 ? number('nodes') : 1), model };
    // A model alone, in a table that has no column for how many, is one GPU.
    const isOne = Number.isNaN(type.count) && model !== '' && !this.#layout.has('gpus', 'gpuHours');
    return { gpus: isOne ? 1 : type.count, model };
  }

  #energyOf(stated: number): number {
    const unit = this.#layout.columns[this.#layout.at('energy')]?.unit ?? Number.NaN;
    return stated > 0 ? stated * unit : Number.NaN;
  }
}

/** GPU-hours and hours tell of GPUs, GPU-hours alone of neither: they stand as one GPU for so long. */
function withGpuHours(elapsed: number, gpus: number, hours: number): { elapsed: number; gpus: number } | undefined {
  if (Number.isNaN(hours)) return { elapsed, gpus };
  const seconds = hours * 3600;
  if (Number.isNaN(elapsed)) return { elapsed: gpus > 0 ? seconds / gpus : seconds, gpus: gpus > 0 ? gpus : 1 };
  if (Number.isNaN(gpus)) return { elapsed, gpus: elapsed > 0 ? seconds / elapsed : 0 };
  return Math.abs(elapsed * gpus - seconds) <= Math.max(60, 0.02 * seconds) ? { elapsed, gpus } : undefined;
}

function typesOf({ gpus, model }: { gpus: number; model: string }, elapsed: number): string {
  if (Number.isNaN(gpus)) return elapsed > 0 ? UNTOLD_GPUS : '';
  return model === '' || gpus === 0 ? '' : `${model.replace(/[,=]+/g, ' ')}=${gpus}`;
}

function stateIn(word: string, code: string): JobState {
  const told = stateOfWord(word);
  if (told !== 'unknown') return told;
  return code === '' ? stateOfCode(word) : stateOfCode(code);
}
