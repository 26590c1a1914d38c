/** The story on the first screen, and the colours of the charts that tell it. */
export const STORY_STYLE = `
:root { --range: #b9d3e2; --range-2: #bfe0d4; --heat-0: #efece6; --heat-1: #cfe0ea; --heat-2: #9dc3d8; --heat-3: #5f9fc1; --heat-4: #2f7fa8; --heat-5: #12506f; }
@media (prefers-color-scheme: dark) {
  :root { --range: #2c4f63; --range-2: #1f4f42; --heat-0: #1f262a; --heat-1: #24404f; --heat-2: #2b5b75; --heat-3: #37799c; --heat-4: #5aa5cc; --heat-5: #a9dbf5; }
}
@media print {
  :root { --range: #b9d3e2; --range-2: #bfe0d4; --heat-0: #efece6; --heat-1: #cfe0ea; --heat-2: #9dc3d8; --heat-3: #5f9fc1; --heat-4: #2f7fa8; --heat-5: #12506f; }
}
body { padding-top: 1.2rem; }
@media (min-width: 40.01rem) { .masthead .eyebrow { float: right; margin: .7rem 0 0 1.5rem; } }
.masthead { padding-bottom: .9rem; }
.masthead h1 { font-size: 2.3rem; margin-bottom: .2rem; }
.masthead .verdict { font-size: 1.75rem; margin-bottom: .2rem; }
.masthead .headline { margin-bottom: .25rem; }
.masthead .particulars { margin-bottom: .7rem; }
#answer { padding-top: 1.3rem; }
#answer > h2 { margin-bottom: .7rem; }
#answer .key-figures { margin-bottom: .9rem; }
#answer .drawing > figcaption { max-width: none; }
#answer .drawing { margin: .6rem 0 1rem; }
@media screen { #answer .figure-tools { width: fit-content; margin: .4rem 0 -1.8rem auto; position: relative; } }
.caution { margin: 0 0 .6rem; padding: .3rem .8rem; border-left: 3px solid var(--alarm); background: var(--raised); max-width: none; }
.caution a { color: inherit; }
.findings { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.findings p { margin-bottom: .6rem; }
.findings .lead { font-size: 1rem; }
.findings .outcomes, .findings .legend { margin-bottom: 0; }
.findings + * { margin-top: 1.8rem; }
tr:target > *, .terms > div:target { background: var(--mark); }
@media (max-width: 40rem) {
  .findings { grid-template-columns: 1fr; }
  #losses .share { display: none; }
}
@media print {
  .findings { break-inside: avoid; }
}
`;
