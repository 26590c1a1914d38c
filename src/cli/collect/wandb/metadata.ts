import { z } from 'zod';
import { networkFailure } from './network-error.ts';
import type { Node } from './queries.ts';
import type { Server } from './server.ts';

/** What is asked for of a run beside its own fields; {@link METADATA_FILE}. */
const FILES = z.object({
  files: z.object({
    edges: z.array(z.object({ node: z.object({ directUrl: z.string().nullish() }).nullish() })),
  }),
});

/** How many files are fetched at a time. Our own judgement. */
const AT_ONCE = 6;

/** More than this is no metadata, bytes: real files hold 1 to 20 kB. Our own judgement. */
const MOST_BYTES = 1 << 22;

const MOST_REDIRECTS = 3;

/** After so many failures in a row no more is fetched in this call: the place where files are is then closed to this machine, and each try may take a minute. */
const MOST_FAILURES = 10;

/** Fetches the files `wandb-metadata.json` of runs. What fails is counted and stops nothing. */
export class MetadataFiles {
  /** Why the last one failed that did. */
  reason = 'the server does not tell where they are';
  readonly #server: Server;
  readonly #patience: number;
  #failuresInARow = 0;

  /** @param patience how long a file may take, seconds */
  constructor(server: Server, patience: number) {
    this.#server = server;
    this.#patience = patience;
  }

  /** For each run what its file holds; null when it has none, undefined when it could not be fetched. */
  async fetchAll(runs: readonly Node[]): Promise<(object | null | undefined)[]> {
    const found: (object | null | undefined)[] = [];
    for (let at = 0; at < runs.length; at += AT_ONCE) {
      found.push(...(await Promise.all(runs.slice(at, at + AT_ONCE).map((run) => this.#fetchOf(run)))));
    }
    return found;
  }

  async #fetchOf(run: Node): Promise<object | null | undefined> {
    if (!('files' in run)) return null; // the server knows of no files, and will not the next time
    const files = FILES.safeParse(run).data?.files;
    if (files === undefined) return undefined;
    const address = files.edges[0]?.node?.directUrl ?? undefined;
    if (address === undefined) return null;
    if (this.#failuresInARow >= MOST_FAILURES) return undefined;
    try {
      const metadata = await this.#fetch(address, MOST_REDIRECTS);
      this.#failuresInARow = 0;
      return metadata;
    } catch (error) {
      this.#failuresInARow++;
      this.reason = this.#server.key.removeFrom(networkFailure(error).reason);
      return undefined;
    }
  }

  /** The key goes to the server alone. Files are usually elsewhere, under links that are signed; those must be encrypted. */
  async #fetch(address: string, redirects: number): Promise<object> {
    const { base, key } = this.#server;
    if (!URL.canParse(address, base.href)) throw new Error('its address is none');
    const url = new URL(address, base);
    const isServer = url.origin === base.origin;
    if (!isServer && url.protocol !== 'https:') throw new Error(`its address is not encrypted: ${url.origin}`);
    const response = await fetch(url, {
      headers: isServer ? { authorization: key.authorization } : {},
      redirect: 'manual',
      signal: AbortSignal.timeout(this.#patience * 1000),
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) return parse(await wholeOf(response));
    await response.body?.cancel();
    if (redirects === 0) throw new Error('it leads on and on');
    return this.#fetch(new URL(next, url).href, redirects - 1);
  }
}

async function wholeOf(response: Response): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`status ${response.status}`);
  }
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parse(text: string): object {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Error('it holds no JSON object');
}
