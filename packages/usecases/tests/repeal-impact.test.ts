/** What the repeal of an instrument touches: planted documents, measures and records, held against a list kept while planting. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ActContext } from '@xincheng/usecases/identity';
import { readTouched, repealImpact } from '@xincheng/usecases/instruments';
import type { TouchedRecord } from '@xincheng/usecases/instruments';
import { DISTRICT_DIR, STANDARDS_DIR, actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const AT = '2021-05-08T10:00';
const ASKED = 'gbf-2020-49';
const TITLE = '关于进一步完善失信约束制度构建诚信建设长效机制的指导意见';
/** Ways to write the instrument that is asked about … */
const MEANT = [
  ASKED,
  '国办发〔2020〕49号',
  '国办发[2020]49号',
  ' 国办发（2020） 49 号',
  TITLE,
  `《${TITLE}》`,
  `《${TITLE}》（国办发〔2020〕49号）`,
  '国办发〔2020〕42号；国办发〔2020〕49号',
] as const;
/** … and texts that mean others, or nothing that is known. */
const OTHERS = [
  '',
  '国办发〔2020〕42号',
  '国办发〔2020〕4号',
  '国办发〔2020〕490号',
  '发改办财金〔2018〕424号',
  '失信约束制度',
  `《${TITLE}》解读`,
] as const;

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(async () => {
  await desk.close();
});

/** The credit office, or units. */
function as(units: readonly string[] | null): ActContext {
  const context = actAt('2021-06-01T09:00', units ?? []);
  return units === null ? { ...context, actor: { ...context.actor, scope: 'all' } } : context;
}

/** Every record touched, read page by page. */
async function touched(instrument: string, units: readonly string[] | null = null): Promise<readonly TouchedRecord[]> {
  const context = as(units);
  const all: TouchedRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = await readTouched(desk.platform, context, { instrument, after, limit: 3 });
    if (!page.ok) throw new Error(page.error.message);
    all.push(...page.value);
    if (page.value.length < 3) return all;
    after = page.value.at(-1)?.recordId ?? null;
  }
}

function told(records: readonly TouchedRecord[]): string[] {
  return records.map(({ dataset, number, because }) => `${dataset} ${number} ${because.join('+')}`).sort();
}

interface Planted {
  readonly basis: string;
  readonly measures: readonly string[];
}

async function send(dataset: string, rows: readonly RowSpec[]): Promise<void> {
  if (rows.length === 0) return;
  const { outcomes } = await desk.send({ dataset, rows, at: AT });
  expect(new Set(outcomes)).toEqual(new Set(['已入库']));
}

function numberOf(at: number): string {
  return `济历城审字〔2021〕${String(at + 1)}号`;
}

async function plant(documents: readonly Planted[]): Promise<void> {
  await send(
    'credit-document',
    documents.map(({ basis }, at) => ({ set: { documentNo: numberOf(at), basis } })),
  );
  await send(
    'credit-document.measure',
    documents.flatMap(({ measures }, at) =>
      measures.map((measureBasis, measure) => ({
        set: {
          documentNo: numberOf(at),
          measureNo: `${String(at + 1)}-${String(measure + 1)}`,
          measureBasis,
          measureBasisClause: '',
        },
      })),
    ),
  );
}

/** By the list kept while planting: nothing is read, parsed or compared here. */
function expected(documents: readonly Planted[]): string[] {
  const isMeant = (basis: string): boolean => (MEANT as readonly string[]).includes(basis);
  return documents
    .flatMap(({ basis, measures }, at) => {
      const because = [...(measures.some(isMeant) ? ['child'] : []), ...(isMeant(basis) ? ['cites'] : [])];
      const document = because.length === 0 ? [] : [`credit-document ${numberOf(at)} ${because.join('+')}`];
      const hanging = measures.flatMap((own, measure) => {
        const why = [...(isMeant(own) ? ['cites'] : []), ...(isMeant(basis) ? ['parent'] : [])];
        return why.length === 0 ? [] : [`credit-document.measure ${String(at + 1)}-${String(measure + 1)} ${why.join('+')}`];
      });
      return [...document, ...hanging];
    })
    .sort();
}

