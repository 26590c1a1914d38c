import type { Ledger } from '../model/ledger.ts';
import { textOfBytes } from '../model/text-of-bytes.ts';
import { numberDirectories } from './directories.ts';
import { joined, mix } from './hash-bytes.ts';
import { MaskedText } from './masked-text.ts';
import { ScannedCommand } from './scan-alike.ts';
import { word } from './scan-command.ts';
import { scanName } from './scan-name.ts';
import { scanWord } from './scan-word.ts';
import { NAME_SLOT, Slots } from './slots.ts';
import type { ValueTexts } from './value-texts.ts';

/** Commands that are kept in mind, a power of two: of each, 2 kB. */
const MOST_SCANNED = 1024;

/** What names of temporary files begin with. */
const T = 0x74;

/** What is scanned before the first. */
const NOTHING = new Uint8Array(0);

/**
 * Scans what is known of a job's experiment: user, account, cluster, directory (without what tells its runs apart), name and submit line. Jobs with the same template differ in values only. Slots
 * are numbered through: those of the name first, then those of the command.
 */
export class JobScanner {
  readonly #ledger: Ledger;
  readonly #name = new Slots();
  #command = new Slots();
  /** Commands scanned last, by owner and template of the name: the next of the same loop is scanned with an eye on them. */
  readonly #scanned: (ScannedCommand | undefined)[] = new Array(MOST_SCANNED).fill(undefined);
  /** For each code of the directory column, a number for the directory without what tells its runs apart. */
  readonly #directories: readonly number[];
  #row = 0;
  #commandAt = -1;
  #commandEnd = -1;
  #commandChunk: Uint8Array = NOTHING;
  #nameAt = -1;
  #nameEnd = -1;
  #nameChunk: Uint8Array = NOTHING;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    const { workDir } = ledger.table;
    this.#directories = numberDirectories(workDir.values, workDir.counts());
  }

  /** Scans an attempt. The command is not scanned again when it is the one before (tasks of one array). */
  scan(attempt: number): void {
    const { command } = this.#ledger.table;
    const row = this.#ledger.row[attempt] as number;
    this.#row = row;
    this.#scanName();
    const chunk = command.chunkOf(row);
    const start = command.start(row);
    const end = start + command.size(row);
    // The end too: an empty text stands where the next one begins.
    if (chunk === this.#commandChunk && start === this.#commandAt && end === this.#commandEnd) return;
    this.#commandChunk = chunk;
    this.#commandAt = start;
    this.#commandEnd = end;
    const scanned = this.#scannedAlike();
    scanned.scan(chunk, start, end);
    this.#command = scanned.slots;
  }

  /** The same of the name. */
  #scanName(): void {
    const { name } = this.#ledger.table;
    const row = this.#row;
    const chunk = name.chunkOf(row);
    const start = name.start(row);
    const end = this.#isNamedByItsId(row) ? start : start + name.size(row);
    if (chunk === this.#nameChunk && start === this.#nameAt && end === this.#nameEnd) return;
    this.#nameChunk = chunk;
    this.#nameAt = start;
    this.#nameEnd = end;
    this.#name.clear();
    // A job that has no other name is called as its script, without the directory of that.
    if (chunk[start] === T) scanWord(chunk, start, end, this.#name, NAME_SLOT);
    else scanName(chunk, start, end, this.#name, NAME_SLOT);
  }

  #scannedAlike(): ScannedCommand {
    const place = mix(this.#owner(), this.#name.first) & (MOST_SCANNED - 1);
    const scanned = this.#scanned[place] ?? new ScannedCommand();
    this.#scanned[place] = scanned;
    return scanned;
  }

  /** A hash of user, account and directory. */
  #owner(): number {
    const { user, account, workDir } = this.#ledger.table;
    const directory = this.#directories[workDir.code(this.#row)] as number;
    return mix(mix(mix(0, user.code(this.#row)), account.code(this.#row)), directory);
  }

  /** A job without a name of its own, as in tables that have ids only. */
  #isNamedByItsId(row: number): boolean {
    const { name, jobId } = this.#ledger.table;
    const size = name.size(row);
    if (size !== jobId.size(row)) return false;
    const a = name.chunkOf(row);
    const b = jobId.chunkOf(row);
    const from = name.start(row);
    const other = jobId.start(row);
    for (let at = 0; at < size; at++) if (a[from + at] !== b[other + at]) return false;
    return true;
  }

  /** How many slots the attempt scanned last has. */
  get count(): number {
    return this.#name.count + this.#command.count;
  }

  /** The template of the attempt scanned last: an integer below 2⁵³ that is the same for jobs that differ in values only. */
  template(): number {
    const block = mix(this.#owner(), this.#ledger.table.cluster.code(this.#row));
    const first = mix(mix(block, this.#name.first), this.#command.first);
    const second = mix(mix(~block, this.#name.second), this.#command.second);
    return joined(first, second);
  }

  originOf(slot: number): number {
    return this.#slotsOf(slot).origin(this.#local(slot));
  }

  /** The word by which the log calls a slot; empty when it has none. */
  keyOf(slot: number): string {
    const [slots, at] = [this.#slotsOf(slot), this.#local(slot)];
    return word(this.#bytesOf(slot), slots.keyStart(at), slots.keyEnd(at));
  }

  valueOf(slot: number): string {
    const [slots, at] = [this.#slotsOf(slot), this.#local(slot)];
    return textOfBytes(this.#bytesOf(slot), slots.valueStart(at), slots.valueEnd(at));
  }

  /** The number of a slot's value among those of the project. */
  numberOf(slot: number, texts: ValueTexts): number {
    const inName = this.#name.count;
    return slot < inName
      ? texts.numberOf(this.#nameChunk, this.#name, slot)
      : texts.numberOf(this.#commandChunk, this.#command, slot - inName);
  }

  /** Whose an attempt is: a hash of user, account, cluster and directory; an integer below 2⁵³. */
  ownerOf(attempt: number): number {
    return this.#ownerIn(this.#ledger.row[attempt] as number);
  }

  /** The same of the attempt scanned last. */
  owner(): number {
    return this.#ownerIn(this.#row);
  }

  #ownerIn(row: number): number {
    const { user, account, cluster, workDir } = this.#ledger.table;
    const [ofUser, ofAccount, ofCluster] = [user.code(row), account.code(row), cluster.code(row)];
    const directory = this.#directories[workDir.code(row)] as number;
    const first = mix(mix(mix(mix(1, ofUser), ofAccount), ofCluster), directory);
    const second = mix(mix(mix(mix(2, directory), ofCluster), ofAccount), ofUser);
    return joined(first, second);
  }

  /** Bytes of the name of an attempt. */
  nameSizeOf(attempt: number): number {
    return this.#ledger.table.name.size(this.#ledger.row[attempt] as number);
  }

  /** Whether an attempt may be a step of a loop, though no value tells which: it has a submit line, since many a job has but a name, and is no task of an array. */
  mayBeOfLoop(attempt: number): boolean {
    const { command, arrayJobId } = this.#ledger.table;
    const row = this.#ledger.row[attempt] as number;
    return command.size(row) > 0 && Number.isNaN(arrayJobId.at(row));
  }

  /** The name of the attempt scanned last. */
  maskedName(): MaskedText {
    return new MaskedText(this.#nameChunk, this.#nameAt, this.#nameEnd, this.#name);
  }

  /** The same of its command. */
  maskedCommand(): MaskedText {
    return new MaskedText(this.#commandChunk, this.#commandAt, this.#commandEnd, this.#command);
  }

  #slotsOf(slot: number): Slots {
    return slot < this.#name.count ? this.#name : this.#command;
  }

  #local(slot: number): number {
    return slot < this.#name.count ? slot : slot - this.#name.count;
  }

  #bytesOf(slot: number): Uint8Array {
    return slot < this.#name.count ? this.#nameChunk : this.#commandChunk;
  }
}
