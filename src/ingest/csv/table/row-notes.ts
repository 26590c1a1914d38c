// What is said of rows that are no jobs.

export const CELLS = 'a row that has not as many cells as the header: it is cut or damaged';
export const TOTALS = 'rows of totals or means below or between the jobs: left out, or they would count twice';
export const JOB_STEPS =
  'rows of steps of jobs, and of what was left of arrays, by the ids that Slurm gives them (700.batch, 700.0, 701_[3-9]): they are no jobs, and their hours are those of their jobs';
export const OPEN_STEPS =
  'rows whose id is that of another row with a number behind a point (700.0 beside 700): under Slurm they are steps, whose hours are those of their job. Without start and end nothing tells, and each counts as a job. If they are steps, delete them from the table';
export const STEPS =
  'rows of a table that are steps of runs and not runs: several rows of each, with a count that goes on. Export one row a run';
export const REMARKS =
  'rows with text in one cell and nothing else, as headings and remarks between jobs have: left out';
export const GREW =
  'rows of runs that were still going on, as CodeCarbon and Ray Tune write them down now and then: the last row of a run has all that those before it have, so they are left out';
