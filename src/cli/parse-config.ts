import { type Config, SCHEMA } from './config-schema.ts';
import { parseYaml } from './parse-yaml.ts';

/** A configuration, and where in its file each thing stands. */
export interface ConfigFile {
  readonly path: string;
  readonly config: Config;
  /** SHA-256 of the file in hexadecimal; undefined where there is none. */
  readonly sha256?: string;
  /** Line of what these keys lead to; of the closest that is there, if that is not. */
  readonly lineOf: (...keys: readonly (string | number)[]) => number;
}

/**
 * Reads the text of a configuration.
 *
 * @throws AppError that names the line, when it is no YAML or says something that is not known
 */
export function parseConfig(text: string, path: string): ConfigFile {
  const { content, lineOf } = parseYaml(text, path, SCHEMA);
  return { path, config: content, lineOf };
}
