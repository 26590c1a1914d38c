import { basename, isAbsolute, normalize } from 'node:path';
import type { CommandWord, ReportCommand } from '../model/command.ts';
import type { ConfigFile } from './parse-config.ts';
import type { ProjectOptions } from './read-project.ts';

/** Options that change what a report says, in the order in which the command names them. Where it is written to, and what is printed meanwhile, make no other report. */
const OPTIONS = {
  project: 'plain',
  config: 'path',
  since: 'plain',
  until: 'plain',
  user: 'user',
  account: 'account',
  timezone: 'plain',
  method: 'plain',
  region: 'plain',
  final: 'id',
  metric: 'plain',
  goal: 'plain',
} as const satisfies Partial<Record<keyof ProjectOptions, CommandWord['kind']>>;

/** A path as it was typed, without what makes no difference; of an absolute one, which is of one machine, the last part, as the report names the files in it. */
function pathText(path: string): string {
  const text = isAbsolute(path) ? basename(path) : normalize(path).replace(/(?<=.)\/+$/, '');
  return text.startsWith('-') ? `./${text}` : text;
}

const plain = (text: string): CommandWord => ({ text, kind: 'plain' });

/** What was typed, as far as it decides what the report says, in a form of its own: the same report, the same text. */
export function commandOf(
  paths: readonly string[],
  options: ProjectOptions,
  { path, sha256 }: ConfigFile,
): ReportCommand {
  const typed = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).flatMap((name): CommandWord[] => {
    const text = options[name];
    return text === undefined
      ? []
      : [plain(`--${name}`), { text: OPTIONS[name] === 'path' ? pathText(text) : text, kind: OPTIONS[name] }];
  });
  return {
    forPage: options.locale === undefined ? [] : [plain('--locale'), plain(options.locale)],
    words: [
      ...[plain('runledger'), plain('report')],
      ...typed,
      ...(options.redact === true ? [plain('--redact')] : []),
      ...paths.map((text): CommandWord => ({ text: pathText(text), kind: 'path' })),
    ],
    ...(sha256 === undefined ? {} : { config: { path: pathText(path), sha256 } }),
  };
}
