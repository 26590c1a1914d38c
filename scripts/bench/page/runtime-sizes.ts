import { build } from 'esbuild';
import { deflated } from '../../../src/report/render/live/embedded.ts';
import { liveScript } from '../../build/live-script.ts';

/** Bytes of a script, and of the same as it would stand in the page. */
export interface RuntimeSize {
  readonly raw: number;
  readonly deflated: number;
}

/** Ours, and what a page would carry that gets Vega as its users usually do. */
const OTHERS: Readonly<Record<string, string>> = {
  'all of Vega, specs parsed in the page': `export * from 'vega'; export * from 'vega-interpreter';`,
  'all of Vega and Vega-Lite': `export * from 'vega'; export * from 'vega-interpreter'; export * as lite from 'vega-lite';`,
};

/** What the ways to let charts live would add to a page. */
export async function runtimeSizes(root: string): Promise<Record<string, RuntimeSize>> {
  const sizes: Record<string, RuntimeSize> = { 'ours: dataflow alone': sizeOf(await liveScript(root)) };
  for (const [name, contents] of Object.entries(OTHERS)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      minify: true,
      format: 'iife',
      globalName: 'vega',
      legalComments: 'none',
      write: false,
    });
    sizes[name] = sizeOf(outputFiles[0]?.text ?? '');
  }
  return sizes;
}

const sizeOf = (script: string): RuntimeSize => ({
  raw: Buffer.byteLength(script),
  deflated: deflated(script).length,
});
