import type { AttemptCosts } from '../cost/cost-attempt.ts';
import { JOULES_PER_KWH } from '../cost/draw.ts';
import type { Evidence } from '../cost/measurements.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Calibration, type Measurements, REJECTIONS, type Rejection, type Usage } from '../model/usage.ts';

/** What was measured of a project and is believed. */
export function measurementsOf(
  ledger: Ledger,
  usage: Usage,
  costs: AttemptCosts,
  evidence: Evidence,
  calibrations: readonly Calibration[],
): Measurements {
  const { measured, utilised } = usage.power ?? NOTHING;
  let modelledKwh = 0;
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if (!Number.isNaN(evidence.joules[attempt] as number)) modelledKwh += costs.modelledKwh(attempt);
  }
  const { attempts, gpuHours, joules } = measured;
  const busy = [...utilised.busyHoursByModel.values()].reduce((sum, hours) => sum + hours, 0);
  const rejected = (reason: Rejection) => ({
    attempts: evidence.rejected[reason].attempts.length,
    gpuHours: evidence.rejected[reason].gpuHours,
  });
  return {
    energy: { attempts, gpuHours, kwh: joules / JOULES_PER_KWH, modelledKwh },
    rejected: {
      'too-low': rejected('too-low'),
      'too-high': rejected('too-high'),
      impossible: rejected('impossible'),
    },
    utilisation: { attempts: utilised.attempts, gpuHours: utilised.gpuHours, mean: busy / utilised.gpuHours },
    calibrations,
  };
}

const NOTHING = {
  measured: { attempts: 0, gpuHours: 0, joules: 0 },
  utilised: { attempts: 0, gpuHours: 0, busyHoursByModel: new Map<string, number>() },
};

const REASONS: Readonly<Record<Rejection, string>> = {
  'too-low': 'less than their hardware draws when idle, as where the meter leaves GPUs out',
  'too-high': 'more than what they held can draw, as where the meter reads a node that several jobs shared',
  impossible: 'no amount of energy: negative, infinite, or a mark for “no value”',
};

/** Says how much was measured, and what of it cannot be. */
export function noteMeasurements(
  ledger: Ledger,
  evidence: Evidence | undefined,
  found: Measurements | undefined,
  diagnostics: Diagnostics,
): void {
  if (evidence === undefined) return;
  if (found === undefined) {
    const unused = 'the logs measured energy or utilisation, which this method leaves aside for its own figures';
    diagnostics.note('measurements-unused', 'info', unused);
    return;
  }
  for (const reason of REJECTIONS) {
    const { attempts } = evidence.rejected[reason];
    const message = `attempts whose measured energy is ${REASONS[reason]}: modelled instead (${amount(found.rejected[reason].gpuHours)} GPU-hours)`;
    for (const attempt of attempts) {
      const place = ledger.table.place(ledger.row[attempt] as number);
      diagnostics.note(`energy-${reason}`, 'warning', message, place);
    }
  }
  noteOdd(ledger, evidence, found, diagnostics);
  noteBelieved(found, diagnostics);
}

function noteOdd(ledger: Ledger, evidence: Evidence, { energy }: Measurements, diagnostics: Diagnostics): void {
  for (const attempt of evidence.oddUtilisation) {
    const message = 'attempts whose GPU utilisation is none, not being between 0 and 100 %: left aside';
    diagnostics.note('utilisation-impossible', 'warning', message, ledger.table.place(ledger.row[attempt] as number));
  }
  if (energy.attempts > 0 && evidence.unmeasured > 0) {
    const message = 'attempts of which the logs tell no energy, or 0 J, where others have some: modelled';
    diagnostics.note('energy-missing', 'info', message, undefined, evidence.unmeasured);
  }
}

function noteBelieved({ energy, utilisation, calibrations }: Measurements, diagnostics: Diagnostics): void {
  if (energy.attempts > 0) {
    const message = `attempts whose measured energy counts in place of the modelled one: ${amount(energy.kwh)} kWh, modelled ${amount(energy.modelledKwh)} kWh, over ${amount(energy.gpuHours)} GPU-hours`;
    diagnostics.note('energy-measured', 'info', message, undefined, energy.attempts);
  }
  if (utilisation.attempts > 0) {
    const message = `attempts whose GPUs draw by their measured utilisation: ${Math.round(100 * utilisation.mean)} % on average over ${amount(utilisation.gpuHours)} GPU-hours`;
    diagnostics.note('utilisation-measured', 'info', message, undefined, utilisation.attempts);
  }
  if (calibrations.length === 0) return;
  const each = calibrations.map(
    ({ model, by, watts, modelledWatts }) =>
      `${model} ${amount(watts)} W by its ${by} (modelled ${amount(modelledWatts)} W)`,
  );
  const message = `GPU models whose draw was measured on enough attempts to be taken for the others: ${each.join(', ')}`;
  diagnostics.note('power-calibrated', 'info', message, undefined, calibrations.length);
}

const amount = (value: number): number => Number(value.toPrecision(3));
