import { asObject } from './tolerant-json.ts';

/** Longer values are no choice of anyone's. Our own judgement. */
const LONGEST_VALUE = 500;
/** Deeper and wider configurations are dumps of a library. Our own judgement. */
const [DEEPEST, MOST_KEYS] = [8, 2000];

/** Keys of secrets: their values are not kept. */
const SECRET =
  /(^|[._-])(api[_-]?key|access[_-]?key|secret([_-]?key)?|password|passwd|auth[_-]?token|hf[_-]?token|token)$/i;

/** What the client keeps for itself. */
const INTERNAL = new Set(['_wandb', 'wandb_version']);

/**
 * Hyperparameters as dotted names and texts, from a configuration as W&B keeps it: each value in an object of its own (`{"lr": {"value": 0.1, "desc": null}}`), or bare. Texts stay
 * as they are; everything else is written as JSON.
 */
export function flatConfig(config: Iterable<readonly [string, unknown]>): Record<string, string> {
  const flat: Record<string, string> = Object.create(null) as Record<string, string>;
  const room = { keys: MOST_KEYS };
  for (const [key, value] of config) if (!INTERNAL.has(key)) addTo(flat, key, unwrapped(value), 0, room);
  return { ...flat };
}

/** The value in the object in which W&B's configuration keeps it. */
function unwrapped(value: unknown): unknown {
  const object = asObject(value);
  if (!Object.hasOwn(object, 'value')) return value;
  return Object.keys(object).every((key) => key === 'value' || key === 'desc') ? object.value : value;
}

function addTo(flat: Record<string, string>, key: string, value: unknown, depth: number, room: { keys: number }): void {
  if (room.keys <= 0 || SECRET.test(key)) return;
  const entries = depth < DEEPEST ? Object.entries(asObject(value)) : [];
  if (entries.length > 0) {
    for (const [name, inner] of entries) addTo(flat, `${key}.${name}`, inner, depth + 1, room);
    return;
  }
  room.keys--;
  flat[key] = textOf(value).slice(0, LONGEST_VALUE);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Numbers that are no JSON, as texts. */
const NOT_FINITE: ReadonlySet<unknown> = new Set(['NaN', 'Infinity', '-Infinity']);

/** The numbers of a summary by dotted name: metrics, without what the client keeps for itself and without media. */
export function flatMetrics(summary: Iterable<readonly [string, unknown]>): Record<string, number | string> {
  const flat: Record<string, number | string> = {};
  for (const [key, value] of summary) if (!key.startsWith('_')) addMetric(flat, key, value, 0, { keys: MOST_KEYS });
  return flat;
}

function addMetric(
  flat: Record<string, number | string>,
  key: string,
  value: unknown,
  depth: number,
  room: { keys: number },
): void {
  if (typeof value === 'number' || NOT_FINITE.has(value)) {
    if (room.keys-- > 0) flat[key] = Number.isFinite(value) ? (value as number) : String(value);
    return;
  }
  const inner = asObject(value);
  if (depth === DEEPEST || Object.hasOwn(inner, '_type')) return;
  for (const [name, each] of Object.entries(inner)) addMetric(flat, `${key}.${name}`, each, depth + 1, room);
}
