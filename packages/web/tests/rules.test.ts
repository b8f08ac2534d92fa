/** The rules compiled from what the service hands out judge every row as the service does. */
import { asDay } from '@xincheng/core/calendar';
import { renderIssue, rowChecker } from '@xincheng/core/intake';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import { openGenerator } from '@xincheng/usecases/generate';
import { unitRegistry } from '@xincheng/usecases/intake';
import { loadStandards } from '@xincheng/usecases/platform';
import { expect, it } from 'vitest';
import { presentRules, presentUnit } from '../../server/src/standards/present.ts';
import type { components } from '../src/api/schema.ts';
import { compileRules } from '../src/rules/row-rules.ts';

type Schemas = components['schemas'];

const TODAY = asDay('2021-05-11');
const ROWS = 1500;
const SEED = Number(process.env['XINCHENG_SEED'] ?? Date.now() % 1_000_000);

/** As it goes over the wire. */
function sent<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

it.each(['licence', 'penalty', 'commitment', 'contract'])('%s', async (id) => {
  const standards = await loadStandards(STANDARDS_DIR, DISTRICT_DIR);
  if (!standards.ok) throw new Error(standards.error.message);
  const { pack, layouts } = standards.value;
  const dataset = layouts.get(id)?.dataset;
  const generator = openGenerator({ pack, dataset: id, rows: ROWS, seed: SEED, bad: 0.4, today: TODAY });
  if (dataset === undefined || !generator.ok) throw new Error(`nothing to generate for ${id}`);
  const sender =
    pack.provisions.find((provision) => provision.dataset === id && pack.units.has(provision.unit))?.unit ?? 'lc-xzsp';
  const check = rowChecker(dataset, { today: TODAY, regionCode: pack.district.regionCode, units: unitRegistry(pack, sender) });
  const units = [...pack.units.values()].map((unit) => sent<Schemas['Unit']>(presentUnit(unit, pack)));
  const rules = compileRules(sent<Schemas['DatasetRules']>(presentRules(pack, id)), units, sender, TODAY);
  let found = 0;
  for (let index = 0; index < ROWS; index += 1) {
    const cells = generator.value.cells(index);
    const { issues, kind } = check(cells);
    const named = Object.fromEntries(dataset.fields.map(({ definition }, at) => [definition.code, cells[at]]));
    const expected = issues.map((issue) => renderIssue(dataset, issue, index + 2, kind));
    expect({ seed: SEED, index, issues: rules.check(named, index + 2) }).toEqual({ seed: SEED, index, issues: expected });
    found += expected.length;
  }
  expect(found).toBeGreaterThan(ROWS / 10);
});