describe('documents and measures', () => {
  const basis = fc.oneof(fc.constantFrom(...MEANT), fc.constantFrom(...OTHERS), fc.constantFrom(...OTHERS));
  const documents = fc.array(fc.record({ basis, measures: fc.array(basis, { maxLength: 4 }) }), { minLength: 1, maxLength: 8 });

  it('are listed when they or what belongs to them cite the instrument, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (planted) => {
        await plant(planted);
        const found = await touched(ASKED);
        expect(told(found)).toEqual(expected(planted));
        const impact = await repealImpact(desk.platform, as(null), { instrument: ASKED });
        if (!impact.ok) throw new Error(impact.error.message);
        expect(impact.value.counts.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
      }),
      { numRuns: 12, plugins: [fc.afterEach(() => desk.empty())] },
    );
  });

  it('are found under whatever name the instrument is asked for', async () => {
    await plant([{ basis: ASKED, measures: [] }]);
    for (const text of MEANT.slice(0, -1)) expect(await touched(text.trim())).toHaveLength(1);
  });

  it('are seen by their own unit and the credit office only', async () => {
    await plant([{ basis: ASKED, measures: [ASKED] }]);
    expect(await touched(ASKED, [desk.owner('credit-document')])).toHaveLength(2);
    expect(await touched(ASKED, [desk.other('credit-document')])).toEqual([]);
  });
});

describe('records', () => {
  it('are touched when their dataset rests on nothing else that is in force', async () => {
    for (const dataset of [
      'study-session',
      'credit-group',
      'credit-meeting',
      'credit-fund-line',
      'credit-document',
      'licence',
      'contract',
    ])
      await send(dataset, [{}]);
    await send('credit-meeting.decision', [{}]);
    await send('credit-fund-line.spending', [{}]);
    const found = await touched('licheng-2021-plan');
    expect(found.map(({ dataset }) => dataset).sort()).toEqual([
      'credit-fund-line',
      'credit-fund-line.spending',
      'credit-group',
      'credit-meeting',
      'credit-meeting.decision',
      'study-session',
    ]);
    expect(new Set(found.flatMap(({ because }) => because))).toEqual(new Set(['dataset']));
  });

  it('of natural persons are not looked at unseen', async () => {
    const person = { kind: 'natural' as const, set: { personId: '370112198206070030', number: '济历城审许〔2021〕77号' } };
    await send('licence', [{}, person]);
    const { platform } = desk;
    const licence = platform.pack.datasets.get('licence');
    if (licence === undefined) throw new Error('no licences');
    const basis = [{ instrument: ASKED, certainty: 'seen' as const }];
    const datasets = new Map([['licence', { ...licence, catalog: { ...licence.catalog, basis } }]]);
    const resting = { ...platform, pack: { ...platform.pack, datasets } };
    const found = await readTouched(resting, as(null), { instrument: ASKED, after: null, limit: 9 });
    expect(found.ok ? found.value.map(({ subjectKind }) => subjectKind).sort() : found).toEqual(['legal', 'natural']);
    const looks = await desk.rows<{ id: string }>("select object_id as id from audit_event where act = 'record.look'");
    expect(looks.map(({ id }) => id)).toEqual(
      found.ok ? found.value.filter(({ subjectKind }) => subjectKind === 'natural').map(({ recordId }) => recordId) : [],
    );
  });

  it('that were withdrawn are touched no more', async () => {
    await send('study-session', [{}]);
    await desk.rows("update credit_record set state = 'withdrawn', state_reason = 'error'");
    expect(await touched(ASKED)).toEqual([]);
  });
});

describe('the standards', () => {
  it('are listed place by place, as a search for the id through the files finds them', async () => {
    for (const instrument of ['gbf-2020-49', 'licheng-2021-plan', 'platform-choice', 'civil-code', 'gbfmd-2018-15']) {
      const impact = await repealImpact(desk.platform, as(null), { instrument });
      if (!impact.ok) throw new Error(impact.error.message);
      const cited = desk.platform.pack.citations;
      const files = [...new Set(cited.map(({ file }) => file))];
      const lines = files.flatMap((file) =>
        readFileSync(pathOf(file), 'utf8')
          .split('\n')
          .flatMap((line, at) =>
            new RegExp(`instrument: "?${instrument}"?[ ,}]|instrument: "?${instrument}"?$`, 'u').test(line)
              ? [`${file}:${String(at + 1)}`]
              : [],
          ),
      );
      expect(lines.length).toBeGreaterThan(0);
      expect(impact.value.standards.map(({ file, line }) => `${file}:${String(line)}`).sort()).toEqual(lines.sort());
    }
  });

  it('name what an unknown instrument lacks', async () => {
    const asked = await repealImpact(desk.platform, as(null), { instrument: '国办发〔2020〕490号' });
    expect(asked).toMatchObject({ ok: false, error: { code: 'no-such-instrument' } });
    const two = await repealImpact(desk.platform, as(null), {
      instrument: '国办发〔2020〕42号；国办发〔2020〕49号',
    });
    expect(two).toMatchObject({ ok: false, error: { code: 'several-instruments' } });
  });
});

function pathOf(file: string): string {
  return file.startsWith('standards/') ? join(STANDARDS_DIR, '..', file) : join(DISTRICT_DIR, '../..', file);
}
