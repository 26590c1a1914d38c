/** Something that happened in a project, as the user says: a deadline, a change of plan. */
export interface ProjectEvent {
  /** Epoch seconds. */
  readonly at: number;
  /** The same on the clock of the project's zone, as seconds from 1970 on that clock. */
  readonly local: number;
  /** Whether only the day was said: then it stands at the day's beginning. */
  readonly isDay: boolean;
  readonly note: string;
}
