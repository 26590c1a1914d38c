import type { KnownNames } from './known-names.ts';
import { NameFinder } from './name-finder.ts';
import { type Pseudonym, pseudonyms } from './pseudonyms.ts';
import { secretsIn } from './secret-shapes.ts';

/** Names that are words of our own sentences and tell nothing of anybody: a user `the` is replaced where it stands for itself, not in these. Our own judgement. */
const WORDS_OF_SENTENCES = new Set(
  `all and any are attempt attempts begun both but cluster configuration data default each earlier every few first found for from gpu gpus had has have held
  hours into its job jobs known last later left log logs lost made many mean model more most name named names none not off one only other others out own part
  project read report run runs same says search set since single some still sweep sweeps take taken test than that the their them then there these they this three
  time times told too train tried tune two under until used user users value values was were what when where which who with within without year years you`.split(
    /\s+/,
  ),
);

/** Replaces names of people, machines, mail addresses and keys in a sentence by a number each. */
export function withoutNames({ persons }: KnownNames): Pseudonym {
  const finder = new NameFinder([...persons].filter((name) => !WORDS_OF_SENTENCES.has(name)));
  const pseudonym = pseudonyms('name');
  return (text) => {
    let [shown, reached] = ['', 0];
    for (const { name, start, end } of finder.find(text)) {
      shown += text.slice(reached, start) + pseudonym(name);
      reached = end;
    }
    shown += text.slice(reached);
    return secretsIn(shown).reduce((rest, secret) => rest.replaceAll(secret, pseudonym(secret)), shown);
  };
}
