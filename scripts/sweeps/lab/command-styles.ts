import type { Axis } from './axes.ts';
import type { Cell } from './lab.ts';

/** What a submit line can be made of. */
export interface CommandParts {
  /** `train` for train.sh and train.py. */
  readonly program: string;
  /** A word that tells experiments apart; empty for the plain one. */
  readonly word: string;
  readonly shown: readonly Axis[];
  readonly cell: Cell;
  /** Options that say nothing of what is tried: ` --port 29512`. */
  readonly noise: string;
}

type Command = (parts: CommandParts) => string;

const values = ({ shown, cell }: CommandParts, write: (axis: Axis, value: string) => string): string[] =>
  shown.map((axis) => write(axis, cell[axis.short] ?? ''));

const flag = ({ long }: Axis, value: string): string => (value === '1' ? `--use-${long}` : `--no-use-${long}`);

/** Options in a row, behind the program. */
function options(parts: CommandParts, write: (axis: Axis, value: string) => string): string {
  const model = parts.word === '' ? [] : [`--model ${parts.word}`];
  return [...model, ...values(parts, (axis, value) => (axis.isFlag ? flag(axis, value) : write(axis, value)))].join(
    ' ',
  );
}

const spaced = (parts: CommandParts): string => options(parts, ({ long }, value) => `--${long} ${value}`);
const hydraKey = ({ long, short }: Axis): string => (short === 'seed' ? '+seed' : `model.${long.replace('-', '_')}`);
const variable = ({ long }: Axis): string => long.replace('-', '_').toUpperCase();
const script = ({ program, word }: CommandParts): string => `${program}${word === '' ? '' : `_${word}`}.sh`;

/** How people hand hyperparameters over. */
const COMMANDS = {
  spaced: (parts) => `sbatch ${parts.program}.sh ${spaced(parts)}${parts.noise}`,
  equals: (parts) =>
    `sbatch ${parts.program}.sh ${options(parts, ({ long }, value) => `--${long}=${value}`)}${parts.noise}`,
  wrap: (parts) => `sbatch -p gpu --gres=gpu:1 --wrap python3 ${parts.program}.py ${spaced(parts)}${parts.noise}`,
  short: (parts) =>
    `sbatch ${parts.program}.sh ${options(parts, ({ letter }, value) => `-${letter} ${value}`)}${parts.noise}`,
  positional: (parts) => `sbatch ${script(parts)} ${values(parts, (_, value) => value).join(' ')}${parts.noise}`,
  hydra: (parts) =>
    `sbatch ${script(parts)} ${values(parts, (axis, value) => `${hydraKey(axis)}=${value}`).join(' ')}${parts.noise}`,
  exported: (parts) =>
    `sbatch --export=${['ALL', ...values(parts, (axis, value) => `${variable(axis)}=${value}`)].join(',')} ${script(parts)}${parts.noise}`,
  config: (parts) =>
    `sbatch ${script(parts)} --config configs/${values(parts, ({ short }, value) => short + value).join('_')}.yaml${parts.noise}`,
} satisfies Record<string, Command>;

export type CommandStyle = keyof typeof COMMANDS;

export const COMMAND_STYLES = Object.keys(COMMANDS) as CommandStyle[];

/** The submit line of a job in a style. */
export const writeCommand = (style: CommandStyle, parts: CommandParts): string => COMMANDS[style](parts);

/** What a reader of the line may call the axis, in small letters and without dashes before it; none where the line gives it no name. */
export function keysInCommand(style: CommandStyle, axis: Axis): readonly string[] {
  const { long, short, letter } = axis;
  if (style === 'positional') return [];
  if (style === 'hydra') return [hydraKey(axis), hydraKey(axis).replace('+', '')];
  if (style === 'exported') return [variable(axis).toLowerCase()];
  if (style === 'config') return [short];
  if (axis.isFlag) return [long, `use-${long}`, `no-use-${long}`];
  return [style === 'short' ? letter : long];
}
