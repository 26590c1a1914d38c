import type { FileReading } from './file-reading.ts';

const HEAD = `# What runledger took the logs for, and what they do not say. A # right before a word keeps a line out of force:
# delete it to say what the line says. README.md of runledger lists all that can be said.
`;

/** Names are written as JSON, which is YAML too. */
const quoted = (text: string): string => JSON.stringify(text);

/** A first `runledger.yaml`: the columns as they were recognised, and what is open, as comments. It is valid as it is, and each `#` less decides. */
export function configText(readings: readonly FileReading[], zone: string): string {
  return [HEAD, projectText(), zoneText(zone), tableText(readings), hardwareText(readings), sweepText(readings)].join(
    '\n',
  );
}

const projectText = (): string => `#project: name-of-the-project
#region: DE                  # country whose electricity was used
#published: "1234567"        # id of the job or run whose model was published
#claim: my-paper.yaml        # what the paper says, for runledger audit
#events: [{ date: 2024-05-22, note: "paper deadline" }] # drawn over time
#methods: { ours: { pue: 1.2, electricityUsdPerKwh: 0.14, gpuUsdPerHour: { A100: 1.1 } } } # constants of your own
`;

const zoneText = (zone: string): string =>
  zone === 'UTC'
    ? '#timezone: Europe/Berlin    # of times that carry no zone; UTC, if nothing is said\n'
    : `timezone: ${zone}\n`;

function tableText(readings: readonly FileReading[]): string {
  const isNothingKnown = readings.every(({ source, problem }) => source === '' && problem === undefined);
  const tables = readings.filter(({ source, hint }) => source === 'table' || (isNothingKnown && hint !== undefined));
  const open = readings.filter(({ choices }) => choices.length > 0);
  if (tables.length + open.length === 0) return '';
  return [
    '# How tables of jobs are read.\n',
    'table:\n',
    ...open.map(openText),
    columnsText(tables),
    formsText(open),
  ].join('');
}

function openText({ path, problem = '', choices }: FileReading): string {
  const lines = choices.map((choice) => `  #${choice}\n`).join('');
  return `  # OPEN in ${path}: ${problem}.\n  # Delete the # before the line that is right:\n${lines}`;
}

/** What columns are taken for by more than their headers. */
const NO_ROLES = new Set(['', 'hyperparameter', 'metric']);

/** The column beside a day: known by its cells, and told by its day's line. */
const CLOCK_OF = 'time of day of ';

/** What all tables call their columns, once each. Where they differ, and where a column is of no use, a hyperparameter or a metric, the lines are not in force. */
function columnsText(tables: readonly FileReading[]): string {
  const roles = new Map<string, Set<string>>();
  for (const { header, use } of tables.flatMap(({ columns }) => columns)) {
    if (header === '' || use.startsWith(CLOCK_OF)) continue;
    const role = NO_ROLES.has(use) ? 'none' : (use.split(',')[0] as string);
    roles.set(header, (roles.get(header) ?? new Set()).add(role));
  }
  if (roles.size === 0) return '';
  const isSettled = (found: ReadonlySet<string>): boolean => found.size === 1 && !found.has('none');
  return [
    '  # What columns say: id, name, user, account, submit, start, end, duration, gpus, gpuIds, gpuType, gpusPerNode, gpuHours,\n',
    '  # nodes, host, cpus, memory, state, exitCode, energy, sweep, command, partition, cluster,\n',
    '  # metricName, metricValue; none for no use.\n',
    '  columns:\n',
    ...[...roles].filter(([, found]) => isSettled(found)).flatMap(([header, found]) => linesOf(header, found, '')),
    ...[...roles].filter(([, found]) => !isSettled(found)).flatMap(([header, found]) => linesOf(header, found, '#')),
  ].join('');
}

const linesOf = (header: string, roles: ReadonlySet<string>, mark: string): string[] =>
  [...roles].map((role) => `    ${mark}${quoted(header)}: ${role}\n`);

/** The other ways in which tables differ, but for what is open. */
function formsText(readings: readonly FileReading[]): string {
  const isOpen = (key: string): boolean =>
    readings.some(({ choices }) => choices.some((choice) => choice.startsWith(key)));
  const forms: readonly (readonly [key: string, line: string])[] = [
    ['dates', 'dates: day-first            # 04/09/2023 is in September; or month-first'],
    ['clock', 'clock: hours:minutes        # 13:05 is 13 hours; or minutes:seconds'],
    ['decimal', 'decimal: comma              # 1,5; or point'],
    [
      'units',
      `units: { ${quoted(durationIn(readings))}: hours } # of durations that are numbers; seconds, minutes, days`,
    ],
    ['timezone', 'timezone: Europe/Berlin     # of tables only'],
  ];
  return forms
    .filter(([key]) => !isOpen(key))
    .map(([, line]) => `  #${line}\n`)
    .join('');
}

/** The header of a column of durations, to show by. */
const durationIn = (readings: readonly FileReading[]): string =>
  readings.flatMap(({ columns }) => columns).find(({ use }) => use.startsWith('duration'))?.header ?? 'runtime';

/** GPUs that logs do not name, by the partitions that they do. */
function hardwareText(readings: readonly FileReading[]): string {
  const isOpen = readings.some(({ advice }) => advice.some(({ remedy }) => remedy.includes('hardware:')));
  const found = [...new Set(readings.flatMap((reading) => reading.partitions))].sort();
  const partitions = isOpen && found.length > 0 ? found : ['gpu'];
  return [
    '# GPUs of partitions or nodes, where the logs do not name or count them.\n',
    'hardware:\n',
    ...partitions.map((name) => `  #- { partition: ${quoted(name)}, gpu: A100, gpusPerNode: 4 }\n`),
  ].join('');
}

function sweepText(readings: readonly FileReading[]): string {
  const ids = readings.flatMap(({ samples }) => samples.map(({ id }) => id)).slice(0, 2);
  const runs = (ids.length > 0 ? ids : ['1201-1224']).map(quoted).join(', ');
  return [
    '# Sweeps, where the report found others: by ids (1201-1224, 987_*), names (lr_*), W&B runs or sweeps.\n',
    'sweeps:\n',
    `  #- { name: my-sweep, runs: [${runs}] }\n`,
  ].join('');
}
