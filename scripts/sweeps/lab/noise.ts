import type { Random } from '../../fixtures/lisa/random.ts';

/** What noise may refer to. */
export interface NoiseSource {
  readonly random: Random;
  /** Epoch seconds. */
  readonly submit: number;
  readonly count: number;
}

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => random.integer(0, 15).toString(16)).join('');

/** Options of which each job has its own, and which are no hyperparameters. */
const NOISES = {
  output: ({ count }: NoiseSource) => `--output_dir runs/${count}`,
  port: ({ random }: NoiseSource) => `--port ${random.integer(20_000, 39_999)}`,
  host: ({ random }: NoiseSource) => `--master gpu${String(random.integer(1, 40)).padStart(2, '0')}`,
  timestamp: ({ submit }: NoiseSource) => `--timestamp ${Math.floor(submit)}`,
  runId: ({ random }: NoiseSource) => `--run-id ${hex(random, 8)}`,
} as const;

export type Noise = keyof typeof NOISES;

export const NOISE_KINDS = Object.keys(NOISES) as Noise[];

/** The options, each after a blank. */
export const writeNoise = (kinds: readonly Noise[], source: NoiseSource): string =>
  kinds.map((kind) => ` ${NOISES[kind](source)}`).join('');

/** Digits as of an abbreviated commit. */
export const shortHash = (random: Random): string => `a${hex(random, 6)}`;
