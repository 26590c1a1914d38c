import { CLOCK_SECONDS } from './sessions.ts';

/** A time for which something held GPUs. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with what it is of; spans of one kind have one object for it. */
export interface Kept<Kind> extends Span {
  readonly kind: Kind;
}

/** What may hold spans: those of one kind, which fit alike but for their times. */
export interface Holders<Kind> {
  readonly kind: Kind;
  /** By their start. */
  readonly spans: readonly Span[];
}

/** Those that have begun, by their end: few at a time, of however many. */
class Begun {
  readonly #spans: readonly Span[];
  readonly #ends: number[] = [];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /** Takes in those that begin by a time, clocks considered, and lets go of those that end before it. */
  advance(time: number): void {
    for (; this.#next < this.#spans.length; this.#next++) {
      const { start, end } = this.#spans[this.#next] as Span;
      if (start > time + CLOCK_SECONDS) break;
      if (end >= time - CLOCK_SECONDS) this.#ends.splice(this.#after(end), 0, end);
    }
    const over = this.#after(time - CLOCK_SECONDS);
    if (over > 0) this.#ends.splice(0, over);
  }

  /** The first end that is not before a time; Infinity where there is none. */
  firstEnd(time: number): number {
    return this.#ends[this.#after(time)] ?? Number.POSITIVE_INFINITY;
  }

  take(end: number): void {
    this.#ends.splice(this.#after(end), 1);
  }

  /** How many end before a time. */
  #after(time: number): number {
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] as number) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * The most spans that each lie within a holder of their own, clocks considered. Each takes the holder that ends soonest after it, so that none is taken which another needs more.
 *
 * @param spans by their start
 * @param shift seconds by which they are moved
 */
export function fitSpans<Kind, Each extends Kept<Kind>>(
  spans: readonly Each[],
  holders: readonly Holders<Kind>[],
  fits: (kind: Kind, holder: Kind) => boolean,
  shift = 0,
): Each[] {
  const begun = holders.map(({ kind, spans: held }) => ({ kind, open: new Begun(held) }));
  const fitting = new Map<Kind, readonly Begun[]>();
  return spans.filter(({ start, end, kind }) => {
    const known = fitting.get(kind) ?? begun.filter((each) => fits(kind, each.kind)).map(({ open }) => open);
    fitting.set(kind, known);
    let [soonest, holder]: [number, Begun | undefined] = [Number.POSITIVE_INFINITY, undefined];
    for (const open of known) {
      open.advance(start + shift);
      const until = open.firstEnd(end + shift - CLOCK_SECONDS);
      if (until < soonest) [soonest, holder] = [until, open];
    }
    holder?.take(soonest);
    return holder !== undefined;
  });
}
