/** A number from 0 for each different text, in order of first appearance; −1 for empty ones. */
export function numberGroups(labels: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return labels.map((label) => {
    if (label === '') return -1;
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}
