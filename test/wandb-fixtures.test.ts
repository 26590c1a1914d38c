import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the fixtures of W&B must be, whatever reads them: whole, in step with their `expected.json`, and silent on where they were made. */
const ROOT = new URL('../fixtures/wandb/', import.meta.url).pathname;
const VERSIONS = readdirSync(ROOT).filter((name) => /^\d/.test(name));

interface Session {
  case: string;
  runId: string;
  directory: string | null;
  start: number;
  end: number;
  ending: string;
}
interface DecodedFile {
  path: string;
  bytes: number;
  run: { runId: string; startTime: number } | null;
}
interface Expected {
  timeZone: string;
  sessions: Session[];
  clientDecoder: { files: DecodedFile[] };
}

/** All files and links below a folder; links are not followed. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return lstatSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const expectedOf = (version: string): Expected =>
  JSON.parse(readFileSync(join(ROOT, version, 'expected.json'), 'utf8'));

/** A time as the clients write it into the names of directories: local, to the second. */
function stampOf(seconds: number, timeZone: string): string {
  const text = new Date(seconds * 1000).toLocaleString('sv-SE', { timeZone });
  return text.replaceAll(/[-:]/g, '').replace(' ', '_');
}

describe.each(VERSIONS)('fixtures/wandb/%s', (version) => {
  const folder = join(ROOT, version);
  const { sessions, clientDecoder, timeZone } = expectedOf(version);

  it('holds the logs that expected.json lists, to the byte', () => {
    const logs = filesBelow(folder).filter((path) => path.endsWith('.wandb'));
    const listed = clientDecoder.files.map(({ path, bytes }) => `${path} ${bytes}`);
    expect(logs.map((path) => `${relative(folder, path)} ${statSync(path).size}`).sort()).toEqual(listed.sort());
  });

  it('has a directory for each session, named for when it began', () => {
    for (const { directory, runId, start, end } of sessions) {
      const name = directory?.split('/').at(-1) ?? '';
      const stamp = /^(?:offline-)?run-(\d{8}_\d{6})-/.exec(name)?.[1] ?? '';
      expect(existsSync(join(folder, directory ?? 'none', `run-${runId}.wandb`))).toBe(true);
      expect(stamp >= stampOf(start, timeZone) && stamp <= stampOf(end, timeZone)).toBe(true);
    }
  });

  it('has runs that began within their process, by both clocks', () => {
    for (const { path, run } of clientDecoder.files) {
      const session = sessions.find(({ directory }) => directory !== null && path.startsWith(`${directory}/`));
      if (session === undefined) throw new Error(`${path} belongs to no session`);
      if (run === null) continue;
      expect(run.runId).toBe(session.runId);
      expect(run.startTime).toBeGreaterThan(session.start - 1);
      expect(run.startTime).toBeLessThan(session.end);
    }
  });

  it('names no machine, user or mail address but the made-up ones', () => {
    const elsewhere = /(?<!\/srv\/lab)\/(?:root|home|work|tmp|Users)\/|[\w.+-]+@(?!lab\.example)[\w-]+\.[a-z]{2,}/;
    for (const path of filesBelow(folder)) {
      const text = lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'latin1');
      expect(elsewhere.exec(text)?.[0], path).toBeUndefined();
    }
  });

  it('links only to what is beside it', () => {
    for (const path of filesBelow(folder).filter((one) => lstatSync(one).isSymbolicLink()))
      expect(existsSync(path) && !readlinkSync(path).startsWith('/'), path).toBe(true);
  });
});

it('has fixtures of several clients', () => {
  expect(VERSIONS.length).toBeGreaterThanOrEqual(4);
});
