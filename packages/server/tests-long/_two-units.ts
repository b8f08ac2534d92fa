/** Two units with something of every kind, each under a mark of its own that is nowhere else; and people of every role in both. */
import { ROLES } from '@xincheng/core/identity';
import { asDay, dayOf } from '@xincheng/core/calendar';
import type { Result } from '@xincheng/core/result';
import { attachFile } from '@xincheng/usecases/attachments';
import { declareVoidNumbers, noteSighting, readAlarms, scanConcealment } from '@xincheng/usecases/concealment';
import { createApiClient } from '@xincheng/usecases/identity';
import type { ActContext } from '@xincheng/usecases/identity';
import { tellUnit } from '@xincheng/usecases/notices';
import { confirmPlan, importPlan } from '@xincheng/usecases/plans';
import { fileReport } from '@xincheng/usecases/supervision';
import { draftOf, task } from '../../usecases/tests/_plans.ts';
import { Browser, OWN_PASSWORD, person } from '../tests/_people.ts';
import { licencesOf, LICENSOR, push, REGULATOR } from '../tests/_world.ts';
import type { World } from '../tests/_world.ts';

export const UNITS = [LICENSOR, REGULATOR] as const;
export const PLAN = 'apart-2021';
export const MARKS: Readonly<Record<string, string>> = { [LICENSOR]: '甲独有', [REGULATOR]: '乙独有' };

/** Ids of what belongs to one unit, by the beginning of the path that asks for it. */
export type Own = Readonly<
  Record<'batches' | 'records' | 'matters' | 'attachments' | 'notices' | 'alarms' | 'waiting', readonly string[]>
>;

/** Somebody who has signed in. */
export interface Somebody {
  readonly unit: string;
  readonly role: (typeof ROLES)[number];
  readonly cookie: string;
  readonly csrf: string;
}

function contextAt(world: World, actor: ActContext['actor']): ActContext {
  const { now } = world.clock;
  return { now, today: dayOf(now), actor };
}

function done<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Everything of both units. */
export async function fillTwo(world: World): Promise<Readonly<Record<string, Own>>> {
  const { platform } = world;
  const office = contextAt(world, { id: '信用办', scope: 'all', units: [], subjects: [] });
  const names = UNITS.map((unit) => platform.pack.units.get(unit)?.name ?? '');
  const draft = draftOf([task('一1', { leads: [], responsible: names, due: asDay('2021-07-31') })]);
  done(await importPlan(platform, office, draft, { id: PLAN, name: '赵录入', fileName: 'x', fileSha256: null }));
  done(await confirmPlan(platform, office, PLAN, { name: '钱确认' }));
  for (const unit of UNITS) await sight(world, office, unit);
  const own: Record<string, Own> = {};
  for (const unit of UNITS) own[unit] = await fillOne(world, office, unit);
  return own;
}

async function sight(world: World, office: ActContext, unit: string): Promise<void> {
  const number = `历城${MARKS[unit] ?? ''}罚〔2021〕1号`;
  const by = { name: '吴登记', words: MARKS[unit] ?? '' };
  done(await noteSighting(world.platform, office, { unitId: unit, dataset: 'penalty', number, seenIn: 'repair', ...by }));
}

async function fillOne(world: World, office: ActContext, unit: string): Promise<Own> {
  const { platform } = world;
  const mark = MARKS[unit] ?? '';
  const context = contextAt(world, { id: `${mark}员`, scope: 'units', units: [unit], subjects: [] });
  const by = { name: `${mark}经办`, words: `${mark}说明` };
  const rows = licencesOf(platform, unit, [1, 2, 3, 4, 5]).map((row) => ({ ...row, XK_NR: `${mark}许可内容` }));
  const sent = await world.call({ ...push(rows, `${unit}-1`, { unit }), unit });
  const again = await world.call({
    ...push(
      rows.slice(0, 1).map((row) => ({ ...row, XK_JDRQ: '2021/05/02' })),
      `${unit}-2`,
      { unit },
    ),
    unit,
  });
  if (sent.statusCode !== 201 || again.statusCode !== 201) throw new Error(sent.body + again.body);
  const file = { ownerKind: 'task', ownerId: `${PLAN}/一1`, unitId: unit, fileName: `${mark}.txt`, bytes: Buffer.from(mark) };
  const attachment = done(await attachFile(platform, context, file)).id;
  const report = { plan: PLAN, number: '一1', unit, period: '2021-05', attachments: [attachment], ...by };
  const matter = done(await fileReport(platform, context, report)).matter;
  const notice = done(await tellUnit(platform, office, { unit, title: `${mark}通知`, text: mark })).notice.id;
  done(await declareVoidNumbers(platform, context, { unitId: unit, numbers: ['济历城审许〔2021〕99号'], document: mark, ...by }));
  done(
    await createApiClient(platform, contextAt(world, { ...office.actor, units: [unit] }), {
      name: `${mark}程序`,
      unitId: unit,
      rights: ['record.read'],
      days: 30,
    }),
  );
  done(await scanConcealment(platform, office));
  const alarms = await readAlarms(platform, office, { unitId: unit, after: null, limit: 5 });
  const list = async (url: string, id: string): Promise<string[]> =>
    (await world.call({ url: `/api/v1${url}`, unit }))
      .json<{ items: Record<string, string>[] }>()
      .items.map((item) => item[id] ?? '');
  return {
    batches: await list('/batches', 'batch'),
    records: await list('/records', 'recordId'),
    waiting: await list('/waiting', 'id'),
    matters: [matter],
    attachments: [attachment],
    notices: [notice],
    alarms: alarms.map(({ id }) => id),
  };
}

/** One of every role in both units; the credit office's is given at the office alone. */
export async function everybody(world: World): Promise<readonly Somebody[]> {
  const people: Somebody[] = [];
  for (const unit of UNITS)
    for (const role of ROLES) {
      const at = role === 'credit-office' ? world.platform.pack.district.creditOffice : unit;
      const login = `${unit}-${role}`;
      await person(world, { login, unit: at, roles: [role], name: `${MARKS[at] ?? ''}人员` });
      const browser = new Browser(world, 'localhost');
      await browser.signIn(login, OWN_PASSWORD);
      people.push({ unit: at, role, cookie: browser.cookie ?? '', csrf: browser.csrf });
    }
  return people;
}
