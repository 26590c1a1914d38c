import { parseTimestamp } from '../timestamp.ts';
import { asNumber, asObject, asText } from './tolerant-json.ts';

/** What a run's client wrote down of where it ran. Absent numbers are NaN, absent texts empty. */
export interface Metadata {
  /** Epoch seconds. */
  readonly startedAt: number;
  readonly host: string;
  readonly user: string;
  /** Program and arguments, as on a command line. */
  readonly command: string;
  /** GPUs that the machine shows, whoever uses them; 0 where it shows none. */
  readonly gpus: number;
  /** Model of each GPU, in order; one for all of them where they are alike. */
  readonly gpuNames: readonly string[];
  /** Environment that Slurm set, without its prefix and in lower case. */
  readonly slurm: Readonly<Record<string, string>>;
}

/**
 * Reads `wandb-metadata.json` of any version, or the record that newer clients keep in its place. Times without a zone are UTC [wandb/sdk/internal/system/system_info.py].
 *
 * @param content parsed; numbers may be texts, as protobuf's JSON writes 64 bits
 */
export function readMetadata(content: unknown): Metadata {
  const fields = asObject(content);
  const nvidia = listOf(fields.gpu_nvidia ?? fields.gpuNvidia);
  const devices = listOf(fields.gpu_devices);
  const amd = listOf(fields.gpu_amd ?? fields.gpuAmd);
  const listed = [nvidia, devices, amd].find((list) => list.length > 0)?.map(nameOf) ?? [];
  const apple = appleOf(fields);
  const names = [listed, splitNames(asText(fields.gpu ?? fields.gpuType)), apple].find((list) => list.length > 0) ?? [];
  const stated = asNumber(fields.gpu_count ?? fields.gpuCount);
  return {
    startedAt: parseTimestamp(asText(fields.startedAt), asIs) ?? Number.NaN,
    host: asText(fields.host),
    user: asText(fields.username),
    command: commandOf(fields),
    gpus: Number.isNaN(stated) ? names.length : stated,
    gpuNames: names,
    slurm: slurmOf(fields.slurm),
  };
}

function slurmOf(value: unknown): Readonly<Record<string, string>> {
  const entries = value instanceof Map ? [...(value as Map<string, string>)] : Object.entries(asObject(value));
  return Object.fromEntries(entries.map(([key, each]) => [key, String(each)]));
}

const asIs = (utc: number): number => utc;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const nameOf = (device: unknown): string => asText(asObject(device).name);

/** `Tesla T4`, or the list `[NVIDIA H100 80GB HBM3, NVIDIA H100 80GB HBM3]` in one text, as 0.18 wrote it. */
function splitNames(text: string): string[] {
  const inside = /^\[(.*)\]$/.exec(text.trim())?.[1];
  return (inside?.split(',') ?? [text]).map((name) => name.trim()).filter((name) => name !== '');
}

/** A Mac's own GPU: one, which shares the memory of the machine. */
function appleOf(fields: Readonly<Record<string, unknown>>): string[] {
  const apple = asObject(fields.apple);
  if (Object.keys(apple).length > 0) return [asText(apple.name) || 'Apple'];
  return Object.keys(asObject(fields.gpuapple)).length > 0 ? ['Apple'] : [];
}

/** Arguments with a blank or a quote in them are quoted, as for a shell. */
function commandOf(fields: Readonly<Record<string, unknown>>): string {
  const args = listOf(fields.args).map((arg) => String(arg));
  const quoted = args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`));
  const program = asText(fields.program);
  return [program, ...quoted].filter((part) => part !== '').join(' ');
}
