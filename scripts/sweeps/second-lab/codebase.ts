import type { Random } from '../../fixtures/lisa/random.ts';
import { CATALOGUE, type Hyperparameter, type Notation } from './hyperparameters.ts';
import { drawWeighted, type Weights } from './weights.ts';

/** How job names are made. What a name shows of the hyperparameters is said in `name-styles.ts`. */
export type NameStyle =
  | 'underscores'
  | 'equals'
  | 'glued'
  | 'values-only'
  | 'dated'
  | 'hashed'
  | 'cut-15'
  | 'cut-8'
  | 'numbered'
  | 'unexpanded'
  | 'constant';

/** Most people put into the name what they vary. How many do not is our judgement. */
const NAME_STYLES: Weights<NameStyle> = {
  underscores: 5,
  equals: 4,
  glued: 2,
  'values-only': 2,
  dated: 1.5,
  hashed: 1,
  'cut-15': 1,
  'cut-8': 0.7,
  numbered: 1.5,
  unexpanded: 0.7,
  constant: 1.2,
};

/** How a submit line hands values over. */
const COMMAND_STYLES = [
  'long-flags',
  'long-flags-equals',
  'short-flags',
  'positional',
  'hydra',
  'environment',
  'config-file',
] as const;

export type CommandStyle = (typeof COMMAND_STYLES)[number];

/** What a submit line says of each job and nobody searches. */
export type Noise = 'output-uuid' | 'output-cell' | 'port' | 'host' | 'run-id' | 'timestamp';

/** What stays the same within a sweep and tells two sweeps of one codebase apart: what is trained on what. */
export interface Context {
  readonly dataset: string;
  readonly model: string;
  /** The first word of its jobs' names. */
  readonly tag: string;
}

/** A directory in which one person runs one program, and the habits in which it is run. */
export interface Codebase {
  readonly user: string;
  readonly workDir: string;
  /** `train.py` or `run.sh`. */
  readonly script: string;
  readonly commandStyle: CommandStyle;
  readonly nameStyle: NameStyle;
  readonly notation: Notation;
  readonly hyperparameters: readonly Hyperparameter[];
  readonly contexts: readonly Context[];
  readonly noise: readonly Noise[];
  /** Whether submit lines say the defaults of hyperparameters that are not searched. Positional arguments always do. */
  readonly saysDefaults: boolean;
  /** Whether a flag that is off is said as `--no-x`, or left out. */
  readonly saysOff: boolean;
  /** Options of sbatch that all its jobs share. */
  readonly scheduling: string;
  readonly partition: string;
  readonly account: string;
  readonly gpuModel: string;
}

const PROJECTS = ['parser', 'tagger', 'srl', 'vision', 'asr', 'nmt', 'seg', 'gnn', 'rl-agents', 'vae', 'ner', 'qa'];
const DATASETS = ['wsj', 'ptb', 'conll05', 'conll12', 'cifar10', 'cifar100', 'ted', 'iwslt', 'squad', 'cora', 'kitti'];
const MODELS = ['bilstm', 'transformer', 'resnet18', 'resnet50', 'cnn', 'gru', 'mlp', 'vit', 'gcn'];
const PARTITIONS = [
  { partition: 'gpu', gpuModel: 'a100' },
  { partition: 'titanx-long', gpuModel: 'titanx' },
  { partition: 'v100', gpuModel: 'v100' },
];

/** A directory of a person with its habits. */
export function drawCodebase(user: string, account: string, random: Random): Codebase {
  const project = random.pick(PROJECTS);
  const commandStyle = random.pick(COMMAND_STYLES);
  const takesScript = ['positional', 'environment', 'config-file'].includes(commandStyle);
  const hardware = random.pick(PARTITIONS);
  return {
    user,
    account,
    ...hardware,
    workDir: random.pick([
      `/home/${user}/${project}`,
      `/work/${user}/code/${project}`,
      `/scratch/${user}/${project}/exp`,
    ]),
    script: takesScript
      ? random.pick(['run.sh', 'train.sh', 'job.sbatch'])
      : random.pick(['train.py', 'main.py', 'run.py']),
    commandStyle,
    nameStyle: drawWeighted(NAME_STYLES, random),
    notation: random.pick(['scientific', 'decimal']),
    hyperparameters: drawHyperparameters(random),
    contexts: drawContexts(project, random),
    noise: drawNoise(random),
    saysDefaults: commandStyle === 'positional' || random.chance(0.4),
    saysOff: commandStyle === 'positional' || random.chance(0.6),
    scheduling: `-p ${hardware.partition} --gres=gpu:1 ${random.pick(['-t 24:00:00', '--time=2-00:00:00', '--mem=32G -c 4'])}`,
  };
}

/** The seed, the learning rate, three to five other numbers, and one or two words or flags: most of what labs search is numbers. */
function drawHyperparameters(random: Random): Hyperparameter[] {
  const [seed, rate, ...others] = CATALOGUE;
  const isWord = ({ scale }: Hyperparameter): boolean => scale === 'word' || scale === 'flag';
  const numbers = random.shuffle(others.filter((one) => !isWord(one))).slice(0, random.integer(3, 5));
  const words = random.shuffle(others.filter(isWord)).slice(0, random.integer(1, 2));
  return [seed, ...random.shuffle([rate, ...numbers, ...words])];
}

/** Two to five pairs of data and model, all different, with tags that differ. */
function drawContexts(project: string, random: Random): Context[] {
  const datasets = random.shuffle(DATASETS).slice(0, random.integer(2, 3));
  const models = random.shuffle(MODELS).slice(0, random.integer(1, 2));
  const tagged = random.pick([
    (dataset: string, model: string) => `${dataset}-${model}`,
    (dataset: string, model: string) => `${project}_${dataset}_${model}`,
    (dataset: string, model: string) => `${dataset.slice(0, 3)}${dataset.slice(5)}${model[0]}`,
  ]);
  return datasets.flatMap((dataset) => models.map((model) => ({ dataset, model, tag: tagged(dataset, model) })));
}

const drawNoise = (random: Random): Noise[] =>
  (['output-uuid', 'output-cell', 'port', 'host', 'run-id', 'timestamp'] as const).filter(() => random.chance(0.12));
