import type { Replay, SweepWhatIf, WhatIf } from '../../../model/what-if.ts';

/** What one kind of replay saves over sweeps that did not feed each other. */
export interface SavedInAll {
  readonly sweeps: readonly SweepWhatIf[];
  readonly gpuHours: number;
  readonly usd: number;
  /** Sweeps of families of which only the one with the largest saving is counted. */
  readonly leftOut: number;
}

/**
 * Adds up a replay over the sweeps that have it. Of sweeps that fed each other only the one that saves most counts: with less of the first, the second would have been another. Replays that lose save
 * nothing.
 */
export function savedInAll({ sweeps, families }: WhatIf, id: Replay['id']): SavedInAll {
  const saved = (index: number): number =>
    replayOf(
      sweeps.find(({ sweep }) => sweep === index),
      id,
    )?.savedGpuHours ?? 0;
  const dropped = new Set(
    families.flatMap((family) => {
      const most = family.reduce((best, each) => (saved(each) > saved(best) ? each : best));
      return family.filter((each) => each !== most);
    }),
  );
  const counted = sweeps.filter((each) => !dropped.has(each.sweep) && replayOf(each, id) !== undefined);
  const sum = (of: (replay: Replay) => number): number =>
    counted.reduce((all, each) => all + of(replayOf(each, id) as Replay), 0);
  return {
    sweeps: counted,
    gpuHours: sum(({ savedGpuHours }) => savedGpuHours),
    usd: sum(({ savedUsd }) => savedUsd),
    leftOut: sweeps.filter((each) => dropped.has(each.sweep) && replayOf(each, id) !== undefined).length,
  };
}

/** A replay of a sweep, if it has it and it does not lose. */
const replayOf = (sweep: SweepWhatIf | undefined, id: Replay['id']): Replay | undefined =>
  sweep?.replays.find((replay) => replay.id === id && replay.losesTo === undefined);
