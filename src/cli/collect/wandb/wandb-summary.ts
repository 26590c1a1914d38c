import { counted } from '../../../report/render/format.ts';
import { timeText } from '../windows.ts';
import type { Collected, Collecting } from './collect-runs.ts';
import type { Span } from './wandb-collection.ts';

/** What was collected, and what is not in it. */
export function summaryOf(asked: Collecting, { added, refreshed, gone, missing }: Collected): string {
  const { files, collection, span } = asked;
  const lines = [
    `${counted(files.runs.size, 'run')} in ${collection.directory}${spanText(span)}: ${added} new, ${refreshed} asked for again`,
    metadataText(asked),
    summariesText(asked),
    missing === 0 ? '' : `${counted(missing, 'run')} on the server's list could not be got; run the same command again`,
    gone === 0
      ? ''
      : `${counted(gone, 'run')} that an earlier call saved ${gone === 1 ? 'is' : 'are'} no longer on the server`,
    'runs that were deleted before are in no list, so totals are a lower bound',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n\nrunledger report ${collection.directory}\n`;
}

function spanText({ since, until }: Span): string {
  const day = (time: number): string => timeText(time).replace('T00:00:00', '');
  const from = since === undefined ? '' : ` from ${day(since)}`;
  const to = until === undefined ? '' : ` until ${day(until)}`;
  return from === '' && to === '' ? '' : `, asked for those created${from}${to}`;
}

function summariesText({ collection }: Collecting): string {
  const without = collection.withoutSummary.size;
  return without === 0 ? '' : `summaries of ${counted(without, 'run')} were too much for the server and are left out`;
}

function metadataText({ metadata, collection }: Collecting): string {
  const without = collection.withoutMetadata.size;
  if (metadata === undefined || without === 0) return '';
  return `metadata of ${counted(without, 'run')} could not be fetched (${metadata.reason}); run the same command again to try once more`;
}
