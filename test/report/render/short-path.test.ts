import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortPath } from '../../../src/report/render/short-path.ts';

/** The corners of an outline, drawn as SVG 1.1 says (section 8.3.4). */
function cornersOf(outline: string): [number, number][] {
  const corners: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', numbers = ''] of outline.matchAll(/([MLHV])([^MLHVZ]*)/g)) {
    const [first = 0, second = 0] = numbers.split(',').map(Number);
    if (command === 'H') x = first;
    else if (command === 'V') y = first;
    else [x, y] = [first, second];
    corners.push([x, y]);
  }
  return corners;
}

const coordinate = fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10);

it('draws the same line in fewer letters, but for corners that are none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 }),
      fc.constantFrom('', 'Z'),
      (corners, end) => {
        const outline = `M${corners.map(([x, y]) => `${x},${y}`).join('L')}${end}`;
        const short = shortPath(outline);
        const apart = corners.filter(
          ([x, y], index) => index === 0 || x !== corners[index - 1]?.[0] || y !== corners[index - 1]?.[1],
        );
        expect(cornersOf(short)).toEqual(apart);
        expect(short.endsWith('Z')).toBe(end === 'Z');
        expect(short.length).toBeLessThanOrEqual(outline.length);
      },
    ),
  );
});

it.each(['M0,0h10v5h-10Z', 'M0,0A1,1,0,1,1,2,2', 'M1,2', ''])('leaves %s as it is', (outline) => {
  expect(shortPath(outline)).toBe(outline);
});

it('makes a step of two numbers', () => {
  expect(shortPath('M0,5L10,5L10,2L20,2Z')).toBe('M0,5H10V2H20Z');
});
