import { existsSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { readConfig } from '../config.ts';
import { inspectionJson } from '../inspect/as-json.ts';
import { inspectionText } from '../inspect/as-text.ts';
import { configText } from '../inspect/config-text.ts';
import type { FileReading } from '../inspect/file-reading.ts';
import { inspectFiles } from '../inspect/inspect-files.ts';
import { settingsOf } from '../log-settings.ts';
import { zoneOf } from '../report-settings.ts';

interface InspectCommandOptions {
  readonly config?: string;
  readonly timezone?: string;
  readonly json?: boolean;
  readonly writeConfig?: boolean;
}

/** Exit code where nothing is a log, or something of one is open. */
const USER_MUST_ACT = 2;
const CONFIG = 'runledger.yaml';

/** `runledger inspect`: what each file was read as. Writes nothing, unless it is asked for a configuration. */
export const inspectCommand = (): Command =>
  new Command('inspect')
    .description('say what each file is read as, what its columns mean, and what would be rejected')
    .argument('<path...>', 'files or directories of logs')
    .option('--config <file>', 'what to know of the logs (default: runledger.yaml beside them or here)')
    .option('--timezone <iana>', 'zone of times that carry none (default: UTC)')
    .option('--json', 'print it as JSON')
    .option('--write-config', `write a first ${CONFIG} here, with what was recognised`)
    .action(runInspect);

async function runInspect(paths: readonly string[], options: InspectCommandOptions): Promise<void> {
  const file = await readConfig(options.config, paths);
  const zone = zoneOf(options, file);
  const readings = await inspectFiles(paths, { zone, settings: settingsOf(file.config) });
  process.stdout.write(options.json === true ? inspectionJson(readings) : inspectionText(readings));
  if (options.writeConfig === true) writeConfig(readings, zone);
  const isOpen = readings.some(({ problem }) => problem !== undefined);
  if (isOpen || readings.every(({ source }) => source === '')) process.exitCode = USER_MUST_ACT;
}

function writeConfig(readings: readonly FileReading[], zone: string): void {
  if (existsSync(CONFIG)) throw new AppError({ code: 'config-exists', path: CONFIG });
  writeFileSync(CONFIG, configText(readings, zone));
  process.stderr.write(`${CONFIG}\n`);
}
