import type { ProjectFacts } from '../../model/facts.ts';
import type { DrawChart } from '../render/charts.ts';
import type { Html } from '../render/html.ts';

/** A part of the report. It reads facts and no other part, so one that fails takes nothing with it. */
export interface Section {
  /** Names the part in addresses: `index.html#sweeps`. */
  readonly id: string;
  readonly title: string;
  /** Whether there is anything to say; always, where it is left out. A part that is not shown stands neither on the page nor in its menu. */
  readonly isShown?: (facts: ProjectFacts) => boolean;
  readonly render: (facts: ProjectFacts, draw: DrawChart) => Html | Promise<Html>;
}
