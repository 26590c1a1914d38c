import { isDigit, isLetter } from './scan-number.ts';

const [SLASH, DOT, QUOTE, APOSTROPHE] = [0x2f, 0x2e, 0x22, 0x27];

/** What names of programs hold that work off the runs of a search. */
const AGENTS = ['agent', 'sweep', 'wandb'];
/** Where Hydra's launcher keeps the scripts of a multirun: in the directory of that. */
const SUBMITIT = '/.submitit/';
/** Where Hydra puts the runs of one `--multirun`: `multirun/2024-03-11/14-05-09`. */
const MULTIRUN = 'multirun/';
/** Characters of the id of a sweep of Weights & Biases. */
const ID_SIZE = 8;

/** Whether a word of a command is a program that works off a search: `wandb agent`, `agent.sh`, `run_sweep.py`. */
export function isAgent(bytes: Uint8Array, start: number, end: number): boolean {
  for (const agent of AGENTS) {
    const at = indexOf(bytes, agent, start, end);
    if (at >= 0 && !(at > start && isLetter(bytes[at - 1])) && !isLetter(bytes[at + agent.length])) return true;
  }
  return false;
}

/**
 * Where the name of a search ends with which a word of a command begins: Hydra's directory of a multirun before the script in it, and, behind an agent, the path of a sweep of
 * Weights & Biases (`lab/vision/k3j9x2ab`) or its id alone; `start` where there is none.
 *
 * @param isBehindAgent whether an agent stands before the word, and `isTold` whether that was `wandb agent`, which takes nothing but a sweep
 */
export function searchNameEnd(
  bytes: Uint8Array,
  start: number,
  end: number,
  isBehindAgent: boolean,
  isTold: boolean,
): number {
  const script = indexOf(bytes, SUBMITIT, start, end);
  if (script > start && indexOf(bytes, MULTIRUN, start, script) >= 0) return script;
  if (!isBehindAgent) return start;
  let to = end;
  while (to > start && (bytes[to - 1] === QUOTE || bytes[to - 1] === APOSTROPHE)) to--;
  return isSweepPath(bytes, start, to, isTold) ? to : start;
}

/** `entity/project/id`. Shorter forms, and ids without a figure, only where nothing else is meant. */
function isSweepPath(bytes: Uint8Array, start: number, end: number, isTold: boolean): boolean {
  const from = end - ID_SIZE;
  if (from < start || bytes[start] === SLASH || bytes[start] === DOT) return false;
  if (from > start && bytes[from - 1] !== SLASH) return false;
  const figures = figuresOfId(bytes, from, end);
  if (figures < 0) return false;
  let slashes = 0;
  for (let at = start; at < from; at++) if (bytes[at] === SLASH) slashes++;
  return slashes <= 2 && (isTold || (slashes === 2 && figures > 0));
}

/** How many figures an id of small letters and figures has; −1 where anything else is in it. */
function figuresOfId(bytes: Uint8Array, start: number, end: number): number {
  let figures = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (isDigit(byte)) figures++;
    else if (byte < 0x61 || byte > 0x7a) return -1;
  }
  return figures;
}

/** Where a text first stands in a word; −1 where it does not. */
function indexOf(bytes: Uint8Array, text: string, start: number, end: number): number {
  const first = text.charCodeAt(0);
  for (let at = start; at + text.length <= end; at++) {
    if (bytes[at] !== first) continue;
    let size = 1;
    while (size < text.length && bytes[at + size] === text.charCodeAt(size)) size++;
    if (size === text.length) return at;
  }
  return -1;
}
