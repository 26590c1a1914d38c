import { Balance } from './balance.ts';
import { CLOSE_LIST, COMMA, countNewlines, isBlank, NEWLINE, OPEN_OBJECT } from './bytes.ts';
import { Carry } from './carry.ts';
import { type CutHandler, type Cutter, JOBS, WANTED } from './cut-handler.ts';
import { LostPlace } from './lost-place.ts';
import { findMarks, firstKey, partsOf } from './marks.ts';
import { TopLevel } from './top-level.ts';

/** The largest job that is read. 64 MiB hold some ten thousand steps; memory is finite, and what is larger is damage. */
const LARGEST_JOB = 64 << 20;
/** Values beside the list of jobs are kept up to this size. */
const LARGEST_OTHER = 1 << 16;
/** Slurm nests about ten deep. Parsing millions of brackets would take gigabytes. */
const DEEPEST = 200;

/** Where the next byte stands: outside of the list of jobs, in it, in a value that is cut out, or lost between two jobs. */
type Where = 'top' | 'list' | 'value' | 'lost';

/**
 * Cuts the objects of `jobs` out of JSON that comes in blocks, whatever stands around them: any number of documents end to end, text
 * before them. No byte is decoded here, and one job is held at a time. Where braces do not match, the next job is found by its first key.
 */
export class JsonCutter implements Cutter {
  readonly #handler: CutHandler;
  readonly #largest: number;
  readonly #top = new TopLevel();
  readonly #balance = new Balance();
  readonly #carry = new Carry();
  readonly #lost: LostPlace;
  #where: Where = 'top';
  #line = 1;
  /** Of the value that is being cut out: whether it is a job, and its first line. */
  #isJob = false;
  #valueLine = 1;
  #key: Uint8Array = new TextEncoder().encode('"account"');
  #keyKnown = false;
  /** Whether the last thing in the list was set aside: what follows without being a job is the rest of it. */
  #isSpoilt = false;
  /** Whether a list of jobs was met at all. */
  sawJobs = false;

  constructor(handler: CutHandler, largest = LARGEST_JOB) {
    this.#handler = handler;
    this.#largest = largest;
    this.#lost = new LostPlace(handler);
  }

