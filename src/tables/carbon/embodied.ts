import type { Citation } from '../../model/basis.ts';
import { exactly } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';

const BLOOM: Citation = {
  source: 'Luccioni, Viguier & Ligozat 2023, Estimating the Carbon Footprint of BLOOM, JMLR 24:253',
  url: 'https://jmlr.org/papers/v24/23-0069.html',
  date: '2023',
};

const AI_CARBON: Citation = {
  source: 'Hugging Face, AI Carbon (making of one GPU)',
  url: 'https://huggingface.co/spaces/sasha/AI_carbon',
  date: '2023',
};

const SCI: Citation = {
  source: 'Green Software Foundation, Software Carbon Intensity specification (embodied: M = TE × TiR ÷ EL × RR ÷ ToR)',
  url: 'https://github.com/Green-Software-Foundation/sci',
  date: '2024',
};

/** Of BLOOM's training: emissions of making the hardware, kg CO2e, and GPU-hours. */
const BLOOM_TRAINING = { embodiedKg: 11_200, gpuHours: 1_082_990 };

/** Making of one GPU without its machine, kg CO2e. */
const GPU_KG = 150;

/** Over how long and how busily a GPU is used at best. Our own judgement; 8,766 hours are a year. */
const AT_BEST = { years: 6, hoursPerYear: 8766, utilisation: 0.85 };

const bloom = BLOOM_TRAINING.embodiedKg / BLOOM_TRAINING.gpuHours;

/**
 * Emissions of making the hardware for each hour in which a GPU is held, by the SCI's formula: what making it emitted, times the part of its life that is used. The middle is BLOOM's, machines with it; low is a GPU
 * alone, used long and busily; high is hardware used half as much as BLOOM's.
 */
export const EMBODIED_PER_GPU_HOUR: Rate = {
  name: 'making of one GPU with its share of the machine, per GPU-hour',
  unit: 'kg CO2e per GPU-hour',
  low: GPU_KG / (AT_BEST.years * AT_BEST.hoursPerYear * AT_BEST.utilisation),
  value: bloom,
  high: 2 * bloom,
  basis: [
    { kind: 'table', note: 'middle: 11.2 t over 1,082,990 GPU-hours, 10.3 g each', citation: BLOOM },
    { kind: 'table', note: 'low: 150 kg of one GPU', citation: AI_CARBON },
    { kind: 'table', note: 'the formula', citation: SCI },
    { kind: 'assumed', note: 'low: 6 years in use for 85 % of the time; high: in use half as much as BLOOM’s' },
  ],
};

export const EMBODIED: readonly Rate[] = [
  {
    name: 'making of one GPU',
    unit: 'kg CO2e',
    ...exactly(GPU_KG),
    basis: [{ kind: 'table', note: 'without its machine', citation: AI_CARBON }],
  },
  EMBODIED_PER_GPU_HOUR,
];
