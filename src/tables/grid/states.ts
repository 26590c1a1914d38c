import { type GridTable, since } from './grid-table.ts';

const GREEN_ALGORITHMS = {
  url: 'https://github.com/GreenAlgorithms/green-algorithms-tool/tree/main/data',
  date: '2024',
};

/**
 * States of the United States. The figures of 2016 carry no year in the source; they are eGRID2016 plus 4.7 to 8 % for the network in every state but Vermont (6 g more than its 26 g), which
 * dates them.
 */
export const US_STATES: GridTable = {
  basis: 'delivered',
  citation: {
    source:
      'Green Algorithms v1.0, v1.1 and v3.0, CI_aggregated.csv (US EPA eGRID2016, 2018 and 2020 by way of carbonfootprint.com; CC BY 4.0)',
    ...GREEN_ALGORITHMS,
  },
  regions: {
    'US-AK': { name: 'Alaska', grams: { 2016: 445.2, 2018: 435.97, 2020: 462.33 } },
    'US-AL': { name: 'Alabama', grams: { 2016: 435.8, 2018: 414.05, 2020: 344.37 } },
    'US-AR': { name: 'Arkansas', grams: { 2016: 533.1, 2018: 581.39, 2020: 454.4 } },
    'US-AZ': { name: 'Arizona', grams: { 2016: 443.8, 2018: 463.3, 2020: 351.99 } },
    'US-CA': { name: 'California', grams: { 2016: 215.1, 2018: 201.13, 2020: 216.43 } },
    'US-CO': { name: 'Colorado', grams: { 2016: 700, 2018: 653.44, 2020: 582.34 } },
    'US-CT': { name: 'Connecticut', grams: { 2016: 238.5, 2018: 243, 2020: 253 } },
    'US-DC': { name: 'District of Columbia', grams: { 2016: 229.4, 2018: 209.81, 2020: 382.68 } },
    'US-DE': { name: 'Delaware', grams: { 2016: 422.4, 2018: 429.41, 2020: 360.68 } },
    'US-FL': { name: 'Florida', grams: { 2016: 488.6, 2018: 451.98, 2020: 402.2 } },
    'US-GA': { name: 'Georgia', grams: { 2016: 478.5, 2018: 444.38, 2020: 345.58 } },
    'US-HI': { name: 'Hawaii', grams: { 2016: 734.6, 2018: 729.13, 2020: 731.21 } },
    'US-IA': { name: 'Iowa', grams: { 2016: 476.7, 2018: 513.78, 2020: 293.85 } },
    'US-ID': { name: 'Idaho', grams: { 2016: 89.7, 2018: 76.59, 2020: 101.89 } },
    'US-IL': { name: 'Illinois', grams: { 2016: 387.5, 2018: 390.38, 2020: 265.8 } },
    'US-IN': { name: 'Indiana', grams: { 2016: 866.7, 2018: 833.82, 2020: 740.02 } },
    'US-KS': { name: 'Kansas', grams: { 2016: 571.9, 2018: 475.25, 2020: 384.08 } },
    'US-KY': { name: 'Kentucky', grams: { 2016: 934.6, 2018: 875.34, 2020: 804.75 } },
    'US-LA': { name: 'Louisiana', grams: { 2016: 418.9, 2018: 400.26, 2020: 363.82 } },
    'US-MA': { name: 'Massachusetts', grams: { 2016: 393, 2018: 349.97, 2020: 420.32 } },
    'US-MD': { name: 'Maryland', grams: { 2016: 484.1, 2018: 401.15, 2020: 308.21 } },
    'US-ME': { name: 'Maine', grams: { 2016: 165.1, 2018: 127.86, 2020: 109 } },
    'US-MI': { name: 'Michigan', grams: { 2016: 525.3, 2018: 532.1, 2020: 448.08 } },
    'US-MN': { name: 'Minnesota', grams: { 2016: 484.5, 2018: 478.4, 2020: 367.93 } },
    'US-MO': { name: 'Missouri', grams: { 2016: 806.8, 2018: 816.85, 2020: 773 } },
    'US-MS': { name: 'Mississippi', grams: { 2016: 447.9, 2018: 438.49, 2020: 427.07 } },
    'US-MT': { name: 'Montana', grams: { 2016: 596.9, 2018: 555.56, 2020: 435.87 } },
    'US-NC': { name: 'North Carolina', grams: { 2016: 414.4, 2018: 383.42, 2020: 309.73 } },
    'US-ND': { name: 'North Dakota', grams: { 2016: 795.4, 2018: 723.33, 2020: 663.05 } },
    'US-NE': { name: 'Nebraska', grams: { 2016: 613, 2018: 675.98, 2020: 573.51 } },
    'US-NH': { name: 'New Hampshire', grams: { 2016: 150.5, 2018: 145.82, 2020: 118.44 } },
    'US-NJ': { name: 'New Jersey', grams: { 2016: 265.8, 2018: 239.47, 2020: 235.1 } },
    'US-NM': { name: 'New Mexico', grams: { 2016: 749.6, 2018: 638.7, 2020: 601.77 } },
    'US-NV': { name: 'Nevada', grams: { 2016: 365.5, 2018: 355.76, 2020: 342.25 } },
    'US-NY': { name: 'New York', grams: { 2016: 221.2, 2018: 199.61, 2020: 199.01 } },
    'US-OH': { name: 'Ohio', grams: { 2016: 700.6, 2018: 634.21, 2020: 598.58 } },
    'US-OK': { name: 'Oklahoma', grams: { 2016: 497.8, 2018: 426.03, 2020: 338.44 } },
    'US-OR': { name: 'Oregon', grams: { 2016: 145.5, 2018: 149.7, 2020: 163.15 } },
    'US-PA': { name: 'Pennsylvania', grams: { 2016: 408.4, 2018: 376.21, 2020: 333.19 } },
    'US-RI': { name: 'Rhode Island', grams: { 2016: 414, 2018: 414.27, 2020: 395.27 } },
    'US-SC': { name: 'South Carolina', grams: { 2016: 300.5, 2018: 302.63, 2020: 245.48 } },
    'US-SD': { name: 'South Dakota', grams: { 2016: 245.3, 2018: 247.96, 2020: 162.69 } },
    'US-TN': { name: 'Tennessee', grams: { 2016: 474.2, 2018: 356.85, 2020: 272.89 } },
    'US-TX': { name: 'Texas', grams: { 2016: 503, 2018: 468.98, 2020: 409.16 } },
    'US-UT': { name: 'Utah', grams: { 2016: 776.1, 2018: 766.79, 2020: 747.82 } },
    'US-VA': { name: 'Virginia', grams: { 2016: 389, 2018: 354.25, 2020: 308 } },
    'US-VT': { name: 'Vermont', grams: { 2016: 31.7, 2018: 27.38, 2020: 14.45 } },
    'US-WA': { name: 'Washington', grams: { 2016: 89, 2018: 95.34, 2020: 101.84 } },
    'US-WI': { name: 'Wisconsin', grams: { 2016: 663.2, 2018: 665.83, 2020: 569.39 } },
    'US-WV': { name: 'West Virginia', grams: { 2016: 945.3, 2018: 935.4, 2020: 919.34 } },
    'US-WY': { name: 'Wyoming', grams: { 2016: 966.7, 2018: 983.3, 2020: 950.5 } },
  },
};

