/** The last word of a header of what jobs cost, when and where they were, and where they wrote: neither a hyperparameter nor a result. */
const LAST_WORD =
  /^(?:costs?|kosten|co[uû]ts?|prices?|preis|prix|usd|eur|euros?|dollars?|cents|credits?|billed|billing|invoice|updated|modified|changed|created|completed|date|datum|timestamp|pods?|hostname|host|node|nodename|machine|server|ip|pid|loc|url|uri|link|href|logdir|outdir|workdir|cwd|filename|co2|co2e|co2eq|emissions)$/;
/** Words that say so alone, or behind one that says what for: `model_path` may be chosen. */
const WHERE = /^(?:path|dir|directory|folder|file|logs?)$/;
const OF_OUTPUT = /^(?:logs?|out|output|outputs|results?|save|work|working|run|job|stdout|stderr|ckpt|checkpoints?)$/;
/** Times of parts of a job, with or without their unit: `queue time`, `cpu_time`, `eval_time_h`. */
const TIME = /^(?:time|times|zeit|duration|dauer)$/;
const UNIT = /^(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|usd|eur|kg|g)$/;
/** `max_time` and `time_limit` are set. */
const BOUND = /^(?:max|min|limit|timeout|target|budget|warmup)$/;

/** Whether a header says of a column that it is neither a hyperparameter nor a result: costs, times, places. */
export function isOfNeither(header: string): boolean {
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && UNIT.test(words.at(-1) as string) && !LAST_WORD.test(words.at(-1) as string)) words.pop();
  const [last = '', before = ''] = [words.at(-1), words.at(-2)];
  if (words.some((word) => BOUND.test(word))) return false;
  if (LAST_WORD.test(last)) return true;
  if (TIME.test(last)) return words.length > 1;
  return WHERE.test(last) && (words.length === 1 || OF_OUTPUT.test(before));
}
