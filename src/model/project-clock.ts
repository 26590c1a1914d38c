/** The clock by which a project's days and nights are told. */
export interface ProjectClock {
  /** IANA zone that was said, or `UTC`. */
  readonly zone: string;
  /** Whether no zone was said and the logs state none: then hours are those that the logs print, wherever that was. */
  readonly isOfLogs: boolean;
}

/** Turns epoch seconds into seconds from 1970 on a clock of some zone. */
export type ToLocal = (epochSeconds: number) => number;
