import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveRuntime } from '../src/cli/live-runtime.ts';
import { reportFiles } from '../src/cli/report-files.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { redact } from '../src/report/redact.ts';
import { findLeak } from '../src/report/redaction/find-leak.ts';
import { knownNames } from '../src/report/redaction/known-names.ts';
import { withoutLogText, withoutValues } from '../src/report/redaction/own-texts.ts';
import { embeddedCharts, withoutEmbedded } from '../src/report/render/live/embedded.ts';
import { textOfPieces } from './support/files-of.ts';
import { factsFrom, type LogFiles } from './support/read-logs.ts';
import { wandbLog } from './support/wandb-log.ts';

// Logs in which every text is a name that stands in no report by itself: none may be left in any file of a redacted one.

const SYLLABLES = ['zor', 'vak', 'quu', 'jix', 'wub', 'kyp', 'xan', 'fli', 'ghoz', 'pleq'];
/** Twenty different names: `zorvakquu`, `jixwubkyp`. */
const names = fc.uniqueArray(
  fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(...SYLLABLES))).map((parts) => parts.join('')),
  {
    minLength: 24,
    maxLength: 24,
  },
);

const SHAPES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name[0]?.toUpperCase()}${name.slice(1)}`,
  (name) => `${name}.${name.slice(0, 4)}@uni-${name}.edu`,
  (name) => `o'${name}`,
  (name) => `${name}_2`,
];
const shape = fc.constantFrom(...SHAPES);

type Named = readonly string[];
const at = (given: Named, index: number): string => given[index] ?? '';

/** Every field of `sacct` that is text, and submit lines with a key, a mail address and a token in them. */
function slurmLogs(given: Named, as: (name: string) => string): LogFiles {
  const columns =
    'JobID|Cluster|JobName|User|Account|Partition|NodeList|State|Submit|Start|End|ElapsedRaw|AllocTRES|WorkDir|SubmitLine';
  const rows = [0.1, 0.2, 0.3, 0.4].map((value, index) => {
    const name = `${at(given, 2)}${value}_${at(given, 3)}`;
    const command = `sbatch -J ${name} --mail-user=${at(given, 8)}@${at(given, 9)}.org --comment ${at(given, 10)} /home/${at(given, 4)}/${at(given, 11)}.sh --lr ${value} --data ${at(given, 12 + (index % 2))} --api-key 12345${index} --hf hf_${at(given, 14)}${'A'.repeat(30)} --dir ${as(at(given, 15))}`;
    return [
      100 + index,
      at(given, 0),
      name,
      as(at(given, 4)),
      as(at(given, 5)),
      at(given, 6),
      `${at(given, 7)}[01-02]`,
      'COMPLETED',
      `2024-01-01T00:00:0${index}`,
      '2024-01-01T01:00:00',
      '2024-01-01T02:00:00',
      3600,
      'cpu=2,gres/gpu:a100=1',
      `/home/${at(given, 4)}/${at(given, 16)}`,
      command,
    ].join('|');
  });
  const broken = `${at(given, 17)}|${at(given, 18)}`;
  return { [`${at(given, 19)}/${at(given, 20)}.txt`]: `${[columns, ...rows, broken].join('\n')}\n` };
}

function tableLogs(given: Named, as: (name: string) => string): LogFiles {
  const rows = [0.1, 0.2, 0.3, 0.4].map((value, index) =>
    [
      `${as(at(given, 0))}${index}`,
      at(given, 1),
      as(at(given, 2)),
      as(at(given, 3)),
      at(given, 4),
      '2024-01-01 00:00:00',
      3600,
      2,
      'A100',
      'completed',
      value,
      at(given, 5 + (index % 2)),
      `train.py --x ${at(given, 7)}`,
    ].join(),
  );
  const header = 'id,name,user,account,host,start,duration_seconds,gpus,gpu_type,state,learning_rate,optimizer,command';
  return { [`${at(given, 8)}.csv`]: `${[header, ...rows].join('\n')}\n` };
}

