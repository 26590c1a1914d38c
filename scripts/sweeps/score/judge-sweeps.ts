import type { Sweep } from '../../../src/model/sweep.ts';
import { withoutDash } from '../lab/name-styles.ts';
import type { TrueParameter } from '../logs/labelled-log.ts';
import type { Examination } from './examine-log.ts';

/** What was found of one sweep. */
export interface SweepVerdict {
  readonly confidence: number;
  /** Whether it has all attempts of one true sweep and no others. */
  readonly isRight: boolean;
  /** Label of the true sweep, where it is right. */
  readonly label?: string;
  readonly kind?: { readonly found: string; readonly truth: string };
  /** Whether each parameter and the value of each job were found, and no others, where the log tells them. */
  readonly hasParameters?: boolean;
}

/** Runs of which a kind can be told. */
const FEWEST_RUNS = 6;

/** Judges each sweep found among judged attempts. Kind and parameters only where the grouping is right and the log tells them. */
export function judgeSweeps(examination: Examination): SweepVerdict[] {
  const { findings, labels, judged } = examination;
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const isJudged = new Set(judged.map((attempt) => findings.sweepOf[attempt] as number));
  return findings.sweeps.flatMap((sweep, index) => {
    if (!isJudged.has(index)) return [];
    const inside = new Set(Array.from(sweep.members, (attempt) => labels[attempt] as string));
    const [label = ''] = inside;
    const isRight = inside.size === 1 && label !== '' && sizes.get(label) === sweep.members.length;
    return [
      { confidence: sweep.confidence, isRight, ...(isRight ? judgeRight(examination, sweep, index, label) : {}) },
    ];
  });
}

function judgeRight(examination: Examination, sweep: Sweep, index: number, label: string): Partial<SweepVerdict> {
  const truth = examination.log.sweeps?.get(label);
  const { kind, parameters } = truth ?? {};
  return {
    label,
    ...(parameters && { hasParameters: areFound(examination, sweep, index, parameters) }),
    ...(kind && sweep.runs >= FEWEST_RUNS && { kind: { found: sweep.kind, truth: kind } }),
  };
}

/** An array's index is no hyperparameter. */
const ARRAY_TASK = 'array_task';

function areFound(
  { findings, raws }: Examination,
  { members }: Sweep,
  index: number,
  truth: readonly TrueParameter[],
): boolean {
  const found = findings
    .triedIn(index)
    .map(({ key, values }, place) => ({ key: plainKey(key), values, place }))
    .filter(({ key }) => key !== ARRAY_TASK);
  const agrees = (parameter: TrueParameter, { values, place }: (typeof found)[number]): boolean => {
    const codes = new Map<string, string>();
    return Array.from(members).every((attempt) => {
      const told = values[findings.valueIn(attempt, place)] ?? '';
      const meant = parameter.values.get(raws[attempt] as string) ?? '';
      if (!parameter.isFlag) return isSame(told, meant);
      codes.set(meant, codes.get(meant) ?? told);
      return codes.get(meant) === told && new Set(codes.values()).size === codes.size;
    });
  };
  const isFound = (parameter: TrueParameter): boolean =>
    found.some((each) => (parameter.keys.length === 0 || parameter.keys.includes(each.key)) && agrees(parameter, each));
  return found.length === truth.length && truth.every(isFound);
}

const plainKey = (key: string): string => key.replace(/^-+/, '').toLowerCase();

/** As text, as a number, or as names write it that are to have no dash. */
const isSame = (told: string, meant: string): boolean =>
  told === meant || Number(told) === Number(meant) || told === withoutDash(meant);
