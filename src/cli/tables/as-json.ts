import type { ReferenceGroup, ReferenceTable } from '../../tables/catalogue/reference-table.ts';

const SCHEMA = 'runledger/tables@1';

/** Tables as JSON: each figure with range, unit, what is to be known of it, and its whole basis. */
export function tablesJson(tables: readonly ReferenceTable[]): string {
  const printed = tables.map(({ name, title, groups }) => ({
    name,
    title,
    groups: groups.map(groupJson),
  }));
  return `${JSON.stringify({ schema: SCHEMA, tables: printed }, undefined, 2)}\n`;
}

const groupJson = ({ title, note, rows }: ReferenceGroup): object => ({
  title,
  ...(note === undefined ? {} : { note }),
  rows: rows.map(({ rate: { name, unit, low, value, high, basis }, facts }) => ({
    ...{ name, low, value, high, unit },
    ...(facts === undefined ? {} : { facts }),
    basis,
  })),
});
