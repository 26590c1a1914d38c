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

/** Of arrays the log tells the lists of values at most, not which task had which. A grid repeated over seeds is a grid, as in the labs. */
function trueSweep({ kind, style, parameters_visible }: LisaSweep, level: Level): TrueSweep {
  const isTold = parameters_visible && !style.startsWith('array') && (level === 'full' || level === 'ids');
  return isTold ? { kind: kind === 'mixed' ? 'grid' : kind } : {};
}
