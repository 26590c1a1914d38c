import { blankJob, type Job } from '../../../model/job.ts';
import type { Sink, Source } from '../../source.ts';
import { parseTimestamp } from '../../timestamp.ts';
import { parseTimeLimitRaw } from '../duration.ts';
import { parseGres } from '../gpu-request.ts';
import { parseState } from '../state.ts';
import { textRecords } from '../text-records.ts';
import { parseCount, parseTres } from '../tres.ts';

const BEGINNING = /^JobId=\d+ UserId=/;

/**
 * A line of jobcomp/filetxt (JOB_FORMAT of src/plugins/jobcomp/filetxt/jobcomp_filetxt.c, 17.11 to 26.05). Nothing is quoted, so names and paths go as far as the last place where
 * the rest still fits. Up to 20.02 GRES stand where later ones have TRES.
 */
const LINE =
  /^JobId=(?<id>\d+) UserId=(?<user>[^(]*)\(\d+\) GroupId=(?<group>.*?) Name=(?<name>[\s\S]*) JobState=(?<state>\S+) Partition=(?<partition>\S*) TimeLimit=(?<limit>\S+) StartTime=(?<start>\S+) EndTime=(?<end>\S+) NodeList=(?<nodeList>.*?) NodeCnt=(?<nodes>\d+) ProcCnt=(?<cpus>\d+) WorkDir=(?<workDir>[\s\S]*) ReservationName=\S* (?:Tres=(?<tres>\S*)|Gres=(?<gres>\S*)) Account=(?<account>\S*) QOS=\S* WcKey=\S* Cluster=(?<cluster>\S*) SubmitTime=(?<submit>\S+) EligibleTime=\S+(?<rest>.*)$/;
const ARRAY = / ArrayJobId=(\d+) ArrayTaskId=(\d+)/;
const HET = / (?:Het|Pack)JobId=(\d+) (?:Het|Pack)JobOffset=(\d+)/;

type Fields = Readonly<Record<string, string | undefined>>;

/** The log that slurmctld itself writes of jobs that ended. */
export const jobcomp: Source = {
  name: 'slurm-jobcomp',
  sniff: (head) => (/^JobId=\d+ UserId=\S+ GroupId=.*? Name=[^\n]* JobState=[A-Z_]+ Partition=/m.test(head) ? 1 : 0),
  read: (_head, sink) => {
    const resized = new Map<string, number>();
    const read = (text: string, line: number): boolean => readLine(text, line, sink, resized);
    return textRecords(sink, { beginning: BEGINNING, read, damage: 'no whole line of a jobcomp log: it is cut' });
  },
};

/**
 * Reads one line.
 *
 * @param resized when jobs were resized, epoch seconds by id. What follows begins then, and takes that as its submission, as in sacct: else both parts would be one attempt
 */
function readLine(text: string, line: number, sink: Sink, resized: Map<string, number>): boolean {
  const fields: Fields | undefined = LINE.exec(text)?.groups;
  const [submit, start, end] = [fields?.submit, fields?.start, fields?.end].map((time) =>
    parseTimestamp(time ?? '', sink.toUtc),
  );
  if (fields === undefined || submit === undefined || start === undefined || end === undefined) return false;
  const job = withGpus({ ...blankJob(line), ...identityOf(fields), ...namesOf(fields), submit, start, end }, fields);
  job.elapsed = Number.isNaN(start) || Number.isNaN(end) ? 0 : Math.max(0, end - start);
  job.state = stateOf(fields.state ?? '', job);
  job.timeLimit = parseTimeLimitRaw(fields.limit ?? '');
  const id = fields.id as string;
  if (start >= (resized.get(id) ?? Number.POSITIVE_INFINITY)) job.submit = start;
  if (job.state === 'resized') resized.set(id, end);
  else resized.delete(id);
  noteGaps(job, sink);
  sink.table.push(job, sink.file);
  return true;
}

function identityOf(fields: Fields): Pick<Job, 'jobId' | 'jobIdRaw' | 'arrayJobId' | 'arrayTask'> {
  const id = fields.id ?? '';
  const [, array, task] = ARRAY.exec(fields.rest ?? '') ?? [];
  const [, het, offset] = HET.exec(fields.rest ?? '') ?? [];
  const jobId = array !== undefined ? `${array}_${task}` : het !== undefined ? `${het}+${offset}` : id;
  const isTask = array !== undefined;
  return {
    jobId,
    jobIdRaw: jobId === id ? '' : id,
    arrayJobId: isTask ? Number(array) : Number.NaN,
    arrayTask: isTask ? Number(task) : Number.NaN,
  };
}

function namesOf(fields: Fields) {
  const { name = '', user = '', account = '', partition = '', workDir = '', cluster = '', nodeList = '' } = fields;
  const isNone = nodeList === '(null)' || nodeList === 'None assigned';
  return { name, user, account, partition, workDir, cluster, nodeList: isNone ? '' : nodeList };
}

/** What the job asked for: the log does not say what it held. */
function withGpus(job: Job, { tres, gres, cpus = '', nodes = '' }: Fields): Job {
  const asked = parseTres(tres ?? '');
  job.nodes = parseCount(nodes);
  // Up to 20.02 GRES are asked for by node.
  const { gpus, gpuTypes } = gres === undefined ? asked : (parseGres(gres, Math.max(1, job.nodes)) ?? asked);
  Object.assign(job, { gpus, gpuTypes });
  job.cpus = Number.isNaN(asked.cpus) ? parseCount(cpus) : asked.cpus;
  job.memoryGb = asked.memoryGb;
  job.gpusAsked = true;
  return job;
}

/** A line is written when an attempt ends: where it says PENDING the job was requeued. */
const stateOf = (text: string, { elapsed }: Job): Job['state'] => {
  const state = parseState(text);
  return state === 'pending' && elapsed > 0 ? 'requeued' : state;
};

const ASKED =
  'jobcomp logs hold what jobs asked for, not what they held: GPUs of whole nodes taken without asking are missing';
const RESIZED =
  'resized jobs: before the resize this log shows no time, so those GPU-hours are missing. Export with sacct -D';
const SUSPENDED =
  'jobcomp logs do not tell suspended time, so it is in the wall time. Export with sacct -D to leave it out';

function noteGaps(job: Job, { diagnostics, path }: Sink): void {
  const place = { file: path, line: job.line };
  if (job.elapsed > 0) {
    diagnostics.note('slurm-jobcomp-asked', 'warning', ASKED, place);
    diagnostics.note('slurm-jobcomp-suspended', 'info', SUSPENDED, place);
  }
  if (job.state === 'resized' && job.elapsed === 0)
    diagnostics.note('slurm-jobcomp-resized', 'warning', RESIZED, place);
}
