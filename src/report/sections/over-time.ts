import { html } from '../render/html.ts';
import { gpusInUse } from './over-time/gpus-in-use.ts';
import { sweepBars } from './over-time/sweep-bars.ts';
import type { Section } from './section.ts';

/** When the project used its GPUs, and on what. */
export const overTime: Section = {
  id: 'over-time',
  title: 'The project over time',
  render: async (facts, draw) => html`
${await gpusInUse(facts, draw)}
${await sweepBars(facts, draw)}`,
};
