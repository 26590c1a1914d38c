/** A header that says which part of each GPU a job had: `GPU share`, `gpu_fraction`, `GPU-Anteil (%)`. */
const SHARE = /^(?:v?gpu(?:share|fraction|anteil)|(?:share|fraction|anteil)(?:ofthe|of|der)?gpus?)(?:percent|pct)?$/;

/** Whether a header, as letters and digits alone, says which part of its GPUs a job had. */
export const isOfGpuShare = (bare: string): boolean => SHARE.test(bare);

const AMOUNT = /^(\d+(?:[.,]\d+)?)\s*(%?)$/;

/** Reads `50%`, `0.5`, and `50` under a header in percent: 1 for an empty cell, NaN for what may be percent or a number. */
export const shareIn =
  (header: string) =>
  (text: string): number => {
    if (text === '') return 1;
    const [, digits, percent] = AMOUNT.exec(text) ?? [];
    const number = digits === undefined ? Number.NaN : Number(digits.replace(',', '.'));
    if (percent === '%' || /%|percent|pct/i.test(header)) return number / 100;
    return number <= 1 ? number : Number.NaN;
  };
