/** What changes on paper. */
export const PRINT_STYLE = `@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " of " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; color: #444; } }
  @page wide { size: A4 landscape; }
  #sweeps { page: wide; }
  :root {
    color-scheme: light;
    --paper: #fff; --raised: #fff; --ink: #000; --muted: #444; --rule: #ccc; --accent: #0b5f7d; --mark: #fff;
    --chart-text: #444; --chart-axis: #888; --chart-grid: #ddd;
    --series-1: #2f7fa8; --series-2: #e0a030; --series-3: #1a9676; --series-4: #b5658f; --series-5: #79bfe0;
    --series-6: #c9501c; --series-7: #8f7d12; --series-8: #9aa1a6; --series-9: #4c555b; --series-10: #7a68b3; --series-11: #8a5a44;
    --lost-1: #b3c3cd; --lost-2: #e0b184; --lost-3: #cf7534; --lost-4: #9a3606;
  }
  html { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  nav, .skip, .tools, .copy, .sort, .data { display: none; }
  [data-head]::before { content: attr(data-head); }
  section { border: 0; padding: 1.2rem 0 0; }
  h2, h3, summary, figcaption { break-after: avoid; }
  h2, h3, summary, figcaption, li, dd > p { break-inside: avoid; }
  p, li, dd { orphans: 3; widows: 3; }
  .drawing > figcaption { break-before: avoid; break-after: auto; }
  .tabular:has(tbody tr:last-child:nth-child(-n+14)) { break-inside: avoid; }
  tbody tr:nth-child(-n+2), tbody tr:last-child { break-before: avoid; }
  p:has(+ figure) { break-after: avoid; break-inside: avoid; }
  figure { margin: 1.2rem 0 1.4rem; }
  .drawing, .key-figures, .outcomes, tr { break-inside: avoid; }
  .scroll { overflow: visible; max-height: none; }
  thead { display: table-header-group; break-inside: avoid; }
  thead { position: static; }
  table { font-size: 7.5pt; }
  th, td { padding: .25rem .35rem; }
  #sweep-list th, #sweep-list td { font-size: 6.5pt; }
  .prose, .details { min-width: 0; }
  td.details { width: 38%; }
  #sweep-list .bar { display: none; }
  td summary { display: none; }
  .parameters, .parameters div, .parameters dt, .parameters dd, .evidence, .evidence li { display: inline; margin: 0; padding: 0; font-size: inherit; }
  .evidence li::after { content: " "; }
  .parameters dt::after { content: ": "; }
  .parameters dd::after { content: "; "; }
  .key-figures { grid-template-columns: repeat(5, 1fr); }
  .key-figures dd { font-size: 1.1rem; }
  #sweeps .tabular { width: auto; margin-left: 0; transform: none; }
  .hash { font-size: 5pt; }
  td details::details-content, .supports::details-content { content-visibility: visible; display: block; }
  a { color: inherit; text-decoration: none; }
  cite a { text-decoration: underline; }
}
`;
