import { fileURLToPath } from 'node:url';
import { runProcess } from './run-process.ts';

/** Stages of a report in their order. */
export const STAGES = ['reading', 'ledger', 'sweeps', 'usage', 'jobsCsv', 'otherData', 'page'] as const;

/** Seconds of processor time that each stage of a report took on one core. */
export type StageSeconds = Readonly<Record<(typeof STAGES)[number], number>>;

const CHILD = fileURLToPath(new URL('./time-stages.mjs', import.meta.url));

/** Times the stages over one dump in a process of its own. */
export const runStages = (path: string, folder: string): StageSeconds =>
  JSON.parse(runProcess([CHILD, path], folder).stdout) as StageSeconds;