/** Provinces of Canada and states of Australia, from the national inventories. The source calls Manitoba `CA-MT`; ISO 3166-2 says `CA-MB`. Western Australia is its south-western grid. */
export const PROVINCES: GridTable = {
  basis: 'delivered',
  citation: {
    source:
      'Green Algorithms v1.1 and v3.0, CI_aggregated.csv (national inventories of Canada and Australia by way of carbonfootprint.com; CC BY 4.0)',
    ...GREEN_ALGORITHMS,
  },
  regions: {
    'AU-ACT': { name: 'Australian Capital Territory', grams: { 2017: 900, 2019: 870 } },
    'AU-NSW': { name: 'New South Wales', grams: { 2017: 900, 2019: 870 } },
    'AU-NT': { name: 'Northern Territory', grams: { 2017: 710, 2019: 620 } },
    'AU-QLD': { name: 'Queensland', grams: { 2017: 930, 2019: 920 } },
    'AU-SA': { name: 'South Australia', grams: { 2017: 540, 2019: 420 } },
    'AU-TAS': { name: 'Tasmania', grams: { 2017: 170, 2019: 180 } },
    'AU-VIC': { name: 'Victoria', grams: { 2017: 1120, 2019: 1060 } },
    'AU-WA': { name: 'Western Australia', grams: { 2017: 590, 2019: 580 } },
    'CA-AB': { name: 'Alberta', grams: { 2018: 680, 2019: 670 } },
    'CA-BC': { name: 'British Columbia', grams: { 2018: 12.8, 2019: 19.7 } },
    'CA-MB': { name: 'Manitoba', grams: { 2018: 1.4, 2019: 1.3 } },
    'CA-NB': { name: 'New Brunswick', grams: { 2018: 400, 2019: 270 } },
    'CA-NL': { name: 'Newfoundland and Labrador', grams: { 2018: 27, 2019: 29 } },
    'CA-NS': { name: 'Nova Scotia', grams: { 2018: 760, 2019: 810 } },
    'CA-NT': { name: 'Northwest Territories', grams: { 2018: 160, 2019: 200 } },
    'CA-NU': { name: 'Nunavut', grams: { 2018: 890, 2019: 900 } },
    'CA-ON': { name: 'Ontario', grams: { 2018: 30, 2019: 30 } },
    'CA-PE': { name: 'Prince Edward Island', grams: { 2018: 14, 2019: 2 } },
    'CA-QC': { name: 'Quebec', grams: { 2018: 1.7, 2019: 1.5 } },
    'CA-SK': { name: 'Saskatchewan', grams: { 2018: 710, 2019: 710 } },
    'CA-YT': { name: 'Yukon', grams: { 2018: 79, 2019: 111 } },
  },
};

