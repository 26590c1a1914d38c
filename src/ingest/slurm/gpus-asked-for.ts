import { UNTOLD_GPUS } from '../../model/job.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { RawJob } from '../../model/raw-job.ts';
import type { Cells } from './cells.ts';
import { gpusInCommand, parseGres } from './gpu-request.ts';
import { Remembered } from './remembered.ts';
import type { GpuCount } from './typed-gpus.ts';

/** What a command that asks for GPUs contains. */
const ASKS_FOR_GPUS = /gpu| -G/;

/**
 * The GPUs of jobs of which the log does not say what they held: clusters that do not track `gres/gpu`, and Slurm up to 20.02, which lists GPUs as GRES. What a job asked for
 * stands in for it, and `hasAskedGpus` is set. Where that is not known either, and there is no list of what it held, the GPUs are untold.
 */
export class GpusAskedFor {
  readonly #gres: number;
  readonly #command: number;
  readonly #tres: number;
  readonly #untold: number;
  readonly #table: JobTable;
  readonly #requests = new Remembered((text) => parseGres(text));

  constructor(columns: { readonly tres: number; readonly gres: number; readonly command: number }, table: JobTable) {
    this.#tres = columns.tres;
    this.#gres = columns.gres;
    this.#command = columns.command;
    this.#untold = table.gpuTypes.codeOf(UNTOLD_GPUS);
    this.#table = table;
  }

  read(cells: Cells, raw: RawJob): void {
    const request = raw.numbers.elapsed > 0 ? this.#request(cells, raw.numbers.nodes) : undefined;
    raw.hasAskedGpus = request !== undefined && request.gpus > 0;
    if (request === undefined) {
      if (raw.numbers.elapsed > 0 && cells.isEmpty(this.#tres)) raw.gpuTypes = this.#untold;
      return;
    }
    raw.numbers.gpus = request.gpus;
    raw.gpuTypes = this.#table.gpuTypes.codeOf(request.gpuTypes);
  }

  #request(cells: Cells, nodes: number): GpuCount | undefined {
    const listed = this.#requests.at(cells, this.#gres);
    if (listed !== undefined || cells.isEmpty(this.#command)) return listed;
    const command = cells.text(this.#command);
    return ASKS_FOR_GPUS.test(command) ? gpusInCommand(command, nodes) : undefined;
  }
}
