import type { Effects, ParameterEffect, Sensitivity, SweepSensitivity } from '../../../model/sensitivity.ts';

/** The parameters of which something can be said, what matters first. */
export const toldOf = (effects: Effects | undefined): ParameterEffect[] =>
  (effects?.parameters ?? []).filter(({ standing }) => standing !== 'untold');

/** Whether anything at all can be said of a sweep. */
const hasToSay = ({ spread, effects, cost, failures }: SweepSensitivity): boolean =>
  spread !== undefined ||
  toldOf(effects).length > 0 ||
  toldOf(cost).length > 0 ||
  failures.some(({ standing }) => standing === 'matters');

export const hasAnyToSay = ({ sweeps }: Sensitivity): boolean => sweeps.some(hasToSay);
