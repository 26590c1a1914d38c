import { groupBy } from '../../fixtures/lisa/group-by.ts';
import type { Examination } from '../score/examine-log.ts';

/** A true sweep that was torn, or a found one that holds several, with its members. */
export interface Mistake {
  /** Pairs of attempts joined or parted wrongly. */
  readonly pairs: number;
  readonly lines: readonly string[];
}

const MOST_MEMBERS = 24;
const pairs = (count: number): number => (count * (count - 1)) / 2;

/** The mistakes in a log, the worst first: found sweeps that hold several true ones, and true sweeps that were found in parts. */
export function worstMistakes(examination: Examination, most: number): Mistake[] {
  const { judged, findings, labels } = examination;
  const found = (attempt: number): string => String(findings.sweepOf[attempt] as number);
  const truth = (attempt: number): string => labels[attempt] as string;
  const mistakes = [
    ...mistakesOf(
      examination,
      judged.filter((attempt) => found(attempt) !== '-1'),
      'JOINED',
      found,
      truth,
    ),
    ...mistakesOf(
      examination,
      judged.filter((attempt) => truth(attempt) !== ''),
      'PARTED',
      truth,
      found,
    ),
  ];
  return mistakes.sort((one, other) => other.pairs - one.pairs).slice(0, most);
}

type Label = (attempt: number) => string;

function mistakesOf(
  examination: Examination,
  attempts: readonly number[],
  what: string,
  whole: Label,
  part: Label,
): Mistake[] {
  return [...groupBy(attempts, whole)].flatMap(([label, members]) => {
    const parts = groupBy(members, part);
    const wrong =
      pairs(members.length) -
      [...parts].reduce((sum, [name, { length }]) => sum + (isAlone(name) ? 0 : pairs(length)), 0);
    if (wrong === 0) return [];
    const { name, level } = examination.log;
    const shares = [...parts].map(([other, { length }]) => `${isAlone(other) ? 'alone' : other}: ${length}`).join(', ');
    const title = `${what} ${name} ${level} ${label} (${shares}), ${wrong} pairs`;
    return [
      {
        pairs: wrong,
        lines: [title, ...describeSome(examination, members)],
      },
    ];
  });
}

const isAlone = (label: string): boolean => label === '' || label === '-1';

function describeSome(examination: Examination, members: readonly number[]): string[] {
  const shown = members.slice(0, MOST_MEMBERS).map((attempt) => describe(examination, attempt));
  const rest = members.length - shown.length;
  return rest === 0 ? shown : [...shown, `  … and ${rest} more`];
}

/** Truth, found sweep, time of submission, name, command and state of an attempt. */
function describe({ ledger, findings, labels }: Examination, attempt: number): string {
  const { table } = ledger;
  const row = ledger.row[attempt] as number;
  const submit = table.submit.at(row);
  const time = Number.isNaN(submit) ? '?' : new Date(submit * 1000).toISOString().slice(5, 19);
  const sweep = findings.sweeps[findings.sweepOf[attempt] as number]?.id ?? '–';
  const texts = [table.name.copyAt(row).slice(0, 50), table.command.copyAt(row).slice(0, 100)];
  return `  ${[labels[attempt] || '–', sweep, time, ...texts, table.state.at(row)].join('  ')}`;
}
