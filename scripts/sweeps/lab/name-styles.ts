import type { Axis } from './axes.ts';
import type { Cell } from './lab.ts';

/** What a name can be made of. */
export interface NameParts {
  /** `lisa`, or `lisa-crf`. */
  readonly stem: string;
  readonly shown: readonly Axis[];
  readonly cell: Cell;
  /** How many jobs the person had submitted before. */
  readonly count: number;
  /** Of the submission: `20200913`. */
  readonly day: string;
  /** Seven hexadecimal digits. */
  readonly hash: string;
}

type Name = (parts: NameParts) => string;

const each = ({ shown, cell }: NameParts, write: (key: string, value: string) => string): string[] =>
  shown.map(({ short }) => write(short, cell[short] ?? ''));

const underscores: Name = (parts) => [parts.stem, ...each(parts, (key, value) => key + value)].join('_');

/** As a script writes `3e-5` where it wants no dash. */
export const withoutDash = (value: string): string => value.replace('e-', 'e');

/** How people name jobs. */
const NAMES = {
  underscores,
  equals: (parts) => `${parts.stem}-${each(parts, (key, value) => `${key}=${value}`).join(',')}`,
  dashes: (parts) => [parts.stem, ...each(parts, (key, value) => `${key}-${value}`)].join('-'),
  glued: (parts) => `${parts.stem}-${each(parts, (key, value) => key + withoutDash(value)).join('')}`,
  dated: (parts) => `${parts.day}_${underscores(parts)}`,
  unexpanded: (parts) => [parts.stem, ...each(parts, (key) => `${key}\${${key}}`)].join('_'),
  constant: ({ stem }) => stem,
  sequential: ({ count }) => `exp${count}`,
  hashed: ({ stem, hash }) => `${stem}_${hash}`,
  cut8: (parts) => underscores(parts).slice(0, 8),
  cut15: (parts) => underscores(parts).slice(0, 15),
} satisfies Record<string, Name>;

export type NameStyle = keyof typeof NAMES;

export const NAME_STYLES = Object.keys(NAMES) as NameStyle[];

const TELLING: ReadonlySet<NameStyle> = new Set(['underscores', 'equals', 'dashes', 'glued', 'dated']);

/** Whether names of this style tell all values that they are given. */
export const namesTell = (style: NameStyle): boolean => TELLING.has(style);

/** The name of a job in a style. */
export const writeName = (style: NameStyle, parts: NameParts): string => NAMES[style](parts);
