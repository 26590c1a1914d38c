import type {
  AuditedCheck,
  AuditFacts,
  CheckOutcome,
  FigureVerdict,
  Finding,
  LogCheck,
  OtherReading,
} from '../../model/audit.ts';
import { printApart, printAs, printSpan } from '../../model/print-number.ts';
import { counted, grouped, UNKNOWN } from '../render/format.ts';

export const VERDICTS: Readonly<Record<FigureVerdict, string>> = {
  fails: 'does not hold',
  'holds-otherwise': 'holds under another assumption',
  unchecked: 'cannot be checked',
  holds: 'holds',
};

export const OUTCOMES: Readonly<Record<CheckOutcome, string>> = {
  holds: 'holds',
  vague: 'holds in words only',
  otherwise: 'holds under another assumption',
  fails: 'does not hold',
};

/** How many figures have each verdict. */
export const tally = ({ figures }: AuditFacts, verdict: FigureVerdict): number =>
  figures.filter((figure) => figure.verdict === verdict).length;

/** Whether something does not hold, in the claim's own sums or against logs. */
export const hasFailures = ({ figures, findings }: AuditFacts): boolean =>
  findings.length > 0 || figures.some(({ verdict }) => verdict === 'fails');

/** `102 figures: 96 hold, 3 do not, 3 cannot be checked`. */
export function headlineOf(facts: AuditFacts): string {
  const [holds, fails] = [tally(facts, 'holds'), tally(facts, 'fails')];
  const [otherwise, unchecked] = [tally(facts, 'holds-otherwise'), tally(facts, 'unchecked')];
  const parts = [
    `${grouped(holds)} ${holds === 1 ? 'holds' : 'hold'}`,
    fails > 0 && `${grouped(fails)} ${fails === 1 ? 'does' : 'do'} not`,
    otherwise > 0 && `${grouped(otherwise)} only under another assumption`,
    unchecked > 0 && `${grouped(unchecked)} cannot be checked`,
  ].filter((part) => part !== false);
  return `${counted(facts.figures.length, 'figure')}: ${parts.join(', ')}`;
}

/** ` (Table 3, section 2.1)`, or nothing. */
export const placesOf = (at: readonly string[]): string => (at.length === 0 ? '' : ` (${at.join(', ')})`);

/** `−3.6 %`, with enough digits to see it. */
export function gapOf({ gap }: AuditedCheck): string {
  if (!Number.isFinite(gap)) return UNKNOWN;
  const size = Math.abs(100 * gap);
  if (size < 1e-4) return '0 %';
  return `${gap < 0 ? '−' : '+'}${size.toFixed(size < 0.1 ? 3 : size < 1 ? 2 : 1)} %`;
}

/** A sum that was recomputed: `239,942 h = 4789 jobs × 52 hours: recomputed 246,634–251,423 h, so what is printed is off by −3.6 %`. */
export function sumOf(check: AuditedCheck): string {
  const { sum, print, printed, recomputed, relation } = check;
  if (relation === '≤') return sum;
  const [left, right] = printApart(print, printed, recomputed);
  const isBare = print.prefix === '' && print.suffix === '';
  return `${sum}: recomputed ${right}${isBare ? ` for ${left}` : ''}, so what is printed is off by ${gapOf(check)}`;
}

/** The same with the mistake that explains why it does not hold, where there is one that is known. */
export const failureOf = (check: AuditedCheck): string =>
  check.assumption === undefined ? sumOf(check) : `${sumOf(check)}. It looks as if ${check.assumption}`;

/** What the suspect would have to read, and what else could be wrong: sentences. */
export function mendingOf({ suspect, alternatives }: Finding): readonly string[] {
  if (suspect === undefined) return ['No other reading of a single figure would make it hold.'];
  const others = alternatives.map((other) => `${other.title}, “${reads(other)}” for “${other.says}”`);
  return [
    `“${reads(suspect)}” would hold${exactly(suspect)}.`,
    ...(others.length === 0 ? [] : [`So would, instead of it: ${others.join('; ')}.`]),
  ];
}

const KIND_WORDS = { rounded: '', exact: '', about: 'about ', 'at-least': 'at least ', 'at-most': 'at most ' } as const;

const reads = ({ print, kind, reads: value }: OtherReading): string => `${KIND_WORDS[kind]}${printAs(print, value)}`;

/** Where the recomputed values lie, if that says more than the reading. */
function exactly({ print, fits }: OtherReading): string {
  if (!Number.isFinite(fits.low) || !Number.isFinite(fits.high)) return '';
  const isNarrow = (fits.high - fits.low) / print.factor < 10 ** -print.decimals;
  const text = isNarrow ? printAs(print, (fits.low + fits.high) / 2, 2) : printSpan(print, fits);
  return `; the other figures give ${text}`;
}

/** `LISA: mean job, “52 hours” (section 4.2)`. */
export const saidIn = ({ title, says, at }: Pick<OtherReading, 'title' | 'says' | 'at'>): string =>
  `${title}, “${says}”${placesOf(at)}`;

/** The heading of a finding: the figure that is most likely wrong, or what does not hold. */
export const headOf = (finding: Finding, checks: readonly AuditedCheck[]): string =>
  finding.suspect === undefined ? (checks[0]?.why ?? '') : saidIn(finding.suspect);

/** The sums of a finding. */
export const checksOf = ({ checks }: AuditFacts, finding: Finding): readonly AuditedCheck[] =>
  checks.filter(({ id }) => finding.checks.includes(id));

/** Why the costs in a claim are not held against logs, and what would do. */
export const UNCOSTED =
  'neither the claim nor the command line names constants to cost the logs by: the claim’s power of a device, PUE and prices, its method, or --method';

/** `50.10 hours`; `3,385 kWh by the method default`. */
export function loggedOf({ print, logged, by }: LogCheck): string {
  const amount = logged / print.factor;
  const isWhole = Math.abs(amount - Math.round(amount)) < 1e-9 * Math.max(1, amount);
  const text = isWhole ? printAs({ ...print, decimals: 0 }, logged) : printAs(print, logged, 2);
  return by === undefined ? text : `${text} ${by}`;
}
