import { PbfWriter } from 'pbf';
import { crc32 } from '../../src/ingest/read-file.ts';

// Writes logs as W&B's client does, for tests: the format of records by hand, the messages by pbf.

type Json = unknown;

/** A record of a log, as a test says it. Epoch seconds. */
export type RecordSketch =
  | { readonly header: string }
  | { readonly run: RunSketch }
  | { readonly config: Readonly<Record<string, Json>>; readonly remove?: readonly string[] }
  | { readonly summary: Readonly<Record<string, Json>> }
  | { readonly history: Readonly<Record<string, Json>> }
  | { readonly stats: Readonly<Record<string, number>>; readonly at: number }
  | { readonly exit: { readonly code?: number; readonly runtime?: number } }
  | { readonly environment: EnvironmentSketch }
  | { readonly output: string };

export interface RunSketch {
  readonly id?: string;
  readonly entity?: string;
  readonly project?: string;
  readonly group?: string;
  readonly jobType?: string;
  readonly displayName?: string;
  readonly sweepId?: string;
  readonly host?: string;
  readonly start?: number;
  readonly resumed?: boolean;
  readonly runtime?: number;
  readonly config?: Readonly<Record<string, Json>>;
}

export interface EnvironmentSketch {
  readonly startedAt?: number;
  readonly program?: string;
  readonly args?: readonly string[];
  readonly host?: string;
  readonly username?: string;
  readonly gpuCount?: number;
  readonly gpus?: readonly string[];
  readonly slurm?: Readonly<Record<string, string>>;
}

const jsonOf = (value: Json): string =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : JSON.stringify(value);

function writeItem([key, value]: readonly [string, Json], pbf: PbfWriter): void {
  const parts = key.split('\u0000');
  if (parts.length === 1) pbf.writeStringField(1, key);
  else for (const part of parts) pbf.writeStringField(2, part);
  pbf.writeStringField(16, jsonOf(value));
}

function writeItems(fields: Readonly<Record<string, Json>>, pbf: PbfWriter, tag = 1): void {
  for (const entry of Object.entries(fields)) pbf.writeMessage(tag, writeItem, entry);
}

function writeTimestamp(seconds: number, pbf: PbfWriter): void {
  pbf.writeVarintField(1, Math.floor(seconds));
  pbf.writeVarintField(2, Math.round((seconds % 1) * 1e9));
}

function writeRun(run: RunSketch, pbf: PbfWriter): void {
  const texts = [run.id, run.entity, run.project, undefined, undefined, run.group, run.jobType, run.displayName];
  texts.forEach((text, index) => {
    if (text !== undefined) pbf.writeStringField(index + 1, text);
  });
  if (run.config !== undefined)
    pbf.writeMessage(4, (config: RunSketch['config'], inner) => writeItems(config ?? {}, inner), run.config);
  if (run.sweepId !== undefined) pbf.writeStringField(12, run.sweepId);
  if (run.host !== undefined) pbf.writeStringField(13, run.host);
  if (run.start !== undefined) pbf.writeMessage(17, writeTimestamp, run.start);
  if (run.resumed !== undefined) pbf.writeBooleanField(18, run.resumed);
  if (run.runtime !== undefined) pbf.writeVarintField(20, run.runtime);
}

function writeEnvironment(environment: EnvironmentSketch, pbf: PbfWriter): void {
  const { startedAt, program, args = [], host, username, gpuCount, gpus = [], slurm = {} } = environment;
  if (startedAt !== undefined) pbf.writeMessage(3, writeTimestamp, startedAt);
  for (const arg of args) pbf.writeStringField(5, arg);
  if (program !== undefined) pbf.writeStringField(6, program);
  if (host !== undefined) pbf.writeStringField(12, host);
  if (username !== undefined) pbf.writeStringField(13, username);
  if (gpuCount !== undefined) pbf.writeVarintField(19, gpuCount);
  for (const gpu of gpus) pbf.writeMessage(24, (name: string, inner) => inner.writeStringField(1, name), gpu);
  for (const entry of Object.entries(slurm)) {
    pbf.writeMessage(
      27,
      ([key, value]: [string, string], inner) => {
        inner.writeStringField(1, key);
        inner.writeStringField(2, value);
      },
      entry,
    );
  }
}

