/** Every number of a bulletin against a count of everything that is there, and a bulletin made anew from what was kept. */
import { createHash } from 'node:crypto';
import { dayOf } from '@xincheng/core/calendar';
import type { BulletinContent, BulletinSnapshot } from '@xincheng/core/bulletins';
import { periodAt } from '@xincheng/core/indicators';
import { actAt } from '@xincheng/testkit/platform';
import { draftBulletin, issueBulletin, readBulletin } from '@xincheng/usecases/bulletins';
import { renderPdf } from '@xincheng/usecases/documents';
import { declareTotal, freezePeriod, reportZero } from '@xincheng/usecases/indicators';
import { withdrawRecord } from '@xincheng/usecases/publicity';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { officeAt } from './_forwarding.ts';
import { BruteForce } from './_indicator-oracle.ts';
import type { Ledger } from './_indicator-oracle.ts';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';
import { randomOf } from './_random.ts';

const FROZEN = '2021-06-20T09:00';
const MONTH = '2021-05';
const SET = 'dual-publicity-declared';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

/** Units that number licences or penalties of their own. */
function unitsOf(dataset: string): readonly string[] {
  const own = desk.platform.pack.provisions.filter((one) => one.dataset === dataset && desk.platform.pack.units.has(one.unit));
  return [...new Set([desk.owner(dataset), ...own.map(({ unit }) => unit)])].slice(0, 2);
}

/** Submissions, faults, withdrawals and declared totals around the month, by chance; what became of each row. */
async function live(random: () => number): Promise<Ledger> {
  const ledger: Ledger = { rows: [], words: [] };
  const upTo = (most: number): number => Math.floor(random() * most);
  let serial = 0;
  for (const dataset of ['licence', 'penalty'])
    for (const unit of unitsOf(dataset)) {
      const owner = desk.platform.pack.units.get(unit);
      for (let file = 0; file < 2; file += 1) {
        const at = `2021-0${String(5 + upTo(2))}-${String(10 + upTo(9))}T10:00`;
        const rows = Array.from({ length: 1 + upTo(6) }, (): RowSpec => {
          const decidedOn = `2021-0${String(4 + upTo(2))}-${String(10 + upTo(20))}`;
          const number = random() < 0.2 ? '' : `济历城示${dataset === 'licence' ? '许' : '罚'}〔2021〕${String((serial += 1))}号`;
          const term = dataset === 'licence' ? { validFrom: decidedOn, validUntil: '2024-12-31' } : {};
          return { set: { number, decidedOn, authorityName: owner?.name ?? '', authorityUscc: owner?.uscc ?? '', ...term } };
        });
        const { batch, recordIds } = await desk.send({ dataset, unit, rows, at });
        expect(batch.waiting + batch.changed + batch.unchanged).toBe(0);
        const tell = (outcome: 'accepted' | 'rejected', count: number): void => {
          for (let row = 0; row < count; row += 1) ledger.rows.push({ unit, dataset, day: at.slice(0, 10), outcome });
        };
        tell('accepted', batch.accepted);
        tell('rejected', batch.rejected);
        const [first = ''] = recordIds.filter((id) => id !== '');
        if (first !== '' && random() < 0.4) {
          const said = { because: 'error', name: '王核对', reason: '报错' } as const;
          expect((await withdrawRecord(desk.platform, actAt('2021-06-19T09:00', [unit]), first, said)).ok).toBe(true);
        }
      }
      const by = { set: SET, period: MONTH, name: '王核对', unit, item: dataset };
      const context = actAt('2021-06-19T10:00', [unit]);
      const count = 10 + upTo(8);
      const isDeclared = random() < 0.8;
      const said = isDeclared
        ? await declareTotal(desk.platform, context, { ...by, count })
        : await reportZero(desk.platform, context, by);
      if (said.ok)
        ledger.words.push({
          ...{ set: SET, unit, item: dataset, period: MONTH, kind: isDeclared ? 'declared' : 'zero' },
          expected: isDeclared ? count : 0,
        });
    }
  return ledger;
}

