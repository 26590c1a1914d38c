import { load } from 'js-yaml';

/** PyYAML writes objects with the names of their Python classes, which mean nothing here: `!!python/tuple`. */
const TAG = /((?:^|[:-])[ \t]+)!{1,2}[\w/:.,]+(?=[ \t\r]*$|[ \t])/gm;

/** Clients write a shared list once and refer to it; more than some references are an attack. Our own judgement. */
const MOST_ALIASES = 100;

/** The content of a `config.yaml` or of a sweep's file for one run; undefined when it is no YAML mapping. */
export function readConfigFile(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content = load(text.replace(TAG, '$1'), { maxAliases: MOST_ALIASES });
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? (content as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined; // damage: what the run's log says of its configuration stands
  }
}
