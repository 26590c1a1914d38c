/** So many slips of the pen at most make one word of another. Our own judgement. */
const MOST_SLIPS = 2;

/** The word that was probably meant: the closest of those that are allowed, if it is close; undefined for none. */
export function closest(word: string, allowed: readonly string[]): string | undefined {
  const known = allowed.map((each) => ({ each, slips: slipsBetween(word.toLowerCase(), each.toLowerCase()) }));
  const [best] = known.sort((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.min(MOST_SLIPS, word.length / 2) ? best.each : undefined;
}

/** Letters to add, leave out or change (Levenshtein's distance). */
function slipsBetween(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, place) => place);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let place = 1; place <= right.length; place++) {
      const changed = (above[place - 1] as number) + Number(left[row - 1] !== right[place - 1]);
      current.push(Math.min(changed, (above[place] as number) + 1, (current[place - 1] as number) + 1));
    }
    above = current;
  }
  return above[right.length] as number;
}
