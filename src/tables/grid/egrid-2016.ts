import type { GridTable, YearlyFigures } from './grid-table.ts';

const GRAMS_PER_POUND = 453.592_37; // by definition, NIST SP 811
const KWH_PER_MWH = 1000;

/** eGRID prints pounds per megawatt-hour. */
const ofPounds = (name: string, poundsPerMwh: number): YearlyFigures => ({
  name,
  grams: { 2016: (poundsPerMwh * GRAMS_PER_POUND) / KWH_PER_MWH },
});

/** Output emission rates of 2016, at the power plants. */
export const EGRID_2016_STATES: GridTable = {
  basis: 'production',
  citation: {
    source: 'US EPA, eGRID2016, total output emission rates by state (by way of CodeCarbon, usa_emissions.json)',
    url: 'https://www.epa.gov/egrid',
    date: '2018-02',
  },
  regions: {
    US: ofPounds('United States', 998.443),
    'US-AK': ofPounds('Alaska', 925.862),
    'US-AL': ofPounds('Alabama', 912.917),
    'US-AR': ofPounds('Arkansas', 1115.65),
    'US-AZ': ofPounds('Arizona', 932.225),
    'US-CA': ofPounds('California', 452.541),
    'US-CO': ofPounds('Colorado', 1468.373),
    'US-CT': ofPounds('Connecticut', 498.467),
    'US-DC': ofPounds('District of Columbia', 481.786),
    'US-DE': ofPounds('Delaware', 887.415),
    'US-FL': ofPounds('Florida', 1024.205),
    'US-GA': ofPounds('Georgia', 1001.754),
    'US-HI': ofPounds('Hawaii', 1522.102),
    'US-IA': ofPounds('Iowa', 997.858),
    'US-ID': ofPounds('Idaho', 188.695),
    'US-IL': ofPounds('Illinois', 811.318),
    'US-IN': ofPounds('Indiana', 1812.703),
    'US-KS': ofPounds('Kansas', 1195.553),
    'US-KY': ofPounds('Kentucky', 1954.301),
    'US-LA': ofPounds('Louisiana', 878.85),
    'US-MA': ofPounds('Massachusetts', 821.327),
    'US-MD': ofPounds('Maryland', 1012.682),
    'US-ME': ofPounds('Maine', 336.964),
    'US-MI': ofPounds('Michigan', 1099.854),
    'US-MN': ofPounds('Minnesota', 1012.67),
    'US-MO': ofPounds('Missouri', 1687.742),
    'US-MS': ofPounds('Mississippi', 940.716),
    'US-MT': ofPounds('Montana', 1251.022),
    'US-NC': ofPounds('North Carolina', 867.441),
    'US-ND': ofPounds('North Dakota', 1663.754),
    'US-NE': ofPounds('Nebraska', 1281.153),
    'US-NH': ofPounds('New Hampshire', 310.564),
    'US-NJ': ofPounds('New Jersey', 557.822),
    'US-NM': ofPounds('New Mexico', 1572.786),
    'US-NV': ofPounds('Nevada', 769.912),
    'US-NY': ofPounds('New York', 464.02),
    'US-OH': ofPounds('Ohio', 1465.96),
    'US-OK': ofPounds('Oklahoma', 1043.716),
    'US-OR': ofPounds('Oregon', 305.891),
    'US-PA': ofPounds('Pennsylvania', 855.444),
    'US-RI': ofPounds('Rhode Island', 870.822),
    'US-SC': ofPounds('South Carolina', 629.428),
    'US-SD': ofPounds('South Dakota', 513.316),
    'US-TN': ofPounds('Tennessee', 992.271),
    'US-TX': ofPounds('Texas', 1049.527),
    'US-UT': ofPounds('Utah', 1627.372),
    'US-VA': ofPounds('Virginia', 813.802),
    'US-VT': ofPounds('Vermont', 56.89),
    'US-WA': ofPounds('Washington', 186.844),
    'US-WI': ofPounds('Wisconsin', 1388.88),
    'US-WV': ofPounds('West Virginia', 1975.757),
    'US-WY': ofPounds('Wyoming', 2026.26),
  },
};
