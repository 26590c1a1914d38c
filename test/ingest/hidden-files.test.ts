import { describe, expect, it } from 'vitest';
import { factsFrom, gpuSecondsIn, rulesIn } from '../support/read-logs.ts';

const HEADER = 'JobID|State|Submit|Start|End|ElapsedRaw|AllocTRES';
const row = (id: number): string =>
  `${id}|COMPLETED|2024-03-20T08:00:00|2024-03-20T09:00:00|2024-03-20T19:00:00|36000|gres/gpu=4`;
const LINES = [HEADER, row(910), row(911)];
const hours = async (content: string | Uint8Array): Promise<number> =>
  gpuSecondsIn(await factsFrom({ 'a.txt': content })) / 3600;

describe('two jobs of 4 GPUs for 10 h are 80 GPU-hours', () => {
  const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
  it.each([
    ['in UTF-16, as PowerShell writes it', wide(`\uFEFF${LINES.join('\r\n')}\r\n`)],
    ['in UTF-16 of the other order', Uint8Array.from(Buffer.from(`\uFEFF${LINES.join('\n')}\n`, 'utf16le').swap16())],
    ['in UTF-16 without a mark', wide(LINES.join('\n'))],
    ['with lines that a carriage return ends', `${LINES.join('\r')}\r`],
  ])('%s', async (_, content) => {
    expect(await hours(content)).toBe(80);
  });

  it('with a gap of zeros that a crash left', async () => {
    expect(await hours([...LINES, '\0'.repeat(4096), ''].join('\n'))).toBe(80);
  });
});

describe('files that may hold logs and cannot be looked into are named in a warning', () => {
  const tar = new Uint8Array(1024);
  tar.set(Buffer.from('ustar'), 257);
  const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0]);
  it.each([
    ['logs.tar', tar],
    ['logs.zip', zip],
    ['sacct.txt.bz2', Uint8Array.from(Buffer.from('BZh91AY'))],
    ['sacct.txt.xz', Uint8Array.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
  ])('%s', async (name, content) => {
    const facts = await factsFrom({ 'a.txt': LINES.join('\n'), [name]: content });
    expect(gpuSecondsIn(facts) / 3600).toBe(80);
    const said = facts.diagnostics.find(({ rule }) => rule === 'file-archive');
    expect(said).toMatchObject({ severity: 'warning', count: 1 });
    expect(said?.examples[0]?.file).toContain(name);
  });

  it('but for models, which are zip files too', async () => {
    expect(rulesIn(await factsFrom({ 'a.txt': LINES.join('\n'), 'model.pt': zip }))).not.toContain('file-archive');
  });

  it.each([
    ['a list', '[{"job_id":1,"time":{"elapsed":1},"tres":{"allocated":[]}}]'],
    ['lines', '{"job_id":1,"time":{"elapsed":1},"tres":{"allocated":[]}}\n'],
  ])('jobs that jq took out of sacct --json, as %s', async (_, text) => {
    expect(rulesIn(await factsFrom({ 'a.txt': LINES.join('\n'), 'b.json': text }))).toContain('file-bare-jobs');
  });
});
