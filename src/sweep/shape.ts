import type { Evidence, SweepKind } from '../model/sweep.ts';
import type { Design } from './axes.ts';
import type { SweepDraft } from './join-bursts.ts';

/** What a sweep is judged to be, how sure, and why. */
export interface Shape {
  readonly kind: SweepKind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

const GRID_COVERAGE = 0.8;
const FEWEST_RANDOM_RUNS = 6;
const MOSTLY_DISTINCT = 0.8;

/** Confidence by the strongest evidence there is. First values by judgement; they are not yet calibrated on labelled logs. */
const CONFIDENCE = { array: 0.98, fullGrid: 0.95, partialGrid: 0.85, values: 0.75, burst: 0.4 };

/** Judges the shape of a sweep from its design. */
export function judge(draft: SweepDraft, design: Design): Shape {
  const kind = kindOf(draft, design);
  const evidence = [...groupingEvidence(draft, design), ...designEvidence(draft, design, kind)];
  return { kind, confidence: confidenceOf(draft, design), evidence };
}

function kindOf(draft: SweepDraft, { axes, coverage }: Design): SweepKind {
  const parameters = axes.filter((axis) => axis.role === 'parameter');
  if (axes.length === 0 || axes.every((axis) => axis.key === 'array_task')) return 'unclear';
  if (parameters.length === 0) return 'seeds';
  if (coverage >= GRID_COVERAGE) return 'grid';
  const runs = draft.positions.length;
  const scattered = parameters.filter((axis) => axis.values.length >= MOSTLY_DISTINCT * runs).length;
  if (runs < FEWEST_RANDOM_RUNS || scattered === 0) return 'unclear';
  return scattered === parameters.length ? 'random' : 'mixed';
}

function confidenceOf(draft: SweepDraft, { axes, coverage }: Design): number {
  if (draft.isArray) return CONFIDENCE.array;
  if (axes.length === 0) return CONFIDENCE.burst;
  if (coverage === 1) return CONFIDENCE.fullGrid;
  return coverage >= GRID_COVERAGE ? CONFIDENCE.partialGrid : CONFIDENCE.values;
}

function groupingEvidence(draft: SweepDraft, { axes }: Design): Evidence[] {
  if (draft.isArray) return [{ rule: 'array', note: 'tasks of one job array' }];
  const together = { rule: 'burst', note: 'same user, directory and command, submitted without a longer pause' };
  return axes.length === 0
    ? [{ rule: 'burst', note: `${together.note}; nothing that the logs show varies` }]
    : [together];
}

function designEvidence(draft: SweepDraft, { axes, coverage, distinctCells }: Design, kind: SweepKind): Evidence[] {
  const evidence: Evidence[] = [];
  const names = axes.map((axis) => axis.key).join(', ');
  if (axes.length > 0) {
    const share = kind === 'grid' ? `${Math.round(coverage * 100)} % of their grid` : `${distinctCells} combinations`;
    evidence.push({ rule: 'values', note: `${names} varied: ${share}` });
  }
  if (draft.retries > 0) {
    evidence.push({ rule: 'retry', note: `${draft.retries} runs tried again what had not completed` });
  }
  if (draft.additions > 0) {
    evidence.push({ rule: 'addition', note: `${draft.additions} runs added later to the same grid` });
  }
  return evidence;
}
