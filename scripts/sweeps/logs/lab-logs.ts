import type { Axis } from '../lab/axes.ts';
import { keysInCommand } from '../lab/command-styles.ts';
import { drawLab } from '../lab/draw-lab.ts';
import type { Difficulty, LabJob, LabSweep } from '../lab/lab.ts';
import { namesTell } from '../lab/name-styles.ts';
import { type LabLog, writeSacct } from '../lab/write-sacct.ts';
import type { LabelledLog, TrueParameter, TrueSweep } from './labelled-log.ts';
import { hideEvidence, type Level, SLURM_LEVELS } from './levels.ts';

/** The log of a generated lab, at each level. */
export function labLogs(difficulty: Difficulty, seed: number): LabelledLog[] {
  const lab = drawLab(seed, difficulty);
  const log = writeSacct(lab, seed);
  const truth = new Map([...log.jobs].map(([raw, { sweep }]) => [raw, sweep?.label ?? '']));
  return SLURM_LEVELS.map((level) => ({
    set: difficulty,
    level,
    name: `${difficulty}/${seed}`,
    source: { 'sacct.txt': hideEvidence(log.text, level) },
    truth,
    sweeps: new Map(lab.sweeps.map((sweep) => [sweep.label, trueSweep(sweep, log, level)])),
  }));
}

function trueSweep(sweep: LabSweep, { jobs }: LabLog, level: Level): TrueSweep {
  const { kind, varied } = sweep.design;
  const traits = traitsOf(sweep);
  if (!isTold(sweep, level)) return { traits };
  const own = [...jobs].filter(([, job]) => job.sweep === sweep);
  return { kind, traits, parameters: varied.map((axis) => trueParameter(sweep, axis, own, level)) };
}

/** Arrays have one name and one submit line, whatever the project's habits. */
function traitsOf({ project, layout, design }: LabSweep): string[] {
  const common = [`kind ${design.kind}`, `layout ${layout}`];
  if (layout === 'array') return common;
  const noise = project.noise.map((each) => `noise ${each}`);
  return [...common, `name ${project.naming}`, `command ${project.command}`, ...noise];
}

/** Whether names or submit lines tell the values. */
function isTold({ project, layout }: LabSweep, level: Level): boolean {
  if (layout === 'array' || level === 'times') return false;
  return level !== 'commands' || namesTell(project.naming);
}

const trueParameter = (
  { project }: LabSweep,
  axis: Axis,
  jobs: readonly (readonly [raw: string, job: LabJob])[],
  level: Level,
): TrueParameter => {
  const inCommand = keysInCommand(project.command, axis);
  const namesShow = level !== 'names' && namesTell(project.naming);
  return {
    keys: inCommand.length === 0 && !namesShow ? [] : [...inCommand, axis.short],
    values: new Map(jobs.map(([raw, { cell }]) => [raw, cell[axis.short] ?? ''])),
    isFlag: axis.isFlag ?? false,
  };
};
