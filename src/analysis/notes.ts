import { UNKNOWN_GPU } from '../cost/recognise-gpus.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import { plainNumber } from '../model/print-number.ts';
import { secondsToHours } from '../model/units.ts';
import type { Usage } from '../model/usage.ts';
import { noteIdleGpus } from './note-idle-gpus.ts';
import { noteImpossible } from './note-impossible.ts';
import { noteRunning } from './note-running.ts';
import { noteSessions } from './note-sessions.ts';
import { noteShares } from './note-shares.ts';
import { noteUnknownModels } from './note-unknown-models.ts';
import { noteUntoldDurations } from './note-untold-durations.ts';
import { noteUntoldHosts } from './note-untold-hosts.ts';
import { noteUntrackedGpus } from './note-untracked-gpus.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

/** Says what the logs leave open of the hardware and how it was held, by whom, and which attempts go on. */
export function noteHardware(
  ledger: Ledger,
  usage: Usage,
  gpusOf: GpusOfRow,
  method: Method,
  diagnostics: Diagnostics,
): void {
  noteGaps(ledger, usage, diagnostics);
  noteRunning(ledger, diagnostics);
  noteUntrackedGpus(ledger, diagnostics);
  noteUnknownModels(usage.gpuHoursByModel, diagnostics);
  noteImpossible(ledger, diagnostics);
  noteUntoldDurations(ledger, diagnostics);
  noteSuspended(ledger, gpusOf, diagnostics);
  noteShares(ledger, gpusOf, diagnostics);
  noteIdleGpus(ledger, diagnostics);
  noteUntoldHosts(ledger, gpusOf, method, diagnostics);
  noteSessions(ledger, gpusOf, diagnostics);
  noteNumericUsers(ledger, diagnostics);
}

function noteGaps(
  ledger: Ledger,
  { gpuHoursByModel: byModel, untold, attemptsThatRan }: Usage,
  diagnostics: Diagnostics,
): void {
  const unknown = byModel.get(UNKNOWN_GPU);
  if (unknown !== undefined) {
    const all = [...byModel.values()].reduce((sum, hours) => sum + hours, 0);
    const hours = unknown < 99.5 ? String(Number(unknown.toPrecision(2))) : plainNumber(unknown);
    const share = unknown === all ? 'all' : `${Number(((100 * unknown) / all).toPrecision(2))} %`;
    const message = `${hours} GPU-hours (${share}) on hardware that the logs do not name: costed with a wide range`;
    diagnostics.note('hardware-unknown', 'warning', message);
  }
  // Where the logs do not tell the GPUs, that is said instead.
  if (byModel.size === 0 && untold === undefined && attemptsThatRan > 0) {
    const isOfCluster = ledger.table.sources.some((source) => source.startsWith('slurm-'));
    const question = isOfCluster ? '; is gres/gpu tracked on this cluster?' : '';
    diagnostics.note('no-gpus', 'warning', `no attempt held a GPU, as far as the logs say${question}`);
  }
}

/** What separates a suspension from a change of the clock: local times that were read without their zone differ by an hour exactly. */
const CLOCK_CHANGE_SECONDS = 3600;

/** Less is no suspension: Slurm counts whole seconds, and where a table has fractions, end − start differs from the duration in the last digits. */
const SHORTEST_SUSPENSION = 1;

/**
 * Says how long GPUs were held by suspended attempts. `Elapsed` leaves suspension out, and so do all totals: nothing is computed then. But Slurm gives the GPUs of a suspended job to
 * no one else, and its own reports count them.
 */
function noteSuspended(ledger: Ledger, gpusOf: GpusOfRow, diagnostics: Diagnostics): void {
  const { table, row, suspended, count } = ledger;
  const found: number[] = [];
  let gpuSeconds = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const seconds = suspended[attempt] as number;
    if (!(seconds >= SHORTEST_SUSPENSION) || seconds === CLOCK_CHANGE_SECONDS) continue;
    const gpus = gpusIn(gpusOf(row[attempt] as number));
    if (gpus === 0) continue;
    found.push(attempt);
    gpuSeconds += gpus * seconds;
  }
  const held = Number(secondsToHours(gpuSeconds).toPrecision(3));
  const message = `attempts were suspended and held their GPUs for ${held} GPU-hours more: not in the totals, which count active time`;
  for (const attempt of found) diagnostics.note('suspended', 'info', message, table.place(row[attempt] as number));
}

const NUMBER = /^\d+$/;

/** Says where users go by a number: `sacct` prints it for accounts that are gone or renamed, so one person may stand as two, and `--user` does not find both. */
function noteNumericUsers({ table, row }: Ledger, diagnostics: Diagnostics): void {
  const { user } = table;
  const isNumber = user.values.map((name) => NUMBER.test(name));
  if (!isNumber.includes(true)) return;
  const message =
    'attempts whose user is a number: an account that is gone or renamed, or one that the machine of the export did not know. They may be of a person who is also named';
  for (const at of row) {
    if (isNumber[user.code(at)] === true) diagnostics.note('user-numeric', 'info', message, table.place(at));
  }
}
