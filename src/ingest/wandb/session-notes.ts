import type { Severity } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import type { DurationBasis } from '../../model/tracked-run.ts';
import type { Sink } from '../source.ts';
import type { RunLog } from './log/run-log.ts';

type Note = readonly [rule: string, severity: Severity, message: string];

const LOGS = {
  empty: [
    'wandb-log-empty',
    'warning',
    'empty logs of W&B runs: the process ended before anything was written. Their start is known from other files, their duration mostly not',
  ],
  foreign: ['wandb-log-foreign', 'warning', 'files named .wandb that do not begin as a W&B log does: not read'],
  damaged: ['wandb-log-damaged', 'warning', 'logs of W&B runs with damaged parts, which were passed over'],
  cut: [
    'wandb-log-cut',
    'info',
    'logs of W&B runs that end within a record: the run was killed or was still running. Everything before that counts',
  ],
} as const satisfies Readonly<Record<string, Note>>;

const BASES: Readonly<Partial<Record<DurationBasis, Note>>> = {
  'last-seen': [
    'wandb-no-exit',
    'warning',
    'W&B runs without a record of their end (crashed, killed, or still running): counted up to their last sign of life, so a lower bound',
  ],
  summary: [
    'wandb-no-log',
    'warning',
    'W&B runs without a usable log: their time is that of their summary, which is written now and then',
  ],
  'debug-log': [
    'wandb-debug-log',
    'warning',
    'W&B runs of which only the debug log tells a time: counted from its first to its last line',
  ],
  none: [
    'wandb-no-duration',
    'warning',
    'W&B runs that started and of which no file tells how long they ran: counted as attempts of no length',
  ],
};

const MACHINE: Note = [
  'wandb-gpus-machine',
  'warning',
  'W&B runs that report all GPUs of their machine, whoever used them: an upper bound where the machine was shared. The accounting of the cluster would tell',
];

const MACHINE_POWER: Note = [
  'wandb-power-machine',
  'info',
  'W&B runs whose measured GPU power and utilisation are those of all GPUs of their machine, since no process of the run was seen on single ones: other work on the machine is in it',
];

/** Says what is odd about a log. */
export function noteLog({ bytes, damage, unreadable }: RunLog, sink: Sink): void {
  if (bytes === 0) note(LOGS.empty, sink);
  else if (damage.isForeign) note(LOGS.foreign, sink);
  if (damage.badChunks > 0 || damage.lostRecords > 0 || unreadable > 0) note(LOGS.damaged, sink);
  if (damage.isCut) note(LOGS.cut, sink);
}

/** Says on what the time and the GPUs of a session rest. */
export function noteSession({ gpus, gpuEnergyJoules, tracked }: Job, sink: Sink): void {
  const basis = BASES[tracked?.durationBasis ?? 'exit'];
  if (basis !== undefined) note(basis, sink);
  if (tracked?.gpuBasis === 'machine' && gpus > 1) note(MACHINE, sink);
  if (tracked?.gpuBasis === 'machine' && gpuEnergyJoules > 0) note(MACHINE_POWER, sink);
}

function note([rule, severity, message]: Note, { diagnostics, path }: Sink): void {
  diagnostics.note(rule, severity, message, { file: path, line: 0 });
}
