import { exactly } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { STRUBELL } from '../citations.ts';

const KG_PER_LB = 0.453_592_37; // by definition, NIST SP 811

/** `36156` as `36,156`, whatever the locale. */
const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

/** Something that people know, and the emissions that the paper gives for it: kg CO2e for one. */
const equivalent = (name: string, pounds: number): Rate => ({
  name,
  unit: 'kg CO2e',
  ...exactly(pounds * KG_PER_LB),
  basis: [{ kind: 'table', note: `Table 1: ${grouped(pounds)} lb CO2e`, citation: STRUBELL }],
});

/** What Table 1 of Strubell et al. 2019 compares training with, the least first. */
export const EQUIVALENTS: readonly Rate[] = [
  equivalent('flight of one passenger, New York to San Francisco', 1984),
  equivalent('human life, average, one year', 11_023),
  equivalent('American life, average, one year', 36_156),
  equivalent('car, average with its fuel, one lifetime', 126_000),
];
