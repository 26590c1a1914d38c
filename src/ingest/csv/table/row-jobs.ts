import type { JobColumns, Texts } from '../../../model/job-columns.ts';
import { NumberColumn } from '../../../model/number-column.ts';
import type { RawText } from '../../../model/raw-job.ts';
import type { CellColumn } from './cell-column.ts';
import { dateReadout, numberReadout } from './cell-readouts.ts';
import type { TableLayout } from './layout.ts';
import type { RowCommands } from './parameters.ts';
import type { Readings } from './readings.ts';
import type { NumberReadout } from './readout.ts';
import type { Role } from './roles.ts';
import { GpuTypes, RowGpus, withGpuHours } from './row-gpus.ts';
import { RowIds } from './row-ids.ts';
import { rowStates } from './row-states.ts';
import { type NoJob, RowTimes } from './row-times.ts';
import { pick, pickNumbers, Rows } from './rows.ts';
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
  readonly #rows = new Rows();
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
    const [rows, columnOf] = [this.#rows, this.#columnOf];
    const submit = pickNumbers(this.#submit, rows);
    return {
      length: rows.length,
      state: rowStates(rows, columnOf('state'), columnOf('exitCode')),
      numbers: this.#numbers(submit),
      texts: this.#texts(submit),
    };
  }

  #numbers(submit: NumberColumn): JobColumns['numbers'] {
    const lines = new NumberColumn(Uint32Array);
    for (let job = 0; job < this.#rows.length; job++) lines.push(this.#cells.lines.at(this.#rows.at(job)));
    return {
      ...{ line: lines, submit, start: this.#start, end: this.#end, elapsed: this.#elapsed, gpus: this.#held },
      ...{ cpus: this.#numbersOf('cpus'), memoryGb: this.#numbersOf('memory'), nodes: this.#numbersOf('nodes') },
      energyJoules: this.#joules(),
    };
  }

  #texts(submit: NumberColumn): JobColumns['texts'] {
    const [rows, columnOf] = [this.#rows, this.#columnOf];
    const ids = new RowIds(this.#cells, rows, columnOf('id'), columnOf('name'));
    const from = (job: number): number => (Number.isNaN(submit.at(job)) ? this.#start.at(job) : submit.at(job));
    const texts: Partial<Record<RawText | 'gpuTypes', Texts>> = {
      ...{ jobId: ids.jobIds(), name: ids.names(), jobIdRaw: ids.rawIds(from) },
      ...{ command: this.#commands.of(rows, columnOf('command')), gpuTypes: this.#gpuTypes.column },
    };
    for (const [role, name] of AS_THEY_ARE) {
      const column = columnOf(role);
      if (column !== undefined) texts[name] = pick(column, rows);
    }
    return texts;
  }

  #numbersOf(role: 'cpus' | 'memory' | 'nodes' | 'energy'): NumberColumn {
    return pickNumbers(this.#numberOf(role), this.#rows);
  }

  #joules(): NumberColumn {
    const [stated, joules] = [this.#numbersOf('energy'), new NumberColumn()];
    for (let job = 0; job < stated.length; job++) {
      joules.push(stated.at(job) > 0 ? stated.at(job) * this.#energyUnit : Number.NaN);
    }
    return joules;
  }
}

/** Texts that go into the job table as they are. */
const AS_THEY_ARE = [
  ['cluster', 'cluster'],
  ['user', 'user'],
  ['account', 'account'],
  ['partition', 'partition'],
  ['host', 'nodeList'],
] as const satisfies readonly (readonly [Role, RawText])[];
