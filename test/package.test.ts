import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

it('has few runtime dependencies, each of which earned its place', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual([
    '@date-fns/tz',
    'cli-progress',
    'commander',
    'date-fns',
    'fflate',
    'js-yaml',
    'papaparse',
    'pbf',
    'simple-statistics',
    'vega',
    'vega-lite',
    'yaml',
    'zod',
  ]);
});

it('pins every version exactly, so that figures do not move with a dependency', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d/.test(version as string))).toEqual([]);
});

it('runs nothing at installation', () => {
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
});
