import type { Verdict } from '../../csv/column-judge.ts';
import { flattenConfig, flattenMetrics } from '../flat-config.ts';
import { givenGpus } from '../given-gpus.ts';
import { countIn, type Entries, utcTime } from '../loose-values.ts';
import { gpusTold } from '../machine-gpus.ts';
import { type Metadata, readMetadata } from '../metadata.ts';
import { secondsIn } from './cell-values.ts';
import { hasRole, type Layout } from './columns.ts';
import { BLANK_RUN, type Duration, durationIn, type ExportedRun, NO_DURATION } from './exported-run.ts';
import { gpusOfRun } from './process-gpus.ts';
import { SortedCells } from './sorted-cells.ts';

type RoleText = SortedCells['role'];

/** A run, and how many of its cells could not be parsed. */
export interface TableRun {
  readonly run: ExportedRun;
  readonly broken: number;
}

/**
 * Reads a row of an export.
 *
 * @param verdicts on the columns that the layout leaves open, in their order
 */
export function readTableRun(
  cells: readonly string[],
  line: number,
  layout: Layout,
  verdicts: readonly Verdict[],
): TableRun {
  const sorted = new SortedCells(cells, layout, verdicts);
  const { config, summary, broken } = sorted;
  const machine = readMetadata(sorted.metadata);
  const role: RoleText = (name) => sorted.role(name);
  const [entity, project, pathId] = pathOf(role);
  const created = firstTime(role('created'), role('started'));
  const duration = durationOf(role, summary, created);
  const logged = countIn(summary._timestamp);
  const run: ExportedRun = {
    ...BLANK_RUN,
    line,
    id: role('id') || pathId,
    name: role('name'),
    project: [entity, project].filter((part) => part !== '').join('/'),
    group: role('group'),
    jobType: role('jobType'),
    sweep: role('sweep'),
    state: role('state'),
    user: role('user') || machine.user,
    host: role('host') || machine.host,
    command: machine.command,
    start: [created, logged - duration.seconds, machine.startedAt].find((time) => !Number.isNaN(time)) ?? Number.NaN,
    end: firstTime(role('ended')),
    duration,
    ...gpusOfRun(gpusOf(role, machine, tellsGpus(layout)), sorted.systemMetrics),
    slurmJob: machine.slurmJob,
    slurmTask: machine.slurmTask,
    slurmCluster: machine.slurmCluster,
    config: flattenConfig(config),
    metrics: flattenMetrics(summary),
  };
  return { run, broken };
}

/** Whether no GPU in the metadata means that there is none: of flattened ones a script may have left the column out. */
const tellsGpus = (layout: Layout): boolean =>
  hasRole(layout, 'metadata') || layout.some((use) => use.kind === 'metadata' && /^(?:gpu|tpu|trainium)/.test(use.key));

/** By columns of their own, else by the metadata. */
function gpusOf(role: RoleText, machine: Metadata, tellsNone: boolean): Pick<Metadata, 'gpus' | 'gpuTypes'> {
  const told = gpusTold(role('gpuType'), countIn(role('gpuCount')));
  const isKnown = machine.gpus > 0 || (machine.gpus === 0 && tellsNone);
  const isSurer = Number.isNaN(told.gpus) || (told.gpuTypes === '' && told.gpus === machine.gpus);
  return isKnown && isSurer ? givenGpus(machine, machine) : told;
}

/** `entity/project/id`, as the API names runs, or what columns of their own say. */
function pathOf(role: RoleText): readonly [string, string, string] {
  const parts = role('path').split(/[/,]/);
  const bare = parts.map((part) => part.replace(/[[\]'"\s]/g, '')).filter((part) => part !== 'runs');
  const [entity = '', project = '', id = ''] = bare.length === 3 ? bare : [];
  return [role('entity') || entity, role('project') || project, id];
}

const firstTime = (...texts: readonly string[]): number =>
  texts.map(utcTime).find((time) => !Number.isNaN(time)) ?? Number.NaN;

/** The page's own figure, else the summary's; else from the first to the last contact. */
function durationOf(role: RoleText, summary: Entries, start: number): Duration {
  const summed = durationIn(summary);
  if (summed.basis !== 'none') return summed;
  const seconds = secondsIn(role('runtime'));
  if (!Number.isNaN(seconds)) return { seconds, basis: 'runtime' };
  const span = firstTime(role('ended'), role('heartbeat'), role('updated')) - start;
  return span >= 0 ? { seconds: span, basis: 'heartbeat' } : NO_DURATION;
}
