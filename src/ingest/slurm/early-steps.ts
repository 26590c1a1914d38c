import type { Sink } from '../source.ts';

/** Energy that a batch step states. */
interface StepEnergy {
  /** When the step began, epoch seconds UTC; NaN where its row does not tell. */
  readonly start: number;
  readonly joules: number;
}

/** Steps of one job that do not stand behind its row. */
interface StepsOfJob {
  readonly line: number;
  readonly energy: StepEnergy[];
  isOfJob: boolean;
}

/** A step may begin some seconds before the job's row says that the job did: both are rounded. */
const ROUNDED = 1;

/**
 * Steps that do not stand behind the row of their job, as when a dump was sorted: their jobs are looked for when the file was read. In a dump as `sacct` prints it there are none, so
 * that nothing is kept.
 */
export class EarlySteps {
  readonly #sink: Sink;
  readonly #firstRow: number;
  readonly #byJob = new Map<string, StepsOfJob>();
  /** The id of the last job's row, UTF-8. */
  #last = new Uint8Array(64);
  #lastLength = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#firstRow = sink.table.length;
  }

  /** The row of a job, used or not. The bytes between two offsets are its id. */
  follow(bytes: Uint8Array, start: number, end: number): void {
    if (end - start > this.#last.length) this.#last = new Uint8Array((end - start) * 2);
    for (let at = start; at < end; at++) this.#last[at - start] = bytes[at] as number;
    this.#lastLength = end - start;
  }

  /** Whether a step, whose id begins at an offset, stands behind its job's row. */
  isBehindJob(bytes: Uint8Array, start: number): boolean {
    const length = this.#lastLength;
    if (bytes[start + length] !== DOT) return false;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== this.#last[at]) return false;
    return length > 0;
  }

  /** A step of a job that does not. @param energy of a batch step that states some */
  add(job: string, line: number, energy: StepEnergy | undefined): void {
    const before = this.#byJob.get(job);
    const steps = before ?? { line, energy: [], isOfJob: false };
    if (energy !== undefined) steps.energy.push(energy);
    if (before === undefined) this.#byJob.set(job, steps);
  }

  /** The file was read: gives jobs the energy of their batch steps, and tells of steps whose job is not in the file. */
  end(): void {
    if (this.#byJob.size === 0) return;
    const { table, loneSteps } = this.#sink;
    for (let row = this.#firstRow; row < table.length; row++) {
      const steps = this.#byJob.get(table.jobId.copyAt(row));
      if (steps === undefined) continue;
      steps.isOfJob = true;
      if (Number.isNaN(table.energyJoules.at(row))) this.#giveEnergy(row, steps.energy);
    }
    for (const [job, { line, isOfJob }] of this.#byJob) if (!isOfJob) loneSteps(job, line);
  }

  /** Of several attempts of a job each gets that of the step that began within it. */
  #giveEnergy(row: number, energy: StepEnergy[]): void {
    const { table } = this.#sink;
    const [start, end] = [table.start.at(row) - ROUNDED, table.end.at(row)];
    const index = energy.findIndex((step) => !(step.start < start) && !(step.start > end));
    if (index < 0) return;
    table.energyJoules.set(row, (energy[index] as StepEnergy).joules);
    energy.splice(index, 1);
  }
}

const DOT = 0x2e;
