import { type Document, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { wordIssue } from './config-issue.ts';

/** What a YAML file says, and where in it each thing stands. */
export interface YamlFile<Content> {
  readonly path: string;
  readonly content: Content;
  /** Line of what these keys lead to; of the closest that is there, if that is not. */
  readonly lineOf: (...keys: readonly (string | number)[]) => number;
}

/**
 * Reads the text of a YAML file by a schema.
 *
 * @throws AppError that names the line, when it is no YAML or says something that is not known
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  path: string,
  schema: Schema,
): YamlFile<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const isTwice = syntax.code === 'DUPLICATE_KEY';
    const reason = isTwice
      ? 'this key is there already: say all of it under one'
      : (syntax.message.split(' at line ')[0] as string);
    throw new AppError({ code: 'bad-config', path, line: lines.linePos(syntax.pos[0]).line, reason });
  }
  keepDigits(document);
  const lineOf = (...keys: readonly PropertyKey[]): number => lineIn(document, lines, keys);
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { path, content: result.data, lineOf };
  const [first] = result.error.issues as [Parameters<typeof wordIssue>[0]];
  const issue = wordIssue(first, (keys) => document.getIn(keys), schema);
  throw new AppError({ code: 'bad-config', path, line: lineOf(...issue.path), reason: issue.reason });
}

/** Line of a key, or of an entry of a list. */
function lineIn(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = document.getIn(keys.slice(0, depth - 1), true) ?? document.contents;
    const last = keys[depth - 1];
    const pair = isNode(parent) && 'items' in parent ? entryOf(parent.items as readonly unknown[], last) : undefined;
    if (isNode(pair)) return lines.linePos((pair as Node).range?.[0] ?? 0).line;
  }
  return 1;
}

/** The key of a pair, or the entry of a list. */
function entryOf(items: readonly unknown[], key: PropertyKey | undefined): unknown {
  if (typeof key === 'number') return items[key];
  const pair = items.find((item) => isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === key);
  return isPair(pair) ? pair.key : undefined;
}

const isPair = (item: unknown): item is { readonly key: unknown } =>
  typeof item === 'object' && item !== null && 'key' in item && 'value' in item;

/** Ids such as `00123` and `1e5` are numbers in YAML: they are taken as they are written. */
function keepDigits(document: Document): void {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'number' && String(node.value) !== node.source) node.value = node.source;
    },
  });
}
