import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../collect-record.ts';
import type { ApiKey } from './api-key.ts';
import type { Node, Project } from './queries.ts';

const FORMAT = 'runledger/wandb-run@1';
const FILE = /^wandb-runs-(\d{4,})\.jsonl$/;

/** A run with all that was answered about it. */
export interface AnsweredRun {
  readonly run: Node & { readonly name: string };
  readonly sweep: Node | null;
  /** Null: the run has none. Undefined: it was not asked for, or could not be fetched. */
  readonly metadata: object | null | undefined;
}

/** What is kept in mind of a run that is saved. */
export interface SavedRun {
  readonly file: string;
  readonly state: string;
  /** As the server writes times: `2024-03-01T10:11:12`, UTC. */
  readonly createdAt: string;
  readonly heartbeatAt: string;
}

/** One line of a file. Further keys stand in none. */
const LINE = z.object({
  format: z.literal(FORMAT),
  entity: z.string(),
  project: z.string(),
  run: z.looseObject({ name: z.string() }),
  sweep: z.unknown(),
  metadata: z.unknown(),
});

type Line = z.infer<typeof LINE>;

/** Not by what zod gives, which has the keys in another order. */
const isLine = (value: unknown): value is Line => LINE.safeParse(value).success;

/** The files `wandb-runs-0001.jsonl` and so on, one run a line, each run once. They are the only record of what is saved: a file is there whole or not at all. */
export class RunFiles {
  readonly #directory: string;
  readonly #project: Project;
  readonly #key: ApiKey;
  readonly #runs = new Map<string, SavedRun>();
  #files = 0;

  private constructor(directory: string, project: Project, key: ApiKey) {
    this.#directory = directory;
    this.#project = project;
    this.#key = key;
  }

  /** Reads what an earlier call saved, file by file. */
  static async open(directory: string, project: Project, key: ApiKey): Promise<RunFiles> {
    const files = new RunFiles(directory, project, key);
    const names = await readdir(directory).catch(() => []);
    for (const name of names.filter((entry) => FILE.test(entry)).sort()) {
      files.#files = Math.max(files.#files, Number(FILE.exec(name)?.[1]));
      for (const line of await files.#linesOf(name)) files.#remember(line, name);
    }
    return files;
  }

  get runs(): ReadonlyMap<string, SavedRun> {
    return this.#runs;
  }

  /** When the youngest run that is saved was created; undefined without runs. */
  get lastCreatedAt(): string | undefined {
    let last: string | undefined;
    for (const { createdAt } of this.#runs.values()) if (last === undefined || createdAt > last) last = createdAt;
    return last;
  }

  /** Saves runs: those that are new in a file of their own, those that were saved before in the place of what they were. */
  async save(answered: readonly AnsweredRun[]): Promise<void> {
    const byFile = new Map<string | undefined, AnsweredRun[]>();
    for (const each of new Map(answered.map((run) => [run.run.name, run])).values()) {
      const file = this.#runs.get(each.run.name)?.file;
      byFile.set(file, [...(byFile.get(file) ?? []), each]);
    }
    await mkdir(this.#directory, { recursive: true });
    for (const [file, runs] of byFile) {
      if (file === undefined) await this.#add(runs);
      else await this.#replaceIn(file, runs);
    }
  }

  async #add(runs: readonly AnsweredRun[]): Promise<void> {
    const file = `wandb-runs-${String(this.#files + 1).padStart(4, '0')}.jsonl`;
    await this.#write(
      file,
      runs.map((run) => this.#lineOf(run)),
    );
    this.#files++;
  }

  async #replaceIn(file: string, runs: readonly AnsweredRun[]): Promise<void> {
    const fresh = new Map(runs.map((each) => [each.run.name, each]));
    const lines = (await this.#linesOf(file)).map((line) => {
      const answered = fresh.get(line.run.name);
      return answered === undefined ? line : this.#lineOf(answered, line.metadata);
    });
    await this.#write(file, lines);
  }

  async #write(file: string, lines: readonly Line[]): Promise<void> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await writeWhole(join(this.#directory, file), this.#key.removeFrom(text));
    for (const line of lines) this.#remember(line, file);
  }

  /** @param before the metadata that was saved, which stays where there is no newer one */
  #lineOf({ run, sweep, metadata = null }: AnsweredRun, before: unknown = null): Line {
    return { format: FORMAT, ...this.#project, run, sweep, metadata: metadata ?? before };
  }

  #remember({ entity, project, run }: Line, file: string): void {
    if (entity !== this.#project.entity || project !== this.#project.project) return;
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    const { state, createdAt, heartbeatAt } = run;
    this.#runs.set(run.name, {
      file,
      state: text(state),
      createdAt: text(createdAt),
      heartbeatAt: text(heartbeatAt),
    });
  }

  /** Lines that are none of ours are left aside: their runs are asked for again. */
  async #linesOf(file: string): Promise<Line[]> {
    const text = await readFile(join(this.#directory, file), 'utf8');
    return text.split('\n').flatMap((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return isLine(value) ? [value] : [];
      } catch {
        return [];
      }
    });
  }
}
