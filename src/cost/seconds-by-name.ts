/** Seconds by name. */
export type Seconds = Map<string, number>;

export const addSeconds = (sums: Seconds, name: string, seconds: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + seconds);
};
