/** Of how many jobs before and after the first that counts GPUs it is told that counting began then, and what part of those after must hold some. Our own judgement. */
const [FEWEST_BEFORE, FEWEST_AFTER, LEAST_PART] = [5, 5, 0.95];

/** Jobs of which it is asked whether their log counts GPUs. Places, such as partitions, are numbers. */
export interface CountedJobs {
  readonly count: number;
  /** NaN for a job that is not looked at. */
  placeOf(job: number): number;
  /** Whether the log lists GPUs of it. */
  holdsGpus(job: number): boolean;
  startOf(job: number): number;
}

interface Tally {
  /** When the first job began of which GPUs are listed. */
  first: number;
  before: number;
  after: number;
  holdingAfter: number;
}

/**
 * Since when the logs count the GPUs of jobs, by place: from some time on where of many jobs before it none, and after it nearly all list some; always (−∞) where others list some.
 * Places in which no job does are not among them. CPU jobs beside GPU jobs are usual, so a mixture tells nothing.
 */
export function countedSince(jobs: CountedJobs): Map<number, number> {
  const tallies = firstCounted(jobs);
  for (let job = 0; job < jobs.count; job++) {
    const tally = tallies.get(jobs.placeOf(job));
    if (tally === undefined) continue;
    if (jobs.startOf(job) < tally.first) tally.before++;
    else {
      tally.after++;
      tally.holdingAfter += Number(jobs.holdsGpus(job));
    }
  }
  return new Map(
    [...tallies].map(([place, tally]) => [place, beganIn(tally) ? tally.first : Number.NEGATIVE_INFINITY]),
  );
}

/** By place the start of the first job that counts GPUs; a job without a start may be the first. */
function firstCounted(jobs: CountedJobs): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (let job = 0; job < jobs.count; job++) {
    const place = jobs.placeOf(job);
    if (Number.isNaN(place) || !jobs.holdsGpus(job)) continue;
    const start = jobs.startOf(job);
    const first = Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start;
    const tally = tallies.get(place);
    if (tally === undefined) tallies.set(place, { first, before: 0, after: 0, holdingAfter: 0 });
    else if (first < tally.first) tally.first = first;
  }
  return tallies;
}

const beganIn = ({ before, after, holdingAfter }: Tally): boolean =>
  before >= FEWEST_BEFORE && after >= FEWEST_AFTER && holdingAfter >= LEAST_PART * after;
