/** What a replay knows of a configuration before it is run. */
export interface Candidate {
  /** Index of its value for each parameter. */
  readonly values: readonly number[];
  readonly wallHours: number;
  readonly cost: number;
}

/** Chooses what to run next from what was observed. It is handed nothing else. */
export interface Sampler {
  /** Called when a configuration has ended; the score (more is better) is NaN where it has none. */
  observe(index: number, score: number): void;
  /** @returns one of those that did not begin yet */
  next(): number;
}

/** A configuration that ended in a replay. */
export interface Ended {
  readonly index: number;
  /** Hours since the beginning. */
  readonly time: number;
  /** What all took that had begun by then, itself included: what runs is paid for to its end. */
  readonly begunCost: number;
  /** The so-manyth to begin, from 0. */
  readonly order: number;
}

interface Running {
  readonly index: number;
  readonly end: number;
  readonly order: number;
}

/**
 * Runs a pool again with so many configurations side by side: whenever one ends, its score is observed and the next begins. Nothing asks for the score of what has not ended.
 *
 * Gives them as they end; a caller that has seen enough stops.
 *
 * @param scoreOf is called once for each that ended, in the order in which they end
 */
export function* replayPool(
  candidates: readonly Candidate[],
  slots: number,
  sampler: Sampler,
  scoreOf: (index: number) => number,
): Generator<Ended> {
  const running: Running[] = [];
  let [begun, begunCost, now] = [0, 0, 0];
  while (begun < candidates.length || running.length > 0) {
    while (begun < candidates.length && running.length < slots) {
      const index = sampler.next();
      const { wallHours, cost } = candidates[index] as Candidate;
      running.push({ index, end: now + wallHours, order: begun++ });
      begunCost += cost;
    }
    // Of two that end at once the one that began first is seen first.
    const first = running.reduce((least, { end }, at) => (end < (running[least] as Running).end ? at : least), 0);
    const [{ index, end, order }] = running.splice(first, 1) as [Running];
    now = end;
    sampler.observe(index, scoreOf(index));
    yield { index, time: now, begunCost, order };
  }
}
