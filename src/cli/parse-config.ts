import { isNode, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { ROLES, secondsOf } from '../ingest/csv/table/roles.ts';

/** What a user says of a project in `runledger.yaml`. */
const SCHEMA = z.strictObject({
  /** The GPUs of nodes or partitions, where the logs do not name or count them. */
  hardware: z
    .array(
      z
        .strictObject({
          nodes: z.string().optional(),
          partition: z.string().optional(),
          gpu: z.string(),
          gpusPerNode: z.number().positive().optional(),
        })
        .refine((rule) => rule.nodes !== undefined || rule.partition !== undefined, 'name nodes or a partition'),
    )
    .optional(),
  /** How tables of jobs are to be read, where they do not tell it themselves. */
  table: z
    .strictObject({
      /** What columns say, by their headers. */
      columns: z.record(z.string(), z.enum(ROLES)).optional(),
      /** Units of durations, by their columns' headers. */
      units: z
        .record(
          z.string(),
          z.string().refine((unit) => !Number.isNaN(secondsOf(unit)), 'say seconds, minutes, hours or days'),
        )
        .optional(),
      dates: z.enum(['day-first', 'month-first']).optional(),
      clock: z.enum(['minutes:seconds', 'hours:minutes']).optional(),
      decimal: z.enum(['point', 'comma']).optional(),
    })
    .nullish(),
  slurm: z
    .strictObject({
      /** Columns of `sacct -n` output, in order: a list, or a text as given to `sacct -o`. */
      columns: z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]).optional(),
    })
    .optional(),
});

export type Config = z.infer<typeof SCHEMA>;

/**
 * Reads the text of a configuration.
 *
 * @throws AppError that names the line, when it is no YAML or says something that is not known
 */
export function parseConfig(text: string, path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const reason = syntax.message.split(' at line ')[0] as string;
    throw new AppError({ code: 'bad-config', path, line: lines.linePos(syntax.pos[0]).line, reason });
  }
  const result = SCHEMA.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues as [z.core.$ZodIssue];
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const at = document.getIn([...issue.path, ...unknown], true) ?? document.contents;
  const line = isNode(at) ? lines.linePos((at as Node).range?.[0] ?? 0).line : 1;
  throw new AppError({
    code: 'bad-config',
    path,
    line,
    reason: `${[...issue.path].join('.')} ${issue.message}`.trim(),
  });
}
