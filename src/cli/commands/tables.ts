import { Command } from 'commander';
import { findTable, REFERENCE_TABLES } from '../../tables/catalogue/registry.ts';
import { tablesJson } from '../tables/as-json.ts';
import { tablesText } from '../tables/as-text.ts';

interface TablesCommandOptions {
  readonly json?: boolean;
}

const NAMES = REFERENCE_TABLES.map(({ name }) => name).join(', ');

/** `runledger tables`: every constant that figures rest on, with where it is from. */
export const tablesCommand = (): Command =>
  new Command('tables')
    .description('print the reference tables with their citations')
    .argument('[table]', `one of ${NAMES} (default: all)`)
    .option('--json', 'print them as JSON, with all digits and every year of the grid')
    .action(runTables);

function runTables(name: string | undefined, options: TablesCommandOptions): void {
  const tables = name === undefined ? REFERENCE_TABLES : [findTable(name)];
  process.stdout.write(options.json === true ? tablesJson(tables) : tablesText(tables));
}