  feed(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#where === 'value') at = this.#value(bytes, at);
      else if (this.#where === 'list') at = this.#list(bytes, at);
      else if (this.#where === 'top') at = this.#topLevel(bytes, at);
      else at = this.#findAgain(bytes, at);
    }
  }

  end(): void {
    if (this.#isInJob) this.#endInJob();
    else if (this.#where !== 'lost' && this.#top.isInside) this.#handler.unfinished(this.#line);
    if (this.#where === 'lost') this.#lost.leave();
  }

  get #isInJob(): boolean {
    return this.#where === 'value' && this.#isJob;
  }

  /** The file ends within a job, or within what a job without an end swallowed. */
  #endInJob(): void {
    this.#where = 'list';
    this.#saveOrSpoil(this.#carry.bytes.slice(), this.#valueLine, 'cut');
    if (this.#isInJob) this.#handler.spoilt('cut', this.#carry.bytes, this.#valueLine);
  }

  #topLevel(bytes: Uint8Array, start: number): number {
    for (let at = start; at < bytes.length; at++) {
      const found = this.#top.push(bytes[at] as number);
      if (bytes[at] === NEWLINE) this.#line++;
      if (found === undefined) continue;
      if (found.kind === 'scalar') {
        if (WANTED.has(found.key)) this.#handler.other(found.key, found.bytes);
      } else if (found.kind === 'list' && found.key === JOBS) {
        this.sawJobs = true;
        this.#isSpoilt = false;
        this.#where = 'list';
        return at + 1;
      } else {
        this.#begin(false);
        return at;
      }
    }
    return bytes.length;
  }

  #list(bytes: Uint8Array, start: number): number {
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === NEWLINE) this.#line++;
      if (isBlank(byte) || byte === COMMA) continue;
      if (byte === OPEN_OBJECT) this.#begin(true);
      else if (byte === CLOSE_LIST) this.#where = 'top';
      else this.#lose(!this.#isSpoilt);
      return byte === CLOSE_LIST ? at + 1 : at;
    }
    return bytes.length;
  }

  #begin(isJob: boolean): void {
    this.#where = 'value';
    this.#isJob = isJob;
    this.#valueLine = this.#line;
    this.#balance.reset();
    this.#carry.clear();
  }

  #value(bytes: Uint8Array, start: number): number {
    const room = (this.#isJob ? this.#largest : LARGEST_OTHER) - this.#carry.length;
    const end = this.#isJob ? Math.min(bytes.length, start + room) : bytes.length;
    const close = this.#balance.scan(bytes, start, end);
    const stop = close === -1 ? end : close;
    this.#line = this.#valueLine + this.#balance.lines;
    if (close !== -1 && this.#carry.length === 0) {
      this.#closed(bytes.subarray(start, close));
      return close;
    }
    this.#carry.append(bytes.subarray(start, Math.min(stop, start + room)));
    if (close !== -1) this.#closed(this.#carry.bytes);
    else if (this.#isJob && this.#carry.length >= this.#largest) this.#overflow();
    return stop;
  }

  #closed(bytes: Uint8Array): void {
    this.#where = this.#isJob ? 'list' : 'top';
    if (!this.#isJob) {
      if (WANTED.has(this.#top.key)) this.#handler.other(this.#top.key, bytes);
    } else if (!this.#isReadable(bytes, this.#valueLine, this.#balance)) {
      this.#saveOrSpoil(bytes, this.#valueLine, 'damaged');
    } else if (!this.#keyKnown) {
      this.#key = firstKey(bytes) ?? this.#key;
      this.#keyKnown = true;
    }
  }

  #isReadable(bytes: Uint8Array, line: number, { deepest }: Balance): boolean {
    const isReadable = deepest <= DEEPEST && this.#handler.job(bytes, line);
    if (isReadable) this.#isSpoilt = false;
    return isReadable;
  }

  #overflow(): void {
    this.#lose(false);
    this.#saveOrSpoil(this.#carry.bytes.slice(), this.#valueLine, 'large');
  }

  #lose(isRecord: boolean): void {
    this.#where = 'lost';
    this.#lost.enter(this.#key, this.#line, isRecord);
  }

  /**
   * What was cut out is no JSON. Where jobs can be seen to begin in it, it is cut there, and the last part, whose end is not known, is read again
   * from where it begins.
   */
  #saveOrSpoil(bytes: Uint8Array, line: number, why: 'cut' | 'damaged' | 'large'): void {
    const marks = findMarks(bytes, this.#key);
    this.#isSpoilt = marks.length === 0;
    if (this.#isSpoilt) this.#handler.spoilt(why, bytes, line);
    else this.#cutAt(marks, bytes, line);
  }

  #cutAt(marks: readonly number[], bytes: Uint8Array, line: number): void {
    for (const part of partsOf(bytes, marks, line)) this.#judge(part.bytes, part.line);
    const from = marks.at(-1) ?? 0;
    this.#where = 'list';
    this.#line = line + countNewlines(bytes.subarray(0, from));
    this.feed(bytes.slice(from));
  }

  #judge(part: Uint8Array, line: number): void {
    const balance = new Balance();
    const end = balance.scan(part, 0, part.length);
    if (end === -1 || !this.#isReadable(part.subarray(0, end), line, balance)) {
      this.#handler.spoilt('damaged', part, line);
    }
  }

  #findAgain(bytes: Uint8Array, start: number): number {
    for (let at = start; at < bytes.length; at++) {
      const found = this.#lost.push(bytes[at] as number);
      if (found === undefined) continue;
      this.#where = 'list';
      this.#line = found.line;
      this.feed(found.bytes);
      return at + 1;
    }
    return bytes.length;
  }
}
