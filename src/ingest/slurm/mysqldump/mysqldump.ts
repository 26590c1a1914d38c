import { REJECT_TEXT_LENGTH } from '../../../model/diagnostic.ts';
import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Reader, Sink, Source } from '../../source.ts';
import { parseJobstats } from '../jobstats.ts';
import { SacctLines } from '../sacct-lines.ts';
import { explainRows } from './explain-rows.ts';
import { type Cell, isRemainder, jobOfRow } from './job-row.ts';
import { parseInsert, readRows, type SqlValue } from './sql-rows.ts';

const CREATE = /^CREATE TABLE (?:IF NOT EXISTS )?`([^`]+)`/;
const COLUMN = /^\s*`([^`]+)`\s/;
const JOB_TABLE = /^(.+)_job_table$/;
const OF_SLURM = /`(\w+_job_table|\w+_assoc_table|acct_coord_table|tres_table|clus_res_table)`/;

/** A dump of the tables in which slurmdbd keeps its accounting, by `mysqldump` or `mariadb-dump`. */
export const mysqldump: Source = {
  name: 'slurm-mysqldump',
  sniff: (head) => (/^(CREATE TABLE|INSERT|-- (MySQL|MariaDB) dump)/m.test(head) && OF_SLURM.test(head) ? 1 : 0),
  read: (_head, sink) => new DumpReader(sink),
};

/** What is read of each kind of table, by the end of its name. */
type RowTaker = (cell: Cell, line: number, table: string) => void;

class DumpReader implements Reader {
  readonly #sink: Sink;
  readonly #lines: SacctLines;
  /** Columns by table, from CREATE TABLE. */
  readonly #columns = new Map<string, string[]>();
  #creating: string[] | undefined;
  readonly #takers: Readonly<Record<string, RowTaker>>;
  readonly #tresNames = new Map<string, string>();
  readonly #users = new Map<string, string>();
  /** What other tables explain of each job read: its TRES and who it belongs to. */
  readonly #tres = new DictionaryColumn();
  readonly #owners = new DictionaryColumn();
  #firstRow = 0;
  #lastEvent = Number.NaN;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#firstRow = sink.table.length;
    this.#takers = {
      _job_table: (cell, line, table) => this.#job(cell, line, table),
      _assoc_table: (cell, _line, table) => this.#users.set(`${clusterOf(table)} ${cell('id_assoc')}`, cell('user')),
      tres_table: (cell) => this.#tresNames.set(cell('id'), [cell('type'), cell('name')].filter(Boolean).join('/')),
      _step_table: () => sink.settle('steps'),
    };
    this.#lines = new SacctLines({
      block: ({ text, numbers }) => {
        text.split('\n').forEach((line, index) => {
          this.#line(line, numbers[index] as number);
        });
      },
      overlong: (line) => this.#reject('', line, 'a line of more than 4 MiB. Dump again with --skip-extended-insert'),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#lines.feed(bytes);
  }

  end(): void {
    this.#lines.end();
    const { table, diagnostics, path } = this.#sink;
    const explain = { tres: this.#tres, owners: this.#owners, tresNames: this.#tresNames, users: this.#users };
    explainRows(table, this.#firstRow, explain, this.#lastEvent);
    const place = { file: path, line: 0 };
    if (this.#tresNames.size === 0 && table.length > this.#firstRow)
      diagnostics.note('slurm-no-tres-table', 'warning', NO_TRES, place);
    if (this.#users.size === 0 && table.length > this.#firstRow)
      diagnostics.note('slurm-no-assoc-table', 'info', NO_USERS, place);
  }

  #line(line: string, number: number): void {
    const created = CREATE.exec(line)?.[1];
    if (created !== undefined) {
      this.#creating = [];
      this.#columns.set(created, this.#creating);
    } else if (this.#creating !== undefined) {
      const column = COLUMN.exec(line)?.[1];
      if (column !== undefined) this.#creating.push(column);
      else if (line.startsWith(')')) this.#creating = undefined;
    } else this.#insert(line, number);
  }

  #insert(line: string, number: number): void {
    const insert = parseInsert(line);
    const taker = Object.entries(this.#takers).find(([ending]) => insert?.table.endsWith(ending))?.[1];
    if (insert === undefined || taker === undefined) return;
    const columns = insert.columns ?? this.#columns.get(insert.table);
    if (columns === undefined) {
      const reason =
        'rows of a table whose columns the dump does not name. Dump again without --no-create-info, or with --complete-insert';
      this.#reject(line, number, reason);
      return;
    }
    const places = new Map(columns.map((name, place) => [name, place]));
    let row: readonly SqlValue[] = [];
    const cell: Cell = (name) => row[places.get(name) ?? -1] ?? '';
    const isWhole = readRows(line, insert.start, (values) => {
      row = values;
      if (values.length === columns.length) taker(cell, number, insert.table);
      else this.#reject(line, number, `a row of ${values.length} values for ${columns.length} columns`);
    });
    if (!isWhole) this.#reject(line, number, 'the line is cut or damaged: what follows in it is lost');
  }

  #job(cell: Cell, line: number, table: string): void {
    for (const name of ['mod_time', 'time_submit', 'time_start', 'time_end']) {
      const seconds = Number(cell(name));
      if (!(seconds <= this.#lastEvent)) this.#lastEvent = seconds;
    }
    if (cell('deleted') === '1') {
      this.#sink.settle('ignored');
      this.#sink.diagnostics.note('slurm-deleted', 'info', DELETED, { file: this.#sink.path, line });
    } else if (isRemainder(cell)) this.#sink.settle('arrayRemainders');
    else {
      const cluster = clusterOf(table);
      const job = jobOfRow(cell, line, cluster);
      job.user = cell('id_user');
      job.gpuUtilisation = parseJobstats(cell('admin_comment'), this.#sink.gunzip) ?? Number.NaN;
      if (Number.isNaN(job.elapsed)) this.#noteOpen(line);
      this.#sink.table.push(job, this.#sink.file);
      this.#tres.push(cell('tres_alloc'));
      this.#owners.push(`${cluster} ${cell('id_assoc')}`);
    }
  }

  #noteOpen(line: number): void {
    this.#sink.diagnostics.note('slurm-undated', 'warning', UNDATED, { file: this.#sink.path, line });
  }

  #reject(line: string, number: number, reason: string): void {
    this.#sink.reject({ line: number, rule: 'slurm-sql', reason, text: line.slice(0, REJECT_TEXT_LENGTH) });
  }
}

const clusterOf = (table: string): string => JOB_TABLE.exec(table)?.[1] ?? table.replace(/_assoc_table$/, '');

const UNDATED =
  'running jobs in files that do not say when they were written: counted up to the last event that their file knows';
const DELETED = 'jobs that were deleted from the accounting, left out';
const NO_TRES = 'no tres_table in the dump, so GPUs have numbers and no names, and are not known. Dump tres_table too';
const NO_USERS = 'no association table in the dump, so users are numbers. Dump CLUSTER_assoc_table too';
