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

/**
 * Says what the user knows of the cluster: the model of GPUs that a log counts and does not name, and the GPUs of jobs of which it does not even count them, taken as all GPUs of
 * their nodes. What is logged stands.
 */
export function applyHardware(table: JobTable, rules: readonly HardwareRule[], diagnostics: Diagnostics): void {
  if (rules.length === 0) return;
  const known = new Rules(table, rules);
  const counting = clustersThatCount(table);
  for (let row = 0; row < table.length; row++) {
    const types = table.gpuTypes.at(row);
    const isOpen = (types === '' || types === UNTOLD_GPUS) && table.gpus.at(row) !== 0;
    const rule = isOpen ? known.of(row) : undefined;
    // A cluster that counts GPUs lists none of a job that held none.
    const isCounted = types === '' && counting.has(table.cluster.code(row));
    if (rule !== undefined) apply(rule, table, row, isCounted, diagnostics);
  }
}

function apply(rule: HardwareRule, table: JobTable, row: number, isCounted: boolean, diagnostics: Diagnostics): void {
  const logged = table.gpus.at(row);
  const counted = Number.isNaN(logged) && !isCounted ? wholeNodes(table, row, rule) : logged;
  if (!(counted > 0)) return;
  if (Number.isNaN(logged)) setCounted(table, row, counted, diagnostics);
  table.gpuTypes.set(row, `${rule.gpu}=${counted}`);
}

function setCounted(table: JobTable, row: number, counted: number, diagnostics: Diagnostics): void {
  const message = 'GPUs that no log counts: taken as all GPUs of their nodes, as runledger.yaml says';
  diagnostics.note('hardware-mapped', 'info', message, table.place(row));
  table.gpus.set(row, counted);
}

/** Clusters of which some job is logged with the GPUs that it held. */
function clustersThatCount({ length, gpus, gpusAsked, gpuTypes, cluster }: JobTable): Set<number> {
  const counting = new Set<number>();
  for (let row = 0; row < length; row++) {
    const isCounted = gpus.at(row) > 0 && gpusAsked.at(row) === 0 && gpuTypes.at(row) !== UNTOLD_GPUS;
    if (isCounted) counting.add(cluster.code(row));
  }
  return counting;
}

function wholeNodes(table: JobTable, row: number, { gpusPerNode = Number.NaN }: HardwareRule): number {
  const nodes = table.nodes.at(row);
  return table.elapsed.at(row) > 0 ? gpusPerNode * (Number.isNaN(nodes) ? 1 : nodes) : Number.NaN;
}
