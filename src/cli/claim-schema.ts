import { z } from 'zod';
import { CONSTANT_FIELDS, ENTRY_FIELDS } from '../model/claim-fields.ts';
import { CLAIM_SCOPES, SCOPE_PARTS } from '../model/paper-claim.ts';
import { findMethod } from '../tables/methods/registry.ts';

/** A text as printed; numbers are taken as they are written. */
const printed = z
  .union([z.string().min(1), z.number()], { error: 'must be a text as printed, with its unit' })
  .transform(String);

const figureKeys = {
  says: printed,
  reads: printed.optional(),
  at: printed.optional(),
  title: z.string().optional(),
  exact: z.boolean().optional(),
};
const figure = z.strictObject(figureKeys);

const said = z.union([figure, printed, z.array(z.union([figure, printed])).min(1)], {
  error: 'must be a text as printed, or keys says: and at:, or a list of these',
});

/** What stands for the date of a source where none is given. */
export const NO_DATE = 'no date given';

/** Names that formulas can speak of. */
const name = z.string().regex(/^[A-Za-z][\w-]*$/, { error: 'must be letters, figures and hyphens, a letter first' });

const named = <Schema extends z.ZodType>(schema: Schema) => z.record(name, schema);

const fieldsOf = <Field extends string>(fields: Readonly<Record<Field, unknown>>) =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, said.optional()])) as Record<
    Field,
    z.ZodOptional<typeof said>
  >;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date, YYYY-MM-DD' });

const hardware = z.union([z.array(z.strictObject({ says: z.string(), at: printed.optional() })).min(1), z.string()], {
  error: 'must be a name of hardware, or a list with says: and at:',
});

const entry = z.strictObject({
  ...fieldsOf(ENTRY_FIELDS),
  ...fieldsOf(CONSTANT_FIELDS),
  title: z.string().optional(),
  scope: z.enum(CLAIM_SCOPES).optional(),
  hardware: hardware.optional(),
  measuredOn: z.string().optional(),
  pricedAs: z.string().optional(),
  countedIn: z.string().optional(),
  scaledFrom: z.string().optional(),
  shares: z.record(z.string(), said).optional(),
  from: day.optional(),
  until: day.optional(),
});

const citation = z
  .strictObject({ source: z.string(), url: z.url().optional(), date: printed.optional() })
  .transform(({ source, url, date = NO_DATE }) => ({ source, date, ...(url === undefined ? {} : { url }) }));

const method = z.string().refine(isMethod, { error: 'must be a method of runledger, such as default' });

/** What a user says that a paper claims. */
export const CLAIM_SCHEMA = z.strictObject({
  title: z.string().min(1),
  citation: citation.optional(),
  method: method.optional(),
  constants: z.strictObject(fieldsOf(CONSTANT_FIELDS)).optional(),
  prices: z
    .record(
      z.string(),
      z.strictObject({
        ...figureKeys,
        per: z.string(),
        holds: z.record(z.string(), z.number().positive()).optional(),
        asCounted: z.boolean().optional(),
      }),
    )
    .optional(),
  entries: named(entry).refine((entries) => Object.keys(entries).length > 0, { error: 'must name an entry' }),
  figures: named(said).optional(),
  relations: z.array(z.strictObject({ formula: z.string().max(1000), why: z.string() })).optional(),
  cited: z
    .array(
      z.strictObject({
        constant: z.enum(Object.keys(CONSTANT_FIELDS) as [keyof typeof CONSTANT_FIELDS]),
        cites: z.string(),
        editions: z.array(figure).min(1),
      }),
    )
    .optional(),
  wordings: z
    .array(
      z.strictObject({ quantity: z.enum(['energy', 'power', 'emissions']), says: z.string(), at: printed.optional() }),
    )
    .optional(),
  covers: z.array(z.enum(Object.keys(SCOPE_PARTS) as [keyof typeof SCOPE_PARTS])).optional(),
  notes: z
    .array(
      z.union([
        z.strictObject({ text: z.string(), citation: citation.optional() }),
        z.string().transform((text) => ({ text })),
      ]),
    )
    .optional(),
});

function isMethod(text: string): boolean {
  try {
    findMethod(text);
    return true;
  } catch {
    return false;
  }
}
