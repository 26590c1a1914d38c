import type { ProjectFacts } from '../../model/facts.ts';
import { type Html, html } from './html.ts';

/** The foot of the page: what made it, and where its figures are. */
export function colophon({ generator, method, command }: ProjectFacts): Html {
  return html`<footer>
<p>Made by ${generator.name} ${generator.version} with the method ${method.name}. The same log files, version and options give this file again, byte for byte${command !== undefined && html`: <a href="#reconciliation">the command</a>`}.</p>
<p>The figures of every attempt are in jobs.csv, of every sweep in sweeps.csv, and all of this page’s in report.json, beside this file.</p>
</footer>`;
}
