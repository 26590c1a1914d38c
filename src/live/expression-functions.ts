import type { Context, Scale } from 'vega-runtime';
import { pathParse, pathRender } from 'vega-scenegraph';
import {
  flush,
  inrange,
  isArray,
  isBoolean,
  isDate,
  isNumber,
  isObject,
  isString,
  lerp,
  peek,
  span,
  toBoolean,
  toDate,
  toNumber,
  toString as toText,
} from 'vega-util';

/** What `this` is in a function of an expression. */
interface Caller {
  readonly context: Context;
}

const scaleNamed = (caller: Caller, name: unknown): Scale | undefined => caller.context.scales[String(name)]?.value;

const formatted = (way: 'format' | 'utcFormat') =>
  function (this: Caller, value: unknown, specifier: unknown): string {
    return value === null ? 'null' : this.context.dataflow.locale()[way](specifier)(value);
  };

/**
 * The functions that expressions of our charts may call, beyond the plain ones of Vega's interpreter. A chart that calls another
 * stays a drawing; `live-support.ts` lists those of both.
 */
export const FUNCTIONS = {
  flush,
  inrange,
  isArray,
  isBoolean,
  isDate,
  isNumber,
  isObject,
  isString,
  lerp,
  peek,
  span,
  toBoolean,
  toDate: (value: unknown) => toDate(value),
  toNumber,
  toString: toText,
  /** The interpreter's own takes a moment in milliseconds for a year. */
  datetime: (...parts: [number]) => new Date(...parts),
  isDefined: (value: unknown) => value !== undefined,
  isValid: (value: unknown) => value !== null && value !== undefined && !Number.isNaN(value),
  format: formatted('format'),
  utcFormat: formatted('utcFormat'),
  /** An outline to clip by: its text, or drawn to where its bounds are taken. */
  pathShape: (path: string) => (drawing: unknown) => (drawing ? pathRender(drawing, pathParse(path)) : path),
  bandwidth(this: Caller, name: unknown) {
    return scaleNamed(this, name)?.bandwidth?.() ?? 0;
  },
  domain(this: Caller, name: unknown) {
    return scaleNamed(this, name)?.domain() ?? [];
  },
  range(this: Caller, name: unknown) {
    return scaleNamed(this, name)?.range() ?? [];
  },
  copy(this: Caller, name: unknown) {
    return scaleNamed(this, name)?.copy();
  },
  scale(this: Caller, name: unknown, value: unknown) {
    return scaleNamed(this, name)?.(value);
  },
  invert(this: Caller, name: unknown, position: number) {
    return scaleNamed(this, name)?.invert?.(position);
  },
};
