import type { Verdict } from '../../csv/column-judge.ts';
import { flattenConfig, flattenMetrics } from '../flat-config.ts';
import { countIn, type Entries, utcTime } from '../loose-values.ts';
import { gpusTold } from '../machine-gpus.ts';
import { secondsIn } from './cell-values.ts';
import type { Layout } from './columns.ts';
import { BLANK_RUN, type Duration, durationIn, type ExportedRun, NO_DURATION, withBasis } from './exported-run.ts';
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
    user: role('user'),
    host: role('host'),
    start: Number.isNaN(created) ? logged - duration.seconds : created,
    end: firstTime(role('ended')),
    duration,
    ...withBasis(gpusTold(role('gpuType'), countIn(role('gpuCount')))),
    config: flattenConfig(config),
    metrics: flattenMetrics(summary),
  };
  return { run, broken };
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
