import type { Citation } from '../../model/basis.ts';

/** GPUs of machines for rent, by the name of the machine. */
export interface Machine {
  /** Matches the name in lower case. */
  readonly names: RegExp;
  /** GPUs or chips in it, as logs count them. */
  readonly count: number;
  /** Canonical name of the GPU (`findGpu`). */
  readonly gpu: string;
}

export const MACHINES_CITATION: Citation = {
  source:
    'Pages on GPU machines of AWS (EC2 instance types), Google Cloud (GPU machine types, TPU versions) and Azure (GPU sizes)',
  url: 'https://aws.amazon.com/ec2/instance-types/',
  date: '2025',
};

const machine = (names: RegExp, count: number, gpu: string): Machine => ({ names, count, gpu });

/** All figures: {@link MACHINES_CITATION}. */
export const MACHINES: readonly Machine[] = [
  machine(/^p2\.xlarge$/, 1, 'K80'),
  machine(/^p2\.8xlarge$/, 8, 'K80'),
  machine(/^p2\.16xlarge$/, 16, 'K80'),
  machine(/^p3\.2xlarge$/, 1, 'V100 SXM2'),
  machine(/^p3\.8xlarge$/, 4, 'V100 SXM2'),
  machine(/^p3(?:dn\.24xlarge|\.16xlarge)$/, 8, 'V100 SXM2'),
  machine(/^p4d\.24xlarge$/, 8, 'A100 SXM 40 GB'),
  machine(/^p4de\.24xlarge$/, 8, 'A100 SXM 80 GB'),
  machine(/^p5\.4xlarge$/, 1, 'H100 SXM'),
  machine(/^p5\.48xlarge$/, 8, 'H100 SXM'),
  machine(/^p5en?\.48xlarge$/, 8, 'H200 SXM'),
  machine(/^p6-b200\.48xlarge$/, 8, 'B200'),
  machine(/^g4dn\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'T4'),
  machine(/^g4dn\.12xlarge$/, 4, 'T4'),
  machine(/^g4dn\.metal$/, 8, 'T4'),
  machine(/^g5\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'A10G'),
  machine(/^g5\.(?:12|24)xlarge$/, 4, 'A10G'),
  machine(/^g5\.48xlarge$/, 8, 'A10G'),
  machine(/^g6\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'L4'),
  machine(/^g6\.(?:12|24)xlarge$/, 4, 'L4'),
  machine(/^g6\.48xlarge$/, 8, 'L4'),
  machine(/^g6e\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, 'L40S'),
  machine(/^g6e\.(?:12|24)xlarge$/, 4, 'L40S'),
  machine(/^g6e\.48xlarge$/, 8, 'L40S'),
  machine(/^a2-highgpu-1g$/, 1, 'A100 SXM 40 GB'),
  machine(/^a2-highgpu-2g$/, 2, 'A100 SXM 40 GB'),
  machine(/^a2-highgpu-4g$/, 4, 'A100 SXM 40 GB'),
  machine(/^a2-highgpu-8g$/, 8, 'A100 SXM 40 GB'),
  machine(/^a2-megagpu-16g$/, 16, 'A100 SXM 40 GB'),
  machine(/^a2-ultragpu-1g$/, 1, 'A100 SXM 80 GB'),
  machine(/^a2-ultragpu-2g$/, 2, 'A100 SXM 80 GB'),
  machine(/^a2-ultragpu-4g$/, 4, 'A100 SXM 80 GB'),
  machine(/^a2-ultragpu-8g$/, 8, 'A100 SXM 80 GB'),
  machine(/^a3-highgpu-1g$/, 1, 'H100 SXM'),
  machine(/^a3-highgpu-2g$/, 2, 'H100 SXM'),
  machine(/^a3-highgpu-4g$/, 4, 'H100 SXM'),
  machine(/^a3-(?:high|mega)gpu-8g$/, 8, 'H100 SXM'),
  machine(/^a3-ultragpu-8g$/, 8, 'H200 SXM'),
  machine(/^g2-standard-(?:4|8|12|16|32)$/, 1, 'L4'),
  machine(/^g2-standard-24$/, 2, 'L4'),
  machine(/^g2-standard-48$/, 4, 'L4'),
  machine(/^g2-standard-96$/, 8, 'L4'),
  machine(/^standard_nd96asr_v4$/, 8, 'A100 SXM 40 GB'),
  machine(/^standard_nd96amsr_a100_v4$/, 8, 'A100 SXM 80 GB'),
  machine(/^standard_nd96isr_h100_v5$/, 8, 'H100 SXM'),
  machine(/^standard_nd96isr_h200_v5$/, 8, 'H200 SXM'),
  machine(/^standard_nc24ads_a100_v4$/, 1, 'A100 PCIe 80 GB'),
  machine(/^standard_nc48ads_a100_v4$/, 2, 'A100 PCIe 80 GB'),
  machine(/^standard_nc96ads_a100_v4$/, 4, 'A100 PCIe 80 GB'),
  machine(/^standard_nc40ads_h100_v5$/, 1, 'H100 NVL'),
  machine(/^standard_nc80adis_h100_v5$/, 2, 'H100 NVL'),
  machine(/^standard_nc(?:4|8|16)as_t4_v3$/, 1, 'T4'),
  machine(/^standard_nc64as_t4_v3$/, 4, 'T4'),
  machine(/^standard_nc6s_v3$/, 1, 'V100 PCIe'),
  machine(/^standard_nc12s_v3$/, 2, 'V100 PCIe'),
  machine(/^standard_nc24r?s_v3$/, 4, 'V100 PCIe'),
  machine(/^standard_nd40rs_v2$/, 8, 'V100 SXM2'),
];

