import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { deflated } from '../../src/report/render/live/embedded.ts';
import { licenceNotice } from './licence-notice.ts';

// Bundles what makes charts live (src/live/ and the parts of Vega that it uses) into one deflated text, which the command line puts into pages: `npm run build`.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Vega's loader of files and addresses: no chart of ours loads anything, and a page that cannot ask is easier to trust than one that does not. */
const NO_LOADER = `
export const loader = () => ({});
export const read = (data) => data;
export const responseType = () => 'json';
`;

const result = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/live/main.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  write: false,
  plugins: [
    {
      name: 'no loader',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^vega-loader$/ }, ({ path }) => ({ path, namespace: 'none' }));
        onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: NO_LOADER, loader: 'js' }));
      },
    },
  ],
});
const script = `/*!\n${licenceNotice(ROOT, Object.keys(result.metafile.inputs))}*/\n${result.outputFiles[0]?.text ?? ''}`;
const runtime = {
  sha256: createHash('sha256').update(script, 'utf8').digest('base64'),
  deflated: deflated(script),
};
mkdirSync(`${ROOT}dist`, { recursive: true });
writeFileSync(`${ROOT}dist/live-runtime.json`, `${JSON.stringify(runtime)}\n`);
