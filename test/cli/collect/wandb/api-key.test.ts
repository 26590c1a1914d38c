import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findApiKey } from '../../../../src/cli/collect/wandb/api-key.ts';
import { baseUrl } from '../../../../src/cli/collect/wandb/base-url.ts';
import { passwordFor } from '../../../../src/cli/collect/wandb/netrc.ts';
import { directoryFor, pageSizeOf, projectOf, spanOf } from '../../../../src/cli/collect/wandb/wandb-options.ts';
import { KEY } from '../../../support/fake-wandb.ts';
import { directoryWith } from '../../../support/run-cli.ts';

const SERVER = new URL('https://api.wandb.ai');
const OTHER = 'f'.repeat(40);
/** As `wandb login` writes it (wandb/sdk/lib/wbauth/wbnetrc.py). */
const NETRC = `machine api.wandb.ai\n  login user\n  password ${KEY}\n`;

const authorizationFor = (key: string): string => `Basic ${Buffer.from(`api:${key}`).toString('base64')}`;

describe('netrc', () => {
  it.each([
    ['several lines', NETRC],
    ['one line', `machine api.wandb.ai login user password ${KEY}`],
    [
      'tabs, and another before it',
      `machine github.com login a password b\nmachine\tapi.wandb.ai\tpassword\t${KEY}\r\n`,
    ],
    ['no login', `machine api.wandb.ai password ${KEY}`],
    ['an account', `machine api.wandb.ai login password account machine password ${KEY}`],
    ['quotes', `machine "api.wandb.ai" login "a \\"user" password "${KEY}"`],
    ['comments', `# machine api.wandb.ai password no\nmachine api.wandb.ai # password no\n password ${KEY} # mine`],
    ['default', `machine github.com login a password b\ndefault login user password ${KEY}`],
    ['a macro', `macdef init\nmachine api.wandb.ai password no\nput x\n\n${NETRC}`],
    ['two entries, of which the later counts', `machine api.wandb.ai password no\n${NETRC}`],
    ['an entry without password', `${NETRC}machine other.example login x`],
    ['default, for which the machine goes first', `default password no\n${NETRC}`],
  ])('is read with %s', (_, text) => {
    expect(passwordFor(['api.wandb.ai'], text)).toBe(KEY);
  });

  it.each(['', 'machine', 'password x', 'machine other.example password x', 'machine api.wandb.ai login x', 'default'])(
    'may hold no key: %j',
    (text) => {
      expect(passwordFor(['api.wandb.ai'], text)).toBeUndefined();
    },
  );

  it('may name a port', () => {
    expect(
      passwordFor(['w.example:8080', 'w.example'], 'machine w.example password a machine w.example:8080 password b'),
    ).toBe('b');
  });
});

describe('the key', () => {
  const home = directoryWith({ '.netrc': NETRC, 'other/_netrc': NETRC, 'third/netrc': NETRC.replace(KEY, OTHER) });
  const find = (environment: Readonly<Record<string, string>>, below = '', server = SERVER) =>
    findApiKey({ environment, home: join(home, below) }, server);

  it.each([
    ['WANDB_API_KEY', { WANDB_API_KEY: ` ${OTHER}\n`, NETRC: `${home}/third/netrc` }, '', OTHER, 'WANDB_API_KEY'],
    ['NETRC', { WANDB_API_KEY: '', NETRC: '~/third/netrc' }, '', OTHER, join(home, 'third/netrc')],
    ['~/.netrc', {}, '', KEY, join(home, '.netrc')],
    ['~/_netrc', {}, 'other', KEY, join(home, 'other/_netrc')],
  ])('is found in %s', async (_, environment, below, key, place) => {
    expect(await find(environment as Record<string, string>, below)).toMatchObject({
      authorization: authorizationFor(key),
      place,
    });
  });

  it('does not show itself', async () => {
    const key = await find({});
    expect(`${JSON.stringify(key)} ${Object.values(key).join()}`).not.toContain(KEY);
  });

  it('may be missing, and then it is said where it belongs', async () => {
    await expect(find({}, 'nowhere')).rejects.toThrow(
      `no API key for api.wandb.ai in WANDB_API_KEY or ${join(home, 'nowhere/.netrc')}. Get one at https://wandb.ai/authorize`,
    );
    await expect(find({}, '', new URL('https://w.example:99'))).rejects.toThrow(/^no API key for w\.example:99 in/);
  });

  it('is refused where it can be none, without being shown', async () => {
    const error = await find({ WANDB_API_KEY: 'my secret' }).catch((thrown: Error) => thrown.message);
    expect(error).toBe('the API key in WANDB_API_KEY holds blanks or characters that no key has. Copy it anew');
  });
});

