/** What a header calls a GPU, and what it says beside it of how many: letters and digits alone, in lower case. */
const DEVICE = '(?:gpudevice|gpucard|graphicscard|gpu|device|card|accelerator|grafikkarte|karte)(s|n|en)?';
const COUNT_WORD =
  'numbers?|num|nr|no|nbr?|n|counts?|totals?|tot|of|the|requested|req|reserved|asked|allocated|allotted|alloc|granted|assigned|used|per(?:job|run|trial|experiment)|projob|jejob|anzahl|zahl|nombre|der?|angefordert\\w{0,2}|zugeteilt\\w{0,2}|belegt\\w{0,2}|genutzt\\w{0,2}|verwendet\\w{0,2}|benutzt\\w{0,2}';
const COUNT = new RegExp(`^((?:${COUNT_WORD})*)${DEVICE}((?:${COUNT_WORD})*)$`);
/** `gpu_no` and `used_gpu` may be which one, where the plural is how many. */
const WHICH_BEHIND = /^(?:no|nr|number|used|assigned)$/;
const WHICH_BEFORE = /^(?:no|used|assigned)$/;
const REQUESTED = /req|reserved|asked|angefordert/;
const HELD = /alloc|allotted|granted|assigned|used|zugeteilt|belegt|genutzt|verwendet|benutzt/;

/** How sure a column is of how many GPUs a job held: what was requested says least, and what was allocated most. */
export const GPU_COUNT_RANKS = { requested: 1, count: 2, total: 3, held: 4 } as const;

/**
 * How surely a header says how many GPUs a job held, by its words: `no_of_gpus`, `GPUs used`, `req_gpus`, `n_devices`.
 *
 * @param bare its letters and digits alone, in lower case
 * @returns one of {@link GPU_COUNT_RANKS}; undefined for a header that does not say it
 */
export function gpuCountRank(bare: string): number | undefined {
  const [, before, plural, behind] = COUNT.exec(bare) ?? [];
  if (before === undefined || behind === undefined) return undefined;
  const words = before + behind;
  if (plural === undefined && (words === '' || WHICH_BEHIND.test(words === behind ? behind : ''))) return undefined;
  if (plural === undefined && behind === '' && WHICH_BEFORE.test(before)) return undefined;
  if (REQUESTED.test(words)) return GPU_COUNT_RANKS.requested;
  if (HELD.test(words)) return GPU_COUNT_RANKS.held;
  return words.includes('tot') ? GPU_COUNT_RANKS.total : GPU_COUNT_RANKS.count;
}

const IDS =
  /^(?:cuda|hip|rocr?|nvidia|used|assigned)*(?:visible)?(?:gpu|device|card)s?(?:ids?|ind(?:ex|exes|ices)|idx|list|indizes)$|visibledevices?$|^cudadevices?$/;

/** Whether a header says which devices of its machine a job held: `gpu_ids`, `CUDA_VISIBLE_DEVICES`. */
export const isOfGpuIds = (bare: string): boolean => IDS.test(bare);

const DEVICE_WORD = /^(?:gpus?|devices?|cards?|accelerators?|grafikkarten?|karten?)$/;
/** Words beside which a number under a GPU is an amount of something else. */
const OTHER_WORD =
  /^(?:v?ram|mem\w*|util\w*|usage|load|temp\w*|power|watts?|energy|batch\w*|bs|size|prices?|costs?|usd|eur|euros?|dollars?|rate|hours?|hrs?|h|s|secs?|seconds?|mins|minutes?|days?|times?|gpuhours|gb|gib|mb|mib|percent|pct|clock|freq\w*|mhz|speed|bandwidth|tokens?|samples?|steps?|version|driver|capability|cc|arch\w*|year|fan|idle|k?wh|j|joules|t?flops|co2\w*|emissions?|precision|seed|cores?|rank|credits?|stunden|kosten|speicher)$/;

/** Whether whole numbers under a header that says nothing else may count GPUs: `gpu_no`, `gpus_per_task`, but neither `gpu_mem` nor `per_device_batch_size`. */
export function mayCountGpus(header: string): boolean {
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => DEVICE_WORD.test(word)) && !words.some((word) => OTHER_WORD.test(word));
}
