import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { renderHtml } from '../../src/report/html.ts';
import { redact } from '../../src/report/redact.ts';
import { filesOf, readCsv } from '../support/files-of.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

/** Words that stand nowhere in a report by themselves. */
const SECRETS = [
  'quokka',
  'wombat',
  'numbat',
  'dingo',
  'bilby',
  'kowari',
  'potoroo',
  'dunnart',
  'mulgara',
  'bettong',
] as const;
type Secret = (typeof SECRETS)[number];

function secretFacts([
  user,
  account,
  cluster,
  partition,
  name,
  path,
  directory,
  value,
  text,
  study,
]: readonly Secret[]): ProjectFacts {
  const jobs: JobSketch[] = ['0.1', '0.2', '0.3', '0.4'].map((lr, index) => ({
    name: `${name}_lr${lr}`,
    user: `${user}`,
    account: `${account}`,
    cluster: `${cluster}`,
    partition: `${partition}`,
    workDir: `/home/${directory}/lisa`,
    command: `sbatch -J ${name}_lr${lr} /home/${directory}/t.sh --lr ${lr} --data ${index % 2 === 0 ? value : 'other'} --study-name ${study}`,
    submit: T0 + index,
    elapsed: (1 + index) * HOUR,
  }));
  const file = `${path}/sacct.txt`;
  const diagnostics = new Diagnostics();
  const place = { file, line: 3 };
  diagnostics.note('file-unreadable', 'error', `files that could not be read (EACCES: '/home/${directory}/x')`, place);
  diagnostics.note('slurm-time', 'error', `records set aside: Submit "${text}" is no time`, {
    file: `${path}/b.txt`,
    line: 9,
  });
  const rejects = [{ ...place, rule: 'slurm-time', reason: `Submit "${text}" is no time`, text: `9|${name}|${text}` }];
  const events = [{ at: T0, local: T0, isDay: false, note: `deadline of ${study}` }];
  const lost: JobSketch = {
    name: `${name}`,
    user: `${user}`,
    submit: T0 + 9 * HOUR,
    state: 'failed',
    elapsed: 90 * HOUR,
  };
  return factsOf([...jobs, lost], {
    events,
    diagnostics,
    rejects,
    path: file,
  });
}

const secrets = fc.shuffledSubarray([...SECRETS], { minLength: SECRETS.length });
const leaks = (text: string): string[] => SECRETS.filter((secret) => text.toLowerCase().includes(secret));

describe('redacted facts', () => {
  it('are made from facts that hold every secret', () => {
    expect(leaks(Object.values(filesOf(secretFacts(SECRETS))).join())).toEqual([...SECRETS]);
  });

  it('leave no user, account, cluster, partition, job name, path, value or text of a record in any file', () => {
    fc.assert(
      fc.property(secrets, (words) => {
        for (const [name, text] of Object.entries(filesOf(redact(secretFacts(words))))) {
          expect([name, leaks(text)]).toEqual([name, []]);
        }
      }),
    );
  });

  it('leave none in the page', async () => {
    const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
    expect(leaks(await renderHtml(secretFacts(SECRETS), { sha256Base64 }))).not.toEqual([]);
    expect(leaks(await renderHtml(redact(secretFacts(SECRETS)), { sha256Base64 }))).toEqual([]);
  });

  it('keep figures, times, hardware and numeric hyperparameters', () => {
    const [plain, redacted] = [secretFacts(SECRETS), redact(secretFacts(SECRETS))].map(
      (facts) => readCsv(filesOf(facts)['jobs.csv'] as string).rows,
    );
    const kept = [
      'attempt_id',
      'state',
      'submitted_utc',
      'wall_seconds',
      'gpu_model',
      'gpu_hours',
      'cloud_usd',
      'sweep_id',
    ];
    plain?.forEach((row, index) => {
      for (const column of kept) expect(redacted?.[index]?.[column]).toBe(row[column]);
    });
    expect(JSON.parse(redacted?.[1]?.params_json ?? '')).toEqual({ lr: '0.2', data: 'text-2' });
  });

  it('give one person one number, and another another', () => {
    const facts = redact(factsOf([{ user: 'ines' }, { user: 'tomas' }, { user: 'ines' }, { user: '' }]));
    const users = readCsv(filesOf(facts)['jobs.csv'] as string).rows.map(({ user }) => user);
    expect(users[0]).toBe(users[2]);
    expect(new Set(users).size).toBe(3);
    expect(users[3]).toBe('');
    expect(facts.byUser.map(({ key }) => key)).toContain(users[0]);
  });
});
