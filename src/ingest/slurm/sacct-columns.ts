/**
 * The columns of `sacct` (fields[] of src/sacct/sacct.c, 17.11 to 26.05) that carry free text. They are printed without any
 * quoting, so a delimiter or a newline in them breaks the row; every other column holds no blank and no delimiter.
 */
const FREE_TEXT = new Set(
  'JobName Comment AdminComment SystemComment SubmitLine WorkDir Extra Constraints Reason StdErr StdIn StdOut Container'
    .toLowerCase()
    .split(' '),
);

/** The columns of `sacct` by which a header is recognised; names are compared without case. */
const KNOWN = new Set(
  `Account AdminComment AllocCPUS AllocGRES AllocNodes AllocTRES AssocID AveCPU AveRSS Cluster Comment Constraints
  ConsumedEnergy ConsumedEnergyRaw CPUTime CPUTimeRAW DBIndex DerivedExitCode Elapsed ElapsedRaw Eligible End ExitCode Extra
  Flags GID Group JobID JobIDRaw JobName MaxRSS MaxVMSize NCPUS NNodes NodeList NTasks Partition Planned Priority QOS QOSRAW
  Reason ReqCPUS ReqGRES ReqMem ReqNodes ReqTRES Reservation Reserved Restarts ResvCPU ResvCPURAW SLUID Start State Submit
  SubmitLine Suspended SystemCPU Timelimit TimelimitRaw TotalCPU TRESUsageInTot UID User UserCPU WCKey WorkDir`
    .toLowerCase()
    .split(/\s+/),
);

const LEAST_KNOWN = 3;

/** How the rows of a dump are laid out: read from its header line. */
export interface SacctLayout {
  readonly delimiter: string;
  /** Column names in lower case, in order; with `--parsable` the last one is empty. */
  readonly columns: readonly string[];
  /** Position by name; −1 when absent. */
  readonly at: (name: string) => number;
}

/**
 * Reads a header line: at least three names that `sacct` knows, the same run of other characters between all of them.
 *
 * @returns undefined when the line is no header
 */
export function parseHeader(line: string): SacctLayout | undefined {
  const delimiter = /^\s*[A-Za-z]\w*?([^\w\s"']+|\t)[A-Za-z]/.exec(line)?.[1];
  if (delimiter === undefined) return undefined;
  const columns = line
    .trimEnd()
    .split(delimiter)
    .map((name) => name.trim().toLowerCase());
  const known = columns.filter((name) => KNOWN.has(name)).length;
  const named = columns.filter((name) => name !== '').length;
  if (known < LEAST_KNOWN || known < named / 2) return undefined;
  const positions = new Map(columns.map((name, position) => [name, position] as const).reverse());
  return { delimiter, columns, at: (name) => positions.get(name.toLowerCase()) ?? -1 };
}

/** Whether a column holds free text. */
export const isFreeText = (column: string): boolean => FREE_TEXT.has(column);
