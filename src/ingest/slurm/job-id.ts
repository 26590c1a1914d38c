/**
 * The grammar of Slurm's job ids (`slurmdb_get_job_id_str`, src/common/slurmdb_defs.c):
 * `84` · `84_2` array task · `84_[3-9%2]` the part of an array that never started, one record for many tasks ·
 * `125+1` component of a heterogeneous job; each may be followed by a step: `.batch`, `.extern`, `.0`, `.0+1`.
 */
const JOB_ID = /^(\d+)(?:_(\d+)|_\[([^\]]*)\]?|\+(\d+))?(?:\.(\d+|batch|extern|interactive|TBD)(?:\+(\d+))?)?$/;

/** A job id taken apart. */
export interface JobId {
  readonly kind: 'job' | 'step' | 'remainder';
  /** The id without its step. */
  readonly job: string;
  /** The array's id; NaN when the job is no array task. */
  readonly arrayJobId: number;
  readonly arrayTask: number;
}

/** Whether a cell is a job or step id. */
export const isJobId = (text: string): boolean => isDigits(text) || JOB_ID.test(text);

/** Takes a job id apart; undefined when the text is none. */
export function parseJobId(text: string): JobId | undefined {
  if (isDigits(text)) return { kind: 'job', job: text, arrayJobId: Number.NaN, arrayTask: Number.NaN };
  const match = JOB_ID.exec(text);
  if (match === null) return undefined;
  const [, base, task, remainder, , step] = match;
  const kind = step !== undefined ? 'step' : remainder !== undefined ? 'remainder' : 'job';
  const isTask = task !== undefined;
  return {
    kind,
    job: kind === 'step' ? text.slice(0, text.indexOf('.')) : text,
    arrayJobId: isTask ? Number(base) : Number.NaN,
    arrayTask: isTask ? Number(task) : Number.NaN,
  };
}

/** Most ids are plain numbers: told without a regular expression. */
function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < ZERO || code > NINE) return false;
  }
  return text !== '';
}

const [ZERO, NINE, DOT, UNDERSCORE, PLUS] = [0x30, 0x39, 0x2e, 0x5f, 0x2b];

/**
 * Where the underscore stands in the id of an array task (`84_2`) between two offsets; the end for a plain id (`84`), −1 for anything else. For a million ids without
 * strings.
 */
export function underscoreOf(bytes: Uint8Array, start: number, end: number): number {
  const base = digitsEnd(bytes, start, end);
  if (base === start || base === end) return base === start ? NOT_PLAIN : end;
  const isTask = bytes[base] === UNDERSCORE && base + 1 < end && digitsEnd(bytes, base + 1, end) === end;
  return isTask ? base : NOT_PLAIN;
}

const NOT_PLAIN = -1;

/**
 * Whether a record begins at `start`, so that the one before it ends there: an id and a delimiter, or a step. False too when the bytes end before that is clear.
 */
export function startsRecord(bytes: Uint8Array, start: number, delimiter: number): boolean {
  const end = digitsEnd(bytes, start, bytes.length);
  if (end === start) return false;
  if (bytes[end] === delimiter || startsWithStep(bytes, start, bytes.length)) return true;
  const task = bytes[end] === UNDERSCORE ? digitsEnd(bytes, end + 1, bytes.length) : end;
  return task > end + 1 && bytes[task] === delimiter;
}

function digitsEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) break;
  }
  return at;
}

/** The whole number that the digits between two offsets make. */
export function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + (bytes[at] as number) - ZERO;
  return number;
}

/**
 * Whether a line begins with the id of a step (`84_2.batch`), judged on its bytes: two thirds of a dump's lines are steps, and
 * not decoding them halves the reading time.
 *
 * @param end offset after the line's last byte
 */
export function startsWithStep(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  let digits = 0;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) digits++;
    else if ((byte === UNDERSCORE || byte === PLUS) && digits > 0) digits = 0;
    else return byte === DOT && digits > 0;
  }
  return false;
}
