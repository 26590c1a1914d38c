import type { ProjectFacts } from '../../model/facts.ts';
import type { Sweep, TriedParameter } from '../../model/sweep.ts';
import { keptKeys } from './kept-keys.ts';
import { NameFinder } from './name-finder.ts';
import { type Pseudonym, pseudonyms } from './pseudonyms.ts';
import { isPlainNumber } from './secret-shapes.ts';

/** Hyperparameters without names. */
export interface RedactParameters {
  readonly list: (tried: readonly TriedParameter[]) => TriedParameter[];
  /** Parameters and missing cells of a sweep. */
  readonly values: (sweep: Sweep) => Pick<Sweep, 'parameters' | 'missing'>;
  /** A key, and a value of it, as they are shown. */
  readonly key: Pseudonym;
  readonly value: (key: string, text: string) => string;
  /** A sentence about a sweep with its keys as they are shown. */
  readonly told: (text: string, sweep: Sweep) => string;
}

/** Numbers stay, other values get a number each; keys stay where a program or the trade calls them so. */
export function redactParameters(facts: ProjectFacts, scrub: Pseudonym): RedactParameters {
  const [value, key, isKept] = [pseudonyms('text'), pseudonyms('key'), keptKeys(facts)];
  const shownKey = (text: string): string => (isKept(text) ? scrub(text) : key(text));
  const shownValue = (of: string, text: string): string => (isPlainNumber(of, text) ? text : value(text));
  const cell = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([of, text]) => [shownKey(of), shownValue(of, text)]));
  return {
    key: shownKey,
    value: shownValue,
    list: (tried) =>
      tried.map((each) => ({
        ...each,
        key: shownKey(each.key),
        values: each.values.map((text) => shownValue(each.key, text)),
      })),
    values: ({ parameters, missing }) => ({
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([of, texts]) => [shownKey(of), texts.map((text) => shownValue(of, text))]),
      ),
      missing: missing.map(cell),
    }),
    told(text, { parameters }) {
      const keys = Object.keys(parameters).filter((each) => shownKey(each) !== each);
      return keys.length === 0 ? text : keysReplaced(text, keys, shownKey);
    },
  };
}

function keysReplaced(text: string, keys: readonly string[], shownKey: Pseudonym): string {
  const byLower = new Map(keys.map((key) => [key.toLowerCase(), shownKey(key)]));
  let [shown, reached] = ['', 0];
  for (const { name, start, end } of new NameFinder(keys).find(text)) {
    shown += text.slice(reached, start) + (byLower.get(name) ?? '');
    reached = end;
  }
  return shown + text.slice(reached);
}
