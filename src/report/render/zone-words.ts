import type { ProjectClock } from '../../model/project-clock.ts';

/** By which clock hours are told, in words: `UTC`, `Europe/Berlin`, or that of logs which do not say where they were written. */
export const zoneWords = ({ zone, isOfLogs }: ProjectClock): string =>
  isOfLogs ? 'the clock of the logs, which state no zone' : zone;
