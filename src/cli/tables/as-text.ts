import type { ReferenceGroup, ReferenceTable } from '../../tables/catalogue/reference-table.ts';
import { columnsOf, unitText } from './columns.ts';
import { Sources } from './sources.ts';
import { wrapped } from './wrapped.ts';

const WIDTH = 80;

/** Tables for a terminal of 80 columns: each figure with its range and the numbers of its sources, which stand below the group. What is too long to read is counted. */
export const tablesText = (tables: readonly ReferenceTable[]): string => tables.map(tableText).join('\n');

function tableText({ name, title, groups }: ReferenceTable): string {
  const read = groups.filter(({ isDetail }) => isDetail !== true);
  const details = groups.filter(({ isDetail }) => isDetail === true);
  return [
    ...wrapped(`${name.toUpperCase()}. ${title}`, WIDTH),
    '',
    ...read.map(groupText),
    ...(details.length > 0 ? [...detailsText(name, details), ''] : []),
  ].join('\n');
}

function groupText({ title, note, rows }: ReferenceGroup): string {
  const sources = new Sources();
  const [unit, ...others] = new Set(rows.map(({ rate }) => rate.unit));
  const shared = others.length === 0 ? unit : undefined;
  const heading = shared === undefined ? title : `${title} (${unitText(shared)})`;
  const columns = columnsOf(rows, shared === undefined);
  return [
    ...wrapped(heading, WIDTH),
    '─'.repeat(WIDTH),
    ...(note === undefined ? [] : [...wrapped(note, WIDTH), '']),
    columns.header,
    ...rows.flatMap((row) => columns.lines(row, sources.refer(row.rate.basis))),
    '',
    ...sources.list().flatMap(([number, text]) => wrapped(`[${number}] ${text}`, WIDTH, '    ')),
    '',
  ].join('\n');
}

function detailsText(name: string, groups: readonly ReferenceGroup[]): string[] {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return wrapped(`runledger tables ${name} --json has ${count} figures more, each with its sources.`, WIDTH);
}
