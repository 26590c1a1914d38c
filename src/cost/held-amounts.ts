import type { JobTable } from '../model/job-table.ts';

// What one job can have held. Logs write marks for "no value" (4294967294), negative numbers and slips of the unit where amounts should be: these must not become hours. The limits lie
// above the largest machine there is (El Capitan, TOP500 of November 2024: 11 million cores, 44,544 accelerators, 5.4 PB); our own judgement.

export const MOST_CORES = 2e7;
export const MOST_GIGABYTES = 1e7;
export const MOST_GPUS = 1e6;

/** Whether an amount is one: neither negative nor beyond what any machine has. NaN is none, and nothing odd either. */
export const isAmount = (amount: number, most: number): boolean => amount >= 0 && amount <= most;

/** An amount as far as it is one, else nothing. */
const amountOf = (stated: number, most: number): number => (isAmount(stated, most) ? stated : 0);

/** Cores that the job in a row held; 0 where that is not known. */
export const coresAt = (table: JobTable, row: number): number => amountOf(table.cpus.at(row), MOST_CORES);

/** Memory that it held, GB; 0 where that is not known. */
export const gigabytesAt = (table: JobTable, row: number): number => amountOf(table.memoryGb.at(row), MOST_GIGABYTES);
