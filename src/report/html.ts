import type { ProjectFacts } from '../model/facts.ts';
import { type DrawChart, loadCharts } from './render/charts.ts';
import { colophon } from './render/colophon.ts';
import { headline } from './render/headline.ts';
import { type Html, html } from './render/html.ts';
import type { LiveRuntime } from './render/live/live-runtime.ts';
import { inLocale, type Locale } from './render/locale.ts';
import { masthead } from './render/masthead.ts';
import { page } from './render/page.ts';
import type { Pen } from './render/pen.ts';
import { SECTIONS } from './sections/registry.ts';
import type { Section } from './sections/section.ts';

/** What the page needs of its surroundings, handed in so that this room stays pure. */
export interface HtmlTools {
  /** SHA-256 of a text's UTF-8 bytes in base64, for the page's content security policy. */
  readonly sha256Base64: (text: string) => string;
  /** The parts of the page; all of them where left out. */
  readonly sections?: readonly Section[];
  /** Lets charts come alive where scripts run; left out, they are drawings only. */
  readonly live?: LiveRuntime | undefined;
  /** How numbers are written; as in English where left out. */
  readonly locale?: Locale;
  /** Who draws the charts; left out, they are drawn here. */
  readonly pen?: Pen | undefined;
}

/**
 * The report as one HTML file that needs no network and, but for sorting and filtering, no script. The same facts give
 * the same bytes. A part that fails becomes a note in its place; the rest of the page stands.
 */
export async function renderHtml(
  facts: ProjectFacts,
  { sha256Base64, sections = SECTIONS, live, locale = 'en', pen }: HtmlTools,
): Promise<string> {
  const draw = await loadCharts({ live: live !== undefined, pen });
  const shown = sections.filter(({ isShown }) => isShown === undefined || isShown(facts));
  // Side by side: while one waits for its drawings, the others go on.
  const parts = await Promise.all(shown.map((section) => part(section, facts, draw)));
  const title = `${facts.project.name}: what the project took`;
  const body = html`${masthead(facts, shown, locale)}
<main id="report">${parts}</main>
${colophon(facts)}`;
  return inLocale(page({ title, description: headline(facts), body, live, locale }, sha256Base64).text, locale);
}

async function part(section: Section, facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const content = await attempted(section, facts, draw);
  return html`
<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${section.title}</h2>
${content}
</section>`;
}

async function attempted(section: Section, facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  try {
    return await section.render(facts, draw);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return html`<p class="failed"><strong>This part could not be made</strong>, because of a fault in runledger; the rest of the
report stands. Please report it: <code>${reason}</code></p>`;
  }
}
