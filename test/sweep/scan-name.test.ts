import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanName } from '../../src/sweep/scan-name.ts';
import { NAME_SLOT, Slots } from '../../src/sweep/slots.ts';
import { scannedName } from '../support/scan-text.ts';

describe('a job name', () => {
  it.each([
    ['lisa_lr0.001_do0.3_h256', ['lr=0.001', 'do=0.3', 'h=256']],
    ['srl-bs=32,lr=1e-3', ['bs=32', 'lr=1e-3']],
    ['lr=0.1, do=0.3', ['lr=0.1', 'do=0.3']],
    ['lisa_lr_0.1_bs-32_h:256', ['lr=0.1', 'bs=32', 'h=256']],
    ['opt=adam', ['opt=adam']],
    ['optadam_actrelu', ['opt=adam', 'act=relu']],
    ['lisa_opt-adam_lr0.1', ['opt=adam', 'lr=0.1']],
    ['crftrue_lr1e4nl2', ['crf=true', 'lr=1e4', 'nl=2']],
    ['mlp512x256_do0.3', ['mlp=512x256', 'do=0.3']],
    ['mlp512,256_do0.3', ['mlp=512,256', 'do=0.3']],
    ['option_active', []],
    ['opt=adam_lr=0.1', ['opt=adam', 'lr=0.1']],
    ['lr.001', ['lr=.001']],
    ['h2l3', ['h=2', 'l=3']],
    ['lisa_m40_lr0.1', ['m=40', 'lr=0.1']],
    ['lr1E-05_x', ['lr=1E-05']],
  ])('%s holds %j', (name, values) => {
    expect(scannedName(name).values).toEqual(values);
  });

  it.each([
    ['20180301', []],
    ['lisa_2018-03-01_lr0.1', ['lr=0.1']],
    ['v1.2.3', ['v=1.2', '=3']],
    ['lr__0.1', ['=0.1']],
  ])('%s holds a number that no word belongs to: %j', (name, values) => {
    expect(scannedName(name).values).toEqual(values);
  });

  it.each([
    ['word2vec_d100', ['d=100']],
    ['seq2seq', []],
    ['bert-base-uncased', []],
    ['', []],
  ])('%s: digits inside a word are part of the word (%j)', (name, values) => {
    expect(scannedName(name).values).toEqual(values);
  });

  it('holds ids apart from values: a commit is never a hyperparameter', () => {
    expect(scannedName('lisa_3f2a9c1_lr0.1')).toMatchObject({ values: ['lr=0.1'], ids: ['3f2a9c1'] });
    expect(scannedName('run-deadbeef12')).toMatchObject({ values: [], ids: ['deadbeef12'] });
  });

  it('has the same template as a name that differs in values only', () => {
    expect(scannedName('lisa_lr0.1_h64').template).toBe(scannedName('lisa_lr1e-4_h256').template);
    expect(scannedName('opt=adam').template).toBe(scannedName('opt=sgd').template);
    expect(scannedName('run_3f2a9c1').template).toBe(scannedName('run_dc70968').template);
  });

  it.each([
    ['lisa_lr0.1', 'lisa_do0.1'],
    ['lisa_lr0.1', 'lisa_lr0.1_h64'],
    ['lisa-adam', 'lisa-sgd'],
    ['lisa_0.1', 'lisa-0.1'],
  ])('has another template when words or marks differ: %s and %s', (left, right) => {
    expect(scannedName(left).template).not.toBe(scannedName(right).template);
  });

  it('of any characters is scanned without losing or inventing text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const { values, ids } = scannedName(name);
        const wellFormed = new TextDecoder().decode(new TextEncoder().encode(name));
        for (const text of values) expect(wellFormed).toContain(text.slice(text.indexOf('=') + 1));
        for (const id of ids) expect(wellFormed).toContain(id);
      }),
    );
  });

  it('with hundreds of numbers keeps 64 of them, and its template still counts all', () => {
    const long = (count: number): string => Array.from({ length: count }, (_, index) => `x${index}`).join('_');
    expect(scannedName(long(300)).values).toHaveLength(64);
    expect(scannedName(long(300)).template).not.toBe(scannedName(long(299)).template);
  });
});

it('what stands before and behind a name in its column tells nothing of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('train.', '.5x', 'lr.', 'lisa_lr0.1', 'word2', 'abc', '2024', 'v1'),
      fc.constantFrom('', '7', 'e', '.', '=', '-'),
      fc.constantFrom('', '5', 'a5', '.5', '-11-02', '=', 'e5'),
      (name, before, behind) => {
        const bytes = new TextEncoder().encode(before + name + behind);
        const [alone, among] = [new Slots(), new Slots()];
        for (const slots of [alone, among]) slots.clear();
        scanName(new TextEncoder().encode(name), 0, name.length, alone, NAME_SLOT);
        scanName(bytes, before.length, before.length + name.length, among, NAME_SLOT);
        const found = (slots: Slots, from: number): unknown => [
          slots.first,
          slots.second,
          Array.from({ length: slots.count }, (_, at) => [slots.valueStart(at) - from, slots.valueEnd(at) - from]),
        ];
        expect(found(among, before.length)).toEqual(found(alone, 0));
      },
    ),
  );
});
