import { expect, it } from 'vitest';
import { usd, usdSpan } from '../../../src/report/render/format.ts';
import { ranged } from '../../../src/report/render/ranged.ts';

// Table 4 of Strubell et al. 2019 prints $5, $118 and $9,870 of electricity, each as one figure.
it.each([
  [{ low: 4.6, value: 4.94, high: 5.4 }, '$5'],
  [{ low: 7981, value: 9870.19, high: 11_636 }, '$9,870<span class="range">$7,981–$11,636</span>'],
  [{ low: 3.9, value: 4.94, high: 5.6 }, '$5<span class="range">$4–$6</span>'],
])('prints one figure where the ends print alike, else the middle over its range: %o', (range, markup) => {
  expect(ranged(range, usd, usdSpan).text).toBe(markup);
});
