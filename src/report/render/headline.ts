import type { ProjectFacts } from '../../model/facts.ts';
import { amount, counted, grouped } from './format.ts';
import { duration } from './time.ts';
import { told } from './told.ts';

/** The project in a sentence: `172 days, 4,789 attempts, 4,726 of them in 123 sweeps, 239,942 GPU-hours`. */
export function headline({ usage, sweeps, findings, project }: ProjectFacts): string {
  const parts = [period(project.days), counted(usage.attempts, 'attempt') + withinSweeps(sweeps.length, findings)];
  const none = usage.untold === undefined ? 'no GPU-hours' : 'GPU-hours not known';
  parts.push(usage.gpuHours > 0 ? told(usage, usage.gpuHours, hours(usage.gpuHours, 'GPU-hour')) : none);
  if (!(usage.gpuHours > 0) && usage.cpuHours > 0) parts.push(hours(usage.cpuHours, 'CPU-core-hour'));
  return parts.filter((part) => part !== '').join(', ');
}

/** `, 4,726 of them in 123 sweeps`: most projects have runs besides their sweeps. */
export function withinSweeps(sweeps: number, { sweepOf }: ProjectFacts['findings'], noun = 'sweep'): string {
  if (sweeps === 0) return '';
  let within = 0;
  for (const sweep of sweepOf) if (sweep >= 0) within++;
  const those = within === sweepOf.length ? '' : `, ${grouped(within)} of them`;
  return `${those} in ${counted(sweeps, noun)}`;
}

const hours = (count: number, noun: string): string =>
  count < 100 ? `${amount(count)} ${noun}${count === 1 ? '' : 's'}` : counted(count, noun);

/** How long the project took, in a unit that a person would choose; empty where that is not known. */
export function period(days: number): string {
  if (!(days > 0)) return '';
  return days >= 1.95 ? `${grouped(days)} days` : duration(days * 24);
}
