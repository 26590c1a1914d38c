import type { TableSettings } from '../ingest/csv/table/layout.ts';
import type { LogSettings } from '../ingest/source.ts';
import type { Config } from './parse-config.ts';

/** What the configuration says of the logs. */
export const settingsOf = ({ slurm, hardware, table }: Config): LogSettings => ({
  ...(table === undefined || table === null ? {} : { table: table as TableSettings }),
  ...(slurm?.columns === undefined ? {} : { slurmColumns: slurm.columns }),
  ...(hardware === undefined ? {} : { hardware }),
});
