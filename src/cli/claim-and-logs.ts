import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import type { PaperClaim } from '../model/paper-claim.ts';
import { findClaim } from '../tables/claims/registry.ts';
import { readConfig } from './config.ts';
import type { ConfigFile } from './parse-config.ts';
import { readClaim } from './read-claim.ts';

interface ClaimAndLogs {
  readonly claim: PaperClaim;
  /** The logs; none where the claim is held against itself alone. */
  readonly paths: readonly string[];
  readonly file: ConfigFile;
}

/**
 * What `audit` was given: a claim and logs, or logs alone, beside which `runledger.yaml` names the claim.
 *
 * @throws AppError when nothing names a claim, or it cannot be read
 */
export async function claimAndLogs(
  first: string | undefined,
  others: readonly string[],
  config: string | undefined,
): Promise<ClaimAndLogs> {
  const isClaim = first !== undefined && (findClaim(first) !== undefined || !isDirectory(first));
  const paths = isClaim || first === undefined ? others : [first, ...others];
  const file = await readConfig(config, paths);
  return { claim: isClaim ? await readClaim(first) : await claimIn(file), paths, file };
}

const isDirectory = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The claim that a configuration names, which is found from where the configuration is. */
async function claimIn(file: ConfigFile): Promise<PaperClaim> {
  const { claim } = file.config;
  if (claim === undefined) throw new AppError({ code: 'no-claim', path: file.path });
  if (findClaim(claim) !== undefined) return readClaim(claim);
  const path = join(dirname(file.path), claim);
  if (existsSync(path)) return readClaim(path);
  const reason = `claim: ${claim} is neither a file there nor a claim that comes with runledger`;
  throw new AppError({ code: 'bad-config', path: file.path, line: file.lineOf('claim'), reason });
}
