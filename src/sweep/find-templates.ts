import type { JobScanner } from './job-scanner.ts';
import type { RunView } from './run-view.ts';

/** Runs by template: runs whose user, directory, name and command differ in values only. */
export interface Templates {
  readonly count: number;
  /** Runs of a template, in order of submission. */
  readonly runsOf: (template: number) => Uint32Array;
}

/** Finds the template of every run. One scan of each text; memory is 8 bytes a run and one entry a template. */
export function findTemplates(view: RunView, scanner: JobScanner): Templates {
  const numbers = new Map<number, number>();
  const templateOf = new Uint32Array(view.count);
  const sizes: number[] = [];
  for (let run = 0; run < view.count; run++) {
    scanner.scan(view.first[run] as number);
    const hash = scanner.slots.template();
    let template = numbers.get(hash);
    if (template === undefined) {
      template = sizes.push(0) - 1;
      numbers.set(hash, template);
    }
    templateOf[run] = template;
    sizes[template] = (sizes[template] as number) + 1;
  }
  return bucket(templateOf, sizes);
}

/** Sorts runs into buckets by counting: stable, linear. */
function bucket(templateOf: Uint32Array, sizes: readonly number[]): Templates {
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, template) => {
    starts[template + 1] = (starts[template] as number) + size;
  });
  const filled = starts.slice(0, -1);
  const runs = new Uint32Array(templateOf.length);
  templateOf.forEach((template, run) => {
    runs[filled[template] as number] = run;
    filled[template] = (filled[template] as number) + 1;
  });
  return { count: sizes.length, runsOf: (template) => runs.subarray(starts[template], starts[template + 1]) };
}
