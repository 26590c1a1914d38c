import type { JobTable } from '../model/job-table.ts';
import { MIG_PROFILE } from '../model/mig-profile.ts';
import { GPU_BASES, type TrackedRuns } from '../model/tracked-run.ts';

/**
 * Of two records of an attempt first the one that knows more of its GPUs. Some exports do not know them (no AllocTRES), some print what was asked for instead of what was held (completion logs, ReqTRES),
 * some count slices of a GPU as whole ones (no type), some know the number and not the model.
 */
export function byGpus(table: JobTable, left: number, right: number): number {
  const { gpus, gpuTypes, gpusAsked, tracked } = table;
  const [a, b] = [gpus.at(left), gpus.at(right)];
  const sliced = bySlices(table, left, right);
  const unknown = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  // A slice of unknown size is no whole GPU, whatever a record without types says.
  if (unknown !== 0) return sliced || unknown;
  if (Number.isNaN(a)) return 0;
  const asked = gpusAsked.at(left) - gpusAsked.at(right) || byBasis(tracked, left, right);
  const shared = sliced || Number(Number.isInteger(a)) - Number(Number.isInteger(b));
  return asked || shared || b - a || Number(gpuTypes.at(left) === '') - Number(gpuTypes.at(right) === '');
}

/** First the record whose types are slices of GPUs: seven slices may be one whole GPU. */
function bySlices({ gpuTypes }: JobTable, left: number, right: number): number {
  if (gpuTypes.code(left) === gpuTypes.code(right)) return 0;
  return Number(namesSlice(gpuTypes.at(right))) - Number(namesSlice(gpuTypes.at(left)));
}

const namesSlice = (types: string): boolean => types !== '' && MIG_PROFILE.test(types.toLowerCase());

/** The GPUs on which a run was seen come before those that its machine shows. */
function byBasis(tracked: TrackedRuns, left: number, right: number): number {
  if (tracked.length === 0) return 0;
  const [one, other] = [left, right].map((row) => GPU_BASES.indexOf(tracked.at(row)?.gpuBasis ?? 'unknown'));
  return (one as number) - (other as number);
}
