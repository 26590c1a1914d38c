import type { TopLevelSpec } from 'vega-lite';

/** A field of a chart's data as it is told to the reader. */
export interface ShownField {
  readonly field: string;
  /** What it is called; empty for a whole sentence, which then is all that is told. */
  readonly label: string;
  readonly as: 'note' | 'time' | 'amount' | 'text';
  /** What it is drawn as; a colour is explained by the legend. */
  readonly on: 'x' | 'y' | 'colour' | '';
}

interface Channel {
  readonly field?: unknown;
  readonly type?: string;
  readonly title?: string | null;
}

interface Layer {
  readonly encoding?: Readonly<Record<string, Channel>>;
  readonly layer?: readonly Layer[];
}

/** In this order they are read; others, such as opacity, repeat one of these. */
const CHANNELS = ['description', 'x', 'x2', 'y', 'y2', 'color', 'fill', 'stroke', 'text'];

/** The fields that a chart draws, each once: a sentence where the data bring one, else time, amounts and kinds. */
export function shownFields(source: TopLevelSpec): ShownField[] {
  const found = new Map<string, ShownField>();
  for (const encoding of encodingsOf(source as Layer)) {
    for (const channel of CHANNELS) {
      const shown = shownField(channel, encoding[channel]);
      if (shown !== undefined && !found.has(shown.field)) found.set(shown.field, shown);
    }
  }
  return [...found.values()];
}

function encodingsOf({ encoding, layer = [] }: Layer): Readonly<Record<string, Channel>>[] {
  return [...(encoding === undefined ? [] : [encoding]), ...layer.flatMap(encodingsOf)];
}

function shownField(channel: string, { field, type, title }: Channel = {}): ShownField | undefined {
  if (typeof field !== 'string') return undefined;
  if (channel === 'description') return { field, label: '', as: 'note', on: '' };
  return {
    field,
    label: title ?? spelled(field),
    as: kindOf(type),
    on: drawnAs(channel),
  };
}

const COLOURS = new Set(['color', 'fill', 'stroke']);

const drawnAs = (channel: string): ShownField['on'] =>
  channel === 'x' || channel === 'y' ? channel : COLOURS.has(channel) ? 'colour' : '';

const kindOf = (type: string | undefined): ShownField['as'] =>
  type === 'temporal' ? 'time' : type === 'nominal' || type === 'ordinal' ? 'text' : 'amount';

/** `gpuHours` as a reader would say it: `GPU hours`. */
const spelled = (field: string): string =>
  field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/\b(gpu|cpu|usd)(s?)\b/g, (_, unit: string, many: string) => unit.toUpperCase() + many);
