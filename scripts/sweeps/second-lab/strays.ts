import type { Random } from '../../fixtures/lisa/random.ts';
import { commandOf } from './command-styles.ts';
import { drawOutcome } from './outcomes.ts';
import type { Stray, StrayJob, Sweep, SweepJob } from './project.ts';

const MINUTE = 60;
const HOUR = 3600;

/** Jobs around a sweep that belong to none: some before it, to see whether the program runs at all, some after it, with its best model. */
export function strayJobs(sweep: Sweep, start: number, end: number, random: Random): StrayJob[] {
  const jobs: StrayJob[] = [];
  const add = (kind: Stray['kind'], at: number, wall: number): void => {
    jobs.push({ stray: describe(kind, sweep, random), at: Math.round(at), outcome: drawOutcome(wall, random) });
  };
  if (random.chance(0.25)) add('preprocessing', start - random.between(3, 30) * HOUR, HOUR);
  if (random.chance(0.3)) add('interactive', start - random.between(1, 12) * HOUR, 2 * HOUR);
  const debugs = random.chance(0.3) ? random.integer(1, 3) : 0;
  for (let index = debugs; index > 0; index--)
    add('debugging', start - index * random.between(15, 25) * MINUTE, 2 * MINUTE);
  if (random.chance(0.3)) add('training', end + random.between(1, 20) * HOUR, sweep.wall * 3);
  if (random.chance(0.2)) add('evaluation', end + random.between(21, 40) * HOUR, 0.3 * HOUR);
  return jobs;
}

function describe(kind: Stray['kind'], sweep: Sweep, random: Random): Stray {
  const { codebase, context, user } = sweep;
  const { partition, script } = codebase;
  const like = { kind, user, codebase, gpus: kind === 'preprocessing' ? 0 : 1 };
  switch (kind) {
    case 'interactive': {
      const name = random.pick(['bash', 'interactive', 'sys/dashboard/jupyter']);
      return { ...like, name, submitLine: `srun -p ${partition} --gres=gpu:1 -t 4:00:00 --pty bash` };
    }
    case 'preprocessing':
      return { ...like, name: `prep_${context.dataset}`, submitLine: `sbatch -p cpu -c 16 prep.sh ${context.dataset}` };
    case 'evaluation':
      return {
        ...like,
        name: `eval_${context.tag}`,
        submitLine: `sbatch ${codebase.scheduling} --wrap python eval.py --dataset ${context.dataset} --ckpt best.pt --split test`,
      };
    case 'debugging':
    case 'training': {
      const { options, program } = commandOf(plainRun(sweep), false);
      const [suffix, option] = kind === 'training' ? ['final', '--save final'] : ['debug', '--debug'];
      const added = program.startsWith(script) || !program.includes(' --') ? suffix : option;
      return {
        ...like,
        name: `${context.tag}_${suffix}`,
        submitLine: ['sbatch', codebase.scheduling, ...options, program, added].join(' '),
      };
    }
  }
}

/** A run of the program with nothing searched. */
const plainRun = (sweep: Sweep): SweepJob => ({
  sweep: { ...sweep, seedEach: false, fixed: {}, codebase: { ...sweep.codebase, noise: [] } },
  cell: {},
  index: 0,
  chunk: 0,
  retry: 0,
  at: 0,
  outcome: { state: 'COMPLETED', wait: 0, wall: 0 },
});
