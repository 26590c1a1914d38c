import { isEntries, jsonText } from './loose-values.ts';
import { isSecret } from './secrets.ts';

/** Hyperparameters by dotted name, values as text, in the order of the names. */
export type FlatConfig = ReadonlyMap<string, string>;

/** What W&B keeps of its own in a configuration. */
const OWN_KEYS: ReadonlySet<string> = new Set(['_wandb', 'wandb_version']);

/** Longer values are cut: hyperparameters are short, and tables and prompts are none. Our own judgement. */
const LONGEST_VALUE = 256;
/** Configurations of large models have hundreds of keys; more than this is data. Our own judgement. */
const MOST_KEYS = 2000;
/** What is nested deeper stands as JSON text. Our own judgement. */
const DEEPEST = 12;

/**
 * Flattens a configuration, from `config.yaml`, the API or an export: `{"optimizer": {"value": {"lr": 0.1}}}` and `{"optimizer": {"lr": 0.1}}` give `optimizer.lr` = `0.1`. Lists
 * become JSON text, null becomes `null`. W&B's own keys and secrets are left out.
 */
export function flattenConfig(config: unknown): FlatConfig {
  const found: [string, string][] = [];
  if (isEntries(config)) {
    for (const [key, value] of Object.entries(config)) {
      if (!OWN_KEYS.has(key)) flattenInto(found, key, unwrap(value), 1);
    }
  }
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

/** A flat configuration as the table keeps it: one JSON object; `''` when it is empty. */
export const configText = (flat: ReadonlyMap<string, string | number>): string =>
  flat.size === 0 ? '' : JSON.stringify(Object.fromEntries(flat));

/** `{value: 3, desc: null}` is 3. */
function unwrap(value: unknown): unknown {
  if (!isEntries(value) || !Object.hasOwn(value, 'value')) return value;
  return Object.keys(value).every((key) => key === 'value' || key === 'desc') ? value.value : value;
}

function flattenInto(found: [string, string][], key: string, value: unknown, depth: number): void {
  if (found.length >= MOST_KEYS) return;
  if (isEntries(value) && depth < DEEPEST && Object.keys(value).length > 0) {
    for (const [inner, part] of Object.entries(value)) flattenInto(found, `${key}.${inner}`, part, depth + 1);
    return;
  }
  const text = cut(typeof value === 'string' ? value : jsonText(value));
  if (!isSecret(key, text)) found.push([key, text]);
}

const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text);

const NOT_FINITE = /^-?(?:NaN|Infinity)$/;

/**
 * Flattens the summary of a run to its numbers: nested ones by dotted name; those that are not finite stay the texts `NaN`, `Infinity`, `-Infinity`. What begins with `_` is W&B's own
 * (`_runtime`, `_wandb`, `_type` of media) and is left out, and so is what is in such an object of media.
 */
export function flattenMetrics(summary: unknown): ReadonlyMap<string, number | string> {
  const found: [string, number | string][] = [];
  metricsInto(found, '', summary, 0);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

function metricsInto(found: [string, number | string][], prefix: string, value: unknown, depth: number): void {
  if (!isEntries(value) || depth > DEEPEST || Object.hasOwn(value, '_type')) return;
  for (const [key, part] of Object.entries(value)) {
    if (key.startsWith('_') || found.length >= MOST_KEYS) continue;
    const metric = metricOf(part);
    if (metric === undefined) metricsInto(found, `${prefix}${key}.`, part, depth + 1);
    else found.push([`${prefix}${key}`, metric]);
  }
}

function metricOf(value: unknown): number | string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' && NOT_FINITE.test(value) ? value : undefined;
}
