import type { ProjectFacts } from '../../../model/facts.ts';
import { counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';

/** On the first screen, that there is something to know before quoting its figures; nothing when there is nothing. */
export function cautionLine({ diagnostics }: ProjectFacts): Html | false {
  const grave = diagnostics.filter(({ severity }) => severity !== 'info').length;
  return (
    grave > 0 &&
    html`<p class="caution"><a href="#cautions-title"><b>Before you quote these figures</b>: ${counted(grave, 'thing')} to know</a></p>`
  );
}
