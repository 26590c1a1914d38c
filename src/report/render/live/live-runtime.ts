/** The script that lets charts come alive, made by `npm run build` and handed in by the command line. */
export interface LiveRuntime {
  /** Of the script's UTF-8 bytes, in base64, for the page's policy. */
  readonly sha256: string;
  /** The script, deflated and in base64. */
  readonly deflated: string;
}
