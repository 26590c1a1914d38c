import { BASE_STYLE } from './styles/base.ts';
import { PHONE_STYLE } from './styles/phone.ts';
import { PRINT_STYLE } from './styles/print.ts';
import { SENSITIVITY_STYLE } from './styles/sensitivity.ts';

/** The look of the page, light and dark, on screen, phone and paper. Charts take their colours from the variables of the first part. */
export const STYLESHEET = `
${[BASE_STYLE, SENSITIVITY_STYLE, PHONE_STYLE, PRINT_STYLE].join('')}`;
