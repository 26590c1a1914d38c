import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

const loop = (sketches: readonly JobSketch[], apart = 1): JobSketch[] =>
  sketches.map((sketch, index) => ({ ...sketch, submit: T0 + index * apart }));

const LR = ['0.1', '0.01', '0.001'];
const sweepsIn = (sketches: readonly JobSketch[]) => findSweeps(ledgerOf(sketches)).sweeps;

describe('jobs of one loop are one family', () => {
  it('where a word differs in name and command at once, and in other ways', () => {
    const jobs = ['kaldi', 'fairseq'].flatMap((kit) =>
      LR.map((lr) => ({ name: `asr_${kit}_lr${lr}`, command: `sbatch run.sh conf/${kit}-base/lr${lr}.yaml ${kit}` })),
    );
    expect(sweepsIn(loop(jobs))).toMatchObject([{ runs: 6, kind: 'grid', coverage: 1 }]);
  });

  it('where an option is on or off in the name, and true or false in the command', () => {
    const jobs = ['true', 'false'].flatMap((crf) =>
      LR.map((lr) => ({ name: `srl_${crf === 'true' ? '' : 'no'}crf_lr${lr}`, command: `sbatch run.sh ${lr} ${crf}` })),
    );
    const [sweep, ...others] = sweepsIn(loop(jobs));
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({
      runs: 6,
      kind: 'grid',
      parameters: { crf: ['false', 'true'], lr: ['0.001', '0.01', '0.1'] },
    });
  });

  it('where names are cut, and what is left of a value is no value', () => {
    const jobs = ['0.0123', '0.0456', '0.119', '0.17', '0.0021', '0.3'].map((ls, at) => ({
      name: `wsj_b${16 * (at + 1)}_ls${ls}`.slice(0, 12),
      command: `sbatch run.sh --bs ${16 * (at + 1)} --smoothing ${ls}`,
    }));
    const [sweep] = sweepsIn(loop(jobs));
    expect(Object.keys(sweep?.parameters ?? {}).sort()).toEqual(['bs', 'smoothing']);
  });

  it('but not where they only follow each other closely and are of two programs', () => {
    const jobs = [
      ...LR.map((lr) => ({ name: `train_lr${lr}`, command: `sbatch train.sh --lr ${lr}` })),
      ...['4', '8', '16'].map((beam) => ({ name: `decode_beam${beam}`, command: `sbatch decode.sh --beam ${beam}` })),
    ];
    expect(sweepsIn(loop(jobs)).map(({ runs }) => runs)).toEqual([3, 3]);
  });
});

describe('what an experiment is about', () => {
  const about = (key: string, values: readonly string[]): JobSketch[] =>
    values.flatMap((value) => LR.map((lr) => ({ command: `sbatch train.sh --${key} ${value} --lr ${lr}` })));

  it.each(['dataset', 'task', 'model', 'arch'])('parts sweeps: %s', (key) => {
    expect(sweepsIn(loop(about(key, ['one', 'two']), 600)).map(({ runs }) => runs)).toEqual([3, 3]);
  });

  it('is a value like others where one loop goes through it', () => {
    const [sweep, ...others] = sweepsIn(loop(about('model', ['one', 'two'])));
    expect(others).toEqual([]);
    expect(sweep?.parameters).toMatchObject({ model: ['one', 'two'] });
  });

  it('is so for those that the loop goes through, not for others', () => {
    const looped = loop(about('model', ['one', 'two']));
    const later = loop(about('model', ['three'])).map((job) => ({ ...job, submit: (job.submit as number) + 3600 }));
    expect(sweepsIn([...looped, ...later]).map(({ runs }) => runs)).toEqual([6, 3]);
  });
});
