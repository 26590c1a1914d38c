import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scannedCommand } from '../support/scan-text.ts';

describe('a submit line', () => {
  it('has options of the program behind the script; those before it are the scheduler’s and no hyperparameters', () => {
    const { values } = scannedCommand('sbatch -p titanx --mem=8G -n4 -J tune train.sh --lr 0.1 --seed=3');
    expect(values).toEqual(['lr=0.1', 'seed=3']);
  });

  // Printed by Slurm 22.05.8: fixtures/slurm/22.05, jobs 3, 15, 25 and 31.
  it.each([
    [
      'sbatch --parsable -p m40 --gres=gpu:m40:1 -t 10 -o logs/%x.out --job-name=lisa_lr0.1_do0.1 --wrap /usr/bin/python3 train.py --lr 0.1 --dropout 0.1',
      ['python=3', 'lr=0.1', 'dropout=0.1'],
    ],
    [
      'sbatch --parsable --job-name=tune train.sbatch --lr 2.0e-5 --batch_size 16 --weight_decay 0.4 --seed 1',
      ['lr=2.0e-5', 'batch_size=16', 'weight_decay=0.4', 'seed=1'],
    ],
    ['sbatch --parsable --job-name=tune-env --export=ALL,LR=0.001,BATCH=8 train.sbatch', ['LR=0.001', 'BATCH=8']],
    [
      'sbatch --parsable --job-name=hydra train.sbatch model=lstm optimizer.name=adam optimizer.lr=1e-3 +seed=1',
      ['model=lstm', 'optimizer.name=adam', 'optimizer.lr=1e-3', '+seed=1'],
    ],
  ])('%s is read', (line, values) => {
    expect(scannedCommand(line).values).toEqual(values);
  });

  it.each([
    'sbatch --wrap python train.py --lr 0.1',
    'sbatch --wrap=python train.py --lr 0.1',
    'sbatch -p titanx --export=ALL,LR=0.1 --wrap python train.py',
    'sbatch --export ALL,LR=0.1 train.sh',
    'srun -n1 python train.py --lr=0.1',
    '/opt/slurm/bin/sbatch train.sh --lr 0.1',
    'python train.py lr=0.1',
  ])('%s: 0.1 is a value of the program', (line) => {
    expect(scannedCommand(line).values.map((text) => text.toLowerCase())).toEqual(['lr=0.1']);
  });

  it.each([
    '--requeue',
    '--exclusive',
    '-H',
    '--parsable -W',
    '--nice',
    '--nice=100',
    '--exclusive=user',
    '--test-only',
    '-vv',
  ])('takes nothing from behind %s, which has no value of its own', (option) => {
    expect(scannedCommand(`sbatch ${option} train.sh --lr 0.1`).values).toEqual(['lr=0.1']);
  });

  it('keeps the sign of negative numbers', () => {
    expect(scannedCommand('sbatch t.sh --lr -0.1 --bias=-2 --shift -.5 -3').values).toEqual([
      'lr=-0.1',
      'bias=-2',
      'shift=-.5',
      '=-3',
    ]);
  });

  it('reads a list of values and flags between options', () => {
    expect(scannedCommand('sbatch t.sh --hidden 256 128 --fast --bs 4').values).toEqual(['hidden=256', '=128', 'bs=4']);
    expect(scannedCommand('sbatch t.sh --betas 0.9,0.98 --layers [1,2]').values).toEqual([
      'betas=0.9,0.98',
      'layers=[1,2]',
    ]);
  });

  it('reads numbers that stand alone and those in the name of the script', () => {
    expect(scannedCommand('sbatch train.sh 0.1 32').values).toEqual(['=0.1', '=32']);
    expect(scannedCommand('sbatch train_lr0.1.sh').values).toEqual(['lr=0.1']);
  });

  it('has one template for any values, blanks being told apart from none', () => {
    const { template } = scannedCommand('sbatch -p titanx t.sh --lr 0.1 --opt adam');
    expect(scannedCommand('sbatch -p m40 t.sh --lr 1e-4 --opt sgd').template).toBe(template);
    expect(scannedCommand('sbatch -p m40 u.sh --lr 1e-4 --opt sgd').template).not.toBe(template);
    expect(scannedCommand('sbatch -p m40 t.sh --lr 1e-4 --opt sgd --fast').template).not.toBe(template);
  });

  it('of any characters is scanned, and values come from its text', () => {
    const word = fc.oneof(
      fc.constantFrom('sbatch', '--wrap', '--export', '--lr', '-n', '=', '-', '--', ':', 'a=b', '-1'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const line = words.join(' ');
        const wellFormed = new TextDecoder().decode(new TextEncoder().encode(line));
        for (const text of scannedCommand(line).values) expect(wellFormed).toContain(text.split('=')[0]);
      }),
    );
  });
});
