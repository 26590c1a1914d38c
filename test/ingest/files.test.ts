import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../src/ingest/files.ts';
import { withFiles } from '../support/read-logs.ts';

const shown = async (...paths: readonly string[]): Promise<string[]> =>
  (await findFiles(paths)).files.map((file) => file.shown.replace(/runledger-read-\w+/, 'logs'));

describe('files under a directory', () => {
  it('are found in the order of their names, hidden ones and our own left out', async () => {
    const files = {
      'b/c.txt': '',
      'a.txt': '',
      '.hidden': '',
      'runledger.yaml': '',
      'collect.json': '',
      'b/a.txt': '',
    };
    await withFiles(files, async (directory) => {
      expect(await shown(directory)).toEqual(['logs/a.txt', 'logs/b/a.txt', 'logs/b/c.txt']);
    });
  });

  it('are found through links, once, though links lead in circles', async () => {
    await withFiles({ 'real/a.txt': 'a' }, async (directory) => {
      await withFiles({ 'months/march.txt': 'm' }, async (elsewhere) => {
        symlinkSync(directory, join(directory, 'real', 'circle'));
        symlinkSync(join(directory, 'real', 'a.txt'), join(directory, 'again.txt'));
        symlinkSync(elsewhere, join(directory, 'archive'));
        expect(await shown(directory, join(directory, 'real', 'a.txt'))).toEqual([
          'logs/archive/months/march.txt',
          'logs/real/a.txt',
        ]);
      });
    });
  });

  it('that are gone or closed are named, not passed over', async () => {
    await withFiles({ 'a.txt': '' }, async (directory) => {
      symlinkSync(join(directory, 'nowhere'), join(directory, 'broken'));
      const { files, unreadable } = await findFiles([directory]);
      expect(files).toHaveLength(1);
      expect(unreadable).toMatchObject([
        { shown: expect.stringMatching(/broken$/), reason: expect.stringContaining('ENOENT') },
      ]);
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'in a folder without permission are named (not as root, who may read all)',
    async () => {
      await withFiles({ 'a.txt': '' }, async (directory) => {
        mkdirSync(join(directory, 'closed'));
        writeFileSync(join(directory, 'closed', 'b.txt'), '');
        chmodSync(join(directory, 'closed'), 0);
        const { unreadable } = await findFiles([directory]);
        chmodSync(join(directory, 'closed'), 0o700);
        expect(unreadable).toMatchObject([{ reason: expect.stringContaining('EACCES') }]);
      });
    },
  );
});
