import { REJECT_TEXT_LENGTH } from '../../../model/diagnostic.ts';
import type { Sink, Source } from '../../source.ts';
import { type Entries, isEntries, jsonText, textIn } from '../loose-values.ts';
import { type ApiRun, readApiRun } from './api-node.ts';
import { JsonValues } from './json-values.ts';
import { RunSink } from './run-sink.ts';
import { SweepReader } from './sweep-search.ts';

const OURS = 'runledger/wandb-run@1';
/** Keys of the API's runs that nothing else has. */
const KEYS_OF_RUNS = ['displayName', 'summaryMetrics', 'systemMetrics', 'sweepName', 'historyLineCount', 'heartbeatAt'];
const FEWEST_KEYS = 2;
/** An answer nests runs six deep. */
const DEEPEST = 8;

const NOT_A_RUN = 'an object that is no run of the API';
const DAMAGED = 'not JSON: it is cut or damaged';

const isNode = (value: unknown): value is Entries =>
  isEntries(value) && KEYS_OF_RUNS.filter((key) => Object.hasOwn(value, key)).length >= FEWEST_KEYS;

/** Runs of the API: as `runledger collect wandb` saves them, nodes by themselves, or whole answers. */
export const wandbApi: Source = {
  name: 'wandb-api',

  sniff(head) {
    if (!/^\s*[[{]/.test(head.replace(/^\uFEFF/, ''))) return 0;
    if (/^\s*\{\s*"format"\s*:\s*"runledger\/wandb-run@/.test(head)) return 1;
    return KEYS_OF_RUNS.filter((key) => head.includes(`"${key}"`)).length >= FEWEST_KEYS ? 0.9 : 0;
  },

  read(_head, sink) {
    const runs = new RunSink(sink);
    const sweeps = new SweepReader();
    return new JsonValues({
      value(value, line) {
        const found = runsIn(value);
        for (const run of found) runs.add(readApiRun(run, line, sweeps.read(run.sweep)));
        if (found.length === 0 && !isAnswer(value)) rejectValue(sink, line, value);
      },
      damaged: (line, text) => sink.reject({ line, rule: 'wandb-json', reason: DAMAGED, text }),
      end: () => runs.end(),
    });
  },
};

const rejectValue = (sink: Sink, line: number, value: unknown): void =>
  sink.reject({ line, rule: 'wandb-not-a-run', reason: NOT_A_RUN, text: jsonText(value).slice(0, REJECT_TEXT_LENGTH) });

/** An answer of the API, which may hold no runs. */
const isAnswer = (value: unknown): boolean => isEntries(value) && isEntries(value.data);

function runsIn(value: unknown): readonly ApiRun[] {
  if (!isEntries(value)) return [];
  if (value.format !== OURS) return nodesIn(value, '', 0);
  const { entity, project, run, sweep, metadata } = value;
  return isEntries(run) ? [{ node: run, project: pathOf(entity, project), sweep, metadata }] : [];
}

const pathOf = (...parts: readonly unknown[]): string =>
  parts
    .map(textIn)
    .filter((part) => part !== '')
    .join('/');

/** All runs in an answer, wherever they stand in it: `data.project.runs.edges[].node`. */
function nodesIn(value: unknown, project: string, depth: number): readonly ApiRun[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesIn(item, project, depth + 1));
  if (isNode(value)) {
    return [
      { node: value, project: projectOf(value.project) || project, sweep: value.sweep, metadata: metadataOf(value) },
    ];
  }
  if (!isEntries(value)) return [];
  const within = projectOf(value.project) || project;
  return Object.values(value).flatMap((item) => nodesIn(item, within, depth + 1));
}

const projectOf = (project: unknown): string => (isEntries(project) ? pathOf(project.entityName, project.name) : '');

/** Scripts save the metadata within the run. */
const metadataOf = ({ metadata }: Entries): unknown => metadata;
