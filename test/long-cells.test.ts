import { describe, expect, it } from 'vitest';
import { attemptsIn, factsFrom, type LogFiles } from './support/read-logs.ts';

// A cell of any length is read in time that grows with its length: something pasted into a name, a command of a generated script, a note in a table.

const COLUMNS = 'JobID|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocTRES|NodeList|SubmitLine';
type Cells = Readonly<{ name?: string; nodes?: string; line?: string }>;

const row = (id: number, { name = `train-${id}`, nodes = 'n1', line = 'sbatch run.sh' }: Cells): string =>
  [
    ...[id, name, 'ann', 'COMPLETED', '2024-03-01T10:00:00', '2024-03-01T10:00:05', '2024-03-01T11:00:05', 3600],
    ...['cpu=4,gres/gpu:a100=1,gres/gpu=1,node=1', nodes, line],
  ].join('|');
const dump = (cells: (id: number) => Cells): LogFiles => ({
  'dump.txt': `${[COLUMNS, ...[1, 2, 3, 4].map((id) => row(id, cells(id)))].join('\n')}\n`,
});
const table = (note: (id: number) => string, column = 'note'): LogFiles => ({
  'jobs.csv': `id,name,gpus,gpu_type,hours,start,${column}\n${[1, 2, 3, 4]
    .map((id) => `${id},train-${id},1,A100,1,2024-03-0${id} 10:00:00,${note(id)}`)
    .join('\n')}\n`,
});

const MILLION = 1_000_000;
const long = (unit: string): string => unit.repeat(MILLION / unit.length);

describe('cells of a million characters', () => {
  it.each([
    ['a name of letters', dump((id) => ({ name: long('a') + id }))],
    ['a name of numbers that end in a letter', dump((id) => ({ name: `a${long('1')}x${id}` }))],
    ['a name of words', dump((id) => ({ name: long('word ') + id }))],
    ['a submit line of letters', dump((id) => ({ line: `sbatch run.sh --config ${long('a')}${id}` }))],
    ['a submit line of options', dump((id) => ({ line: `sbatch run.sh ${long('--lr=1 ')}${id}` }))],
    ['nodes with a bracket that does not end', dump((id) => ({ nodes: `gpu${long('[')}${id}` }))],
    ['nodes with nothing but brackets', dump(() => ({ nodes: long('[]') }))],
    ['a text column of a table', table((id) => long('a') + id)],
    ['what might be a duration', table(() => `${long('1e')}!`, 'walltime')],
    ['what might be a duration, shorter', table(() => `${'1e'.repeat(45)}!`, 'walltime')],
    ['what might be GPUs', table((id) => `${long('a b ')}x ${id}`, 'gpu_ids')],
  ])('%s', { timeout: 60_000 }, async (_, files) => {
    const facts = await factsFrom(files);
    const wall = attemptsIn(facts).reduce((sum, attempt) => sum + attempt.wall, 0);
    expect(wall).toBe(4 * 3600);
  });
});
