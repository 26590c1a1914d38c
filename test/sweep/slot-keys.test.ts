import { describe, expect, it } from 'vitest';
import { roleOf } from '../../src/sweep/slot-keys.ts';
import { ID_SLOT, NAME_SLOT, PROGRAM_SLOT } from '../../src/sweep/slots.ts';

describe('what a value is to an experiment', () => {
  it.each(['lr', 'learning_rate', 'model.lr', 'optimizer.name', 'h', ''])('%j is a parameter', (key) => {
    expect(roleOf(key, PROGRAM_SLOT)).toBe('parameter');
  });

  it.each(['seed', 'random_seed', 'training.seed', 'Seed', 'fold', 'rep', 'trial'])(
    '%j repeats the experiment',
    (key) => {
      expect(roleOf(key, NAME_SLOT)).toBe('replicate');
    },
  );

  it.each([
    'output_dir',
    'logdir',
    'run-id',
    'hydra.run.dir',
    'name',
    'gpu',
    'master_port',
    'num_workers',
    'out',
    'main_process_port',
    'dist_url',
    'rdzv_id',
    'checkpoint_path',
    'gpu_ids',
  ])('%j says where things go, and is left out', (key) => {
    expect(roleOf(key, PROGRAM_SLOT)).toBe('ignored');
  });

  it.each(['start-epoch', 'initial_step', 'trainer.resume_from_checkpoint', 'RESUME_EPOCH', 'last_epoch'])(
    '%j says where a training goes on, and is left out',
    (key) => {
      expect(roleOf(key, PROGRAM_SLOT)).toBe('ignored');
    },
  );

  it.each(['init_checkpoint', 'warmup_steps', 'epochs'])('%j is a choice', (key) => {
    expect(roleOf(key, PROGRAM_SLOT)).toBe('parameter');
  });

  it('an id is left out whatever it is called', () => {
    expect(roleOf('lr', ID_SLOT)).toBe('ignored');
  });
});
