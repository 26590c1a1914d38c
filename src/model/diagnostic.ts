/** A place in the input: a file as the user knows it, and a line counted from 1 (0 when the file as a whole is meant). */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something odd in the input: which rule, how often, and the first places. Dirty input is data, not an exception. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly count: number;
  readonly examples: readonly Place[];
}

/** A record that could not be used, for `rejects.csv`. */
export interface Reject extends Place {
  readonly rule: string;
  readonly reason: string;
  /** The record's text, cut to {@link REJECT_TEXT_LENGTH} characters. */
  readonly text: string;
}

export const REJECT_TEXT_LENGTH = 500;
const EXAMPLES_KEPT = 5;

interface Tally {
  severity: Severity;
  message: string;
  count: number;
  examples: Place[];
}

/** Collects diagnostics as they arise: one entry a rule, counted, with the first places kept as examples. */
export class Diagnostics {
  readonly #tallies = new Map<string, Tally>();

  /** Notes one occurrence (or `count` of them) of a rule. The first message given for a rule is the one kept. */
  note(rule: string, severity: Severity, message: string, place?: Place, count = 1): void {
    const tally = this.#tallies.get(rule) ?? { severity, message, count: 0, examples: [] };
    tally.count += count;
    if (place !== undefined && tally.examples.length < EXAMPLES_KEPT) tally.examples.push(place);
    this.#tallies.set(rule, tally);
  }

  /** All diagnostics, errors first, then by rule name: the same order whatever the order of files. */
  list(): Diagnostic[] {
    const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
    return [...this.#tallies]
      .map(([rule, tally]) => ({ rule, ...tally }))
      .sort((a, b) => rank[a.severity] - rank[b.severity] || (a.rule < b.rule ? -1 : 1));
  }
}
