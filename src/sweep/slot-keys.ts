import type { ParameterRole } from '../model/sweep.ts';
import { ID_SLOT, PROGRAM_SLOT, SCHEDULER_SLOT, SEARCH_SLOT } from './slots.ts';

export type SlotRole = ParameterRole;

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Keys that repeat an experiment without changing it. */
const REPLICATES = words('seed seeds s rs randomseed rngseed rep repeat replicate fold cvfold trial');

/** Keys that say what an experiment is about: runs on two datasets are not one search, however alike the rest. */
const CONTEXTS = words(
  'model modelname arch architecture network backbone variant dataset datasets data task tasks workload benchmark corpus submission language lang domain',
);

/** Keys that name the search of which a run is: all runs of one value are of one sweep, whatever else the logs show. */
const SEARCHES =
  words(`sweep sweepid sweepname sweepuid wandbsweepid searchid searchname study studyid studyname optunastudy optunastudyname hpoid tuneid
  multirunid group rungroup wandbgroup wandbrungroup expgroup experimentgroup hydrasweepdir`);

/** Options of the scheduler that say which runs are of one submission, or, in words of people, of one search. */
const SCHEDULER_ROLES: ReadonlyMap<string, SlotRole> = new Map([
  ['comment', 'search'],
  ['array', 'array'],
  ['a', 'array'],
]);

/** Keys that say where an experiment's files go, or where and when it runs: known for what they are and left out. */
const BOOKKEEPING =
  words(`output outdir outputdir outputfile savedir savepath logs logdir logfile ckpt ckptdir checkpoint
  checkpointdir checkpoints resume restore runname runid uuid tag expname host hostname port master masterport masteraddr server rank localrank gpuid
  mainprocessport mainprocessip rdzvid rdzvendpoint rdzvbackend disturl initmethod localhost dumppath dumpdir checkpointpath ckptpath gpuids deviceids
  cudavisibledevices visibledevices numworkers nworkers jobid taskid timestamp stamp wandb hydrarundir resultsdir resultdir modeldir cachedir tmpdir`);

/** Keys that say where a training goes on that has begun before. What it begins with, as `init_checkpoint`, is a choice. */
const RESUMING =
  words(`startepoch startepochs startstep startsteps startiter startiteration initialepoch initialstep initialiteration beginepoch lastepoch
  resumeepoch resumestep resumeiter resumefrom resumepath resumeckpt resumecheckpoint resumefromstep resumefromepoch resumefromckpt resumefromcheckpoint autoresume
  restorestep restorefrom restorepath loadstep`);

/** The same, but only where the key stands alone: `name` is bookkeeping, `optimizer.name` is a choice. */
const BOOKKEEPING_ALONE =
  words(`out save log dir path name run id exp experiment gpu gpus device devices workers date time
  project entity results`);

/** A key in lower case without marks: `hydra.run.dir` gives `hydrarundir`. */
const bare = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The same of its last part: `model.lr` and `--learning_rate` give `lr` and `learningrate`. */
const normalise = (key: string): string => bare(key.split(/[./]/).at(-1) ?? key);

/** The same few keys stand in thousands of templates: by origin, what is known of them. */
const MOST_KNOWN = 10_000;
const knownRoles = [new Map<string, SlotRole>(), new Map<string, SlotRole>()];

/** Tells what a slot is by its key and by where it stands. */
export function roleOf(key: string, origin: number): SlotRole {
  const ofOrigin = knownRoles[origin];
  const known = ofOrigin?.get(key);
  if (known !== undefined) return known;
  const role = judge(key, origin);
  if (ofOrigin !== undefined && ofOrigin.size < MOST_KNOWN) ofOrigin.set(key, role);
  return role;
}

function judge(key: string, origin: number): SlotRole {
  if (origin === SCHEDULER_SLOT) return SCHEDULER_ROLES.get(key) ?? 'ignored';
  if (origin === ID_SLOT) return 'ignored';
  if (origin === SEARCH_SLOT) return 'search';
  const word = normalise(key);
  if (origin === PROGRAM_SLOT && (SEARCHES.has(word) || SEARCHES.has(bare(key)))) return 'search';
  if (REPLICATES.has(word)) return 'replicate';
  if (CONTEXTS.has(word)) return 'context';
  const alone = BOOKKEEPING_ALONE.has(word) && !/[./]/.test(key);
  if (RESUMING.has(word) || RESUMING.has(bare(key))) return 'ignored';
  return alone || BOOKKEEPING.has(word) || BOOKKEEPING.has(bare(key)) ? 'ignored' : 'parameter';
}
