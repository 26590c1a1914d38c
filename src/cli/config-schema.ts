import { z } from 'zod';
import { joulesOfUnit } from '../ingest/csv/table/energy-headers.ts';
import { ROLES } from '../ingest/csv/table/roles.ts';
import { gbOf, secondsOf } from '../ingest/csv/table/units.ts';
import { parseTimestamp, zoneConverter } from '../ingest/timestamp.ts';
import { SWEEP_KINDS } from '../model/sweep.ts';
import { LOCALES } from '../report/render/locale.ts';
import { OWN_METHOD } from './config-method.ts';
import { isEventDate } from './event-date.ts';

/** A section of which all lines are comments is none. */
const section = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);

/** Ids may be written without quotes, while they are whole numbers that lose no digit. */
const text = z
  .union([z.string().min(1), z.int()], { error: 'must be a text; ids with letters want "quotes"' })
  .transform(String);
const texts = z.union([z.array(text).min(1), text.transform((one) => [one])], {
  error: 'must be a text, or a list of texts: [a, "b*"]',
});

const zone = z.string().refine(isZone, { error: 'must be an IANA zone, such as UTC or Europe/Berlin' });

const date = z
  .string({ error: 'must be a date, YYYY-MM-DD' })
  .transform((day) => parseTimestamp(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00` : day, (local) => local))
  .refine((seconds) => seconds !== undefined && !Number.isNaN(seconds), {
    error: 'must be a date, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS',
  });

/** A date whose zone is that of the logs: it is read where that is known. */
const localDate = z.string({ error: 'must be a date, YYYY-MM-DD or YYYY-MM-DDTHH:MM' }).refine(isEventDate, {
  error: 'must be a date, YYYY-MM-DD or YYYY-MM-DDTHH:MM',
});

const event = z.strictObject({ date: localDate, note: text });

const projectRule = z
  .strictObject({ accounts: texts.optional(), users: texts.optional(), names: texts.optional() })
  .refine((rule) => Object.keys(rule).length > 0, { error: 'must name accounts, users or names' });

const hardwareRule = z
  .strictObject({
    nodes: z.string().optional(),
    partition: z.string().optional(),
    gpu: z.string(),
    gpusPerNode: z.number().positive({ error: 'must be more than 0' }).optional(),
  })
  .refine((rule) => rule.nodes !== undefined || rule.partition !== undefined, {
    error: 'must name nodes or a partition',
  });

const correction = z
  .strictObject({
    /** Ids, ranges of ids, names with `*`, ids of W&B runs and sweeps. */
    runs: texts,
    name: z.string().min(1).optional(),
    kind: z.enum(SWEEP_KINDS).optional(),
    isSweep: z.boolean().optional(),
    cluster: z.string().optional(),
    from: date.optional(),
    until: date.optional(),
  })
  .refine(({ isSweep, name, kind }) => isSweep !== false || (name === undefined && kind === undefined), {
    error: 'has a name or a kind, and isSweep: false: what is no sweep has neither',
  });

/** A metric in the output files of jobs. */
const outputMetric = z.strictObject({
  name: z.string().min(1),
  goal: z.enum(['min', 'max']).optional(),
  pattern: z.string().refine(hasGroup, {
    error: "must be a regular expression with a group around the number, such as 'val_acc=([0-9.]+)'",
  }),
  /** Where the output of a job is, as `sbatch --output` says it, with `*` and `?`; from the folder of the configuration. */
  files: z.string().min(1),
});

/** What a user says of a project in `runledger.yaml`. */
export const SCHEMA = z.strictObject({
  project: text.optional(),
  timezone: zone.optional(),
  method: z.string().optional(),
  region: z.string().optional(),
  /** Methods of the user's own, by name. */
  methods: section(z.record(z.string().min(1), OWN_METHOD)),
  /** Job or run whose model was published. */
  published: text.optional(),
  /** What the paper says: a claim that comes with runledger, or a file of figures, from here. `audit` holds it against the logs. */
  claim: z.string().min(1).optional(),
  /** By which metric of a tracker, a table or output files runs are compared, and which way it is better. */
  metric: z
    .union([outputMetric, z.string().min(1)], {
      error: 'must be the name of a metric, or name:, pattern: and files: of one in the output of jobs',
    })
    .optional(),
  goal: z.enum(['min', 'max']).optional(),
  /** How the page writes numbers. */
  locale: z.enum(LOCALES).optional(),
  /** Which jobs each project has. */
  projects: section(
    z
      .record(
        z.string(),
        z.union([projectRule.transform((rule) => [rule]), z.array(projectRule).min(1)], {
          error: 'must be accounts:, users: or names:, or a list of such',
        }),
      )
      .refine((projects) => Object.keys(projects).length > 0, { error: 'must name a project' }),
  ),
  /** What sweeps are, whatever the logs show. */
  sweeps: section(z.array(correction)),
  /** What happened in the project: drawn over time. */
  events: section(z.array(event)),
  /** The GPUs of nodes or partitions, where the logs do not name or count them. */
  hardware: section(z.array(hardwareRule)),
  /** How tables of jobs are to be read, where they do not tell it themselves. */
  table: section(
    z.strictObject({
      /** What columns say, by their headers. */
      columns: section(z.record(z.string(), z.enum(ROLES))),
      /** Units of durations, memory and energy, by their columns' headers. */
      units: section(
        z.record(
          z.string(),
          z
            .string()
            .refine(
              (unit) =>
                [secondsOf(unit), gbOf(unit), joulesOfUnit(unit, unit.toLowerCase())].some(
                  (size) => !Number.isNaN(size),
                ),
              {
                error:
                  'must be seconds, minutes, hours or days, of memory KB, MB, GB or TB, or of energy J, kJ, MJ, Wh or kWh',
              },
            ),
        ),
      ),
      dates: z.enum(['day-first', 'month-first']).optional(),
      clock: z.enum(['minutes:seconds', 'hours:minutes']).optional(),
      decimal: z.enum(['point', 'comma']).optional(),
      /** Zone of their times, where it is not that of the other logs. */
      timezone: zone.optional(),
    }),
  ),
  slurm: section(
    z.strictObject({
      /** Columns of `sacct -n` output, in order: a list, or a text as given to `sacct -o`. */
      columns: z
        .union([z.array(z.string()), z.string().transform((names) => names.split(','))], {
          error: 'must be a list of columns, or a text as given to sacct -o',
        })
        .optional(),
    }),
  ),
});

export type Config = Partial<z.infer<typeof SCHEMA>>;

function isZone(name: string): boolean {
  try {
    zoneConverter(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is a regular expression with a group: with nothing as an alternative it fits anything, and tells its groups. */
function hasGroup(pattern: string): boolean {
  try {
    return (new RegExp(`${pattern}|`).exec('') ?? []).length > 1;
  } catch {
    return false;
  }
}
