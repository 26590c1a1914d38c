/** What changes on narrow screens. */
export const PHONE_STYLE = `@media (max-width: 40rem) {
  body { padding: 2rem 1.125rem 3rem; }
  h1 { font-size: 2.1rem; }
  h2 { font-size: 1.45rem; }
  .verdict { font-size: 1.6rem; }
  .headline { font-size: 1.15rem; }
  .key-figures { grid-template-columns: 1fr 1fr; }
  .terms > div { grid-template-columns: 1fr; }
  #sweeps .tabular { width: auto; margin-left: 0; transform: none; }
  th, td { padding-inline: .4rem; }
  .prose { min-width: 6.5rem; }
  td .bases { min-width: 15rem; }
  td.share { width: auto; min-width: 0; }
  td.share > span { width: auto; }
  td.share > .bar { display: none; }
  #tiers { font-size: .75rem; }
  #tiers th, #tiers td { padding-inline: .2rem; }
  #tiers .range { font-size: .6875rem; }
}
@media screen and (max-width: 40rem) {
  .chart.wide { display: none; }
  .chart.narrow { display: block; }
}
`;
