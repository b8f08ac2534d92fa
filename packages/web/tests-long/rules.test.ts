/** A hundred thousand rows of all datasets, good and spoilt: the browser's checks and the service's say the same of each. */
import { expect, it } from 'vitest';
import { allDatasets, judgeBoth } from '../tests/_same-judgement.ts';

const ROWS_IN_ALL = 100_000;
const SEED = Number(process.env['XINCHENG_SEED'] ?? Date.now() % 1_000_000);
const DATASETS = await allDatasets();

it('on all of them', async () => {
  let rows = 0;
  let issues = 0;
  for (const id of DATASETS) {
    const judged = await judgeBoth(id, Math.ceil(ROWS_IN_ALL / DATASETS.length), SEED);
    expect({ seed: SEED, id, difference: judged.difference }).toEqual({ seed: SEED, id, difference: null });
    rows += judged.rows;
    issues += judged.issues;
  }
  console.log(
    `seed ${String(SEED)}: ${String(rows)} rows of ${String(DATASETS.length)} datasets, ${String(issues)} issues, all alike`,
  );
  expect(rows).toBeGreaterThanOrEqual(ROWS_IN_ALL);
});
