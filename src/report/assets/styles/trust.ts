/** The drawings of records and of causes, and what is to be taken away. */
export const TRUST_STYLE = `.flow { list-style: none; margin: 0 0 .8rem; padding: 0; }
.flow > li { display: grid; grid-template-columns: 17rem 1fr; gap: 0 1.5rem; }
.flow .words { display: flex; flex-direction: column; justify-content: end; padding: .7rem 0 0; line-height: 1.35; font-size: .9375rem; }
.flow .words p { margin: 0 0 .15rem; }
.flow .legend { flex-direction: column; color: var(--ink); }
.flow .legend li { align-items: baseline; }
.flow .swatch { width: .625rem; }
.flow .drawn { display: flex; flex-direction: column; justify-content: end; }
.flow .bands { flex: 1; width: 100%; height: 0; min-height: 1.6rem; opacity: .28; display: block; }
.flow .strip { height: 1.1rem; margin: 0; border-radius: 0; flex: none; }
#constants td:last-child { min-width: 20rem; max-width: none; }
#constants th { max-width: 12rem; }
.tornado { margin: 0 0 1.3rem; }
.tornado p { margin: 0 0 .2rem; }
.tornado ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--rule); }
.tornado li { display: grid; grid-template-columns: 17rem 1fr 11rem; gap: 0 1rem; align-items: center; padding: .22rem 0; border-bottom: 1px solid var(--rule); font-size: .875rem; line-height: 1.3; }
.tornado svg { display: block; width: 100%; height: .9rem; }
.tornado .less { fill: var(--series-5); }
.tornado .more { fill: var(--series-1); }
.tornado .all :is(.less, .more) { fill: var(--series-8); }
.tornado .all { font-weight: 600; }
.tornado .middle { stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; fill: none; }
.tornado .ends { text-align: right; }
.ends { font-variant-numeric: tabular-nums; white-space: nowrap; }
.as-text { white-space: pre-wrap; font: inherit; margin: 0 0 1rem; padding: .9rem 1.1rem; background: var(--raised); border-radius: 4px; max-width: 46rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .flow > li { grid-template-columns: 1fr; }
  .flow .bands { flex: none; height: 1.6rem; margin-top: .35rem; }
  .tornado li { grid-template-columns: 1fr auto; }
  .tornado svg { grid-row: 2; grid-column: 1 / 3; }
  #constants thead { display: none; }
  #constants :is(tr, th, td) { display: block; border: 0; padding: .1rem 0; max-width: none; min-width: 0; text-align: left; }
  #constants :is(td, td:last-child) { min-width: 0; }
  #constants tr { border-bottom: 1px solid var(--rule); padding: .6rem 0; }
  #constants th { font-weight: 600; }
  #constants .range { display: inline; margin-left: .5rem; }
}
@media print {
  .drawing:has(.tornado) { break-inside: auto; }
  .flow, .tornado { break-inside: avoid; }
  .flow .words { font-size: 8pt; padding-top: .4rem; }
  .tornado li { font-size: 8pt; padding: .1rem 0; }
  #constants th { min-width: 8.5rem; }
  #constants td:last-child { min-width: 0; width: 55%; }
  #constants tr { break-inside: auto; }
  #constants .bases li { break-inside: avoid; }
  .supports, .sources { font-size: 8pt; }
  .supports summary, .take summary { list-style: none; color: var(--ink); font-weight: 600; }
  .take { margin-top: .6rem; }
  .take::details-content { content-visibility: visible; display: block; }
  .as-text { background: none; border: 0; border-left: 2px solid var(--rule); border-radius: 0; padding: .1rem .8rem; max-width: none; font-size: 8.5pt; }
  .sources a::after { content: " <" attr(href) ">"; font-style: normal; overflow-wrap: anywhere; }
}
`;
