import { CommandScanner } from '../../src/sweep/scan-command.ts';
import { scanName } from '../../src/sweep/scan-name.ts';
import { ID_SLOT, NAME_SLOT, PROGRAM_SLOT, Slots } from '../../src/sweep/slots.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What a scan found, in words. */
export interface Scanned {
  /** `key=value` of each slot of the name or the program. */
  readonly values: readonly string[];
  readonly ids: readonly string[];
  /** Equal for texts that differ in values only. */
  readonly template: string;
}

function describeSlots(bytes: Uint8Array, slots: Slots): Scanned {
  const found = Array.from({ length: slots.count }, (_, slot) => {
    const key = decoder.decode(bytes.subarray(slots.keyStart(slot), slots.keyEnd(slot)));
    const value = decoder.decode(bytes.subarray(slots.valueStart(slot), slots.valueEnd(slot)));
    return { origin: slots.origin(slot), text: `${key}=${value}`, value };
  });
  return {
    values: found.filter(({ origin }) => origin === NAME_SLOT || origin === PROGRAM_SLOT).map(({ text }) => text),
    ids: found.filter(({ origin }) => origin === ID_SLOT).map(({ value }) => value),
    template: `${slots.first} ${slots.second}`,
  };
}

/** Scans a job name. */
export function scannedName(name: string): Scanned {
  const bytes = encoder.encode(name);
  const slots = new Slots();
  slots.clear();
  scanName(bytes, 0, bytes.length, slots, NAME_SLOT);
  return describeSlots(bytes, slots);
}

/** Scans a submit line. */
export function scannedCommand(command: string): Scanned {
  const bytes = encoder.encode(command);
  const slots = new Slots();
  slots.clear();
  new CommandScanner(bytes, 0, bytes.length, slots).scan();
  return describeSlots(bytes, slots);
}
