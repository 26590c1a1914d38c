import { describe, expect, it } from 'vitest';
import { tidySvg } from '../../../src/report/render/tidy-svg.ts';

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="9" height="9" viewBox="0 0 9 9">${inner}</svg>`;
const body = (inner: string, id = 'chart'): string => tidySvg(svg(inner), id).body;

describe('tidySvg', () => {
  it('keeps the view box and drops the frame', () => {
    expect(tidySvg(svg('<g/>'), 'chart')).toEqual({ viewBox: '0 0 9 9', body: '<g/>' });
  });

  it('makes ids the chart’s own, however far the library has counted', () => {
    const drawn = (count: number) =>
      body(`<g clip-path="url(#clip${count})"/><defs><clipPath id="clip${count}"/></defs>`);
    expect(drawn(1)).toBe('<g clip-path="url(#chart-1)"/><defs><clipPath id="chart-1"/></defs>');
    expect(drawn(42)).toBe(drawn(1));
  });

  it('turns a mark’s label into a tooltip and leaves its text as it is', () => {
    const mark =
      '<path aria-label="a &lt;b&gt; &quot;1.23456&quot; > x" role="graphics-symbol" d="M0.123456,1h2" fill="red"/>';
    expect(body(mark)).toBe('<path d="M0.1,1h2" fill="red"><title>a &lt;b&gt; &quot;1.23456&quot; > x</title></path>');
  });

  it('drops labels of groups, hidden texts, fonts and empty frames', () => {
    const drawn = `<g role="graphics-symbol" aria-label="axis"><path class="background" d="M0"/><text font-family="x" opacity="0">July</text><text opacity="1" fill="red">May</text></g>`;
    expect(body(drawn)).toBe('<g><text fill="red">May</text></g>');
  });

  it('leaves out what a phone cannot show, a tooltip', () => {
    const mark = svg('<path aria-label="note" d="M0,1h2"/>');
    expect(tidySvg(mark, 'chart', false).body).toBe('<path d="M0,1h2"></path>');
  });
});
