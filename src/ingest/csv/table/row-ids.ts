import type { Job } from '../../../model/job.ts';
import type { TableCells } from './table-cells.ts';

/** Tells rows apart where their id does not: names come again, and some tables have neither. The same row in two files is the same job. */
export class RowIds {
  readonly #seen = new Map<string, number>();
  readonly #cells: TableCells;
  readonly #hasIds: boolean;

  /** @param hasIds whether the table has a column of ids: the same id later is the same run again. Names alone are not */
  constructor(cells: TableCells, hasIds: boolean) {
    this.#cells = cells;
    this.#hasIds = hasIds;
  }

  /** Sets the ids of the job of a row. */
  setApart(job: Job, row: number): void {
    const from = Number.isNaN(job.submit) ? job.start : job.submit;
    const isTimed = !Number.isNaN(from);
    if (this.#hasIds && job.jobId !== '' && isTimed) return;
    const print = job.jobId !== '' && isTimed ? '' : this.#fingerprint(row);
    job.jobIdRaw = isTimed ? `${job.jobId} @${from}` : this.#counted(`${job.jobId} ${print}`);
    job.jobId ||= `row ${print}`;
    job.name ||= job.jobId;
  }

  /** Twice the same in one file are two jobs, unless they know when they began. */
  #counted(key: string): string {
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count > 1 ? `${key} #${count}` : key;
  }

  /** FNV-1a over the cells with U+001F between them, in 32 bits as hexadecimal. */
  #fingerprint(row: number): string {
    let hash = 0x811c9dc5;
    for (const [index, column] of this.#cells.columns.entries()) {
      if (index > 0) hash = Math.imul(hash ^ 0x1f, 0x01000193);
      const text = column.at(row);
      for (let at = 0; at < text.length; at++) {
        const point = text.codePointAt(at) as number;
        if (point > 0xffff) at++;
        hash = Math.imul(hash ^ point, 0x01000193);
      }
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  }
}
