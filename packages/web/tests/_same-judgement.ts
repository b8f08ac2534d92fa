/** The rules as the browser compiles them, held against the service's own, row by row. */
import { asDay } from '@xincheng/core/calendar';
import { renderIssue, rowChecker } from '@xincheng/core/intake';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import { openGenerator } from '@xincheng/usecases/generate';
import { unitRegistry } from '@xincheng/usecases/intake';
import { loadStandards } from '@xincheng/usecases/platform';
import { presentRules, presentUnit } from '../../server/src/standards/present.ts';
import type { components } from '../src/api/schema.ts';
import { compileRules } from '../src/rules/row-rules.ts';

type Schemas = components['schemas'];

const TODAY = asDay('2021-05-11');
const SPOILT_SHARE = 0.4;

/** As it goes over the wire. */
function sent(value: object | null): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function standards() {
  const loaded = await loadStandards(STANDARDS_DIR, DISTRICT_DIR);
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value;
}

/** Every dataset of the standards. */
export async function allDatasets(): Promise<readonly string[]> {
  return [...(await standards()).pack.datasets.keys()];
}

export interface Judged {
  readonly rows: number;
  readonly issues: number;
  /** The first row of which the two say something else. */
  readonly difference: { readonly index: number; readonly browser: unknown; readonly service: unknown } | null;
}

/** Judges generated rows of a dataset by both; some are spoilt, where its checks have examples to spoil by. */
export async function judgeBoth(id: string, rows: number, seed: number): Promise<Judged> {
  const { pack, layouts } = await standards();
  const dataset = layouts.get(id)?.dataset;
  const options = { pack, dataset: id, rows, seed, today: TODAY };
  const spoilt = openGenerator({ ...options, bad: SPOILT_SHARE });
  const generator = spoilt.ok ? spoilt : openGenerator({ ...options, bad: 0 });
  if (dataset === undefined || !generator.ok) throw new Error(`nothing to generate for ${id}`);
  const sender =
    pack.provisions.find((provision) => provision.dataset === id && pack.units.has(provision.unit))?.unit ?? 'lc-xzsp';
  const check = rowChecker(dataset, { today: TODAY, regionCode: pack.district.regionCode, units: unitRegistry(pack, sender) });
  const units = [...pack.units.values()].map((unit) => sent(presentUnit(unit, pack)) as Schemas['Unit']);
  const rules = compileRules(sent(presentRules(pack, id)) as Schemas['DatasetRules'], units, sender, TODAY);
  let issues = 0;
  for (let index = 0; index < rows; index += 1) {
    const cells = generator.value.cells(index);
    const judged = check(cells);
    const service = judged.issues.map((issue) => renderIssue(dataset, issue, index + 2, judged.kind));
    const browser = rules.check(
      Object.fromEntries(dataset.fields.map(({ definition }, at) => [definition.code, cells[at]])),
      index + 2,
    );
    if (JSON.stringify(browser) !== JSON.stringify(service)) return { rows, issues, difference: { index, browser, service } };
    issues += service.length;
  }
  return { rows, issues, difference: null };
}
