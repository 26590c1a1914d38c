import { dirname, resolve } from 'node:path';
import type { JobTable } from '../../model/job-table.ts';
import type { OutputMetric } from '../../model/output-metric.ts';
import type { ConfigFile } from '../parse-config.ts';
import { Folders } from './find-paths.ts';
import { lastMatch } from './last-match.ts';
import { type OutputNames, outputPath } from './output-paths.ts';

/** The metric that the configuration says stands in the output of jobs, and how it is read; undefined where it says none. */
export function outputMetricIn({ path, config }: ConfigFile): OutputMetric | undefined {
  if (config.metric === undefined || typeof config.metric === 'string') return undefined;
  const { name, pattern, files } = config.metric;
  const expression = new RegExp(pattern);
  const whole = resolve(dirname(path), files);
  const folders = new Folders();
  return {
    name,
    valueAt: (table, row) => {
      const output = outputPath(whole, namesOf(table, row));
      const found = output === undefined ? [] : folders.find(output);
      if (found.length === 0) return undefined;
      const values = found.map((each) => lastMatch(each, expression));
      return values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
    },
  };
}

function namesOf(table: JobTable, row: number): OutputNames {
  const [array, task] = [table.arrayJobId.at(row), table.arrayTask.at(row)];
  return {
    j: table.jobIdRaw.at(row) || table.jobId.at(row),
    A: Number.isNaN(array) ? '' : String(array),
    a: Number.isNaN(task) ? '' : String(task),
    x: table.name.at(row),
    u: table.user.at(row),
  };
}
