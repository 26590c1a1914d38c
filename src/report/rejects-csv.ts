import type { ProjectFacts } from '../model/facts.ts';
import { CsvWriter } from './csv-writer.ts';

/** One row a record that was set aside: `rejects.csv`, in pieces; the header alone when there are none. */
export function* rejectsCsv({ rejects }: ProjectFacts): Generator<Uint8Array> {
  const csv = new CsvWriter('file,line,rule,reason,text');
  for (const { file, line, rule, reason, text } of rejects) {
    csv.text(file);
    csv.number(line);
    for (const cell of [rule, reason, text]) csv.text(cell);
    csv.endRow();
    if (csv.isFull()) yield* csv.rest();
  }
  yield* csv.rest();
}
