/** Why there was no answer at all. */
export interface NetworkFailure {
  readonly kind: 'unreachable' | 'untrusted' | 'slow' | 'broken';
  readonly reason: string;
}

/** Codes of Node and of the client in it: the server was not found, or did not open. */
const UNREACHABLE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EACCES|EPERM|UND_ERR_CONNECT_TIMEOUT)$/;

/** Codes of OpenSSL, and of a server that does not speak TLS. */
const UNTRUSTED = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/;

const SLOW = /^(TimeoutError|ETIMEDOUT|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/;

/** Judges what `fetch` threw. Its own message only says that it failed; the cause, or the first of several, knows why. */
export function networkFailure(error: unknown): NetworkFailure {
  const causes = causesOf(error);
  const codes = causes.flatMap((cause) => [(cause as NodeJS.ErrnoException).code ?? '', cause.name]);
  const last = causes.at(-1);
  const code = codes.find((text) => /^[A-Z][A-Z_]+$/.test(text)) ?? '';
  const reason = [code, last?.message ?? String(error)].filter((text) => text !== '').join(': ');
  const is = (pattern: RegExp): boolean => codes.some((text) => pattern.test(text));
  if (is(UNREACHABLE)) return { kind: 'unreachable', reason };
  if (is(UNTRUSTED)) return { kind: 'untrusted', reason };
  return { kind: is(SLOW) ? 'slow' : 'broken', reason };
}

function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return [error, ...causesOf(inner)];
}
