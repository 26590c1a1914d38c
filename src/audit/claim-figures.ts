import type { Reading } from '../model/audit.ts';
import { CONSTANT_FIELDS, type Dimension, ENTRY_FIELDS, type FieldForm, PRICE_FORM } from '../model/claim-fields.ts';
import type { ClaimEntry, PaperClaim, Said, SaidFigure } from '../model/paper-claim.ts';
import { printAs } from '../model/print-number.ts';
import { readFigure, type Understood } from './read-figure.ts';

/** One printed number of a claim. What is printed alike in several places is one. */
export interface Figure {
  readonly id: string;
  /** By which formulas know it. Several readings of a figure share it; the first of them is the one that counts. */
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly at: readonly string[];
  readonly dimension: Dimension;
  readonly reading: Reading;
}

/** A text of a claim that is no figure, and by which keys one gets there. */
export interface FigureProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

const SHARE_FORM: FieldForm = { dimension: 'ratio', label: 'share' };

/** What hardware an entry has, as the first place calls it, without the count in it: `P100` of `P100x8`. */
export function hardwareOf({ hardware }: ClaimEntry): string | undefined {
  const first = typeof hardware === 'string' ? hardware : hardware?.[0]?.says;
  return first?.replace(/\s*[x×]\s*\d+$/i, '').replace(/^\d+\s*[x×]?\s+/i, '');
}

/** Key of the price list's entry that an entry is priced by; undefined where there is none. */
export function priceKeyOf({ prices = {} }: PaperClaim, entry: ClaimEntry): string | undefined {
  const key = entry.pricedAs ?? hardwareOf(entry);
  return key !== undefined && Object.hasOwn(prices, key) ? key : undefined;
}

export const titleOf = (key: string, { title }: ClaimEntry): string => title ?? key;

/** Reads a claim's texts into figures. */
class FigureReader {
  readonly figures: Figure[] = [];
  readonly problems: FigureProblem[] = [];

  /** All that is said of one figure; a range gives two, `.low` and `.high`. */
  read(path: readonly (string | number)[], name: string, title: string, said: Said, form?: FieldForm, exact = false) {
    if (!Array.isArray(said)) return this.#readOne(path, name, title, said as string | SaidFigure, form, exact);
    said.forEach((each, index) => {
      this.#readOne([...path, index], name, title, each, form, exact);
    });
  }

  #readOne(
    path: readonly (string | number)[],
    name: string,
    title: string,
    said: string | SaidFigure,
    form: FieldForm | undefined,
    exact: boolean,
  ): void {
    const figure: SaidFigure = typeof said === 'string' ? { says: said } : said;
    const understood = readFigure(figure.reads ?? figure.says, form, exact || figure.exact === true);
    if ('problem' in understood) this.problems.push({ path, problem: understood.problem });
    else this.#addReadings(understood, { name, title, says: figure.says, at: placesOf(figure) });
  }

  #addReadings({ readings, dimension }: Meaning, figure: Omit<Figure, 'id' | 'reading' | 'dimension'>): void {
    const [low, high] = readings as readonly [Reading, Reading?];
    if (high === undefined) {
      this.#add({ ...figure, dimension, reading: low });
      return;
    }
    for (const [end, reading] of Object.entries({ low, high })) {
      const says = printAs(reading.print, reading.value);
      this.#add({
        ...figure,
        name: `${figure.name}.${end}`,
        title: `${figure.title}, ${end}`,
        says,
        dimension,
        reading,
      });
    }
  }

  #add(figure: Omit<Figure, 'id'>): void {
    const others = this.figures.filter(({ name }) => name === figure.name);
    const same = others.find(({ reading }) => isSame(reading, figure.reading));
    if (same !== undefined) {
      const merged = { ...same, at: [...new Set([...same.at, ...figure.at])] };
      this.figures[this.figures.indexOf(same)] = merged;
      return;
    }
    const id = others.length === 0 ? figure.name : `${figure.name}@${others.length + 1}`;
    this.figures.push({ id, ...figure });
  }
}

type Meaning = Exclude<Understood, { readonly problem: string }>;

const placesOf = ({ at }: SaidFigure): readonly string[] => (at === undefined ? [] : [at]);

const isSame = (left: Reading, right: Reading): boolean =>
  left.low === right.low && left.high === right.high && left.kind === right.kind;

/** The figures of a claim in order, and what of its texts is none. */
export function figuresIn(claim: PaperClaim): Pick<FigureReader, 'figures' | 'problems'> {
  const reader = new FigureReader();
  for (const [field, form] of Object.entries(CONSTANT_FIELDS)) {
    const said = claim.constants?.[field as keyof typeof CONSTANT_FIELDS];
    if (said !== undefined) reader.read(['constants', field], field, capital(form.label), said, form, true);
  }
  for (const [key, price] of Object.entries(claim.prices ?? {})) {
    reader.read(['prices', key], `price.${key}`, `Price of a ${price.per}, ${key}`, price, PRICE_FORM);
  }
  for (const [key, entry] of Object.entries(claim.entries)) readEntry(reader, key, entry);
  for (const [key, said] of Object.entries(claim.figures ?? {}))
    reader.read(['figures', key], key, looseTitle(key, said), said);
  return reader;
}

function readEntry(reader: FigureReader, key: string, entry: ClaimEntry): void {
  const title = titleOf(key, entry);
  const fields = Object.entries<FieldForm>({ ...ENTRY_FIELDS, ...CONSTANT_FIELDS });
  for (const [field, form] of fields) {
    const said = entry[field as keyof ClaimEntry] as Said | undefined;
    if (said !== undefined)
      reader.read(['entries', key, field], `${key}.${field}`, `${title}: ${form.label}`, said, form);
  }
  for (const [hardware, said] of Object.entries(entry.shares ?? {})) {
    const name = `${key}.shares.${hardware}`;
    reader.read(['entries', key, 'shares', hardware], name, `${title}: share of ${hardware}`, said, SHARE_FORM);
  }
}

function looseTitle(key: string, said: Said): string {
  const first = Array.isArray(said) ? said[0] : said;
  return (typeof first === 'object' && 'title' in first ? first.title : undefined) ?? key;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
