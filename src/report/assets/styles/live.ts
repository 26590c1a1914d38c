/** Charts that answer to the pointer, their tips and their buttons. */
export const LIVE_STYLE = `
.live { position: relative; font-family: var(--sans); font-variant-numeric: tabular-nums; }
.live.narrow { display: none; }
.live svg { display: block; width: 100%; height: auto; overflow: visible; }
.live text { font-family: var(--sans); }
.live .over { position: absolute; inset: 0; pointer-events: none; }
.live.drags { cursor: crosshair; touch-action: pan-y; -webkit-user-select: none; user-select: none; }
.live.leads { cursor: pointer; }
.hair { fill: var(--ink); opacity: .45; }
.choice { fill: var(--accent); opacity: .18; }
.tip { position: fixed; z-index: 10; max-width: min(22rem, 90vw); padding: .4rem .6rem; border: 1px solid var(--rule); border-radius: 4px; background: var(--paper); color: var(--ink); box-shadow: 0 2px 10px rgb(0 0 0 / .18); font-size: .8125rem; line-height: 1.4; pointer-events: none; overflow-wrap: anywhere; white-space: pre-line; font-variant-numeric: tabular-nums; }
.tip[hidden] { display: none; }
.tip-head:not(:last-child) { font-weight: 600; margin-bottom: .15rem; }
.tip-line { display: flex; align-items: baseline; gap: .45rem; }
.tip-line b { margin-left: auto; padding-left: .6rem; white-space: nowrap; }
.tip-colour { flex: none; width: .6rem; height: .6rem; border-radius: 2px; }
.tip-colour:not([style]) { display: none; }
.figure-tools { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; margin-top: .5rem; font-size: .8125rem; color: var(--muted); }
.stretch { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem; }
.small { font: .8125rem var(--sans); color: var(--accent); border: 1px solid var(--rule); border-radius: 4px; padding: .15rem .55rem; }
.small[hidden] { display: none; }
.save { margin-left: auto; }
.key { display: inline-flex; align-items: center; gap: .4rem; text-align: left; min-width: 0; overflow-wrap: anywhere; }
.key[aria-pressed="true"] { color: var(--ink); text-decoration: underline; text-underline-offset: .2em; }
@media screen {
  .chart.replaced { display: none; }
  .faded { opacity: .15; }
  .hot { stroke: var(--ink); stroke-width: 1.5; }
}
@media screen and (max-width: 40rem) {
  .chart.narrow.replaced, .live.wide { display: none; }
  .live.narrow { display: block; }
}
@media print {
  .live, .live.narrow, .tip, .figure-tools { display: none; }
}
`;
