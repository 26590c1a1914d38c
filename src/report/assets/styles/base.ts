/** Colours, type, tables and figures, on screens of any width. */
export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --raised: #f5f2ec; --ink: #1c2226; --muted: #566068; --rule: #ddd8cf; --accent: #0b5f7d; --mark: #fff3cf;
  --alarm: #a32a00;
  --chart-text: #566068; --chart-axis: #a9a69f; --chart-grid: #e7e3db;
  --series-1: #2f7fa8; --series-2: #e0a030; --series-3: #1a9676; --series-4: #b5658f; --series-5: #79bfe0;
  --series-6: #c9501c; --series-7: #8f7d12; --series-8: #9aa1a6; --series-9: #4c555b; --series-10: #7a68b3; --series-11: #8a5a44;
  --lost-1: #b3c3cd; --lost-2: #e0b184; --lost-3: #cf7534; --lost-4: #9a3606;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Charter, Georgia, serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191c; --raised: #1d2327; --ink: #e8e5de; --muted: #a4adb4; --rule: #353d43; --accent: #7fc8e6; --mark: #3a3415;
    --alarm: #ff9a6b;
    --chart-text: #a4adb4; --chart-axis: #5c666d; --chart-grid: #2a3136;
    --series-1: #4d9dc7; --series-2: #e3ab45; --series-3: #2fb08d; --series-4: #cd84a9; --series-5: #9fd6f2;
    --series-6: #e2703b; --series-7: #c2ad2e; --series-8: #7d868c; --series-9: #bcc4c9; --series-10: #a797de; --series-11: #c79c84;
    --lost-1: #4b5b66; --lost-2: #8d643f; --lost-3: #cf7d3f; --lost-4: #ffb47e;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--sans); background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 60rem; padding: 3.5rem 1.5rem 4rem; overflow-wrap: break-word; }
p, dl, ul, ol { margin: 0 0 1rem; text-wrap: pretty; }
main p, footer p, .terms { max-width: 44rem; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.75rem; margin: 0 0 .5rem; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.7rem; margin: 0 0 1.1rem; }
h3 { font-size: 1.15rem; margin: 2.2rem 0 .7rem; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible, button:focus-visible, input:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
b, strong { font-weight: 650; }
small { font-size: .8125rem; color: var(--muted); }
code { font: .85em/1.5 var(--mono); overflow-wrap: anywhere; }
cite { font-style: italic; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1.5rem; top: 1rem; background: var(--paper); padding: .25rem .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.masthead { border-bottom: 1px solid var(--rule); padding-bottom: 1.6rem; }
.eyebrow { margin: 0 0 .35rem; color: var(--accent); font-size: .875rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
.verdict { font: 2rem/1.25 var(--serif); margin: 0 0 .5rem; font-variant-numeric: lining-nums; text-wrap: balance; }
.headline { font: 1.25rem/1.4 var(--serif); margin: 0 0 .6rem; font-variant-numeric: lining-nums; }
.particulars { color: var(--muted); margin: 0 0 1.4rem; }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; margin: 0; padding: 0; font-size: .9375rem; }
section { padding: 2.6rem 0 1.4rem; border-bottom: 1px solid var(--rule); scroll-margin-top: .5rem; }
footer { padding-top: 1.8rem; color: var(--muted); font-size: .9375rem; }
.lead b, .outcomes b { white-space: nowrap; }
.lead { font-size: 1.125rem; line-height: 1.5; }
.failed { border-left: 3px solid var(--alarm); padding-left: 1rem; }
.alarm { color: var(--alarm); }

.key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.25rem, 1fr)); gap: 1.2rem 1.4rem; margin: 0 0 1.8rem; }
.key-figures div { border-top: 2px solid var(--accent); padding-top: .55rem; }
.key-figures dt { font-size: .875rem; color: var(--muted); }
.key-figures dd { margin: 0; font-size: 1.3rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.key-figures small { display: block; font-weight: 400; margin-top: .15rem; }

.terms > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; padding: .3rem 0; }
.terms dt { font-weight: 600; }
.terms dd { margin: 0; min-width: 0; }
.formula { font-family: var(--serif); font-style: italic; border-left: 2px solid var(--rule); padding-left: 1rem; }

