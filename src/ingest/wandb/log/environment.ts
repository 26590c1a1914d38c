import type { PbfReader } from 'pbf';
import { endOf, readTimestamp } from './messages.ts';

/** Where a session runs, by the names of `wandb-metadata.json`. */
export type Environment = Record<string, unknown>;

/** Adds what one record of the environment says. */
export function readEnvironment(pbf: PbfReader, end: number, into: Environment): void {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) readPart(field, pbf, end, into);
}

const PLAIN = new Map([
  [6, 'program'],
  [12, 'host'],
  [13, 'username'],
  [18, 'gpu'],
]);

function readPart(field: number, pbf: PbfReader, end: number, into: Environment): void {
  const name = PLAIN.get(field);
  if (name !== undefined) into[name] = pbf.readString();
  else if (field === 3) {
    const inner = endOf(pbf, end);
    into.startedAt = isoOf(readTimestamp(pbf, inner));
    pbf.pos = inner;
  } else if (field === 5) addTo(into, 'args', pbf.readString());
  else if (field === 19) into.gpu_count = pbf.readVarint();
  else if (field === 23) into.apple = { name: readText(pbf, end, 1) };
  else if (field === 24) addTo(into, 'gpu_nvidia', { name: readText(pbf, end, 1) });
  else if (field === 26) addTo(into, 'gpu_amd', { name: readText(pbf, end, 8) });
  else if (field === 27) addEntry(pbf, end, into);
}

/** More is no list of arguments or GPUs. Our own judgement. */
const LONGEST_LIST = 10_000;

function addTo(into: Environment, name: string, entry: unknown): void {
  const list = (into[name] as unknown[] | undefined) ?? [];
  if (list.length < LONGEST_LIST) list.push(entry);
  into[name] = list;
}

const isoOf = (seconds: number): string => (Math.abs(seconds) < 8.64e12 ? new Date(seconds * 1000).toISOString() : '');

/** One text of a message. */
function readText(pbf: PbfReader, outer: number, wanted: number): string {
  const end = endOf(pbf, outer);
  let text = '';
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end))
    if (field === wanted) text = pbf.readString();
  pbf.pos = end;
  return text;
}

function addEntry(pbf: PbfReader, outer: number, into: Environment): void {
  const end = endOf(pbf, outer);
  let [key, value] = ['', ''];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) key = pbf.readString();
    else if (field === 2) value = pbf.readString();
  }
  pbf.pos = end;
  const slurm = (into.slurm as Map<string, string> | undefined) ?? new Map<string, string>();
  if (slurm.size < LONGEST_LIST) slurm.set(key, value);
  into.slurm = slurm;
}

/** The same as JSON would have it. */
export const plain = (environment: Environment): Environment => ({
  ...environment,
  ...(environment.slurm === undefined ? {} : { slurm: Object.fromEntries(environment.slurm as Map<string, string>) }),
});
