import { blankJob, type Job } from '../../../model/job.ts';
import { parseCount } from '../tres.ts';
import { SUSPENDED, stateOfNumber } from './job-state.ts';

/** A cell of a row of the job table by the name of its column; empty for NULL and for a column that this version does not have. */
export type Cell = (column: string) => string;

const NO_LIMIT = 4_294_967_295;

/** A number of a row; NaN for Slurm's marks of "no value" and where there is none. */
const count = (cell: Cell, column: string): number => parseCount(cell(column));

/** Epoch seconds; the database writes 0 for no time. */
const time = (cell: Cell, column: string): number => count(cell, column) || Number.NaN;

/** Whether a row is what is left of an array, one row for many tasks. */
export const isRemainder = (cell: Cell): boolean =>
  count(cell, 'id_array_job') > 0 && Number.isNaN(count(cell, 'id_array_task')) && cell('array_task_str') !== '';

/**
 * Makes a job of a row of the table `CLUSTER_job_table` (src/plugins/accounting_storage/mysql). What other tables of the dump explain is left blank: user, GPUs, CPUs, memory,
 * energy, and the elapsed time of what still runs.
 */
export function jobOfRow(cell: Cell, line: number, cluster: string): Job {
  const [submit, start, end] = ['time_submit', 'time_start', 'time_end'].map((name) => time(cell, name)) as [
    number,
    number,
    number,
  ];
  const job: Job = { ...blankJob(line), ...identityOf(cell), cluster, submit, start, end };
  const state = Number(cell('state'));
  job.state = stateOfNumber(state);
  job.name = cell('job_name');
  job.command = cell('submit_line');
  job.account = cell('account');
  job.partition = cell('partition');
  job.workDir = cell('work_dir');
  job.nodes = count(cell, 'nodes_alloc');
  job.nodeList = cell('nodelist') === 'None assigned' ? '' : cell('nodelist');
  job.timeLimit = Number(cell('timelimit')) === NO_LIMIT ? Number.POSITIVE_INFINITY : count(cell, 'timelimit') * 60;
  job.restarts = count(cell, 'restart_cnt');
  job.isSuspended = (state & 0xff) === SUSPENDED;
  job.elapsed = elapsedOf(job, cell);
  return job;
}

function identityOf(cell: Cell): Pick<Job, 'jobId' | 'jobIdRaw' | 'arrayJobId' | 'arrayTask'> {
  const id = cell('id_job');
  const [array, task] = [count(cell, 'id_array_job'), count(cell, 'id_array_task')];
  const isTask = array > 0 && !Number.isNaN(task);
  const het = count(cell, 'het_job_id') || count(cell, 'pack_job_id');
  const offset = count(cell, cell('het_job_offset') === '' ? 'pack_job_offset' : 'het_job_offset');
  const isPart = het > 0 && !Number.isNaN(offset);
  const jobId = isTask ? `${array}_${task}` : isPart ? `${het}+${offset}` : id;
  return {
    jobId,
    jobIdRaw: jobId === id ? '' : id,
    arrayJobId: isTask ? array : Number.NaN,
    arrayTask: isTask ? task : Number.NaN,
  };
}

/** `elapsed = end − start − suspended`, floored at 0, as Slurm itself computes it (as_mysql_jobacct_process.c). */
function elapsedOf({ start, end, isSuspended }: Job, cell: Cell): number {
  if (Number.isNaN(start)) return 0;
  const suspended = count(cell, 'time_suspended') || 0;
  if (isSuspended && suspended > start) return suspended - start; // since when it is, not how long it was
  return Number.isNaN(end) ? Number.NaN : Math.max(0, end - start - suspended);
}
