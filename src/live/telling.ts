import type { Item } from 'vega-scenegraph';
import { amount } from '../report/render/format.ts';
import type { LiveFrame } from '../report/render/live/live-chart.ts';
import type { ShownField } from '../report/render/live/shown-fields.ts';
import { minute } from '../report/render/time.ts';
import type { Picked, Point } from './pick.ts';
import { written } from './written.ts';

/** A line of a tip: what it is and how much; a colour where the legend names it by one. */
export interface Line {
  readonly label: string;
  readonly value: string;
  readonly colour?: string;
}

export interface Telling {
  readonly head: string;
  readonly lines: readonly Line[];
}

/** What stands around a chart on the page. */
export interface Surroundings {
  /** What the vertical axis counts. */
  readonly height: string;
  /** What the legend says of each colour. */
  readonly legend: ReadonlyMap<string, string>;
}

/** The most lines of a tip; a legend has at most eleven colours. */
const MOST_LINES = 12;

/** Says what a reader points at. */
export class Teller {
  private readonly fields: readonly ShownField[];
  private readonly around: Surroundings;

  constructor({ fields }: Pick<LiveFrame, 'fields'>, around: Surroundings) {
    this.fields = fields;
    this.around = around;
  }

  /** Undefined where there is nothing to say. */
  tell(picked: Picked): Telling | undefined {
    const telling = 'one' in picked ? this.ofOne(picked.one) : this.ofSeries(picked.across);
    return telling.head === '' && telling.lines.length === 0 ? undefined : telling;
  }

  /** The sentence that the data bring for a mark, else its fields. */
  private ofOne(item: Item): Telling {
    const note = this.noteOf(item);
    if (note !== '') return { head: note, lines: [] };
    return { head: '', lines: this.fields.flatMap((field) => this.lineOf(item, field)) };
  }

  /** Where the pointer stands, and each series there. */
  private ofSeries(points: readonly Point[]): Telling {
    const notes = points.map(({ item }) => this.noteOf(item)).filter((note) => note !== '');
    if (notes.length > 0) return { head: [...new Set(notes)].join('\n'), lines: [] };
    const lines = points.flatMap(({ item }) => this.seriesLines(item));
    const some = lines.filter(({ value }) => value !== '0');
    return { head: this.placeOf(points[0]), lines: distinct(some.length > 0 ? some : lines).slice(0, MOST_LINES) };
  }

  private seriesLines(item: Item): Line[] {
    const colour = colourOf(item);
    const series = this.around.legend.get(colour);
    return this.fields
      .filter(({ as, on }) => as === 'amount' && on !== 'x')
      .flatMap((field) => this.lineOf(item, field))
      .map((line) => ({ label: series ?? line.label, value: line.value, colour }));
  }

  /** `3 Feb 2018 00:00 to 4 Feb 2018 00:00 UTC`, or what else runs across. */
  private placeOf(point: Point | undefined): string {
    const across = this.fields.find(({ on }) => on === 'x');
    if (across === undefined || point === undefined) return '';
    const [from, until] = [point.item, point.until ?? point.item].map((item) => textOf(item, across));
    const span = from === until ? from : `${from} to ${until}`;
    return across.as === 'time' ? `${span} UTC` : `${across.label} ${span}`;
  }

  private noteOf(item: Item): string {
    const notes = this.fields.filter(({ as }) => as === 'note').map((field) => textOf(item, field));
    return notes.find((note) => note !== '') ?? '';
  }

  private lineOf(item: Item, field: ShownField): Line[] {
    const value = field.on === 'colour' ? (this.around.legend.get(colourOf(item)) ?? '') : textOf(item, field);
    const label = field.on === 'y' && this.around.height !== '' ? this.around.height : field.label;
    return value === '' || field.as === 'note' ? [] : [{ label, value }];
  }
}

/** Each once: a line and the area under it may show the same. */
const distinct = (lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [`${line.label} ${line.value}`, line])).values(),
];

const colourOf = ({ fill, stroke }: Item): string => (fill?.startsWith('var(') ? fill : (stroke ?? ''));

/** A field of a mark as the page would write it; empty where the mark has none. */
function textOf({ datum }: Item, { field, as }: ShownField): string {
  const value = datum?.[field];
  if (value === undefined || value === null) return '';
  if (as === 'time') return minute(Number(value) / 1000);
  return written(typeof value === 'number' ? amount(value) : String(value));
}
