import type { FileReading } from './inspect-files.ts';

const HEAD = `# What runledger took the logs for, and what they do not say. Every line may be changed or deleted;
# lines that begin with # are not in force.
`;

const HARDWARE = `
# GPUs of nodes or partitions, where the logs do not name or count them:
# hardware:
#   - partition: gpu
#     gpu: A100
#     gpusPerNode: 4
`;

const OPTIONS = `  # dates: day-first            # or month-first, for dates such as 04/09/2023
  # clock: hours:minutes        # or minutes:seconds, for durations such as 13:05
  # decimal: point              # or comma
  # units: { "duration": hours } # for durations that are numbers without a unit
`;

/** A first \`runledger.yaml\`: the columns as they were recognised, and what is open, as comments. */
export function configText(readings: readonly FileReading[]): string {
  const columns = new Map<string, string>();
  for (const { columns: own } of readings) {
    for (const { header, use } of own) columns.set(header, use.split(',')[0] as string);
  }
  const known = [...columns].filter(([, role]) => role !== '' && role !== 'hyperparameter');
  const others = [...columns].filter(([, role]) => role === '' || role === 'hyperparameter');
  const open = readings.flatMap(({ problem }) => (problem?.context.code === 'table-open' ? [problem.context] : []));
  const lines = [
    ...known.map(([header, role]) => `    ${JSON.stringify(header)}: ${role}\n`),
    ...others.map(([header, role]) => `    # ${JSON.stringify(header)}: ${role || 'not used'}\n`),
  ];
  const table = [
    'table:\n',
    ...open.map(
      ({ path, what, choices }) =>
        `  # ${path}: ${what}. Decide, and delete the # before one of these:\n  # ${choices.join('\n  # ')}\n`,
    ),
    ...(known.length > 0 ? ['  columns:\n', ...lines] : ['  # columns: { "Laufzeit": duration }\n']),
    OPTIONS,
  ];
  const isEmpty = known.length === 0 && open.length === 0;
  return `${HEAD}${isEmpty ? table.map((part) => part.replace(/^table:/, '# table:')).join('') : table.join('')}${HARDWARE}`;
}
