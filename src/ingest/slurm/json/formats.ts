import { boolCoreTag, FAILSAFE_SCHEMA, floatCoreTag, intCoreTag, load, nullCoreTag } from 'js-yaml';
import type { CutHandler, Cutter } from './cut-handler.ts';
import { JsonCutter } from './json-cutter.ts';
import { YamlCutter } from './yaml-cutter.ts';

/** A way of writing Slurm's objects down. */
export interface Format {
  /** Cuts the jobs out of a file in this format. */
  cutter(handler: CutHandler): Cutter & { readonly sawJobs: boolean };
  /** A cut-out job; undefined when it cannot be parsed. */
  parseJob(bytes: Uint8Array): unknown;
  /** A value beside the list of jobs; undefined when it cannot be parsed. */
  parseOther(key: string, bytes: Uint8Array): unknown;
}

const decoder = new TextDecoder();

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined; // damage is a record set aside, not an error
  }
}

/**
 * How YAML is read: numbers by their tag only (`!!int 3`, as Slurm writes them). Without a tag they stay texts, so that a job named `007` or `1e3`
 * keeps its name.
 */
const schema = FAILSAFE_SCHEMA.withTags([
  nullCoreTag,
  boolCoreTag,
  { ...intCoreTag, implicit: false },
  { ...floatCoreTag, implicit: false },
]);

/** Aliases are refused: Slurm writes none, and they can be made to expand without bound. */
function parseYaml(bytes: Uint8Array): unknown {
  try {
    return load(decoder.decode(bytes), { schema, maxAliases: 0 });
  } catch {
    return undefined; // as above
  }
}

export const json: Format = {
  cutter: (handler) => new JsonCutter(handler),
  parseJob: parseJson,
  parseOther: (_, bytes) => parseJson(bytes),
};

export const yaml: Format = {
  cutter: (handler) => new YamlCutter(handler),
  parseJob(bytes) {
    const items = parseYaml(bytes);
    return Array.isArray(items) && items.length === 1 ? items[0] : undefined;
  },
  parseOther(key, bytes) {
    const block = parseYaml(bytes);
    return typeof block === 'object' && block !== null ? (block as Record<string, unknown>)[key] : undefined;
  },
};
