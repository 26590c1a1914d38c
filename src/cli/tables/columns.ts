import type { ReferenceRow } from '../../tables/catalogue/reference-table.ts';
import { wrapped } from './wrapped.ts';

const WIDTH = 80;
const FIGURE = 8;

/** What a group is printed in. */
interface Columns {
  readonly header: string;
  /** The lines of a row, with the numbers of its sources at the end. */
  readonly lines: (row: ReferenceRow, cited: string) => string[];
}

/** Names to the left, figures in columns of one width, sources to the right. One figure a row where none of them is a range; units with the names where they differ. */
export function columnsOf(rows: readonly ReferenceRow[], hasUnits: boolean): Columns {
  const isRange = rows.some(({ rate }) => rate.low !== rate.high);
  const titles = isRange ? ['low', 'middle', 'high'] : ['figure'];
  const nameWidth = isRange ? 42 : 58;
  const figures = (texts: readonly string[]): string => texts.map((text) => text.padStart(FIGURE)).join('');
  return {
    header: `${''.padEnd(nameWidth)}${figures(titles)} sources`,
    lines: (row, cited) => {
      const { low, value, high } = row.rate;
      const [first = '', ...more] = wrapped(nameOf(row, hasUnits), nameWidth - 1, '  ');
      const line = `${first.padEnd(nameWidth)}${figures((isRange ? [low, value, high] : [value]).map(number))}`;
      const isShort = line.length + 1 + cited.length <= WIDTH;
      return isShort ? [`${line} ${cited}`, ...more] : [line, ...withSources(more, cited)];
    },
  };
}

/** The numbers of the sources at the end of the next line, where they did not fit into the first. */
function withSources([next = '', ...more]: readonly string[], cited: string): string[] {
  const room = WIDTH - next.length;
  return cited.length < room ? [`${next}${cited.padStart(room)}`, ...more] : [next, ...more, cited.padStart(WIDTH)];
}

/** A ratio has the unit 1. */
export const unitText = (unit: string): string => (unit === '1' ? 'ratio' : unit);

function nameOf({ rate, label, facts }: ReferenceRow, hasUnits: boolean): string {
  const known = Object.entries(facts ?? {}).map(([fact, value]) => factText(fact, value));
  const beside = [...known.filter((text) => text !== ''), ...(hasUnits ? [unitText(rate.unit)] : [])];
  return beside.length > 0 ? `${label ?? rate.name} (${beside.join(', ')})` : (label ?? rate.name);
}

function factText(fact: string, value: string | number): string {
  if (fact === 'region') return '';
  if (fact === 'memory, GB') return `${value} GB`;
  if (fact === 'GPUs a board') return value === 1 ? '' : `${value} a board`;
  if (fact === 'GPUs') return value === 1 ? '' : `${value} GPUs`;
  return fact === 'cores' ? `${value} cores` : String(value);
}

/** Digits that a figure is printed with. All of them are in `--json`. */
const DIGITS = 4;

/** Four digits, without zeros at the end and without a locale: `0.3835`, `142.5`, `20000`. */
const number = (figure: number): string =>
  String(Math.abs(figure) >= 10 ** DIGITS ? Math.round(figure) : Number(figure.toPrecision(DIGITS)));
