import { describe, expect, it } from 'vitest';
import { html } from '../../../src/report/render/html.ts';
import { assumptions } from '../../../src/report/sections/assumptions.ts';
import { breakdown } from '../../../src/report/sections/breakdown.ts';
import { reconciliation } from '../../../src/report/sections/reconciliation.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const draw = async () => html``;
const facts = sampleFacts();

describe('where it went', () => {
  it('splits by outcome, hardware and user, the largest first', async () => {
    const text = textOf(await breakdown.render(facts, draw));
    expect(text).toContain('Titan X 3,448 172,758 72% Tesla M40 1,341 67,184 28%');
    expect(text).toMatch(/completed 4,123 206,590 86% failed 249 12,477 5\.2%/);
  });

  it('names unknown hardware, absent users and the rest of many', async () => {
    const byUser = Array.from({ length: 50 }, (_, index) => ({
      key: index === 0 ? '' : `user${index}`,
      attempts: 1,
      gpuHours: 50 - index,
    }));
    const byModel = [{ key: 'unknown', attempts: 1, gpuHours: 1 }];
    const text = textOf(await breakdown.render({ ...facts, byUser, byModel }, draw));
    expect(text).toContain('GPU of unknown model 1 1 100%');
    expect(text).toContain('not stated 1 50 3.9%');
    expect(text).toContain('10 others 10 55 4.3%');
  });
});

describe('from log files to totals', () => {
  it('is a sum that a reader can check, with files, hashes and findings', async () => {
    const text = textOf(await reconciliation.render(facts, draw));
    expect(text).toContain('records read the rows above add up to it 14,423');
    expect(text).toContain(`logs/sacct-2017-06.txt slurm-sacct 2,400 812 kB ${'0d'.repeat(32)}`);
    expect(text).toContain('logs/sacct-2017-07.txt:1204');
    expect(text).toContain('logs/sacct-2017-06.txt'); // line 0: the file as a whole
    expect(text).not.toContain('logs/sacct-2017-06.txt:0');
  });

  it('puts places of one file together', async () => {
    const places = [74, 76, 186].map((line) => ({ file: 'a.txt', line }));
    const diagnostics = [
      { ...facts.diagnostics[0], examples: [...places, { file: 'b.txt', line: 1 }] },
    ] as typeof facts.diagnostics;
    expect(textOf(await reconciliation.render({ ...facts, diagnostics }, draw))).toMatch(
      /a\.txt:74, 76, 186\s*b\.txt:1/,
    );
  });

  it('says when the sum does not hold', async () => {
    const ledger = { ...facts.ledger, reconciliation: { ...facts.ledger.reconciliation, records: 14_425 } };
    expect(textOf(await reconciliation.render({ ...facts, ledger }, draw))).toContain('differ from it by 2');
  });

  it('says when nothing was read', async () => {
    expect(textOf(await reconciliation.render(emptyFacts(), draw))).toContain(
      'Nothing odd was found in the logs. No log file was read.',
    );
  });
});

describe('assumptions', () => {
  it('give each constant with range, unit and source', async () => {
    const section = await assumptions.render(facts, draw);
    expect(textOf(section)).toContain('mean power of one Titan X 217 W 198–242 – published as the study has it:');
    expect(section.text).toContain('<a href="https://arxiv.org/abs/1906.02243" rel="noreferrer">');
  });

  it('work the figures out by hand to what the page says', async () => {
    const text = textOf(await assumptions.render(facts, draw));
    // 172,758.24 h × 217 W and 67,183.76 h × 217 W; × 1.58; × 0.12 $/kWh
    expect(text).toContain('Titan X 172,758 GPU-hours 217 W 37,489 kWh Tesla M40 67,184 GPU-hours 217 W 14,579 kWh');
    expect(text).toContain('the building’s overhead (PUE) 52,067 kWh 1.58 82,267 kWh');
    expect(text).toContain('electricity 82,267 kWh 0.12 $/kWh $9,872');
    expect(text).toContain(
      'The page’s own middle figures: 82,267 kWh, 35,599 kg CO₂e, $9,872 of electricity, $350k of cloud rent.',
    );
  });

  it('need no figures', async () => {
    expect(textOf(await assumptions.render(emptyFacts(), draw))).toContain('No constant was needed.');
  });
});
