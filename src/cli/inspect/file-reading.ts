import type { ColumnUse } from '../../ingest/source.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** What one file was read as. Times are epoch seconds, NaN where there are none. */
export interface FileReading {
  readonly path: string;
  /** Name of the source; empty when the file is no log, or cannot be read. */
  readonly source: string;
  /** How sure the source is of it, 0 to 1; NaN where there is none. */
  readonly sure: number;
  readonly bytes: number;
  readonly records: number;
  readonly jobs: number;
  readonly rejected: number;
  readonly columns: readonly ColumnUse[];
  readonly samples: readonly SampleJob[];
  readonly rejects: readonly RejectGroup[];
  readonly diagnostics: readonly Diagnostic[];
  /** From the first start to the last end. */
  readonly from: number;
  readonly to: number;
  /** Times of a week or longer in which no job ran, the longest first. */
  readonly gaps: readonly Span[];
  readonly users: readonly string[];
  readonly clusters: readonly string[];
  readonly partitions: readonly string[];
  readonly advice: readonly Advice[];
  /** Why nothing of it can be used, and what to do. */
  readonly problem?: string;
  /** What a file may be that no source knows. */
  readonly hint?: string;
  /** Where it can be read in several ways: what `runledger.yaml` can say under `table:`, of which one decides. */
  readonly choices: readonly string[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A job as it was understood. Absent numbers are NaN, absent texts are empty. */
export interface SampleJob {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly user: string;
  readonly state: string;
  readonly start: number;
  readonly end: number;
  readonly wallSeconds: number;
  readonly gpus: number;
  readonly gpuTypes: string;
  readonly sweep: string;
  /** Hyperparameters by name, where the log has them apart. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The submit line, where the log has one. */
  readonly command: string;
}

/** Records that would be set aside for one reason. */
export interface RejectGroup {
  readonly rule: string;
  readonly count: number;
  /** That of the first of them. */
  readonly reason: string;
  /** The first lines. */
  readonly lines: readonly number[];
}

/** Something that the file does not tell, and how to export it. */
export interface Advice {
  /** What is not known. */
  readonly missing: string;
  /** What follows of that. */
  readonly effect: string;
  /** The column or command that tells it. */
  readonly remedy: string;
}
