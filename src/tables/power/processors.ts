import type { Rate } from '../../model/method.ts';
import { CCF } from '../citations.ts';

/** Draw of one virtual core by architecture, W: idle at the low end, busy at the high end, half way between in the middle. */
const ofArchitecture = (architecture: string, idle: number, busy: number): Rate => ({
  name: `draw of one virtual core, ${architecture}`,
  unit: 'W',
  low: idle,
  value: (idle + busy) / 2,
  high: busy,
  basis: [
    { kind: 'table', note: `SPECpower: ${idle} W idle, ${busy} W busy`, citation: CCF },
    { kind: 'assumed', note: 'middle: half busy' },
  ],
});

/** By hand of Cloud Carbon Footprint's coefficients-aws-use.csv, to the second decimal. */
export const VIRTUAL_CORES: readonly Rate[] = [
  ofArchitecture('Sandy Bridge', 2.17, 8.58),
  ofArchitecture('Ivy Bridge', 3.04, 8.25),
  ofArchitecture('Haswell', 1.9, 6.01),
  ofArchitecture('Broadwell', 0.71, 3.69),
  ofArchitecture('Skylake', 0.64, 4.19),
  ofArchitecture('Cascade Lake', 0.64, 3.97),
  ofArchitecture('EPYC 1st generation', 0.82, 2.55),
  ofArchitecture('EPYC 2nd generation', 0.47, 1.69),
];
