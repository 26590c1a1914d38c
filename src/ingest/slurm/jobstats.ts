/** Decompresses gzip; undefined when it is damaged. Handed in, since this room does not know Node. */
export type Gunzip = (bytes: Uint8Array) => Uint8Array | undefined;

const PREFIX = 'JS1:';
/** What Jobstats writes for a job that was too short to be measured, and for one without measurements. */
const NOTHING: ReadonlySet<string> = new Set(['Short', 'None']);
/** With the `=` at its end that make it whole fours, or without any: `atob` throws for all else. */
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}(?:==)?|[A-Za-z\d+/]{3}=?)?$/;
/** NVML's utilisation is in percent; rounding may carry a mean a little over. */
const [FULL, ROUNDING] = [100, 0.5];

const decoder = new TextDecoder();

/**
 * Reads the summary that Jobstats keeps in `AdminComment` (PrincetonUniversity/jobstats, docs/setup/summaries.md): `JS1:` and the base64 of gzipped JSON,
 * `{"nodes":{"della-k1g1":{"gpu_utilization":{"1":98.6},…}},…}`.
 *
 * @returns mean utilisation over all GPUs of all nodes, 0 to 1; undefined when the comment holds none, or is damaged
 */
export function parseJobstats(adminComment: string, gunzip: Gunzip): number | undefined {
  const summary = readSummary(adminComment, gunzip);
  const percents = membersOf(memberOf(summary, 'nodes')).flatMap((node) =>
    membersOf(memberOf(node, 'gpu_utilization')),
  );
  const known = percents.filter(isPercent);
  if (known.length === 0 || known.length < percents.length) return undefined;
  const mean = known.reduce((sum, percent) => sum + percent, 0) / known.length / FULL;
  return Math.min(1, mean);
}

function readSummary(adminComment: string, gunzip: Gunzip): unknown {
  const comment = adminComment.replace(/\s+/g, ''); // fixed-width output pads it
  if (!comment.startsWith(PREFIX)) return undefined;
  const payload = comment.slice(PREFIX.length);
  if (NOTHING.has(payload) || !BASE64.test(payload)) return undefined;
  const bytes = gunzip(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0)));
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined; // a damaged comment costs its job nothing but the measurement
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const membersOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

const isPercent = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= FULL + ROUNDING;
