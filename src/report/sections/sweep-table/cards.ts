import type { CostedSweep, ProjectFacts } from '../../../model/facts.ts';
import { bestRun } from '../../best-run.ts';
import type { Html } from '../../render/html.ts';
import { bestLine } from './best-line.ts';
import { sweepCard } from './card.ts';
import { type Drawing, drawing } from './drawing.ts';

/** So much of the page may be drawings, characters: about twenty-five of 60 runs each. */
const MOST_DRAWN = 56_000;
/** Of a sweep with more attempts no runs are gone through. */
const MOST_ATTEMPTS = 5000;
/** Enough to meet the people of a sweep. */
const ATTEMPTS_FOR_USERS = 200;
/** How many drawings are printed. Our own judgement: two pages. */
const MOST_PRINTED = 6;

/** A sweep with its place among the facts. */
export interface Place {
  readonly costed: CostedSweep;
  readonly index: number;
}

export interface Cards {
  readonly cards: ReadonlyMap<number, Html>;
  /** How many have a drawing. */
  readonly drawn: number;
}

/** Cards of sweeps by their index, in the order in which they are worth a drawing: as many are drawn as the page has room for. */
export function cardsOf(facts: ProjectFacts, places: readonly Place[]): Cards {
  const cards = new Map<number, Html>();
  let [room, drawn] = [MOST_DRAWN, 0];
  for (const { costed, index } of places) {
    const canDraw = room > 0 && costed.sweep.members.length <= MOST_ATTEMPTS;
    const drawing = canDraw ? drawingOf(facts, { costed, index }) : undefined;
    room -= drawing?.content.text.length ?? 0;
    const isPrinted = drawing?.isDrawn === true && drawn < MOST_PRINTED;
    if (drawing?.isDrawn === true) drawn++;
    const best = bestOf(facts, index);
    const { content, isGrid = false } = drawing ?? {};
    cards.set(index, sweepCard(costed, { users: usersOf(facts, costed), best, drawing: content, isGrid, isPrinted }));
  }
  return { cards, drawn };
}

function drawingOf(facts: ProjectFacts, { costed: { sweep }, index }: Place): Drawing | undefined {
  const trials = facts.trialsOf(index);
  return trials.trials.length === 0 ? undefined : drawing(sweep, trials, facts.bestOf(index));
}

function bestOf(facts: ProjectFacts, index: number): Html | undefined {
  const best = facts.bestOf(index);
  const run = bestRun(facts, index);
  if (best === undefined || run === undefined) return undefined;
  return bestLine(best, run.runId, facts.trialsOf(index));
}

/** People of the first attempts, each once. */
function usersOf({ labelsOf }: ProjectFacts, { sweep: { members } }: CostedSweep): string[] {
  const users = new Set(Array.from(members.subarray(0, ATTEMPTS_FOR_USERS), (attempt) => labelsOf(attempt).user));
  users.delete('');
  return [...users];
}
