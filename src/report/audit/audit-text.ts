import { type AuditFacts, type LogComparison, REMARK_RULES } from '../../model/audit.ts';
import type { Ownership } from '../../model/ownership.ts';
import { counted, percent, usd } from '../render/format.ts';
import { visibleText } from '../render/visible-text.ts';
import {
  checksOf,
  failureOf,
  headlineOf,
  headOf,
  loggedOf,
  mendingOf,
  placesOf,
  saidIn,
  sumOf,
  UNCOSTED,
} from './words.ts';

const WIDTH = 110;

/** An audit in a terminal: what does not hold and what would, what sums do not show, what could not be checked. */
export function auditText(facts: AuditFacts, bold: (text: string) => string): string {
  const { claim, remarks } = facts;
  const warnings = remarks.filter(({ severity }) => severity === 'warning');
  const cleared = remarks.filter(({ severity }) => severity === 'cleared');
  const remark = ({ rule, message, at }: (typeof remarks)[number]): string =>
    `${REMARK_RULES[rule]}: ${message}${placesOf(at)}`;
  const otherwise = facts.checks.filter(({ outcome }) => outcome === 'otherwise');
  const unchecked = facts.figures.filter(({ verdict }) => verdict === 'unchecked');
  const blocks = [
    [bold(`${claim.name}: ${claim.title}`), headlineOf(facts)],
    section(bold, 'Does not hold', findings(facts)),
    section(
      bold,
      'Holds under another assumption',
      items(otherwise.map((check) => `${sumOf(check)}. It holds if ${check.assumption}`)),
    ),
    facts.logs === undefined ? [] : logLines(facts.logs, bold),
    facts.ownership === undefined ? [] : havingLines(facts.ownership, bold),
    section(bold, 'What sums do not show', items(warnings.map(remark))),
    section(bold, 'Looks wrong and is not', items(cleared.map(remark))),
    section(bold, 'Cannot be checked', items(unchecked.map((each) => `${saidIn(each)}: ${each.note}`))),
    section(bold, 'Holds', items(byEntry(facts.figures.filter(({ verdict }) => verdict === 'holds')))),
    section(bold, 'Published since, and to know', items(claim.notes.map(({ text }) => text))),
  ];
  return visibleText(
    `${blocks
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n')}\n`,
  );
}

const section = (bold: (text: string) => string, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [bold(title), ...lines];

const items = (texts: readonly string[]): string[] => texts.flatMap((text) => wrapped(text, '- '));

function findings(facts: AuditFacts): string[] {
  return facts.findings.flatMap((finding) => {
    const checks = checksOf(facts, finding);
    const inner = [...checks.map(failureOf), ...mendingOf(finding)];
    return [...wrapped(headOf(finding, checks), '- '), ...inner.flatMap((line) => wrapped(line, '    '))];
  });
}

function logLines(
  { checks, untold, uncosted, coverage, leftOut }: LogComparison,
  bold: (text: string) => string,
): string[] {
  const holding = checks.filter(({ verdict }) => verdict === 'holds');
  const others = checks.filter(({ verdict }) => verdict !== 'holds');
  return section(bold, 'Against the logs', [
    ...items([`${counted(holding.length, 'figure')} of ${checks.length} hold:`]),
    ...byEntry(holding).flatMap((line) => wrapped(line, '    ')),
    ...items(
      others.map((check) =>
        check.verdict === 'fails'
          ? `${saidIn(check)} does not hold: the logs say ${loggedOf(check)}`
          : `${saidIn(check)} holds ${check.note}: the logs say ${loggedOf(check)}`,
      ),
    ),
    ...items(untold.filter((title) => !uncosted.includes(title)).map((title) => `${title}: the logs do not tell`)),
    ...(uncosted.length === 0 ? [] : items([`${uncosted.join('; ')}: not compared, as ${UNCOSTED}`])),
    ...items([...coverage, ...leftOut]),
  ]);
}

/** The project by how its hardware is had, a line each, and where owning becomes cheaper. */
function havingLines({ options, breakEven }: Ownership, bold: (text: string) => string): string[] {
  const lines = options.map(
    ({ title, usd: total, usdPerDeviceHour }) =>
      `${title}: ${usd(total)}, $${usdPerDeviceHour.toFixed(3)} per device hour`,
  );
  const { low, high } = breakEven;
  const point = `Owning is cheaper than renting on demand from ${percent(high.utilisation)} of use on, than the cheapest rent from ${percent(low.utilisation)}`;
  return section(bold, 'Rented, owned or shared', items([...lines, point]));
}

/** `LISA, a single tune: jobs 24, device time 2880 h`: the figures of each entry in a line. */
function byEntry(figures: readonly { readonly title: string; readonly says: string }[]): string[] {
  const entries = new Map<string, string[]>();
  for (const { title, says } of figures) {
    const [, entry = '', field = title] = /^(.*): (.*?)$/.exec(title) ?? [];
    entries.set(entry, [...(entries.get(entry) ?? []), `${field} “${says}”`]);
  }
  return [...entries].map(([entry, said]) => `${entry === '' ? '' : `${entry}: `}${said.join('; ')}`);
}

/** A text in lines that fit a terminal, those after the first set in under it. */
function wrapped(text: string, before: string): string[] {
  const lines: string[] = [];
  let line = before;
  const inset = ' '.repeat(before.length);
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length > WIDTH && line.trim().length > 1) {
      lines.push(line.trimEnd());
      line = inset;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
