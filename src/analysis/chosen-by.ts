import type { Selection } from '../ledger/select-attempts.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { ProjectFacts } from '../model/facts.ts';

/** By what attempts were chosen, where any were left out. */
export function chosenBy(
  { user, account, since, until, project }: Selection,
  diagnostics: Diagnostics,
): Pick<ProjectFacts, 'chosenBy'> {
  if (!diagnostics.list().some(({ rule }) => rule === 'not-selected')) return {};
  const asked = {
    '--user': user,
    '--account': account,
    '--since': since,
    '--until': until,
    'projects in the configuration': project,
  };
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return given.length === 0 ? {} : { chosenBy: given };
}
