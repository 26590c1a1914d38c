import { AppError } from '../../../errors.ts';
import { dateOption } from '../../date-option.ts';
import { timeText } from '../windows.ts';
import { baseUrl, DEFAULT_BASE_URL } from './base-url.ts';
import type { Project } from './queries.ts';
import type { Span } from './wandb-collection.ts';

/** Options of the command as commander gives them. */
export interface CollectWandbOptions {
  readonly out?: string;
  readonly since?: string;
  readonly until?: string;
  readonly baseUrl?: string;
  readonly pageSize?: string;
  readonly allowHttp?: boolean;
  /** False with `--no-metadata`. */
  readonly metadata?: boolean;
}

/** As W&B's own client asks. */
const DEFAULT_PAGE_SIZE = 50;

/** More at a time is slow: configuration and summary of one run may have megabytes. Our own judgement. */
const MOST_PAGE_SIZE = 200;

/** @throws AppError when the text is not `ENTITY/PROJECT` */
export function projectOf(text: string): Project {
  const [entity = '', project = '', ...more] = text.split('/');
  if (entity === '' || project === '' || more.length > 0) throw new AppError({ code: 'wandb-project-name', text });
  return { entity, project };
}

export const directoryFor = ({ entity, project }: Project): string =>
  `logs/wandb-${`${entity}-${project}`.replace(/[^\p{L}\p{N}._-]+/gu, '+').slice(0, 150)}`;

/** @throws AppError when it is no whole number */
export function pageSizeOf({ pageSize }: CollectWandbOptions): number {
  if (pageSize === undefined) return DEFAULT_PAGE_SIZE;
  const size = /^\d{1,9}$/.test(pageSize) ? Number(pageSize) : 0;
  if (size >= 1 && size <= MOST_PAGE_SIZE) return size;
  throw new AppError({ code: 'bad-count', option: 'page-size', text: pageSize, most: MOST_PAGE_SIZE });
}

/** The server: as the option says, else `WANDB_BASE_URL`, else the public one. */
export function serverOf(
  { baseUrl: told, allowHttp }: CollectWandbOptions,
  environment: Readonly<Record<string, string | undefined>>,
): URL {
  const address = told ?? environment.WANDB_BASE_URL?.trim() ?? '';
  return baseUrl(address === '' ? DEFAULT_BASE_URL : address, allowHttp === true);
}

/**
 * The span to ask for: from `--since`, else from where an earlier call began, else from the beginning.
 *
 * @param now epoch seconds
 * @throws AppError when a date is none, or nothing lies between
 */
export function spanOf(options: CollectWandbOptions, before: number | undefined, now: number): Span {
  const since = options.since === undefined ? before : dateOption('since', options.since);
  const until = options.until === undefined ? undefined : dateOption('until', options.until);
  if (since !== undefined && since >= Math.min(until ?? now, now)) {
    throw new AppError({ code: 'empty-span', since: timeText(since), until: options.until ?? timeText(now) });
  }
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
