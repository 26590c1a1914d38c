import { remedyForContainer } from './containers.ts';
import { lackOfTable } from './csv/table/unread-tables.ts';
import { decodeHead } from './csv/text-pieces.ts';
import type { FoundFile } from './files.ts';
import type { Intaking } from './intaking.ts';
import { type PlainBytes, plainBytes } from './plain-bytes.ts';
import { surestOf } from './registry.ts';
import { areBareJobs } from './slurm/json/sources.ts';
import type { Reader, Source } from './source.ts';

const BARE_JOBS =
  'objects of Slurm’s jobs without the document around them (jq .jobs): give what sacct --json printed as it is';

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
  #isNoted = false;
  #plain: PlainBytes = plainBytes(new Uint8Array(0));
  #lack: string | undefined;

  constructor(intake: Intaking, file: FoundFile) {
    this.#intake = intake;
    this.#file = file;
  }

  feed(block: Uint8Array): void {
    if (this.#decided) {
      this.#reader?.feed(this.#plain.next(block));
      return;
    }
    const head = new Uint8Array(this.#head.length + block.length);
    head.set(this.#head);
    head.set(block, this.#head.length);
    this.#head = head;
    if (head.length >= HEAD_BYTES) this.#decide();
  }

  /** `isNoted`: the file is no log, and it was said why. `lack` of a file that is not read and looks like a table of jobs: what it lacks. */
  end(): { source: Source | undefined; records: number; isNoted: boolean; lack: string | undefined } {
    if (!this.#decided) this.#decide();
    const rest = this.#plain.rest();
    if (rest.length > 0) this.#reader?.feed(rest);
    this.#reader?.end();
    return { source: this.#source, records: this.#records(), isNoted: this.#isNoted, lack: this.#lack };
  }

  #leaveOut(rule: string, remedy: string): void {
    this.#isNoted = true;
    this.#intake.noteHidden(this.#file.shown, rule, remedy);
    this.#head = new Uint8Array(0);
  }

  #decide(): void {
    this.#decided = true;
    const first = this.#head.subarray(0, HEAD_BYTES);
    const head = decodeHead(first);
    const remedy = remedyForContainer(first, this.#file.shown);
    if (remedy !== undefined) {
      this.#leaveOut('file-archive', remedy);
      return;
    }
    this.#plain = plainBytes(first);
    const recognised = surestOf(head, this.#intake.settings);
    this.#source = recognised?.source;
    if (recognised !== undefined && this.#source !== undefined) {
      this.#intake.sureness.set(this.#file.shown, recognised.sure);
      const { sink, records } = this.#intake.sinkOf(this.#file.shown, this.#source.name);
      this.#records = records;
      this.#reader = this.#source.read(head, sink);
      this.#reader.feed(this.#plain.next(this.#head));
    } else if (areBareJobs(head)) this.#leaveOut('file-bare-jobs', BARE_JOBS);
    else this.#lack = lackOfTable(head, this.#intake.settings.table);
    this.#head = new Uint8Array(0);
  }
}
