/** Where a citation leads: enough for a reader to find the figure without us. */
export interface Citation {
  /** Author, year and title, or the page's name. */
  readonly source: string;
  /** Address of the source, when it has one. */
  readonly url?: string;
  /** The day on which the figure held or was looked up, `YYYY-MM-DD` or `YYYY`. */
  readonly date: string;
}

/**
 * What a figure rests on.
 * - `logged`: read from the user's logs
 * - `table`: a published figure, cited
 * - `assumed`: our own judgement, named as such
 * - `user`: said by the user on the command line or in the configuration
 */
export type Basis =
  | { readonly kind: 'logged'; readonly note: string }
  | { readonly kind: 'table'; readonly note: string; readonly citation: Citation }
  | { readonly kind: 'assumed'; readonly note: string }
  | { readonly kind: 'user'; readonly note: string };
