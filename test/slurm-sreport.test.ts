import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { analyse } from '../src/analysis/analyse.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { defaultMethod } from '../src/tables/methods/default.ts';
import { describeShared } from './support/shared-data.ts';

// `sreport` adds up what GPUs were allocated, from Slurm's own hourly sums. It is the one total of the cluster that no one made from rows of `sacct`.

/** The end of the hours that had been summed when the dump was taken; all jobs started in the last of them. */
const SUMMED_UNTIL = Date.parse('2026-11-23T04:00:00Z') / 1000;

/**
 * What `sreport` counts and a report does not, GPU-seconds by type. It goes on counting while a job is suspended: job 129 for 9 s on a titanx, job 142 from 3 s after its
 * start at 03:56:05 on, on an a100. And it counts four GPUs of the resized job 130 twice, from its start to the resize, on 4 + 4 titanx.
 */
const SUSPENDED = { titanx: 9, m40: 0, a100: 3600 - (56 * 60 + 5) - 3 };
const RESIZED_TWICE = { titanx: 4 * 4, m40: 0, a100: 0 };

/** Of `sreport cluster utilization -P -t Seconds`: allocated seconds by the name of what was allocated. */
const allocated = (text: string): Map<string, number> =>
  new Map(
    text
      .split('\n')
      .map((line) => line.split('|'))
      .map(([, name = '', seconds = '']) => [name, Number(seconds)]),
  );

/** GPU-seconds of a report up to a time, by type. */
function gpuSeconds({ ledger }: ProjectFacts, until: number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const wall = ledger.wall[attempt] as number;
    if (wall === 0) continue;
    const seconds = Math.min(wall, until - (ledger.start[attempt] as number));
    const [type = '', gpus = ''] = ledger.table.gpuTypes.at(ledger.row[attempt] as number).split('=');
    if (type !== '') sums[type] = (sums[type] ?? 0) + seconds * Number(gpus);
  }
  return sums;
}

describeShared("finding 5: the cluster's own totals of GPU time", 'slurm/real-22.05/', (folder) => {
  const path = (name: string): string => fileURLToPath(new URL(name, folder));

  it.each(['titanx', 'm40', 'a100'] as const)(
    'equal those of the report for %s, but for suspensions and a resize',
    async (type) => {
      const intake = await ingest([path('parsable2-core.txt')], { zone: 'UTC' });
      const facts = analyse(intake, {
        projectName: 'lisa',
        version: '0',
        method: defaultMethod(undefined),
        selection: {},
      });
      const sreport = allocated(readFileSync(path('sreport-cluster.txt'), 'utf8')).get(`gres/gpu:${type}`);
      expect(sreport).toBeGreaterThan(800);
      expect(gpuSeconds(facts, SUMMED_UNTIL)[type]).toBe((sreport ?? 0) - SUSPENDED[type] - RESIZED_TWICE[type]);
    },
  );
});
