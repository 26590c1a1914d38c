import type { ClaimEntry, SaidPrice } from '../model/paper-claim.ts';
import { findGpu } from '../tables/hardware/gpus.ts';

/** How the price of a thing falls to what an entry counts. */
export interface PriceSharing {
  /** What is counted, singular: `GPU`; undefined where it is the thing itself, or whatever the entry counts. */
  readonly counted?: string;
  /** How many of these are in one thing of which the price is; undefined where that is not said. */
  readonly inside: number | undefined;
  /** Whether it is not said what is counted, and taken to be devices. */
  readonly isTaken?: true;
}

const WHOLE: PriceSharing = { inside: 1 };

/**
 * What part of a price falls to one of what is counted: an eighth of a node's to a GPU, if the price list says that a node has eight. A count without a noun is one of devices. Where the paper
 * multiplies the price of a whole by its parts all the same (`asCounted`), its sums are held to that.
 */
export function priceSharing(price: SaidPrice, entry: ClaimEntry): PriceSharing {
  if (price.asCounted === true) return WHOLE;
  const { per, holds = {} } = price;
  if (entry.countedIn !== undefined) return ofCounted(price, entry.countedIn);
  const nouns = wordsOf(countOf(entry));
  if (nouns.includes(singular(lastWord(per)))) return WHOLE;
  const named = Object.keys(holds).find((part) => nouns.includes(singular(lastWord(part))));
  if (named !== undefined) return { counted: named, inside: holds[named] };
  const parts = Object.keys(holds);
  if (parts.length === 0 || isDevice(per)) return WHOLE;
  const devices = parts.length === 1 ? parts : parts.filter((part) => singular(part) === 'gpu');
  const [counted] = devices;
  if (counted === undefined) return { counted: 'device', inside: undefined };
  return { counted, inside: holds[counted], isTaken: true };
}

function ofCounted({ per, holds = {} }: SaidPrice, counted: string): PriceSharing {
  const isWhole = singular(counted) === singular(per) || (singular(counted) === 'gpu' && findGpu(per) !== undefined);
  if (isWhole) return WHOLE;
  const part = Object.keys(holds).find((each) => singular(each) === singular(counted));
  return { counted, inside: part === undefined ? undefined : holds[part] };
}

function countOf({ count }: ClaimEntry): string {
  const first = Array.isArray(count) ? count[0] : count;
  return (typeof first === 'object' && 'says' in first ? first.says : (first as string | undefined)) ?? '';
}

const singular = (word: string): string => word.toLowerCase().replace(/s$/, '');
const wordsOf = (text: string): readonly string[] => (text.match(/[A-Za-z]+/g) ?? []).map(singular);
const lastWord = (text: string): string => text.trim().split(/\s+/).at(-1) ?? '';

/** `GPU`, `GPU-hour`, `Cloud TPU device`, `A100`; not `GPU node`. */
const isDevice = (per: string): boolean =>
  /^(?:gpu|tpu|device|accelerator|chip|card|core)s?(?:-h(?:ours?)?)?$/i.test(lastWord(per)) ||
  findGpu(per) !== undefined;
