/**
 * Keys of a legend set off what they stand for: pointing at one or moving to it for a moment, pressing it until it is pressed
 * again. The same key in another chart does the same there.
 */
export const LEGEND_SCRIPT = `(() => {
  const colourOf = (mark) => {
    const fill = mark.getAttribute('fill');
    return fill && fill.startsWith('var(') ? fill : mark.getAttribute('stroke');
  };
  const figures = [];
  let pinned = '';

  const show = (name) => {
    for (const { figure, keys } of figures) {
      const colours = new Set(keys.map((key) => key.colour));
      const picked = keys.find((key) => key.name === name);
      for (const mark of figure.querySelectorAll('.chart [fill], .chart [stroke], .live [fill], .live [stroke]')) {
        const colour = colourOf(mark);
        mark.classList.toggle('faded', picked !== undefined && colours.has(colour) && colour !== picked.colour);
      }
      for (const key of keys) key.button.setAttribute('aria-pressed', String(key.name === pinned));
    }
  };

  const keyOf = (item) => {
    const drawn = item.querySelector('.swatch > *');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'key';
    button.append(...item.childNodes);
    item.append(button);
    const colour = colourOf(drawn);
    const key = { colour, name: colour + ' ' + item.textContent.trim(), button };
    button.addEventListener('pointerenter', () => show(key.name));
    button.addEventListener('focus', () => show(key.name));
    button.addEventListener('pointerleave', () => show(pinned));
    button.addEventListener('blur', () => show(pinned));
    button.addEventListener('click', () => {
      pinned = pinned === key.name ? '' : key.name;
      show(pinned);
    });
    return key;
  };

  for (const figure of document.querySelectorAll('figure.drawing')) {
    const items = Array.from(figure.querySelectorAll('.legend li')).filter((item) => item.querySelector('.swatch > *') && !item.querySelector('a, button, details'));
    if (items.length < 2) continue;
    figures.push({ figure, keys: items.map(keyOf) });
    figure.addEventListener('redrawn', () => show(pinned));
  }
  show(pinned);
})();
`;
