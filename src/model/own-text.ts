/**
 * The same text with letters of its own. A cell that was cut from a block of text keeps the whole block alive: what lives long needs a copy. V8 copies the letters of what is put
 * together before it cuts it; `structuredClone` takes 3 µs instead of 0.1.
 */
export const ownText = (text: string): string => ` ${text}`.slice(1);
