import { lackOfTable } from './csv/table/unread-tables.ts';
import { decodeHead } from './csv/text-pieces.ts';
import type { FoundFile } from './files.ts';
import type { Intaking } from './intaking.ts';
import { surestOf } from './registry.ts';
import type { Reader, Source } from './source.ts';

const HEAD_BYTES = 65_536;

/** One file while it is read: its first 64 KiB decide the source, then its bytes go to that source's reader. */
export class FileReading {
  readonly #intake: Intaking;
  readonly #file: FoundFile;
  #head = new Uint8Array(0);
  #source: Source | undefined;
  #reader: Reader | undefined;
  #records = (): number => 0;
  #decided = false;
  #lack: string | undefined;

  constructor(intake: Intaking, file: FoundFile) {
    this.#intake = intake;
    this.#file = file;
  }

  feed(block: Uint8Array): void {
    if (this.#decided) {
      this.#reader?.feed(block);
      return;
    }
    const head = new Uint8Array(this.#head.length + block.length);
    head.set(this.#head);
    head.set(block, this.#head.length);
    this.#head = head;
    if (head.length >= HEAD_BYTES) this.#decide();
  }

  /** @returns `lack` of a file that is not read and looks like a table of jobs: what it lacks */
  end(): { source: Source | undefined; records: number; lack: string | undefined } {
    if (!this.#decided) this.#decide();
    this.#reader?.end();
    return { source: this.#source, records: this.#records(), lack: this.#lack };
  }

  #decide(): void {
    this.#decided = true;
    const head = decodeHead(this.#head.subarray(0, HEAD_BYTES));
    const recognised = surestOf(head, this.#intake.settings);
    this.#source = recognised?.source;
    if (recognised !== undefined && this.#source !== undefined) {
      this.#intake.sureness.set(this.#file.shown, recognised.sure);
      const { sink, records } = this.#intake.sinkOf(this.#file.shown, this.#source.name);
      this.#records = records;
      this.#reader = this.#source.read(head, sink);
      this.#reader.feed(this.#head);
    }
    if (this.#source === undefined) this.#lack = lackOfTable(head, this.#intake.settings.table);
    this.#head = new Uint8Array(0);
  }
}
