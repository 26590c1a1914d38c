import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { ledgerOf, T0 } from '../support/ledger-of.ts';
import { scannedCommand } from '../support/scan-text.ts';

const templateOf = (command: string): string => scannedCommand(command).template;

describe('the name of a temporary file', () => {
  it.each([
    ["Python's", '/tmp/tmpsf6wz0bc.sh', '/tmp/tmp0m2ko10_.sh'],
    ["Python's, of letters alone", '/tmp/tmppvoah_qu.sh', '/tmp/tmpadctha7d.sh'],
    ["Python's directory", '/scratch/tmpd0af9720/job.sh', '/scratch/tmp2631a111/job.sh'],
    ["mktemp's", '/tmp/tmp.Xa0bQwErTy', '/tmp/tmp.9dKLmnOPqr'],
    ['of six figures', '/tmp/tmpbfdc91.sh', '/tmp/tmp03b453.sh'],
  ])('is an id: %s', (_, one, other) => {
    expect(templateOf(`sbatch ${one} --lr 0.1`)).toBe(templateOf(`sbatch ${other} --lr 0.1`));
    expect(scannedCommand(`sbatch ${one} --lr 0.1`).values).toContain('lr=0.1');
  });

  it.each([
    ['tmp_scripts/a.sh', 'tmp_results/a.sh'],
    ['tmpl/a.sh', 'tmpx/a.sh'],
    ['mytmpsf6wz0bc.sh', 'mytmpxf6wz0bc.sh'],
  ])('is not %s', (one, other) => {
    expect(templateOf(`sbatch ${one}`)).not.toBe(templateOf(`sbatch ${other}`));
  });

  it('is no parameter: 12 jobs of generated scripts, 3 a name, are one loop', () => {
    const letters = [...'abcdefghijkl'];
    const jobs = letters.map((letter, at) => ({
      name: `exp_lr${['0.1', '0.01', '0.001', '0.3'][at % 4]}_s${Math.floor(at / 4)}`,
      command: `sbatch /tmp/tmp${letter}f6w${at % 10}0${letter}_.sh`,
      submit: T0 + at,
    }));
    const [sweep, ...others] = findSweeps(ledgerOf(jobs)).sweeps;
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({ runs: 12, kind: 'grid' });
    expect(Object.keys(sweep?.parameters ?? {}).sort()).toEqual(['lr', 's']);
  });
});
