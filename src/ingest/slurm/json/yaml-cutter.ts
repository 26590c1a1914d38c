import { DASH, HASH, NEWLINE, RETURN, SPACE } from './bytes.ts';
import { Carry } from './carry.ts';
import { type CutHandler, type Cutter, JOBS, WANTED } from './cut-handler.ts';
import { StepUsage } from './step-usage.ts';

/** The largest job that is read, some four thousand steps. Parsing takes some forty times the memory of the text. */
const LARGEST_JOB = 8 << 20;
/** A key at the top of a document, with Slurm's tag or without. */
const TOP_KEY = /^(?:!!str )?["']?([A-Za-z_]\w*)["']?:(?:\s|$)/;
/** Where a document begins or ends. */
const BORDER = /^(?:---|\.\.\.)(?:\s|$)/;
const decoder = new TextDecoder();

/**
 * Cuts the items of `jobs:` out of YAML that comes in blocks, by indentation: a dash as deep as the first item's begins the next one. Within an
 * item all lines are deeper, those of long texts too: YAML wants it so. Lines that are not are damage and stay with their item.
 */
export class YamlCutter implements Cutter {
  readonly #handler: CutHandler;
  readonly #largest: number;
  /** The line that is not whole yet. */
  readonly #partial = new Carry();
  /** The lines of an item of `jobs`, or of another key that is wanted. */
  readonly #kept = new Carry();
  #line = 0;
  #where: 'top' | 'list' | 'other' = 'top';
  #otherKey = '';
  /** Spaces before the dashes of items; −1 before the first. */
  #indent = -1;
  #itemLine = 0;
  #tooLarge = false;
  /** Of the open item: offset of its last key; and the last key of the item before. */
  #keyAt = 0;
  #lastKey = '';
  readonly #usage = new StepUsage();
  /** Whether a list of jobs was met at all. */
  sawJobs = false;

  constructor(handler: CutHandler, largest = LARGEST_JOB) {
    this.#handler = handler;
    this.#largest = largest;
  }

  feed(bytes: Uint8Array): void {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      const rest = bytes.subarray(start, end + 1);
      if (this.#partial.length === 0) this.#takeLine(rest);
      else {
        this.#partial.append(rest.subarray(0, this.#room()));
        this.#takeLine(this.#partial.bytes);
        this.#partial.clear();
      }
      start = end + 1;
    }
    this.#partial.append(bytes.subarray(start, start + this.#room()));
  }

  end(): void {
    const cutLine = this.#partial.length > 0;
    if (cutLine) this.#takeLine(this.#partial.bytes);
    if (this.#where === 'list' && this.#hasItem) this.#endInItem(cutLine);
    else this.#leave();
  }

  /** No line need be longer than the largest job. */
  #room(): number {
    return Math.max(0, this.#largest + 1 - this.#partial.length);
  }

  get #hasItem(): boolean {
    return this.#kept.length > 0 || this.#tooLarge;
  }

  #takeLine(bytes: Uint8Array): void {
    this.#line++;
    const indent = indentOf(bytes);
    const first = bytes[indent];
    if (first === undefined || first === NEWLINE || first === RETURN) {
      if (this.#hasItem) this.#keep(bytes);
    } else if (this.#where === 'list' && this.#isItem(bytes, indent)) this.#beginItem(bytes, indent);
    else if (indent === 0 && first !== HASH && this.#isTop(bytes)) this.#topLevel(bytes);
    else if (this.#where === 'list' && this.#hasItem) this.#continueItem(bytes, indent);
    else if (this.#where === 'other') this.#keep(bytes);
  }

  #isItem(bytes: Uint8Array, indent: number): boolean {
    const after = bytes[indent + 1];
    const isDash = bytes[indent] === DASH && (after === SPACE || after === NEWLINE || after === RETURN);
    return isDash && (this.#indent === -1 || indent === this.#indent);
  }

  #isTop(bytes: Uint8Array): boolean {
    const head = decoder.decode(bytes.subarray(0, 80));
    return TOP_KEY.test(head) || BORDER.test(head);
  }

  #topLevel(bytes: Uint8Array): void {
    this.#leave();
    const key = TOP_KEY.exec(decoder.decode(bytes.subarray(0, 80)))?.[1] ?? '';
    if (key === JOBS) {
      this.#where = 'list';
      this.#indent = -1;
      this.sawJobs = true;
    } else if (WANTED.has(key)) {
      this.#where = 'other';
      this.#otherKey = key;
      this.#keep(bytes);
    }
  }

  /** What was open is whole: something else begins. */
  #leave(): void {
    if (this.#where === 'list') this.#endItem();
    else if (this.#where === 'other') this.#handler.other(this.#otherKey, this.#kept.bytes);
    this.#where = 'top';
    this.#kept.clear();
  }

  #beginItem(bytes: Uint8Array, indent: number): void {
    this.#endItem();
    this.#indent = indent;
    this.#itemLine = this.#line;
    this.#keyAt = 0;
    this.#usage.reset();
    this.#keep(bytes);
  }

  #continueItem(bytes: Uint8Array, indent: number): void {
    const depth = indent - this.#indent;
    if (depth === 2 && bytes[indent] !== DASH) this.#keyAt = this.#kept.length;
    if (!this.#usage.isPartOf(bytes, indent, depth)) this.#keep(bytes);
  }

  #keep(bytes: Uint8Array): void {
    if (this.#tooLarge) return;
    const room = this.#largest - this.#kept.length;
    this.#kept.append(bytes.subarray(0, room));
    if (bytes.length <= room || this.#where !== 'list') return;
    this.#handler.spoilt('large', this.#kept.bytes, this.#itemLine);
    this.#tooLarge = true;
    this.#kept.clear();
  }

  #endItem(): void {
    if (this.#kept.length > 0) {
      if (this.#handler.job(this.#kept.bytes, this.#itemLine)) this.#lastKey = this.#keyOf();
      else this.#handler.spoilt('damaged', this.#kept.bytes, this.#itemLine);
    }
    this.#tooLarge = false;
    this.#kept.clear();
  }

  /** The last key of the open item. */
  #keyOf(): string {
    const line = decoder.decode(this.#kept.bytes.subarray(this.#keyAt, this.#keyAt + 200)).trimStart();
    return TOP_KEY.exec(line)?.[1] ?? '';
  }

  /**
   * The file ends after an item, with nothing to say that this was all; Slurm ends a document with `...`. The item is whole if it ends as the one
   * before it did.
   */
  #endInItem(cutLine: boolean): void {
    const whole = !cutLine && (this.#lastKey === '' || this.#keyOf() === this.#lastKey);
    if (whole || this.#tooLarge) this.#endItem();
    else this.#handler.spoilt('cut', this.#kept.bytes, this.#itemLine);
  }
}

function indentOf(bytes: Uint8Array): number {
  let indent = 0;
  while (bytes[indent] === SPACE) indent++;
  return indent;
}
