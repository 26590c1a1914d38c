import type { ProjectFacts } from '../../model/facts.ts';
import { expandHosts } from '../../model/host-list.ts';
import type { JobTable } from '../../model/job-table.ts';
import { secretsIn } from './secret-shapes.ts';

/** Names that the logs hold. */
export interface KnownNames {
  /** Of people, their accounts and machines, mail addresses and keys: to be found nowhere. */
  readonly persons: ReadonlySet<string>;
  /** Of jobs, folders, files and what submit lines hold: they may be words of everyday use. */
  readonly things: ReadonlySet<string>;
}

/** Shorter names of people cannot be told apart from other text, nor can numbers. Our own judgement; names of other scripts have fewer letters. */
const LEAST_LETTERS = { ascii: 3, other: 2 };
/** The same of things, which are words more often. */
const LEAST_OF_THINGS = 5;

const HAS_LETTER = /\p{L}/u;
/** Numbers such as `1e-12` have fewer letters in a row. */
const HAS_WORD = /\p{L}{3}/u;
const HOME = /(?:^|[/\\])(?:home|users|usr|people|u)[/\\]+([^/\\\s]+)/gi;
/** As an earlier report calls sweeps, where nobody changed it. */
const OWN_SWEEP = /^sweep-\d+$/;
const NOT_A_HOST_LETTER = /[[\],]/;

/** All names in the logs, whether or not the report has them. */
export function knownNames({ ledger: { table }, inputs, rejects }: ProjectFacts): KnownNames {
  const names = new Names();
  namePeople(table, names);
  for (const text of distinct(table)) nameWords(text, names);
  for (const { project, group, jobType, sweep } of trackedIn(table)) {
    names.person(project.split('/').length > 1 ? (project.split('/')[0] ?? '') : '');
    names.person(sweep); // sentences about sweeps quote it
    for (const text of [project, group, jobType]) nameWords(text, names);
  }
  for (const row of table.reported.rows()) {
    const { sweep = '' } = table.reported.at(row) ?? {};
    if (!OWN_SWEEP.test(sweep)) names.person(sweep);
  }
  for (const { path } of inputs) nameWords(path, names);
  for (const { text } of rejects) for (const secret of secretsIn(text)) names.person(secret);
  return names;
}

class Names implements KnownNames {
  readonly persons = new Set<string>();
  readonly things = new Set<string>();

  person(text: string): void {
    const name = text.trim();
    const least = /^[\p{ASCII}]*$/u.test(name) ? LEAST_LETTERS.ascii : LEAST_LETTERS.other;
    if (name.length >= least && HAS_LETTER.test(name)) this.persons.add(name.toLowerCase());
  }

  thing(text: string): void {
    if (text.length >= LEAST_OF_THINGS && HAS_WORD.test(text)) this.things.add(text.toLowerCase());
  }
}

function namePeople({ user, account, cluster, nodeList, partition }: JobTable, names: Names): void {
  for (const text of [...user.values, ...account.values]) {
    names.person(text);
    const [mailbox, ...domain] = text.split('@');
    if (domain.length > 0) names.person(mailbox ?? '');
  }
  for (const text of cluster.values) if (text !== 'wandb') names.person(text);
  for (const list of nodeList.values)
    for (const host of expandHosts(list)) if (!NOT_A_HOST_LETTER.test(host)) names.person(host);
  for (const text of partition.values) names.thing(text);
}

/** Texts of jobs, each once in a row. */
function* distinct({ name, command, workDir, length }: JobTable): Generator<string> {
  yield* workDir.values;
  for (const column of [name, command]) {
    let last = '';
    for (let row = 0; row < length; row++) {
      const text = column.at(row);
      if (text !== last) yield text;
      last = text;
    }
  }
}

function* trackedIn({ tracked }: JobTable) {
  for (const row of tracked.rows()) {
    const run = tracked.at(row);
    if (run !== undefined) yield run;
  }
}

/** A text, its words, the parts of its paths, and whose home it names. */
function nameWords(text: string, names: Names): void {
  for (const [, owner = ''] of text.matchAll(HOME)) names.person(owner);
  for (const secret of text.includes('@') || text.length >= 16 ? secretsIn(text) : []) names.person(secret);
  for (const word of text.split(/[\s/\\=:,;|"'`]+/)) names.thing(word);
  names.thing(text);
}
