import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import type { Reader, Sink, Source } from '../source.ts';
import { type Frame, headerIn } from './header-line.ts';
import { hasHeaderOfSqueue, headlessDelimiter, headlessLayout } from './headless.ts';
import { foreignHardwareIn, type SacctLayout } from './sacct-columns.ts';
import { SacctLines } from './sacct-lines.ts';
import { SacctReader } from './sacct-reader.ts';

/** What `sacct --parsable2` or `--parsable` prints, with any columns in any order and any delimiter; without a header if the user names the columns. */
export const sacctText: Source = {
  name: 'slurm-sacct',

  sniff(head) {
    const layout = headerIn(head)?.layout;
    if (layout !== undefined && isOwnTable(layout, head)) return 0.5;
    if (layout !== undefined) return layout.at('jobid') >= 0 || layout.at('jobidraw') >= 0 ? 1 : 0.6;
    return headlessDelimiter(head) === undefined ? 0 : 0.6;
  },

  read(head, sink) {
    const header = headerIn(head);
    if (header !== undefined) return new SacctReader(header, sink);
    if (hasHeaderOfSqueue(head)) return rejectAll(sink, 'slurm-squeue', OF_SQUEUE);
    const columns = sink.settings.slurmColumns;
    if (columns === undefined) return rejectAll(sink, 'slurm-no-header', NO_HEADER);
    const layout = headlessLayout(columns, headlessDelimiter(head) as string, head);
    return new SacctReader({ layout, frame: BARE }, sink);
  },
};

const BARE: Frame = { isQuoted: false, isPadded: false };

/** Whether a column that `sacct` does not have tells of GPUs, and AllocTRES of none: then the table has rules of its own. */
const isOwnTable = ({ columns, at }: SacctLayout, head: string): boolean =>
  foreignHardwareIn(columns).length > 0 && !(at('alloctres') >= 0 && head.includes('gres/gpu'));

const OF_SQUEUE =
  'what squeue prints is no history of jobs: it tells neither what ended jobs held nor when they really end. Export them with sacct -P, or squeue --json';

const NO_HEADER =
  'no header line, so what the columns are is not known. Export again without -n, or name them in runledger.yaml: slurm: { columns: "JobID,State,…" }';

/** Reads lines of which nothing can be used. */
function rejectAll(sink: Sink, rule: string, reason: string): Reader {
  const reject = (line: number, text: string): void =>
    sink.reject({ line, rule, reason, text: text.slice(0, REJECT_TEXT_LENGTH) });
  const lines = new SacctLines({
    block: ({ text, numbers }) => {
      text.split('\n').forEach((line, index) => {
        if (line.trim() !== '') reject(numbers[index] as number, line);
      });
    },
    overlong: (line) => reject(line, ''),
  });
  return { feed: (bytes) => lines.feed(bytes), end: () => lines.end() };
}
