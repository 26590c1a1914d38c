import { VALUE } from './command-shape.ts';
import { LEFT_OUT } from './masked-commands.ts';
import { NameWords } from './name-words.ts';
import type { WordFactor } from './word-factors.ts';

/** A word of letters, which is compared as those of names are. */
const PLAIN = /^[A-Za-z]+(?:\d[A-Za-z]+)?$/;

/**
 * Where the files and paths differ that programs are given: word by word where they are built alike (`configs/pascal_detr.yaml`), else as a whole.
 *
 * @param programs what stands in commands besides options, their values masked; one for each template
 */
export function argumentFactors(programs: readonly string[]): WordFactor[] {
  if (new Set(programs).size < 2) return [];
  const lists = programs.map((program) => program.split(' '));
  const [first] = lists as [string[]];
  // Commands of different numbers of words are of no one form.
  if (lists.some((words) => words.length !== first.length)) return [];
  return first.flatMap((_, place) => placeFactors(lists.map((words) => words[place] as string)));
}

function placeFactors(words: readonly string[]): WordFactor[] {
  const distinct = new Set(words);
  if (distinct.size < 2 || words.every((word) => PLAIN.test(word))) return [];
  // Where some have other values than the others, these tell what differs.
  if (new Set([...distinct].map(valuesIn)).size > 1) return [];
  const [mask, ...others] = new Set([...distinct].map(maskOf));
  if (mask === undefined || others.length > 0) return [factorOf(words)];
  const parts = words.map((word) => new NameWords(word));
  const { count } = parts[0] as NameWords;
  return Array.from({ length: count }, (_, part) => factorOf(parts.map((each) => each.at(part))));
}

const valuesIn = (word: string): number => word.split(VALUE).length;

const maskOf = (word: string): string => new NameWords(word).replaced(() => LEFT_OUT);

const factorOf = (of: readonly string[]): WordFactor => ({ key: '', ofName: false, of });
