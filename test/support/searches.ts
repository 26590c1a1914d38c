// Four searches in a table, as a lab might have them, with what each run measured: a grid over seeds with all that can befall a run, one parameter, many parameters, and hostile words.

const HEADER = 'run_id,name,user,submitted,start,end,gpus,state,lr,dropout,seed,layers,wd,optimiser,val_acc,train_loss';
const DAY = 86_400;
const START = Date.UTC(2024, 2, 1, 10) / 1000;

interface Told {
  readonly name: string;
  readonly user?: string;
  readonly hours?: number;
  readonly state?: string;
  readonly lr?: string;
  readonly dropout?: string;
  readonly seed?: number;
  readonly layers?: number;
  readonly wd?: string;
  readonly optimiser?: string;
  readonly accuracy?: string;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

/** Runs of one search, submitted a second apart; each search on a day of its own, so that none runs into another. */
function rows(prefix: string, day: number, runs: readonly Told[]): string[] {
  return runs.map(({ name, user = 'ada', hours = 2, state = 'completed', accuracy = '', ...tried }, index) => {
    const submitted = START + day * DAY + index;
    const times = [submitted, submitted + 60, submitted + 60 + hours * 3600].map(utc);
    const values = [tried.lr, tried.dropout, tried.seed, tried.layers, tried.wd, tried.optimiser];
    const cells = [`${prefix}${index}`, quoted(name), quoted(user), ...times, '2', state];
    return [
      ...cells,
      ...values.map((value) => (value === undefined ? '' : quoted(String(value)))),
      accuracy,
      '1',
    ].join();
  });
}

/** lr × dropout × seed. Not tried: 3e-3 with 0.5. Failed thrice: 3e-3 with 0.3. Nothing measured: 1e-4 with 0.5. One of three timed out: 1e-3 with 0.1. */
export const GRID_RUNS: readonly Told[] = ['1e-4', '1e-3', '3e-3'].flatMap((lr, row) =>
  ['0.1', '0.3', '0.5'].flatMap((dropout, column) =>
    (row === 2 && column === 2 ? [] : [1, 2, 3]).map((seed) => ({
      name: 'grid',
      lr,
      dropout,
      seed,
      ...befell(row * 3 + column, seed),
    })),
  ),
);

/** In the first cell 0.71, 0.72, 0.73, and 0.03 more in each one after it: by hand 0.72, 0.75, … are the means. */
function befell(cell: number, seed: number): Partial<Told> {
  if (cell === 7) return { state: 'failed', hours: 0.5 };
  if (cell === 2) return {};
  if (cell === 3 && seed === 2) return { state: 'timeout' };
  return { accuracy: (0.7 + 0.01 * seed + 0.03 * cell).toFixed(2) };
}

const ONE: readonly Told[] = Array.from({ length: 20 }, (_, index) => ({
  name: 'one',
  user: 'ben',
  lr: (10 ** (-5 + index * 0.21 + (index % 3) * 0.017)).toPrecision(6),
  ...(index % 9 === 4 ? { state: 'failed' } : index % 7 === 6 ? {} : { accuracy: (0.6 + index * 0.01).toFixed(2) }),
}));

const MANY: readonly Told[] = Array.from({ length: 24 }, (_, index) => ({
  name: 'many',
  user: 'ben',
  lr: (10 ** (-5 + ((index * 7) % 24) * 0.17)).toPrecision(6),
  wd: (10 ** (-6 + ((index * 11) % 24) * 0.15)).toPrecision(5),
  dropout: String(((index * 5) % 4) / 10),
  layers: 2 ** (1 + (Math.floor(index / 4) % 3)),
  optimiser: ['adam', 'sgd', 'lamb'][(index * 2 + Math.floor(index / 3)) % 3] ?? '',
  ...(index % 9 === 4 ? { state: 'out of memory' } : { accuracy: (0.5 + index * 0.01).toFixed(2) }),
}));

/** Words that try to leave their place, to turn the text around them, or to fill the page. */
export const HOSTILE_WORDS: readonly string[] = [
  '</script><img src=x onerror=alert(1)>',
  '\u202etxet',
  'שלום',
  '😀'.repeat(40),
  'x'.repeat(10_000),
  'nul\u0000here',
];
const HOSTILE: readonly Told[] = HOSTILE_WORDS.flatMap((optimiser, word) =>
  [2, 4, 8].map((layers, index) => ({
    name: 'bad \u202e </script><b>name</b>',
    user: '<i>mallory</i>',
    layers,
    optimiser,
    accuracy: (0.5 + 0.03 * word + 0.01 * index).toFixed(2),
  })),
);

/** The four of them as a CSV file. */
export const SEARCHES = [
  HEADER,
  ...rows('g', 0, GRID_RUNS),
  ...rows('o', 3, ONE),
  ...rows('m', 6, MANY),
  ...rows('h', 9, HOSTILE),
  '',
].join('\n');
