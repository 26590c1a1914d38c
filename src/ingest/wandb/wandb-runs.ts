import type { DirectorySource, Gathered, Reader, Sink, Unit, UnitReader } from '../source.ts';
import { readConfigFile } from './config-file.ts';
import { findRunDirectories, RUN_DIRECTORY, type RunDirectory, type SweepFile } from './run-directories.ts';
import { SessionReader } from './session-reader.ts';
import { SmallFile } from './small-file.ts';
import { SweepAssignments } from './sweep-assignments.ts';

/** Run directories of Weights & Biases' client: one session of a run each. See the README of this folder. */
export const wandbRuns: DirectorySource = {
  name: 'wandb-run',
  gather(paths): Gathered {
    const { runs, sweepFiles, rest } = findRunDirectories(paths);
    const assignments = new SweepAssignments();
    const isLater = laterOnes(runs);
    return {
      units: [...sweepFiles.map(unitOfSweepFile), ...runs.map(unitOfRun)],
      unread: rest,
      read(unit, sink) {
        const sweepFile = sweepFiles[unit];
        if (sweepFile !== undefined) return readSweepFile(sweepFile, assignments, sink);
        const directory = runs[unit - sweepFiles.length] as RunDirectory;
        return new SessionReader(directory, isLater(directory), assignments, sink);
      },
    };
  },
};

/** Which directories hold a session of a run of which another directory holds an earlier one, by their names. */
function laterOnes(runs: readonly RunDirectory[]): (directory: RunDirectory) => boolean {
  const first = new Map<string, string>();
  const named = ({ path }: RunDirectory): readonly [stamp: string, id: string] | undefined => {
    const [, stamp, id] = RUN_DIRECTORY.exec(path.replace(/\/$/, '').replace(/^.*\//, '')) ?? [];
    return stamp === undefined || id === undefined ? undefined : [stamp, id];
  };
  for (const run of runs) {
    const [stamp, id] = named(run) ?? ['', ''];
    if (stamp < (first.get(id) ?? '~')) first.set(id, stamp);
  }
  return (directory) => {
    const [stamp, id] = named(directory) ?? ['', ''];
    return stamp > (first.get(id) ?? '~');
  };
}

const unitOfSweepFile = ({ index }: SweepFile): Unit => ({ files: [index], main: index });

/** Records of a run are said to stand in its log; where there is none, in the file that is read first: what it ran on. */
function unitOfRun({ files }: RunDirectory): Unit {
  const main = files.find(({ role }) => role === 'log') ?? (files[0] as RunDirectory['files'][number]);
  return { files: files.map(({ index }) => index), main: main.index };
}

function readSweepFile(file: SweepFile, assignments: SweepAssignments, { diagnostics, path }: Sink): UnitReader {
  return {
    open: (): Reader =>
      new SmallFile((text) => {
        const config = readConfigFile(text);
        assignments.add(file, config);
        if (config !== undefined) return;
        const message =
          'files of W&B sweeps that cannot be parsed: their runs are known to be of the sweep, not what it chose for them';
        diagnostics.note('wandb-sweep-unread', 'warning', message, { file: path, line: 0 });
      }),
    end: () => undefined,
  };
}
