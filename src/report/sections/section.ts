import type { ProjectFacts } from '../../model/facts.ts';
import type { DrawChart } from '../render/charts.ts';
import type { Html } from '../render/html.ts';

/** A part of the report. It reads facts and no other part, so one that fails takes nothing with it. */
export interface Section {
  /** Names the part in addresses: `index.html#sweeps`. */
  readonly id: string;
  readonly title: string;
  readonly render: (facts: ProjectFacts, draw: DrawChart) => Html | Promise<Html>;
}