/** The cells of a column as the count writes them; a part alone is the number before or behind the stroke. */
function partOf(cell: string | undefined, part: 'value' | 'numerator' | 'denominator'): string {
  if (cell === undefined) return 'no-data';
  const [over = '', under] = cell.split('/');
  if (part === 'value' || under === undefined) return cell;
  return part === 'numerator' ? over : under;
}

function written({ numerator, denominator, absence }: BulletinContent['total'][number]): string {
  if (absence !== null) return absence;
  return denominator === null ? String(numerator) : `${String(numerator)}/${denominator}`;
}

it.each([1, 2])('says what a count of everything says, seed %i', async (seed) => {
  const ledger = await live(randomOf(seed));
  expect((await freezePeriod(desk.platform, officeAt(FROZEN), { period: MONTH })).ok).toBe(true);
  const drafted = await draftBulletin(desk.platform, officeAt(FROZEN), { month: MONTH, isCorrection: false, name: '赵起草' });
  if (!drafted.ok) throw new Error(drafted.error.message);
  const today = dayOf(officeAt(FROZEN).now);
  const brute = await BruteForce.of(desk, ledger, today);
  const { columns, rows, total } = drafted.value.content;
  expect(rows.length).toBeGreaterThan(1);
  for (const [index, column] of columns.entries()) {
    const definition = desk.platform.pack.indicators.get(column.indicator);
    if (definition === undefined) throw new Error(column.indicator);
    const counted = brute.cells(definition, periodAt(officeAt('2021-05-15T09:00').today, 'month', today));
    const isCount = column.format === 'count' && column.part === 'value';
    for (const { unit, cells } of rows) {
      const expected = counted[unit] ?? (isCount ? '0' : 'no-data');
      const cell = cells[index];
      expect([seed, column.id, unit, cell === undefined ? '' : written(cell)]).toEqual([
        seed,
        column.id,
        unit,
        partOf(expected, column.part),
      ]);
    }
    const sum = total[index];
    expect([seed, column.id, sum === undefined ? '' : written(sum)]).toEqual([seed, column.id, partOf(counted[''], column.part)]);
  }
});

it('is made anew from what was kept, to the byte, also after records are withdrawn', async () => {
  await live(randomOf(4));
  expect((await freezePeriod(desk.platform, officeAt(FROZEN), { period: MONTH })).ok).toBe(true);
  const office = officeAt(FROZEN);
  const drafted = await draftBulletin(desk.platform, office, { month: MONTH, isCorrection: false, name: '赵起草' });
  const issued = await issueBulletin(desk.platform, office, drafted.ok ? drafted.value.id : '', { name: '钱签发' });
  if (!issued.ok) throw new Error(issued.error.message);
  const first = issued.value.issued;
  if (first === null) throw new Error('not issued');
  await desk.rows("update credit_record set state = 'withdrawn', state_reason = 'error'");
  const [kept] = await desk.rows<{ snapshot: string }>('select snapshot::text as snapshot from bulletin_issue');
  const snapshot = JSON.parse(kept?.snapshot ?? '') as BulletinSnapshot;
  // The page is made of the snapshot alone: the test of the page holds that equal ones make equal bytes.
  expect(snapshot).toEqual(first.snapshot);
  const pdf = await renderPdf('bulletin', snapshot);
  expect(pdf.ok && sha256(pdf.value)).toBe(first.pdfSha256);
  expect(rowsHashOf(snapshot)).toBe(first.snapshot.rowsHash);
  const again = await readBulletin(desk.platform, officeAt('2022-01-10T09:00'), issued.value.id);
  expect(again.ok && again.value.issued?.snapshot).toEqual(first.snapshot);
});

/** The hash of the row sets, from the sources and the cells that the snapshot shows. */
function rowsHashOf({ sources, rows }: BulletinSnapshot): string {
  const sets = sources.map((source) => [source.indicator, source.rowsHash]);
  const cells = rows.map((row) => [row.unit, row.cells.map((cell) => [cell.numerator, cell.denominator, cell.absence])]);
  return sha256(JSON.stringify([sets, cells]));
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
