import { energyRole, joulesOfUnit } from './energy-headers.ts';
import { gpuCountRank, isOfGpuIds } from './gpu-headers.ts';
import { isOfGpuShare } from './gpu-shares.ts';
import { gpuTimeUnit } from './gpu-time-headers.ts';
import { MORE_NAMES } from './more-names.ts';
import { isUnit, MEMORY_UNITS, TIME_UNITS } from './units.ts';

/** What a column of a table of jobs says. */
export const ROLES = [
  'id',
  'name',
  'user',
  'account',
  'submit',
  'start',
  'end',
  'duration',
  'gpus',
  'gpusPerNode',
  /** Which devices of its machine a job held: as many GPUs as are listed. */
  'gpuIds',
  'gpuType',
  /** Which part of its GPUs a job had, where it shared them. */
  'gpuShare',
  'gpuHours',
  'cpus',
  'memory',
  'nodes',
  'host',
  'state',
  'exitCode',
  'energy',
  /** Of the GPUs alone. */
  'gpuEnergy',
  'sweep',
  'command',
  'partition',
  'cluster',
  /** What was measured, where the table has a column for its name and one for its value. */
  'metricName',
  'metricValue',
  /** Neither of the job nor a hyperparameter: remarks, line numbers, and what the user says is of no use. */
  'none',
] as const;

export type Role = (typeof ROLES)[number];

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Names of columns in lower case with everything but letters and digits left out (FORMATS of tables; German and French as spreadsheets have them). */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  id: words(
    'jobid job id runid trialid trial experimentid uuid taskid jobnumber laufid auftrag auftragsid auftragsnummer jobnummer',
  ),
  name: words('jobname name runname run experiment exp experimentname lauf bezeichnung nom tag model modelname modell'),
  user: words('user username owner submittedby nutzer benutzer benutzername nutzername anwender wer utilisateur'),
  account: words('project account group team costcenter projectname projekt projet submission'),
  submit: words(
    'submit submittime submitted queuedat submittedat eingereicht queued enqueued enqueuedat submissiontime submitdate submissiondate submitat timesubmitted',
  ),
  start: words(
    'start starttime started startedat begin beginn launch launched created createdat creationtime createtime createdtime creationdate createddate launchedat launchtime startms startdate startdatum startzeit startzeitpunkt gestartet von wann debut',
  ),
  end: words(
    'end endtime ended endedat finished finishedat stop stopped completedat enddate enddatum ende endzeit endzeitpunkt beendet bis fin',
  ),
  duration: words(
    'duration elapsed runtime walltime wallclock timetaken trainingtime traintime time totaltime computetime hours minutes seconds laufzeit dauer rechenzeit laufdauer stunden minuten sekunden duree elapsedtime wallclocktime wielange zeit gesamtzeit timeused usedtime walltimeused usedwalltime actualtime actualwalltime actualruntime resourcesusedwalltime timeelapsed runningtime hoursused usedhours trainingszeit trainingsdauer',
  ),
  gpus: words(
    'gpus numgpus ngpus gpucount gpunum worldsize devices numdevices accelerators numaccelerators anzahlgpus anzahlgpu gpuanzahl anzahlkarten anzahlgrafikkarten karten grafikkarten nombregpus',
  ),
  gpusPerNode: words('gpuspernode gpupernode gpusjenode gpujeknoten gpusjeknoten gpusproknoten gpuproknoten'),
  gpuIds: [], // told by words of the header: `gpu-headers.ts`
  gpuShare: [], // `gpu-shares.ts`
  gpuType: words(
    'gpu gputype gpumodel gpuname device devicename accelerator hardware instancetype machinetype gputyp gpumodell kartentyp grafikkarte grafikkartentyp beschleuniger',
  ),
  gpuHours: [], // told by words of the header: `gpu-time-headers.ts`
  cpus: words('cpus ncpus cores numcpus kerne'),
  memory: words('mem memory ram memused usedmem maxmem reqmem speicher arbeitsspeicher hauptspeicher memoire'),
  nodes: words(
    'nodes numnodes nnodes knoten nodecount numberofnodes noofnodes anzahlknoten knotenanzahl instancecount numinstances ninstances numberofinstances machinecount nummachines numberofmachines vmcount',
  ),
  host: words('host hostname node nodelist hosts machine rechner'),
  state: words('state status result outcome success zustand ergebnis etat'),
  exitCode: words('exitcode returncode exitstatus'),
  energy: words('energy energyconsumed kwh joules energykwh energie'),
  gpuEnergy: [], // `energy-headers.ts`
  none: words(
    'nr nummer lfdnr uhrzeit bemerkung bemerkungen kommentar notiz notizen anmerkung comment comments notes monat month timelimit timelim timelimitraw walltimelimit reqwalltime requestedwalltime walltimerequested requestedtime reqtime timerequested maxwalltime resourcelistwalltime zeitlimit requestedhours hoursrequested',
  ),
  sweep: words('sweep sweepid study studyname grid searchid studyid'),
  command: words('command cmd commandline args befehl'),
  partition: words('partition queue'),
  cluster: words('cluster clustername'),
  metricName: words('metricname'),
  metricValue: words('metricvalue'),
};