/** A slice of TPUs: `tpu-v3-8`, `v4-32`, `v5litepod-8`. The number is of cores, two a chip, for versions 2 to 4, and of chips for 5e. */
const TPU_SLICE = /^(?:cloud[ -]?)?(?:tpu[ -]?)?(v[234])-(\d+)$|^(?:tpu[ -]?)?v5(?:e|lite|litepod)-(\d+)$/;
const CORES_PER_CHIP = 2;

/** Families of machines that have no GPU and cannot be given any, at AWS and Google Cloud: `m5.xlarge`, `c2-standard-8`. */
const WITHOUT_GPUS =
  /^(?:ml\.|db\.)?(?:[cmrtidhxz]\d[a-z\d-]*|hpc\d[a-z]*)\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\w+)?)$|^(?:e2|n2d?|c2d?|c3d?|t2[da]|m[123])-[a-z]+-\d+[a-z]*$/;

/** Whether a name is that of a machine without any GPU. */
export const isMachineWithoutGpus = (name: string): boolean => WITHOUT_GPUS.test(name.trim().toLowerCase());

/** The GPUs of a machine by its name, or the chips of a slice of TPUs; undefined for what is no machine of the table. */
export function gpusOfMachine(name: string): { readonly count: number; readonly gpu: string } | undefined {
  const written = name.trim().toLowerCase().replace(/^ml\./, ''); // as SageMaker names them
  const [, version, cores, chips] = TPU_SLICE.exec(written) ?? [];
  if (chips !== undefined) return { count: Number(chips), gpu: 'TPU v5e' };
  if (cores !== undefined) return { count: Number(cores) / CORES_PER_CHIP, gpu: `TPU ${version}` };
  return MACHINES.find(({ names }) => names.test(written));
}

/** Names of machines for rent, one of each size, and some slices of TPUs. */
export const MACHINE_NAMES: readonly string[] = [
  'p2.xlarge',
  'p2.8xlarge',
  'p2.16xlarge',
  'p3.2xlarge',
  'p3.8xlarge',
  'p3.16xlarge',
  'p3dn.24xlarge',
  'p4d.24xlarge',
  'p4de.24xlarge',
  'p5.4xlarge',
  'p5.48xlarge',
  'p5e.48xlarge',
  'p5en.48xlarge',
  'p6-b200.48xlarge',
  'g4dn.xlarge',
  'g4dn.12xlarge',
  'g4dn.metal',
  'g5.xlarge',
  'g5.12xlarge',
  'g5.48xlarge',
  'g6.xlarge',
  'g6.12xlarge',
  'g6.48xlarge',
  'g6e.xlarge',
  'g6e.12xlarge',
  'g6e.48xlarge',
  'a2-highgpu-1g',
  'a2-highgpu-2g',
  'a2-highgpu-4g',
  'a2-highgpu-8g',
  'a2-megagpu-16g',
  'a2-ultragpu-1g',
  'a2-ultragpu-2g',
  'a2-ultragpu-4g',
  'a2-ultragpu-8g',
  'a3-highgpu-1g',
  'a3-highgpu-2g',
  'a3-highgpu-4g',
  'a3-highgpu-8g',
  'a3-megagpu-8g',
  'a3-ultragpu-8g',
  'g2-standard-4',
  'g2-standard-24',
  'g2-standard-48',
  'g2-standard-96',
  'standard_nc4as_t4_v3',
  'standard_nc64as_t4_v3',
  'standard_nc6s_v3',
  'standard_nc12s_v3',
  'standard_nc24s_v3',
  'standard_nd40rs_v2',
  'standard_nc24ads_a100_v4',
  'standard_nc48ads_a100_v4',
  'standard_nc96ads_a100_v4',
  'standard_nd96asr_v4',
  'standard_nd96amsr_a100_v4',
  'standard_nc40ads_h100_v5',
  'standard_nc80adis_h100_v5',
  'standard_nd96isr_h100_v5',
  'standard_nd96isr_h200_v5',
  'v2-8',
  'v3-8',
  'v4-8',
  'v5litepod-8',
];
