const TAB = 9;
/** Bytes of JSON and YAML by name. */
export const [NEWLINE, RETURN, SPACE, QUOTE, HASH, COMMA, DASH, COLON] = [10, 13, 32, 34, 35, 44, 45, 58];
export const [OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 92, 93, 123, 125];

export const isBlank = (byte: number): boolean => byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB;

export function countNewlines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
