import type { CodedTexts, JobColumns } from '../../../model/job-columns.ts';
import { NumberColumn } from '../../../model/number-column.ts';
import type { CellColumn } from './cell-column.ts';
import { dateReadout, numberReadout } from './cell-readouts.ts';
import type { TableLayout } from './layout.ts';
import type { RowCommands } from './parameters.ts';
import type { Readings } from './readings.ts';
import { codeIn, type NumberReadout } from './readout.ts';
import type { Role } from './roles.ts';
import { GpuTypes, RowGpus, withGpuHours } from './row-gpus.ts';
import { RowIds } from './row-ids.ts';
import { RowStates } from './row-states.ts';
import { type NoJob, RowTimes } from './row-times.ts';
import type { TableCells } from './table-cells.ts';

/** Makes jobs of the rows of one table: row by row what must agree within a row, all else column by column. */
export class RowJobs {
  readonly #columnOf: (role: Role) => CellColumn | undefined;
  readonly #numberOf: (role: Role) => NumberReadout;
  readonly #cells: TableCells;
  readonly #commands: RowCommands;
  readonly #times: RowTimes;
  readonly #gpus: RowGpus;
  readonly #gpuHours: NumberReadout;
  readonly #submit: NumberReadout;
  /** Joules of one unit of energy. */
  readonly #energyUnit: number;
  /** Row of each job. */
  readonly #rows = new NumberColumn(Uint32Array);
  readonly #start = new NumberColumn();
  readonly #end = new NumberColumn();
  readonly #elapsed = new NumberColumn();
  readonly #held = new NumberColumn();
  readonly #gpuTypes = new GpuTypes();

  constructor(
    layout: TableLayout,
    cells: TableCells,
    commands: RowCommands,
    readings: Readings,
    toUtc: (local: number) => number,
  ) {
    this.#columnOf = (role) => cells.columns[layout.at(role)];
    this.#numberOf = (role) => numberReadout(this.#columnOf(role), readings.decimal);
    this.#cells = cells;
    this.#commands = commands;
    this.#times = new RowTimes(this.#columnOf, readings, toUtc);
    this.#gpus = new RowGpus(layout, this.#columnOf, readings.decimal);
    this.#gpuHours = this.#numberOf('gpuHours');
    this.#submit = dateReadout(this.#columnOf('submit'), readings.order, toUtc);
    this.#energyUnit = layout.columns[layout.at('energy')]?.unit ?? Number.NaN;
  }

  /** Takes a row for a job. @returns why it is none; undefined where it is one */
  take(row: number): NoJob | undefined {
    const times = this.#times;
    const refusal = times.read(row);
    if (refusal !== undefined) return refusal;
    const held = this.#gpus.at(row);
    const hours = this.#gpuHours.at(row);
    const whole = withGpuHours(times.elapsed, held.gpus, hours);
    if (whole === undefined) {
      const said = `${held.gpus} GPUs for ${times.elapsed} s, and ${hours} GPU-hours`;
      return { rule: 'table-gpu-hours', reason: `columns that contradict each other: ${said}` };
    }
    this.#rows.push(row);
    this.#start.push(times.start);
    this.#end.push(times.end);
    this.#elapsed.push(whole.elapsed);
    this.#held.push(whole.gpus);
    this.#gpuTypes.push({ gpus: whole.gpus, model: held.model }, whole.elapsed);
    return undefined;
  }

  /** All jobs that were taken. */
  columns(): JobColumns {
    const rowOf = (job: number): number => this.#rows.at(job);
    const states = new RowStates(this.#columnOf('state'), this.#columnOf('exitCode'));
    return { length: this.#rows.length, state: states.states(rowOf), numbers: this.#numbers(), texts: this.#texts() };
  }

  #numbers(): JobColumns['numbers'] {
    const submit = this.#submit;
    const at = (readout: NumberReadout) => (job: number) => readout.at(this.#rows.at(job));
    const energy = at(this.#numberOf('energy'));
    return {
      line: (job) => this.#cells.lines.at(this.#rows.at(job)),
      submit: at(submit),
      start: (job) => this.#start.at(job),
      end: (job) => this.#end.at(job),
      elapsed: (job) => this.#elapsed.at(job),
      gpus: (job) => this.#held.at(job),
      cpus: at(this.#numberOf('cpus')),
      memoryGb: at(this.#numberOf('memory')),
      nodes: at(this.#numberOf('nodes')),
      energyJoules: (job) => joulesOf(energy(job), this.#energyUnit),
    };
  }

  #texts(): JobColumns['texts'] {
    const rowOf = (job: number): number => this.#rows.at(job);
    const ids = new RowIds(this.#cells, this.#columnOf('id'), this.#columnOf('name'));
    const textsOf = (role: Role): CodedTexts => {
      const column = this.#columnOf(role);
      return {
        code: (job) => codeIn(column, rowOf(job)),
        text: (job) => column?.at(rowOf(job)) ?? '',
      };
    };
    return {
      ...{ cluster: textsOf('cluster'), user: textsOf('user'), account: textsOf('account') },
      ...{ partition: textsOf('partition'), nodeList: textsOf('host') },
      jobId: ids.jobIds(rowOf),
      name: ids.names(rowOf),
      jobIdRaw: { code: () => -1, text: (job) => ids.rawId(rowOf(job), this.#fromOf(job)) },
      command: this.#commandTexts(),
      gpuTypes: this.#gpuTypes.texts(),
    };
  }

  /** What a column of commands says, else the hyperparameters. */
  #commandTexts(): CodedTexts {
    const column = this.#columnOf('command');
    const isStated = (row: number): boolean => column?.isEmpty(row) === false;
    return {
      code: (job) => (isStated(this.#rows.at(job)) ? -1 : this.#commands.code(this.#rows.at(job))),
      text: (job) => column?.at(this.#rows.at(job)) || this.#commands.at(this.#rows.at(job)),
    };
  }

  /** When a job was submitted, else began. */
  #fromOf(job: number): number {
    const submit = this.#submit.at(this.#rows.at(job));
    return Number.isNaN(submit) ? this.#start.at(job) : submit;
  }
}

const joulesOf = (stated: number, unit: number): number => (stated > 0 ? stated * unit : Number.NaN);
