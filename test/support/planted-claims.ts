import { auditClaim } from '../../src/audit/audit-claim.ts';
import type { AuditFacts } from '../../src/model/audit.ts';
import type { PaperClaim, SaidFigure } from '../../src/model/paper-claim.ts';
import { bloomClaim } from '../../src/tables/claims/bloom.ts';
import { llmcarbonClaim } from '../../src/tables/claims/llmcarbon.ts';
import { strubellClaim } from '../../src/tables/claims/strubell-2019.ts';

type Path = readonly (string | number)[];

/** A place of a claim where a figure is printed, and one of the numbers there. */
export interface Place {
  readonly path: Path;
  readonly text: string;
  /** Which number of the text: 1 for the upper end of a range. */
  readonly index: number;
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;

/** All numbers printed in a claim's constants, prices, entries and figures. */
export const placesIn = (claim: PaperClaim): readonly Place[] =>
  (['constants', 'prices', 'entries', 'figures'] as const).flatMap((part) => placesUnder(claim[part], [part]));

function placesUnder(value: unknown, path: Path): readonly Place[] {
  if (typeof value !== 'object' || value === null || path.includes('hardware')) return [];
  if ('says' in value) return placesOf(value as SaidFigure, path);
  return Object.entries(value).flatMap(([key, inner]) =>
    placesUnder(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function placesOf({ says, reads }: SaidFigure, path: Path): readonly Place[] {
  const text = (reads ?? says).replace(/TPUv\d/g, 'TPU');
  const mostNumbers = path.includes('prices') || path.includes('cloud') ? 2 : 1;
  const numbers = (text.match(NUMBER) ?? []).slice(0, mostNumbers);
  return numbers.map((_, index) => ({ path: [...path, reads === undefined ? 'says' : 'reads'], text, index }));
}

/** The text with one number multiplied, to as many decimals or, where that shows nothing, to two more; undefined where it prints alike. */
export function multiplied({ text, index }: Place, factor: number): string | undefined {
  let seen = -1;
  const planted = text.replace(NUMBER, (digits) => {
    seen++;
    if (seen !== index) return digits;
    const value = Number(digits.replaceAll(',', '')) * factor;
    const decimals = digits.split('.')[1]?.length ?? 0;
    return Number(value.toFixed(decimals)) === value ? value.toFixed(decimals) : value.toFixed(decimals + 2);
  });
  return planted === text ? undefined : planted;
}

/** The claim with other texts in some places. */
export function withTexts(claim: PaperClaim, changes: readonly (readonly [Path, string])[]): PaperClaim {
  const copy = structuredClone(claim) as unknown as Record<string | number, unknown>;
  for (const [path, text] of changes) {
    let inner = copy;
    for (const key of path.slice(0, -1)) inner = inner[key] as Record<string | number, unknown>;
    inner[path.at(-1) as string | number] = text;
  }
  return copy as unknown as PaperClaim;
}

/** The same number wherever its field prints it, in all places or in one. */
export const placesAlike = (all: readonly Place[], one: Place): readonly Place[] => {
  const field = (place: Place): string => place.path.slice(0, 3).join('/');
  return all.filter(
    (each) => field(each) === field(one) && each.index === one.index && numberIn(each) === numberIn(one),
  );
};

const numberIn = ({ text, index }: Place): string => (text.match(NUMBER) ?? [])[index] ?? '';

/** The paper with its three findings mended: METHOD of the audit, findings A1 to A3. */
export const mendedStrubell = withTexts(strubellClaim, [
  [['entries', 'lisa', 'meanJob', 'says'], '50.1 hours'],
  [['entries', 'nas-tpu', 'hours', 0, 'says'], '32,633 h'],
  [['entries', 'nas-tpu', 'hours', 1, 'says'], '32,633 hours'],
  [['figures', 'nas-spend', 'says'], 'at least $146k'],
]);

/** LLMCarbon's table with the 1,024 devices of its source (Patterson et al. 2021, Table 4) in two lines. */
export const mendedLlmcarbon = withTexts(llmcarbonClaim, [
  [['entries', 'gshard', 'count', 'says'], '1024'],
  [['entries', 'switch', 'count', 'says'], '1024'],
]);

export const CONSISTENT: readonly PaperClaim[] = [mendedStrubell, bloomClaim, mendedLlmcarbon];

export const audit = (claim: PaperClaim): AuditFacts => auditClaim(claim, '0.1.0');

/** Everything that an audit complains of, as one text: what does not hold, holds otherwise, or is told loosely. */
export const complaintsOf = ({ findings, checks, remarks }: AuditFacts): string =>
  JSON.stringify([
    findings.map(({ suspect, checks: ids }) => [suspect?.figure, ids]),
    checks.filter(({ outcome }) => outcome !== 'holds').map(({ id, outcome }) => [id, outcome]),
    remarks.filter(({ rule }) => rule === 'vague-words').map(({ message }) => message),
  ]);
