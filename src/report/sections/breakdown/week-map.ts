import type { TopLevelSpec } from 'vega-lite';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { WeekHours } from '../../../model/week-hours.ts';
import type { DrawChart, Frame } from '../../render/charts.ts';
import { figure, type Key } from '../../render/figure.ts';
import { amount, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { numberAxis } from '../../render/number-axis.ts';
import { cell, dataTable } from '../../render/table.ts';
import { zoneWords } from '../../render/zone-words.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const HOURS_IN_A_DAY = 24;
const SATURDAY = 5;
/** The night, as the page counts it: from 22:00 to 6:00. Assumed, our own judgement. */
const [EVENING, MORNING] = [22, 6];
const DAYS_IN_A_WEEK = 7;
const CLASSES = 5;

/** GPU-hours by the hour of the week, as a map of 7 by 24; a sentence where the project is too short for one. */
export async function weekMap(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const { weekHours, project, clock } = facts;
  const heading = html`<h3>Hours of the week</h3>`;
  const most = Math.max(0, ...(weekHours?.gpuHours ?? []));
  if (weekHours === undefined || !(most > 0)) return html`${heading}<p>No attempt held a GPU at a known time.</p>`;
  if (project.days < DAYS_IN_A_WEEK) {
    return html`${heading}<p>The project lasted less than a week, too short for a map of the hours of the week.</p>`;
  }
  return html`${heading}${figure({
    chart: await draw({
      id: 'week-map',
      label: `Map of GPU-hours by day and hour of the week. ${sentence(weekHours)}`,
      spec: (frame) => specOf(weekHours, most, frame),
    }),
    axis: 'Day of the week, hour of the day',
    legend: keysOf(most),
    caption: html`GPU-hours by the hour of the week in which they were held, by ${zoneWords(clock)}. ${sentence(weekHours)}${untimed(weekHours)}`,
    data: table(weekHours),
  })}`;
}

const untimed = ({ untimedGpuHours }: WeekHours): Html | false =>
  untimedGpuHours > 0 &&
  html` ${amount(untimedGpuHours)} GPU-hours are left out: the logs do not tell when their attempts ran.`;

const dayOf = (hour: number): number => Math.floor(hour / HOURS_IN_A_DAY);
const hourOf = (hour: number): number => hour % HOURS_IN_A_DAY;
const clockTime = (hour: number): string => `${hour}:00`;
const slot = (hour: number): string => `${DAYS[dayOf(hour)]} ${clockTime(hourOf(hour))}–${clockTime(hourOf(hour) + 1)}`;

/** What stands out, beside what it would be if all hours were alike. */
function sentence({ gpuHours }: WeekHours): string {
  const all = gpuHours.reduce((sum, hours) => sum + hours, 0);
  const shareOf = (is: (hour: number) => boolean): number =>
    gpuHours.reduce((sum, hours, hour) => sum + (is(hour) ? hours : 0), 0) / all;
  const busiest = gpuHours.indexOf(Math.max(...gpuHours));
  const weekend = shareOf((hour) => dayOf(hour) >= SATURDAY);
  const night = shareOf((hour) => hourOf(hour) >= EVENING || hourOf(hour) < MORNING);
  return `The most fell on ${slot(busiest)}; ${percent(weekend)} on Saturdays and Sundays (29% if all hours were alike), ${percent(night)} between 22:00 and 6:00 (33%).`;
}

const classOf = (hours: number, most: number): number =>
  hours > 0 ? Math.max(1, Math.ceil((hours / most) * CLASSES)) : 0;
const colourOf = (index: number): string => `var(--heat-${index})`;

const keysOf = (most: number): Key[] => [
  { label: 'none', colour: colourOf(0) },
  ...Array.from({ length: CLASSES }, (_, index) => ({
    label: `to ${amount((most * (index + 1)) / CLASSES)}`,
    colour: colourOf(index + 1),
  })),
];

function specOf({ gpuHours }: WeekHours, most: number, frame: Frame): TopLevelSpec {
  const [left, right] = [40, 14];
  const values = Array.from(gpuHours, (hours, at) => ({
    day: DAYS[dayOf(at)],
    hour: hourOf(at),
    until: hourOf(at) + 0.95,
    gpuHours: hours,
    class: classOf(hours, most),
  }));
  const hours = Array.from({ length: 5 }, (_, index) => index * 6);
  return {
    width: frame.width - left - right,
    height: DAYS.length * (frame.narrow ? 18 : 22),
    autosize: { type: 'none' },
    padding: { left, right, top: 4, bottom: 26 },
    data: { values },
    mark: { type: 'rect', aria: false }, // 168 labels twice would be a tenth of the page; the table has the figures
    encoding: {
      x: {
        field: 'hour',
        type: 'quantitative',
        scale: { domain: [0, HOURS_IN_A_DAY], nice: false },
        axis: numberAxis(hours, clockTime),
      },
      x2: { field: 'until' },
      y: { field: 'day', type: 'ordinal', sort: [...DAYS], scale: { paddingInner: 0.06 }, axis: { title: null } },
      color: {
        field: 'class',
        type: 'nominal',
        legend: null,
        scale: {
          domain: Array.from({ length: CLASSES + 1 }, (_, index) => index),
          range: Array.from({ length: CLASSES + 1 }, (_, index) => colourOf(index)),
        },
      },
    },
  };
}

const table = ({ gpuHours }: WeekHours): Html =>
  dataTable({
    id: 'week-map-data',
    caption: 'GPU-hours by hour of the week',
    columns: [{ head: 'From' }, ...DAYS.map((head) => ({ head, kind: 'number' as const }))],
    rows: Array.from({ length: HOURS_IN_A_DAY }, (_, hour) => ({
      cells: [
        cell(clockTime(hour)),
        ...DAYS.map((_, day) => cell(amount(gpuHours[day * HOURS_IN_A_DAY + hour] ?? Number.NaN))),
      ],
    })),
  });
