import { expect, it } from 'vitest';
import { withSharedAttributes } from '../../../src/report/render/shared-attributes.ts';

it('says once in a group what all its marks have, and leaves what differs', () => {
  const drawn =
    '<g><path d="M0" fill="red" stroke="a"/><path d="M1" fill="blue" stroke="a"><title>x</title></path></g>';
  expect(withSharedAttributes(drawn)).toBe(
    '<g stroke="a"><path d="M0" fill="red"/><path d="M1" fill="blue"><title>x</title></path></g>',
  );
});

it('looks into no group that holds others, takes nothing from a single mark, and nothing out of text', () => {
  const nested = '<g><path fill="red"/><g><path fill="red"/></g></g>';
  expect(withSharedAttributes(nested)).toBe(nested);
  const text = '<g><text fill="a">x fill="a"</text><text fill="a">y</text></g>';
  expect(withSharedAttributes(text)).toBe('<g fill="a"><text>x fill="a"</text><text>y</text></g>');
});