describe('the address of the server', () => {
  it.each([
    ['https://api.wandb.ai', 'https://api.wandb.ai/'],
    ['https://w.example/wandb//', 'https://w.example/wandb'],
    ['https://w.example/?token=1#x', 'https://w.example/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://127.0.0.1', 'http://127.0.0.1/'],
    ['http://[::1]:1', 'http://[::1]:1/'],
  ])('may be %s', (text, href) => {
    expect(baseUrl(text, false).href).toBe(href);
  });

  it.each([
    ['api.wandb.ai', /^api\.wandb\.ai: is no web address/],
    ['ftp://w.example', /is no web address/],
    ['https://wandb.ai', /is for pages; the API is https:\/\/api\.wandb\.ai\. Give the server with --base-url/],
    [
      'http://w.example',
      /^http:\/\/w\.example: not encrypted, so the API key would be sent in the open\. Use https, or --allow-http/,
    ],
    ['http://localhost.example', /not encrypted/],
  ])('may not be %s', (text, message) => {
    expect(() => baseUrl(text, false)).toThrow(message);
  });

  it('may be unencrypted where that is allowed, and holds no password', () => {
    expect(baseUrl('http://w.example', true).href).toBe('http://w.example/');
    for (const text of ['https://me:s3cret@w.example', 'ftp://me:s3cret@w.example', 's3//me:s3cret@x']) {
      expect(() => baseUrl(text, false)).toThrow(/^(?!.*s3cret)/);
    }
  });
});

describe('the other options', () => {
  it('name one project', () => {
    expect(projectOf('ines/lisa')).toEqual({ entity: 'ines', project: 'lisa' });
    for (const text of ['', 'lisa', '/lisa', 'ines/', 'https://wandb.ai/ines/lisa']) {
      expect(() => projectOf(text)).toThrow(`collect wandb ${text}: not ENTITY/PROJECT. Take both`);
    }
  });

  it('give a directory for each', () => {
    expect(directoryFor({ entity: 'ines', project: 'lisa' })).toBe('logs/wandb-ines-lisa');
    expect(directoryFor({ entity: '..', project: 'Größe x\\y' })).toBe('logs/wandb-..-Größe+x+y');
  });

  it('say how much is asked for at a time', () => {
    expect([pageSizeOf({}), pageSizeOf({ pageSize: '200' })]).toEqual([50, 200]);
    for (const pageSize of ['0', '201', '-1', '2.5', 'x', '']) {
      expect(() => pageSizeOf({ pageSize })).toThrow(
        `--page-size ${pageSize}: not a whole number from 1 to 200. Write one`,
      );
    }
  });

  it('say when runs were created', () => {
    const now = Date.UTC(2024, 2, 17) / 1000;
    expect(spanOf({}, undefined, now)).toEqual({});
    expect(spanOf({}, 5, now)).toEqual({ since: 5 });
    expect(spanOf({ since: '1970-01-01', until: '1970-01-02' }, 5, now)).toEqual({ since: 0, until: 86_400 });
    expect(() => spanOf({ since: '2024-02-01', until: '2024-01-01' }, undefined, now)).toThrow(
      /is not before --until 2024-01-01/,
    );
    expect(() => spanOf({ since: '2025-01-01' }, undefined, now)).toThrow(/is not before/);
    expect(() => spanOf({ until: 'soon' }, undefined, now)).toThrow('--until soon: not a date');
  });
});
