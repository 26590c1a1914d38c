/** What is a mail address or a key to some service, whoever's it is, by the form that its maker gives it. */
const MAIL = /[\w.%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/gi;
/** What a mail address has behind its mailbox, looked for first: ids of attempts have an at sign each. */
const MAIL_DOMAIN = /@(?:[a-z0-9-]+\.)+[a-z]{2,}/i;
const SHAPES: readonly RegExp[] = [
  /\b[0-9a-f]{40}\b/g, // Weights & Biases until 2025
  /\b(?:wandb_v\d|hf|gh[pousr]|github_pat|glpat|npm|pypi)[_-][\w-]{16,}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bsk-[\w-]{16,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\bAIza[\w-]{35}/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
];

/** Mail addresses and keys in a text. */
export const secretsIn = (text: string): string[] =>
  (MAIL_DOMAIN.test(text) ? [MAIL, ...SHAPES] : SHAPES).flatMap((shape) => text.match(shape) ?? []);

/** Options whose value is a secret, whatever it looks like. */
const SECRET_KEY = /token|secret|passw|pwd|credential|api[_-]?key|auth/i;

const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);

/** Numbers as people choose them for hyperparameters: not digits by the dozen, which may be a key, nor hexadecimal. */
const HYPERPARAMETER_NUMBER = /^[-+]?(?:\d{1,12}\.?\d{0,20}|\.\d{1,20})(?:e[-+]?\d{1,3})?$/i;

/** Whether a value may stay as it is: a number, and of a key that names no secret. */
export const isPlainNumber = (key: string, value: string): boolean =>
  HYPERPARAMETER_NUMBER.test(value.trim()) && !isSecretKey(key);
