import { oneLine, type WandbContext, wandbWording } from './errors/wandb.ts';

/** What the user must change, by kind: the one place where such messages are worded (fact, place, remedy). */
export type ErrorContext =
  | { readonly code: 'no-input'; readonly paths: readonly string[] }
  | { readonly code: 'path-missing' | 'bad-collection'; readonly path: string }
  | { readonly code: 'no-logs'; readonly paths: readonly string[]; readonly filesSeen: number }
  | { readonly code: 'no-attempts'; readonly reasons: readonly string[] }
  | (Said & Known & { readonly code: 'unknown-method' | 'unknown-table' | 'unknown-region' | 'unknown-metric' })
  | (Said & { readonly code: 'region-unused'; readonly region: string; readonly method: string })
  | { readonly code: 'nothing-selected'; readonly records: number }
  | (Said & { readonly code: 'unknown-zone'; readonly name: string })
  | { readonly code: 'bad-date'; readonly option: string; readonly text: string }
  | (Said & { readonly code: 'final-not-found'; readonly id: string; readonly examples: readonly string[] })
  | (Said & { readonly code: 'goal-unknown'; readonly name: string })
  | { readonly code: 'bad-config'; readonly path: string; readonly line: number; readonly reason: string }
  | { readonly code: 'bad-correction'; readonly path: string; readonly problem: CorrectionProblem }
  | (Known & { readonly code: 'unknown-project'; readonly path: string })
  | {
      readonly code: 'table-open';
      readonly path: string;
      readonly what: string;
      readonly readings: readonly string[];
      /** What decides for each of the readings, under `table:`. */
      readonly choices: readonly string[];
    }
  | { readonly code: 'no-claim'; readonly path: string }
  | { readonly code: 'unknown-claim'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'config-exists'; readonly path: string }
  | { readonly code: 'cannot-write'; readonly path: string; readonly reason: string }
  | { readonly code: 'empty-span'; readonly since: string; readonly until: string }
  | { readonly code: 'sacct-missing' }
  | { readonly code: 'sacct-failed' | 'sacct-too-much'; readonly asked: string; readonly reason: string }
  | { readonly code: 'other-collection'; readonly directory: string; readonly before: string; readonly asked: string }
  | { readonly code: 'bad-count'; readonly option: string; readonly text: string; readonly most: number }
  | WandbContext;

/** Where the user said what cannot be: a line of the configuration. Left out for an option of the command line. */
interface Said {
  readonly place?: string;
}

/** A name, and those that there are. */
interface Known {
  readonly name: string;
  readonly known: readonly string[];
}

/** Why what the user says of a sweep cannot be followed. */
type CorrectionProblem =
  | { readonly why: 'no-run'; readonly line: number; readonly text: string; readonly examples: readonly string[] }
  | { readonly why: 'twice'; readonly line: number; readonly other: number; readonly example: string }
  | { readonly why: 'clusters'; readonly line: number; readonly text: string; readonly clusters: readonly string[] }
  | { readonly why: 'shared-job'; readonly line: number; readonly text: string; readonly example: string };

const list = (items: readonly string[]): string => items.join(', ');

function correctionWording(problem: CorrectionProblem): string {
  switch (problem.why) {
    case 'no-run':
      return `"${problem.text}" is no run in these logs. Write job ids such as 1201-1224 or 987_*, names such as lr_*, or ids of W&B runs and sweeps; ids here look like ${list(problem.examples)}`;
    case 'twice':
      return `run ${problem.example} is in the sweep of line ${problem.other} already. Take it out of one of them, or tell them apart with from and until`;
    case 'clusters':
      return `"${problem.text}" are ids of jobs on several clusters. Add cluster: ${problem.clusters.join(', or cluster: ')}`;
    case 'shared-job':
      return `job ${problem.example} has runs of "${problem.text}" in it and others, and a job is in one sweep only. Name them all, or none`;
  }
}

const CONFIG_CODES = [
  'bad-config',
  'bad-correction',
  'config-exists',
  'no-claim',
  'unknown-claim',
  'unknown-project',
  'table-open',
] as const;

type ConfigContext = Extract<ErrorContext, { readonly code: (typeof CONFIG_CODES)[number] }>;

function configWording(context: ConfigContext): string {
  switch (context.code) {
    case 'bad-config':
      return `${context.path}:${context.line}: ${context.reason}. Mend the line; README.md lists what can be said`;
    case 'config-exists':
      return `${context.path}: is there already, and nothing is written over it. Edit it, or move it away and run the same command again`;
    case 'no-claim':
      return `audit: no claim is named. Say one before the logs (runledger audit my-paper.yaml logs/), or write claim: my-paper.yaml into ${context.path}`;
    case 'unknown-claim':
      return `audit ${context.name}: neither a file nor a claim that comes with runledger. Known: ${list(context.known)}; README.md says how to write one`;
    case 'bad-correction':
      return `${context.path}:${context.problem.line}: ${correctionWording(context.problem)}`;
    case 'unknown-project':
      return `${context.path}: the projects are ${list(context.known)}, and ${context.name === '' ? 'nothing says which of them this report is of' : `${context.name} is none of them`}. Say --project with one of them, or project: in the file`;
    case 'table-open':
      return `${context.path}: ${context.what} can be read as ${context.readings.join(' or as ')}, and nothing in the table decides. Write one of these lines into runledger.yaml: ${context.choices.map((choice) => `table: { ${choice} }`).join(' or ')}. runledger inspect --write-config prepares that file`;
  }
}

