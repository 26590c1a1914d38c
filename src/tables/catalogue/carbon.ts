import { EMBODIED } from '../carbon/embodied.ts';
import { EQUIVALENTS } from '../carbon/equivalents.ts';
import { plainRows, type ReferenceTable } from './reference-table.ts';

export const CARBON: ReferenceTable = {
  name: 'carbon',
  title: 'What emissions compare with, and those of making the hardware',
  groups: [
    { title: 'Equivalents', rows: plainRows(EQUIVALENTS) },
    { title: 'Making of the hardware', rows: plainRows(EMBODIED) },
  ],
};
