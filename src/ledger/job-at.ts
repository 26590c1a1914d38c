import type { Job } from '../model/job.ts';
import type { JobTable } from '../model/job-table.ts';

/** A row of the table as a job. */
export const jobAt = (table: JobTable, row: number): Job => ({
  line: table.line.at(row),
  cluster: table.cluster.at(row),
  jobId: table.jobId.copyAt(row),
  jobIdRaw: table.jobIdRaw.copyAt(row),
  arrayJobId: table.arrayJobId.at(row),
  arrayTask: table.arrayTask.at(row),
  name: table.name.copyAt(row),
  command: table.command.copyAt(row),
  user: table.user.at(row),
  account: table.account.at(row),
  partition: table.partition.at(row),
  workDir: table.workDir.at(row),
  state: table.stateAt(row),
  submit: table.submit.at(row),
  start: table.start.at(row),
  end: table.end.at(row),
  elapsed: table.elapsed.at(row),
  cpus: table.cpus.at(row),
  gpus: table.gpus.at(row),
  gpuTypes: table.gpuTypes.at(row),
  gpusAsked: table.gpusAsked.at(row) === 1,
  memoryGb: table.memoryGb.at(row),
  nodes: table.nodes.at(row),
  nodeList: table.nodeList.at(row),
  timeLimit: table.timeLimit.at(row),
  restarts: table.restarts.at(row),
  energyJoules: table.energyJoules.at(row),
  gpuUtilisation: table.gpuUtilisation.at(row),
});
