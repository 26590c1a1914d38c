import { encodingOf } from './csv/text-pieces.ts';

const [NEWLINE, RETURN] = [0x0a, 0x0d];

/** Turns the blocks of a file into what readers of lines expect: UTF-8, and lines that `\n` ends. */
export interface PlainBytes {
  /** May give the block itself. */
  next(block: Uint8Array): Uint8Array;
  /** What is left after the last block. */
  rest(): Uint8Array;
}

const AS_THEY_ARE: PlainBytes = { next: (block) => block, rest: () => new Uint8Array(0) };

/** @param head the first bytes of the file, which tell its encoding and its line breaks */
export function plainBytes(head: Uint8Array): PlainBytes {
  const encoding = encodingOf(head);
  if (encoding !== 'utf-8') return fromWide(encoding);
  return head.includes(RETURN) && !head.includes(NEWLINE) ? fromReturns : AS_THEY_ARE;
}

function fromWide(encoding: string): PlainBytes {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    next: (block) => encoder.encode(decoder.decode(block, { stream: true })),
    rest: () => encoder.encode(decoder.decode()),
  };
}

/** Old spreadsheets end lines with `\r` alone. */
const fromReturns: PlainBytes = {
  next: (block) => block.map((byte) => (byte === RETURN ? NEWLINE : byte)),
  rest: () => new Uint8Array(0),
};
