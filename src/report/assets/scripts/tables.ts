/**
 * Sorting and searching of tables that have \`data-filter\`, and the way to a sweep that an address names. What a reader searched and sorted by stands in the address, so that it can be
 * sent: \`#sweep-list?find=elmo&sort=Attempts&order=descending\`. Rows take along what stands below them.
 */
export const TABLES_SCRIPT = `(() => {
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  const belowOf = (row) => {
    const next = row.nextElementSibling;
    return next && next.classList.contains('below') ? next : undefined;
  };
  const rowsOf = (table) => Array.from(table.tBodies[0].rows).filter((row) => !row.classList.contains('below'));
  const headsOf = (table) => Array.from(table.tHead.rows[0].cells);

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
    const sign = direction === 'ascending' ? 1 : -1;
    const keyed = rowsOf(table).map((row, place) => ({ row, place, key: keyOf(row, column) }));
    const isGap = (entry) => Number.isNaN(entry.key);
    keyed.sort((a, b) => isGap(a) - isGap(b) || (isGap(a) ? 0 : sign * compare(a.key, b.key)) || a.place - b.place);
    table.tBodies[0].append(...keyed.flatMap(({ row }) => [row, belowOf(row)].filter(Boolean)));
    for (const head of headsOf(table)) head.removeAttribute('aria-sort');
    headsOf(table)[column].setAttribute('aria-sort', direction);
  };

  /* What a row is found by: all that it says, or, where a card stands below it, its name, its kind, what varied, and whose it is. */
  const wordsOf = (row) => {
    const below = belowOf(row);
    const parts = below ? [row.cells[0], row.cells[1], ...below.querySelectorAll('.parameters, .user')] : [row];
    return parts.map((part) => part.textContent).join(' ').toLowerCase();
  };

  const asInteractive = (table) => {
    const state = new URLSearchParams();
    const noun = table.dataset.filter;
    const rows = rowsOf(table);
    const texts = rows.map(wordsOf);
    const input = make('input');
    const tally = make('output');

    const remember = () => {
      const text = state.toString();
      try {
        history.replaceState(null, '', '#' + table.id + (text ? '?' + text : ''));
      } catch {
        /* Some browsers keep the address of a file as it is. */
      }
    };

    const apply = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const isShown = words.every((word) => texts[index].includes(word));
        row.hidden = !isShown;
        const below = belowOf(row);
        if (below) below.hidden = !isShown;
        if (isShown) shown++;
      });
      tally.textContent = words.length === 0 ? '' : shown + ' of ' + rows.length + ' ' + noun;
    };

    const search = (text) => {
      input.value = text;
      if (text) state.set('find', text);
      else state.delete('find');
      apply();
    };

    const label = make('label', '', 'Filter ' + noun + ' ');
    input.type = 'search';
    label.append(input);
    input.addEventListener('input', () => {
      search(input.value);
      remember();
    });
    const tools = make('div', 'tools');
    tools.append(label, tally);
    table.closest('.scroll').before(tools);

    headsOf(table).forEach((head, column) => {
      if (head.classList.contains('details')) return;
      const button = make('button', 'sort', head.textContent);
      button.type = 'button';
      head.dataset.head = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const first = head.classList.contains('number') ? 'descending' : 'ascending';
        const other = first === 'ascending' ? 'descending' : 'ascending';
        const order = head.getAttribute('aria-sort') === first ? other : first;
        sortBy(table, column, order);
        state.set('sort', head.dataset.head);
        state.set('order', order);
        remember();
      });
    });

    const restore = (text) => {
      const wanted = new URLSearchParams(text);
      search(wanted.get('find') || '');
      const column = headsOf(table).findIndex((head) => head.dataset.head === wanted.get('sort'));
      if (column < 0) return;
      const order = wanted.get('order') === 'ascending' ? 'ascending' : 'descending';
      sortBy(table, column, order);
      state.set('sort', wanted.get('sort'));
      state.set('order', order);
    };
    return { table, search, restore };
  };

  const tables = Array.from(document.querySelectorAll('table[data-filter]'), asInteractive);

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  const follow = () => {
    const [id, text] = location.hash.slice(1).split('?');
    const asked = tables.find(({ table }) => table.id === id);
    if (asked && text !== undefined) {
      asked.restore(text);
      asked.table.closest('.tabular').scrollIntoView();
      return;
    }
    const target = id && document.getElementById(decoded(id));
    const row = target && target.closest('tbody > tr');
    if (!row) return;
    if (row.hidden) tables.forEach(({ search }) => search(''));
    for (let place = target; place; place = place.parentElement) if (place.tagName === 'DETAILS') place.open = true;
    const above = row.classList.contains('below') ? row.previousElementSibling : row;
    (above || row).scrollIntoView({ block: 'start' });
  };
  addEventListener('hashchange', follow);
  follow();

  /* A second click on the link to the same card says nothing to the page, but wants to see it again. */
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) follow();
  });
})();`;
