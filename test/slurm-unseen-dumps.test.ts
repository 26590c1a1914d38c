import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { factsFrom, gpuSecondsIn } from './support/read-logs.ts';
import { slurmFixture } from './support/slurm-fixture.ts';

// A dump that no one has seen, with whatever columns, is counted rightly, or refused with the column that is missing and the command that exports it, or it is said what
// could not be known. Never a wrong total without a word. The dumps are columns of a real one, in any order, under any delimiter, some under names that sacct does not have.

const [HEADER = '', ...LINES] = slurmFixture('22.05/parsable2-core/parsable2-core.txt').trimEnd().split('\n');
const COLUMNS = HEADER.split('|');

/** A row of the real dump. Names and commands hold delimiters and newlines; the columns between have a strict form. */
const ROW =
  /^(\d[\d_+.\w]*)\|(\d[\d.+\w]*)\|([\s\S]*)\|(\w*)\|(\w*)\|([\w,]*)\|([A-Z_]+(?: by \d+)?)\|([\d:]*)\|([\w:-]+)\|([\w:-]+)\|([\w:-]+)\|([\w:-]+)\|([\d:-]+)\|(\d+)\|([\d:-]+)\|([\w:-]*)\|(\d*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([\s\S]*)$/;

/** The cells of each record: a line that begins with an id begins one. */
function cellsOf(lines: readonly string[]): string[][] {
  const records: string[] = [];
  for (const line of lines) {
    if (/^\d+(_\d+|\+\d+)?(\.\w+)?\|\d/.test(line)) records.push(line);
    else records[records.length - 1] += `\n${line}`;
  }
  return records.map((record) => (ROW.exec(record) as RegExpExecArray).slice(1));
}

const CELLS = cellsOf(LINES);

/** What the whole dump holds: `real-slurm.test.ts` holds it to the truth of each study. 145 allocations are the sum of the fixture's `ground-truth-by-study.json`. */
const ATTEMPTS = 145;
const wholeDump = factsFrom({ 'whole.txt': `${[HEADER, ...LINES].join('\n')}\n` });

interface Dump {
  /** Positions in {@link COLUMNS}, in the order printed. */
  readonly columns: readonly number[];
  /** Which of them go by a name that sacct does not have. */
  readonly renamed: ReadonlySet<number>;
  readonly delimiter: string;
}

const nameOf = ({ renamed }: Dump, column: number): string =>
  renamed.has(column) ? `Site${column}` : (COLUMNS[column] as string);

function textOf(dump: Dump): string {
  const header = dump.columns.map((column) => nameOf(dump, column)).join(dump.delimiter);
  const rows = CELLS.map((cells) => dump.columns.map((column) => cells[column]).join(dump.delimiter));
  return `${[header, ...rows].join('\n')}\n`;
}

/** Dumps that mostly hold what counting needs, so that not all are refused; each of these columns is missing from one in seven. */
const DUMPS: fc.Arbitrary<Dump> = fc
  .record({
    some: fc.subarray([...COLUMNS.keys()]),
    often: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
    order: fc.shuffledSubarray([...COLUMNS.keys()], { minLength: COLUMNS.length }),
    renamed: fc.oneof(fc.constant([]), fc.subarray([...COLUMNS.keys()], { maxLength: 3 })),
    delimiter: fc.constantFrom('|', '\u001f', '\t', ';', ',', '^|^', '~'),
  })
  .map(({ some, often, order, renamed, delimiter }) => {
    const isIn = (column: number): boolean =>
      COUNTED.has(COLUMNS[column] as string) ? often[column] !== 0 : some.includes(column);
    return { columns: order.filter(isIn), renamed: new Set(renamed), delimiter };
  });
const COUNTED = new Set('JobID JobIDRaw State Submit Start End Elapsed ElapsedRaw AllocTRES'.split(' '));

/** What may be said of a dump that lacks columns, and the columns that must all be missing before it is said. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  'slurm-no-jobid': ['JobID'],
  'slurm-no-submit': ['Submit'],
  'slurm-no-start': ['Start', 'End'],
  'slurm-no-elapsed': ['Elapsed', 'ElapsedRaw', 'Suspended'],
  'slurm-no-state': ['State'],
  'slurm-no-alloctres': ['AllocTRES'],
  'slurm-gpus-asked': ['AllocTRES', 'ReqTRES'],
  'gpus-unknown': ['AllocTRES', 'ReqTRES'],
};
/** Of these, what explains another number of attempts, and what explains other GPU time. */
const EXPLAINS_ATTEMPTS = ['slurm-no-jobid', 'slurm-no-submit'];
const EXPLAINS_TIME = [
  'slurm-no-submit',
  'slurm-no-start',
  'slurm-no-elapsed',
  'slurm-no-alloctres',
  'slurm-gpus-asked',
  'gpus-unknown',
];

/** The missing column and the command; or no row at all could be cut into its cells, since lists of resources hold the delimiter. */
const REFUSAL =
  /(no (JobID|Elapsed|Submit)|recognised as a log).*sacct -P -D .*JobID|no way to tell.*Export again with --delimiter/s;

function checkSaid(dump: Dump, facts: ProjectFacts, gpuSeconds: number): void {
  const { ledger, rejects } = facts;
  if (ledger.reconciliation.rejected > 0) {
    for (const { reason } of rejects) expect(reason).not.toBe('');
    return;
  }
  const printed = new Set(dump.columns.map((column) => nameOf(dump, column)));
  const said = facts.diagnostics.filter(({ severity }) => severity !== 'info');
  for (const { rule, message } of said) {
    const lacking = LACKING[rule];
    if (lacking === undefined) continue;
    expect(lacking.filter((name) => printed.has(name))).toEqual([]);
    expect(message).toMatch(new RegExp(lacking.join('|')));
  }
  const rules = said.map(({ rule }) => rule);
  if (ledger.count !== ATTEMPTS) expect(rules.some((rule) => EXPLAINS_ATTEMPTS.includes(rule))).toBe(true);
  if (gpuSecondsIn(facts) !== gpuSeconds) expect(rules.some((rule) => EXPLAINS_TIME.includes(rule))).toBe(true);
}

describe('an unseen dump', () => {
  it('that says all in another order and under another delimiter has the same totals', async () => {
    const whole = await wholeDump;
    const all = [...COLUMNS.keys()];
    const facts = await factsFrom({
      'a.txt': textOf({ columns: all.reverse(), renamed: new Set(), delimiter: '\u001f' }),
    });
    expect(whole.ledger.count).toBe(ATTEMPTS);
    expect([facts.ledger.count, gpuSecondsIn(facts)]).toEqual([ATTEMPTS, gpuSecondsIn(whole)]);
  });

  it('is counted rightly, or refused, or what is not known is said', async () => {
    const gpuSeconds = gpuSecondsIn(await wholeDump);
    await fc.assert(
      fc.asyncProperty(DUMPS, async (dump) => {
        const facts: unknown = await factsFrom({ 'a.txt': textOf(dump) }).catch((error: unknown) => error);
        if (!(facts instanceof Error)) return checkSaid(dump, facts as ProjectFacts, gpuSeconds);
        expect(facts).toBeInstanceOf(AppError);
        expect(facts.message).toMatch(REFUSAL);
      }),
      { numRuns: 200 },
    );
  });
});
