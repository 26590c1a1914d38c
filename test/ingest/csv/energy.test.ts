import { describe, expect, it } from 'vitest';
import { attemptsIn, factsFrom, rulesIn } from '../../support/read-logs.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

describe('the energy of a table', () => {
  it.each([
    ['Energie (MJ)', '50.4', 50.4e6],
    ['energy_mJ', '50400000000', 50.4e6],
    ['Strom (kWh)', '14', 50.4e6],
    ['Total energy (kWh)', '14', 50.4e6],
    ['power_consumption(kWh)', '14', 50.4e6],
    ['Stromverbrauch in kWh', '14', 50.4e6],
    ['energy_consumption_wh', '14000', 50.4e6],
  ])('is read under %j: %s', async (header, amount, joules) => {
    const { table } = (await factsFrom({ 'jobs.csv': lines(`job,hours,gpus,gpu,${header}`, `a,10,4,A100,${amount}`) }))
      .ledger;
    expect(table.energyJoules.at(0)).toBeCloseTo(joules, 0);
  });

  it('is the total beside that of GPUs, which is kept as such', async () => {
    const header = 'job,hours,gpus,gpu,GPU energy (kWh),CPU energy (kWh),Total energy (kWh)';
    const { table } = (await factsFrom({ 'jobs.csv': lines(header, 'a,10,4,A100,14,2,16') })).ledger;
    expect([table.energyJoules.at(0), table.gpuEnergyJoules.at(0)]).toEqual([16 * 3.6e6, 14 * 3.6e6]);
  });

  it.each(['CPU energy (kWh)', 'power (W)', 'energy per step (J)'])('is not in %j', async (header) => {
    const { table } = (await factsFrom({ 'jobs.csv': lines(`job,hours,gpus,${header}`, 'a,10,4,14') })).ledger;
    expect([table.energyJoules.at(0), table.gpuEnergyJoules.at(0)]).toEqual([Number.NaN, Number.NaN]);
  });

  it.each(['energy', 'energy_mj', 'ENERGY_MJ'])(
    'without a unit that is known is left out with a warning: %j',
    async (header) => {
      const table = lines(`job,hours,gpus,gpu,${header}`, 'a,10,4,A100,14');
      const facts = await factsFrom({ 'jobs.csv': table });
      expect(facts.ledger.table.energyJoules.at(0)).toBeNaN();
      expect(rulesIn(facts)).toContain('table-energy');
      const told = await factsFrom({ 'jobs.csv': table }, { settings: { table: { units: { [header]: 'kWh' } } } });
      expect(told.ledger.table.energyJoules.at(0)).toBe(14 * 3.6e6);
    },
  );

  it('and the GPUs of eco2AI are read as it writes them', async () => {
    const header =
      'id,project_name,experiment_description,epoch,start_time,duration(s),power_consumption(kWh),CPU_name,GPU_name,OS';
    const row =
      'a1,proj,train,N/A,2024-05-01 10:00:00,7200.0,1.2,"Xeon/1 device(s), TDP:205.0",NVIDIA A100-SXM4-80GB 2 device(s),Linux';
    const facts = await factsFrom({ 'emission.csv': lines(header, row) });
    expect(facts.ledger.table.energyJoules.at(0)).toBeCloseTo(1.2 * 3.6e6, 3);
    expect(attemptsIn(facts).map(({ gpus }) => gpus)).toEqual([2]);
  });
});

describe('a part of each GPU', () => {
  it.each([
    ['GPU share', '50%', 0.5],
    ['gpu_fraction', '0.25', 0.25],
    ['GPU-Anteil (%)', '25', 0.25],
    ['GPU share', '', 1],
    ['GPU share', '50', Number.NaN],
  ])('under %j, %j, is %d GPUs', async (header, cell, gpus) => {
    const facts = await factsFrom({ 'jobs.csv': lines(`job,gpu,hours,${header}`, `a,A100,10,${cell}`) });
    expect(attemptsIn(facts).map((each) => each.gpus)).toEqual([gpus]);
    const counted = await factsFrom({ 'jobs.csv': lines(`job,gpus,hours,${header}`, `a,2,10,${cell}`) });
    expect(attemptsIn(counted).map((each) => each.gpus)).toEqual([2 * gpus]);
  });
});
