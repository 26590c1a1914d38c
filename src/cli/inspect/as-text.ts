import { amount, counted, grouped } from '../../report/render/format.ts';
import { utcTime } from '../../report/utc-time.ts';
import type { Advice, FileReading, RejectGroup, SampleJob } from './file-reading.ts';
import { sourceWords } from './source-words.ts';
import { labelled, listed } from './text-block.ts';

const DAY = 86_400;

/** What files were read as, in lines of 80 characters. */
export function inspectionText(readings: readonly FileReading[]): string {
  const isLog = ({ source, problem }: FileReading): boolean => source !== '' || problem !== undefined;
  const logs = readings.filter(isLog);
  // Beside logs a table of other things is none of our business; alone it is what the user wants to have read.
  const shown = logs.length > 0 ? logs : readings.filter(({ hint }) => hint !== undefined);
  const others = readings.filter((reading) => !shown.includes(reading)).map(({ path }) => path);
  const parts = shown.map(fileText);
  if (others.length > 0) parts.push(labelled('no logs', listed(others, 20)));
  return `${parts.join('\n\n')}\n`;
}

function fileText(reading: FileReading): string {
  const { path, source, sure, problem, hint } = reading;
  if (problem !== undefined || hint !== undefined) return problemText(reading, problem ?? hint ?? '');
  return [path, labelled('', sourceWords(source, sure)), labelled('', countsOf(reading)), ...details(reading)].join(
    '\n',
  );
}

function problemText({ path, columns, choices }: FileReading, problem: string): string {
  const names = columns.map(({ header }) => header);
  return [
    path,
    labelled(choices.length > 0 ? 'open' : '', problem),
    ...(choices.length > 0
      ? [labelled('', 'Write one of these lines into runledger.yaml, or let --write-config list them:')]
      : []),
    ...choices.map((choice) => `${' '.repeat(14)}table: { ${choice} }`),
    ...(names.length > 0 ? [labelled('columns', names.join('; '))] : []),
  ].join('\n');
}

function countsOf({ records, jobs, rejected }: FileReading): string {
  const others = records - jobs - rejected;
  return [
    `${counted(records, 'record')} = ${counted(jobs, 'job')}`,
    ...(others > 0 ? [`${grouped(others)} that are none`] : []),
    ...(rejected > 0 ? [`${grouped(rejected)} rejected`] : []),
  ].join(' + ');
}

function details(reading: FileReading): string[] {
  const { columns, samples, rejects, diagnostics, users, clusters, advice } = reading;
  const isUsed = (use: string): boolean => use !== '' && use !== 'none';
  const used = columns.filter(({ use }) => isUsed(use)).map(({ header, use }) => `${header} = ${inWords(use)}`);
  const unused = columns.filter(({ header, use }) => header !== '' && !isUsed(use)).map(({ header }) => header);
  return [
    ...(used.length > 0 ? [labelled('columns', used.join('; '))] : []),
    ...(unused.length > 0 ? [labelled('not used', unused.join('; '))] : []),
    ...samples.map((job, index) => labelled(index === 0 ? 'jobs' : '', sampleText(job))),
    labelled('covers', coverText(reading)),
    ...(users.length > 0 ? [labelled('users', listed(users, 5))] : []),
    ...(clusters.length > 0 ? [labelled('clusters', listed(clusters, 5))] : []),
    ...rejects.map((group, index) => labelled(index === 0 ? 'rejected' : '', rejectText(group))),
    ...diagnostics.map(({ severity, message, count }) =>
      labelled(severity, `${message}${count > 1 ? ` (${grouped(count)})` : ''}`),
    ),
    ...advice.map((each, index) => labelled(index === 0 ? 'to know' : '', adviceText(each))),
  ];
}

const UNITS: Readonly<Record<string, string>> = { '1': 'seconds', '60': 'minutes', '3600': 'hours', '86400': 'days' };

/** `duration in hours`, which the reader writes in seconds. */
const inWords = (use: string): string =>
  use.replace(/, numbers count (\d+) s$/, (whole, seconds) =>
    UNITS[seconds] === undefined ? whole : ` in ${UNITS[seconds]}`,
  );

function sampleText(job: SampleJob): string {
  const { line, id, name, user, state, sweep, parameters, command } = job;
  const label = name === '' || name === id ? id : `${id} (${name})`;
  const tried = Object.entries(parameters).map(([key, value]) => `${key} ${cut(value, LONGEST_VALUE)}`);
  return [
    `${line > 0 ? `line ${line}: ` : ''}${label}${user === '' ? '' : ` of ${user}`}`,
    `${timesText(job)}, ${gpusText(job)}, ${state === 'unknown' ? 'nothing said of how it ended' : state}`,
    ...(sweep === '' ? [] : [`sweep ${sweep}`]),
    ...(tried.length === 0 ? [] : [`with ${listed(tried, 5)}`]),
    ...(command === '' ? [] : [`submitted as ${cut(command, LONGEST_COMMAND)}`]),
  ].join('; ');
}

/** Longer ones are cut. */
const [LONGEST_VALUE, LONGEST_COMMAND] = [30, 100];

const cut = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest)} …` : text);

function timesText({ start, end, wallSeconds }: SampleJob): string {
  const wall = Number.isNaN(wallSeconds) ? 'of unknown length' : durationText(wallSeconds);
  if (Number.isNaN(start)) return `${wall}, not said when`;
  return `${minuteOf(start)}${Number.isNaN(end) ? '' : ` to ${minuteOf(end)}`} UTC, ${wall}`;
}

const durationText = (seconds: number): string =>
  seconds < 60
    ? `${amount(seconds)} s`
    : seconds < 3600
      ? `${amount(seconds / 60)} min`
      : `${amount(seconds / 3600)} h`;

function gpusText({ gpus, gpuTypes, wallSeconds }: SampleJob): string {
  if (Number.isNaN(gpus)) return wallSeconds > 0 ? 'GPUs not known' : 'no GPUs held';
  if (gpus === 0) return 'no GPU';
  const types = gpuTypes.split(',').map((part) => part.split('='));
  if (gpuTypes === '' || types.length > 1) {
    return `${amount(gpus)} ${gpus === 1 ? 'GPU' : 'GPUs'}${gpuTypes === '' ? ', model not said' : `: ${gpuTypes}`}`;
  }
  return `${amount(gpus)} × ${types[0]?.[0]}`;
}

function coverText({ from, to, gaps }: FileReading): string {
  if (Number.isNaN(from)) return 'no times';
  const pauses = gaps.map(
    (gap) => `${dayOf(gap.from)} to ${dayOf(gap.to)} (${Math.round((gap.to - gap.from) / DAY)} days)`,
  );
  return `${dayOf(from)} to ${dayOf(to)}${pauses.length > 0 ? `; no job from ${pauses.join(', from ')}` : ''}`;
}

function rejectText({ count, reason, lines }: RejectGroup): string {
  const more = count > lines.length ? ' and more' : '';
  const where = lines[0] === 0 ? '' : ` (line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}${more})`;
  return `${grouped(count)}: ${reason}${count > 1 ? ', or the like' : ''}${where}`;
}

const adviceText = ({ missing, effect, remedy }: Advice): string => `${missing}: ${effect}. ${capital(remedy)}.`;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const dayOf = (seconds: number): string => utcTime(seconds).slice(0, 10);

const minuteOf = (seconds: number): string => utcTime(seconds).slice(0, 16).replace('T', ' ');
