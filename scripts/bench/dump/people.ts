import type { Random } from '../../fixtures/lisa/random.ts';

/** A user of the cluster. */
export interface Person {
  readonly name: string;
  readonly uid: number;
  readonly account: string;
  readonly projects: readonly string[];
}

/** How many users the cluster has, each in one of the twelve accounts. */
const PEOPLE = 40;

const FIRST = ['ada', 'alan', 'barbara', 'donald', 'edsger', 'frances', 'grace', 'john', 'katherine', 'tony'];
const LAST = ['k', 'lee', 'm', 'okoro'];
const ACCOUNTS = [
  ...['nlp', 'parsing', 'speech', 'vision', 'robotics', 'theory'],
  ...['biostat', 'climate', 'chem', 'astro', 'econ', 'students'],
];
const PROJECTS = [
  ...['tagger', 'parser', 'srl', 'translate', 'summarise', 'wsd', 'coref', 'asr', 'diarise', 'segment'],
  ...['detect', 'pose', 'depth', 'grasp', 'nav', 'bandit', 'fold', 'dock', 'variant', 'downscale'],
  ...['nowcast', 'spectra', 'lensing', 'panel', 'auction', 'distil', 'prune', 'quant'],
];

/** The users, each with the projects they work on. */
export function drawPeople(random: Random): readonly Person[] {
  return Array.from({ length: PEOPLE }, (_, index) => ({
    name: `${FIRST[index % FIRST.length]}${LAST[Math.floor(index / FIRST.length)]}`,
    uid: 20_100 + 37 * index,
    account: ACCOUNTS[index % ACCOUNTS.length] as string,
    projects: random.shuffle(PROJECTS).slice(0, random.integer(2, 5)),
  }));
}
