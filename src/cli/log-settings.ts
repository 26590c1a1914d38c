import type { TableSettings } from '../ingest/csv/table/layout.ts';
import type { LogSettings } from '../ingest/source.ts';
import type { Config } from './config-schema.ts';

/** What the configuration says of the logs. */
export function settingsOf({ slurm, hardware, table }: Config): LogSettings {
  const { timezone, ...settings } = table ?? {};
  return {
    ...(table === undefined ? {} : { table: settings as TableSettings }),
    ...(timezone === undefined ? {} : { tableZone: timezone }),
    ...(slurm?.columns === undefined ? {} : { slurmColumns: slurm.columns }),
    ...(hardware === undefined ? {} : { hardware }),
  };
}
