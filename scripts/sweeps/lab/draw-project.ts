import type { Random } from '../../fixtures/lisa/random.ts';
import { AXES } from './axes.ts';
import { COMMAND_STYLES } from './command-styles.ts';
import type { Project } from './lab.ts';
import { NAME_STYLES } from './name-styles.ts';
import { NOISE_KINDS } from './noise.ts';

const STEMS = ['lisa', 'srl', 'bert', 'parser', 'seg', 'nerf', 'rank'];
const FOLDERS = ['proj', 'exp', 'work'];
const PROGRAMS = ['train', 'run', 'main'];
const [FEWEST_AXES, MOST_AXES] = [3, 5];
/** Names that tell values are the most common by far: as often as all that hide them. */
const TELLING_FIRST = ['underscores', 'equals', 'dashes', 'underscores'] as const;

/** Draws a project of a person, their `index`th. */
export function drawProject(random: Random, user: string, index: number): Project {
  const command = random.pick(COMMAND_STYLES);
  const hasNoise = random.chance(0.3);
  return {
    user,
    stem: random.pick(STEMS),
    workDir: `/home/${user}/${random.pick(FOLDERS)}${index}`,
    program: random.pick(PROGRAMS),
    axes: random.shuffle(AXES).slice(0, random.integer(FEWEST_AXES, MOST_AXES)),
    naming: random.chance(0.4) ? random.pick(TELLING_FIRST) : random.pick(NAME_STYLES),
    command,
    noise: hasNoise ? random.shuffle(NOISE_KINDS).slice(0, random.integer(1, 2)) : [],
    // By position nothing can be left out.
    listsAll: command === 'positional' || random.chance(0.6),
  };
}
