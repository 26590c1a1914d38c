/** The cards of sweeps, which unfold under the rows of their table, and what is drawn in them. */
export const CARDS_STYLE = `
:root {
  --shade-1: #eaf2f6; --shade-2: #cfe3ed; --shade-3: #acd0e0; --shade-4: #84b9cf; --shade-5: #5ba1bd; --lost-cell: #f8e0d4;
  --line-1: #a3bccb; --line-2: #7fa9bf; --line-3: #558fac; --line-4: #2a7191; --line-5: #0a4a66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --shade-1: #1c2a32; --shade-2: #1f3a48; --shade-3: #224b5f; --shade-4: #265a73; --shade-5: #2a6a86; --lost-cell: #45291a;
    --line-1: #435b67; --line-2: #51798b; --line-3: #66a0b8; --line-4: #8fc6de; --line-5: #cdeefc;
  }
}
tr:has(+ .below) > * { border-bottom: 0; padding-bottom: .1rem; }
#sweep-list .below > td { white-space: normal; padding: 0 .25rem .55rem; }
tr:has(+ .below .inside:target) > * { background: var(--mark); }
#sweep-list > tbody > tr { scroll-margin-top: 2.6rem; }
.card { position: sticky; left: .25rem; width: fit-content; max-width: calc(min(100vw - 3rem, 78rem) - .5rem); }
.card[open] { width: auto; }
.card > summary { width: fit-content; max-width: 100%; overflow-wrap: anywhere; }
.inside { padding: .5rem 0 .8rem; scroll-margin-top: 8rem; overflow-wrap: anywhere; }
.inside p { margin: 0 0 .5rem; }
.inside .evidence { padding-top: 0; }
.inside .sure { font-weight: 600; margin: .7rem 0 .2rem; }
.inside .parameters dt { flex: none; max-width: 50%; }
#sweep-list .inside .evidence li { margin: 0; }
.drawn { min-width: 0; margin-top: .8rem; }
.note { color: var(--muted); }
.inside:not(:has(.drawn, .note))::after { content: "The runs are not drawn, to keep this page small; each is in jobs.csv."; color: var(--muted); }
.keys { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; margin: 0 0 .5rem; padding: 0; }
.keys i { display: inline-block; min-width: 1.1rem; height: 1.1rem; line-height: 1.1rem; text-align: center; font-style: normal; vertical-align: -.2rem; }
.keys :is(.shades, .lines) { width: 5.5rem; background: linear-gradient(90deg, var(--shade-1) 20%, var(--shade-2) 0 40%, var(--shade-3) 0 60%, var(--shade-4) 0 80%, var(--shade-5) 0); }
.keys .lines { background: linear-gradient(90deg, var(--line-1) 20%, var(--line-2) 0 40%, var(--line-3) 0 60%, var(--line-4) 0 80%, var(--line-5) 0); }
.fit { overflow-x: auto; max-width: 100%; margin-bottom: .5rem; }
.fit:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.heat, .runs { width: auto; font-size: .75rem; border-spacing: 1px; }
#sweep-list :is(.heat, .runs) :is(th, td) { padding: .2rem .4rem; border: 0; vertical-align: middle; }
#sweep-list .heat td { text-align: center; min-width: 2.6rem; }
.heat thead, .runs thead { position: static; }
.heat th, .runs th { background: none; font-weight: 400; color: var(--muted); }
.heat tbody th { text-align: right; vertical-align: top; }
#sweep-list .heat thead th { text-align: center; }
.heat .axis, .runs th { font-family: var(--mono); white-space: normal; overflow-wrap: anywhere; max-width: 12rem; }
.heat small, .runs small { font-size: .6875rem; color: inherit; }
.heat td:not([class^="s"]) { font-size: .6875rem; line-height: 1.15; }
.heat .lost small { display: block; }
.runs { margin-top: .4rem; }
#sweep-list .runs :is(th, td) { padding-block: .05rem; }
.s1 { background: var(--shade-1); } .s2 { background: var(--shade-2); } .s3 { background: var(--shade-3); } .s4 { background: var(--shade-4); } .s5 { background: var(--shade-5); }
:is(td, i).lost { background: var(--lost-cell); }
:is(td, i).m { background: repeating-linear-gradient(135deg, var(--rule) 0 1px, transparent 1px 5px); color: var(--muted); }
:is(td, i):is(.unmeasured, .running, .waiting) { box-shadow: inset 0 0 0 1px var(--muted); font-style: italic; }
:is(td, i).running { box-shadow: inset 3px 0 0 var(--series-3); }
:is(td, i).waiting { box-shadow: inset 0 -3px 0 var(--series-8); }
.plot { display: block; width: 100%; max-width: 27rem; height: auto; overflow: hidden; font: 11px var(--sans); font-variant-numeric: tabular-nums; margin-bottom: .3rem; }
.plot text { fill: var(--chart-text); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.plot .name { fill: var(--ink); }
.plot .middle { text-anchor: middle; } .plot .end { text-anchor: end; }
.plot path { fill: none; }
.guide { stroke: var(--chart-axis); }
.mark { stroke-width: 2; stroke: var(--muted); }
.mark:is(.s1, .s2, .s3, .s4, .s5) { stroke-width: 7; stroke-linecap: round; }
.way { stroke: var(--muted); stroke-width: 1.5; opacity: .8; }
:is(.mark, .way).s1 { stroke: var(--line-1); } :is(.mark, .way).s2 { stroke: var(--line-2); } :is(.mark, .way).s3 { stroke: var(--line-3); }
:is(.mark, .way).s4 { stroke: var(--line-4); } :is(.mark, .way).s5 { stroke: var(--line-5); }
:is(.mark, .way).lost { stroke: var(--series-6); }
.way.lost { stroke-dasharray: 4 3; }
:is(.mark, .way).running { stroke: var(--series-3); }
.plot .best { fill: var(--ink); font-size: 15px; text-anchor: middle; }
@media screen and (min-width: 62rem) {
  .inside:has(.drawn) { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 2.5rem; }
  .drawn { margin-top: 0; }
}
@media (max-width: 40rem) {
  .card { max-width: calc(100vw - 2.75rem); }
}
@media print {
  :root {
    --shade-1: #eaf2f6; --shade-2: #cfe3ed; --shade-3: #acd0e0; --shade-4: #84b9cf; --shade-5: #5ba1bd; --lost-cell: #f8e0d4;
    --line-1: #a3bccb; --line-2: #7fa9bf; --line-3: #558fac; --line-4: #2a7191; --line-5: #0a4a66;
  }
  .card, .card[open] { position: static; width: auto; max-width: none; }
  tr:has(+ .below) { break-after: avoid; }
  #sweep-list .below > td { padding: 0 .25rem .4rem; }
  .inside { padding: 0; }
  #sweep-list :is(.name, .below small) { font-size: inherit; }
  .sure::after { content: " "; }
  .inside p, .sure { display: inline; margin: 0; font-weight: inherit; }
  .drawn, .inside .data { display: none; }
  .inside:not(:has(.drawn, .note))::after { content: none; }
  .printed .drawn { display: block; margin-top: .3rem; break-inside: avoid; }
  .printed .drawn .note { display: block; }
  .fit { overflow: visible; }
  .plot { max-width: 80mm; }
}
`;
