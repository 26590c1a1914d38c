/** The same job id this long after the last attempt's end is another job: no cluster uses up its ids faster. Our own judgement. */
export const LONGEST_PAUSE_SECONDS = 30 * 86_400;
