import type { ProjectFacts } from '../../model/facts.ts';
import type { DrawChart } from '../render/charts.ts';
import type { Html } from '../render/html.ts';

/** A part of the report. It reads facts and no other part, so one that fails takes nothing with it. */
export interface Section {
  /** Names the part in addresses: `index.html#sweeps`. */
  readonly id: string;
  readonly title: string;
  /** Whether there is anything to say of these facts; a part that has nothing is neither on the page nor in its menu. Always, where left out. */
  readonly isShown?: (facts: ProjectFacts) => boolean;
  readonly render: (facts: ProjectFacts, draw: DrawChart) => Html | Promise<Html>;
}
