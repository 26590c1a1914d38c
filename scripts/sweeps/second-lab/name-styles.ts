import { createRandom } from '../../fixtures/lisa/random.ts';
import type { Codebase, NameStyle } from './codebase.ts';
import type { SweepJob } from './project.ts';

type Namer = (tag: string, pairs: readonly (readonly [string, string])[], job: SweepJob) => string;

const joined = (pairs: readonly (readonly [string, string])[], inner: string, outer: string): string =>
  pairs.map(([key, value]) => `${key}${inner}${value}`).join(outer);

/** `2024-03-09` of epoch seconds, UTC. */
const dayOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);

/** So many hexadecimal digits that depend on the job alone. */
export function hashOf(job: SweepJob, digits: number): string {
  const random = createRandom(`${job.sweep.id}/${job.index}/${job.retry}`);
  return Array.from({ length: digits }, () => '0123456789abcdef'[random.integer(0, 15)]).join('');
}

/** Names as people make them; most show what is searched, some show a part of it or nothing. */
const NAMERS: Readonly<Record<NameStyle, Namer>> = {
  underscores: (tag, pairs) => `${tag}_${joined(pairs, '', '_')}`,
  equals: (tag, pairs) => `${tag}-${joined(pairs, '=', ',')}`,
  // Signs of exponents get lost where people glue: 3e-5 is written 3e5.
  glued: (tag, pairs) => `${tag}_${joined(pairs, '', '').replace(/e-/g, 'e')}`,
  'values-only': (tag, pairs) => `${tag}_${pairs.map(([, value]) => value).join('_')}`,
  dated: (tag, pairs, job) => `${dayOf(job.at)}-${tag}-${joined(pairs, '', '-')}`,
  hashed: (tag, pairs, job) => `${tag}-${hashOf(job, 7)}-${joined(pairs, '', '_')}`,
  'cut-15': (tag, pairs) => `${tag}_${joined(pairs, '', '_')}`.slice(0, 15),
  'cut-8': (tag, pairs) => `${tag}_${joined(pairs, '', '_')}`.slice(0, 8),
  numbered: (tag, _pairs, job) => `${tag}_exp${job.sweep.numberedFrom + job.index}`,
  unexpanded: (tag, pairs) =>
    `${tag}_${pairs.map(([key, value]) => `${key}\${${key || value.replace(/^no/, '')}}`).join('_')}`,
  constant: () => 'train',
};

/** The name that a job was given: its own values, or the sweep's where the style shows none. */
export function nameOf(job: SweepJob): string {
  const { codebase, context, nameStyle } = job.sweep;
  return NAMERS[nameStyle](context.tag, briefPairs(codebase, job), job);
}

/** Whether all values stand in the name as they are written elsewhere, with keys or without. */
export const namesShowValues = (style: NameStyle): boolean =>
  ['underscores', 'equals', 'values-only', 'dated', 'hashed'].includes(style);

/** What is searched under its brief names. A flag is a word: `char` and `nochar`, or `char=1`. Commas would be odd in a name. */
function briefPairs({ hyperparameters }: Codebase, { cell, sweep }: SweepJob): [string, string][] {
  return hyperparameters
    .filter(({ key }) => cell[key] !== undefined)
    .map(({ key, brief, scale }) => {
      const value = cell[key] as string;
      if (scale !== 'flag') return [brief, value.replace(/,/g, 'x')];
      if (sweep.nameStyle === 'equals') return [brief, value === 'true' ? '1' : '0'];
      return ['', value === 'true' ? brief : `no${brief}`];
    });
}
