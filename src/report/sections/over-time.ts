import { html } from '../render/html.ts';
import { cumulativeCost } from './over-time/cumulative-cost.ts';
import { eventTable } from './over-time/event-table.ts';
import { gpusInUse } from './over-time/gpus-in-use.ts';
import { sweepBars } from './over-time/sweep-bars.ts';
import type { Section } from './section.ts';

/** When the project used its GPUs, what that had cost by when, on what, and what happened. */
export const overTime: Section = {
  id: 'over-time',
  title: 'The project over time',
  render: async (facts, draw) => html`
${await gpusInUse(facts, draw)}
${await cumulativeCost(facts, draw)}
${await sweepBars(facts, draw)}
${eventTable(facts)}`,
};
