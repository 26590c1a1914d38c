import type { ProjectFacts } from '../../model/facts.ts';
import { type Html, html } from './html.ts';

/** The foot of the page: what made it and how to make it again. */
export function colophon({ generator, method }: ProjectFacts): Html {
  return html`<footer>
<p>Made by ${generator.name} ${generator.version}. The same log files, version and options give this file again, byte for byte:</p>
<p class="command" data-copy="command"><code>runledger report &lt;log files&gt; --method ${method.name}</code></p>
<p>The figures of every attempt are in jobs.csv, of every sweep in sweeps.csv, and all of this page’s in report.json, beside this file.</p>
</footer>`;
}
