import type { Effects, ParameterEffect, Sensitivity, SweepSensitivity } from '../model/sensitivity.ts';

/** Values of parameters that are words, replaced wherever effects are told by them. */
export function redactSensitivity(found: Sensitivity, shown: (text: string) => string): Sensitivity {
  const ofValues = <Group extends { readonly values: readonly string[] }>(group: Group): Group => ({
    ...group,
    values: group.values.map((value) => (value === '' ? '' : shown(value))),
  });
  const ofParameter = <Effect extends Pick<ParameterEffect, 'groups'>>(effect: Effect): Effect => ({
    ...effect,
    groups: effect.groups.map(ofValues),
  });
  const ofEffects = (effects: Effects): Effects => ({ ...effects, parameters: effects.parameters.map(ofParameter) });
  const ofSweep = (sweep: SweepSensitivity): SweepSensitivity => ({
    ...sweep,
    ...(sweep.effects === undefined ? {} : { effects: ofEffects(sweep.effects) }),
    cost: ofEffects(sweep.cost),
    failures: sweep.failures.map((each) => ({ ...each, groups: each.groups.map(ofValues) })),
  });
  return { ...found, sweeps: found.sweeps.map(ofSweep) };
}
