import type { Intake } from '../ingest/ingest.ts';
import type { JobTable } from '../model/job-table.ts';
import { findGpu, isOf } from '../tables/hardware/gpus.ts';
import { closest } from './closest.ts';
import type { ConfigFile } from './parse-config.ts';

/** Says which columns the configuration names that no table has: a header that is mistyped would otherwise be passed over in silence. */
export function noteUnusedColumns({ columns, diagnostics }: Intake, { path, config, lineOf }: ConfigFile): void {
  const headers = [...new Set([...columns.values()].flatMap((uses) => uses.map(({ header }) => header)))];
  for (const section of ['columns', 'units'] as const) {
    for (const name of Object.keys(config.table?.[section] ?? {})) {
      if (headers.includes(name)) continue;
      const meant = closest(name, headers);
      const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
      const message = `the configuration names columns that no table has: "${name}"${hint}`;
      diagnostics.note('config-columns', 'warning', message, { file: path, line: lineOf('table', section, name) });
    }
  }
}

/** Says which GPUs and partitions the methods of the configuration have figures of, and no job held: a name that is mistyped would otherwise be passed over in silence. */
export function noteUnusedHardware({ table, diagnostics }: Intake, file: ConfigFile, method: string): void {
  const own = file.config.methods?.[method];
  if (own === undefined) return;
  const gpus = gpusIn(table);
  const named = [
    ...Object.keys(own.gpuWatts ?? {}).map((gpu) => ({ gpu, keys: ['gpuWatts', gpu] })),
    ...Object.keys(own.gpuUsdPerHour ?? {}).map((gpu) => ({ gpu, keys: ['gpuUsdPerHour', gpu] })),
    ...(own.owned ?? []).map(({ gpu }, index) => ({ gpu, keys: ['owned', index] })),
  ];
  const note = (name: string, known: readonly string[], keys: readonly (string | number)[]): void => {
    const meant = closest(name, known);
    const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
    const message = `the configuration has figures of GPUs or partitions that no job held: "${name}"${hint}`;
    const place = { file: file.path, line: file.lineOf('methods', method, ...keys) };
    diagnostics.note('config-hardware', 'warning', message, place);
  };
  for (const { gpu, keys } of named) if (!gpus.some((held) => isHeld(held, gpu))) note(gpu, gpus, keys);
  const partitions = table.partition.values;
  for (const partition of Object.keys(own.partitionUsdPerGpuHour ?? {})) {
    if (!partitions.includes(partition)) note(partition, partitions, ['partitionUsdPerGpuHour', partition]);
  }
}

/** The names of GPUs as the logs write them. */
const gpusIn = ({ gpuTypes }: JobTable): string[] => [
  ...new Set(gpuTypes.values.flatMap((types) => types.split(',').map((entry) => entry.split('=')[0] as string))),
];

function isHeld(held: string, said: string): boolean {
  const [specific, general] = [findGpu(held), findGpu(said)];
  return held === said || (specific !== undefined && general !== undefined && isOf(specific, general));
}
