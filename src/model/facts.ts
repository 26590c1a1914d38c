import type { ReportCommand } from './command.ts';
import type { Diagnostic, Reject } from './diagnostic.ts';
import type { Equivalent } from './equivalent.ts';
import type { JobState } from './job-state.ts';
import type { InputFile } from './job-table.ts';
import type { Ledger } from './ledger.ts';
import type { Losses } from './loss.ts';
import type { Method, Rate } from './method.ts';
import type { ProjectClock } from './project-clock.ts';
import type { ProjectEvent } from './project-event.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { Spending } from './spending.ts';
import type { Sweep, SweepFindings } from './sweep.ts';
import type { SweepOutcome } from './sweep-outcome.ts';
import type { Costs, FigureCauses, Tiers } from './tier.ts';
import type { Tracking } from './tracking.ts';
import type { BestTrial, SweepTrials } from './trial.ts';
import type { GpuShare, Hosts, Measurements, Share, Timeline, Usage, WallHistogram, WallSummary } from './usage.ts';
import type { WeekHours } from './week-hours.ts';
import type { WhatIf } from './what-if.ts';

/** A sweep with what it held and cost. */
export interface CostedSweep {
  readonly sweep: Sweep;
  readonly usage: Usage;
  readonly costs: Costs;
  /** Epoch seconds of its first submission (or start, where no submission is known). */
  readonly start: number;
  /** Epoch seconds of its last end. */
  readonly end: number;
  /** GPU-hours by how the attempts ended. */
  readonly gpuHoursByState: ReadonlyMap<JobState, number>;
  readonly outcome: SweepOutcome;
}

/** What people call an attempt and whose it is: the parts that `--redact` replaces. */
export interface AttemptLabels {
  readonly name: string;
  readonly user: string;
  readonly account: string;
  readonly cluster: string;
  readonly partition: string;
}

/** Ids that a row of the table has: those that people and trackers gave may hold names, and `--redact` replaces them. */
export interface JobIds {
  readonly jobId: string;
  readonly jobIdRaw: string;
}

/** All that is known of a project once the logs are read: what every page and file of the report is made from. */
export interface ProjectFacts {
  readonly generator: { readonly name: 'runledger'; readonly version: string };
  /** What was typed to make the report; absent where no command line made it. */
  readonly command?: ReportCommand;
  readonly project: {
    readonly name: string;
    /** Epoch seconds of the first start (or submission). NaN when nothing ran. */
    readonly start: number;
    /** Epoch seconds of the last end. */
    readonly end: number;
    readonly days: number;
  };
  readonly method: Method;
  /** The constants of the method that this project's figures used. */
  readonly assumptions: readonly Rate[];
  readonly inputs: readonly InputFile[];
  readonly ledger: Ledger;
  /** By what the user chose attempts, as the words of options (`--user`); absent where all that the logs hold is counted. */
  readonly chosenBy?: readonly string[];
  readonly usage: Usage;
  /** What attempts had beside their GPUs, or where none held any, in all: means over their time. Absent where the logs tell it of none. */
  readonly hosts?: Hosts;
  /** What was measured of energy and utilisation; absent where the logs or the method know none. */
  readonly measurements?: Measurements;
  /** What experiment trackers logged; absent where the logs are of none. */
  readonly tracking?: Tracking;
  readonly wallSummary: WallSummary;
  readonly costs: Costs;
  /** What makes the project's figures ranges. */
  readonly causes?: FigureCauses;
  /** Its emissions in other terms. */
  readonly equivalents?: readonly Equivalent[];
  readonly tiers: Tiers;
  /** The metric by which the single model was chosen, where it was, and its value of each attempt (NaN for none). */
  readonly metric?: { readonly name: string; readonly valueOf: (attempt: number) => number };
  readonly findings: SweepFindings;
  /** The runs of a sweep as trials, by the sweep's index. Made when asked for: there may be tens of thousands. */
  readonly trialsOf: (sweep: number) => SweepTrials;
  /** The same project otherwise; absent where nothing can be said. */
  readonly whatIf?: WhatIf;
  /** The best run of a sweep, by the sweep's index; undefined where its runs are not compared by a metric. */
  readonly bestOf: (sweep: number) => BestTrial | undefined;
  /** How sensitive outcome and cost of the largest sweeps are to their parameters; absent where none has runs enough. */
  readonly sensitivity?: Sensitivity;
  /** In the order of {@link SweepFindings.sweeps}. */
  readonly sweeps: readonly CostedSweep[];
  /** By outcome, hardware and user; each adds up to the project. */
  readonly byState: readonly Share[];
  readonly byModel: readonly Share[];
  readonly byUser: readonly Share[];
  /** Which sweeps and single runs lost the most GPU-hours to attempts that did not complete. */
  readonly losses: Losses;
  readonly timeline: Timeline;
  readonly spending: Spending;
  /** By the project's clock; absent where nothing ran at a known time. */
  readonly weekHours?: WeekHours;
  readonly clock: ProjectClock;
  /** What the user says happened, in order of time. */
  readonly events: readonly ProjectEvent[];
  readonly wallHistogram: WallHistogram;
  readonly diagnostics: readonly Diagnostic[];
  readonly rejects: readonly Reject[];
  /** GPUs by canonical model of one attempt; empty for an attempt without GPUs. */
  readonly gpusOf: (attempt: number) => readonly GpuShare[];
  readonly labelsOf: (attempt: number) => AttemptLabels;
  /** How the job or run in a row of the ledger's table is known: its id, and the scheduler's own id of it, empty where that is the same. */
  readonly idsOf: (row: number) => JobIds;
  /** Electricity (kWh) and cloud rent (USD) of one attempt at the method's middle values. */
  readonly costOf: (attempt: number) => { readonly energyKwh: number; readonly cloudUsd: number };
}
