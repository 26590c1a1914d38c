import { amount, counted, grouped } from '../../report/render/format.ts';
import { utcTime } from '../../report/utc-time.ts';
import type { FileReading, SampleJob } from './inspect-files.ts';

const WIDTH = 80;
const LABEL = 12;

/** What files were read as, in lines of 80 characters. */
export function inspectionText(readings: readonly FileReading[]): string {
  const logs = readings.filter(({ source, problem }) => source !== '' || problem !== undefined);
  const others = readings.filter((reading) => !logs.includes(reading));
  const parts = logs.map(fileText);
  if (others.length > 0)
    parts.push(
      labelled(
        'no logs',
        listed(
          others.map(({ path }) => path),
          20,
        ),
      ),
    );
  return `${parts.join('\n\n')}\n`;
}

function fileText(reading: FileReading): string {
  const { path, source, records, jobs, rejected, problem } = reading;
  if (problem !== undefined) return [path, labelled('', problem.message)].join('\n');
  const others = records - jobs - rejected;
  const counts = [
    `${source}: ${counted(records, 'record')}`,
    `${grouped(jobs)} jobs`,
    ...(others > 0 ? [`${grouped(others)} that are none`] : []),
    ...(rejected > 0 ? [`${grouped(rejected)} rejected`] : []),
  ];
  return [path, labelled('', counts.join(', ')), ...details(reading)].join('\n');
}

function details({ columns, samples, rejects, diagnostics, from, to, users, clusters }: FileReading): string[] {
  const used = columns.filter(({ use }) => use !== '').map(({ header, use }) => `${header} = ${use}`);
  const unused = columns.filter(({ use }) => use === '').map(({ header }) => header);
  const covers = [
    Number.isNaN(from) ? 'no times' : `${dayOf(from)} to ${dayOf(to)}`,
    ...(users.length > 0 ? [`users ${listed(users, 5)}`] : []),
    ...(clusters.length > 0 ? [`clusters ${listed(clusters, 5)}`] : []),
  ];
  return [
    ...(used.length > 0 ? [labelled('columns', used.join('; '))] : []),
    ...(unused.length > 0 ? [labelled('not used', unused.join(', '))] : []),
    ...samples.map((job, index) => labelled(index === 0 ? 'jobs' : '', sampleText(job))),
    labelled('covers', covers.join('; ')),
    ...diagnostics.map(({ severity, message, count }) =>
      labelled(severity, `${message}${count > 1 ? ` (${grouped(count)})` : ''}`),
    ),
    ...rejects.map(({ line, reason }) => labelled('rejected', `line ${line}: ${reason}`)),
  ];
}

function sampleText({ line, id, name, state, start, wallSeconds, gpus, gpuTypes }: SampleJob): string {
  const hardware = Number.isNaN(gpus) ? 'GPUs not known' : gpus === 0 ? 'no GPU' : gpuTypes || `${amount(gpus)} GPUs`;
  const when = Number.isNaN(start) ? 'no start' : utcTime(start);
  const label = name === '' || name === id ? id : `${id} (${name})`;
  const wall = Number.isNaN(wallSeconds) ? 'of unknown length' : `${amount(wallSeconds / 3600)} h`;
  return `${line > 0 ? `line ${line}: ` : ''}${label}, ${when}, ${wall}, ${hardware}, ${state}`;
}

const dayOf = (seconds: number): string => (utcTime(seconds) ?? '').slice(0, 10);

const listed = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** A text under a label, broken between words. */
function labelled(label: string, text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > WIDTH - LABEL) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) => `  ${(index === 0 ? label : '').padEnd(LABEL - 2)}${each}`).join('\n');
}
