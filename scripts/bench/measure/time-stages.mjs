import { spawnSync } from 'node:child_process';

// Does once what `runledger report` does over a dump, in a process of its own and on one core, and prints how much processor time each stage took, in seconds:
// `node time-stages.mjs PATH`. On a machine that others use too, that stays about the same. What goes to files is made and not written.

/** As built, and without a loader that would change the code, since that is what users run. @param {string} path */
const built = (path) => new URL(`../../../dist/${path}`, import.meta.url).href;
const { tuneEngine } = await import(built('cli/tune-engine.js'));
tuneEngine();
const { analyse, findMethod, ingest, jobsCsv, renderHtml, reportJson, sweepsCsv } = await import(built('index.js'));

// On two cores those who collect garbage share the work, which takes more time of both. Without `taskset` it goes on all of them.
spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', '0', String(process.pid)]);

/** @type {Record<string, number>} */
const seconds = {};
let [stage, begun] = ['reading', processorSeconds()];

/** Of all threads: garbage is collected beside the work. */
function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Ends the stage that goes on and begins the next. @param {string} next */
function begin(next) {
  const now = processorSeconds();
  seconds[stage] = now - begun;
  [stage, begun] = [next, now];
}

/** Takes all of a file's pieces, as writing them does. @param {Iterable<unknown>} pieces */
function make(pieces) {
  for (const _ of pieces);
}

const intake = await ingest([process.argv[2] ?? ''], { zone: 'UTC' });
const asked = { projectName: 'bench', version: '0', method: findMethod('default'), selection: {} };
const facts = analyse(intake, { ...asked, onStage: begin });
begin('jobsCsv');
make(jobsCsv(facts));
begin('otherData');
make(reportJson(facts));
make(sweepsCsv(facts));
begin('page');
await renderHtml(facts, { sha256Base64: () => '' });
begin('end');
console.log(JSON.stringify(seconds));
