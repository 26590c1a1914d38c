import { build, type Plugin } from 'esbuild';
import { licenceNotice } from './licence-notice.ts';

/** Vega's loader of files and addresses, left out: no chart of ours loads anything, and a page that cannot ask is easier to trust than one that does not. */
const NO_LOADER: Plugin = {
  name: 'no loader',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vega-loader$/ }, ({ path }) => ({ path, namespace: 'none' }));
    onLoad({ filter: /./, namespace: 'none' }, () => ({
      contents: `export const loader = () => ({}); export const read = (data) => data; export const responseType = () => 'json';`,
      loader: 'js',
    }));
  },
};

/** What lets charts live, `src/live/` and the parts of Vega that it uses, as one script under the licences of all that is in it. */
export async function liveScript(root: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/live/main.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    plugins: [NO_LOADER],
  });
  return `/*!\n${licenceNotice(root, Object.keys(metafile.inputs))}*/\n${outputFiles[0]?.text ?? ''}`;
}
