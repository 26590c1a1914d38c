/** Texts that stand among bytes: where each begins and where it ends. */
export interface Spans {
  readonly bytes: Uint8Array;
  /** Offsets of first bytes, at least as many as there are texts. */
  readonly starts: Int32Array;
  /** Offsets behind last bytes. */
  readonly ends: Int32Array;
  /** How many texts there are. */
  readonly length: number;
}