function writeRecord(sketch: RecordSketch, pbf: PbfWriter): void {
  if ('header' in sketch) {
    pbf.writeMessage(
      21,
      (version: string, inner) =>
        inner.writeMessage(1, (text: string, info) => info.writeStringField(1, text), version),
      sketch.header,
    );
  } else if ('run' in sketch) pbf.writeMessage(17, writeRun, sketch.run);
  else if ('config' in sketch) {
    pbf.writeMessage(
      5,
      (change: typeof sketch, inner) => {
        writeItems(change.config, inner);
        for (const key of change.remove ?? [])
          inner.writeMessage(2, (name: string, item) => item.writeStringField(1, name), key);
      },
      sketch,
    );
  } else if ('summary' in sketch)
    pbf.writeMessage(3, (items: typeof sketch.summary, inner) => writeItems(items, inner), sketch.summary);
  else if ('history' in sketch)
    pbf.writeMessage(2, (items: typeof sketch.history, inner) => writeItems(items, inner), sketch.history);
  else if ('stats' in sketch) {
    pbf.writeMessage(
      7,
      (sample: typeof sketch, inner) => {
        inner.writeMessage(2, writeTimestamp, sample.at);
        writeItems(sample.stats, inner, 3);
      },
      sketch,
    );
  } else if ('exit' in sketch) {
    pbf.writeMessage(
      18,
      ({ code, runtime }: typeof sketch.exit, inner) => {
        if (code !== undefined) inner.writeVarintField(1, code);
        if (runtime !== undefined) inner.writeVarintField(2, runtime);
      },
      sketch.exit,
    );
  } else if ('environment' in sketch) pbf.writeMessage(26, writeEnvironment, sketch.environment);
  else pbf.writeMessage(4, (text: string, inner) => inner.writeStringField(3, text), sketch.output);
}

/** One record as bytes: its number, what it holds, and in between, for some kinds, how to answer it and its stream, as Go's clients write them. */
export function recordBytes(sketch: RecordSketch, number: number): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, number);
  if ('run' in sketch) pbf.writeMessage(200, (_: null, inner) => inner.writeStringField(1, 'stream'), null);
  if ('run' in sketch || 'exit' in sketch)
    pbf.writeMessage(16, (_: null, inner) => inner.writeStringField(3, 'slot'), null);
  writeRecord(sketch, pbf);
  return pbf.finish().slice();
}

const [BLOCK, HEADER] = [32_768, 7];

/** A log: records in chunks in blocks. */
export function wandbLog(records: readonly (RecordSketch | Uint8Array)[]): Uint8Array {
  const chunks: Uint8Array[] = [Uint8Array.of(0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0)];
  let at = HEADER;
  const add = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  records.forEach((record, index) => {
    const data = record instanceof Uint8Array ? record : recordBytes(record, index + 1);
    let from = 0;
    for (let isFirst = true; isFirst || from < data.length; isFirst = false) {
      if (BLOCK - (at % BLOCK) < HEADER) add(new Uint8Array(BLOCK - (at % BLOCK)));
      // Where just a header fits, the first chunk is empty, as in LevelDB.
      const length = Math.min(data.length - from, BLOCK - (at % BLOCK) - HEADER);
      add(chunkOf(data.subarray(from, from + length), typeOf(isFirst, from + length === data.length)));
      from += length;
    }
  });
  return Buffer.concat(chunks);
}

function typeOf(isFirst: boolean, isLast: boolean): number {
  if (isFirst) return isLast ? 1 : 2;
  return isLast ? 4 : 3;
}

function chunkOf(data: Uint8Array, type: number): Uint8Array {
  const chunk = Buffer.alloc(HEADER + data.length);
  chunk.writeUInt16LE(data.length, 4);
  chunk[6] = type;
  chunk.set(data, HEADER);
  chunk.writeUInt32LE(crc32(chunk.subarray(6)), 0);
  return chunk;
}
