import { generateLisa } from '../../fixtures/lisa/generate-lisa.ts';
import type { TrueSweep as LisaSweep } from '../../fixtures/lisa/truth/truth-sweeps.ts';
import type { LabelledLog, TrueSweep } from './labelled-log.ts';
import { hideEvidence, type Level, SLURM_LEVELS } from './levels.ts';

/** The study of fixtures/lisa, or another of its generator, at each level. */
export function lisaLogs(seed: number): LabelledLog[] {
  const study = generateLisa(seed);
  const rows = study.truthCsv.trimEnd().split('\n').slice(1);
  const truth = new Map(rows.map((row) => row.split(',')).map(([, raw = '', , sweep = '']) => [raw, sweep]));
  const sweeps = JSON.parse(study.truthSweepsJson) as readonly LisaSweep[];
  return SLURM_LEVELS.map((level) => ({
    set: 'lisa',
    level,
    name: `lisa/${seed}`,
    source: Object.fromEntries([...study.files].map(([name, text]) => [name, hideEvidence(text, level)])),
    truth,
    sweeps: new Map(sweeps.map((sweep) => [sweep.id, trueSweep(sweep, level)])),
  }));
}

/** The truth has the values of a sweep, not of each job. */
const trueSweep = ({ kind, parameters_visible }: LisaSweep, level: Level): TrueSweep =>
  parameters_visible && (level === 'full' || level === 'ids') ? { kind } : {};
