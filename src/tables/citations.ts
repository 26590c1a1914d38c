import type { Citation } from '../model/basis.ts';

export const STRUBELL: Citation = {
  source: 'Strubell, Ganesh & McCallum 2019, Energy and Policy Considerations for Deep Learning in NLP, ACL',
  url: 'https://arxiv.org/abs/1906.02243',
  date: '2019-06-05',
};

export const UPTIME: Citation = {
  source: 'Uptime Institute, Global Data Center Survey (yearly averages)',
  url: 'https://uptimeinstitute.com/resources/research-and-reports',
  date: '2025',
};

export const EGRID_2016: Citation = {
  source: 'US EPA, eGRID2016 (United States, lb CO2e per MWh)',
  url: 'https://www.epa.gov/egrid',
  date: '2018',
};

export const EGRID_2018: Citation = {
  source: 'US EPA, eGRID2018 (United States, lb CO2e per MWh)',
  url: 'https://www.epa.gov/egrid',
  date: '2020-01',
};

export const GREEN_ALGORITHMS: Citation = {
  source: 'Lannelongue, Grealey & Inouye 2021, Green Algorithms, Advanced Science; tables of version 3.0',
  url: 'https://www.green-algorithms.org',
  date: '2024',
};

export const CCF: Citation = {
  source: 'Cloud Carbon Footprint, coefficients (Apache-2.0)',
  url: 'https://www.cloudcarbonfootprint.org/docs/methodology',
  date: '2023',
};

export const CODECARBON_RAM: Citation = {
  source: 'CodeCarbon v3, external/ram.py (watts per memory module, about 40 W for 1 TB)',
  url: 'https://github.com/mlco2/codecarbon',
  date: '2025',
};

export const EPOCH: Citation = {
  source: 'Epoch AI, training-cost-trends, Hardware prices.csv (dated price pages)',
  url: 'https://github.com/epoch-research/training-cost-trends',
  date: '2025-03-17',
};

export const DGX_H100: Citation = {
  source: 'NVIDIA, DGX H100 data sheet (system power, components)',
  url: 'https://www.nvidia.com/en-us/data-center/dgx-h100/',
  date: '2022',
};

export const EPOCH_COSTS: Citation = {
  source:
    'Epoch AI, training-cost-trends, code of the cost estimates (price of a server over that of its chips, part of a cluster that is network, years of life, spread of prices)',
  url: 'https://github.com/epoch-research/training-cost-trends',
  date: '2026-04-01',
};

export const CBRE_2018: Citation = {
  source: 'CBRE, North America Data Center Trends H2 2018 (asking rents for 250 kW, without electricity)',
  url: 'https://www.cbre.us/research-and-reports/North-America-Data-Center-Trends-H2-2018',
  date: '2018',
};

export const CBRE_2024: Citation = {
  source: 'CBRE, North America Data Center Trends H2 2024 (mean asking rate for 250 to 500 kW in primary markets)',
  url: 'https://www.cbre.com/insights/reports/north-america-data-center-trends-h2-2024',
  date: '2025-02-26',
};
