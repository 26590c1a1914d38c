import Papa from 'papaparse';
import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import { JOB_STATES } from '../../model/job-state.ts';
import type { RawJob } from '../../model/raw-job.ts';
import type { Reader, Sink, Source } from '../source.ts';
import { Cells } from './cells.ts';
import { numberOf, parseJobId, startsRecord, underscoreOf } from './job-id.ts';
import { parseHeader, type SacctLayout } from './sacct-columns.ts';
import { canCount, type Refusal, SacctJobs } from './sacct-job.ts';
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
  /** Cells of a record that came as bytes, and of one that came as texts. */
  readonly #plain = new Cells();
  readonly #mended = new Cells();
  #headed = false;
  /** The layout that is read now, and what reads it. */
  #layout: SacctLayout;
  #jobs: SacctJobs | undefined;

  constructor(layout: SacctLayout, sink: Sink) {
    this.#sink = sink;
    this.#layout = layout;
    this.#setLayout(layout);
    this.#rows = new SacctRows(layout, sink, (cells, line, current) => {
      this.#setLayout(current);
      this.#mended.fill(cells);
      this.#record(this.#mended, line);
    });
    this.#lines = new SacctLines({
      block: (block) => this.#block(block),
      idFirst: () => this.#headed && this.#rows.layout.at('jobid') === 0,
      step: (bytes, start, end) => this.#step(bytes, start, end),
      record: (bytes, start, end, next, line) => this.#plainRecord(bytes, start, end, next, line),
      overlong: (line) => sink.reject({ line, rule: 'line-too-long', reason: 'a line of more than 4 MiB', text: '' }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#lines.feed(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#rows.endRecord();
  }

  #setLayout(layout: SacctLayout): void {
    if (layout === this.#layout && this.#jobs !== undefined) return;
    this.#layout = layout;
    this.#jobs = canCount(layout) ? new SacctJobs(layout, this.#sink.table, this.#sink.toUtc) : undefined;
  }

  #block({ text, numbers, afterStep }: LineBlock): void {
    const rows = parseCells(text, this.#rows.layout.delimiter);
    rows.forEach((cells, index) => {
      this.#rows.line(cells, numbers[index] as number, afterStep[index] as boolean);
    });
    this.#headed = true;
  }

  /** A line that is a record of its own beyond doubt: ASCII, as many cells as columns, and the next line begins another record. */
  #plainRecord(bytes: Uint8Array, start: number, end: number, next: number, line: number): boolean {
    const { layout, isCut } = this.#rows;
    const delimiter = byteOf(layout.delimiter);
    if (isCut || !startsRecord(bytes, next, delimiter)) return false;
    if (!this.#plain.cut(bytes, start, end, delimiter, layout.columns.length)) return false;
    const idEnd = this.#plain.ends[0] as number;
    const underscore = underscoreOf(bytes, start, idEnd);
    if (underscore < 0) return false;
    this.#rows.endRecord();
    this.#setLayout(layout);
    if (underscore === idEnd) this.#job(this.#plain, line, Number.NaN, Number.NaN);
    else this.#job(this.#plain, line, numberOf(bytes, start, underscore), numberOf(bytes, underscore + 1, idEnd));
    return true;
  }

  /** A step row as bytes: nothing of it is read, unless energy is logged. */
  #step(bytes: Uint8Array, start: number, end: number): void {
    this.#sink.settle('steps');
    const { layout } = this.#rows;
    if (!hasEnergy(layout) || !this.#plain.cut(bytes, start, end, byteOf(layout.delimiter), layout.columns.length))
      return;
    this.#rows.endRecord();
    this.#setLayout(layout);
    this.#addEnergy(this.#plain, this.#plain.text(0));
  }

  #record(cells: Cells, line: number): void {
    const text = cells.text(idColumn(this.#layout));
    const id = parseJobId(text);
    if (id?.kind === 'step') {
      this.#sink.settle('steps');
      this.#addEnergy(cells, text);
    } else if (id?.kind === 'remainder') this.#sink.settle('arrayRemainders');
    else this.#job(cells, line, id?.arrayJobId ?? Number.NaN, id?.arrayTask ?? Number.NaN);
  }

  /**
   * Slurm adds the energy of `srun` steps up in the job's row, but not that of the batch step (SLURM 20.11 to 26.05): where the job's row states none, the batch step's is the
   * job's.
   */
  #addEnergy(cells: Cells, stepId: string): void {
    const { table } = this.#sink;
    const last = table.length - 1;
    if (!stepId.endsWith(BATCH) || last < 0 || !Number.isNaN(table.energyJoules.at(last))) return;
    const joules = this.#jobs?.joules(cells) ?? Number.NaN;
    if (!Number.isNaN(joules) && table.jobId.copyAt(last) === stepId.slice(0, -BATCH.length)) {
      table.energyJoules.set(last, joules);
    }
  }

  #job(cells: Cells, line: number, arrayJobId: number, arrayTask: number): void {
    const job = this.#jobs?.read(cells, line, arrayJobId, arrayTask) ?? NOT_COUNTABLE;
    if ('reason' in job) {
      const text = Array.from({ length: cells.count }, (_, cell) => cells.text(cell)).join(this.#layout.delimiter);
      this.#sink.reject({ line, ...job, text: text.slice(0, REJECT_TEXT_LENGTH) });
      return;
    }
    this.#noteGaps(job);
    this.#sink.table.pushRaw(job, this.#sink.file);
  }

  #noteGaps({ numbers, state }: RawJob): void {
    const { diagnostics, path } = this.#sink;
    if (numbers.elapsed > 0 && this.#layout.at('alloctres') < 0) {
      const message = 'no AllocTRES column: GPUs are what jobs asked for, or unknown. Export again with AllocTRES';
      diagnostics.note('slurm-no-alloctres', 'warning', message, { file: path, line: numbers.line });
    }
    if (state === UNKNOWN) {
      const message = 'states that Slurm does not document, counted as unknown';
      diagnostics.note('slurm-state', 'warning', message, { file: path, line: numbers.line });
    }
  }
}

const BATCH = '.batch';
const UNKNOWN = JOB_STATES.indexOf('unknown');

const idColumn = (layout: SacctLayout): number =>
  layout.at('jobid') >= 0 ? layout.at('jobid') : layout.at('jobidraw');

const hasEnergy = (layout: SacctLayout): boolean =>
  layout.at('consumedenergyraw') >= 0 || layout.at('consumedenergy') >= 0;

/** A delimiter of one byte; −1, which no byte is, for others. */
const byteOf = (delimiter: string): number => (delimiter.length === 1 ? delimiter.charCodeAt(0) : -1);

const NOT_COUNTABLE: Refusal = {
  rule: 'slurm-columns',
  reason: `no JobID or no Elapsed, ElapsedRaw, or Start and End column, so nothing can be counted. Export again with: ${EXPORT}`,
};
