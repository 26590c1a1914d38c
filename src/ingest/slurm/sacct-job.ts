import { expandHosts } from '../../model/host-list.ts';
import type { JobNumbers } from '../../model/job.ts';
import { JOB_STATES } from '../../model/job-state.ts';
import { RAW_TEXTS, RawJob, type RawText } from '../../model/raw-job.ts';
import type { Sink } from '../source.ts';
import type { Cells } from './cells.ts';
import type { Refusal } from './countable.ts';
import { parseTimeLimit, parseTimeLimitRaw } from './duration.ts';
import { isMarkOfNoValue, parseJoules, SHORTEST_MARK } from './energy.ts';
import { GpusAskedFor } from './gpus-asked-for.ts';
import { parseJobstats } from './jobstats.ts';
import { Remembered } from './remembered.ts';
import type { SacctLayout } from './sacct-columns.ts';
import { SacctTimes } from './sacct-times.ts';
import { isSuspended, parseState } from './state.ts';
import { countAt, parseTres } from './tres.ts';

/** The columns whose cells go into the table as they are; the first that a dump has. */
const TEXT_COLUMNS: Readonly<Record<RawText, readonly string[]>> = {
  cluster: ['cluster'],
  jobId: ['jobid', 'jobidraw'],
  jobIdRaw: ['jobidraw'],
  name: ['jobname'],
  command: ['submitline'],
  user: ['user'],
  account: ['account'],
  partition: ['partition'],
  workDir: ['workdir'],
  nodeList: ['nodelist'],
};
const [JOB_ID, JOB_ID_RAW] = [RAW_TEXTS.indexOf('jobId'), RAW_TEXTS.indexOf('jobIdRaw')];
const RUNNING = JOB_STATES.indexOf('running');
const NODE_LIST = RAW_TEXTS.indexOf('nodeList');

/** What `NodeList` says for no nodes: these begin with N or a parenthesis. */
const NO_NODES = /^(None assigned|\(.*\))$/;
const [LETTER_J, LETTER_N, PARENTHESIS] = [0x4a, 0x4e, 0x28];

type AmountColumn = 'state' | 'tres' | 'asked' | 'cpus' | 'nodes' | 'restarts';

/** Makes jobs of the records of one layout: the same object each time, filled anew. */
export class SacctJobs {
  readonly #raw = new RawJob();
  readonly #texts: readonly number[];
  readonly #times: SacctTimes;
  readonly #at: Readonly<Record<AmountColumn, number>>;
  readonly #gpusAskedFor: GpusAskedFor;
  readonly #comment: number;
  readonly #gunzip: Sink['gunzip'];
  readonly #limit: { readonly cell: number; readonly seconds: Remembered<number> };
  readonly #energy: { readonly cell: number; readonly joules: Remembered<number> };
  readonly #states = new Remembered((text) => JOB_STATES.indexOf(parseState(text)));
  readonly #suspends = new Remembered(isSuspended);
  readonly #nodeCounts = new Remembered((list) => expandHosts(list).length);
  readonly #allocations: Remembered<ReturnType<typeof parseTres> & { readonly types: number }>;

