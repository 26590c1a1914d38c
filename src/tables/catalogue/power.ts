import type { Rate } from '../../model/method.ts';
import { VIRTUAL_CORES } from '../power/processors.ts';
import { PUE_BY_YEAR, PUE_OF_CLOUDS } from '../power/pue.ts';
import type { ReferenceRow, ReferenceTable } from './reference-table.ts';

/** `Google Cloud` of `power usage effectiveness (PUE), Google Cloud`. */
const withoutPrefix = (rates: readonly Rate[]): ReferenceRow[] =>
  rates.map((rate) => ({ rate, label: rate.name.slice(rate.name.indexOf(', ') + 2) }));

export const POWER: ReferenceTable = {
  name: 'power',
  title:
    'Data centres and processors at work. What methods take for GPUs, cores, memory and PUE is in: runledger tables methods',
  groups: [
    {
      title: 'Power usage effectiveness (PUE) by year',
      note: 'A ratio: electricity of the building to that of the machines in it.',
      rows: withoutPrefix(PUE_BY_YEAR),
    },
    { title: 'Power usage effectiveness (PUE) of clouds', rows: withoutPrefix(PUE_OF_CLOUDS) },
    { title: 'Virtual cores of clouds, idle to busy', rows: withoutPrefix(VIRTUAL_CORES) },
  ],
};
