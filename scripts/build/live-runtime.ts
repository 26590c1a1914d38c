import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflated } from '../../src/report/render/live/embedded.ts';
import type { LiveRuntime } from '../../src/report/render/live/live-runtime.ts';
import { liveScript } from './live-script.ts';

// Packs what lets charts live into one file, which the command line puts into pages: the last step of `npm run build`.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const script = await liveScript(ROOT);
const runtime: LiveRuntime = {
  sha256: createHash('sha256').update(script, 'utf8').digest('base64'),
  deflated: deflated(script),
};
mkdirSync(`${ROOT}dist`, { recursive: true });
writeFileSync(`${ROOT}dist/live-runtime.json`, `${JSON.stringify(runtime)}\n`);
