import type { Ledger } from '../model/ledger.ts';
import { shapeOfCommand, VALUE } from './command-shape.ts';
import { JobScanner } from './job-scanner.ts';
import { roleOf, type SlotRole } from './slot-keys.ts';
import { PROGRAM_SLOT } from './slots.ts';

/** What is left of the word before a value that is left out: `_s` of `bert_lr0.1_s3`. */
const KEY_BEFORE = /[-_.:=/ ]*[A-Za-z]*[-_:=]?$/;

const isTold = (role: SlotRole): boolean => role === 'parameter' || role === 'context';

/**
 * Reads the setting of an experiment, as a text: the same for runs of one user that differ only in seeds, in where their files go, and in how they were scheduled. It is told by what a tracker
 * logged, else by the submit line, with the name where that has no value.
 *
 * @returns a reader of an attempt, and of the row that speaks of it
 */
export function settingReader(ledger: Ledger): (attempt: number, row: number) => string {
  let scanner: JobScanner | undefined;
  const { user, tracked } = ledger.table;
  return (attempt, row) => {
    const config = tracked.at(row)?.config ?? '';
    if (config !== '') return JSON.stringify([user.at(row), ...toldIn(config)]);
    scanner ??= new JobScanner(ledger);
    scanner.scan(attempt);
    const values = valuesOf(scanner);
    const { program, flags } = shapeOfCommand(scanner.maskedCommand().text());
    return JSON.stringify([user.at(row), program, ...flags, ...(values.length > 0 ? values : [nameOf(scanner)])]);
  };
}

/** The hyperparameters of a tracker's run, in order of their names. */
const toldIn = (config: string): string[] =>
  Object.entries(JSON.parse(config) as Record<string, string>)
    .filter(([key]) => isTold(roleOf(key, PROGRAM_SLOT)))
    .map(([key, value]) => `${key}=${value}`)
    .sort();

/** What the command scanned last says of an experiment, in order. */
function valuesOf(scanner: JobScanner): string[] {
  const values: string[] = [];
  for (let slot = 0; slot < scanner.count; slot++) {
    const [key, origin] = [keyOf(scanner, slot), scanner.originOf(slot)];
    if (origin === PROGRAM_SLOT && isTold(roleOf(key, origin))) values.push(`${key}=${scanner.valueOf(slot)}`);
  }
  return values.sort();
}

/** The name scanned last, without values that are none of the experiment. */
function nameOf(scanner: JobScanner): string {
  const [first = '', ...rest] = scanner.maskedName().text().split(VALUE);
  let name = first;
  for (const [slot, text] of rest.entries()) {
    const isOfSetting = isTold(roleOf(keyOf(scanner, slot), scanner.originOf(slot)));
    name = isOfSetting ? name + scanner.valueOf(slot) : name.replace(KEY_BEFORE, '');
    name += text;
  }
  return name;
}

const keyOf = (scanner: JobScanner, slot: number): string => scanner.keyOf(slot).replace(/^[-+~]+/, '');
