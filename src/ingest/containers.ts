/** Files that hold other files, or text in a way that is not undone here. */
type Container = 'tar' | 'zip' | 'bzip2' | 'xz';

const BYTES: Readonly<Record<Container, readonly [at: number, bytes: readonly number[]]>> = {
  tar: [257, [0x75, 0x73, 0x74, 0x61, 0x72]],
  zip: [0, [0x50, 0x4b, 0x03, 0x04]],
  bzip2: [0, [0x42, 0x5a, 0x68]],
  xz: [0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
};

/** How to get at what is inside. */
const REMEDY: Readonly<Record<Container, string>> = {
  tar: 'archives are not looked into: unpack them (tar -xf) and give the folder',
  zip: 'archives are not looked into: unpack them (unzip) and give the folder',
  bzip2: 'files compressed with bzip2 are not read: decompress them first (bzip2 -d), or compress them with gzip',
  xz: 'files compressed with xz are not read: decompress them first (xz -d), or compress them with gzip',
};

/**
 * What to do with a file that may hold logs which cannot be seen; undefined for any other. Models and spreadsheets are zip files too: of these only those that are called so are meant.
 *
 * @param head its first bytes, decompressed
 */
export function remedyForContainer(head: Uint8Array, path: string): string | undefined {
  const kind = (Object.keys(BYTES) as Container[]).find((name) => {
    const [from, bytes] = BYTES[name];
    return bytes.every((byte, at) => head[from + at] === byte);
  });
  if (kind === undefined || (kind === 'zip' && !/\.zip$/i.test(path))) return undefined;
  return REMEDY[kind];
}