/** The bare letters and digits of a header. */
export const bareName = (text: string): string => withoutAccents(text.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');

/** `durée` is `duree`; letters of German stay. */
const withoutAccents = (text: string): string =>
  /[à-ÿ]/.test(text) ? text.replace(/[éèêëàâçîïôûù]/g, (letter) => letter.normalize('NFD').charAt(0)) : text;

const ROLE_OF = new Map(
  [...Object.entries(NAMES), ...Object.entries(MORE_NAMES)].flatMap(([role, names]) =>
    names.map((name) => [name, role as Role] as const),
  ),
);

/** Whether a whole header is one of the names of a role. */
export const isNamed = (header: string, role: Role): boolean => ROLE_OF.get(bareName(header)) === role;

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** Undefined for one that says something else: a hyperparameter, a result. */
  readonly role: Role | undefined;
  /** Seconds, joules or GB of one unit of its numbers; NaN where the header does not say. */
  readonly unit: number;
}

/** A header without its unit, and the unit; empty where it has none. */
function partsOf(name: string): [stem: string, unit: string] {
  const inBrackets = /^(.*?)[([]\s*([^)\]]*?)\s*[)\]]\s*$/.exec(name);
  return inBrackets === null ? suffixOf(name) : [inBrackets[1] as string, bareName(inBrackets[2] as string)];
}

/** What a header of a duration says beside its unit, and the seconds of that unit: nothing of `hours`, `dauer` of `Dauer (min)`; NaN where it has none. */
export function durationParts(header: string): { readonly stem: string; readonly seconds: number } {
  const [stem, unit] = partsOf(header.trim());
  const whole = TIME_UNITS[bareName(header)];
  if (whole !== undefined) return { stem: '', seconds: whole };
  return { stem: bareName(stem), seconds: TIME_UNITS[unit] ?? Number.NaN };
}

/** Tells a column by its header: `Laufzeit (h)`, `duration_ms`, `GPU hours`. */
export function columnOf(header: string): Column {
  const name = header.trim();
  const bare = bareName;
  const [stem, unit] = partsOf(name);
  const whole = ROLE_OF.get(bare(name));
  const gpuTime = whole === undefined ? (gpuTimeUnit(name) ?? gpuTimeUnit(stem, unit)) : undefined;
  if (gpuTime !== undefined) return { name, role: 'gpuHours', unit: gpuTime };
  const ofStem = roleOfStem(bare(stem), unit);
  const role = whole ?? ofStem ?? gpuRoleOf(bare(name));
  const ofJob = role === undefined && PER_JOB.test(name) ? columnOf(name.replace(PER_JOB, '')) : undefined;
  if (ofJob?.role !== undefined && AMOUNTS.has(ofJob.role)) return { ...ofJob, name };
  return { name, role, unit: role === undefined ? Number.NaN : unitOf(role, unit || bare(name), name) };
}

/** Each row of a table is one job: `hours per run` are its hours. */
const PER_JOB = /[\s_-]*(?:\/|per|pro|je)[\s_-]*(?:runs?|jobs?|trials?|experiments?|lauf)(?=\s*(?:[([].*)?$)/i;

const AMOUNTS: ReadonlySet<Role> = new Set<Role>(['duration', 'energy', 'gpuEnergy', 'memory', 'cpus', 'nodes']);

/** What a header says without its unit. Hours of GPUs are none of them, and `model_gb` is no name. */
function roleOfStem(stem: string, unit: string): Role | undefined {
  const role = ROLE_OF.get(stem) ?? energyRole(stem, unit) ?? gpuRoleOf(stem);
  const isOther = Object.hasOwn(MEMORY_UNITS, unit) ? role !== 'memory' : isUnit(unit) && isOfGpuCounts(role);
  return isOther ? undefined : role;
}

const isOfGpuCounts = (role: Role | undefined): boolean =>
  role === 'gpus' || role === 'gpusPerNode' || role === 'gpuIds';

/** What a header says of GPUs by its words. */
function gpuRoleOf(bare: string): Role | undefined {
  if (isOfGpuIds(bare)) return 'gpuIds';
  if (isOfGpuShare(bare)) return 'gpuShare';
  return gpuCountRank(bare) === undefined ? undefined : 'gpus';
}

/** `duration_ms` is a duration in milliseconds, `Dauer in Stunden` one in hours, `memoryGB` and `mem_mb` memory. */
function suffixOf(name: string): [stem: string, unit: string] {
  const parts = name.replace(MEMORY_SUFFIX, '$1_$2').split(/[_\s-]+/);
  const last = (parts.at(-1) ?? '').toLowerCase();
  if (parts.length < 2 || !isUnit(last)) return [name, ''];
  const isLinked = parts.length > 2 && parts.at(-2)?.toLowerCase() === 'in';
  return [parts.slice(0, isLinked ? -2 : -1).join(' '), last];
}

const MEMORY_SUFFIX = /^(mem|memory|ram)([kmgt]i?b)$/i;

function unitOf(role: Role, unit: string, header: string): number {
  if (role === 'energy' || role === 'gpuEnergy') return joulesOfUnit(header, unit);
  if (role === 'duration') return TIME_UNITS[unit] ?? Number.NaN;
  if (role === 'memory') return MEMORY_UNITS[unit] ?? MEMORY_UNITS[`${unit}b`] ?? Number.NaN;
  return Number.NaN;
}
