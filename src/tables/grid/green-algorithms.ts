import { type GridTable, since } from './grid-table.ts';

const GREEN_ALGORITHMS = {
  url: 'https://github.com/GreenAlgorithms/green-algorithms-tool/tree/main/data',
  date: '2024',
};

/**
 * What countries burn in their own plants. Iceland is left out: it stands at 0.13 g there, which leaves the gas of geothermal plants out; so are Israel, Taiwan and Uruguay, whose figures have
 * another source or no year.
 */
export const GREEN_ALGORITHMS_PRODUCTION: GridTable = {
  basis: 'production',
  citation: {
    source:
      'Green Algorithms v3.0, CI_aggregated.csv (Association of Issuing Bodies 2021, Climate Transparency 2021, by way of carbonfootprint.com; CC BY 4.0)',
    ...GREEN_ALGORITHMS,
  },
  regions: {
    AE: since(2020, 'United Arab Emirates', [417.89]),
    AR: since(2020, 'Argentina', [307]),
    AT: since(2020, 'Austria', [111.18]),
    BE: since(2020, 'Belgium', [161.89]),
    BG: since(2020, 'Bulgaria', [372.12]),
    BR: since(2020, 'Brazil', [61.7]),
    CH: since(2020, 'Switzerland', [11.52]),
    CN: since(2020, 'China', [537.4]),
    CY: since(2020, 'Cyprus', [642.9]),
    CZ: since(2020, 'Czechia', [495.49]),
    DE: since(2020, 'Germany', [338.66]),
    DK: since(2020, 'Denmark', [142.52]),
    EE: since(2020, 'Estonia', [598.69]),
    ES: since(2020, 'Spain', [171.03]),
    FI: since(2020, 'Finland', [95.32]),
    FR: since(2020, 'France', [51.28]),
    GR: since(2020, 'Greece', [410.01]),
    HR: since(2020, 'Croatia', [226.96]),
    HU: since(2020, 'Hungary', [243.75]),
    ID: since(2020, 'Indonesia', [717.7]),
    IE: since(2020, 'Ireland', [335.99]),
    IN: since(2020, 'India', [708.2]),
    IT: since(2020, 'Italy', [323.84]),
    JP: since(2020, 'Japan', [465.8]),
    KR: since(2020, 'South Korea', [415.6]),
    LT: since(2020, 'Lithuania', [253.56]),
    LU: since(2020, 'Luxembourg', [101.36]),
    LV: since(2020, 'Latvia', [215.67]),
    MT: since(2020, 'Malta', [390.62]),
    MX: since(2020, 'Mexico', [431.4]),
    NL: since(2020, 'Netherlands', [374.34]),
    NO: since(2020, 'Norway', [7.62]),
    NZ: since(2018, 'New Zealand', [110.1]),
    PL: since(2020, 'Poland', [759.62]),
    PT: since(2020, 'Portugal', [201.55]),
    RO: since(2020, 'Romania', [261.84]),
    RS: since(2020, 'Serbia', [776.69]),
    RU: since(2020, 'Russia', [310.2]),
    SA: since(2020, 'Saudi Arabia', [505.9]),
    SE: since(2020, 'Sweden', [5.67]),
    SG: since(2020, 'Singapore', [408]),
    SI: since(2020, 'Slovenia', [224.05]),
    SK: since(2020, 'Slovakia', [155.48]),
    TR: since(2020, 'Turkey', [375]),
    ZA: since(2020, 'South Africa', [900.6]),
  },
};

/** With the losses of the network. */
export const GREEN_ALGORITHMS_DELIVERED: GridTable = {
  basis: 'delivered',
  citation: {
    source: 'Green Algorithms v3.0, CI_aggregated.csv (national inventories, by way of carbonfootprint.com; CC BY 4.0)',
    ...GREEN_ALGORITHMS,
  },
  regions: {
    AU: since(2019, 'Australia', [840]),
    CA: since(2019, 'Canada', [120]),
    GB: since(2020, 'United Kingdom', [231.12]),
    TH: since(2020, 'Thailand', [481]),
    US: since(2019, 'United States', [423.94]),
  },
};
