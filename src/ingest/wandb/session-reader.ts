import type { Reader, Sink, UnitReader } from '../source.ts';
import { readConfigFile } from './config-file.ts';
import { debugLogSeconds } from './debug-log.ts';
import { RunLogReader } from './log/run-log-reader.ts';
import { OldEvents } from './old-events.ts';
import type { Role, RunDirectory } from './run-directories.ts';
import { pushSession, type SessionParts } from './session.ts';
import { SmallFile } from './small-file.ts';
import type { SweepAssignments } from './sweep-assignments.ts';
import { parseTolerantJson } from './tolerant-json.ts';

/** Reads the files of one run directory; each log in it is a session. */
export class SessionReader implements UnitReader {
  readonly #directory: RunDirectory;
  readonly #sink: Sink;
  readonly #parts: SessionParts;

  constructor(directory: RunDirectory, isLater: boolean, assignments: SweepAssignments, sink: Sink) {
    this.#directory = directory;
    this.#sink = sink;
    this.#parts = { path: directory.path, isLater, assignments, logs: [], events: new OldEvents() };
  }

  open(index: number): Reader {
    const { role } = this.#directory.files[index] as RunDirectory['files'][number];
    if (role === 'log') return this.#openLog();
    if (role === 'history' || role === 'events') return this.#parts.events.reader();
    return new SmallFile((text, isWhole) => this.#take(role, text, isWhole));
  }

  end(): void {
    pushSession(this.#parts, this.#sink);
  }

  #openLog(): Reader {
    const { crc32, settings } = this.#sink;
    const reader = new RunLogReader({ crc32, metrics: settings.metric === undefined ? [] : [settings.metric] });
    return { feed: (bytes) => reader.feed(bytes), end: () => this.#parts.logs.push(reader.end()) };
  }

  #take(role: Exclude<Role, 'log' | 'history' | 'events'>, text: string, isWhole: boolean): void {
    if (role === 'debug-log') this.#parts.debugLogSeconds = debugLogSeconds(text);
    else if (role === 'config') this.#parts.config = readConfigFile(text);
    else this.#parts[role] = parseTolerantJson(text);
    const isRead = role === 'debug-log' || this.#parts[role] !== undefined;
    if (!isRead && text.trim() !== '') this.#noteUnread(role, isWhole);
  }

  #noteUnread(role: Role, isWhole: boolean): void {
    const why = isWhole ? 'cannot be parsed' : 'is over 32 MiB';
    const message = `files of W&B runs that could not be used (${role} ${why}); the other files of the run stand`;
    this.#sink.diagnostics.note('wandb-file-unread', 'warning', message, { file: this.#sink.path, line: 0 });
  }
}
