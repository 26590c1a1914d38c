import type { ProjectFacts } from '../model/facts.ts';
import type { Tier } from '../model/tier.ts';
import { amount, counted, grouped, usd, usdSpan } from '../report/render/format.ts';
import { period } from '../report/render/headline.ts';
import { standIn } from '../report/render/stand-in.ts';
import { verdict } from '../report/render/verdict.ts';

const COLUMNS = [14, 10, 12, 18, 13];

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(COLUMNS[0] as number) : cell.padStart(COLUMNS[index] as number)))
    .join('');

const tierLine = (label: string, { attempts, gpuHours, costs }: Tier): string =>
  line([label, grouped(attempts), amount(gpuHours), usdSpan(costs.cloudUsd), usd(costs.electricityUsd.value)]);

/** The answer in a terminal: the three tiers, where every record went, what to look at. Ends with where the page is. */
export function summaryText(facts: ProjectFacts, page: string, bold: (text: string) => string): string {
  const { project, usage, sweeps, ledger, tiers, costs } = facts;
  const notes = facts.diagnostics.filter(({ severity }) => severity !== 'info');
  const attempts = `${counted(usage.attempts, 'attempt')} in ${counted(ledger.runs, 'run')}`;
  const totals = [attempts, counted(sweeps.length, 'sweep'), `${amount(usage.gpuHours)} GPU-hours`];
  const what = [period(project.days), ...totals].filter((part) => part !== '').join(', ');
  const ratio = verdict(facts);
  const why = standIn(facts);
  return [
    ...(ratio === undefined
      ? [bold(`${project.name}: ${what}`)]
      : [bold(`${project.name}: ${lowerFirst(ratio)}`), what]),
    '',
    line(['', 'attempts', 'GPU-hours', 'cloud', 'electricity']),
    tierLine('single model', tiers.singleModel),
    tierLine('single tune', tiers.singleTune),
    tierLine('full project', tiers.project),
    ...(why === undefined ? [] : [`single model and tune: ${why}; name it with --final`]),
    '',
    `${amount(costs.energyKwh.value)} kWh, ${amount(costs.co2eKg.value)} kg CO2e under the method ${facts.method.name}; ranges and sources are in the report`,
    `records: ${reconciliationText(facts)}`,
    ...notes.map(({ severity, count, message }) => `${severity}: ${message}${count > 1 ? ` (${grouped(count)})` : ''}`),
    '',
    page,
    '',
  ].join('\n');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function reconciliationText({ ledger }: ProjectFacts): string {
  const { records, ...classes } = ledger.reconciliation;
  const parts = Object.entries(classes).filter(([, count]) => count > 0);
  return `${grouped(records)} read = ${parts.map(([name, count]) => `${grouped(count)} ${words(name)}`).join(' + ')}`;
}

const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
