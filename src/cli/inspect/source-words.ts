/** What sources read, in words; of others their name says it. */
const WORDS: Readonly<Record<string, string>> = {
  'slurm-sacct': 'Slurm accounting, as sacct -P prints it',
  'slurm-sacct-fixed': 'Slurm accounting, as sacct prints it in columns of fixed width',
  'slurm-sacct-json': 'Slurm accounting, as sacct --json prints it',
  'slurm-sacct-yaml': 'Slurm accounting, as sacct --yaml prints it',
  'slurm-scontrol': 'jobs of Slurm, as scontrol show job prints them',
  'slurm-scontrol-json': 'jobs of Slurm, as scontrol or squeue --json print them',
  'slurm-scontrol-yaml': 'jobs of Slurm, as scontrol or squeue --yaml print them',
  'slurm-jobcomp': 'a completion log of Slurm',
  'slurm-mysqldump': "a dump of Slurm's database",
  'wandb-run': 'run directories of Weights & Biases',
  'wandb-table': 'the runs table of Weights & Biases',
  'wandb-api': 'runs of Weights & Biases, as its API gives them',
  'wandb-api-csv': 'runs of Weights & Biases, as a script wrote them',
  'wandb-chart': 'a chart of Weights & Biases',
  table: 'a table of jobs',
  'runledger-jobs': 'jobs.csv of an earlier report',
};

const [CERTAIN, LIKELY] = [0.9, 0.6];

/** `a table of jobs, by its columns`: what a file is, and how sure that is. */
export function sourceWords(source: string, sure: number): string {
  const words = WORDS[source] ?? source;
  if (source === 'table') return `${words}, by its columns`;
  return sure >= CERTAIN ? words : `${words} (${sure >= LIKELY ? 'likely' : 'not sure'})`;
}
