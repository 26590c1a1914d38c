import { BASE_STYLE } from './styles/base.ts';
import { CARDS_STYLE } from './styles/cards.ts';
import { LIVE_STYLE } from './styles/live.ts';
import { PHONE_STYLE } from './styles/phone.ts';
import { PRINT_STYLE } from './styles/print.ts';
import { SENSITIVITY_STYLE } from './styles/sensitivity.ts';
import { STORY_STYLE } from './styles/story.ts';
import { TRUST_STYLE } from './styles/trust.ts';
import { WHAT_IF_STYLE } from './styles/what-if.ts';

/** The look of the page, light and dark, on screen, phone and paper. Charts take their colours from the variables of the first part. */
export const STYLESHEET = `
${[BASE_STYLE, LIVE_STYLE, STORY_STYLE, CARDS_STYLE, TRUST_STYLE, SENSITIVITY_STYLE, WHAT_IF_STYLE, PHONE_STYLE, PRINT_STYLE].join('').replaceAll(/^ +/gm, '')}`;
