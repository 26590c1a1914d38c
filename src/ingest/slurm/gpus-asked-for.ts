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
 * stands in for it, and `asked` is set.
 */
export class GpusAskedFor {
  readonly #gres: number;
  readonly #command: number;
  readonly #table: JobTable;
  readonly #requests = new Remembered((text) => parseGres(text));

  constructor(gres: number, command: number, table: JobTable) {
    this.#gres = gres;
    this.#command = command;
    this.#table = table;
  }

  read(cells: Cells, raw: RawJob): void {
    const request = raw.numbers.elapsed > 0 ? this.#request(cells, raw.numbers.nodes) : undefined;
    raw.hasAskedGpus = request !== undefined && request.gpus > 0;
    if (request === undefined) return;
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
