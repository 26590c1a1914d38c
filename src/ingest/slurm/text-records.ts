import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import type { Reader, Sink } from '../source.ts';
import { isNoise, noteNoise } from './noise.ts';
import { SacctLines } from './sacct-lines.ts';

/** No record of a few dozen keys is longer; what is longer is damage. */
const LONGEST_RECORD = 1 << 18;

/** How a form of several lines a record is cut, and what reads the records. */
export interface TextRecordForm {
  /** How the first line of a record begins. */
  readonly beginning: RegExp;
  /** Takes a whole record; false when it is none. */
  read(text: string, line: number): boolean;
  /** What a record that cannot be read lacks. */
  readonly damage: string;
}

/** Reads records of `key=value` text that begin with a line of a known form and go on, newlines in names and all, until the next begins. */
export function textRecords(sink: Sink, form: TextRecordForm): Reader {
  let open: { text: string; readonly line: number } | undefined;
  const reject = (text: string, line: number, reason: string): void =>
    sink.reject({ line, rule: 'slurm-record', reason, text: text.slice(0, REJECT_TEXT_LENGTH) });
  const close = (): void => {
    if (open !== undefined && !form.read(open.text.trimEnd(), open.line)) reject(open.text, open.line, form.damage);
    open = undefined;
  };
  const take = (text: string, line: number): void => {
    if (form.beginning.test(text)) {
      close();
      open = { text, line };
    } else if (isNoise(text)) noteNoise(sink, line);
    else if (open === undefined) {
      if (text.trim() !== '') reject(text, line, 'not part of a record');
    } else if (open.text.length + text.length > LONGEST_RECORD) close();
    else open.text += `\n${text}`;
  };
  const lines = new SacctLines({
    block: ({ text, numbers }) => {
      text.split('\n').forEach((line, index) => {
        take(line, numbers[index] as number);
      });
    },
    overlong: (line) => reject('', line, 'a line of more than 4 MiB'),
  });
  return {
    feed: (bytes) => lines.feed(bytes),
    end: () => {
      lines.end();
      close();
    },
  };
}