  constructor(layout: SacctLayout, { table, toUtc, gunzip }: Pick<Sink, 'table' | 'toUtc' | 'gunzip'>) {
    const first = (...names: readonly string[]): number =>
      names.map((name) => layout.at(name)).find((position) => position >= 0) ?? -1;
    this.#texts = RAW_TEXTS.map((name) => first(...TEXT_COLUMNS[name]));
    this.#times = new SacctTimes(layout, toUtc);
    this.#at = {
      state: first('state'),
      tres: first('alloctres', 'reqtres'),
      asked: first('reqtres'),
      cpus: first('alloccpus', 'ncpus'),
      nodes: first('allocnodes', 'nnodes'),
      restarts: first('restarts'),
    };
    const { tres, asked: request } = this.#at;
    const asked = { tres, request, gres: first('allocgres', 'reqgres'), command: first('submitline') };
    this.#gpusAskedFor = new GpusAskedFor(asked, table);
    const minutes = first('timelimitraw');
    this.#limit =
      minutes >= 0
        ? { cell: minutes, seconds: new Remembered(parseTimeLimitRaw) }
        : { cell: first('timelimit'), seconds: new Remembered(parseTimeLimit) };
    this.#comment = first('admincomment');
    this.#gunzip = gunzip;
    this.#energy = { cell: first('consumedenergyraw', 'consumedenergy'), joules: new Remembered(parseJoules) };
    this.#allocations = new Remembered((text) => {
      const tres = parseTres(text);
      return { ...tres, types: table.gpuTypes.codeOf(tres.gpuTypes) };
    });
  }

  /** The energy that a record states, joules; NaN for none. */
  joules(cells: Cells): number {
    return this.#energy.joules.at(cells, this.#energy.cell);
  }

  /** When a record says that it began, epoch seconds UTC; NaN where it does not. */
  start(cells: Cells): number {
    return this.#times.start(cells);
  }

  /** Whether a record states no energy but has a mark for "no value" where it should stand. */
  marksNoEnergy(cells: Cells): boolean {
    const { cell } = this.#energy;
    const size = cell < 0 ? 0 : (cells.ends[cell] as number) - (cells.starts[cell] as number);
    return size >= SHORTEST_MARK && isMarkOfNoValue(cells.text(cell));
  }

  /** @param arrayJobId and `arrayTask` as the id says, NaN for a job that is no array task */
  read(cells: Cells, line: number, arrayJobId: number, arrayTask: number): RawJob | Refusal {
    const raw = this.#raw;
    raw.numbers.line = line;
    raw.numbers.arrayJobId = arrayJobId;
    raw.numbers.arrayTask = arrayTask;
    this.#placeTexts(cells);
    raw.state = this.#states.at(cells, this.#at.state);
    raw.isSuspended = raw.state === RUNNING && this.#suspends.at(cells, this.#at.state);
    const refusal = this.#times.read(cells, raw);
    if (refusal !== undefined) return refusal;
    this.#readAmounts(cells, raw.numbers);
    return raw;
  }

  #placeTexts(cells: Cells): void {
    const raw = this.#raw;
    raw.bytes = cells.bytes;
    for (let text = 0; text < this.#texts.length; text++) {
      const cell = this.#texts[text] as number;
      if (cell < 0) raw.place(text, 0, 0);
      else raw.place(text, cells.starts[cell] as number, cells.ends[cell] as number);
    }
    // The raw id only where it differs: for three jobs in four it would be stored twice.
    if (raw.isSame(JOB_ID, JOB_ID_RAW)) raw.place(JOB_ID_RAW, 0, 0);
    const nodes = this.#texts[NODE_LIST] as number;
    const first = cells.first(nodes);
    const perhapsNone = first === LETTER_N || first === PARENTHESIS;
    if (perhapsNone && NO_NODES.test(cells.text(nodes))) raw.place(NODE_LIST, 0, 0);
  }

  #readAmounts(cells: Cells, numbers: JobNumbers): void {
    const allocation = this.#allocations.at(cells, this.#at.tres);
    this.#raw.gpuTypes = allocation.types;
    this.#raw.hasAskedGpus = this.#at.tres === this.#at.asked && allocation.gpus > 0;
    numbers.gpus = allocation.gpus;
    numbers.memoryGb = allocation.memoryGb;
    numbers.cpus = Number.isNaN(allocation.cpus) ? countAt(cells, this.#at.cpus) : allocation.cpus;
    numbers.nodes = this.#nodesOf(cells);
    if (Number.isNaN(numbers.gpus)) this.#gpusAskedFor.read(cells, this.#raw);
    numbers.restarts = countAt(cells, this.#at.restarts);
    numbers.timeLimit = this.#limit.seconds.at(cells, this.#limit.cell);
    numbers.energyJoules = this.joules(cells);
    numbers.gpuUtilisation = this.#utilisationOf(cells);
  }

  /** The summary that Jobstats leaves in the administrator's comment. */
  #utilisationOf(cells: Cells): number {
    if (cells.first(this.#comment) !== LETTER_J) return Number.NaN;
    return parseJobstats(cells.text(this.#comment), this.#gunzip) ?? Number.NaN;
  }

  /** As many as the list names: after a resize under 20.11 the counts are those from before. */
  #nodesOf(cells: Cells): number {
    const list = this.#raw.isEmpty(NODE_LIST) ? -1 : (this.#texts[NODE_LIST] as number);
    const listed = this.#nodeCounts.at(cells, list);
    return listed > 0 ? listed : countAt(cells, this.#at.nodes);
  }
}
