import { homedir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { Command, Option } from 'commander';
import type { CollectSlurmOptions } from '../collect/collect-slurm.ts';
import type { CollectWandbOptions } from '../collect/wandb/wandb-options.ts';
import { progressBar } from '../progress.ts';

const COLLECTING = { format: 'collecting {bar} {value} of {total} windows', unit: 1 };
const COLLECTING_RUNS = { format: 'collecting {bar} {value} of {total} runs {note}', unit: 1 };

/** How long an answer of a server may take, seconds, before less is asked for at a time. Our own judgement: gateways give up after a minute. */
const PATIENCE = 60;

/** `runledger collect`: asks a system for the logs that `report` reads. One subcommand for each system. */
export const collectCommand = (): Command =>
  new Command('collect')
    .description('ask for job logs and save them for report')
    .addCommand(slurmCommand())
    .addCommand(wandbCommand());

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

const wandbCommand = (): Command =>
  new Command('wandb')
    .description('page through the runs of a project of Weights & Biases; run again to add what is new')
    .argument('<entity/project>', "whose runs, as in the address of the project's page")
    .option('-o, --out <dir>', 'where to save (default: "logs/wandb-ENTITY-PROJECT")')
    .option('--since <date>', 'runs created then or later (default: all, or as in the first call)')
    .option('--until <date>', 'runs created before (default: now)')
    .option('--base-url <url>', 'your own server (default: WANDB_BASE_URL, or "https://api.wandb.ai")')
    .option('--page-size <number>', 'runs asked for at a time; halved by itself where that is too much (default: 50)')
    .option('--no-metadata', 'leave out wandb-metadata.json of each run, which tells its GPUs and its Slurm job')
    .option('--allow-http', 'send the API key unencrypted to a server that has no https')
    .option('--quiet', 'print nothing but errors')
    .addHelpText('after', '\nThe API key is taken from WANDB_API_KEY, or from netrc, where wandb login puts it.')
    .action(runCollectWandb);

async function runCollectWandb(
  project: string,
  options: CollectWandbOptions & { readonly quiet?: boolean },
): Promise<void> {
  const { collectWandb } = await import('../collect/wandb/collect-wandb.ts');
  const quiet = options.quiet === true;
  const summary = await collectWandb(project, options, {
    now: () => Date.now() / 1000,
    sleep: (seconds) => setTimeout(seconds * 1000),
    random: Math.random,
    patience: PATIENCE,
    environment: process.env,
    home: homedir(),
    progress: progressBar(quiet, COLLECTING_RUNS),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
  if (!quiet) process.stdout.write(summary);
}
