import { gpusOf, gresOf } from './gpu-request.ts';
import type { GpuCount } from './typed-gpus.ts';

/** What Slurm 20.02 writes before the GRES that were asked for, of what there are so many each: `PER_NODE:gpu:p100:2` (src/common/slurm_protocol_defs.c). */
const PER = /(?:^|,)\s*PER_(JOB|NODE|SOCKET|TASK):/;

/** What `AllocGRES` or `ReqGRES` says of GPUs. Without a prefix it is of the whole job. */
export class GresRequest {
  readonly #ofJob: ReturnType<typeof gresOf>;
  readonly #ofNode: ReturnType<typeof gresOf>;
  /** Whether it speaks of GPUs at all: perhaps for each socket or task, of which nothing says how many there were. */
  readonly isOfGpus: boolean;

  constructor(text: string) {
    const [bare = '', ...parts] = text.split(PER);
    const of = (per: string): string => parts.filter((_, at) => at % 2 === 1 && parts[at - 1] === per).join(',');
    this.#ofJob = gresOf(of('JOB')) ?? gresOf(bare);
    this.#ofNode = gresOf(of('NODE'));
    this.isOfGpus = text.includes('gpu');
  }

  /** GPUs of the whole job on so many nodes; undefined where the text speaks of none, or does not tell how many. */
  gpus(nodes: number): GpuCount | undefined {
    return gpusOf(this.#ofJob, 1) ?? gpusOf(this.#ofNode, nodes);
  }
}
