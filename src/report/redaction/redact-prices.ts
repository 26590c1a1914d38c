import type { ProjectFacts } from '../../model/facts.ts';
import type { Rate } from '../../model/method.ts';

type Priced = Pick<ProjectFacts, 'method' | 'assumptions' | 'usage' | 'causes'>;

/** Replaces the names of partitions that have a price of their own, wherever they stand. */
export function redactPrices(facts: ProjectFacts, partition: (name: string) => string): Priced {
  const { method, assumptions, usage, causes } = facts;
  const { partitionPrice } = method;
  if (partitionPrice === undefined) return { method, assumptions, usage, ...(causes === undefined ? {} : { causes }) };
  const names = new Map(
    [...partitionPrice].map(([name, { name: rate }]) => [rate, rate.replace(name, partition(name))]),
  );
  const shown = (name: string): string => names.get(name) ?? name;
  const renamed = (rate: Rate): Rate => ({ ...rate, name: shown(rate.name) });
  const apart = [...(usage.pricedApart ?? [])].map(([name, hours]) => [partition(name), hours] as const);
  return {
    method: {
      ...method,
      partitionPrice: new Map([...partitionPrice].map(([name, rate]) => [partition(name), renamed(rate)])),
    },
    assumptions: assumptions.map(renamed),
    usage: usage.pricedApart === undefined ? usage : { ...usage, pricedApart: new Map(apart) },
    ...(causes === undefined
      ? {}
      : { causes: { ...causes, cloudUsd: causes.cloudUsd.map((each) => ({ ...each, cause: shown(each.cause) })) } }),
  };
}
