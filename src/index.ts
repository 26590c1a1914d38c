/** The public API: read logs, analyse them, and write the parts of a report. */
export { type AnalysisInput, type AnalysisOptions, analyse } from './analysis/analyse.ts';
export { AppError, type ErrorContext } from './errors.ts';
export { type IngestOptions, type Intake, ingest } from './ingest/ingest.ts';
export type { Estimate, Range } from './model/estimate.ts';
export type { ProjectFacts } from './model/facts.ts';
export type { Job } from './model/job.ts';
export type { JobTable } from './model/job-table.ts';
export type { Ledger } from './model/ledger.ts';
export type { Method, Rate } from './model/method.ts';
export type { Said, SaidMethod } from './model/said.ts';
export type { Sweep } from './model/sweep.ts';
export { renderHtml } from './report/html.ts';
export { jobsCsv } from './report/jobs-csv.ts';
export { rejectsCsv } from './report/rejects-csv.ts';
export { reportJson } from './report/report-json.ts';
export { sweepsCsv } from './report/sweeps-csv.ts';
export { ownMethod } from './tables/methods/own-method.ts';
export { findMethod } from './tables/methods/registry.ts';
