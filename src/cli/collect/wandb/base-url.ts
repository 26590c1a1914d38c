import { AppError } from '../../../errors.ts';

export const DEFAULT_BASE_URL = 'https://api.wandb.ai';

/** Names of this machine: what is sent to them goes through no network. */
const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where the pages of the public server are. Its API is elsewhere, and the two are easily mixed up. */
const PAGES = /^(www\.|app\.)?wandb\.ai$/;

/**
 * The address of a server of Weights & Biases, without a slash at its end.
 *
 * @param allowHttp whether the API key may be sent unencrypted
 * @throws AppError when it is no address, or not encrypted
 */
export function baseUrl(text: string, allowHttp: boolean): URL {
  const url = parse(text);
  if (url.username !== '' || url.password !== '') {
    throw new AppError({ code: 'wandb-address', url: url.origin, reason: 'holds a user name or password' });
  }
  if (PAGES.test(url.hostname)) {
    throw new AppError({
      code: 'wandb-address',
      url: url.origin,
      reason: `is for pages; the API is ${DEFAULT_BASE_URL}`,
    });
  }
  if (url.protocol === 'http:' && !LOCAL.has(url.hostname) && !allowHttp) {
    throw new AppError({ code: 'wandb-unencrypted', url: url.origin });
  }
  return new URL(url.origin + url.pathname.replace(/\/+$/, ''));
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new AppError({ code: 'wandb-address', url: text.replace(/\/\/[^/]*@/, '//'), reason: 'is no web address' });
}
