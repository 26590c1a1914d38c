import { LEGEND_SCRIPT } from './scripts/legend.ts';
import { LIVE_SCRIPT } from './scripts/live.ts';
import { SAVE_SVG_SCRIPT } from './scripts/save-svg.ts';

/** Sort and filter the table of sweeps, copy a line, open what is printed. */
const TABLES_SCRIPT = `'use strict';
(() => {
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const number = cell.dataset.sort;
    return number === undefined ? cell.textContent.trim() : Number(number);
  };

  const collator = new Intl.Collator('en', { numeric: true });
  const compare = (a, b) => {
    if (typeof a !== 'number' || typeof b !== 'number') return collator.compare(String(a), String(b));
    return a - b;
  };

  const sortBy = (table, column, direction) => {
    const body = table.tBodies[0];
    const sign = direction === 'ascending' ? 1 : -1;
    const keyed = Array.from(body.rows, (row, place) => ({ row, place, key: keyOf(row, column) }));
    const isGap = (entry) => Number.isNaN(entry.key);
    keyed.sort((a, b) => isGap(a) - isGap(b) || (isGap(a) ? 0 : sign * compare(a.key, b.key)) || a.place - b.place);
    body.append(...keyed.map((entry) => entry.row));
    for (const head of table.tHead.rows[0].cells) head.removeAttribute('aria-sort');
    table.tHead.rows[0].cells[column].setAttribute('aria-sort', direction);
  };

  const makeSortable = (table) => {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      if (head.classList.contains('details')) return;
      const button = make('button', 'sort', head.textContent);
      button.type = 'button';
      head.dataset.head = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const first = head.classList.contains('number') ? 'descending' : 'ascending';
        const other = first === 'ascending' ? 'descending' : 'ascending';
        sortBy(table, column, head.getAttribute('aria-sort') === first ? other : first);
      });
    });
  };

  const makeFilter = (table) => {
    const noun = table.dataset.filter;
    const rows = Array.from(table.tBodies[0].rows);
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const label = make('label', '', 'Filter ' + noun + ' ');
    const input = make('input');
    input.type = 'search';
    label.append(input);
    const tally = make('output');
    const apply = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        if (!row.hidden) shown++;
      });
      tally.textContent = words.length === 0 ? '' : shown + ' of ' + rows.length + ' ' + noun;
    };
    input.addEventListener('input', apply);
    const tools = make('div', 'tools');
    tools.append(label, tally);
    table.closest('.scroll').before(tools);
    return () => {
      input.value = '';
      apply();
    };
  };

  const showTarget = (clearFilters) => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.tagName !== 'TR') return;
    if (target.hidden) clearFilters.forEach((clear) => clear());
    const details = target.querySelector('details');
    if (details) details.open = true;
    target.scrollIntoView({ block: 'center' });
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

  const tables = Array.from(document.querySelectorAll('table[data-filter]'));
  tables.forEach(makeSortable);
  const clearFilters = tables.map(makeFilter);
  document.querySelectorAll('[data-copy]').forEach(makeCopyable);
  addEventListener('hashchange', () => showTarget(clearFilters));
  showTarget(clearFilters);

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('td details:not([open]), .supports:not([open])'));
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
})();
`;

/**
 * What the page can do beyond being read. Without it nothing is missing from the page. Plain JavaScript, embedded as it stands and
 * allowed by its hash.
 */
export const SCRIPT = [TABLES_SCRIPT, SAVE_SVG_SCRIPT, LEGEND_SCRIPT, LIVE_SCRIPT].join('');
