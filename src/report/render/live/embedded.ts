import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { type Html, html } from '../html.ts';

/** Of the kind that no browser runs. */
const TYPE = 'application/deflate';
const BLOCK = /<script type="application\/deflate" data-(live|runtime)="[^"]*">([A-Za-z0-9+/=]*)<\/script>/g;
/** Bytes at a time, so that they fit into the arguments of a call. */
const PIECE = 0x8000;

/** Text in little space: deflated (RFC 1951) and in base64. The same text gives the same bytes on any machine. */
export const deflated = (text: string): string => base64(deflateSync(strToU8(text), { level: 9 }));

/** A block of the page that holds a deflated text for its script: the `live` chart of an id, or the `runtime` of all. */
export const embedded = (kind: 'live' | 'runtime', id: string, deflatedText: string): Html =>
  html`<script type="${TYPE}" data-${kind}="${id}">${deflatedText}</script>`;

/** The charts that a page holds deflated, as JSON, for whoever must see all that is in it. */
export const embeddedCharts = (page: string): string[] =>
  [...page.matchAll(BLOCK)].flatMap(([, kind, block = '']) =>
    kind === 'live' ? [strFromU8(inflateSync(bytesOf(block)))] : [],
  );

/** A page without what it holds deflated, in which anything might be read by chance. */
export const withoutEmbedded = (page: string): string => page.replaceAll(BLOCK, '');

function base64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += PIECE) characters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(characters);
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
