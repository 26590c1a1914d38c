/**
 * A button under each chart that saves it as an SVG file of its own: as it is shown, but in the colours of paper, with its legend,
 * its fonts by name and its caption as title.
 */
export const SAVE_SVG_SCRIPT = `(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const PAINTED = new Set(['path', 'rect', 'line', 'circle', 'ellipse', 'polygon', 'polyline', 'text', 'tspan']);
  const KEPT_OUT = /^(class|style|role|tabindex|aria-.*|data-.*|pointer-events|href)$/;
  const LINE = 20;

  const make = (tag, attributes, text) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const onPaper = (act) => {
    const root = document.documentElement;
    const light = Array.from(document.styleSheets[0].cssRules).find((rule) => rule.selectorText === ':root').style;
    const names = Array.from(light).filter((name) => name.startsWith('--'));
    for (const name of names) root.style.setProperty(name, light.getPropertyValue(name));
    try {
      return act();
    } finally {
      root.removeAttribute('style');
    }
  };

  const paint = (from, to) => {
    const style = getComputedStyle(from);
    to.setAttribute('fill', style.fill === 'rgba(0, 0, 0, 0)' ? 'none' : style.fill);
    if (style.stroke !== 'none') {
      to.setAttribute('stroke', style.stroke);
      to.setAttribute('stroke-width', style.strokeWidth);
      if (style.strokeDasharray !== 'none') to.setAttribute('stroke-dasharray', style.strokeDasharray);
    }
    if (from.localName === 'text') {
      to.setAttribute('font-size', style.fontSize);
      to.setAttribute('text-anchor', style.textAnchor);
      if (style.fontWeight !== '400') to.setAttribute('font-weight', style.fontWeight);
    }
  };

  const copyOf = (from) => {
    const to = document.createElementNS(SVG, from.localName);
    for (const { name, value } of from.attributes)
      if (!KEPT_OUT.test(name) && !name.startsWith('xmlns') && !value.includes('var(')) to.setAttribute(name, value);
    if (PAINTED.has(from.localName) && !from.closest('clipPath')) paint(from, to);
    for (const child of from.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) to.append(child.textContent);
      else if (child.nodeType === Node.ELEMENT_NODE && !(PAINTED.has(child.localName) && getComputedStyle(child).display === 'none'))
        to.append(copyOf(child));
    }
    return to;
  };

  const pen = document.createElement('canvas').getContext('2d');
  const widthOf = (text, font) => {
    pen.font = '12px ' + font;
    return pen.measureText(text).width;
  };

  const headOf = (figure, width, font) => {
    const head = make('g', { 'font-size': '12px' });
    const colour = getComputedStyle(figure.querySelector('.above')).color;
    let y = 14;
    const axis = figure.querySelector('.axis');
    if (axis) {
      head.append(make('text', { x: 4, y, fill: colour }, axis.textContent));
      y += LINE;
    }
    let x = 4;
    for (const item of figure.querySelectorAll('.legend li')) {
      const text = item.textContent.trim();
      const room = widthOf(text, font) + 44;
      if (x > 4 && x + room > width) {
        x = 4;
        y += LINE;
      }
      const swatch = make('g', { transform: 'translate(' + x + ',' + (y - 9) + ')' });
      for (const part of item.querySelectorAll('.swatch > *')) swatch.append(copyOf(part));
      head.append(swatch, make('text', { x: x + 26, y, fill: colour }, text));
      x += room;
    }
    return { head, height: y + (x > 4 ? 10 : 10 - LINE) };
  };

  const drawingIn = (figure) =>
    Array.from(figure.querySelectorAll('.live > div > svg, svg.chart')).find((svg) => svg.getClientRects().length > 0);

  const fileOf = (figure) => onPaper(() => {
    const drawing = drawingIn(figure);
    const [, , width, height] = drawing.getAttribute('viewBox').split(/[ ,]+/).map(Number);
    const font = getComputedStyle(figure.querySelector('.chart')).fontFamily;
    const { head, height: above } = headOf(figure, width, font);
    const all = height + above;
    const file = make('svg', { width, height: all, viewBox: '0 0 ' + width + ' ' + all, 'font-family': font, role: 'img' });
    const copy = copyOf(drawing);
    copy.setAttribute('y', above);
    copy.setAttribute('width', width);
    copy.setAttribute('height', height);
    copy.setAttribute('overflow', 'visible');
    file.append(
      make('title', {}, figure.querySelector('figcaption').textContent.trim()),
      make('desc', {}, figure.querySelector('.chart').getAttribute('aria-label')),
      make('rect', { width: '100%', height: '100%', fill: '#fff' }),
      head,
      copy,
    );
    return '<?xml version="1.0" encoding="UTF-8"?>\\n' + new XMLSerializer().serializeToString(file) + '\\n';
  });

  const save = (figure) => {
    const address = URL.createObjectURL(new Blob([fileOf(figure)], { type: 'image/svg+xml' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'runledger-' + figure.querySelector('.chart').dataset.chart + '.svg';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  for (const figure of document.querySelectorAll('figure.drawing')) {
    const chart = figure.querySelector('.chart[data-chart]');
    if (!chart) continue;
    const tools = document.createElement('div');
    tools.className = 'figure-tools';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small save';
    button.textContent = 'Save SVG';
    button.setAttribute('aria-label', 'Save SVG of the chart: ' + chart.getAttribute('aria-label').split(/[:.]/)[0]);
    button.addEventListener('click', () => save(figure));
    tools.append(button);
    figure.querySelector('figcaption').after(tools);
  }
})();
`;
