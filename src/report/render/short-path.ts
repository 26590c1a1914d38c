const STEP = /L(-?[\d.]+),(-?[\d.]+)/g;
const START = /^M(-?[\d.]+),(-?[\d.]+)((?:L-?[\d.]+,-?[\d.]+)+)(Z?)$/;

/** An outline of straight lines, as Vega writes areas and lines, with those that run across or down by one number each. Others are left as they are. */
export function shortPath(outline: string): string {
  const [, x, y, steps, end = ''] = START.exec(outline) ?? [];
  if (x === undefined || y === undefined || steps === undefined) return outline;
  let last = [x, y];
  let drawn = '';
  for (const [step, toX = '', toY = ''] of steps.matchAll(STEP)) {
    const [isAcross, isDown] = [toY === last[1], toX === last[0]];
    if (!(isAcross && isDown)) drawn += isAcross ? `H${toX}` : isDown ? `V${toY}` : step;
    last = [toX, toY];
  }
  return `M${x},${y}${drawn}${end}`;
}
