import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../../src/ingest/source.ts';
import { wandbChart } from '../../../../src/ingest/wandb/exports/chart.ts';
import { wandbApi } from '../../../../src/ingest/wandb/exports/wandb-api.ts';
import { wandbApiCsv } from '../../../../src/ingest/wandb/exports/wandb-api-csv.ts';
import { wandbTable } from '../../../../src/ingest/wandb/exports/wandb-table.ts';
import { readWith } from '../../../support/read-source.ts';
import { wandbFixture } from '../../../support/wandb-fixture.ts';

const SCRIPT = `,summary,config,name\n${Array.from({ length: 8 }, (_, run) => `${run},"{'_wandb': {'runtime': ${run}}, '_timestamp': 1713698971.6, 'x': nan}","{'lr': 1e-05, 'm': ""it's""}",sun-${run}`).join('\n')}\n`;
const FORMS: readonly (readonly [Source, string])[] = [
  [wandbTable, wandbFixture('runs-table.csv')],
  [wandbApiCsv, SCRIPT],
  [wandbApi, wandbFixture('collected.jsonl')],
  [wandbChart, wandbFixture('chart.csv')],
];

/** Bytes put in the place of others. */
const damage = fc.array(
  fc.record({
    at: fc.nat(),
    cut: fc.nat({ max: 40 }),
    put: fc.constantFrom('', '"', "'", '{', '}', ',', '\n', '\\', '\0', 'é', '\uFEFF', '[', 'nan', '1e999'),
  }),
  { maxLength: 6 },
);

describe.each(FORMS.map(([source, text]) => ({ name: source.name, source, text })))(
  '$name that is damaged',
  ({ source, text }) => {
    it('gives jobs that are in order, or says what it set aside', () => {
      fc.assert(
        fc.property(damage, fc.integer({ min: 1, max: 3000 }), (places, size) => {
          let damaged = text;
          for (const { at, cut, put } of places) {
            const from = at % damaged.length;
            damaged = damaged.slice(0, from) + put + damaged.slice(from + cut);
          }
          const { jobs } = readWith(source, damaged, [size]);
          for (const { elapsed, jobId, gpus, tracked } of jobs) {
            expect(Number.isNaN(elapsed) || elapsed >= 0).toBe(true);
            expect(Number.isNaN(gpus) || gpus >= 0).toBe(true);
            expect([typeof jobId, tracked?.isWhole]).toEqual(['string', true]);
            for (const flat of [tracked?.config, tracked?.metrics]) JSON.parse(flat || '{}');
          }
        }),
        { numRuns: 150 },
      );
    });

    it('takes any bytes', () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readWith(source, bytes, [50])));
    });
  },
);
