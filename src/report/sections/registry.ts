import { answer } from './answer.ts';
import { assumptions } from './assumptions.ts';
import { breakdown } from './breakdown.ts';
import { jobLengths } from './job-lengths.ts';
import { overTime } from './over-time.ts';
import { reconciliation } from './reconciliation.ts';
import type { Section } from './section.ts';
import { sensitivity } from './sensitivity.ts';
import { sweepTable } from './sweep-table.ts';
import { takeAway } from './take-away.ts';
import { whatIf } from './what-if.ts';

/** The report's parts in the order of the page. */
export const SECTIONS: readonly Section[] = [
  answer,
  overTime,
  jobLengths,
  sweepTable,
  sensitivity,
  whatIf,
  breakdown,
  reconciliation,
  assumptions,
  takeAway,
];
