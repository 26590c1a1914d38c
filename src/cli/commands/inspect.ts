import { existsSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { utcTime } from '../../report/utc-time.ts';
import { readConfig } from '../config.ts';
import { inspectionText } from '../inspect/as-text.ts';
import { configText } from '../inspect/config-text.ts';
import { type FileReading, inspectFiles } from '../inspect/inspect-files.ts';
import { settingsOf } from '../log-settings.ts';
import { zoneOf } from '../report-settings.ts';

interface InspectCommandOptions {
  readonly config?: string;
  readonly timezone?: string;
  readonly json?: boolean;
  readonly writeConfig?: boolean;
}

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
  const readings = await inspectFiles(paths, { zone: zoneOf(options, file), settings: settingsOf(file.config) });
  process.stdout.write(options.json === true ? jsonText(readings) : inspectionText(readings));
  if (options.writeConfig === true) writeConfig(readings);
  if (readings.some(({ problem }) => problem !== undefined)) process.exitCode = 2;
}

function writeConfig(readings: readonly FileReading[]): void {
  if (existsSync(CONFIG)) {
    throw new AppError({ code: 'cannot-write', path: CONFIG, reason: 'there is one already' });
  }
  writeFileSync(CONFIG, configText(readings));
  process.stderr.write(`${CONFIG}\n`);
}

function jsonText(readings: readonly FileReading[]): string {
  const files = readings.map(({ problem, from, to, samples, ...reading }) => ({
    ...reading,
    ...{ from: utcTime(from) ?? null, to: utcTime(to) ?? null },
    samples: samples.map((job) => ({
      ...job,
      start: utcTime(job.start) ?? null,
      wallSeconds: Number.isNaN(job.wallSeconds) ? null : job.wallSeconds,
      gpus: Number.isNaN(job.gpus) ? null : job.gpus,
    })),
    ...(problem === undefined ? {} : { problem: problem.message }),
  }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}