figure { margin: 1.8rem 0 2rem; }
figcaption { font-size: .9375rem; color: var(--muted); max-width: 44rem; }
main { counter-reset: tabular drawing; }
.tabular > figcaption { margin-bottom: .6rem; }
.tabular > figcaption::before { counter-increment: tabular; content: "Table " counter(tabular) ". "; font-weight: 600; color: var(--ink); }
.drawing > figcaption { margin-top: .4rem; }
.drawing > figcaption::before { counter-increment: drawing; content: "Figure " counter(drawing) ". "; font-weight: 600; color: var(--ink); }
.above { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem 1.5rem; margin-bottom: .3rem; font-size: .875rem; color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; margin: 0; padding: 0; font-size: .875rem; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: .4rem; min-width: 0; overflow-wrap: anywhere; }
.swatch { width: 1.25rem; height: .625rem; flex: none; }
.chart { display: block; width: 100%; height: auto; overflow: visible; font-family: var(--sans); font-variant-numeric: tabular-nums; }
.chart.narrow { display: none; }
.strip { display: block; width: 100%; height: 1.1rem; border-radius: 3px; margin-bottom: .5rem; }
.outcomes { margin: 0 0 2rem; }
.bar { display: block; width: 100%; height: .25rem; margin-top: .2rem; }

.scroll { overflow: auto; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--ink); }
.long { max-height: 46rem; }
#sweeps .tabular { width: min(100vw - 3rem, 78rem); margin-left: 50%; transform: translateX(-50%); }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: .45rem .6rem; text-align: left; vertical-align: top; white-space: nowrap; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { padding-left: .25rem; }
tbody tr:last-child > * { border-bottom: 0; }
thead { position: sticky; top: 0; z-index: 1; }
thead th { background: var(--paper); vertical-align: bottom; font-weight: 600; border-bottom: 1px solid var(--ink); }
tbody th { font-weight: 400; }
.number { text-align: right; }
td.share { width: 45%; min-width: 11rem; }
td.share > * { display: inline-block; }
td.share > span { width: 3.2rem; text-align: right; padding-right: .7rem; }
td.share > .bar { width: calc(100% - 3.4rem); height: .6rem; margin: 0; vertical-align: -.03rem; }
.prose, .details { white-space: normal; min-width: 9rem; overflow-wrap: anywhere; }
.details { min-width: 13rem; }
#sweep-list { font-size: .8125rem; }
#sweep-list :is(th, td) { padding-inline: .5rem; }
#sweep-list :is(th, td):first-child { padding-left: .25rem; }
td.prose { max-width: 26rem; }
#sweep-list .prose { min-width: 10.5rem; }
.range, .name { display: block; color: var(--muted); font-size: .8125rem; }
.name { max-width: 14rem; }
tr.sub > * { color: var(--muted); font-style: italic; padding-top: 0; }
tr:has(+ tr.sub) > * { border-bottom: 0; }
tr.sub th { padding-left: 1rem; }
tr.total > * { font-weight: 650; border-top: 1px solid var(--ink); }
tr:target > * { background: var(--mark); }
tr[id] { scroll-margin: 4rem; }
.hash { font-size: .6875rem; color: var(--muted); white-space: nowrap; }
.cautions { margin: 1.8rem 0; padding: .9rem 1.2rem; border-left: 3px solid var(--alarm); background: var(--raised); }
.cautions h3 { margin: 0 0 .5rem; }
.cautions ul { margin: 0 0 .6rem; padding-left: 1.1rem; }
.cautions p { margin: 0; }
.severity, .basis { font-weight: 600; }
.severity.error { color: var(--alarm); }
.severity.info, .basis { color: var(--muted); }
.bases, .evidence { margin: 0; padding: 0; list-style: none; }
.bases li + li { margin-top: .35rem; }
.evidence { padding-top: .35rem; }
.parameters { margin: .35rem 0 0; }
.parameters div { display: flex; gap: .5rem; }
.parameters dt { font-family: var(--mono); font-size: .8125rem; color: var(--muted); }
.parameters dd { margin: 0; }
summary { cursor: pointer; color: var(--accent); }
.data, .supports { margin: .6rem 0 0; }
.data summary, .supports summary { font-size: .875rem; }
.data .scroll { margin-top: .6rem; max-height: 24rem; }

.tools { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; margin-bottom: .7rem; font-size: .9375rem; }
input { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--muted); border-radius: 4px; padding: .25rem .5rem; width: 14rem; max-width: 100%; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
.sort { font-weight: 600; text-align: inherit; }
.sort::after { content: "\\2195"; display: inline-block; width: .9em; text-align: right; color: var(--muted); font-weight: 400; }
[aria-sort="ascending"] .sort::after { content: "\\2191"; color: var(--accent); }
[aria-sort="descending"] .sort::after { content: "\\2193"; color: var(--accent); }
.copy { font: .8125rem var(--sans); color: var(--accent); border: 1px solid var(--rule); border-radius: 4px; padding: .1rem .5rem; margin-left: .3rem; vertical-align: .1em; }
.command { background: var(--raised); padding: .6rem .8rem; border-radius: 4px; }
`;
