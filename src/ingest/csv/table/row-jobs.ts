import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { JobColumns, Texts } from '../../../model/job-columns.ts';
import { NumberColumn } from '../../../model/number-column.ts';
import type { RawText } from '../../../model/raw-job.ts';
import type { CellColumn } from './cell-column.ts';
import { dateReadout, numberReadout } from './cell-readouts.ts';
import type { JobEnergy } from './energy.ts';
import type { TableLayout } from './layout.ts';
import type { Measures } from './measures.ts';
import type { RowCommands } from './parameters.ts';
import type { Readings } from './readings.ts';
import type { NumberReadout } from './readout.ts';
import type { Role } from './roles.ts';
import { heldFor, pushGpuTypes, RowGpus } from './row-gpus.ts';
import { RowIds } from './row-ids.ts';
import { statesOf } from './row-states.ts';
import { type NoJob, RowTimes, type TimeOddity } from './row-times.ts';
import { pick, pickNumbers, Rows } from './rows.ts';
import type { SpoiledIds } from './spoiled-ids.ts';
import type { TableCells } from './table-cells.ts';

/** Makes jobs of the rows of one table: row by row what must agree within a row, all else column by column. */
export class RowJobs {
  readonly #columnOf: (role: Role) => CellColumn | undefined;
  readonly #numberOf: (role: Role) => NumberReadout;
  readonly #cells: TableCells;
  readonly #commands: RowCommands;
  readonly #measures: Measures;
  readonly #memory: NumberReadout;
  readonly #times: RowTimes;
  readonly #gpus: RowGpus;
  readonly #gpuSeconds: NumberReadout;
  readonly #submit: NumberReadout;
  readonly #energy: JobEnergy;
  readonly #rows = new Rows();
  readonly #start = new NumberColumn();
  readonly #end = new NumberColumn();
  readonly #elapsed = new NumberColumn();
  readonly #held = new NumberColumn();
  readonly #gpuTypes = new DictionaryColumn();
  readonly #ids: RowIds;

  constructor(
    layout: TableLayout,
    cells: TableCells,
    {
      commands,
      spoiled,
      measures,
      memory,
      gpuSeconds,
      energy,
      isEndOfSameDay,
    }: {
      readonly commands: RowCommands;
      readonly spoiled: SpoiledIds;
      readonly measures: Measures;
      readonly memory: NumberReadout;
      readonly gpuSeconds: NumberReadout;
      readonly energy: JobEnergy;
      /** Whether of ends the clock alone is told. */
      readonly isEndOfSameDay: boolean;
    },
    readings: Readings,
    toUtc: (local: number) => number,
  ) {
    this.#columnOf = (role) => cells.columns[layout.at(role)];
    this.#numberOf = (role) => numberReadout(this.#columnOf(role), readings.decimal);
    this.#cells = cells;
    this.#commands = commands;
    this.#measures = measures;
    this.#memory = memory;
    this.#times = new RowTimes(this.#columnOf, readings, toUtc, isEndOfSameDay);
    this.#gpus = new RowGpus(layout, this.#columnOf, readings.decimal);
    this.#gpuSeconds = gpuSeconds;
    this.#submit = dateReadout(this.#columnOf('submit'), readings.order, toUtc);
    this.#ids = new RowIds(cells, this.#rows, { id: this.#columnOf('id'), name: this.#columnOf('name') }, spoiled);
    this.#energy = energy;
  }

  /** Takes a row for a job. @returns why it is none; undefined where it is one */
  take(row: number): NoJob | undefined {
    const times = this.#times;
    const refusal = times.read(row);
    if (refusal !== undefined) return refusal;
    const held = this.#gpus.at(row);
    const seconds = this.#gpuSeconds.at(row);
    const isTold = !Number.isNaN(seconds);
    const whole = isTold ? heldFor(seconds, times.elapsed, held) : undefined;
    if (isTold && whole === undefined) {
      const said = `${held.gpus} GPUs for ${times.elapsed} s, and ${seconds / 3600} GPU-hours`;
      return { rule: 'table-gpu-hours', reason: `columns that contradict each other: ${said}` };
    }
    const { elapsed, gpus } = whole ?? { elapsed: times.elapsed, gpus: held.gpus };
    this.#rows.push(row);
    this.#start.push(times.start);
    this.#end.push(times.end);
    this.#elapsed.push(elapsed);
    this.#held.push(gpus);
    pushGpuTypes(this.#gpuTypes, held, gpus, elapsed);
    return undefined;
  }

  /** What is odd of the times of the row taken last. */
  get oddTime(): TimeOddity {
    return this.#times.oddity;
  }

  /** All jobs that were taken. */
  columns(): JobColumns {
    const [rows, columnOf] = [this.#rows, this.#columnOf];
    const submit = columnOf('submit') && pickNumbers(this.#submit, rows);
    return {
      length: rows.length,
      state: statesOf(rows, columnOf('state'), columnOf('exitCode')),
      numbers: this.#numbers(submit),
      texts: this.#texts(submit),
      measures: this.#measures.of(rows),
    };
  }

  /** Rows that count once with one before them, though they may be jobs of their own: known once {@link columns} were made. */
  get alike(): readonly number[] {
    return this.#ids.alike;
  }

  #numbers(submit: NumberColumn | undefined): JobColumns['numbers'] {
    return {
      line: pickNumbers(this.#cells.lines, this.#rows, new NumberColumn(Uint32Array)),
      ...{ submit, start: this.#start, end: this.#end, elapsed: this.#elapsed, gpus: this.#held },
      memoryGb: this.#columnOf('memory') && pickNumbers(this.#memory, this.#rows),
      ...{ cpus: this.#numbersOf('cpus'), nodes: this.#numbersOf('nodes') },
      energyJoules: this.#energy.joules('energy', this.#rows),
      gpuEnergyJoules: this.#energy.joules('gpuEnergy', this.#rows),
    };
  }

  #texts(submit: NumberColumn | undefined): JobColumns['texts'] {
    const [rows, columnOf] = [this.#rows, this.#columnOf];
    const ids = this.#ids;
    const from = (job: number): number => {
      const submitted = submit?.at(job) ?? Number.NaN;
      return Number.isNaN(submitted) ? this.#start.at(job) : submitted;
    };
    const texts: Partial<Record<RawText | 'gpuTypes', Texts | undefined>> = {
      ...{ jobId: ids.jobIds(), name: ids.names(), jobIdRaw: ids.rawIds(from) },
      ...{ command: this.#commands.of(rows, columnOf('command')), gpuTypes: this.#gpuTypes },
    };
    for (const [role, name] of AS_THEY_ARE) {
      const column = columnOf(role);
      if (column !== undefined) texts[name] = pick(column, rows);
    }
    return texts;
  }

  #numbersOf(role: 'cpus' | 'nodes'): NumberColumn | undefined {
    return this.#columnOf(role) && pickNumbers(this.#numberOf(role), this.#rows);
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
