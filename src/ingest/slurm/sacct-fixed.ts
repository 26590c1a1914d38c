import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import type { Reader, Sink, Source } from '../source.ts';
import { Cells } from './cells.ts';
import { usesOfColumns } from './column-uses.ts';
import { parseJoules } from './energy.ts';
import { cutFixed, type FixedCell, fullWidth, widthsIn } from './fixed-width.ts';
import { isJobId } from './job-id.ts';
import { isNoise, noteNoise } from './noise.ts';
import { columnNamed, isJobHeader, layoutOf, type SacctLayout } from './sacct-columns.ts';
import { type LineBlock, SacctLines } from './sacct-lines.ts';
import { SacctRecords } from './sacct-records.ts';

/** The header of fixed-width output is known by the dashes under it. */
function headerOf(header: string, dashes: string): FixedLayout | undefined {
  const widths = widthsIn(dashes);
  if (widths === undefined) return undefined;
  const columns = cutFixed(header, widths).map(({ text }) => columnNamed(text));
  return isJobHeader(columns) ? { ...layoutOf(columns, ' '), widths } : undefined;
}

interface FixedLayout extends SacctLayout {
  readonly widths: readonly number[];
}

/** What `sacct` prints without -P or -p: columns of fixed width, cells cut to it. */
export const sacctFixed: Source = {
  name: 'slurm-sacct-fixed',

  sniff(head) {
    const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/);
    return lines.some((line, index) => headerOf(line, lines[index + 1] ?? '') !== undefined) ? 1 : 0;
  },

  read: (_head, sink) => new FixedReader(sink),
};

interface Line {
  text: string;
  readonly number: number;
}

class FixedReader implements Reader {
  readonly #sink: Sink;
  readonly #lines: SacctLines;
  readonly #records: SacctRecords;
  readonly #cells = new Cells();
  #layout: FixedLayout | undefined;
  /** The line before: a header if dashes follow, or a row that a newline in a name may have broken. */
  #held: Line | undefined;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#records = new SacctRecords(sink);
    this.#lines = new SacctLines({
      block: (block) => this.#block(block),
      overlong: (line) => sink.reject({ line, rule: 'line-too-long', reason: 'a line of more than 4 MiB', text: '' }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#lines.feed(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#release();
    this.#records.end();
  }

