import type { ProjectFacts } from '../../../model/facts.ts';
import type { ProjectEvent } from '../../../model/project-event.ts';
import type { Spending } from '../../../model/spending.ts';
import { amount, grouped, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { captioned, cell } from '../../render/table.ts';
import { day, minute } from '../../render/time.ts';
import { zoneWords } from '../../render/zone-words.ts';
import { drawnSpan, isWithin } from './drawn-span.ts';

const MOST_CHARACTERS = 300;

/** What the user says happened, with what the project had taken by then; nothing where nothing was said. */
export function eventTable(facts: ProjectFacts): Html | false {
  const { events, spending, clock } = facts;
  if (events.length === 0) return false;
  const span = drawnSpan(facts);
  return captioned({
    id: 'events',
    caption: html`What happened, as runledger.yaml says, by ${zoneWords(clock)}, and the GPU-hours held by then, of all. The
numbers stand at the lines in the charts; a day without an hour is drawn at its beginning.`,
    columns: [
      { head: 'No.', kind: 'number' },
      { head: 'When' },
      { head: 'What', kind: 'prose' },
      { head: 'GPU-hours by then', kind: 'number' },
    ],
    rows: events.map((event, index) => {
      const held = heldUntil(spending, event.at);
      const all = spending.gpuHours.at(-1) ?? Number.NaN;
      return {
        cells: [
          cell(grouped(index + 1)),
          cell(whenOf(event)),
          cell(
            html`${named(event.note, MOST_CHARACTERS)}${!isWithin(span, event.at) && ' (not in the time that is drawn)'}`,
          ),
          cell(html`${amount(held)}<span class="range">${percent(held / all)}</span>`, held),
        ],
      };
    }),
  });
}

const whenOf = ({ local, isDay }: ProjectEvent): string => (isDay ? day(local) : minute(local));

/** GPU-hours until a moment; within a bin, as if they were held evenly. */
export function heldUntil({ start, binSeconds, gpuHours }: Spending, at: number): number {
  if (gpuHours.length === 0) return Number.NaN;
  const bins = Math.min(gpuHours.length, Math.max(0, (at - start) / binSeconds));
  const whole = Math.floor(bins);
  const before = whole === 0 ? 0 : (gpuHours[whole - 1] as number);
  const after = gpuHours[Math.min(whole, gpuHours.length - 1)] as number;
  return before + (bins - whole) * (after - before);
}
