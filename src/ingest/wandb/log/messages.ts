import type { PbfReader } from 'pbf';

// Readers of the messages in schema.proto, field by field. What they do not know they leave to the reader to skip.

/** Field numbers of {@link Record}'s kinds. */
export const KIND = {
  history: 2,
  summary: 3,
  config: 5,
  stats: 7,
  run: 17,
  exit: 18,
  final: 20,
  header: 21,
  environment: 26,
} as const;

/** Where a message ends that begins here; never beyond the one around it. */
export function endOf(pbf: PbfReader, outer: number): number {
  const length = pbf.readVarint();
  return Math.min(outer, pbf.pos + length);
}

/** An item of a configuration, a summary or a history. */
export interface Item {
  /** Parts of a nested key are joined by dots. */
  readonly key: string;
  readonly json: string;
}

export function readItem(pbf: PbfReader, end: number): Item {
  let [key, json] = ['', ''];
  const parts: string[] = [];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) key = pbf.readString();
    else if (field === 2) parts.push(pbf.readString());
    else if (field === 16) json = pbf.readString();
  }
  return { key: key === '' ? parts.join('.') : key, json };
}

/** Changes of a configuration or a summary. */
export function readChanges(pbf: PbfReader, end: number, onChange: (item: Item, isRemoved: boolean) => void): void {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field !== 1 && field !== 2) continue;
    const itemEnd = endOf(pbf, end);
    onChange(readItem(pbf, itemEnd), field === 2);
    pbf.pos = itemEnd;
  }
}

/** Epoch seconds. */
export function readTimestamp(pbf: PbfReader, end: number): number {
  let [seconds, nanos] = [0, 0];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) seconds = pbf.readVarint(true);
    else if (field === 2) nanos = pbf.readVarint(true);
  }
  return seconds + nanos / 1e9;
}

/** Who a run is. Absent texts are empty, absent numbers NaN. */
export interface RunIdentity {
  id: string;
  entity: string;
  project: string;
  group: string;
  jobType: string;
  displayName: string;
  sweepId: string;
  host: string;
  /** Epoch seconds: when this session began. */
  startTime: number;
  isResumed: boolean;
  /** Seconds of the sessions before this one. */
  runtimeBefore: number;
}

const TEXTS = new Map<number, 'id' | 'entity' | 'project' | 'group' | 'jobType' | 'displayName' | 'sweepId' | 'host'>([
  [1, 'id'],
  [2, 'entity'],
  [3, 'project'],
  [6, 'group'],
  [7, 'jobType'],
  [8, 'displayName'],
  [12, 'sweepId'],
  [13, 'host'],
]);

/** Get the changes that stand in the record of a run. */
interface RunChanges {
  readonly onConfig: (item: Item, isRemoved: boolean) => void;
  readonly onSummary: (item: Item, isRemoved: boolean) => void;
}

export function readRun(pbf: PbfReader, end: number, run: RunIdentity, changes: RunChanges): void {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    const text = TEXTS.get(field);
    if (text !== undefined) run[text] = pbf.readString();
    else if (field === 18) run.isResumed = pbf.readBoolean();
    else if (field === 20) run.runtimeBefore = pbf.readVarint(true);
    else if (field === 4 || field === 5 || field === 17) readInner(field, pbf, endOf(pbf, end), run, changes);
  }
}

function readInner(field: number, pbf: PbfReader, end: number, run: RunIdentity, changes: RunChanges): void {
  if (field === 4) readChanges(pbf, end, changes.onConfig);
  else if (field === 5) readChanges(pbf, end, changes.onSummary);
  else run.startTime = readTimestamp(pbf, end);
  pbf.pos = end;
}

/** How a session ended. */
export interface Exit {
  readonly code: number;
  /** Seconds, earlier sessions of the run included; NaN when the record does not say. */
  readonly runtime: number;
}

export function readExit(pbf: PbfReader, end: number): Exit {
  let [code, runtime] = [0, Number.NaN];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) code = pbf.readVarint(true);
    else if (field === 2) runtime = pbf.readVarint(true);
  }
  return { code, runtime };
}

/** Version of the client: `0.19.1+sha`. */
export function readHeader(pbf: PbfReader, end: number): string {
  let version = '';
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field !== 1) continue;
    const inner = endOf(pbf, end);
    for (let each = pbf.nextField(inner); each !== 0; each = pbf.nextField(inner))
      if (each === 1) version = pbf.readString();
    pbf.pos = inner;
  }
  return version;
}
