/** Words of a key whose text is a secret. */
const SECRET_KEY =
  /(?:^|[._-])(?:[a-z]*api[_-]?keys?|pass(?:word|wd|phrase)?|pwd|secrets?|credentials?|(?:private|access|secret|wandb)[_-]?key)(?:[._-]|$)/i;
/** `token`, `hf_token`, `authToken`: as the last word of a key. */
const TOKEN_KEY = /(?:(?:^|[._-])token|[a-z]Token)$/i;
/** Words before `token` that speak of text that is learnt: `pad_token`. */
const TEXT_TOKEN =
  /(?:bos|eos|pad|unk|sep|cls|mask|start|end|stop|special|image|img|audio|video|prompt|class|query|concept|placeholder|trigger|initializer|next|per|target)[_-]?token$/i;
/** How keys of well-known services begin. */
const SECRET_VALUE = /^(?:hf_|sk-|ghp_|gho_|github_pat_|glpat-|xox[abp]-|AKIA|wandb_v\d_)[\w-]{12,}$/;
const NUMBER_OR_MARK = /^[-+]?[\d.]+(?:e[-+]?\d+)?$|^[<[{(|]|^(?:true|false|null|none|nan)?$/i;

/**
 * Whether a value is a password, a key or a token, by its own look or by its name. Numbers and marks are none: `max_tokens: 512`, `pad_token: "<pad>"`.
 *
 * @param key dotted, as in a flat configuration
 */
export function isSecret(key: string, value: string): boolean {
  if (SECRET_VALUE.test(value)) return true;
  if (NUMBER_OR_MARK.test(value)) return false;
  return SECRET_KEY.test(key) || (TOKEN_KEY.test(key) && !TEXT_TOKEN.test(key));
}

const HIDDEN = '***';
const OPTION = /^--?([\w.-]+)$/;
const OPTION_WITH_VALUE = /^(--?)?([\w.-]+)=([\s\S]*)$/;

/** Arguments of a program with the values of secrets replaced: `--api_key=***`, `--hub_token ***`. */
export function hideSecrets(args: readonly string[]): string[] {
  return args.map((argument, index) => {
    const [, dashes = '', key = '', value = ''] = OPTION_WITH_VALUE.exec(argument) ?? [];
    if (key !== '') return isSecret(key, value) ? `${dashes}${key}=${HIDDEN}` : argument;
    const [, option = ''] = OPTION.exec(args[index - 1] ?? '') ?? [];
    return isSecret(option, argument) ? HIDDEN : argument;
  });
}
