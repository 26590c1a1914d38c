/**
 * Which jobs a project has, as the user says: a job fits a rule when it fits each of its parts, and is the project's when it fits one of the rules. Texts are patterns
 * with `*` and `?`.
 */
export interface ProjectRule {
  readonly accounts?: readonly string[] | undefined;
  readonly users?: readonly string[] | undefined;
  /** Names of jobs. */
  readonly names?: readonly string[] | undefined;
}
