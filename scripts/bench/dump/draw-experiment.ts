import type { Random } from '../../fixtures/lisa/random.ts';
import type { Experiment } from './job.ts';
import { drawHardware } from './partitions.ts';
import type { Person } from './people.ts';

const VARIANTS = ['base', 'crf', 'big', 'small', 'noaug', 'pretrain', 'mt', 'biaffine', 'ctx', 'adv', 'lowres', 'ft'];
const LIMITS_HOURS = [1, 4, 12, 24, 48];
/** People ask for about this many times what they need. */
const SLACK = 2.5;
const [SHORTEST, TYPICAL, LONGEST] = [60, 4000, 40 * 3600];

/** What someone sets out to train, once or in many variants. */
export function drawExperiment(random: Random, people: readonly Person[]): Experiment {
  const person = random.pick(people);
  const project = random.pick(person.projects);
  const typicalSeconds = Math.min(Math.max(random.logNormal(TYPICAL, 1.1), SHORTEST), LONGEST);
  return {
    person,
    name: `${project}-${random.pick(VARIANTS)}-v${random.integer(1, 9)}`,
    workDir: `/home/${person.name}/${project}`,
    hardware: drawHardware(random),
    typicalSeconds,
    limitHours: LIMITS_HOURS.find((hours) => hours * 3600 >= SLACK * typicalSeconds) ?? 48,
  };
}

/** Everything of a submit line before the training command: `sbatch … scripts/train.sh`. */
export function sbatchLine(experiment: Experiment, jobName: string, options: string): string {
  const { hardware, limitHours } = experiment;
  const { partition, gpus, cpus, memoryGb, nodes } = hardware;
  const gres = partition.gpu === undefined ? '' : ` --gres=gpu:${partition.gpu}:${gpus / nodes}`;
  const ask = `-p ${partition.name} -N ${nodes}${gres} -c ${cpus} --mem=${memoryGb}G -t ${limitHours}:00:00`;
  return `sbatch --job-name=${jobName} ${ask}${options} scripts/train.sh`;
}

/** The arguments that do not vary: `--config tagger-crf-v3 --data /scratch/nlp/data`. */
export const fixedFlags = ({ name, person }: Experiment): string =>
  `--config ${name} --data /scratch/${person.account}/data`;
