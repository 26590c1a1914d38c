import type { NestedRun } from '../../model/ledger.ts';
import type { FoundTrial } from '../../model/sweep.ts';
import { secondsToHours } from '../../model/units.ts';
import { secondsShared } from '../../sweep/tracked/shares.ts';
import { gpusIn } from '../shares.ts';
import { type Taken, type TakingSource, takenByAttempts } from './taken.ts';

/** The tracked runs inside of attempts, by attempt and by row. */
export class NestedTrials {
  readonly #source: TakingSource;
  readonly #byAttempt = new Map<number, NestedRun[]>();
  readonly #byRow = new Map<number, NestedRun>();
  /** Made when first asked for: few projects have several runs in one attempt. */
  #seconds: ReadonlyMap<NestedRun, number> | undefined;

  constructor(source: TakingSource) {
    this.#source = source;
    for (const run of source.ledger.nested) {
      this.#byRow.set(run.row, run);
      const runs = this.#byAttempt.get(run.attempt);
      if (runs === undefined) this.#byAttempt.set(run.attempt, [run]);
      else runs.push(run);
    }
  }

  #runsIn(attempts: readonly number[]): NestedRun[] {
    return attempts.flatMap((attempt) => this.#byAttempt.get(attempt) ?? []);
  }

  /** Whether several runs ran in these attempts. */
  areShared(attempts: readonly number[]): boolean {
    return new Set(this.#runsIn(attempts).map(({ run }) => run)).size > 1;
  }

  /** The rows of the only run inside of these attempts; none where there are several, of which none speaks for the attempts. */
  rowsOfOnly(attempts: readonly number[]): number[] {
    return this.areShared(attempts) ? [] : this.#runsIn(attempts).map(({ row }) => row);
  }

  /** What a run took of attempts that others ran in too: the time of its own sessions, its GPUs shared with those that ran at the time. */
  takenBy({ attempts, rows }: Pick<FoundTrial, 'attempts' | 'rows'>): Taken {
    const sessions = rows.flatMap((row) => this.#byRow.get(row) ?? []).sort((a, b) => a.start - b.start);
    const inside = new Set(sessions.map(({ attempt }) => attempt));
    const own = attempts.filter((attempt) => !inside.has(attempt));
    const parts = [
      ...sessions.map((session) => this.#takenIn(session)),
      ...own.map((each) => takenByAttempts(this.#source, [each])),
    ];
    parts.sort((a, b) => a.start - b.start);
    const total = (key: 'wallHours' | 'gpuHours' | 'cloudUsd'): number =>
      parts.reduce((sum, part) => sum + part[key], 0);
    const [first, last] = [parts[0] as Taken, parts.at(-1) as Taken];
    return {
      state: last.state,
      start: first.start,
      end: last.end,
      wallHours: total('wallHours'),
      gpuHours: total('gpuHours'),
      cloudUsd: total('cloudUsd'),
    };
  }

  #takenIn(session: NestedRun): Taken {
    const { ledger, gpusOf, costOf } = this.#source;
    const { attempt, row, start, end } = session;
    this.#seconds ??= secondsShared(ledger);
    const shared = this.#seconds.get(session) ?? 0;
    const whole = (ledger.end[attempt] as number) - (ledger.start[attempt] as number);
    return {
      state: ledger.table.stateAt(row),
      start,
      end,
      wallHours: secondsToHours(Math.max(0, end - start)),
      gpuHours: secondsToHours(shared * gpusIn(gpusOf(ledger.row[attempt] as number))),
      cloudUsd: whole > 0 ? (costOf(attempt).cloudUsd * shared) / whole : 0,
    };
  }
}
