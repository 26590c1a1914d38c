import { type Entries, isEntries } from '../loose-values.ts';
import { parseTolerantJson } from '../tolerant-json.ts';
import { parsePythonLiteral } from './python-literal.ts';

/** What a cell with a dictionary held. */
export interface DictionaryCell {
  readonly entries: Entries;
  /** False when it could not be parsed: then only its times are there, found by their names. */
  readonly isWhole: boolean;
}

const NOTHING: DictionaryCell = { entries: {}, isWhole: true };
/** `'_runtime': 51480.36` */
const timeNamed = (name: string): RegExp => new RegExp(`["']${name}["']\\s*:\\s*["']?([\\d.]+(?:e[+-]?\\d+)?)`);
const TIMES = ['runtime', '_runtime', '_timestamp'].map((name) => [name, timeNamed(name)] as const);

/** Reads a dictionary as Python prints it, or as JSON. */
export function readDictionary(text: string): DictionaryCell {
  if (text.trim() === '') return NOTHING;
  const json = text.includes("{'") ? undefined : parseTolerantJson(text);
  const value = json ?? parsePythonLiteral(text);
  if (isEntries(value)) return { entries: value, isWhole: true };
  if (value !== undefined && !text.trimStart().startsWith('{')) return NOTHING;
  const found = TIMES.flatMap(([name, pattern]) => {
    const time = pattern.exec(text)?.[1];
    return time === undefined ? [] : [[name, Number(time)] as const];
  });
  const { runtime, ...times } = Object.fromEntries(found);
  return { entries: runtime === undefined ? times : { ...times, _wandb: { runtime } }, isWhole: false };
}

/** A list or a dictionary as Python prints it, or as JSON; any other text as it is. */
export const readLiteral = (text: string): unknown =>
  /^[[{]/.test(text) ? (parseTolerantJson(text) ?? parsePythonLiteral(text) ?? text) : text;

/** `<Sweep someone/project/1wfhjnkh (Finished)>`, `<User ada>`: what scripts write that print the API's objects. */
const PRINTED = /^<\w+ (?:[^\s<>]*\/)?([^\s/<>]+)(?: \([^<>]*\))?>$/;
const ABSENT: ReadonlySet<string> = new Set(['None', 'nan', 'NaN', 'null', '<NA>']);

/** A cell as plain text: the name in a printed object; empty where the cell says that there is nothing. */
export function plainText(cell: string): string {
  const text = cell.trim();
  if (ABSENT.has(text)) return '';
  return PRINTED.exec(text)?.[1] ?? text;
}

const IN_WORDS = /^(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+(?:\.\d+)?)s)?$/;
const PLAIN = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Seconds, as a number or as the web page shows them: `2h 45m 10s`. NaN for anything else. */
export function secondsIn(cell: string): number {
  const text = cell.trim();
  if (PLAIN.test(text)) return Number(text);
  const parts = text === '' ? null : IN_WORDS.exec(text);
  if (parts === null) return Number.NaN;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
