/** A small dump of sacct: four jobs of a loop over learning rates, one of another user, and two of one id on two clusters. */
export function sacctRows(): string {
  const header = 'JobID|Cluster|JobName|User|Account|State|Submit|Start|End|ElapsedRaw|AllocTRES';
  const row = (id: string, cluster: string, name: string, user: string, account: string): string => {
    const times = '2024-03-01T12:00:00|2024-03-01T12:00:00|2024-03-01T13:00:00|3600';
    return `${id}|${cluster}|${name}|${user}|${account}|COMPLETED|${times}|gres/gpu:a100=1,gres/gpu=1`;
  };
  return [
    header,
    ...['0.1', '0.2', '0.3', '0.4'].map((lr, index) => row(`10${index + 1}`, 'a', `lr_${lr}`, 'ann', 'nlp')),
    row('105', 'a', 'vit', 'ann', 'vision'),
    row('105', 'b', 'vit', 'ann', 'vision'),
    row('107', 'a', 'other', 'ben', 'nlp'),
    '',
  ].join('\n');
}
