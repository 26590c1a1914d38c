// Small dumps of `sacct -P` for tests, with the columns that `runledger` asks people for.

const COLUMNS =
  'JobID|JobIDRaw|Cluster|JobName|User|Account|Partition|State|Submit|Start|End|Elapsed|ElapsedRaw|AllocCPUS|AllocTRES|WorkDir|SubmitLine';

export interface SacctRow {
  readonly id: string;
  readonly raw?: string;
  readonly name?: string;
  readonly user?: string;
  readonly account?: string;
  readonly state?: string;
  /** `2018-03-01T10:00:00`; it starts at once. */
  readonly submit?: string;
  readonly hours?: number;
  readonly gpu?: string;
  readonly command?: string;
}

const printed = (epochSeconds: number): string => new Date(epochSeconds * 1000).toISOString().slice(0, 19);

/** One job and its batch step, as sacct prints them. */
function linesOf(row: SacctRow): string[] {
  const { id, raw = id, name = 'train', user = 'ines', account = 'parsing', state = 'COMPLETED', gpu = 'titanx' } = row;
  const { submit = '2018-03-01T10:00:00', hours = 1, command = `sbatch -J ${name} train.sh` } = row;
  const seconds = hours * 3600;
  const end = printed(Date.parse(`${submit}Z`) / 1000 + seconds);
  const elapsed = `${Math.floor(hours / 24)}-${printed((hours % 24) * 3600).slice(11)}`;
  const held = `billing=2,cpu=2,gres/gpu:${gpu}=1,gres/gpu=1,mem=8G,node=1`;
  const times = [submit, submit, end, elapsed, seconds].join('|');
  return [
    [id, raw, 'selenite', name, user, account, 'gpu', state, times, 2, held, `/home/${user}/lisa`, command].join('|'),
    [`${id}.batch`, `${raw}.batch`, 'selenite', 'batch', '', account, '', 'COMPLETED', times, 2, held, '', ''].join(
      '|',
    ),
  ];
}

export const sacctText = (rows: readonly SacctRow[]): string => `${[COLUMNS, ...rows.flatMap(linesOf)].join('\n')}\n`;
