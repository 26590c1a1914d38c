import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OWN = /^(src|scripts)\//;
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * The licences of all packages in a bundle, as these ask: each text once, under the names of the packages that carry it.
 *
 * @param inputs paths of the bundled files, from the root
 * @throws Error for a package without a licence
 */
export function licenceNotice(root: string, inputs: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const name of packagesOf(inputs)) {
    const text = licenceText(join(root, 'node_modules', name));
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return [...byText].map(([text, names]) => `${names.join(', ')}:\n\n${text}\n\n`).join('');
}

const packagesOf = (inputs: readonly string[]): string[] =>
  [...new Set(inputs.filter((path) => !OWN.test(path)).flatMap((path) => PACKAGE.exec(path)?.[1] ?? []))].sort();

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence`);
  return readFileSync(join(folder, file), 'utf8').replaceAll('*/', '* /').trim();
}
