import type { ProjectFacts } from '../model/facts.ts';
import type { SweepSensitivity } from '../model/sensitivity.ts';

/** `sensitivity` of report.json as text in pieces, sweeps by their id, one a line; what cannot be told is null. Nothing where no sweep has runs enough. */
export function* sensitivityJson({ sensitivity, sweeps }: ProjectFacts): Generator<string> {
  if (sensitivity === undefined) return;
  const { sweeps: found, left, ...known } = sensitivity;
  const head = JSON.stringify({ ...known, sweepsLeft: left }, null, 4)
    .slice(2, -2)
    .trimEnd();
  yield `  "sensitivity": {\n${head},\n    "sweeps": {`;
  for (const [index, each] of found.entries()) {
    const id = sweeps[each.sweep]?.sweep.id ?? '';
    yield `${index === 0 ? '' : ','}\n      ${JSON.stringify(id)}: ${JSON.stringify(told(each))}`;
  }
  yield '\n    }\n  },\n';
}

/** All of it but the index, with the unit of what durations were compared by. */
const told = ({ sweep: _, cost, ...rest }: SweepSensitivity) => ({ ...rest, cost: { of: 'ln(hours)', ...cost } });
