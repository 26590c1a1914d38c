import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratch } from './scratch.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command in a directory, its output piped. */
export function startCli(args: readonly string[], cwd: string, env = process.env) {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: npm run build`);
  return spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the built command in a directory to its end. */
export function runCli(args: readonly string[], cwd: string, env = process.env): Promise<Outcome> {
  const child = startCli(args, cwd, env);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** The same for a reader that closes the pipe after the first bytes, as `head` does. */
export function runCliIntoHead(args: readonly string[], cwd: string): Promise<Outcome> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const err: Buffer[] = [];
  let first = '';
  child.stdout.once('data', (piece: Buffer) => {
    first = piece.toString();
    child.stdout.destroy();
  });
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, stdout: first, stderr: Buffer.concat(err).toString() }));
  });
}

/** A new empty directory with some files in it, by path and text. */
export function directoryWith(files: Readonly<Record<string, string>> = {}): string {
  const root = scratch();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The files of a directory as text, by name. */
export const filesIn = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );
