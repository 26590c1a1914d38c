/** What of a name says how a GPU is built in, not which it is: `80GB`, `SXM4`. */
const BUILD = /^(?:\d+gb?|sxm\d*|pcie\d*|hbm\d\w?|nvl\d*|\d+x?|x\d+)$/;
/** `2080` and `3090` are names. */
const NUMBER_NAME = /^\d{3,4}$/;

/** The words of a text like `nvidia_a100-sxm4-80gb=4` that name a model: those with digits. */
function modelWords(types: string): readonly string[] {
  const names = types.toLowerCase().replace(/=[^,]*/g, '');
  return names.split(/[^a-z\d]+/).filter((word) => /\d/.test(word) && (NUMBER_NAME.test(word) || !BUILD.test(word)));
}

/** Tells whether two texts of GPUs may be of one model: unless both name one, and no word of one is in the other. Texts are looked at once each. */
export function alikeReader(values: readonly string[]): (one: number, other: number) => boolean {
  const words = values.map(modelWords);
  const known = new Map<number, boolean>();
  return (one, other) => {
    const key = one * values.length + other;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [left = [], right = []] = [words[one], words[other]];
    const isAlike = left.length === 0 || right.length === 0 || left.some((word) => right.includes(word));
    known.set(key, isAlike);
    return isAlike;
  };
}
