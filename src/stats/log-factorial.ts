/** ln n! of the counts asked for so far, from 0. Sums of logarithms: exact to a few units in the last place, where n! itself overflows at 171. */
const known: number[] = [0];

/** ln n!, for a whole n ≥ 0. */
function logFactorial(n: number): number {
  for (let next = known.length; next <= n; next++) known.push((known[next - 1] as number) + Math.log(next));
  return known[n] as number;
}

/** The logarithm of the number of ways to choose `some` of `all`; −Infinity where there is none. */
export const logChoose = (all: number, some: number): number =>
  some < 0 || some > all ? Number.NEGATIVE_INFINITY : logFactorial(all) - logFactorial(some) - logFactorial(all - some);

/** The chance that none of `marked` ones of `all` is among `some` that are drawn at random without replacement. */
export const chanceOfNone = (all: number, marked: number, some: number): number =>
  Math.exp(logChoose(all - marked, some) - logChoose(all, some));
