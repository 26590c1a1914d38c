import type { Citation } from '../../model/basis.ts';
import type { Range } from '../../model/estimate.ts';
import { CARBONTRACKER, CODECARBON, GREEN_ALGORITHMS } from '../citations.ts';

/** Grid intensity of a region, g CO2e per kWh: the middle and what other tables say. */
export interface GridIntensity extends Range {
  readonly citations: readonly Citation[];
}

const three = (codecarbon: number, carbontracker: number, greenAlgorithms: number): GridIntensity => ({
  low: Math.min(codecarbon, carbontracker, greenAlgorithms),
  value: codecarbon,
  high: Math.max(codecarbon, carbontracker, greenAlgorithms),
  citations: [CODECARBON, CARBONTRACKER, GREEN_ALGORITHMS],
});

const two = (codecarbon: number, greenAlgorithms: number): GridIntensity => ({
  low: Math.min(codecarbon, greenAlgorithms),
  value: codecarbon,
  high: Math.max(codecarbon, greenAlgorithms),
  citations: [CODECARBON, GREEN_ALGORITHMS],
});

/**
 * Location-based intensities. Published tables disagree (life cycle or production, another year), by 1.2 times at the median of countries and 7 times for Sweden; the band
 * is what they span.
 */
export const GRID: Readonly<Record<string, GridIntensity>> = {
  US: three(369.5, 383.5, 423.9),
  GB: three(237.6, 210.9, 231.1),
  DE: three(381.0, 344.1, 338.7),
  FR: three(56.0, 44.2, 51.3),
  SE: three(40.7, 35.8, 5.7),
  CN: three(582.3, 559.6, 537.4),
  IN: three(713.4, 708.3, 708.2),
  CA: two(170.0, 120),
  NO: two(30.1, 7.6),
  PL: two(661.9, 759.6),
  JP: two(485.4, 465.8),
  KR: two(430.6, 415.6),
  TW: two(642.4, 509),
  AU: two(548.7, 840),
  ZA: two(707.7, 900.6),
  SG: two(470.8, 408),
  CH: two(34.8, 11.5),
};

/** Where the work ran is not known: the world's mean, from Norway's grid to India's. */
export const WORLD: GridIntensity = { low: 30.1, value: 475, high: 713.4, citations: [CODECARBON] };
