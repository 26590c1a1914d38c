import type { Sink } from '../source.ts';

const NOISE = /^\s*((sacct|slurm\w*|srun|sbatch|scontrol|squeue): |slurm_load|\$ |[\w.-]+@[\w.-]+[:~$# ])/;

/** Whether a line is what a command wrote to its error output, or a shell's prompt. */
export const isNoise = (line: string): boolean => NOISE.test(line);

/** Leaves such a line out. */
export function noteNoise(sink: Sink, line: number): void {
  sink.settle('ignored');
  const message = 'lines that a command wrote to its error output or a shell to its screen, left out';
  sink.diagnostics.note('slurm-noise', 'info', message, { file: sink.path, line });
}
