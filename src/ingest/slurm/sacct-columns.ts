import { columnOf } from '../csv/table/roles.ts';

/**
 * The columns of `sacct` (fields[] of src/sacct/sacct.c, 17.11 to 26.05) that carry free text. They are printed without any
 * quoting, so a delimiter or a newline in them breaks the row; every other column holds no blank and no delimiter.
 */
const FREE_TEXT = new Set(
  'JobName Comment AdminComment SystemComment SubmitLine WorkDir Extra Constraints Reason StdErr StdIn StdOut Container'
    .toLowerCase()
    .split(' '),
);

/** All columns of `sacct` since 17.11; names are compared without case. */
const KNOWN = new Set(
  `Account AdminComment AllocCPUS AllocGRES AllocNodes AllocTRES AssocID AveCPU AveCPUFreq AveDiskRead AveDiskWrite AvePages AveRSS
  AveVMSize BlockID Cluster Comment Constraints ConsumedEnergy ConsumedEnergyRaw Container CPUTime CPUTimeRAW DBIndex
  DerivedExitCode Elapsed ElapsedRaw Eligible End Exclusive ExitCode Extra FailedNode Flags GID Group JobID JobIDRaw JobName Layout
  Licenses MaxDiskRead MaxDiskReadNode MaxDiskReadTask MaxDiskWrite MaxDiskWriteNode MaxDiskWriteTask MaxPages MaxPagesNode
  MaxPagesTask MaxRSS MaxRSSNode MaxRSSTask MaxVMSize MaxVMSizeNode MaxVMSizeTask McsLabel MinCPU MinCPUNode MinCPUTask NCPUS
  NNodes NodeList NTasks OriginalSLUID OverSubscribe Partition Planned PlannedCPU PlannedCPURAW Priority QOS QOSRAW QOSREQ Reason
  ReqCPUFreq ReqCPUFreqGov ReqCPUFreqMax ReqCPUFreqMin ReqCPUS ReqGRES ReqMem ReqNodes ReqReservation ReqTRES Reservation
  ReservationId Reserved Restarts ResvCPU ResvCPURAW SegmentSize SLUID Start State StdErr StdIn StdOut Submit SubmitLine Suspended
  SystemComment SystemCPU Timelimit TimelimitRaw TotalCPU TRESUsageInAve TRESUsageInMax TRESUsageInMaxNode TRESUsageInMaxTask
  TRESUsageInMin TRESUsageInMinNode TRESUsageInMinTask TRESUsageInTot TRESUsageOutAve TRESUsageOutMax TRESUsageOutMaxNode
  TRESUsageOutMaxTask TRESUsageOutMin TRESUsageOutMinNode TRESUsageOutMinTask TRESUsageOutTot UID User UserCPU WCKey WCKeyID
  WorkDir`
    .toLowerCase()
    .split(/\s+/),
);

/** Columns that speak of jobs: `sacctmgr` and `sreport` share names such as Cluster, User and State, but none of these. */
const OF_JOBS = new Set(
  `jobid jobidraw jobname elapsed elapsedraw cputime cputimeraw submit eligible end alloctres reqtres alloccpus reqcpus ncpus
  timelimit timelimitraw consumedenergyraw exitcode`.split(/\s+/),
);

const [LEAST_KNOWN, LEAST_OF_JOBS] = [3, 2];

/** How the rows of a dump are laid out: read from its header line. */
export interface SacctLayout {
  readonly delimiter: string;
  /** Column names in lower case, in order; with `--parsable` the last one is empty. */
  readonly columns: readonly string[];
  /** Position by name; −1 when absent. */
  readonly at: (name: string) => number;
  /** The delimiter as a byte; −1, which no byte is, where it is not one. */
  readonly delimiterByte: number;
  readonly startsWithId: boolean;
  readonly hasEnergy: boolean;
}

/** The layout of these columns, named in lower case. A name that comes twice is the first of them. */
export function layoutOf(columns: readonly string[], delimiter: string): SacctLayout {
  const positions = new Map(columns.map((name, position) => [name, position] as const).reverse());
  return {
    delimiter,
    columns,
    at: (name) => positions.get(name) ?? -1,
    delimiterByte: delimiter.length === 1 && delimiter < '\u0080' ? delimiter.charCodeAt(0) : -1,
    startsWithId: positions.get('jobid') === 0,
    hasEnergy: positions.has('consumedenergyraw') || positions.has('consumedenergy'),
  };
}

/** Whether these are the columns of a table of jobs: at least three that `sacct` has, two of them of jobs, and not more that it does not have. */
export function isJobHeader(columns: readonly string[]): boolean {
  const named = columns.filter((name) => name !== '');
  const known = named.filter((name) => KNOWN.has(name));
  const ofJobs = known.filter((name) => OF_JOBS.has(name));
  return known.length >= LEAST_KNOWN && ofJobs.length >= LEAST_OF_JOBS && known.length >= named.length / 2;
}

/** The column that a name means, in lower case. A name cut to the width of its column is completed when only one fits. */
export function columnNamed(text: string): string {
  const name = text.toLowerCase();
  if (KNOWN.has(name)) return name;
  const fitting = [...KNOWN].filter((known) => known.startsWith(name));
  return fitting.length === 1 ? (fitting[0] as string) : name;
}

/** Columns that `sacct` does not have and that tell of GPUs: where AllocTRES does not, it is someone's own table, with other rules for its cells. */
export const foreignHardwareIn = (columns: readonly string[]): readonly string[] =>
  columns.filter(
    (name) => !KNOWN.has(name) && ['gpus', 'gpuIds', 'gpuType', 'gpuHours'].includes(columnOf(name).role ?? ''),
  );

/** Whether `sacct` has a column of this name, in lower case. */
export const isColumn = (name: string): boolean => KNOWN.has(name);

/** Whether a column holds free text. */
export const isFreeText = (column: string): boolean => FREE_TEXT.has(column);
