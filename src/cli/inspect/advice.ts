import type { ColumnUse } from '../../ingest/source.ts';
import { UNTOLD_GPUS } from '../../model/job.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { Advice } from './file-reading.ts';
import { familyOf, REMEDIES, type Topic } from './remedies.ts';

/** Some rows lack this or that in any log: of less than this share it is not worth an export. Our own judgement. */
const WORTH_SHARE = 0.1;
/** Of fewer jobs it says little that none was requeued. Our own judgement. */
const ENOUGH_JOBS = 50;

/** What could be exported additionally, judged by what the rows do not tell. */
export function adviceOn(table: JobTable, source: string, columns: readonly ColumnUse[]): Advice[] {
  const family = familyOf(source);
  if (family === undefined) return [];
  const { missing, ran } = countMissing(table);
  if (family === 'slurm') Object.assign(missing, countAttempts(table));
  // A table without a column of names has its ids for names.
  if (columns.some(({ use }) => use === 'id')) missing.id = 0;
  return (Object.keys(REMEDIES) as Topic[]).flatMap((topic) => {
    const [what, effect, remedies] = REMEDIES[topic];
    const [remedy, count] = [remedies[family], missing[topic]];
    if (remedy === undefined || count === 0 || (ofRows(topic) && count < leastWorth(topic, ran))) return [];
    const isSome = ofRows(topic) && count < ran;
    return [{ missing: isSome ? `${what} (${count} of ${ran})` : what, effect, remedy }];
  });
}

type RowTopic = Exclude<Topic, 'attempts' | 'requeues'>;

const ofRows = (topic: Topic): topic is RowTopic => topic !== 'attempts' && topic !== 'requeues';

/** Runs of no sweep are many: only where none is of one it may be that the export lacks it. So it is with measurements. */
const leastWorth = (topic: RowTopic, ran: number): number =>
  topic === 'sweep' || topic === 'measured' ? ran : WORTH_SHARE * ran;

/** How many rows of jobs that ran lack what a topic is about. */
function countMissing(table: JobTable): { missing: Record<Topic, number>; ran: number } {
  const missing = Object.fromEntries(Object.keys(REMEDIES).map((topic) => [topic, 0])) as Record<Topic, number>;
  let ran = 0;
  for (let row = 0; row < table.records; row++) {
    if (!(table.elapsed.at(row) > 0)) continue;
    ran++;
    for (const [topic, lacks] of TESTS) if (lacks(table, row)) missing[topic]++;
  }
  return { missing, ran };
}

type Lacks = (table: JobTable, row: number) => boolean;

const isUntold = (types: string): boolean => types === '' || types === UNTOLD_GPUS;

/** Whether a row lacks what a topic is about. */
const TESTS: readonly (readonly [RowTopic, Lacks])[] = [
  ['gpus', ({ gpus, gpuTypes }, row) => Number.isNaN(gpus.at(row)) && gpuTypes.at(row) === UNTOLD_GPUS],
  ['asked', ({ gpusAsked }, row) => gpusAsked.at(row) === 1],
  ['model', ({ gpus, gpuTypes }, row) => gpus.at(row) > 0 && isUntold(gpuTypes.at(row))],
  ['start', ({ start }, row) => Number.isNaN(start.at(row))],
  ['command', (table, row) => table.command.size(row) === 0 && !hasParameters(table, row)],
  ['sweep', ({ tracked }, row) => tracked.at(row)?.sweep === ''],
  ['state', (table, row) => table.stateAt(row) === 'unknown'],
  ['user', ({ user }, row) => user.at(row) === ''],
  ['id', ({ jobId, name }, row) => jobId.copyAt(row) === name.copyAt(row)],
  ['directory', ({ workDir }, row) => workDir.at(row) === ''],
  ['cluster', ({ cluster }, row) => cluster.at(row) === ''],
  [
    'measured',
    ({ energyJoules, gpuUtilisation }, row) =>
      Number.isNaN(energyJoules.at(row)) && Number.isNaN(gpuUtilisation.at(row)),
  ],
];

const hasParameters = (table: JobTable, row: number): boolean =>
  (table.tracked.at(row)?.config || table.reported.at(row)?.params || '{}') !== '{}';

/** Jobs with fewer rows than restarts, and all jobs where nothing tells of restarts and none has two rows. */
function countAttempts(table: JobTable): { attempts: number; requeues: number } {
  const jobs = new Map<string, { rows: number; restarts: number }>();
  let isTold = false;
  for (let row = 0; row < table.records; row++) {
    const id = `${table.cluster.code(row)} ${table.jobIdRaw.copyAt(row) || table.jobId.copyAt(row)}`;
    const job = jobs.get(id) ?? { rows: 0, restarts: 0 };
    jobs.set(id, job);
    const restarts = table.restarts.at(row);
    if (!Number.isNaN(restarts)) isTold = true;
    job.rows++;
    if (restarts > job.restarts) job.restarts = restarts;
  }
  const lacking = [...jobs.values()].filter(({ rows, restarts }) => rows <= restarts).length;
  const isOpen = !isTold && jobs.size === table.records && jobs.size >= ENOUGH_JOBS;
  return { attempts: lacking, requeues: isOpen ? jobs.size : 0 };
}
