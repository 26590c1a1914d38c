import { readFileSync } from 'node:fs';
import type { LiveRuntime } from '../report/render/live/live-runtime.ts';

/** Beside the built program, and from its sources. */
const PLACES = ['../live-runtime.json', '../../dist/live-runtime.json'];

/** What lets charts come alive, as `npm run build` made it; undefined where the program was not built. */
export function liveRuntime(): LiveRuntime | undefined {
  for (const place of PLACES) {
    const text = readIfThere(new URL(place, import.meta.url));
    if (text !== undefined) return JSON.parse(text) as LiveRuntime;
  }
  return undefined;
}

/** The same, with a word where the program was not built and charts therefore stay drawings. */
export function builtRuntime(): LiveRuntime | undefined {
  const live = liveRuntime();
  if (live === undefined)
    process.stderr.write('runledger: charts stay drawings: run npm run build to let them come alive\n');
  return live;
}

function readIfThere(place: URL): string | undefined {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return undefined;
  }
}
