import { describe, expect, it } from 'vitest';
import { configText, flattenConfig, flattenMetrics } from '../../../src/ingest/wandb/flat-config.ts';
import { hideSecrets, isSecret } from '../../../src/ingest/wandb/secrets.ts';

const flat = (config: unknown): unknown => Object.fromEntries(flattenConfig(config));

describe('a configuration', () => {
  it('is flattened and unwrapped', () => {
    const config = {
      wandb_version: 1,
      _wandb: { desc: null, value: { cli_version: '0.16.6' } },
      lr: { desc: null, value: 0.001 },
      optimizer: { value: { name: 'adam', betas: [0.9, 0.999], value: 3 } },
      flag: { value: true },
      nothing: { value: null },
    };
    expect(flat(config)).toEqual({
      lr: '0.001',
      'optimizer.name': 'adam',
      'optimizer.betas': '[0.9,0.999]',
      'optimizer.value': '3',
      flag: 'true',
      nothing: 'null',
    });
    expect(configText(flattenConfig({ b: 1, a: 'x' }))).toBe('{"a":"x","b":"1"}');
    expect(configText(flattenConfig(undefined))).toBe('');
  });

  it('is kept within bounds', () => {
    const nest = (depth: number): unknown => (depth === 0 ? 1 : { a: nest(depth - 1) });
    expect(flattenConfig(nest(1000)).size).toBe(1);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, index]));
    expect(flattenConfig(many).size).toBe(2000);
    expect(flattenConfig({ prompt: 'x'.repeat(9000) }).get('prompt')?.length).toBe(256);
    expect(flat(JSON.parse('{"__proto__": {"a": 1}}'))).toEqual({ '__proto__.a': '1' });
  });

  it('loses its secrets and nothing else', () => {
    const config = {
      hf_token: 'abc123',
      'data.wandb_api_key': 'deadbeef',
      db: { password: 'hunter2' },
      other: 'sk-abcdefghijklmnop1234',
      max_tokens: 512,
      pad_token: '<pad>',
      tokenizer: 'gpt2',
      eos_token: '</s>',
      use_auth_token: true,
      author: 'someone',
    };
    expect(Object.keys(flat(config) as object)).toEqual([
      'author',
      'eos_token',
      'max_tokens',
      'pad_token',
      'tokenizer',
      'use_auth_token',
    ]);
    expect(isSecret('patience', '3')).toBe(false);
    expect(hideSecrets(['--hub_token', 'abc', '--api-key=xyz', '--lr=0.1', 'password=x', '--token'])).toEqual([
      '--hub_token',
      '***',
      '--api-key=***',
      '--lr=0.1',
      'password=***',
      '--token',
    ]);
  });
});

describe('a summary', () => {
  it('gives its numbers', () => {
    const summary = {
      _runtime: 3,
      _wandb: { runtime: 4 },
      loss: 0.5,
      'val/acc': 'NaN',
      nested: { f1: 1, image: { _type: 'image-file', size: 3 } },
      text: 'x',
      huge: Number.POSITIVE_INFINITY,
    };
    expect(Object.fromEntries(flattenMetrics(summary))).toEqual({
      huge: 'Infinity',
      loss: 0.5,
      'nested.f1': 1,
      'val/acc': 'NaN',
    });
  });
});
