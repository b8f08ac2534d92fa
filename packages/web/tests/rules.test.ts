/** The rules compiled from what the service hands out judge every row as the service does. */
import { expect, it } from 'vitest';
import { allDatasets, judgeBoth } from './_same-judgement.ts';

const ROWS_IN_ALL = 10_000;
const SEED = Number(process.env['XINCHENG_SEED'] ?? Date.now() % 1_000_000);
const DATASETS = await allDatasets();

it.each(DATASETS)('%s', async (id) => {
  const { difference, issues } = await judgeBoth(id, Math.ceil(ROWS_IN_ALL / DATASETS.length), SEED);
  expect({ seed: SEED, difference }).toEqual({ seed: SEED, difference: null });
  expect(issues).toBeGreaterThan(0);
});
