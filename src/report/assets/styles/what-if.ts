/** The same project otherwise: advice and the limits of replays. */
export const WHAT_IF_STYLE = `
.advice { list-style: none; margin: 0 0 1.6rem; padding: 0; max-width: 46rem; }
.advice li { border-left: 3px solid var(--accent); padding-left: 1rem; font-size: 1.0625rem; }
.advice li + li { margin-top: .8rem; }
.limits { margin: 1.2rem 0 1.6rem; padding: .8rem 1.1rem; background: var(--raised); border-left: 3px solid var(--rule); font-size: .9375rem; max-width: 46rem; }
.limits p { margin: 0 0 .3rem; }
.limits ul { margin: 0; padding-left: 1.1rem; }
.folded { margin-top: 1rem; }
.folded > summary { font-weight: 600; }
.data + p { margin-top: 1.2rem; }
.aside { color: var(--muted); font-size: .9375rem; }
h4 { font: 600 1.05rem/1.3 var(--serif); margin: 2.2rem 0 .5rem; overflow-wrap: anywhere; }
`;
