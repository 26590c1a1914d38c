import { Command, Option } from 'commander';
import type { CollectSlurmOptions } from '../collect/collect-slurm.ts';
import { progressBar } from '../progress.ts';

const COLLECTING = { format: 'collecting {bar} {value} of {total} windows', unit: 1 };

/** `runledger collect`: asks a system for the logs that `report` reads. One subcommand for each system. */
export const collectCommand = (): Command =>
  new Command('collect').description('ask for job logs and save them for report').addCommand(slurmCommand());

const slurmCommand = (): Command =>
  new Command('slurm')
    .description("run Slurm's sacct with the right options, month by month; run again to add what is new")
    .option('-o, --out <dir>', 'where to save', 'logs/slurm')
    .option('--since <date>', 'jobs that were there then or later (default: one year ago, or as in the first call)')
    .option('--until <date>', 'jobs that were there before (default: now)')
    .option('--user <names>', 'jobs of these users (default: your own)')
    .option('--account <names>', 'jobs of these accounts, of all users')
    .option('--cluster <names>', 'jobs of these clusters (default: this one)')
    .addOption(new Option('--all-users', 'jobs of everybody').conflicts('user'))
    .option('--quiet', 'print nothing but errors')
    .action(runCollectSlurm);

async function runCollectSlurm(options: CollectSlurmOptions & { readonly quiet?: boolean }): Promise<void> {
  const { collectSlurm } = await import('../collect/collect-slurm.ts'); // 60 ms that reports can do without
  const quiet = options.quiet === true;
  const summary = await collectSlurm(options, {
    now: Math.floor(Date.now() / 1000),
    progress: progressBar(quiet, COLLECTING),
    warn: (line) => process.stderr.write(`${line}\n`),
    print: (text) => process.stdout.write(text),
  });
  if (!quiet) process.stdout.write(summary);
}
