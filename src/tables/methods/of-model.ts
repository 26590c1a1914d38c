import { findGpu, isOf } from '../hardware/gpus.ts';

/** What is said of a model, or of all boards of its kind: what is said of `A100` holds for an `A100 SXM 80 GB`. The narrowest that holds. */
export function ofModel<T>(said: ReadonlyMap<string, T>, model: string): T | undefined {
  const exact = said.get(model);
  const specific = findGpu(model);
  if (exact !== undefined || specific === undefined) return exact;
  const holding = [...said.keys()].map(findGpu).filter((general) => general !== undefined && isOf(specific, general));
  const [narrowest] = holding.sort((a, b) => (a?.boards.length ?? 0) - (b?.boards.length ?? 0));
  return narrowest === undefined ? undefined : said.get(narrowest.name);
}
