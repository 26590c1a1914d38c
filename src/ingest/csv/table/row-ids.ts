import type { Job } from '../../../model/job.ts';

/** Tells rows apart where their id does not: names come again, and some tables have neither. The same row in two files is the same job. */
export class RowIds {
  readonly #seen = new Map<string, number>();
  readonly #hasIds: boolean;

  /** @param hasIds whether the table has a column of ids: the same id later is the same run again. Names alone are not */
  constructor(hasIds: boolean) {
    this.#hasIds = hasIds;
  }

  /** @param cells of the row */
  apart(job: Job, cells: readonly string[]): Job {
    const from = Number.isNaN(job.submit) ? job.start : job.submit;
    if (this.#hasIds && job.jobId !== '' && !Number.isNaN(from)) return job;
    const row = fingerprint(cells);
    const key = Number.isNaN(from) ? `${job.jobId} ${row}` : `${job.jobId} @${from} ${row}`;
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    const jobId = job.jobId || `row ${row}`;
    // Twice the same in one file are two jobs, unless they are the same in every cell and know when they began.
    const again = count > 1 && Number.isNaN(from) ? ` #${count}` : '';
    return { ...job, jobId, name: job.name || jobId, jobIdRaw: `${key}${again}` };
  }
}

/** FNV-1a over the cells, in 32 bits as hexadecimal. */
function fingerprint(cells: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const unit of cells.join('\u001f')) hash = Math.imul(hash ^ (unit.codePointAt(0) as number), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
