import type { SacctLayout } from './sacct-columns.ts';

/** Why a record could not be used. */
export interface Refusal {
  readonly rule: string;
  readonly reason: string;
}

const EXPORT =
  'sacct -P -D -S 2024-01-01 -o JobID,JobIDRaw,Cluster,JobName,User,Account,Partition,State,Submit,Start,End,Elapsed,ElapsedRaw,Timelimit,AllocCPUS,AllocTRES,NNodes,NodeList,WorkDir,SubmitLine';

/** What counting needs: how to say that it is missing, and the columns of which one must be there (or all of an inner list). */
const NEEDED: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['no JobID column', [['jobid'], ['jobidraw']]],
  ['no Elapsed, ElapsedRaw, or Start and End column', [['elapsed'], ['elapsedraw'], ['start', 'end']]],
  ['no Submit or Start column, so attempts of one job cannot be told apart', [['submit'], ['start']]],
];

/** Why jobs of a layout cannot be counted: the column that is missing and the command that exports it. Undefined when they can. */
export function whyNotCountable(layout: SacctLayout): Refusal | undefined {
  const has = (columns: readonly string[]): boolean => columns.every((name) => layout.at(name) >= 0);
  const missing = NEEDED.find(([, choices]) => !choices.some(has))?.[0];
  return missing === undefined
    ? undefined
    : { rule: 'slurm-columns', reason: `${missing}. Export again with: ${EXPORT}` };
}

/** What can be counted and is not sure: a rule, the columns that all lack where it holds, and what that leaves open. */
const GAPS: readonly (readonly [rule: string, lacking: readonly string[], message: string])[] = [
  [
    'slurm-no-submit',
    ['submit'],
    'no Submit column: attempts of one job are told apart by their start alone, so the parts of a resized job may be taken for one. Export again with Submit',
  ],
  [
    'slurm-no-start',
    ['start', 'end'],
    'no Start and no End column: the parts of a resized job, and pieces of one job from exports with -T, cannot be told apart. Export again with Start,End',
  ],
  [
    'slurm-no-elapsed',
    ['elapsed', 'elapsedraw', 'suspended'],
    'no ElapsedRaw column: the time from Start to End stands in, with the time in which jobs were suspended. Export again with ElapsedRaw',
  ],
  [
    'slurm-no-state',
    ['state'],
    'no State column: neither how jobs ended is known, nor which still run or were resized. Export again with State',
  ],
  [
    'slurm-no-jobid',
    ['jobid'],
    'no JobID column: what is left of an array that never started looks like a job that never ran. Export again with JobID',
  ],
  [
    'slurm-no-alloctres',
    ['alloctres'],
    'no AllocTRES column: GPUs are what jobs asked for. Export again with AllocTRES',
  ],
];

/** What a layout leaves open of jobs that it lets count. Without both TRES columns `gpus-unknown` speaks instead. */
export function gapsOf(layout: SacctLayout): readonly Refusal[] {
  const hasTres = layout.at('alloctres') >= 0 || layout.at('reqtres') >= 0;
  return GAPS.filter(([, lacking]) => lacking.every((name) => layout.at(name) < 0))
    .map(([rule, , reason]) => ({ rule, reason }))
    .filter(({ rule }) => hasTres || rule !== 'slurm-no-alloctres');
}
