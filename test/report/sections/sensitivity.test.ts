import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html.ts';
import { redact } from '../../../src/report/redact.ts';
import { reportJson } from '../../../src/report/report-json.ts';
import { drawnSweep } from '../../support/drawn-sweep.ts';
import { textOfPieces } from '../../support/files-of.ts';
import { factsFrom } from '../../support/read-logs.ts';

const at = (minutes: number): string => new Date(Date.UTC(2024, 2, 1) + 60_000 * minutes).toISOString();

/** A table of a grid in which `secret` decides the metric and `size` the time. */
async function gridFacts() {
  const { columns, y } = drawnSweep({ seed: 3, values: { secret: 3, size: 3 }, repeats: 3, effects: { secret: 5 } });
  const rows = y.map((metric, row) => {
    const size = columns.size?.[row] as string;
    const minutes = 60 * (1 + Number(size.slice(-1))) + (row % 3);
    return [
      'grid',
      at(0),
      at(1),
      at(1 + minutes),
      1,
      'completed',
      columns.secret?.[row],
      size,
      columns.seed?.[row],
      metric,
    ].join();
  });
  return factsFrom({
    'grid.csv': ['name,submitted,start,end,gpus,state,secret,size,seed,val_acc', ...rows, ''].join('\n'),
  });
}

describe('the part on sensitivity', () => {
  it('says what results and lengths depend on, in page and data', async () => {
    const facts = await gridFacts();
    const page = await renderHtml(facts, { sha256Base64: () => 'x' });
    const part = /<section id="sensitivity"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
    expect(part).not.toContain('could not be made');
    expect(page).toContain('<a href="#sensitivity">');
    const rows = [...part.matchAll(/<bdi>(secret|size)<\/bdi>/g)].map(([, name]) => name);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    const { sensitivity } = JSON.parse(textOfPieces(reportJson(facts)));
    const [told] = Object.values<Record<string, { parameters: { keys: string[]; standing: string; swing: number }[] }>>(
      sensitivity.sweeps,
    );
    const mattering = (of: string) => told?.[of]?.parameters.filter(({ standing }) => standing === 'matters');
    expect(mattering('effects')?.map(({ keys }) => keys)).toEqual([['secret']]);
    expect(mattering('cost')?.map(({ keys }) => keys)).toEqual([['size']]);
    expect(Math.exp(mattering('cost')?.[0]?.swing ?? 0)).toBeCloseTo(3, 1); // 180 min against 60 min
  });

  it('keeps words to itself where names are left out', async () => {
    const facts = redact(await gridFacts());
    const page = await renderHtml(facts, { sha256Base64: () => 'x' });
    for (const text of [page, textOfPieces(reportJson(facts))]) expect(text).not.toMatch(/secret[012]|size[012]/);
  });
});
