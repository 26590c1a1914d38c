/** Runs that are submitted within this of each other are of one round, and a round is no larger; seconds, runs. */
const ROUND = { pause: 300, most: 8 };
/** A round follows another when it comes so soon after all of that had ended, in seconds and in parts of what that took. Our own judgement. */
const SOON = { seconds: 1200, part: 0.25 };
/** So many of the rounds around it must follow as well: one alone comes by chance. */
const NEAR = { rounds: 3, fewest: 2 };

/** A few runs that were submitted together. */
interface Round {
  readonly from: number;
  count: number;
  lastSubmit: number;
  lastEnd: number;
}

/**
 * Times of submission as they would be if nobody had waited for results: where runs, or a few at a time, are submitted as those before them end, as sequential searches are, the time that
 * these ran is left out.
 *
 * @param submit epoch seconds, ascending
 * @param end of each run, epoch seconds; infinite where it is not known
 * @returns seconds, ascending
 */
export function withoutWaiting(submit: Float64Array, end: Float64Array): Float64Array {
  const rounds = roundsOf(submit, end);
  const follows: boolean[] = [];
  for (let index = 0; index < rounds.length; index++)
    follows.push(index > 0 && isSoonAfter(submit, rounds[index] as Round, rounds[index - 1] as Round));
  const clock = submit.slice();
  let left = 0;
  for (let index = 0; index < rounds.length; index++) {
    const { from, count } = rounds[index] as Round;
    const isOneOfMany = follows[index] === true && countNear(follows, index) >= NEAR.fewest;
    if (isOneOfMany) {
      const before = rounds[index - 1] as Round;
      left += before.lastEnd - before.lastSubmit;
    }
    for (let at = from; at < from + count; at++) clock[at] = (submit[at] as number) - left;
  }
  return clock;
}

function roundsOf(submit: Float64Array, end: Float64Array): Round[] {
  const rounds: Round[] = [];
  for (let at = 0; at < submit.length; at++) {
    const time = submit[at] as number;
    const ended = end[at] as number;
    const round = rounds.at(-1);
    if (round !== undefined && time - round.lastSubmit <= ROUND.pause) {
      round.count++;
      round.lastSubmit = time;
      round.lastEnd = Math.max(round.lastEnd, ended);
    } else rounds.push({ from: at, count: 1, lastSubmit: time, lastEnd: ended });
  }
  return rounds;
}

function isSoonAfter(submit: Float64Array, { from, count }: Round, before: Round): boolean {
  const rest = (submit[from] as number) - before.lastEnd;
  const took = before.lastEnd - before.lastSubmit;
  return (
    before.count <= ROUND.most && count <= ROUND.most && rest >= 0 && rest <= Math.min(SOON.seconds, SOON.part * took)
  );
}

/** How many of the rounds around one that follows do so too. */
function countNear(follows: readonly boolean[], index: number): number {
  let near = -1;
  for (let at = Math.max(0, index - NEAR.rounds); at <= Math.min(follows.length - 1, index + NEAR.rounds); at++)
    if (follows[at] === true) near++;
  return near;
}
