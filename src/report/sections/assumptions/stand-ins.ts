import type { ProjectFacts } from '../../../model/facts.ts';
import type { Rate } from '../../../model/method.ts';
import { amount, usd, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { modelName } from '../../render/names.ts';
import { captioned, cell, type Row } from '../../render/table.ts';

/** Hardware of this project that has no price of its own, and what it is priced as. */
export function standIns({ usage, method }: ProjectFacts): Html {
  const rows = [...usage.gpuHoursByModel].flatMap(([model, hours]) => {
    const price = method.gpuPrice(model === 'unknown' ? '' : model);
    return price.standIn === undefined ? [] : [rowOf(modelName(model), hours, price, price.standIn)];
  });
  if (rows.length === 0) return html``;
  return html`<h3>Hardware without a cloud price</h3>
${captioned({
  id: 'stand-ins',
  caption: 'GPUs of this project that nobody on the price list rents, and the nearest that is rented.',
  columns: [
    { head: 'GPU' },
    { head: 'GPU-hours', kind: 'number' },
    { head: 'Priced as' },
    { head: '$ per hour', kind: 'number' },
    { head: 'Why', kind: 'prose' },
  ],
  rows,
})}`;
}

function rowOf(model: string, hours: number, price: Rate, standIn: string): Row {
  const why = price.basis.find(({ kind }) => kind === 'assumed')?.note ?? '';
  return {
    cells: [
      cell(model),
      cell(amount(hours), hours),
      cell(standIn),
      cell(`${usd(price.value)} (${usdSpan(price)})`, price.value),
      cell(why),
    ],
  };
}
