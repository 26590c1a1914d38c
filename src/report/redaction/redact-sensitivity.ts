import type { ProjectFacts } from '../../model/facts.ts';
import type { Effects, SweepSensitivity } from '../../model/sensitivity.ts';
import type { Pseudonym } from './pseudonyms.ts';
import type { RedactParameters } from './redact-parameters.ts';

type Keys = readonly string[];

/** Keys, values and metrics by which effects are told, as they are shown elsewhere. Hardware stays. */
export function redactSensitivity(
  { sensitivity, byModel }: ProjectFacts,
  { key, value }: RedactParameters,
  scrub: Pseudonym,
): Pick<ProjectFacts, 'sensitivity'> {
  if (sensitivity === undefined) return {};
  const hardware = new Set(byModel.map((share) => share.key));
  const shown = (of: Keys, text: string): string =>
    text === '' || hardware.has(text) ? text : value(of[0] as string, text);
  const withoutNames = <Found extends { readonly keys: Keys; readonly groups: readonly { readonly values: Keys }[] }>(
    found: Found,
  ): Found => ({
    ...found,
    keys: found.keys.map(key),
    groups: found.groups.map((group) => ({ ...group, values: group.values.map((text) => shown(found.keys, text)) })),
  });
  const ofEffects = (effects: Effects): Effects => ({
    ...effects,
    parameters: effects.parameters.map(withoutNames),
    interactions: effects.interactions.map((each) => ({
      ...each,
      keys: [each.keys[0].map(key), each.keys[1].map(key)],
    })),
  });
  const ofSweep = (sweep: SweepSensitivity): SweepSensitivity => ({
    ...sweep,
    ...(sweep.metric === undefined ? {} : { metric: { ...sweep.metric, name: scrub(sweep.metric.name) } }),
    ...(sweep.effects === undefined ? {} : { effects: ofEffects(sweep.effects) }),
    cost: ofEffects(sweep.cost),
    failures: sweep.failures.map(withoutNames),
  });
  return { sensitivity: { ...sensitivity, sweeps: sensitivity.sweeps.map(ofSweep) } };
}
