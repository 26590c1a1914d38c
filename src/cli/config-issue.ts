import { z } from 'zod';
import { closest } from './closest.ts';

/** What is wrong with a configuration, and by which keys one gets there. */
export interface ConfigIssue {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** What stands in the configuration under these keys; undefined for nothing. */
export type ValueAt = (path: readonly PropertyKey[]) => unknown;

/** Says in words what a schema found: what stands there, what is allowed, and what was probably meant. */
export function wordIssue(
  issue: z.core.$ZodIssue,
  valueAt: ValueAt,
  schema: z.core.$ZodType,
  before: readonly PropertyKey[] = [],
): ConfigIssue {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0] as string, path, schema);
  const telling = issue.code === 'invalid_union' ? issue.errors.map(([first]) => first).find(tellsMore) : undefined;
  if (telling !== undefined) return wordIssue(telling, valueAt, schema, path);
  const missing = valueAt(path) === undefined ? ' is missing: it' : '';
  return { path, reason: `${placeOf(path)}${missing} ${demandOf(issue, valueAt(path))}` };
}

function demandOf(issue: z.core.$ZodIssue, value: unknown): string {
  const isWorded = !issue.message.startsWith('Invalid input');
  if (issue.code === 'invalid_type' && !isWorded) return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code !== 'invalid_value') return issue.message;
  const allowed = issue.values.map(String);
  const meant = typeof value === 'string' ? closest(value, allowed) : undefined;
  return `must be one of ${allowed.join(', ')}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
}

/** Of several readings the one that was meant is the one in which something further inside is wrong. */
const tellsMore = (issue: z.core.$ZodIssue | undefined): boolean =>
  issue !== undefined && (issue.code === 'unrecognized_keys' || issue.path.length > 0);

function unknownKey(key: string, path: readonly PropertyKey[], schema: z.core.$ZodType): ConfigIssue {
  const allowed = keysAt(
    schema,
    path.filter((each) => typeof each !== 'number'),
  );
  const meant = closest(key, allowed);
  const where = path.length === 0 ? '' : ` in ${placeOf(path)}`;
  const hint = meant === undefined ? '' : `, did you mean ${meant}?`;
  const reason = `no key ${key}${where}${hint || '.'} There are ${allowed.join(', ')}`;
  return { path: [...path, key], reason };
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'keys with values (key: value)',
  record: 'keys with values (key: value)',
  array: 'a list (lines that begin with -)',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** `sweeps.kind`; which entry of a list it is the line says. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.filter((key) => typeof key !== 'number').join('.') || 'the file';
}

/** The keys that a mapping of the schema may have. Entries of lists are not counted in the path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const inner = mappingIn(schema);
  if (inner instanceof z.ZodObject) {
    const [key, ...rest] = path;
    if (key === undefined) return Object.keys(inner.shape);
    return keysAt(inner.shape[String(key)] as z.core.$ZodType, rest);
  }
  if (inner instanceof z.ZodRecord) return keysAt(inner.valueType as z.core.$ZodType, path.slice(1));
  return [];
}

/** What is inside of all that may be left out, listed, or written in two ways. */
function mappingIn(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return mappingIn(schema.unwrap());
  if (schema instanceof z.ZodPipe) return mappingIn(schema.in);
  if (schema instanceof z.ZodArray) return mappingIn(schema.element);
  if (schema instanceof z.ZodUnion) return mappingIn(schema.options[0] as z.core.$ZodType);
  return schema;
}
