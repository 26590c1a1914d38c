import type { Reader } from '../source.ts';
import { parseTolerantJson } from './tolerant-json.ts';

/** Longer lines hold histograms and the like; their time stands on other lines too. Our own judgement. */
const LONGEST_LINE = 1 << 20;

/**
 * Times in the line files of clients up to 0.9: `wandb-history.jsonl` and `wandb-events.jsonl`, with `_timestamp` (epoch seconds) and `_runtime`
 * (seconds of the run) on each line.
 */
export class OldEvents {
  /** Latest `_timestamp`, epoch seconds. */
  lastSeen = Number.NaN;
  /** Largest `_runtime`, seconds. */
  runtime = Number.NaN;

  reader(): Reader {
    const decoder = new TextDecoder();
    let rest = '';
    return {
      feed: (bytes) => {
        const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
        rest = lines.pop() as string;
        for (const line of lines) this.#take(line);
        if (rest.length > LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1);
      },
      end: () => this.#take(rest),
    };
  }

  #take(line: string): void {
    if (line.length > LONGEST_LINE || !line.includes('_timestamp')) return;
    const row = parseTolerantJson(line) as Record<string, unknown> | undefined;
    this.lastSeen = later(this.lastSeen, row?._timestamp);
    this.runtime = later(this.runtime, row?._runtime);
  }
}

const later = (known: number, stated: unknown): number =>
  typeof stated === 'number' && Number.isFinite(stated) && !(known >= stated) ? stated : known;
