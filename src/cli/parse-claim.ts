import { claimProblems } from '../audit/claim-problems.ts';
import { AppError } from '../errors.ts';
import type { PaperClaim } from '../model/paper-claim.ts';
import { CLAIM_SCHEMA, NO_DATE } from './claim-schema.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Reads the text of a claim.
 *
 * @throws AppError that names the line of what is no YAML, is not known, is no figure or no formula
 */
export function parseClaim(text: string, path: string, name: string): PaperClaim {
  const { content, lineOf } = parseYaml(text, path, CLAIM_SCHEMA);
  const { title, citation = { source: title, date: NO_DATE } } = content;
  const claim: PaperClaim = { ...content, name, citation };
  const [problem] = claimProblems(claim);
  if (problem === undefined) return claim;
  const reason = `${problem.path.filter((key) => typeof key === 'string').join('.')}: ${problem.problem}`;
  throw new AppError({ code: 'bad-config', path, line: lineOf(...problem.path), reason });
}
