import { PbfReader } from 'pbf';
import { parseTolerantJson } from '../tolerant-json.ts';
import { type Environment, plain, readEnvironment } from './environment.ts';
import { findNumber } from './find-number.ts';
import { Frames } from './frames.ts';
import { GpuReadings } from './gpu-readings.ts';
import {
  type Exit,
  endOf,
  type Item,
  KIND,
  type RunIdentity,
  readChanges,
  readExit,
  readHeader,
  readItem,
  readRun,
  readTimestamp,
} from './messages.ts';
import { ChosenMetrics } from './metric-series.ts';
import { kindOf } from './record-kind.ts';
import type { RunLog } from './run-log.ts';

/** Longer values are media and histograms, not choices or results. Our own judgement. */
const LONGEST_VALUE = 1 << 16;
/** Keys kept of a configuration and of a summary. Our own judgement. */
const MOST_KEYS = 10_000;

/** Steps that were imported (from TensorBoard) carry the times of their events: they are no signs of life of this session. FORMATS of W&B, hazard 15. */
const CLOCK_SECONDS = 120;
/** A clock beyond this is broken: the year 2100. */
const LATEST = 4_102_444_800;

const WANTED: ReadonlySet<number> = new Set(Object.values(KIND));

export interface RunLogOptions {
  readonly crc32: (bytes: Uint8Array) => number;
  readonly metrics?: readonly string[];
}

/** Reads a `run-ID.wandb`, block by block. */
export class RunLogReader {
  readonly #frames: Frames;
  readonly #config = new Map<string, string>();
  readonly #summary = new Map<string, string>();
  readonly #gpus = new GpuReadings();
  readonly #run: RunIdentity = {
    id: '',
    entity: '',
    project: '',
    group: '',
    jobType: '',
    displayName: '',
    sweepId: '',
    host: '',
    startTime: Number.NaN,
    isResumed: false,
    runtimeBefore: Number.NaN,
  };
  readonly #metrics: ChosenMetrics;
  #version = '';
  #exit: Exit | undefined;
  #environment: Environment | undefined;
  #lastSeen = Number.NaN;
  #hasStats = false;
  #unreadable = 0;

  /**
   * @param crc32 of IEEE 802.3
   * @param metrics whose history is wanted; without any the history is looked at for the time of its last step alone, at ten times the speed
   */
  constructor({ crc32, metrics = [] }: RunLogOptions) {
    this.#metrics = new ChosenMetrics(metrics);
    this.#frames = new Frames(
      {
        wants: (bytes, start, end) => isWanted(kindOf(bytes, start, end)),
        take: (...record) => this.#take(...record),
      },
      crc32,
    );
  }

  feed(bytes: Uint8Array): void {
    this.#frames.feed(bytes);
  }

  end(): RunLog {
    this.#frames.end();
    return {
      run: this.#run,
      version: this.#version,
      exit: this.#exit,
      lastSeen: this.#lastSeen,
      config: parsed(this.#config),
      summary: parsed(this.#summary),
      environment: this.#environment && plain(this.#environment),
      hasStats: this.#hasStats,
      gpus: this.#gpus.finish(),
      metrics: this.#metrics.series,
      damage: this.#frames.damage,
      unreadable: this.#unreadable,
      bytes: this.#frames.bytes,
    };
  }

  #take(bytes: Uint8Array, start: number, end: number): void {
    if (kindOf(bytes, start, end) === KIND.history) {
      this.#see(findNumber(bytes, start, end, '_timestamp'));
      if (this.#metrics.series.size === 0) return;
    }
    const pbf = new PbfReader(bytes.subarray(start, end));
    try {
      for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
        if (!WANTED.has(field) || pbf.type !== 2) continue;
        const inner = endOf(pbf, end - start);
        this.#readKind(field, pbf, inner);
        pbf.pos = inner;
      }
    } catch {
      this.#unreadable++; // pbf throws at what is no message; the records around it stand
    }
  }

  #readKind(kind: number, pbf: PbfReader, end: number): void {
    const onConfig = keeper(this.#config);
    const onSummary = keeper(this.#summary);
    if (kind === KIND.config) readChanges(pbf, end, onConfig);
    else if (kind === KIND.summary) readChanges(pbf, end, onSummary);
    else if (kind === KIND.stats) this.#readStats(pbf, end);
    else if (kind === KIND.history) this.#metrics.add(pbf, end);
    else if (kind === KIND.run) readRun(pbf, end, this.#run, { onConfig, onSummary });
    else if (kind === KIND.exit) this.#exit = readExit(pbf, end);
    else if (kind === KIND.header) this.#version = readHeader(pbf, end);
    else if (kind === KIND.environment) {
      this.#environment ??= {};
      readEnvironment(pbf, end, this.#environment);
    }
  }

  #readStats(pbf: PbfReader, end: number): void {
    this.#hasStats = true;
    let time = Number.NaN;
    for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
      if (field !== 2 && field !== 3) continue;
      const inner = endOf(pbf, end);
      if (field === 2) time = readTimestamp(pbf, inner);
      else if (isOfGpu(pbf, inner)) {
        const { key, json } = readItem(pbf, inner);
        this.#gpus.add(time, key, Number(json));
      }
      pbf.pos = inner;
    }
    this.#see(time);
  }

  #see(time: number): void {
    if (time < this.#run.startTime - CLOCK_SECONDS || !(time < LATEST) || this.#lastSeen >= time) return;
    this.#lastSeen = time;
  }
}

/** A first chunk may be too short to tell what it begins. */
const isWanted = (kind: number): boolean => kind === 0 || WANTED.has(kind);

const [KEY_TAG, LETTER_G, LETTER_S] = [0x0a, 0x67, 0x73];

/** Whether the key of an item can be one of a GPU (`gpu.…`, `system.gpu.…`): the others are not decoded. */
function isOfGpu({ buf, pos }: PbfReader, end: number): boolean {
  if (buf[pos] !== KEY_TAG || pos + 3 >= end) return false;
  const letter = buf[pos + 2];
  return letter === LETTER_G || letter === LETTER_S;
}

/** Keeps values as they come, undecoded: only the last of each key counts. */
const keeper =
  (values: Map<string, string>) =>
  ({ key, json }: Item, isRemoved: boolean): void => {
    if (isRemoved) values.delete(key);
    else if (json.length <= LONGEST_VALUE && (values.size < MOST_KEYS || values.has(key))) values.set(key, json);
  };

/** Values that are no JSON stay texts. */
const parsed = (values: ReadonlyMap<string, string>): Map<string, unknown> =>
  new Map([...values].map(([key, json]) => [key, parseTolerantJson(json) ?? json]));
