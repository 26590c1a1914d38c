import { AppError } from '../../errors.ts';
import type { Collection } from './collection.ts';
import { SacctFailure, saveRows } from './run-sacct.ts';
import { type Filter, sacctArguments } from './sacct-query.ts';
import { halvesOf, timeText, type Window } from './windows.ts';

/** What to ask for, where to put it, and what time it is. */
export interface Collecting {
  readonly collection: Collection;
  readonly fields: readonly string[];
  readonly filter: Filter;
  /** Epoch seconds. Windows may end later; they are asked for up to now. */
  readonly now: number;
}

/** What a collection came to. */
export interface Collected {
  /** Files asked for now, and those that an earlier call left complete. */
  asked: number;
  kept: number;
  /** Rows of all of them, steps included. */
  rows: number;
  /** What `sacct` said although it ended well, each once. */
  readonly warnings: Set<string>;
}

/**
 * Asks for windows one after another and saves each in a file of its own. What is there and cannot change any more is not asked for again.
 *
 * @param onProgress told how many windows of how many are done
 * @throws AppError when `sacct` fails, or a file cannot be written
 */
export async function collectWindows(
  windows: readonly Window[],
  collecting: Collecting,
  onProgress: (done: number, total: number) => void,
): Promise<Collected> {
  const collected: Collected = { asked: 0, kept: 0, rows: 0, warnings: new Set() };
  for (const [done, window] of windows.entries()) {
    onProgress(done, windows.length);
    await collectWindow(window, collecting, collected);
  }
  onProgress(windows.length, windows.length);
  return collected;
}

async function collectWindow(window: Window, collecting: Collecting, collected: Collected): Promise<void> {
  const { collection, now } = collecting;
  if (window.start >= now) return;
  if (collection.isFinal(window)) {
    collected.kept++;
    collected.rows += collection.rowsOf(window);
    return;
  }
  const failure = await save(window, collecting, collected);
  if (failure === undefined) return;
  const halves = halvesOf(window);
  if (!failure.tooMuch || halves === undefined) throw worded(failure, window);
  await collection.drop(window);
  for (const half of halves) await collectWindow(half, collecting, collected);
}

/** Gives what `sacct` failed with, if it did. */
async function save(window: Window, collecting: Collecting, collected: Collected): Promise<SacctFailure | undefined> {
  const { collection, fields, filter, now } = collecting;
  const args = sacctArguments(fields, filter, { start: window.start, end: Math.min(window.end, now) });
  try {
    const { rows, warnings } = await saveRows(args, fields.length, collection.pathOf(window));
    await collection.add(window, rows, now);
    collected.asked++;
    collected.rows += rows;
    if (warnings !== '') collected.warnings.add(warnings);
    return undefined;
  } catch (error) {
    if (error instanceof SacctFailure) return error;
    throw error;
  }
}

function worded({ tooMuch, message: reason }: SacctFailure, { start, end }: Window): AppError {
  const asked = `${timeText(start)} to ${timeText(end)}`;
  return new AppError({ code: tooMuch ? 'sacct-too-much' : 'sacct-failed', asked, reason });
}