/**
 * Provinces of Canada by what they generate from: shares of 2023 times life-cycle figures by source (coal 995 g, petroleum 816, gas 743, solar 48, nuclear 29, hydro and wind 26), biomass left
 * out. What burns in Quebec’s plants is 1.5 g; its dams and turbines are the rest.
 */
export const PROVINCES_BY_SOURCE: GridTable = {
  basis: 'life-cycle',
  citation: {
    source: 'CodeCarbon, canada_energy_mix_2023.json times carbon_intensity_per_source.json (MIT)',
    url: 'https://github.com/mlco2/codecarbon/tree/master/codecarbon/data/private_infra',
    date: '2023',
  },
  regions: {
    'CA-AB': since(2023, 'Alberta', [644.9]),
    'CA-BC': since(2023, 'British Columbia', [48.5]),
    'CA-MB': since(2023, 'Manitoba', [31.1]),
    'CA-NB': since(2023, 'New Brunswick', [269.2]),
    'CA-NL': since(2023, 'Newfoundland and Labrador', [30.6]),
    'CA-NS': since(2023, 'Nova Scotia', [606.1]),
    'CA-NT': since(2023, 'Northwest Territories', [161.5]),
    'CA-NU': since(2023, 'Nunavut', [814.5]),
    'CA-ON': since(2023, 'Ontario', [91.7]),
    'CA-PE': since(2023, 'Prince Edward Island', [43.5]),
    'CA-QC': since(2023, 'Quebec', [29.8]),
    'CA-SK': since(2023, 'Saskatchewan', [667.7]),
    'CA-YT': since(2023, 'Yukon', [290.4]),
  },
};
