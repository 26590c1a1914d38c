import { z } from 'zod';
import type { UnknownField } from './selection.ts';

/** What an answer of the server came to. */
export type Answer =
  | { readonly kind: 'data'; readonly data: unknown; readonly complaints: readonly string[]; readonly rest: number }
  | { readonly kind: 'unknown-fields'; readonly fields: readonly UnknownField[]; readonly reason: string }
  /** It might do less at a time. */
  | { readonly kind: 'too-much'; readonly reason: string }
  /** It wants to be left alone, for so many seconds where it says so. */
  | { readonly kind: 'busy'; readonly reason: string; readonly seconds?: number }
  /** It broke off, or said what is no answer. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'key-refused'; readonly status: number }
  | { readonly kind: 'query-refused'; readonly reason: string };

/** What it came as. */
export interface Response {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const BODY = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.union([z.string(), z.looseObject({ message: z.string() })])).nullish(),
  error: z.union([z.string(), z.looseObject({ message: z.string() })]).nullish(),
});

/** As servers of GraphQL word it; W&B's own client looks for the same words (wandb/apis/public/jobs.py). */
const UNKNOWN_FIELD = /cannot query field \\?["'`](\w+)\\?["'`] on type \\?["'`](\w+)/i;
const TOO_SLOW = /time[d\s-]*out|deadline|too (large|complex|many|slow)|cancell?ed|internal (server )?error/i;
const TOO_OFTEN = /rate.?limit/i;

const TOO_MANY_REQUESTS = 429;
const REQUEST_TIMEOUT = 408;

/** Judges an answer by its status, its headers, and the errors that it lists. `now` is in epoch seconds. */
export function judge(response: Response, now: number): Answer {
  const { status, headers, text } = response;
  const body = parse(text);
  const errors = messagesOf(body);
  const reason = errors.join('; ') || `status ${status}`;
  const failure = judgeStatus(response, reason, now);
  if (failure !== undefined) return failure;
  if (body === undefined) {
    return status === 200 ? { kind: 'broken', reason: 'no JSON' } : { kind: 'query-refused', reason };
  }
  if (status === 200 && hasContent(body.data, errors)) {
    const rest = headers.get('ratelimit-remaining') === '0' ? (resetOf(headers) ?? 0) : 0;
    return { kind: 'data', data: body.data, complaints: errors, rest };
  }
  return refusal(errors, reason, headers, now);
}

/** What the status alone decides, whatever the body says. */
function judgeStatus({ status, headers }: Response, reason: string, now: number): Answer | undefined {
  if (status === 401 || status === 403) return { kind: 'key-refused', status };
  if (status === TOO_MANY_REQUESTS) return busy(reason, headers, now);
  if (status >= 500 || status === REQUEST_TIMEOUT) return { kind: 'too-much', reason };
  if (status >= 300 && status < 400) return { kind: 'query-refused', reason: `it leads to ${placeOf(headers)}` };
  return undefined;
}

/** With errors an answer may still hold all but the parts that they are about. Without what was asked of the project it is none. */
function hasContent(data: unknown, errors: readonly string[]): boolean {
  if (!isObject(data)) return false;
  return (
    errors.length === 0 || Object.values(data).some((part) => isObject(part) && Object.values(part).some(isObject))
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function refusal(errors: readonly string[], reason: string, headers: Headers, now: number): Answer {
  const unknown = errors.flatMap((message) => {
    const [, name, on] = UNKNOWN_FIELD.exec(message) ?? [];
    return name === undefined || on === undefined ? [] : [{ name, on }];
  });
  if (unknown.length > 0) return { kind: 'unknown-fields', fields: unknown, reason };
  if (TOO_OFTEN.test(reason)) return busy(reason, headers, now);
  if (errors.length === 0) return { kind: 'broken', reason: 'neither data nor errors' };
  return { kind: TOO_SLOW.test(reason) ? 'too-much' : 'query-refused', reason };
}

/** `Retry-After` holds seconds or a date; `RateLimit-Reset` holds seconds (docs.wandb.ai, "Rate limit exceeded"). */
function busy(reason: string, headers: Headers, now: number): Answer {
  const after = headers.get('retry-after')?.trim() ?? '';
  const told = /^\d+(\.\d+)?$/.test(after) ? Number(after) : Date.parse(after) / 1000 - now;
  const seconds = Number.isNaN(told) ? resetOf(headers) : Math.max(0, told);
  return { kind: 'busy', reason, ...(seconds === undefined ? {} : { seconds }) };
}

function resetOf(headers: Headers): number | undefined {
  const seconds = Number.parseFloat(headers.get('ratelimit-reset') ?? '');
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

const placeOf = (headers: Headers): string => (headers.get('location') ?? 'nowhere').replace(/[?#].*/, '');

function parse(text: string): z.infer<typeof BODY> | undefined {
  try {
    return BODY.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function messagesOf(body: z.infer<typeof BODY> | undefined): string[] {
  const errors = [...(body?.errors ?? []), ...(body?.error == null ? [] : [body.error])];
  return errors.map((error) => (typeof error === 'string' ? error : error.message));
}
