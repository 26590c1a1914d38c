import { blankJob, type Job } from '../../../model/job.ts';
import type { JobState } from '../../../model/job-state.ts';
import type { CellColumn } from './cell-column.ts';
import { dateReadout, numberReadout } from './cell-readouts.ts';
import type { TableLayout } from './layout.ts';
import type { Readings } from './readings.ts';
import { type NumberReadout, Readout } from './readout.ts';
import type { Role } from './roles.ts';
import { gpuTypesOf, RowGpus, withGpuHours } from './row-gpus.ts';
import { type NoJob, RowTimes } from './row-times.ts';
import { stateOfCode, stateOfWord } from './states.ts';
import type { TableCells } from './table-cells.ts';

const TEXTS = ['cluster', 'command', 'user', 'account', 'partition'] as const;
const asIs = (text: string): string => text;

/** Makes jobs of the rows of one table. */
export class RowJobs {
  readonly #times: RowTimes;
  readonly #gpus: RowGpus;
  readonly #states: RowStates;
  readonly #texts: readonly Readout<string>[];
  readonly #id: Readout<string>;
  readonly #name: Readout<string>;
  readonly #host: Readout<string>;
  readonly #submit: NumberReadout;
  readonly #numbers: Readonly<Record<'gpuHours' | 'cpus' | 'memory' | 'nodes' | 'energy', NumberReadout>>;
  /** Joules of one unit of energy. */
  readonly #energyUnit: number;
  readonly #job = blankJob(0);
  readonly #cells: TableCells;

  constructor(layout: TableLayout, cells: TableCells, readings: Readings, toUtc: (local: number) => number) {
    const columnOf = (role: Role): CellColumn | undefined => cells.columns[layout.at(role)];
    const textOf = (role: Role): Readout<string> => new Readout(columnOf(role), asIs);
    const numberOf = (role: Role): NumberReadout => numberReadout(columnOf(role), readings.decimal);
    this.#cells = cells;
    this.#times = new RowTimes(columnOf, readings, toUtc);
    this.#gpus = new RowGpus(layout, columnOf, readings.decimal);
    this.#states = new RowStates(columnOf);
    this.#texts = TEXTS.map(textOf);
    [this.#id, this.#name, this.#host] = [textOf('id'), textOf('name'), textOf('host')];
    this.#submit = dateReadout(columnOf('submit'), readings.order, toUtc);
    this.#numbers = {
      gpuHours: numberOf('gpuHours'),
      cpus: numberOf('cpus'),
      memory: numberOf('memory'),
      nodes: numberOf('nodes'),
      energy: numberOf('energy'),
    };
    this.#energyUnit = layout.columns[layout.at('energy')]?.unit ?? Number.NaN;
  }

  /** @returns the same object for every row, filled anew: it is not to be kept */
  jobOf(row: number): Job | NoJob {
    const times = this.#times;
    const refusal = times.read(row);
    if (refusal !== undefined) return refusal;
    const held = this.#gpus.at(row);
    const hours = this.#numbers.gpuHours.at(row);
    const whole = withGpuHours(times.elapsed, held.gpus, hours);
    if (whole === undefined) {
      const said = `${held.gpus} GPUs for ${times.elapsed} s, and ${hours} GPU-hours`;
      return { rule: 'table-gpu-hours', reason: `columns that contradict each other: ${said}` };
    }
    const job = this.#job;
    job.line = this.#cells.lines.at(row);
    job.submit = this.#submit.at(row);
    job.start = times.start;
    job.end = times.end;
    job.elapsed = whole.elapsed;
    job.gpus = whole.gpus;
    job.gpuTypes = gpuTypesOf(whole.gpus, held.model, whole.elapsed);
    job.state = this.#states.at(row);
    this.#readTexts(row);
    this.#readNumbers(row);
    return job;
  }

  #readTexts(row: number): void {
    const job = this.#job;
    const [id, name] = [this.#id.at(row), this.#name.at(row)];
    job.jobId = id || name;
    job.name = name || id;
    job.jobIdRaw = '';
    job.nodeList = this.#host.at(row);
    for (let at = 0; at < TEXTS.length; at++) {
      job[TEXTS[at] as 'user'] = (this.#texts[at] as Readout<string>).at(row);
    }
  }

  #readNumbers(row: number): void {
    const { cpus, memory, nodes, energy } = this.#numbers;
    const job = this.#job;
    job.cpus = cpus.at(row);
    job.memoryGb = memory.at(row);
    job.nodes = nodes.at(row);
    const stated = energy.at(row);
    job.energyJoules = stated > 0 ? stated * this.#energyUnit : Number.NaN;
  }
}

/** How the jobs of rows ended: by a word, else by an exit code in its column or in place of the word. */
class RowStates {
  readonly #words: Readout<{ readonly told: JobState; readonly asCode: JobState }>;
  readonly #codes: Readout<JobState | ''>;

  constructor(columnOf: (role: Role) => CellColumn | undefined) {
    this.#words = new Readout(columnOf('state'), (text) => ({ told: stateOfWord(text), asCode: stateOfCode(text) }));
    this.#codes = new Readout(columnOf('exitCode'), (text) => (text === '' ? '' : stateOfCode(text)));
  }

  at(row: number): JobState {
    const { told, asCode } = this.#words.at(row);
    if (told !== 'unknown') return told;
    return this.#codes.at(row) || asCode;
  }
}
