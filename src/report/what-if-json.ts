import type { ProjectFacts } from '../model/facts.ts';
import type { HardwareWhatIf } from '../model/hardware-what-if.ts';
import type { Replay, SweepWhatIf, WhatIf } from '../model/what-if.ts';

/** The same project otherwise, as data: sweeps by their ids. What is not known is null. */
export function whatIfJson({ sweeps, leftOut, families, hardware }: WhatIf, facts: ProjectFacts): object {
  const idOf = (sweep: number): string => facts.sweeps[sweep]?.sweep.id ?? '';
  return {
    sweeps: sweeps.map((sweep) => ({ id: idOf(sweep.sweep), ...sweepJson(sweep) })),
    leftOut,
    families: families.map((family) => family.map(idOf)),
    ...(hardware === undefined ? {} : { hardware: hardwareJson(hardware) }),
  };
}

const sweepJson = ({ sweep: _, replays, concurrency, ...rest }: SweepWhatIf): object => ({
  ...rest,
  concurrency: orNull(concurrency),
  replays: replays.map((replay) => (replay.losesTo === undefined ? replayJson(replay) : lost(replay))),
});

const replayJson = ({ stretch, ...rest }: Replay): object => ({ ...rest, stretch: orNull(stretch) });

/** One that loses to random order saves nothing. */
const lost = (replay: Replay): object => ({
  ...replayJson(replay),
  saved: { low: 0, value: 0, high: 0 },
  savedGpuHours: 0,
  savedUsd: 0,
});

const hardwareJson = ({ breakEven, meanGpus, days, assumptions, ...rest }: HardwareWhatIf): object => ({
  ...rest,
  meanGpus: orNull(meanGpus),
  days: orNull(days),
  breakEven: breakEven.map((each) => ({ ...each, bare: orNull(each.bare), whole: orNull(each.whole) })),
  assumptions: assumptions.map(({ name, value, low, high, unit, basis }) => ({ name, value, low, high, unit, basis })),
});

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
