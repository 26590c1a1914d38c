import { JOBS_COLUMNS } from '../../model/jobs-columns.ts';
import { CsvRows, firstRows } from '../csv/csv-rows.ts';
import type { Reader, Sink, Source } from '../source.ts';
import { JobsRow } from './jobs-row.ts';

const RULE = 'jobs-csv-row';
const CELLS = 'a row that has not as many cells as the header: it is cut or damaged';
const OPEN_QUOTE = 'a line with a quote that nothing closes: it is cut or damaged';
const OLDER =
  'a jobs.csv without the columns from cpus on, as earlier versions wrote it: energy that was measured, or that cores and memory drew, is not in it';

const isHeader = (cells: readonly string[]): boolean => JOBS_COLUMNS.every((name, index) => cells[index] === name);

/** What `runledger report` itself writes: one row an attempt. */
export const runledgerJobs: Source = {
  name: 'runledger-jobs',
  sniff: (head) => (isHeader(firstRows(head, 1)[0] ?? []) ? 1 : 0),
  read: (_head, sink) => jobsReader(sink),
};

function jobsReader(sink: Sink): Reader {
  let reading: JobsRow | undefined;
  const reject = (line: number, reason: string, text: string): void => sink.reject({ line, rule: RULE, reason, text });
  const rows = new CsvRows({
    row(cells, line) {
      if (isHeader(cells)) {
        reading ??= new JobsRow(cells); // or another jobs.csv after the first, in one file
        if (!cells.includes('cpus'))
          sink.diagnostics.note('jobs-csv-older', 'warning', OLDER, { file: sink.path, line });
        return;
      }
      if (reading === undefined || cells.length < JOBS_COLUMNS.length) return reject(line, CELLS, cells.join());
      const job = reading.jobOf(cells, line);
      if (typeof job === 'string') reject(line, `${job} is not as runledger writes it`, cells.join());
      else sink.table.push(job, sink.file);
    },
    damaged: (line, text) => reject(line, OPEN_QUOTE, text),
  });
  return { feed: (bytes) => rows.feed(bytes), end: () => rows.end() };
}
