import type { Sweep } from '../../../model/sweep.ts';
import type { BestTrial, SweepTrials } from '../../../model/trial.ts';
import { counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { dotPlot } from './dot-plot.ts';
import { cellsOf, gridOf } from './grid.ts';
import { heatMap } from './heat-map.ts';
import { pictureLegend } from './legend.ts';
import { drawnAxes, parallelCoordinates } from './parallel-coordinates.ts';
import { type Picture, pictureOf } from './picture.ts';
import { runTable } from './run-table.ts';

/** More lines could not be told apart, and cost 100 bytes each; dots cost 12. */
const [MOST_LINES, MOST_DOTS] = [200, 1000];

/** A drawing, or a sentence that says why there is none. */
export interface Drawing {
  readonly isDrawn: boolean;
  /** Whether it shows every combination, those that no run tried as well. */
  readonly isGrid: boolean;
  readonly content: Html;
}

/**
 * What the runs of a sweep tried and came to: a grid as a heat map, one parameter as dots, more as parallel coordinates. In words why there is no drawing, where runs cannot be laid out
 * truly.
 */
export function drawing(sweep: Sweep, trials: SweepTrials, best: BestTrial | undefined): Drawing {
  if (!areApart(sweep, trials))
    return unable(
      html`Several runs ran inside of one job, so what each tried and took is not told apart here, and nothing is drawn.`,
    );
  const picture = pictureOf(sweep.id, trials, best);
  const count = picture.combinations.length;
  if (count > (picture.axes.length < 2 ? MOST_DOTS : MOST_LINES))
    return unable(html`${counted(count, 'combination')} are too many to draw; each run is in jobs.csv.`);
  const grid = gridOf(picture);
  const missing = grid === undefined ? undefined : cellsOf(picture.axes) - count;
  const drawn = grid === undefined ? html`${plot(picture)}${runTable(picture)}` : heatMap(picture, grid);
  return {
    isDrawn: true,
    isGrid: grid !== undefined,
    content: html`<div class="drawn">${pictureLegend(picture, missing)}${drawn}${notes(picture)}</div>`,
  };
}

const unable = (why: Html): Drawing => ({ isDrawn: false, isGrid: false, content: html`<p class="note">${why}</p>` });

/** Whether each run has attempts of its own: only then its values, its hours and its outcome are known to be its. */
const areApart = ({ runs, shares }: Sweep, { trials }: SweepTrials): boolean =>
  shares === undefined && trials.length === runs;

const plot = (picture: Picture): Html => (picture.axes.length < 2 ? dotPlot(picture) : parallelCoordinates(picture));

/** What the drawing leaves out. */
function notes({ axes, repeats }: Picture): Html {
  const told = axes.length === 0 && 'What each run tried is not in the logs. ';
  const seeds =
    repeats.length > 0 &&
    html`Runs that differ only in ${repeats.map((name, index) => html`${index > 0 && ', '}${named(name, 40)}`)} are taken together. `;
  const left = axes.length - drawnAxes(axes).length;
  const more = left > 0 && `${counted(left, 'more parameter')} varied and ${left === 1 ? 'is' : 'are'} not drawn. `;
  return told || seeds || more ? html`<p class="note">${told}${seeds}${more}</p>` : html``;
}
