/** The part on sensitivity: wide tables as the sweeps have them. */
export const SENSITIVITY_STYLE = `
#sensitivity .tabular { width: min(100vw - 3rem, 78rem); margin-left: 50%; transform: translateX(-50%); }
#spread, #outcome-effects, #cost-effects { font-size: .8125rem; }
#sensitivity li > .name { display: inline; margin-left: .4rem; }
`;
