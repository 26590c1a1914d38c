import { CsvRows, firstRows } from '../../csv/csv-rows.ts';
import type { Reader, Sink, Source } from '../../source.ts';

const OF_A_CHART = /(.+)__(?:MIN|MAX)$/;
const STEP = /^_?step$/i;
/** Columns by which a table would tell runs apart. */
const RUN_NAME = /^(?:name|run|run_?id|run_?name|id|display_?name)$/i;
/** Fewer rows in order may be so by chance. Our own judgement. */
const FEWEST_STEPS = 3;

const CHART =
  'points of a chart and not runs, so nothing of it can be counted. Export the table of runs instead (Runs, the arrow of the table, CSV Export, with the columns Created, Runtime and Sweep), or save the project with runledger collect wandb';
const HISTORY =
  'the history of a run, one row a step and not a run, so nothing of it can be counted. Export the table of runs instead (Runs, the arrow of the table, CSV Export, with the columns Created, Runtime and Sweep), or save the project with runledger collect wandb';

type Kind = 'chart' | 'history';

/** What a file of points shows; undefined when it is none. */
function pointsIn(head: string): Kind | undefined {
  const [header = [], ...rows] = firstRows(head);
  const hasBounds = header.some((name) => {
    const metric = OF_A_CHART.exec(name)?.[1];
    return metric !== undefined && header.includes(metric);
  });
  if (hasBounds || (STEP.test(header[0] ?? '') && header.slice(1).some((name) => name.includes(' - ')))) return 'chart';
  return isHistory(header, rows) ? 'history' : undefined;
}

/** Steps that grow from row to row, of one run at a time. */
function isHistory(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const step = header.indexOf('_step');
  if (step === -1) return false;
  const name = header.findIndex((cell) => RUN_NAME.test(cell.trim()));
  const whole = rows.filter((cells) => cells.length === header.length);
  const inOrder = whole.filter((cells, index) => {
    const before = whole[index - 1];
    if (before === undefined) return false;
    const isSameRun = name === -1 || before[name] === cells[name];
    return isSameRun && Number(cells[step]) > Number(before[step]);
  });
  const enough = name === -1 ? whole.length - 1 : whole.length / 2;
  return whole.length >= FEWEST_STEPS && inOrder.length >= enough;
}

/** Charts and histories that the web page or a script exported. They are recognised so that it can be said what to export instead. */
export const wandbChart: Source = {
  name: 'wandb-chart',
  sniff: (head) => (pointsIn(head) === undefined ? 0 : 0.97),
  read: (head, sink) => refuse(sink, pointsIn(head) ?? 'chart'),
};

function refuse({ settle, diagnostics, path }: Sink, kind: Kind): Reader {
  let isHeaded = false;
  const ignore = (): void => {
    if (isHeaded) settle('ignored');
    isHeaded = true;
  };
  const rows = new CsvRows({ row: ignore, damaged: ignore });
  const message = kind === 'chart' ? CHART : HISTORY;
  diagnostics.note(`wandb-${kind}`, 'error', message, { file: path, line: 1 });
  return { feed: (bytes) => rows.feed(bytes), end: () => rows.end() };
}
