import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What `npm run bench -- …` was asked to do. */
export interface Options {
  /** Sizes of the dumps, attempts, ascending. */
  readonly sizes: readonly number[];
  /** Rounds for each size. */
  readonly rounds: number;
  readonly seed: number;
  /** Where the results go. */
  readonly out: string;
  /** Where dumps are kept. */
  readonly dumps: string;
  /** The command line program under test. */
  readonly program: string;
  /** Whether to make the dumps and measure nothing. */
  readonly isDumpOnly: boolean;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Options from the command line, e.g. `--jobs 100000,1000000 --runs 3 --out reports/bench.json`.
 *
 * @throws Error naming an option that is not a whole number
 */
export function parseOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      jobs: { type: 'string', default: '100000,1000000' },
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: resolve(ROOT, 'reports/bench.json') },
      dumps: { type: 'string', default: resolve(ROOT, 'bench-data') },
      program: { type: 'string', default: resolve(ROOT, 'dist/cli/main.js') },
      'dump-only': { type: 'boolean', default: false },
    },
  });
  const sizes = values.jobs.split(',').map((size) => wholeNumber('--jobs', size));
  return {
    sizes: sizes.sort((left, right) => left - right),
    rounds: wholeNumber('--runs', values.runs),
    seed: wholeNumber('--seed', values.seed),
    out: resolve(values.out),
    dumps: resolve(values.dumps),
    program: resolve(values.program),
    isDumpOnly: values['dump-only'],
  };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${option} ${text} is not a whole number above 0`);
  return value;
}
