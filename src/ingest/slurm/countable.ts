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
