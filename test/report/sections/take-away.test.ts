import { expect, it } from 'vitest';
import { citations } from '../../../src/report/sections/take-away/citations.ts';
import { files } from '../../../src/report/sections/take-away/files.ts';
import { statementText } from '../../../src/report/sections/take-away/statement-text.ts';
import { statementMarkdown } from '../../../src/report/statement.ts';
import { filesOf } from '../../support/files-of.ts';
import { factsOf } from '../../support/ledger-of.ts';
import { sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const facts = sampleFacts();

it('the statement to copy is that of statement.md', () => {
  const plain = statementMarkdown(facts).replaceAll('\\', '').replaceAll(/\s+/g, ' ');
  const copied = [...statementText(facts).text.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, text]) => text ?? '');
  const [statement, ...others] = copied.map((text) => textOf({ text } as never));
  expect(others).toHaveLength(3);
  expect(plain).toContain(statement);
});

it('links every file that is written beside the page, and no other', () => {
  const linked = [...files().text.matchAll(/href="([^"]*)"/g)].map(([, name]) => name);
  expect(linked.sort()).toEqual(Object.keys(filesOf(factsOf([{}]))).sort());
});

it('names program, version, method and each source once', () => {
  const text = textOf(citations(facts));
  expect(text).toContain('version = {0.1.0}');
  expect(text).toContain('Method strubell-2019');
  expect(text.match(/Strubell, Ganesh and McCallum: Energy/g)).toHaveLength(1);
  const hostile = { ...facts.method, name: 'a}, evil = {b%' };
  expect(textOf(citations({ ...facts, method: hostile }))).toContain('{Method a, evil = b\\%, 6 constants}');
});
