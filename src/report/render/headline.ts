import type { ProjectFacts } from '../../model/facts.ts';
import { amount, counted, grouped } from './format.ts';
import { duration } from './time.ts';

/** The project in a sentence: `172 days, 4,789 attempts in 123 sweeps, 239,942 GPU-hours`. */
export function headline({ usage, sweeps, project }: ProjectFacts): string {
  const inSweeps = sweeps.length > 0 ? ` in ${counted(sweeps.length, 'sweep')}` : '';
  const parts = [period(project.days), `${counted(usage.attempts, 'attempt')}${inSweeps}`];
  parts.push(usage.gpuHours > 0 ? hours(usage.gpuHours, 'GPU-hour') : 'no GPU-hours');
  if (!(usage.gpuHours > 0) && usage.cpuHours > 0) parts.push(hours(usage.cpuHours, 'CPU-core-hour'));
  return parts.filter((part) => part !== '').join(', ');
}

const hours = (count: number, noun: string): string =>
  count < 100 ? `${amount(count)} ${noun}${count === 1 ? '' : 's'}` : counted(count, noun);

function period(days: number): string {
  if (!(days > 0)) return '';
  return days >= 1.95 ? `${grouped(days)} days` : duration(days * 24);
}
