import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../../src/ingest/ingest.ts';
import { buildLedger } from '../../../src/ledger/build-ledger.ts';
import type { Ledger } from '../../../src/model/ledger.ts';
import type { SweepFindings } from '../../../src/model/sweep.ts';
import { findSweeps } from '../../../src/sweep/find-sweeps.ts';
import type { LabelledLog } from '../logs/labelled-log.ts';
import { BASELINE_NAMES, BASELINES, type Baseline } from './baselines.ts';
import { numberGroups } from './number-groups.ts';
import type { Partitions } from './partition.ts';

/** A labelled log and what was found in it. */
export interface Examination {
  readonly log: LabelledLog;
  readonly ledger: Ledger;
  readonly findings: SweepFindings;
  /** By attempt: its raw id. */
  readonly raws: readonly string[];
  /** By attempt: the label of its true sweep; empty for none. */
  readonly labels: readonly string[];
  /** Attempts that are judged. */
  readonly judged: readonly number[];
  /** Over the judged attempts. */
  readonly partitions: Partitions;
  readonly baselines: Readonly<Record<Baseline, Partitions>>;
  /** Whether a second reading of the same files found the same. */
  readonly isSteady: boolean;
}

/** Reads a labelled log and finds its sweeps, twice. */
export async function examineLog(log: LabelledLog): Promise<Examination> {
  const ledger = await readLedger(log.source);
  const findings = findSweeps(ledger);
  const raws = Array.from(ledger.row, (row) => ledger.table.jobIdRaw.at(row) || ledger.table.jobId.at(row));
  const labels = raws.map((raw) => log.truth.get(raw) ?? '');
  const judged = judgedAttempts(raws, log.truth, findings.sweepOf);
  const truth = numberGroups(labels);
  const over = (found: ArrayLike<number>): Partitions => ({
    found: judged.map((attempt) => found[attempt] as number),
    truth: judged.map((attempt) => truth[attempt] as number),
  });
  return {
    log,
    ledger,
    findings,
    raws,
    labels,
    judged,
    partitions: over(findings.sweepOf),
    baselines: Object.fromEntries(
      BASELINE_NAMES.map((name) => [name, over(BASELINES[name](ledger))]),
    ) as Examination['baselines'],
    isSteady: print(findings) === print(findSweeps(await readLedger(log.source))),
  };
}

const print = ({ sweeps, sweepOf }: SweepFindings): string =>
  JSON.stringify([sweeps.map(({ members, ...rest }) => [rest, members.length]), [...sweepOf]]);

async function readLedger(source: LabelledLog['source']): Promise<Ledger> {
  if (typeof source === 'string') return ledgerOf(source);
  const directory = mkdtempSync(join(tmpdir(), 'runledger-sweeps-'));
  try {
    for (const [name, text] of Object.entries(source)) writeFileSync(join(directory, name), text);
    return await ledgerOf(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function ledgerOf(path: string): Promise<Ledger> {
  const { table, counts, diagnostics } = await ingest([path], { zone: 'UTC' });
  return buildLedger(table, counts, diagnostics);
}

/** What has a label, and what was found together with it: a stranger in a sweep is a mistake, strangers among themselves are not. */
function judgedAttempts(raws: readonly string[], truth: ReadonlyMap<string, string>, sweepOf: Int32Array): number[] {
  const labelled = new Set<number>();
  raws.forEach((raw, attempt) => {
    if (truth.has(raw)) labelled.add(sweepOf[attempt] as number);
  });
  return [...raws.keys()].filter((attempt) => {
    const sweep = sweepOf[attempt] as number;
    return truth.has(raws[attempt] as string) || (sweep >= 0 && labelled.has(sweep));
  });
}
