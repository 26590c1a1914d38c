#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { AppError } from '../errors.ts';
import { auditCommand } from './commands/audit.ts';
import { collectCommand } from './commands/collect.ts';
import { inspectCommand } from './commands/inspect.ts';
import { reportCommand } from './commands/report.ts';
import { tablesCommand } from './commands/tables.ts';
import { tuneEngine } from './tune-engine.ts';
import { packageVersion } from './version.ts';

const USER_MUST_ACT = 2;
const OUR_BUG = 70;

async function main(): Promise<void> {
  process.stdout.on('error', stopWhenReaderLeft);
  tuneEngine();
  const program = new Command('runledger')
    .description('What a research project really cost, reconstructed from its job logs')
    .version(packageVersion())
    .addCommand(reportCommand())
    .addCommand(inspectCommand())
    .addCommand(auditCommand())
    .addCommand(tablesCommand())
    .addCommand(collectCommand());
  throwInsteadOfExit(program);
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = fail(error);
  }
}

/** A command and those below it, so that `fail` gives every exit code. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExit);
}

/** `runledger report --json | head`: who has read enough closes the pipe, and that is no error. */
function stopWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** Says what went wrong and gives the exit code: one line when the user can mend it, a stack trace when only we can. */
function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USER_MUST_ACT;
  if (error instanceof AppError) {
    process.stderr.write(`runledger: ${error.message}\n`);
    return USER_MUST_ACT;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${trace}\nrunledger ${packageVersion()}: this is a bug of ours. Please report it with the lines above.\n`,
  );
  return OUR_BUG;
}

await main();
