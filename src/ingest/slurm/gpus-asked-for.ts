import { UNTOLD_GPUS } from '../../model/job.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { RawJob } from '../../model/raw-job.ts';
import type { Cells } from './cells.ts';
import { gpusInCommand } from './gpu-request.ts';
import { GresRequest } from './gres-request.ts';
import { Remembered } from './remembered.ts';
import { parseTres } from './tres.ts';
import type { GpuCount } from './typed-gpus.ts';

/** What a command that asks for GPUs contains. */
const ASKS_FOR_GPUS = /gpu| -G/;

/**
 * The GPUs of jobs of which the log does not say what they held: clusters that do not track `gres/gpu`, and Slurm up to 20.02, which lists GPUs as GRES. What a job asked for
 * stands in for it, and `hasAskedGpus` is set. Where that is not known either, and there is no list of what it held, the GPUs are untold.
 */
export class GpusAskedFor {
  readonly #gres: number;
  /** ReqTRES. */
  readonly #request: number;
  readonly #command: number;
  readonly #tres: number;
  readonly #untold: number;
  readonly #table: JobTable;
  readonly #lists = new Remembered((text) => new GresRequest(text));
  readonly #requests = new Remembered(parseTres);

  /** @param columns positions of AllocTRES (or what stands in for it), ReqTRES, the list of GRES and the submit line; −1 for what is not there */
  constructor(columns: Readonly<Record<'tres' | 'request' | 'gres' | 'command', number>>, table: JobTable) {
    this.#tres = columns.tres;
    this.#request = columns.request;
    this.#gres = columns.gres;
    this.#command = columns.command;
    this.#untold = table.gpuTypes.codeOf(UNTOLD_GPUS);
    this.#table = table;
  }

  read(cells: Cells, raw: RawJob): void {
    const request = raw.numbers.elapsed > 0 ? this.#asked(cells, raw.numbers.nodes) : undefined;
    raw.hasAskedGpus = request !== undefined && request.gpus > 0;
    if (request === undefined) {
      if (raw.numbers.elapsed > 0 && cells.isEmpty(this.#tres)) raw.gpuTypes = this.#untold;
      return;
    }
    raw.numbers.gpus = request.gpus;
    raw.gpuTypes = this.#table.gpuTypes.codeOf(request.gpuTypes);
  }

  #asked(cells: Cells, nodes: number): GpuCount | undefined {
    const tres = this.#requests.at(cells, this.#request);
    if (!Number.isNaN(tres.gpus) || tres.gpuTypes !== '') return tres;
    const list = this.#lists.at(cells, this.#gres);
    const listed = list.gpus(nodes);
    if (listed !== undefined) return listed;
    const command = cells.isEmpty(this.#command) ? '' : cells.text(this.#command);
    const inCommand = ASKS_FOR_GPUS.test(command) ? gpusInCommand(command, nodes) : undefined;
    return inCommand ?? (list.isOfGpus ? UNTOLD : undefined);
  }
}

/** GPUs were asked for, and nothing says how many. */
const UNTOLD: GpuCount = { gpus: Number.NaN, gpuTypes: UNTOLD_GPUS };