  #block({ text, numbers }: LineBlock): void {
    text.split('\n').forEach((line, index) => {
      this.#line({ text: line, number: numbers[index] as number });
    });
  }

  #line(line: Line): void {
    const layout = headerOf(this.#held?.text ?? '', line.text);
    if (layout !== undefined) {
      this.#held = undefined;
      this.#layout = layout;
      this.#sink.describe(usesOfColumns(layout.columns));
    } else if (this.#isRestOfHeld(line.text)) {
      (this.#held as Line).text += `\n${line.text}`;
    } else {
      this.#release();
      this.#held = line;
    }
  }

  #isRestOfHeld(text: string): boolean {
    if (this.#held === undefined || this.#layout === undefined || text.trim() === '') return false;
    const { widths } = this.#layout;
    const isRow = isJobId(firstWord(this.#held.text).replace(/\+$/, ''));
    return isRow && this.#held.text.length < fullWidth(widths) && !isJobId(firstWord(text).replace(/\+$/, ''));
  }

  /** The line held is what it seems: a row, or something that does not belong here. */
  #release(): void {
    const line = this.#held;
    this.#held = undefined;
    if (line === undefined || line.text.trim() === '') return;
    if (this.#layout !== undefined && !isNoise(line.text)) this.#row(line, this.#layout);
    else if (isNoise(line.text)) noteNoise(this.#sink, line.number);
    else this.#reject(line, 'slurm-not-a-row', 'a line before the header');
  }

  #row(line: Line, layout: FixedLayout): void {
    const cells = cutFixed(line.text, layout.widths);
    const id = cells[layout.at('jobid')];
    const raw = cells[layout.at('jobidraw')];
    const known = [id, raw].find((cell) => cell !== undefined && !cell.isCut && isJobId(cell.text));
    if (isCutStep(id) || isCutStep(raw)) this.#cutStep(cells, line, layout);
    else if (known !== undefined) this.#record(cells, known.text, line, layout);
    else if (id?.isCut === true || raw?.isCut === true) {
      const reason = 'the job id is cut to the width of its column. Export again with -P, or JobID%30';
      this.#reject(line, 'slurm-cut-id', reason);
    } else this.#reject(line, 'slurm-not-a-row', 'not a row of this dump');
  }

  /** The end of its id is gone, but a `b` behind the point can only be of `.batch`. */
  #cutStep(cells: readonly FixedCell[], { number }: Line, layout: FixedLayout): void {
    const id = [cells[layout.at('jobid')], cells[layout.at('jobidraw')]].find(isCutStep) as FixedCell;
    const dot = id.text.indexOf('.');
    const kind = id.text.slice(dot + 1).replace(/\+$/, '');
    this.#cells.fill(cells.map(({ text }) => text));
    this.#records.addStep(
      this.#cells,
      `${id.text.slice(0, dot)}${kind.startsWith('b') ? '.batch' : '.0'}`,
      number,
      layout,
    );
    const energy = cells[layout.at(layout.at('consumedenergyraw') >= 0 ? 'consumedenergyraw' : 'consumedenergy')];
    if (kind !== '' || energy === undefined || Number.isNaN(parseJoules(energy.text))) return;
    const message =
      'steps with measured energy whose id is cut to the width of its column: which of them are batch scripts, whose energy is that of their job, is not known. Export again with -P';
    this.#sink.diagnostics.note('slurm-cut-step', 'warning', message, { file: this.#sink.path, line: number });
  }

  #record(cells: readonly FixedCell[], id: string, line: Line, layout: FixedLayout): void {
    if (cells.some(({ isCut }) => isCut)) this.#noteCut(cells, line, layout);
    const texts = cells.map((cell, column) => {
      const name = layout.columns[column] as string;
      if (name === 'jobid') return id;
      return cell.isCut && name.endsWith('tres') ? wholeItems(cell.text) : cell.text;
    });
    this.#cells.fill(texts);
    this.#records.add(this.#cells, line.number, layout);
  }

  #noteCut(cells: readonly FixedCell[], line: Line, layout: FixedLayout): void {
    const { diagnostics, path } = this.#sink;
    const place = { file: path, line: line.number };
    const isCut = (name: string): boolean => cells[layout.at(name)]?.isCut === true;
    if (isCut('alloctres')) {
      const message =
        'AllocTRES is cut to the width of its column: GPUs that cannot be read are unknown. Export again with -P';
      diagnostics.note('slurm-cut-tres', 'info', message, place);
    }
    if (isCut('jobname') || isCut('submitline')) {
      const message =
        'names or commands are cut to the width of their column: sweeps may be missed. Export again with -P';
      diagnostics.note('slurm-cut-text', 'warning', message, place);
    }
  }

  #reject({ text, number }: Line, rule: string, reason: string): void {
    this.#sink.reject({ line: number, rule, reason, text: text.slice(0, REJECT_TEXT_LENGTH) });
  }
}

const firstWord = (text: string): string => text.trimStart().split(' ', 1)[0] as string;

/** `46630292.ba+`: cut, and still a step's. */
const isCutStep = (cell: FixedCell | undefined): boolean => cell?.isCut === true && cell.text.includes('.');

/** Of a cut TRES text what is certain: all of it but its last item, if that counts all GPUs (`gres/gpu=`, which comes after its types). */
function wholeItems(text: string): string {
  const items = text.split(',').slice(0, -1);
  return items.some((item) => item.startsWith('gres/gpu=')) ? items.join(',') : '';
}
