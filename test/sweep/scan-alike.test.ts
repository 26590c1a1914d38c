import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScannedCommand } from '../../src/sweep/scan-alike.ts';
import { CommandScanner } from '../../src/sweep/scan-command.ts';
import { Slots } from '../../src/sweep/slots.ts';

const encoder = new TextEncoder();

/** All that a scan found. */
const found = (slots: Slots): unknown => {
  const { count, first, second } = slots;
  const each = Array.from({ length: count }, (_, slot) => [
    ...[slots.keyStart(slot), slots.keyEnd(slot), slots.valueStart(slot), slots.valueEnd(slot)],
    ...[slots.origin(slot), slots.form(slot)],
  ]);
  return { first, second, each };
};

function fromScratch(bytes: Uint8Array, start: number, end: number): Slots {
  const slots = new Slots();
  slots.clear();
  new CommandScanner(bytes, start, end, slots).scan();
  return slots;
}

/** Scans texts that stand one behind the other, as in a column, each with an eye on the one before it. */
function expectTheSame(texts: readonly string[]): void {
  const all = encoder.encode(texts.join(''));
  const scanned = new ScannedCommand();
  let start = 0;
  for (const text of texts) {
    const end = start + encoder.encode(text).length;
    scanned.scan(all, start, end);
    expect(found(scanned.slots), text).toEqual(found(fromScratch(all, start, end)));
    start = end;
  }
}

const value = fc.oneof(
  fc.constantFrom(
    '0.1',
    '1e-3',
    '32',
    '-3',
    '-.5',
    '-x',
    '--lr',
    '-',
    'adam',
    'a=b',
    'x,y=2',
    '',
    'optadam',
    'true',
    '.5',
    '5.',
  ),
  fc.constantFrom(
    '2024-03-11',
    '20240311_030501',
    'deadbeef01',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'run3/lr0.1',
    'ü',
  ),
  fc.integer({ min: 0, max: 99_999_999 }).map(String),
);
const word = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const blank = word([' ', ' ', ' ', '  ', '\t']);

/** Command lines with gaps for values: filled twice, they differ in values only. */
const piece = word([
  '--lr _',
  '--lr=_',
  '-b _',
  '-b_',
  'lr=_',
  '+model.lr=_',
  '_',
  'run_.sh',
  '--config conf/_.yaml',
  '--use-crf',
  '--export=ALL,LR=_',
  '--export ALL,LR=_',
  '--wrap=lr=_',
  '--wrap _',
  '--comment=_',
  '-p _',
  '-N_',
  '--requeue _',
  '--job-name=_',
  'train.py',
]);
const launcher = word(['sbatch', '/usr/bin/srun', 'python', '']);
const shape = fc.tuple(launcher, fc.array(fc.tuple(blank, piece), { maxLength: 6 }), word(['', ' ']));

const fill = (text: string, values: readonly string[]): string => {
  let next = 0;
  return text.replaceAll('_', () => values[next++ % values.length] ?? '');
};

describe('a command is scanned with an eye on the one before it as it is from scratch', () => {
  it('whatever its values, and whatever stands around it', () => {
    const fillings = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(shape, shape, fillings, ([program, pieces, end], [other, others], all) => {
        const text = program + pieces.map((part) => part.join('')).join('') + end;
        const second = other + others.map((part) => part.join('')).join('');
        expectTheSame([
          ...all.map((values) => fill(text, values)),
          fill(second, all[0] ?? []),
          fill(text, all[1] ?? []),
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('where an argument becomes an option, a list of settings, or an id', () => {
    expectTheSame(['python a.py --x 1 2', 'python a.py --x -y 2', 'python a.py --x -1 2', 'python a.py --x']);
    expectTheSame(['sbatch --comment=a run.sh', 'sbatch --comment=a=1 run.sh', 'sbatch --comment= run.sh']);
    expectTheSame(['a.py --tag base', 'a.py --tag deadbeef01', 'a.py --tag 2024-03-11']);
  });

  it('with more values than are kept', () => {
    const many = (last: string): string => `a.py ${'--x 1 '.repeat(70)}${last}`;
    expectTheSame([many('--y 1'), many('--y 2'), many('--z 2')]);
  });
});
