import type { JobTable } from '../../model/job-table.ts';
import type { SampleJob } from './file-reading.ts';

/** What a table of jobs has as hyperparameters, which its reader writes as options of a command. */
const ROW_COMMAND = /^row --/;

/** A row as it was understood. */
export function sampleOf(table: JobTable, row: number): SampleJob {
  const command = table.command.copyAt(row);
  const tracked = table.tracked.at(row);
  const reported = table.reported.at(row);
  const config = tracked?.config || reported?.params || '';
  return {
    line: table.line.at(row),
    id: table.jobId.copyAt(row),
    name: table.name.copyAt(row),
    user: table.user.at(row),
    state: table.stateAt(row),
    start: table.start.at(row),
    end: table.end.at(row),
    wallSeconds: table.elapsed.at(row),
    gpus: table.gpus.at(row),
    gpuTypes: table.gpuTypes.at(row),
    sweep: tracked?.sweep ?? reported?.sweep ?? '',
    parameters: ROW_COMMAND.test(command) ? optionsIn(command) : config === '' ? {} : JSON.parse(config),
    command: ROW_COMMAND.test(command) ? '' : command,
  };
}

/** `row --lr=0.1 --depth=2` as names and values. */
const optionsIn = (command: string): Record<string, string> =>
  Object.fromEntries([...command.matchAll(/ --([^=\s]+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]));
