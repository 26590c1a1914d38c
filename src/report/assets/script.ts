import { LEGEND_SCRIPT } from './scripts/legend.ts';
import { LIVE_SCRIPT } from './scripts/live.ts';
import { SAVE_SVG_SCRIPT } from './scripts/save-svg.ts';
import { TABLES_SCRIPT } from './scripts/tables.ts';

/** Copy a line, open what is printed. */
const LINES_SCRIPT = `
(() => {
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  const makeCopyable = (line) => {
    const text = line.textContent;
    const button = make('button', 'copy', 'Copy');
    button.type = 'button';
    button.setAttribute('aria-label', 'Copy the ' + line.dataset.copy);
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(line);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    line.append(' ', button);
  };

  document.querySelectorAll('[data-copy]').forEach(makeCopyable);

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('td details:not([open]), .supports:not([open]), .take:not([open])'));
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
})();
`;

/**
 * What the page can do beyond being read: sort and filter tables, copy a line, open what is printed, save charts and let them live. Without
 * it nothing is missing from the page. Plain JavaScript, embedded as it stands and allowed by its hash.
 */
export const SCRIPT = `'use strict';
${[TABLES_SCRIPT, LINES_SCRIPT, SAVE_SVG_SCRIPT, LEGEND_SCRIPT, LIVE_SCRIPT].join('').replaceAll(/^ +/gm, '')}`;
