/** How small numbers are written: `1e-3` or `0.001`. */
export type Notation = 'scientific' | 'decimal';

/** Something that labs search, under the names by which their tools know it. */
export interface Hyperparameter {
  /** As a long flag and in config files: `batch_size`. */
  readonly key: string;
  /** In job names: `bs`. */
  readonly brief: string;
  readonly letter: string;
  readonly hydra: string;
  /** `rate`: searched by orders of magnitude. `fraction`: evenly. `size`: by doubling. `word`: no order. `flag`: on or off. */
  readonly scale: 'seed' | 'rate' | 'fraction' | 'size' | 'word' | 'flag';
  /** What a grid picks neighbours from, ascending; words for `word`. */
  readonly ladder: readonly (number | string)[];
}

const RATES = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1];
const DECAYS = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2];
const FRACTIONS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

const of = (
  key: string,
  brief: string,
  letter: string,
  hydra: string,
  scale: Hyperparameter['scale'],
  ladder: Hyperparameter['ladder'],
): Hyperparameter => ({ key, brief, letter, hydra, scale, ladder });

/** What labs search. The seed comes first, then the learning rate. */
export const CATALOGUE: readonly [Hyperparameter, Hyperparameter, ...Hyperparameter[]] = [
  of('seed', 'seed', 's', 'seed', 'seed', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  of('lr', 'lr', 'l', 'optim.lr', 'rate', RATES),
  of('batch_size', 'bs', 'b', 'data.batch_size', 'size', [8, 16, 32, 64, 128, 256, 512]),
  of('dropout', 'do', 'd', 'model.dropout', 'fraction', FRACTIONS),
  of('weight_decay', 'wd', 'w', 'optim.weight_decay', 'rate', DECAYS),
  of('hidden', 'hid', 'H', 'model.hidden', 'size', [64, 128, 256, 512, 1024, 2048]),
  of('layers', 'nl', 'L', 'model.layers', 'size', [1, 2, 3, 4, 6, 8, 12]),
  of('warmup', 'wu', 'u', 'optim.warmup', 'size', [500, 1000, 2000, 4000, 8000]),
  of('label_smoothing', 'ls', 'g', 'loss.smoothing', 'fraction', [0, 0.05, 0.1, 0.15, 0.2]),
  of('optimizer', 'opt', 'o', 'optim', 'word', ['adam', 'sgd', 'adagrad', 'rmsprop']),
  of('activation', 'act', 'a', 'model.act', 'word', ['relu', 'gelu', 'tanh', 'elu']),
  of('encoder', 'enc', 'e', 'model.encoder', 'word', ['lstm', 'gru', 'cnn', 'attn']),
  of('use_char', 'char', 'c', 'model.char', 'flag', ['true', 'false']),
  of('crf', 'crf', 'f', 'model.crf', 'flag', ['true', 'false']),
  of('mlp_dims', 'mlp', 'M', 'model.mlp', 'word', ['256,256', '512,256', '512,512', '1024,256']),
];

/** A number as the lab writes it; three digits that count are what people type. */
export function writeValue(value: number | string, notation: Notation): string {
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(3));
  if (rounded === 0 || Math.abs(rounded) >= 0.01) return String(rounded);
  return notation === 'scientific' ? rounded.toExponential().replace('e-0', 'e-') : decimal(rounded);
}

/** Without an exponent, which JavaScript prints for numbers under 1e-6. */
const decimal = (value: number): string => value.toFixed(12).replace(/0+$/, '');
