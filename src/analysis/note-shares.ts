import type { Diagnostics } from '../model/diagnostic.ts';
import { UNTOLD_GPUS } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import { secondsToHours } from '../model/units.ts';
import { MIG_GUIDE, shareOfGpu } from '../tables/hardware/gpu-slices.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/** What the log leaves open of the GPUs of an attempt: all of them, or how large the part is that it held. */
const KINDS = ['untold', 'unknown', 'percent', 'slice'] as const;
type Kind = (typeof KINDS)[number];

interface Tally {
  readonly attempts: number[];
  seconds: number;
  gpuSeconds: number;
}

/** Says which attempts held parts of GPUs, and on what their number rests; and of which no log tells the GPUs. */
export function noteShares(ledger: Ledger, gpusOf: GpusOfRow, diagnostics: Diagnostics): void {
  const { table, row, wall, count } = ledger;
  const kinds = table.gpuTypes.values.map(kindOf);
  if (kinds.every((kind) => kind === undefined)) return;
  const tallies = new Map(KINDS.map((kind): [Kind, Tally] => [kind, { attempts: [], seconds: 0, gpuSeconds: 0 }]));
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const tally = tallies.get(kinds[table.gpuTypes.code(at)] as Kind);
    const seconds = wall[attempt] as number;
    if (tally === undefined || !(seconds > 0)) continue;
    tally.attempts.push(attempt);
    tally.seconds += seconds;
    tally.gpuSeconds += seconds * gpusIn(gpusOf(at));
  }
  for (const [kind, tally] of tallies) {
    const [rule, severity] = RULES[kind];
    const message = messageOf(kind, tally);
    for (const attempt of tally.attempts) {
      diagnostics.note(rule, severity, message, table.place(row[attempt] as number));
    }
  }
}

const RULES = {
  untold: ['gpus-unknown', 'warning'],
  unknown: ['gpu-share-unknown', 'warning'],
  percent: ['gpu-share-assumed', 'warning'],
  slice: ['gpu-slices', 'info'],
} as const;

function messageOf(kind: Kind, { seconds, gpuSeconds }: Tally): string {
  const gpuHours = amount(gpuSeconds);
  switch (kind) {
    case 'untold':
      return `attempts of which the logs do not tell the GPUs: ${amount(seconds)} hours without any GPU time in the totals. Of Slurm, export again with sacct -P and AllocTRES; else say in runledger.yaml which GPUs the machines have`;
    case 'unknown':
      return `attempts held a part of a GPU (a shard, or a MIG slice of a kind that is in no table), and the logs do not tell how large a part: ${amount(seconds)} hours without any GPU time in the totals`;
    case 'percent':
      return `attempts shared a GPU by MPS: gres/mps=100 is taken for one GPU, which is usual and the site’s choice; ${gpuHours} GPU-hours`;
    case 'slice':
      return `attempts held MIG slices, counted as the share of the GPU’s compute slices that they are (${MIG_GUIDE.source}); ${gpuHours} GPU-hours`;
  }
}

/** What the text of a `gpuTypes` column holds; the worst of it where it holds several. */
function kindOf(types: string): Kind | undefined {
  if (types === UNTOLD_GPUS) return 'untold';
  const entries = types.split(',');
  if (entries.some((entry) => entry.endsWith('=?'))) return 'unknown';
  if (entries.some((entry) => /^mps[=:]/.test(entry))) return 'percent';
  return entries.some((entry) => shareOfGpu(entry.slice(0, entry.lastIndexOf('='))) < 1) ? 'slice' : undefined;
}

const amount = (seconds: number): number => Number(secondsToHours(seconds).toPrecision(3));
