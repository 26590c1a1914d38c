import { countedSince } from '../model/counted-since.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import { expandHosts } from '../model/host-list.ts';
import { UNTOLD_GPUS } from '../model/job.ts';
import type { JobTable } from '../model/job-table.ts';
import type { HardwareRule } from './source.ts';

/** Which rule holds for a job: by its nodes first, since they say more than a partition. */
class Rules {
  readonly #byNode = new Map<string, HardwareRule>();
  readonly #byPartition = new Map<string, HardwareRule>();
  /** What was found for each code of a column. */
  readonly #ofNodeList = new Map<number, HardwareRule | undefined>();
  readonly #table: JobTable;

  constructor(table: JobTable, rules: readonly HardwareRule[]) {
    this.#table = table;
    for (const rule of rules) {
      for (const node of expandHosts(rule.nodes ?? '')) this.#byNode.set(node, rule);
      if (rule.partition !== undefined) this.#byPartition.set(rule.partition, rule);
    }
  }

  of(row: number): HardwareRule | undefined {
    const code = this.#table.nodeList.code(row);
    if (!this.#ofNodeList.has(code)) this.#ofNodeList.set(code, this.#ofNodes(this.#table.nodeList.at(row)));
    return this.#ofNodeList.get(code) ?? this.#byPartition.get(this.#table.partition.at(row));
  }

  /** The rule of all nodes of a list; none where they differ. */
  #ofNodes(list: string): HardwareRule | undefined {
    const [first, ...others] = new Set(expandHosts(list).map((node) => this.#byNode.get(node)));
    return others.length === 0 ? first : undefined;
  }
}

/** Where a rule of the user's holds, of one cluster: the jobs there are counted with their GPUs, or are not. */
const CLUSTERS = 2 ** 26;

/**
 * Says what the user knows of the cluster: the model of GPUs that a log counts and does not name, and the GPUs of jobs of which it does not even count them, taken as all GPUs of
 * their nodes. What is logged stands. Where the log counts GPUs of other jobs that a rule speaks of, one without any held none, unless it ran before counting began.
 */
export function applyHardware(table: JobTable, rules: readonly HardwareRule[], diagnostics: Diagnostics): void {
  if (rules.length === 0) return;
  const known = new Rules(table, rules);
  const placeOf = (row: number, rule = known.of(row)): number =>
    rule === undefined ? Number.NaN : rules.indexOf(rule) * CLUSTERS + table.cluster.code(row);
  const counted = countedSince({
    count: table.length,
    placeOf: (row) => (ranOnTellingLog(table, row) ? placeOf(row) : Number.NaN),
    holdsGpus: (row) => table.gpus.at(row) > 0,
    startOf: (row) => table.start.at(row),
  });
  for (let row = 0; row < table.length; row++) {
    const types = table.gpuTypes.at(row);
    const isOpen = (types === '' || types === UNTOLD_GPUS) && table.gpus.at(row) !== 0;
    const rule = isOpen ? known.of(row) : undefined;
    if (rule === undefined) continue;
    const since = types === '' ? counted.get(placeOf(row, rule)) : undefined;
    const isCounted = since !== undefined && !(table.start.at(row) < since);
    apply(rule, table, row, isCounted, diagnostics);
  }
}

/** Whether a job ran, and its log lists what it held, or what each job asked for: not only what some did, and not nothing at all. */
const ranOnTellingLog = (
  { gpus, gpusAsked, gpuTypes, elapsed, file, filesOfRequests }: JobTable,
  row: number,
): boolean =>
  (gpusAsked.at(row) === 0 || filesOfRequests.has(file.at(row))) &&
  gpuTypes.at(row) !== UNTOLD_GPUS &&
  (gpus.at(row) > 0 || elapsed.at(row) > 0);

function apply(rule: HardwareRule, table: JobTable, row: number, isCounted: boolean, diagnostics: Diagnostics): void {
  const logged = table.gpus.at(row);
  if (Number.isNaN(logged) && table.elapsed.at(row) > 0) noteLeft(rule, table, row, isCounted, diagnostics);
  const counted = Number.isNaN(logged) && !isCounted ? wholeNodes(table, row, rule) : logged;
  if (!(counted > 0)) return;
  if (Number.isNaN(logged)) setCounted(table, row, counted, diagnostics);
  table.gpuTypes.set(row, `${rule.gpu}=${counted}`);
}

/** Says where a rule adds no GPUs to a job without any. */
function noteLeft(
  rule: HardwareRule,
  table: JobTable,
  row: number,
  isCounted: boolean,
  diagnostics: Diagnostics,
): void {
  if (isCounted && rule.gpusPerNode !== undefined) {
    const message =
      'jobs of which the log lists no GPU, where it lists those of others that the same rule under hardware: in runledger.yaml speaks of: taken as jobs without GPUs';
    diagnostics.note('hardware-none-listed', 'info', message, table.place(row));
  } else if (!isCounted && rule.gpusPerNode === undefined) {
    const message =
      'jobs without a number of GPUs, on hardware that runledger.yaml names: they count none. If they held the GPUs of their nodes, add gpusPerNode to the rule under hardware:';
    diagnostics.note('hardware-no-number', 'warning', message, table.place(row));
  }
}

function setCounted(table: JobTable, row: number, counted: number, diagnostics: Diagnostics): void {
  const message = 'GPUs that no log counts: taken as all GPUs of their nodes, as runledger.yaml says';
  diagnostics.note('hardware-mapped', 'info', message, table.place(row));
  table.gpus.set(row, counted);
}

function wholeNodes(table: JobTable, row: number, { gpusPerNode = Number.NaN }: HardwareRule): number {
  const nodes = table.nodes.at(row);
  return table.elapsed.at(row) > 0 ? gpusPerNode * (Number.isNaN(nodes) ? 1 : nodes) : Number.NaN;
}
