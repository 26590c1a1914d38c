import { blankJob, type Job } from '../../../model/job.ts';
import type { Sink, Source } from '../../source.ts';
import { parseTimestamp } from '../../timestamp.ts';
import { parseDuration, parseTimeLimit } from '../duration.ts';
import { isSuspended, parseState } from '../state.ts';
import { textRecords } from '../text-records.ts';
import { parseCount, parseTres } from '../tres.ts';

const BEGINNING = /^JobId=\d+ (\w+=\S+ )*JobName=/;
/** The first line, and the key after the name: the name goes as far as the last place where that still fits. */
const HEAD = /^JobId=(\d+)((?: \w+=\S+)*?) JobName=([\s\S]*) UserId=([^(]*)\(\d+\) GroupId=/;

/** The ids of all components stand between the name of a heterogeneous job and its user. */
const JOB_SET = / (?:Het|Pack)JobIdSet=[\d,-]+$/;

/** What `scontrol show job` prints, over several lines (with or without -d) or on one (-o): the jobs that the controller still knows. */
export const scontrolText: Source = {
  name: 'slurm-scontrol',
  sniff: (head) => (/^JobId=\d+ .*JobName=/m.test(head) && /\bUserId=\S+ GroupId=/.test(head) ? 1 : 0),
  read: (_head, sink) => {
    const read = (text: string, line: number): boolean => readRecord(text, line, sink);
    return textRecords(sink, { beginning: BEGINNING, read, damage: 'no whole record of scontrol: it is cut' });
  },
};

function readRecord(text: string, line: number, sink: Sink): boolean {
  const oneLine = text.replace(/\n {3}/g, ' '); // a newline in a name has no three blanks after it
  const head = HEAD.exec(oneLine);
  const [, id = '', ids = '', name = '', user = ''] = head ?? [];
  const value = valuesOf(oneLine.slice(head?.[0].length ?? 0));
  const elapsed = parseDuration(value('RunTime'));
  if (head === null || elapsed === undefined || value('JobState') === '') return false;
  const identity = identityOf(id, ids);
  if (identity === undefined) {
    sink.settle('arrayRemainders');
    return true;
  }
  const job: Job = { ...blankJob(line), ...identity, name: name.replace(JOB_SET, ''), user, elapsed };
  job.state = parseState(value('JobState'));
  job.isSuspended = isSuspended(value('JobState'));
  if (!readTimes(job, value, sink)) return false;
  readAmounts(job, value);
  readPlaces(job, value);
  noteGaps(job, sink);
  sink.table.push(job, sink.file);
  return true;
}

type ValueOf = (key: string, upTo?: string) => string;

/** Values by key; those with blanks in them go up to a key that follows. */
function valuesOf(text: string): ValueOf {
  return (key, upTo) => {
    const start = text.search(new RegExp(`(?:^|\\s)${key}=`));
    if (start < 0) return '';
    const rest = text.slice(text.indexOf('=', start) + 1);
    const end = rest.search(upTo === undefined ? /\s|$/ : new RegExp(`\\s+(?:${upTo})=|$`));
    const value = rest.slice(0, end);
    return value === '(null)' || value === 'N/A' ? '' : value;
  };
}

/** The ids of a record; undefined for what is left of an array. */
function identityOf(id: string, ids: string): Pick<Job, 'jobId' | 'jobIdRaw' | 'arrayJobId' | 'arrayTask'> | undefined {
  const of = (key: string): string | undefined => new RegExp(` ${key}=(\\S+)`).exec(ids)?.[1];
  const [array, task] = [of('ArrayJobId'), of('ArrayTaskId')];
  const [het, offset] = [of('(?:Het|Pack)JobId'), of('(?:Het|Pack)JobOffset')];
  if (array !== undefined && !/^\d+$/.test(task ?? '')) return undefined;
  const jobId = array !== undefined ? `${array}_${task}` : het !== undefined ? `${het}+${offset}` : id;
  const jobIdRaw = jobId === id ? '' : id;
  return { jobId, jobIdRaw, arrayJobId: Number(array ?? Number.NaN), arrayTask: Number(task ?? Number.NaN) };
}

/** Times; the end of a job that runs and the start of one that waits are predictions and left out. False when one cannot be read. */
function readTimes(job: Job, value: ValueOf, { toUtc }: Sink): boolean {
  const times = ['SubmitTime', 'StartTime', 'EndTime'].map((key) => parseTimestamp(value(key), toUtc));
  if (times.includes(undefined)) return false;
  const [submit, start, end] = times as [number, number, number];
  job.submit = submit;
  job.start = job.state === 'pending' ? Number.NaN : start;
  job.end = job.state === 'pending' || job.state === 'running' ? Number.NaN : end;
  return true;
}

function readAmounts(job: Job, value: ValueOf): void {
  // Of a job that waits TRES is what it asks for.
  const held = parseTres(value('AllocTRES') || (job.elapsed > 0 ? value('TRES') || value('ReqTRES') : ''));
  const { cpus, gpus, gpuTypes, memoryGb } = held;
  const nodes = parseCount(value('NumNodes').replace(/-\d+$/, ''));
  Object.assign(job, { gpus, gpuTypes, memoryGb, nodes, restarts: parseCount(value('Restarts')) });
  job.cpus = Number.isNaN(cpus) ? parseCount(value('NumCPUs')) : cpus;
  job.timeLimit = parseTimeLimit(value('TimeLimit'));
}

function readPlaces(job: Job, value: ValueOf): void {
  job.account = value('Account');
  job.partition = value('Partition');
  job.nodeList = value('NodeList');
  job.workDir = value('WorkDir', 'StdErr|Comment|AdminComment|SystemComment|StdIn|StdOut|Power|\\w+');
  job.command = value('SubmitLine', 'WorkDir|StdErr') || value('Command', 'SubmitLine|WorkDir');
}

const MEMORY =
  'scontrol shows the jobs that the controller still has in memory, and of each its last attempt only. Export with sacct -D';

function noteGaps(job: Job, { diagnostics, path }: Sink): void {
  diagnostics.note('slurm-scontrol-memory', 'warning', MEMORY, { file: path, line: job.line });
}
