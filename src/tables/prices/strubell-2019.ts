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

const priced = (device: string, low: number, high: number, rows: string): Rate => ({
  name: `cloud rent of one ${device}: preemptible to on demand`,
  unit: 'USD per GPU-hour',
  low,
  value: high,
  high,
  basis: [{ kind: 'table', note: `implied by ${rows} of Table 3`, citation: STRUBELL }],
});

/** A V100: the row BERT on 64 of them, 79.2 hours. */
export const V100_2019: Rate = priced('V100', 0.74, 2.48, 'the V100 row');

/**
 * TPUs. The paper's prices are those of a device of four chips, and its table multiplies them by chips for BERT (16 chips) and GPT-2 (32): by its own sources these two rows are four
 * times too high. The prices stand here as the paper used them.
 */
export const TPU_V2_2019: Rate = priced('TPU v2 (as the paper counts them)', 1.35, 4.5, 'both TPU v2 rows');
export const TPU_V3_2019: Rate = priced('TPU v3 (as the paper counts them)', 2.4, 8, 'the TPU v3 row');

/** Electricity at the paper's price. */
export const ELECTRICITY_2019: Rate = {
  name: 'electricity',
  unit: 'USD per kWh',
  low: 0.12,
  value: 0.12,
  high: 0.12,
  basis: [{ kind: 'table', note: 'average United States price used for Table 4', citation: STRUBELL }],
};
