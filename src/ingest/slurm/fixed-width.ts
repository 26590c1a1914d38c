const [BLANK, PLUS] = [0x20, 0x2b];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The line of dashes under the header of fixed-width output: one run a column. */
const DASHES = /^ *-+( +-+)* *$/;

/** A cell of a fixed-width row. */
export interface FixedCell {
  readonly text: string;
  /** Whether the cell did not fit its column and was cut. */
  readonly isCut: boolean;
}

/**
 * Widths of the columns in bytes; undefined when the line is no line of dashes. Columns end where the dashes end: up to 20.11 there are at most 53 of them, with blanks before.
 */
export function widthsIn(line: string): number[] | undefined {
  if (!DASHES.test(line)) return undefined;
  const ends = [...line.matchAll(/-+/g)].map(({ index, 0: dashes }) => index + dashes.length);
  return ends.map((end, column) => end - (column === 0 ? 0 : (ends[column - 1] as number) + 1));
}

/**
 * Cuts a row at its columns, which are counted in bytes (`%*.*s ` of src/common/print_fields.c). Texts that do not fit end in `+`. Numbers are not cut: where a column runs over
 * its width, the ones after it move to the right.
 */
export function cutFixed(line: string, widths: readonly number[]): FixedCell[] {
  const bytes = encoder.encode(line);
  let at = 0;
  return widths.map((width) => {
    let end = at + width;
    while (end < bytes.length && bytes[end] !== BLANK) end++;
    const text = decoder.decode(bytes.subarray(at, end)).trim();
    const isCut = end === at + width && bytes[end - 1] === PLUS && bytes[at] !== BLANK;
    at = end + 1;
    return { text, isCut };
  });
}

/** How many bytes a row of these columns has: less, and it was broken by a newline in a name. The blanks at its end may be gone. */
export const fullWidth = (widths: readonly number[]): number =>
  widths.slice(0, -1).reduce((sum, width) => sum + width + 1, 0);
