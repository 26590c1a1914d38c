/** What we use of Vega's parts, which come without types. */

declare module 'vega-dataflow' {
  export interface Operator<Value = unknown> {
    value: Value;
    set(value: Value): void;
    input?: Operator;
  }
  export class Dataflow {
    loader(loader: object): this;
    logger(logger: object): this;
    locale(locale: object): this;
    locale(): import('vega-format').Locale;
    changeset(): { insert(items: readonly unknown[]): object };
    pulse(operator: Operator | undefined, changes: object): this;
    update(operator: Operator, value: unknown): this;
    runAsync(): Promise<this>;
  }
  export const transforms: Record<string, unknown>;
}

declare module 'vega-format' {
  export interface Locale {
    format(specifier: unknown): (value: unknown) => string;
    utcFormat(specifier: unknown): (value: unknown) => string;
  }
  export function locale(numbers?: object, times?: object): Locale;
}

declare module 'vega-runtime' {
  import type { Dataflow, Operator } from 'vega-dataflow';

  export interface Context {
    readonly dataflow: Dataflow;
    readonly signals: Readonly<Record<string, Operator>>;
    readonly scales: Readonly<Record<string, Operator<Scale>>>;
    readonly data: Readonly<Record<string, { readonly input: Operator }>>;
    readonly root?: Operator;
    parse(flow: object): Context;
  }
  export interface Scale {
    (value: unknown): number | string;
    invert?(position: number): number | Date;
    domain(): readonly (number | Date)[];
    range(): readonly number[];
    copy(): Scale;
    bandwidth?(): number;
  }
  export function context(flow: Dataflow, transforms: object, functions: object, expression: object): Context;
}

declare module 'vega-interpreter' {
  export const expressionInterpreter: object;
}

declare module 'vega-scenegraph' {
  export interface Bounds {
    readonly x1: number;
    readonly x2: number;
    readonly y1: number;
    readonly y2: number;
  }
  export interface Mark {
    readonly marktype: string;
    readonly role?: string;
    readonly items: readonly Item[];
    readonly group?: Item;
  }
  export interface Item {
    readonly mark: Mark;
    readonly datum?: Readonly<Record<string, unknown>>;
    readonly bounds: Bounds;
    readonly x?: number;
    readonly y?: number;
    readonly fill?: string;
    readonly stroke?: string;
    readonly href?: string;
    readonly interpolate?: string;
    readonly description?: string;
    /** Of a group. */
    readonly items?: readonly Mark[];
    /** The element that shows it; that of the first item where one path shows a whole mark. */
    readonly _svg?: SVGElement | null;
  }
  export class Scenegraph {
    readonly root: Mark;
    mark(definition: object, group: unknown, index: number): Mark;
  }
  export function pathParse(path: string): unknown;
  export function pathRender(drawing: unknown, path: unknown): unknown;
  export class SVGRenderer {
    constructor(loader: object);
    initialize(element: Element, width: number, height: number, origin: readonly [number, number]): this;
    dirty(item: Item): void;
    renderAsync(root: Mark): Promise<this>;
  }
}

declare module 'vega-encode' {
  export const axisticks: unknown,
    datajoin: unknown,
    encode: unknown,
    scale: unknown,
    sortitems: unknown,
    stack: unknown;
}

declare module 'vega-transforms' {
  export const aggregate: unknown, bin: unknown, collect: unknown, compare: unknown, extent: unknown, facet: unknown;
  export const field: unknown, filter: unknown, formula: unknown, impute: unknown, joinaggregate: unknown, key: unknown;
  export const multiextent: unknown, multivalues: unknown, params: unknown, prefacet: unknown, proxy: unknown;
  export const relay: unknown, sieve: unknown, subflow: unknown, timeunit: unknown, tupleindex: unknown;
  export const values: unknown, window: unknown;
}

declare module 'vega-view-transforms' {
  export const bound: unknown,
    identifier: unknown,
    mark: unknown,
    overlap: unknown,
    render: unknown,
    viewlayout: unknown;
}
