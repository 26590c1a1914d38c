import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Choice } from './logs/all-logs.ts';
import { SETS } from './logs/labelled-log.ts';
import { LEVELS } from './logs/levels.ts';

/** What `npm run bench:sweeps -- …` was asked to do. */
export interface Options extends Choice {
  /** How many of the worst mistakes to print. */
  readonly worst: number;
  /** Where the results go; nowhere where absent. */
  readonly json?: string;
}

const RESULTS = fileURLToPath(new URL('../../reports/sweeps-bench.json', import.meta.url));

/**
 * Options from the command line, e.g. `--seeds 5 --first 100 --set hard --level times --worst 10 --json /tmp/sweeps.json`. What a part of
 * the bench gives is written nowhere unless told where.
 *
 * @throws Error naming an option that is not a whole number, and a set or level that there is not
 */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seeds: { type: 'string', default: '5' },
      first: { type: 'string', default: '100' },
      set: { type: 'string' },
      level: { type: 'string' },
      worst: { type: 'string', default: '0' },
      json: { type: 'string' },
    },
  });
  const isWhole = values.set === undefined && values.level === undefined;
  const json = values.json ?? (isWhole ? RESULTS : undefined);
  return {
    seeds: wholeNumber('--seeds', values.seeds),
    first: wholeNumber('--first', values.first),
    worst: wholeNumber('--worst', values.worst),
    ...(json !== undefined && { json: resolve(json) }),
    ...(values.set !== undefined && { set: oneOf('--set', values.set, SETS) }),
    ...(values.level !== undefined && { level: oneOf('--level', values.level, LEVELS) }),
  };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new Error(`${option} ${text} is not a whole number`);
  return value;
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const name = names.find((each) => each === text);
  if (name === undefined) throw new Error(`${option} ${text} is none of ${names.join(', ')}`);
  return name;
}
