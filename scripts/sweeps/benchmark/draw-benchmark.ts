import { DAY } from '../../fixtures/lisa/calendar.ts';
import type { Random } from '../../fixtures/lisa/random.ts';
import { drawTask, type Task } from './draw-task.ts';
import { inLoops, type Order } from './trial-orders.ts';

/** What a benchmark is to try. */
export interface Plan {
  readonly tasks: number;
  readonly repeats: number;
}

/** A combination of hyperparameters on a task, for the so manyeth time. */
export interface Trial {
  readonly task: Task;
  readonly combination: number;
  readonly repeat: number;
}

/** A run of a trial. */
export interface TrialRun extends Trial {
  /** Epoch seconds. */
  readonly start: number;
  readonly seconds: number;
  /** What it measured; undefined where it crashed. */
  readonly value: number | undefined;
}

/** A benchmark as it was run. */
export interface Benchmark {
  readonly combinations: readonly Readonly<Record<string, string>>[];
  /** In order of their starts. */
  readonly runs: readonly TrialRun[];
}

/** 2022-01-01, 00:00 UTC. */
const FIRST_SECOND = 1_640_995_200;
const ORDERS: readonly Order[] = ['tasks', 'combinations', 'repeats', 'shuffled'];
const COMBINATIONS = [2, 3, 4, 5, 6, 8, 9, 12, 16];
const SLOTS = [1, 4, 16];
const [CRASHES, TASKS_CUT_SHORT, LEFT_OUT, MINUTE] = [0.03, 0.15, 0.3, 60];

/** Draws a benchmark: the same combinations, equally often, on each task, one after the other or all at once. Some crash, some tasks are cut short, some combinations diverge. */
export function drawBenchmark(random: Random, { tasks, repeats }: Plan): Benchmark {
  const combinations = drawCombinations(random, random.pick(COMBINATIONS));
  const all = drawTasks(random, tasks, combinations.length);
  const trials = all.flatMap((task) => {
    const isCutShort = all.length > 1 && random.chance(TASKS_CUT_SHORT);
    return combinations.flatMap((_, combination) =>
      Array.from({ length: repeats }, (_, repeat): Trial => ({ task, combination, repeat })).filter(
        () => !(isCutShort && random.chance(LEFT_OUT)),
      ),
    );
  });
  const order = random.pick(ORDERS);
  return { combinations, runs: runTrials(random, inLoops(random, trials, order), order === 'tasks') };
}

function drawTasks(random: Random, count: number, combinations: number): Task[] {
  const kind = random.pick(['accuracy', 'loss', 'mixed'] as const);
  const common = Array.from({ length: combinations }, () => random.between(-1, 1));
  const noise = { value: 10 ** random.between(-2.7, -1.5), seconds: 10 ** random.between(-2, -0.7) };
  const spread = { value: 10 ** random.between(-2, -0.6), seconds: random.pick([0, 0.1, 0.3]) };
  return Array.from({ length: count }, (_, index) =>
    drawTask(random, `task${index + 1}`, {
      measure: kind === 'mixed' ? random.pick(['val_accuracy', 'val_loss']) : `val_${kind}`,
      common,
      noise,
      spread,
    }),
  );
}

/** Runs trials in their order on as many machines as there are. */
function runTrials(random: Random, trials: readonly Trial[], hasPauses: boolean): TrialRun[] {
  const slots = new Array<number>(random.pick(SLOTS)).fill(FIRST_SECOND);
  const longestPause = random.pick([0, DAY]);
  const isTriedAgain = random.chance(0.5);
  const runs: TrialRun[] = [];
  const run = (trial: Trial): void => {
    const slot = slots.indexOf(Math.min(...slots));
    const start = Math.round((slots[slot] as number) + random.between(1, MINUTE));
    const whole = trial.task.secondsOf(trial.combination);
    const hasCrashed = random.chance(CRASHES);
    const seconds = Math.round(hasCrashed ? whole * random.uniform() : whole) + 1;
    runs.push({ ...trial, start, seconds, value: hasCrashed ? undefined : trial.task.valueOf(trial.combination) });
    slots[slot] = start + seconds;
    if (hasCrashed && isTriedAgain) run(trial);
  };
  trials.forEach((trial, index) => {
    if (hasPauses && index > 0 && trial.task !== trials[index - 1]?.task)
      slots.fill(Math.max(...slots) + random.between(0, longestPause));
    run(trial);
  });
  return runs.sort((one, other) => one.start - other.start);
}

/** Three hyperparameters, each of values that a person or a search chose. */
function drawCombinations(random: Random, count: number): Record<string, string>[] {
  const seen = new Set<string>();
  const drawn: Record<string, string>[] = [];
  const isSearch = random.chance(0.5);
  while (drawn.length < count) {
    const lr = 10 ** random.between(-5, -1);
    const combination = {
      learning_rate: isSearch ? lr.toPrecision(8) : lr.toPrecision(1),
      dropout: String(random.pick([0, 0.1, 0.2, 0.5])),
      warmup_steps: String(random.integer(0, 3) * 1000),
    };
    const key = JSON.stringify(combination);
    if (!seen.has(key)) drawn.push(combination);
    seen.add(key);
  }
  return drawn;
}
