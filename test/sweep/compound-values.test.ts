import { expect, it } from 'vitest';
import { takeApart } from '../../src/sweep/compound-values.ts';
import { makeFactor } from '../../src/sweep/factor.ts';

/** What the values of an option say apart, by key. */
function apart(key: string, values: readonly string[]): Record<string, readonly string[]> {
  const identity = { key, role: 'parameter', ofName: false, named: true, isWord: false } as const;
  const factors = takeApart(makeFactor(identity, [...values], Uint32Array.from(values.keys())));
  return Object.fromEntries(
    factors.map((factor) => [factor.key, Array.from(factor.codes, (code) => factor.values[code] as string)]),
  );
}

it.each([
  ['config', ['configs/lr0.1_bs32.yaml', 'configs/lr0.3_bs64.yaml'], { lr: ['0.1', '0.3'], bs: ['32', '64'] }],
  ['config', ['c/optadam_l2.yaml', 'c/optsgd_l4.yaml'], { opt: ['adam', 'sgd'], l: ['2', '4'] }],
  ['setting', ['lr0.1_bs32', 'lr0.3_bs32'], { lr: ['0.1', '0.3'] }],
  [
    'config',
    ['c/mnist_gcn_lr1.yaml', 'c/cora_gat_lr2.yaml'],
    { config: ['mnist', 'cora'], config2: ['gcn', 'gat'], lr: ['1', '2'] },
  ],
])('values of %s that name several hyperparameters are each of them: %j', (key, values, told) => {
  expect(apart(key, values)).toEqual(told);
});

it.each([
  ['dataset', ['imagenet-1k', 'cifar-100', 'places-365']],
  ['model_name_or_path', ['meta-llama/Llama-2-7b-hf', 'mistralai/Mistral-7B-v0.1', 'Qwen/Qwen1.5-7B']],
  ['env-id', ['ALE/Pong-v5', 'ALE/Breakout-v5', 'CartPole-v1']],
  ['model', ['vit_base_patch16_224', 'vit_small_patch16_224', 'vit_small_patch32_224']],
  ['data-dir', ['data/cifar10/v1', 'data/cifar100/v1', 'data/svhn/v2']],
  ['arch', ['vit_b_16', 'resnet_50']],
])('values of %s stay whole, whatever numbers are in them', (key, values) => {
  expect(apart(key, values)).toEqual({ [key]: values });
});

it('what has a number in some files only, and always that one, is a name: cifar10 beside mnist', () => {
  const values = ['c/mnist_s1.yaml', 'c/cifar10_s1.yaml', 'c/svhn_s2.yaml'];
  expect(apart('config', values)).toEqual({ config: ['mnist', 'cifar10', 'svhn'], s: ['1', '1', '2'] });
});
