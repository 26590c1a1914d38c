import { embeddedCharts, withoutEmbedded } from '../render/live/embedded.ts';
import type { KnownNames } from './known-names.ts';
import { NameFinder } from './name-finder.ts';
import { secretsIn } from './secret-shapes.ts';

/** A name from the logs that stands in a file of a redacted report. */
export interface Leak {
  readonly file: string;
  readonly name: string;
}

/** Files by name, each made in pieces whenever it is asked for. */
export type Files = Readonly<Record<string, () => Iterable<string | Uint8Array>>>;

/** The files that the report would have, had the logs said nothing: without our sentences about them (for names of people), and with them (for names of things). */
export interface OwnFiles {
  readonly silent: Files;
  readonly spoken: Files;
}

/**
 * Looks through all that is about to be written for every name in the logs, mail addresses and keys. A name that is a word of the report itself cannot be told apart and is not
 * looked for: a user `runledger`, or a job `training`.
 *
 * @param ownFiles asked for only when something is found
 */
export async function findLeak(
  files: Files,
  { persons, things }: KnownNames,
  ownFiles: () => Promise<OwnFiles>,
): Promise<Leak | undefined> {
  const finder = new NameFinder([...persons, ...things]);
  const found = namesIn(files, finder);
  if (found.size === 0) return undefined;
  const own = await ownFiles();
  const [silent, spoken] = [namesIn(own.silent, finder), namesIn(own.spoken, finder)];
  for (const [name, file] of found) {
    const isOwnWord = silent.has(name) || (things.has(name) && !persons.has(name) && spoken.has(name));
    if (!isOwnWord) return { file, name };
  }
  return undefined;
}

/** Names, mail addresses and keys that stand in files, each with the first of them. */
function namesIn(files: Files, finder: NameFinder): Map<string, string> {
  const found = new Map<string, string>();
  for (const { file, text } of texts(files)) {
    for (const { name } of finder.find(text)) if (!found.has(name)) found.set(name, file);
    for (const secret of secretsIn(text)) if (!found.has(secret)) found.set(secret, file);
  }
  return found;
}

function* texts(files: Files): Generator<{ readonly file: string; readonly text: string }> {
  for (const [file, pieces] of Object.entries(files)) {
    const decoder = new TextDecoder();
    for (const piece of pieces()) {
      const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
      if (file.endsWith('.html'))
        for (const chart of embeddedCharts(text)) yield { file, text: unescaped('.json', chart) };
      yield { file, text: unescaped(file, withoutEmbedded(text)) };
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A text without the marks by which its format tells text from structure, which might part a name. */
function unescaped(file: string, text: string): string {
  if (file.endsWith('.html'))
    return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  if (file.endsWith('.csv')) return text.replaceAll('""', '"');
  if (file.endsWith('.json')) return text.replaceAll(/\\[bfnrt]/g, ' ').replaceAll(/\\(["\\])/g, '$1');
  return text.replaceAll(/\\(?=[^\p{L}])/gu, '');
}
