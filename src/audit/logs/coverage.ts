import type { Interval } from '../../model/audit.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import type { PaperClaim } from '../../model/paper-claim.ts';
import { plainNumber } from '../../model/print-number.ts';

/**
 * What the logs cover of the time and people that a claim speaks of: sentences.
 *
 * @param span how long the claim says its project was, hours
 */
export function coverageOf(claim: PaperClaim, facts: ProjectFacts, span: Interval | undefined): readonly string[] {
  const { project, byUser, ledger } = facts;
  if (!Number.isFinite(project.start)) return ['The logs do not tell when jobs ran.'];
  const entry = Object.values(claim.entries).find(({ scope }) => scope === 'project');
  const { rejected } = ledger.reconciliation;
  return [
    `The logs run from ${dayOf(project.start)} to ${dayOf(project.end)} (UTC), ${plainNumber(project.days, 1)} days, of ${counted(byUser.length, 'user')}.`,
    outside(facts, entry?.from, entry?.until, span),
    months(facts),
    ...(rejected > 0 ? [`${counted(rejected, 'record')} could not be read; what they held is missing here.`] : []),
    ...stillRunning(facts),
  ];
}

const counted = (count: number, noun: string): string => `${plainNumber(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The furthest second from 1970 that a date can name. */
const LAST_SECOND = 8.64e12;

const isDate = (epochSeconds: number): boolean => Math.abs(epochSeconds) <= LAST_SECOND;

const dayOf = (epochSeconds: number): string =>
  isDate(epochSeconds) ? new Date(epochSeconds * 1000).toISOString().slice(0, 10) : 'a day that no calendar has';

/** Jobs before and after the time that the claim names. */
function outside(
  facts: ProjectFacts,
  from: string | undefined,
  until: string | undefined,
  span: Interval | undefined,
): string {
  if (from === undefined && until === undefined) return undated(facts, span);
  const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(`${from}T00:00:00Z`) / 1000;
  const last = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${until}T24:00:00Z`) / 1000;
  const { start, count } = facts.ledger;
  let [before, after] = [0, 0];
  for (let attempt = 0; attempt < count; attempt++) {
    const at = start[attempt] as number;
    if (at < first) before++;
    else if (at >= last) after++;
  }
  const dates = `${from ?? 'the beginning'} to ${until ?? 'the end'}`;
  return `Of the time that the claim names, ${dates}: ${counted(before, 'job')} began before it and ${plainNumber(after)} after it.`;
}

/** The same for a claim that only says how long it was, counted from the first job. */
function undated({ project, ledger }: ProjectFacts, span: Interval | undefined): string {
  if (span === undefined) {
    return 'The claim names no dates, so jobs of before and after its project cannot be told from its own.';
  }
  const last = project.start + span.high * 3600;
  let after = 0;
  for (let attempt = 0; attempt < ledger.count; attempt++) if ((ledger.start[attempt] as number) > last) after++;
  return after === 0
    ? 'The claim names no dates. All jobs began within the span that it names, counted from the first of them.'
    : `The claim names no dates. Counted from the first job, ${counted(after, 'job')} began after the span that it names had ended.`;
}

/** Calendar months between the first and the last job in which none began. */
function months({ ledger }: ProjectFacts): string {
  const seen = new Set<string>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const at = ledger.start[attempt] as number;
    if (isDate(at)) seen.add(dayOf(at).slice(0, 7));
  }
  const [first = '', ...others] = [...seen].sort();
  const last = others.at(-1) ?? first;
  const missing: string[] = [];
  for (let month = first; month < last; month = nextMonth(month)) if (!seen.has(month)) missing.push(month);
  return missing.length === 0
    ? `In every month from ${first} to ${last} jobs began.`
    : `No job began in ${missing.join(', ')}: logs may be missing.`;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function stillRunning({ byState }: ProjectFacts): string[] {
  const running = byState.find(({ key }) => key === 'running');
  return running === undefined ? [] : [`${counted(running.attempts, 'job')} still ran when the logs end.`];
}
