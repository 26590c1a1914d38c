/** What a query asks for: names of fields, and what is asked of each. */
export type Selection = ReadonlyMap<string, Selection>;

/** The types of a schema: for each, its fields and the types of those; '' for values without fields. */
export type Schema = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads the fields of a query, without its arguments. Throws where braces do not match or are empty, as a server refuses it. */
export function selectionOf(query: string): Selection {
  const tokens =
    query
      .slice(query.indexOf('{'))
      .replace(/\((?:[^()"]|"[^"]*")*\)/g, ' ')
      .match(/\w+|[{}]/g) ?? [];
  let at = 0;
  const read = (): Selection => {
    const fields = new Map<string, Selection>();
    if (tokens[at++] !== '{') throw new Error('Syntax Error: expected {');
    for (let token = tokens[at++]; token !== '}'; token = tokens[at++]) {
      if (token === undefined || token === '{') throw new Error(`Syntax Error: unexpected ${token}`);
      fields.set(token, tokens[at] === '{' ? read() : new Map());
    }
    if (fields.size === 0) throw new Error('Syntax Error: expected a name, found }');
    return fields;
  };
  return read();
}

/** What a server says of fields that its schema lacks, in the words of gqlparser, which W&B's client has in its tests too. */
export function complaintsOf(selection: Selection, schema: Schema, type = 'Query'): string[] {
  return [...selection].flatMap(([name, inner]) => {
    const next = schema[type]?.[name];
    if (next === undefined) return [`Cannot query field "${name}" on type "${type}".`];
    if ((next === '') !== (inner.size === 0)) return [`Field "${name}" of type "${next}" has the wrong selection.`];
    return complaintsOf(inner, schema, next);
  });
}

/** A value cut to what was asked of it. What it lacks is null. */
export function select(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((each) => select(each, selection));
  if (value === null || value === undefined || selection.size === 0) return value ?? null;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries([...selection].map(([name, inner]) => [name, select(fields[name], inner)]));
}
