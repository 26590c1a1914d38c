import type { Intake } from '../ingest/ingest.ts';
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
