import type { ProjectFacts } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import type { ProjectClock, ToLocal } from '../model/project-clock.ts';
import type { ProjectEvent } from '../model/project-event.ts';
import type { GpusOfRow } from './shares.ts';
import { spendingOf } from './spending.ts';
import { timelineOf } from './timeline.ts';
import { weekHoursOf } from './week-hours.ts';

/** What the user says of time. */
export interface TimeOptions {
  /** By which clock the hours of the week are told; UTC where nothing is said. */
  readonly clock?: ProjectClock & { readonly toLocal: ToLocal };
  /** What happened. */
  readonly events?: readonly ProjectEvent[];
}

interface TimeInput {
  readonly ledger: Ledger;
  readonly gpusOf: GpusOfRow;
  readonly method: Method;
  /** Epoch seconds of the first start and the last end. */
  readonly span: { readonly start: number; readonly end: number };
  readonly gpuHours: number;
}

type TimeFacts = Pick<ProjectFacts, 'timeline' | 'spending' | 'clock' | 'events'> &
  Pick<Partial<ProjectFacts>, 'weekHours'>;

const UTC = { zone: 'UTC', isOfLogs: false, toLocal: (seconds: number): number => seconds };

/** The project over time: GPUs in use, what they had cost by when, the hours of the week, and what happened. */
export function overTime(input: TimeInput, { clock = UTC, events = [] }: TimeOptions): TimeFacts {
  const { ledger, gpusOf, method, span, gpuHours } = input;
  const timeline = timelineOf(ledger, span.start, span.end, gpusOf);
  const weekHours = weekHoursOf(ledger, gpusOf, { ...span, gpuHours }, clock.toLocal);
  return {
    timeline,
    spending: spendingOf({ ledger, gpusOf, timeline, method, gpuHours }),
    ...(weekHours === undefined ? {} : { weekHours }),
    clock: { zone: clock.zone, isOfLogs: clock.isOfLogs },
    events: [...events].sort((a, b) => a.at - b.at),
  };
}