function wandbLogs(given: Named): LogFiles {
  const start = Date.UTC(2024, 0, 1) / 1000;
  return Object.fromEntries(
    [0, 1, 2].map((index) => [
      `${at(given, 0)}/wandb/run-20240101_00000${index}-${at(given, 1 + index)}/run-${at(given, 1 + index)}.wandb`,
      wandbLog([
        {
          run: {
            id: at(given, 1 + index),
            entity: at(given, 4),
            project: at(given, 5),
            group: at(given, 6),
            jobType: at(given, 7),
            displayName: at(given, 8),
            sweepId: at(given, 9),
            host: at(given, 10),
            start,
            config: { lr: index / 10, user: at(given, 11), path: `/home/${at(given, 12)}/x`, [at(given, 4)]: index },
          },
        },
        {
          environment: {
            startedAt: start,
            program: `/home/${at(given, 12)}/${at(given, 13)}.py`,
            args: ['--opt', at(given, 14)],
            host: at(given, 10),
            username: at(given, 15),
            gpuCount: 1,
            gpus: ['NVIDIA A100'],
          },
        },
        { summary: { val_loss: index } },
        { exit: { code: 0, runtime: 3600 } },
      ]),
    ]),
  );
}

const TOOLS = { live: liveRuntime() };

/** All that a report's files say, the charts that its page holds packed as well. */
async function textsOf(facts: ProjectFacts): Promise<[file: string, text: string][]> {
  return Object.entries(await reportFiles(facts, TOOLS)).flatMap(([name, pieces]): [string, string][] => {
    const text = textOfPieces(pieces());
    const charts = name.endsWith('.html') ? embeddedCharts(text) : [];
    expect(charts.length > 0).toBe(name.endsWith('.html'));
    return [withoutEmbedded(text), ...charts].map((each) => [name, each.toLowerCase()]);
  });
}

const leakOf = async (facts: ProjectFacts, original: ProjectFacts) =>
  findLeak(await reportFiles(facts, TOOLS), knownNames(original), async () => ({
    silent: await reportFiles(withoutLogText(facts), TOOLS),
    spoken: await reportFiles(withoutValues(facts), TOOLS),
  }));

const SOURCES: readonly (readonly [string, (given: Named, as: (name: string) => string) => LogFiles])[] = [
  ['Slurm', slurmLogs],
  ['a table', tableLogs],
  ['Weights & Biases', wandbLogs],
];

describe.each(SOURCES)('a redacted report of %s', (_, logs) => {
  it('holds no name, whatever the logs call things', async () => {
    await fc.assert(
      fc.asyncProperty(names, shape, async (given, as) => {
        const facts = await factsFrom(logs(given, as));
        const shown = redact(facts);
        for (const [file, text] of await textsOf(shown)) {
          expect([file, given.filter((name) => text.includes(name))]).toEqual([file, []]);
          expect([file, text.match(/hf_a|@uni-/)]).toEqual([file, null]);
        }
        expect(await leakOf(shown, facts)).toBeUndefined();
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

describe('the search for names in finished files', () => {
  const given = Array.from(
    { length: 24 },
    (_, index) => `${SYLLABLES[index % 10]}${SYLLABLES[(index + 3) % 10]}${SYLLABLES[Math.floor(index / 10)]}`,
  );
  const same = (name: string): string => name;

  it('finds each kind of name that is put back', async () => {
    const facts = await factsFrom(slurmLogs(given, same));
    const shown = redact(facts);
    const first = shown.sweeps[0];
    if (first === undefined) throw new Error('no sweep was found');
    const sentence = (explanation: string): ProjectFacts => ({
      ...shown,
      sweeps: [{ ...first, sweep: { ...first.sweep, explanation } }],
    });
    const restored: ProjectFacts[] = [
      { ...shown, labelsOf: facts.labelsOf },
      { ...shown, byUser: facts.byUser },
      { ...shown, inputs: facts.inputs },
      {
        ...shown,
        project: { ...shown.project, name: 'ok' },
        tiers: { ...shown.tiers, project: { ...shown.tiers.project, rule: `by ${given[4]?.toUpperCase()}0` } },
      },
      {
        ...shown,
        sweeps: [{ ...first, sweep: { ...first.sweep, parameters: { data: [`${given[12]}`] } } }],
      },
      sentence(`told to a@b.example.org`),
      sentence(`with hf_${'x'.repeat(30)}`),
    ];
    expect(await leakOf(shown, facts)).toBeUndefined();
    for (const [index, broken] of restored.entries())
      expect([index, await leakOf(broken, facts)]).not.toEqual([index, undefined]);
  }, 60_000);

  it.each([['runledger'], ['the'], ['a'], ['gpu'], ['completed'], ['state'], ['42'], ['sweep']])(
    'does not take a user %s for a leak',
    async (user) => {
      const logs = slurmLogs(
        given.map((name, index) => (index === 4 || index === 5 ? user : name)),
        same,
      );
      const facts = await factsFrom(logs);
      expect(await leakOf(redact(facts), facts)).toBeUndefined();
    },
    60_000,
  );
});
