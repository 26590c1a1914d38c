/** What the user must change to collect from Weights & Biases. */
export type WandbContext =
  | { readonly code: 'wandb-project-name'; readonly text: string }
  | { readonly code: 'wandb-address'; readonly url: string; readonly reason: string }
  | { readonly code: 'wandb-unencrypted'; readonly url: string }
  | { readonly code: 'wandb-no-key'; readonly host: string; readonly netrc: string }
  | { readonly code: 'wandb-bad-key'; readonly place: string }
  | { readonly code: 'wandb-key-refused'; readonly url: string; readonly status: number; readonly place: string }
  | { readonly code: 'wandb-no-project'; readonly url: string; readonly project: string; readonly place: string }
  | { readonly code: 'wandb-unreachable'; readonly host: string; readonly reason: string }
  | { readonly code: 'wandb-untrusted'; readonly host: string; readonly reason: string }
  | { readonly code: 'wandb-query-refused'; readonly url: string; readonly reason: string }
  | { readonly code: 'wandb-failed'; readonly url: string; readonly reason: string };

/** What another program printed, short and without breaks. */
export const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/g, '; ')
    .slice(0, 500);

/** How that is said. */
export function wandbWording(context: WandbContext): string {
  switch (context.code) {
    case 'wandb-project-name':
      return `collect wandb ${context.text}: not ENTITY/PROJECT. Take both from the address of the project's page, https://wandb.ai/ENTITY/PROJECT`;
    case 'wandb-address':
      return `${context.url}: ${context.reason}. Give the server with --base-url or WANDB_BASE_URL, such as https://api.wandb.ai`;
    case 'wandb-unencrypted':
      return `${context.url}: not encrypted, so the API key would be sent in the open. Use https, or --allow-http if you trust all that lies between`;
    case 'wandb-no-key':
      return `no API key for ${context.host} in WANDB_API_KEY or ${context.netrc}. Get one at https://wandb.ai/authorize or on your server, and set WANDB_API_KEY or run wandb login`;
    case 'wandb-bad-key':
      return `the API key in ${context.place} holds blanks or characters that no key has. Copy it anew`;
    case 'wandb-key-refused':
      return `${context.url}: the API key in ${context.place} was refused (${context.status}). Take a key that is valid there and may see the project`;
    case 'wandb-no-project':
      return `${context.url}: no project ${context.project} that the API key in ${context.place} may see. Check the name, and whose key it is`;
    case 'wandb-unreachable':
      return `${context.host}: cannot be reached from here (${oneLine(context.reason)}). Run the same command on a machine with internet, and copy the directory`;
    case 'wandb-untrusted':
      return `${context.host}: its certificate is not trusted (${oneLine(context.reason)}). Name your server's certificate authority in NODE_EXTRA_CA_CERTS`;
    case 'wandb-query-refused':
      return `${context.url}: the query was refused (${oneLine(context.reason)}). If --base-url is right, please report this`;
    case 'wandb-failed':
      return `${context.url}: gave no answer that could be used (${oneLine(context.reason)}). Run the same command again later: what was collected is kept`;
  }
}
