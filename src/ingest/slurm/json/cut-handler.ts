/** Why something in the place of a job is none. */
export type Spoilt = 'cut' | 'damaged' | 'large';

/** Where the parts of a file go that a cutter cuts out of it. Bytes are good for the call only. */
export interface CutHandler {
  /**
   * One object of the list `jobs`.
   *
   * @param line of its first byte, from 1
   * @returns false when it cannot be parsed; the cutter may know how to go on, and says {@link spoilt} for what cannot be saved
   */
  job(bytes: Uint8Array, line: number): boolean;
  /** Something in the list of jobs that is no job that can be used. */
  spoilt(why: Spoilt, bytes: Uint8Array, line: number): void;
  /** The value of another key at the top of the document, for the keys that are {@link WANTED}. */
  other(key: string, bytes: Uint8Array): void;
  /** The file ended before its document did, between two jobs or after them. */
  unfinished(line: number): void;
}

/** Cuts a file that comes in blocks. */
export interface Cutter {
  feed(bytes: Uint8Array): void;
  end(): void;
}

/** The key of the list of jobs, and the keys beside it that tell something. */
export const JOBS = 'jobs';
export const WANTED: ReadonlySet<string> = new Set(['errors', 'last_update', 'last_backfill']);
