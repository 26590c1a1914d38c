/** A field of a query: on which type it stands, and what is asked of it. */
export interface Field {
  readonly name: string;
  readonly on: string;
  /** Between the name and its own fields, as it is written. */
  readonly written?: string;
  readonly of?: readonly Field[];
}

/** What a server said that it does not have. */
export interface UnknownField {
  readonly name: string;
  readonly on: string;
}

const fields = (on: string, names: string): Field[] => names.split(/\s+/).map((name) => ({ name, on }));

/** Told by the run itself, light enough for a list of all. What W&B's own client asks for (wandb/apis/public/runs.py). */
export const LIGHT_RUN: readonly Field[] = fields('Run', 'name state createdAt heartbeatAt');

/**
 * All that reports use. `runInfo` and `computeSeconds` stand in no query that lists runs in W&B's client; servers may not have them, nor what came after they
 * were installed, and then they are left out.
 */
export const RUN: readonly Field[] = [
  ...fields('Run', 'id name displayName sweepName state config group jobType commit createdAt heartbeatAt tags'),
  ...fields('Run', 'systemMetrics summaryMetrics historyLineCount computeSeconds'),
  { name: 'user', on: 'Run', of: fields('User', 'name username') },
  { name: 'runInfo', on: 'Run', of: fields('RunInfo', 'program args os python cpuCount gpuCount gpu') },
];

/** What may make a run large: summaries with histograms have had more than 100 MB. */
const LARGE: ReadonlySet<string> = new Set(['summaryMetrics', 'systemMetrics']);

/** Fields without those that may be large. */
export const withoutLarge = (selection: readonly Field[]): readonly Field[] =>
  selection.filter(({ name }) => !LARGE.has(name));

/** Where the metadata of a run can be fetched. */
export const METADATA_FILE: Field = {
  name: 'files',
  on: 'Run',
  written: '(names: ["wandb-metadata.json"])',
  of: [
    { name: 'edges', on: 'FileConnection', of: [{ name: 'node', on: 'FileEdge', of: fields('File', 'directUrl') }] },
  ],
};

/** As W&B's own client asks for them (tools/graphql_codegen/api/sweeps.graphql). */
export const SWEEP: readonly Field[] = fields(
  'Sweep',
  'id name displayName method state config createdAt updatedAt runCount runCountExpected',
);

/** Without these a run or sweep could not be told from another. */
const NEEDED: ReadonlySet<string> = new Set(['Run.name', 'Run.state', 'Run.createdAt', 'Sweep.name']);

/** Fields that one server does not have, found out from its answers. */
export class UnknownFields {
  readonly #known: UnknownField[] = [];
  readonly #types: ReadonlySet<string>;

  constructor(...selections: readonly (readonly Field[])[]) {
    this.#types = new Set(selections.flat().flatMap(typesOf));
  }

  get names(): string[] {
    return this.#known.map(({ name }) => name);
  }

  /** Leaves a field out from now on. Gives false when that changes nothing, or cannot be done. */
  leaveOut(field: UnknownField): boolean {
    if (NEEDED.has(`${field.on}.${field.name}`)) return false;
    if (this.#known.some(({ name, on }) => name === field.name && on === field.on)) return false;
    this.#known.push(field);
    return true;
  }

  /** Writes fields as a query has them, without those left out and those of which nothing is left. */
  write(selection: readonly Field[]): string {
    return selection
      .filter((field) => !this.#isLeftOut(field))
      .map(({ name, written = '', of }) => (of === undefined ? name : this.#nested(name + written, of)))
      .filter((text) => text !== '')
      .join(' ');
  }

  #nested(head: string, of: readonly Field[]): string {
    const inner = this.write(of);
    return inner === '' ? '' : `${head} { ${inner} }`;
  }

  /** Types are called as the server calls them; one that we call otherwise is taken to be meant by the name of its field. */
  #isLeftOut({ name, on }: Field): boolean {
    if (NEEDED.has(`${on}.${name}`)) return false;
    return this.#known.some((unknown) => unknown.name === name && (unknown.on === on || !this.#types.has(unknown.on)));
  }
}

const typesOf = ({ on, of = [] }: Field): string[] => [on, ...of.flatMap(typesOf)];
