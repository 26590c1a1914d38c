import type { Range } from '../../model/estimate.ts';

/** A GPU's rent: lowest and highest list price found, and the on-demand price of the vendor named. USD per GPU-hour. */
interface CloudPrice extends Range {
  readonly note: string;
}

/**
 * Cloud list prices per GPU-hour as of March 2025, from the dated rows of Epoch AI's table (facts taken, file not copied). The same GPU costs up to four times as much
 * at one vendor as at another on one day, so the band is the span of the list and the middle is a large vendor's on-demand price.
 */
export const CLOUD_2025: Readonly<Record<string, CloudPrice>> = {
  K80: {
    low: 0.9,
    value: 0.9,
    high: 1.4,
    note: 'AWS and Azure $0.90 on demand, GCP $1.40 (2017–2018, the last listed)',
  },
  P100: {
    low: 0.43,
    value: 1.46,
    high: 2.07,
    note: 'GCP $1.46 on demand and $0.43 preemptible (2019), Azure $2.07 (2018): the last listed',
  },
  V100: {
    low: 0.74,
    value: 2.48,
    high: 3.06,
    note: 'GCP $2.48 on demand (2025-03) and $0.74 preemptible (2019), AWS and Azure $3.06 (2018)',
  },
  A100: {
    low: 1.29,
    value: 4.1,
    high: 5.12,
    note: 'Lambda $1.29 (40 GB), AWS $4.10 (40 GB) and $5.12 (80 GB), on demand',
  },
  H100: { low: 2.45, value: 11.06, high: 12.29, note: 'small clouds $2.45–3.29, GCP $11.06, AWS $12.29, on demand' },
  H200: { low: 10.6, value: 10.6, high: 10.6, note: 'AWS $10.60 on demand' },
};
