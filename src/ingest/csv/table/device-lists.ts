const QUOTES = /[[\](){}<>'"]/g;
const SEPARATOR = /\s*[,;]\s*|\s+/;
/** `3`, `cuda:3`, `gpu3`; the identifiers that NVIDIA's driver gives devices and their slices. */
const DEVICE =
  /^(?:(?:cuda|gpu|device|dev)?[:#_]?\d{1,3}|(?:GPU|MIG)-[\da-f]{8}-[\da-f-]+|MIG-GPU-[\da-f-]+(?:\/\d+)*)$/i;
const RANGE = /^(\d{1,3})-(\d{1,3})$/;
/** With this in `CUDA_VISIBLE_DEVICES` a program sees none (CUDA programming guide, environment variables). */
const NO_DEVICE = '-1';

/**
 * How many devices a cell lists by number or identifier, each once: 2 for `0,1`, `[0, 1]`, `cuda:0 cuda:1` or `0-1`, and 1 for `3`.
 *
 * @returns NaN for what is no such list
 */
export function devicesIn(text: string): number {
  if (text === NO_DEVICE) return 0;
  const entries = text.replace(QUOTES, ' ').trim().split(SEPARATOR);
  const devices = new Set<string>();
  for (const entry of entries) {
    const [, first, last] = RANGE.exec(entry) ?? [];
    if (first === undefined && !DEVICE.test(entry)) return Number.NaN;
    for (let at = Number(first); at <= Number(last); at++) devices.add(String(at));
    if (first === undefined) devices.add(entry.toLowerCase());
  }
  return devices.size > 0 ? devices.size : Number.NaN;
}

/** `4`, `0,5`; `gpu:4` as schedulers write a number; `1-2`, which may be from one to two of them. */
const MAY_BE_COUNT = /^(?:-?\d+(?:[.,]\d*)?|(?:gpus?|devices?)[\s:#_]*\d+|[1-9]\d*-\d+)?$/i;

/** Whether a cell can be nothing but a list of devices: more than two of them, brackets around them, names such as `cuda:0`, or a range from 0 on. A decimal comma makes `0,1` a number too. */
export const isSurelyDevices = (text: string): boolean => !MAY_BE_COUNT.test(text) && !Number.isNaN(devicesIn(text));
