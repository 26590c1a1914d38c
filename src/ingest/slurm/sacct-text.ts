import Papa from 'papaparse';
import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import type { Reader, Sink, Source } from '../source.ts';
import { type JobId, parseJobId } from './job-id.ts';
import { parseHeader, type SacctLayout } from './sacct-columns.ts';
import { canCount, jobReader, type Refusal } from './sacct-job.ts';
import { type LineBlock, SacctLines } from './sacct-lines.ts';
import { SacctRows } from './sacct-rows.ts';

const EXPORT =
  'sacct -P -D -S 2024-01-01 -o JobID,JobIDRaw,Cluster,JobName,User,Account,Partition,State,Submit,Start,End,Elapsed,ElapsedRaw,AllocCPUS,AllocTRES,WorkDir,SubmitLine';

function headerIn(head: string): SacctLayout | undefined {
  for (const line of head.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const layout = parseHeader(line);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** What `sacct --parsable2` or `--parsable` prints, with any columns in any order and any delimiter. */
export const sacctText: Source = {
  name: 'slurm-sacct',

  sniff(head) {
    const layout = headerIn(head);
    if (layout === undefined) return 0;
    return layout.at('jobid') >= 0 || layout.at('jobidraw') >= 0 ? 1 : 0.6;
  },

  read(head, sink) {
    return new SacctReader(headerIn(head) as SacctLayout, sink);
  },
};

/**
 * Cuts lines into cells. `fastMode`: no quoting at all, or one `"` in a job name would swallow the lines after it. The parser itself and not `Papa.parse`, whose handler keeps three
 * quarters of all cells alive until the next full collection: a quarter of the reading time.
 */
const parseCells = (text: string, delimiter: string): string[][] =>
  new Papa.Parser({ delimiter, newline: '\n', quoteChar: '', fastMode: true }).parse(text, 0, false).data;

class SacctReader implements Reader {
  readonly #sink: Sink;
  readonly #lines: SacctLines;
  readonly #rows: SacctRows;
  #headed = false;
  #reads: { layout: SacctLayout; job: ReturnType<typeof jobReader> } | undefined;

  constructor(layout: SacctLayout, sink: Sink) {
    this.#sink = sink;
    this.#rows = new SacctRows(layout, sink, (cells, line, current) => this.#record(cells, line, current));
    this.#lines = new SacctLines({
      block: (block) => this.#block(block),
      idFirst: () => this.#headed && this.#rows.layout.at('jobid') === 0,
      step: () => sink.settle('steps'),
      overlong: (line) => sink.reject({ line, rule: 'line-too-long', reason: 'a line of more than 4 MiB', text: '' }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#lines.feed(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#rows.end();
  }

  #block({ text, numbers, afterStep }: LineBlock): void {
    const rows = parseCells(text, this.#rows.layout.delimiter);
    rows.forEach((cells, index) => {
      this.#rows.line(cells, numbers[index] as number, afterStep[index] as boolean);
    });
    this.#headed = true;
  }

  #record(cells: readonly string[], line: number, layout: SacctLayout): void {
    const id = parseJobId(cells[layout.at('jobid') >= 0 ? layout.at('jobid') : layout.at('jobidraw')] ?? '');
    if (id?.kind === 'step') this.#sink.settle('steps');
    else if (id?.kind === 'remainder') this.#sink.settle('arrayRemainders');
    else this.#job(cells, line, layout, id);
  }

  #job(cells: readonly string[], line: number, layout: SacctLayout, id: JobId | undefined): void {
    if (this.#reads?.layout !== layout) {
      this.#reads = { layout, job: canCount(layout) ? jobReader(layout, this.#sink.toUtc) : () => NOT_COUNTABLE };
    }
    const job = this.#reads.job(cells, line, id);
    if ('reason' in job) {
      this.#sink.reject({ line, ...job, text: cells.join(layout.delimiter).slice(0, REJECT_TEXT_LENGTH) });
    } else {
      this.#noteGaps(job, layout);
      this.#sink.table.push(job, this.#sink.file);
    }
  }

  #noteGaps(job: Job, layout: SacctLayout): void {
    const place = { file: this.#sink.path, line: job.line };
    if (job.elapsed > 0 && layout.at('alloctres') < 0) {
      const message = 'no AllocTRES column: GPUs are what jobs asked for, or unknown. Export again with AllocTRES';
      this.#sink.diagnostics.note('slurm-no-alloctres', 'warning', message, place);
    }
    if (job.state === 'unknown') {
      this.#sink.diagnostics.note(
        'slurm-state',
        'warning',
        'states that Slurm does not document, counted as unknown',
        place,
      );
    }
  }
}

const NOT_COUNTABLE: Refusal = {
  rule: 'slurm-columns',
  reason: `no JobID or no Elapsed, ElapsedRaw, or Start and End column, so nothing can be counted. Export again with: ${EXPORT}`,
};
