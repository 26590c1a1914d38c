import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../errors.ts';
import { passwordFor } from './netrc.ts';

/** Where keys may be: the variables of the environment, and the user's directory. */
export interface KeyPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The shortest text that is taken out of what is saved and said: a shorter one is no key, and stands in other words. Keys have 40 characters and more. */
const SHORTEST_SECRET = 8;

/** A key, which shows itself only to the server. */
export class ApiKey {
  /** Where it was found, for messages. */
  readonly place: string;
  readonly #key: string;

  constructor(key: string, place: string) {
    this.#key = key;
    this.place = place;
  }

  /** The header by which W&B's own client signs in: Basic, with the user `api`. */
  get authorization(): string {
    return `Basic ${this.#encoded}`;
  }

  get #encoded(): string {
    return Buffer.from(`api:${this.#key}`).toString('base64');
  }

  /** A text without the key: configurations hold whatever a script logged, and servers repeat what they were sent. */
  removeFrom(text: string): string {
    if (this.#key.length < SHORTEST_SECRET) return text;
    return text.replaceAll(this.#key, '[API key]').replaceAll(this.#encoded, '[API key]');
  }
}

/**
 * Finds the key for a server, where W&B's own client looks: `WANDB_API_KEY`, then netrc (`NETRC`, `~/.netrc`, `~/_netrc`).
 *
 * @throws AppError when there is none
 */
export async function findApiKey({ environment, home }: KeyPlaces, server: URL): Promise<ApiKey> {
  const told = environment.WANDB_API_KEY?.trim() ?? '';
  if (told !== '') return checked(told, 'WANDB_API_KEY');
  const paths = environment.NETRC ? [environment.NETRC.replace(/^~(?=\/)/, home)] : netrcsIn(home);
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const key = passwordFor([server.host, server.hostname], text);
    if (key !== undefined) return checked(key, path);
    break; // the second is only looked at where there is no first
  }
  throw new AppError({ code: 'wandb-no-key', host: server.host, netrc: paths[0] ?? '' });
}

const netrcsIn = (home: string): string[] => ['.netrc', '_netrc'].map((name) => join(home, name));

function checked(key: string, place: string): ApiKey {
  if (!/^[\w.-]+$/.test(key)) throw new AppError({ code: 'wandb-bad-key', place });
  return new ApiKey(key, place);
}
