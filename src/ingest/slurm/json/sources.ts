import type { Sink, Source } from '../../source.ts';
import type { CutHandler } from './cut-handler.ts';
import { type Format, json, yaml } from './formats.ts';
import { ObjectFileReader, type ObjectReader } from './object-reader.ts';
import { sacctObjects } from './sacct-object.ts';
import { scontrolObjects } from './scontrol-object.ts';

/** Keys that jobs have in one kind of file only. */
const KEYS_OF_SACCT = [
  'allocation_nodes',
  'association',
  'derived_exit_code',
  'kill_request_user',
  'submission',
  'working_directory',
];
const KEYS_OF_SCONTROL = [
  'accrue_time',
  'array_job_id',
  'batch_flag',
  'billable_tres',
  'job_resources',
  'job_state',
  'tres_alloc_str',
];
const LEAST_KEYS = 3;

/** A dump of no jobs is told by its header: `"Slurm": {"version": …` up to v0.0.39, `"slurm"` after that. */
const HEADER = /["\s][Ss]lurm["']?\s{0,9}:[^:]{0,80}version/;
const HEADER_OF_SCONTROL = /["\s]last_update"?\s*:|openapi\\?\/v0/;

const isKey = (key: string): RegExp => new RegExp(`["\\s]${key}["']?\\s*:`);

const IGNORES: CutHandler = { job: () => true, spoilt() {}, other() {}, unfinished() {} };

/** Whether a document of this format begins in `head` that has a list `jobs` at its top. */
function hasJobs(head: string, format: Format): boolean {
  const cutter = format.cutter(IGNORES);
  cutter.feed(new TextEncoder().encode(head));
  return cutter.sawJobs;
}

/** Whether a text begins with objects that are jobs of Slurm's, which no document with a list `jobs` holds. */
export const areBareJobs = (head: string): boolean =>
  /^\s*[[{]/.test(head) &&
  isKey('job_id').test(head) &&
  isKey('time').test(head) &&
  isKey('tres').test(head) &&
  !/"jobs"\s*:/.test(head);

function sniffer(format: Format, own: readonly string[], others: readonly string[]): (head: string) => number {
  const count = (head: string, keys: readonly string[]): number => keys.filter((key) => isKey(key).test(head)).length;
  return (head) => {
    if (!/jobs["']?\s*:/.test(head)) return 0;
    const [ours, theirs] = [count(head, own), count(head, others)];
    const isEmpty = ours < LEAST_KEYS && theirs < LEAST_KEYS;
    if (isEmpty ? !isEmptyDump(head, own) : ours < LEAST_KEYS || ours <= theirs) return 0;
    return hasJobs(head, format) ? 0.95 : 0;
  };
}

function isEmptyDump(head: string, keys: readonly string[]): boolean {
  return HEADER.test(head) && HEADER_OF_SCONTROL.test(head) === (keys === KEYS_OF_SCONTROL);
}

function source(
  name: string,
  format: Format,
  objects: (sink: Sink) => ObjectReader,
  kind: 'sacct' | 'scontrol',
): Source {
  const [own, others] = kind === 'sacct' ? [KEYS_OF_SACCT, KEYS_OF_SCONTROL] : [KEYS_OF_SCONTROL, KEYS_OF_SACCT];
  return {
    name,
    sniff: sniffer(format, own, others),
    read: (_, sink) => new ObjectFileReader(format, objects(sink), sink),
  };
}

/** `sacct --json`, and slurmrestd's `/slurmdb/…/jobs`. */
export const sacctJson: Source = source('slurm-sacct-json', json, sacctObjects, 'sacct');
/** `sacct --yaml`. */
export const sacctYaml: Source = source('slurm-sacct-yaml', yaml, sacctObjects, 'sacct');
/** `scontrol show job --json`, `squeue --json`, and slurmrestd's `/slurm/…/jobs`. */
export const scontrolJson: Source = source('slurm-scontrol-json', json, scontrolObjects, 'scontrol');
/** `scontrol show job --yaml`, `squeue --yaml`. */
export const scontrolYaml: Source = source('slurm-scontrol-yaml', yaml, scontrolObjects, 'scontrol');