const isOfConfig = (context: ErrorContext): context is ConfigContext =>
  CONFIG_CODES.some((code) => code === context.code);

const isOfWandb = (context: ErrorContext): context is WandbContext => context.code.startsWith('wandb-');

function unknownWording(code: string, { name, known, place }: Said & Known): string {
  if (code === 'unknown-table') return `tables ${name}: no such table. Known: ${list(known)}`;
  if (code === 'unknown-method') return `${place ?? '--method'} ${name}: no such method. Known: ${list(known)}`;
  if (code === 'unknown-metric')
    return `${place ?? '--metric'} ${name}: no run has this metric. ${known.length > 0 ? `There are ${list(known)}` : 'The logs have no metrics; only experiment trackers log them'}`;
  return `${place ?? '--region'} ${name}: not in the grid tables. Give a country such as DE or a state such as US-CA: runledger tables grid lists all ${known.length}`;
}

function wording(context: ErrorContext): string {
  if (isOfWandb(context)) return wandbWording(context);
  if (isOfConfig(context)) return configWording(context);
  switch (context.code) {
    case 'no-input':
      return 'no path given. Name a directory of logs, e.g. runledger report logs/';
    case 'path-missing':
      return `${context.path}: no such file or directory. Check the path`;
    case 'no-logs':
      return `${list(context.paths)}: no file (of ${context.filesSeen}) was recognised as a log. For a table of jobs, runledger inspect says which columns to name. Export one from Slurm with: sacct -P -D -S 2024-01-01 -o JobID,JobIDRaw,Cluster,JobName,User,Account,Partition,State,Submit,Start,End,Elapsed,ElapsedRaw,AllocCPUS,AllocTRES,WorkDir,SubmitLine`;
    case 'no-attempts':
      return `no job could be counted. ${context.reasons.length > 0 ? context.reasons.join(' ') : 'The logs hold no job records.'}`;
    case 'unknown-method':
    case 'unknown-table':
    case 'unknown-region':
    case 'unknown-metric':
      return unknownWording(context.code, context);
    case 'region-unused':
      return `${context.place ?? '--region'} ${context.region}: the method ${context.method} has a grid of its own. Leave the region out, or use the method default`;
    case 'nothing-selected':
      return `none of the ${context.records} job records is within --since, --until, --user and --account and of the project. Widen them`;
    case 'unknown-zone':
      return `${context.place ?? '--timezone'} ${context.name}: not an IANA zone. Give one such as UTC or America/New_York`;
    case 'bad-date':
      return `--${context.option} ${context.text}: not a date. Write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS`;
    case 'final-not-found':
      return `${context.place ?? '--final'} ${context.id}: no attempt or run has this id. Ids look like ${list(context.examples)}`;
    case 'goal-unknown':
      return `${context.place ?? '--metric'} ${context.name}: its name does not tell whether less is better. Add --goal min or --goal max`;
    case 'cannot-write':
      return `${context.path}: cannot be written (${context.reason}). Give another directory with --out`;
    case 'empty-span':
      return `--since ${context.since} is not before --until ${context.until}: there is nothing to ask for. Change one of them`;
    case 'sacct-missing':
      return 'sacct: no such command on this machine. Run the lines above where there is one, copy the files here, and read them with runledger report';
    case 'sacct-failed':
      return `sacct failed when asked for ${context.asked} (${oneLine(context.reason)}). Mend that and run the same command again: what was collected is kept`;
    case 'sacct-too-much':
      return `sacct: ${context.asked} is still too much for one query (${oneLine(context.reason)}). Ask for less with --user or --account`;
    case 'other-collection':
      return `${context.directory}: was collected with ${context.before}, and now it is ${context.asked}. Give another directory with --out`;
    case 'bad-count':
      return `--${context.option} ${context.text}: not a whole number from 1 to ${context.most}. Write one`;
    case 'bad-collection':
      return `${context.path}: is not what runledger wrote there. Remove it to collect anew, or give another directory with --out`;
  }
}

/** Something that the user must change. Printed as one line; exit code 2. Any other error is a bug of ours. */
export class AppError extends Error {
  readonly context: ErrorContext;

  constructor(context: ErrorContext) {
    super(wording(context));
    this.name = 'AppError';
    this.context = context;
  }
}
