import { Command } from 'commander';
import { TABLE_NAMES } from '../../tables/catalogue/names.ts';
import { tablesJson } from '../tables/as-json.ts';
import { tablesText } from '../tables/as-text.ts';

interface TablesCommandOptions {
  readonly json?: boolean;
}

/** `runledger tables`: every constant that figures rest on, with where it is from. */
export const tablesCommand = (): Command =>
  new Command('tables')
    .description('print the reference tables with their citations')
    .argument('[table]', `one of ${TABLE_NAMES.join(', ')} (default: all)`)
    .option('--json', 'print them as JSON, with all digits and every year of the grid')
    .action(runTables);

async function runTables(name: string | undefined, options: TablesCommandOptions): Promise<void> {
  // Some 6,000 rows, made when they are loaded: 0.15 s that other commands need not wait.
  const { findTable, REFERENCE_TABLES } = await import('../../tables/catalogue/registry.ts');
  const tables = name === undefined ? REFERENCE_TABLES : [findTable(name)];
  process.stdout.write(options.json === true ? tablesJson(tables) : tablesText(tables));
}
