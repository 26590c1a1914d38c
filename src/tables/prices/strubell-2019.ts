import type { Rate } from '../../model/method.ts';
import { STRUBELL } from '../citations.ts';

/**
 * The prices behind Tables 3 and 4 of Strubell et al. 2019. The paper names them in a footnote; the tables fix them to a few parts in ten thousand (T2T, ELMo and NAS rows:
 * dollars ÷ (GPUs × hours)), and Google's price list of August 2019 has the same on-demand price.
 */
export const P100_2019: Rate = {
  name: 'cloud rent of one P100, which the paper takes for every GPU of the study: preemptible to on demand',
  unit: 'USD per GPU-hour',
  low: 0.43,
  value: 1.46,
  high: 1.46,
  basis: [{ kind: 'table', note: 'implied by every P100 row of Tables 3 and 4', citation: STRUBELL }],
};

/** Electricity at the paper's price. */
export const ELECTRICITY_2019: Rate = {
  name: 'electricity',
  unit: 'USD per kWh',
  low: 0.12,
  value: 0.12,
  high: 0.12,
  basis: [{ kind: 'table', note: 'average United States price used for Table 4', citation: STRUBELL }],
};
