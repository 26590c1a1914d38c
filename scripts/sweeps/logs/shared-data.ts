import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { LabelledLog } from './labelled-log.ts';
import { hideEvidence, SLURM_LEVELS } from './levels.ts';

/** Logs of others, beside the repository, one level up for a worktree; none where they are not at hand. */
const PLACES = ['../../../../shared/data/', '../../../../../shared/data/'].map(
  (place) => new URL(place, import.meta.url),
);

const folder = (path: string): URL | undefined =>
  PLACES.map((place) => new URL(path, place)).find((place) => existsSync(place));

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string, delimiter: string): readonly Row[] =>
  Papa.parse<Row>(text.trimEnd(), { header: true, delimiter }).data;
const textOf = (name: string, within: URL): string => readFileSync(new URL(name, within), 'utf8');

/** What would tell the sweeps of AlgoPerf at once. */
const TELLTALE = new Set(['submission', 'workload']);

/** Trials of the AlgoPerf benchmark, and the same without the columns that name what is tuned. */
export function algoperfLogs(): LabelledLog[] {
  const within = folder('algoperf/');
  if (within === undefined) return [];
  const truth = new Map(rowsOf(textOf('truth.csv', within), ',').map((row) => [row.run_id ?? '', row.sweep ?? '']));
  const text = textOf('jobs.csv', within);
  const fields = Object.keys(rowsOf(text, ',')[0] ?? {}).filter((column) => !TELLTALE.has(column));
  const withheld = Papa.unparse({ fields, data: rowsOf(text, ',') as Row[] }, { newline: '\n' });
  return [
    { set: 'algoperf', level: 'full', name: 'algoperf', source: { 'jobs.csv': text }, truth },
    { set: 'algoperf', level: 'withheld', name: 'algoperf', source: { 'jobs.csv': `${withheld}\n` }, truth },
  ];
}

/** Runs of three projects of Weights & Biases. Those outside of its sweeps may be of others, so that they are not judged. */
export function wandbLogs(): LabelledLog[] {
  const within = folder('wandb/');
  if (within === undefined) return [];
  const rows = rowsOf(textOf('truth_sweeps.csv', within), ',').filter((row) => row.has_run_dir === '1');
  return [...new Set(rows.map((row) => row.set ?? ''))].map((project) => ({
    set: 'wandb',
    level: 'full',
    name: `wandb/${project}`,
    source: new URL(`${project}/`, within).pathname,
    truth: new Map(rows.filter((row) => row.set === project).map((row) => [row.run_id ?? '', row.sweep_id ?? ''])),
  }));
}

/** Studies of the real clusters that try values; the others try the cluster, and are not judged. */
const STUDIES = new Set(['A-array', 'A2-array-args', 'B-loop', 'C-random', 'C2-export', 'C3-hydra', 'C4-comment']);

/** The same submissions on three real clusters, at each level. */
export function slurmLogs(): LabelledLog[] {
  const within = folder('slurm/');
  if (within === undefined) return [];
  const versions = readdirSync(within)
    .filter((name) => name.startsWith('real-'))
    .sort();
  return versions.flatMap((version) => {
    const text = textOf(`${version}/parsable2-core.txt`, within);
    const truth = studiesByRawId(text, rowsOf(textOf(`${version}/manifest.tsv`, within), '\t'));
    return SLURM_LEVELS.map((level) => ({
      set: 'slurm' as const,
      level,
      name: version,
      source: { 'sacct.txt': hideEvidence(text, level) },
      truth,
    }));
  });
}

/** The manifest knows ids as they are printed; logs of which ids are hidden know raw ones. */
function studiesByRawId(text: string, manifest: readonly Row[]): Map<string, string> {
  const studyOf = new Map(manifest.map((row) => [row.jobid ?? '', row.study ?? '']));
  const [header = '', ...lines] = text.split('\n');
  const columns = header.split('|');
  const [shown, raw] = [columns.indexOf('JobID'), columns.indexOf('JobIDRaw')];
  const truth = new Map<string, string>();
  for (const cells of lines.map((line) => line.split('|'))) {
    const study = studyOf.get((cells[shown] ?? '').split(/[_+.]/)[0] ?? '');
    if (study !== undefined && STUDIES.has(study)) truth.set(cells[raw] ?? '', study);
  }
  return truth;
}
