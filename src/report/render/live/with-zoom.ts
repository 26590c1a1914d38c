import type { Mark, Scale, Signal, Spec } from 'vega';

/** The signal that holds the stretch of time that is shown, ms from 1970; null for all of it. */
const ZOOM = 'zoom';

/** Marks beside the plot may be drawn as long as all is shown, px. */
const BESIDE = 400;

/** An outline that cuts off at the sides of the plot what lies outside of the stretch that is shown, and nothing above or below. */
const OUTLINE = `'M' + (${ZOOM} ? 0 : -${BESIDE}) + ',-${BESIDE}H' + (width + (${ZOOM} ? 0 : ${BESIDE})) + 'V' + (height + ${BESIDE}) + 'H' + (${ZOOM} ? 0 : -${BESIDE}) + 'Z'`;

/** A compiled chart whose time can be zoomed by a signal, where its horizontal axis is one of time. */
export function withZoom(spec: Spec): { readonly spec: Spec; readonly isOverTime: boolean } {
  const isOverTime = (spec.scales ?? []).some(isAcrossTime);
  if (!isOverTime) return { spec, isOverTime };
  const signal: Signal = { name: ZOOM, value: null };
  return {
    isOverTime,
    spec: {
      ...spec,
      signals: [...(spec.signals ?? []), signal],
      scales: (spec.scales ?? []).map((scale) =>
        isAcrossTime(scale) ? ({ ...scale, domainRaw: { signal: ZOOM } } as Scale) : scale,
      ),
      marks: (spec.marks ?? []).map((mark): Mark => ({ ...mark, clip: { path: { signal: OUTLINE } } }) as Mark),
    },
  };
}

const isAcrossTime = ({ name, type }: Scale): boolean => name === 'x' && (type === 'utc' || type === 'time');
