import { pageCommandLine } from '../../../model/command.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { shortened } from '../../render/visible-text.ts';

/** A command is cut here: a shell may have made thousands of paths of one `*`. */
const MOST_SHOWN = 2000;

/** What was typed, and the files that it needs, so that a reader can do the same. */
export function reproduce({ command, generator }: ProjectFacts): Html {
  if (command === undefined) return html``;
  const line = pageCommandLine(command);
  const whole = line.length > MOST_SHOWN ? html` It is cut here; report.json has all of it.` : '';
  const { config } = command;
  return html`<h3>The same again</h3>
<p>This command, where its paths lead to the files above, gives this report again, byte for byte, with
${generator.name} ${generator.version}.${whole}</p>
<p class="command" data-copy="command"><code>${shortened(line, MOST_SHOWN)}</code></p>
${config !== undefined && html`<p>It read <code>${named(config.path, 200)}</code>, SHA-256 <code class="hash">${config.sha256}</code>.</p>`}`;
}
