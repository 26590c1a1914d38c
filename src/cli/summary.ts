import type { ProjectFacts } from '../model/facts.ts';
import type { Tier } from '../model/tier.ts';
import { amount, counted, grouped, usd } from '../report/render/format.ts';
import { period } from '../report/render/headline.ts';
import { standIn } from '../report/render/stand-in.ts';
import { hoursOf, NOT_KNOWN, rentOf, told, toldEnergy } from '../report/render/told.ts';
import { verdict } from '../report/render/verdict.ts';

/** The least widths of the columns. */
const COLUMNS = [14, 10, 12, 18, 13];
/** Blanks between two columns, at least. */
const GAP = 2;

/** Rows of cells under each other. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = COLUMNS.map((least, column) =>
    Math.max(least, ...rows.map((row) => (row[column] as string).length + (column === 0 ? 0 : GAP))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
      )
      .join(''),
  );
}

function tierRow(label: string, tier: Tier): string[] {
  const { attempts, gpuHours, costs } = tier;
  if (tier.isStandIn === true) return [label, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN];
  const { value } = costs.electricityUsd;
  const figures = [told(tier, gpuHours, amount(gpuHours)), rentOf(tier, costs), toldEnergy(tier, value, usd(value))];
  return [label, grouped(attempts), ...figures];
}

/** The answer in a terminal: the three tiers, where every record went, what to look at. Ends with where the page is. */
export function summaryText(facts: ProjectFacts, page: string, bold: (text: string) => string): string {
  const { project, usage, sweeps, ledger, tiers, costs } = facts;
  const notes = facts.diagnostics.filter(({ severity }) => severity !== 'info');
  const attempts = `${counted(usage.attempts, 'attempt')} in ${counted(ledger.runs, 'run')}`;
  const totals = [attempts, counted(sweeps.length, 'sweep'), hoursOf(usage)];
  const what = [period(project.days), ...totals].filter((part) => part !== '').join(', ');
  const { energyKwh, co2eKg } = costs;
  const energy = toldEnergy(usage, energyKwh.value, `${amount(energyKwh.value)} kWh`);
  const emissions = toldEnergy(usage, co2eKg.value, `${amount(co2eKg.value)} kg CO2e`);
  const ratio = verdict(facts);
  const why = standIn(facts);
  return [
    ...(ratio === undefined
      ? [bold(`${project.name}: ${what}`)]
      : [bold(`${project.name}: ${lowerFirst(ratio)}`), what]),
    '',
    ...table([
      ['', 'attempts', 'GPU-hours', 'cloud', 'electricity'],
      tierRow('single model', tiers.singleModel),
      tierRow('single tune', tiers.singleTune),
      tierRow('full project', tiers.project),
    ]),
    ...(why === undefined ? [] : [`single model and tune: ${why}; name it with --final`]),
    '',
    `${energy === NOT_KNOWN ? 'electricity and emissions are not known' : `${energy}, ${emissions}`} under the method ${facts.method.name}; ranges and sources are in the report`,
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
