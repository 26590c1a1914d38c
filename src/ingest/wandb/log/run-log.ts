import type { Environment } from './environment.ts';
import type { Damage } from './frames.ts';
import type { GpuReading } from './gpu-readings.ts';
import type { Exit, RunIdentity } from './messages.ts';
import type { MetricSeries } from './metric-series.ts';

/** What a run's log says. Epoch seconds; absent numbers are NaN, absent texts empty. */
export interface RunLog {
  readonly run: Readonly<RunIdentity>;
  /** Version of the client. */
  readonly version: string;
  /** Undefined where the session crashed, was killed or still runs. */
  readonly exit: Exit | undefined;
  /** The last sign of life: a sample of system metrics or a step of the history. */
  readonly lastSeen: number;
  /** As set and changed while it ran, by key. Nested ones are objects, or keys with dots. */
  readonly config: ReadonlyMap<string, unknown>;
  readonly summary: ReadonlyMap<string, unknown>;
  /** By the names of `wandb-metadata.json`; undefined for clients that write that file instead. */
  readonly environment: Environment | undefined;
  /** Whether system metrics were sampled at all. */
  readonly hasStats: boolean;
  readonly gpus: readonly GpuReading[];
  /** The metrics that were asked for. */
  readonly metrics: ReadonlyMap<string, MetricSeries>;
  readonly damage: Readonly<Damage>;
  /** Records that are no message. */
  readonly unreadable: number;
  /** Size, bytes. */
  readonly bytes: number;
}
