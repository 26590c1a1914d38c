import type { ProjectFacts } from '../../../model/facts.ts';
import type { Effects, Sensitivity, SweepSensitivity, Untold } from '../../../model/sensitivity.ts';
import { counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { toldOf } from './told.ts';

const REASONS: Readonly<Record<Untold, string>> = {
  'few-runs': 'too few configurations for what they varied',
  'no-parameter': 'nothing varied but seeds or the numbers of array tasks',
  constant: 'the same value in all runs',
  entangled: 'parameters that always changed with others',
  'all-different': 'parameters that differ in every run',
};

/** The sweeps in which nothing can be laid to a parameter, and why: nothing is shown of these, rather than a number that means nothing. */
export function untoldSweeps(_: ProjectFacts, { sweeps }: Sensitivity): Html {
  const lines = [
    lineOf(
      'results',
      sweeps.filter(({ metric }) => metric !== undefined),
      ({ effects }) => effects,
    ),
    lineOf('lengths', sweeps, ({ cost }) => cost),
  ].filter((line) => line !== undefined);
  const unmeasured = sweeps.filter(({ metric }) => metric === undefined).length;
  const without =
    unmeasured > 0 &&
    unmeasured < sweeps.length &&
    html`<li>Results: ${counted(unmeasured, 'sweep')} without a metric of which it is known which way is better.</li>`;
  if (lines.length === 0 && without === false) return html``;
  return html`<h3>Not enough to say</h3>
<ul>${lines}${without}</ul>`;
}

function lineOf(
  what: 'results' | 'lengths',
  sweeps: readonly SweepSensitivity[],
  effectsOf: (each: SweepSensitivity) => Effects | undefined,
): Html | undefined {
  const untold = sweeps.map(effectsOf).filter((effects) => effects !== undefined && toldOf(effects).length === 0);
  const counts = new Map<Untold, number>();
  for (const effects of untold) {
    const reason = effects?.untold ?? effects?.parameters[0]?.untold ?? 'no-parameter';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const told = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => `${counted(count, 'sweep')} with ${REASONS[reason]}`);
  return html`<li>${what === 'results' ? 'Results' : 'Length of runs'}: ${told.join('; ')}.</li>`;
}
