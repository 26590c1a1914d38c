import { ICON } from '../assets/icon.ts';
import { SCRIPT } from '../assets/script.ts';
import { STYLESHEET } from '../assets/stylesheet.ts';
import { type Html, html, trusted } from './html.ts';
import { embedded } from './live/embedded.ts';
import type { LiveRuntime } from './live/live-runtime.ts';
import type { Locale } from './locale.ts';

interface Page {
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  /** What lets its charts come alive. */
  readonly live?: LiveRuntime | undefined;
  /** How numbers are written; living charts keep to it. */
  readonly locale?: Locale;
}

/**
 * The document around the report. Its policy allows the style sheet and the scripts embedded here, by their hashes, and nothing
 * else: no request leaves the page, and markup smuggled in through a log could not run.
 */
export function page(
  { title, description, body, live, locale = 'en' }: Page,
  sha256Base64: (text: string) => string,
): Html {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(STYLESHEET)}'`,
    `script-src 'sha256-${sha256Base64(SCRIPT)}'${live === undefined ? '' : ` 'sha256-${live.sha256}'`}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`${trusted('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="${trusted(ICON)}">
<style>${trusted(STYLESHEET)}</style>
</head>
<body>
<a class="skip" href="#report">To the report</a>
${body}
${live && embedded('runtime', locale, live.deflated)}
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
}
