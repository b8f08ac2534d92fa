/** Reminders: computed from what is due, by the district's steps, each sent once whatever runs twice or late. */
import type { Day } from '@xincheng/core/calendar';
import type { ReminderRule, SupervisionRules } from '@xincheng/core/standards';
import { dueReminders, reminderKey } from '@xincheng/core/supervision';
import type { DueThing, Step } from '@xincheng/core/supervision';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { listPlans } from '@xincheng/store/plans';
import { listReminders, noteReminder, openParts, unansweredOrders } from '@xincheng/store/supervision';
import { writeAct } from '../audit/index.ts';
import { readUnanswered } from '../concealment/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { readOpenDecisions } from '../registers/index.ts';
import { isMissing, owedOfAll } from './owed-reports.ts';
import { tell } from './tell.ts';
import type { SupervisionWords } from './tell.ts';
import { unitName } from './parts.ts';

/** Who reminds. */
export const REMINDER: Actor = { id: '系统：到期提醒', scope: 'all', units: [], subjects: [] };

/** More than any district has in hand; the most urgent come first. */
const MOST_DECISIONS = 10_000;

/** Something due, with what a text may say of it. */
interface Due extends DueThing {
  readonly about: ReminderRule['about'];
  readonly isLead: boolean;
  readonly plan: string;
  readonly number: string | null;
  readonly document?: string;
  readonly words?: string;
}

export interface Reminded {
  readonly day: Day;
  readonly sent: number;
}

/** Sends every reminder that has come and was not sent. Each is one transaction: a stop in between loses none and repeats none. */
export async function sendReminders(platform: Platform, context: ActContext): Promise<Reminded> {
  const rules = platform.pack.supervision;
  if (rules === null) return { day: context.today, sent: 0 };
  const identity = identityOf(context.actor);
  const { things, sentBefore, titles } = await withTransaction(platform.database.app, identity, async (client) => ({
    things: await dueThings(platform, rules, client, context),
    sentBefore: new Set(
      (await listReminders(client)).map(({ aboutId, ...rest }) =>
        reminderKey({ ...rest, id: aboutId, dueOn: rest.dueOn as Day }),
      ),
    ),
    titles: new Map((await listPlans(client)).map(({ id, title }) => [id, title])),
  }));
  const all = [...things, ...(await dueDecisions(platform, context))];
  let sent = 0;
  for (const rule of rules.reminders) {
    const concerned = all.filter(({ about, isLead }) => about === rule.about && (rule.to === 'bound' || isLead));
    for (const reminder of dueReminders(concerned, rule.daysAhead, sentBefore, context.today))
      if (await sendOne(platform, context, rule, reminder, titles.get(reminder.plan) ?? '')) sent += 1;
  }
  return { day: context.today, sent };
}

async function sendOne(
  platform: Platform,
  context: ActContext,
  { notice }: ReminderRule,
  reminder: Due & Step,
  plan: string,
): Promise<boolean> {
  const { about: kind, id, unitId, dueOn, daysAhead } = reminder;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    if (!(await noteReminder(client, { about: kind, aboutId: id, unitId, dueOn, daysAhead }, context.now))) return false;
    const about = { kind: `supervision-${kind}`, id: `${id}/${String(daysAhead)}` };
    const words = wordsOf(platform, reminder, plan);
    await tell(
      { client, context, platform },
      { template: notice, toUnit: unitId, about, words, fromUnit: null, answerDueOn: dueOn },
    );
    await writeAct(client, context, {
      act: 'supervision.reminded',
      objectKind: `supervision-${kind}`,
      objectId: id,
      unitId,
      details: { dueOn, daysAhead },
    });
    return true;
  });
}

/** What is due of tasks that are not proven, reports that are missing, orders and alarms without an answer. */
async function dueThings(
  platform: Platform,
  rules: SupervisionRules,
  client: Client,
  context: ActContext,
): Promise<readonly Due[]> {
  const tasks = (await openParts(client)).map(({ planId, number, unitId, isLead, dueOn }) => ({
    ...{ about: 'task' as const, id: `${planId}/${number}`, unitId, dueOn: dueOn as Day, isLead, plan: planId, number },
  }));
  const reports = (await owedOfAll(platform, rules, client, context)).filter(isMissing).flatMap((owed) => {
    const { plan, number, unitId, period, dueOn } = owed;
    const id = `${plan}/${number}/${period.id}`;
    return dueOn === null ? [] : [{ about: 'report' as const, id, unitId, dueOn, isLead: false, plan, number }];
  });
  const orders = (await unansweredOrders(client)).map(({ id, planId, number, unitId, dueOn, document }) => ({
    ...{ about: 'order' as const, id, unitId, dueOn: dueOn as Day, isLead: false, plan: planId, number, document },
  }));
  const alarms = (await readUnanswered(client, platform)).map(({ unitId, dueOn, count }) => ({
    ...{ about: 'alarm' as const, id: dueOn, unitId, dueOn, isLead: false, plan: '', number: null },
    words: `疑似漏报线索 ${String(count)} 条`,
  }));
  return [...tasks, ...reports, ...orders, ...alarms];
}

/** Open decisions of meetings with a day, at units that the district knows. */
async function dueDecisions(platform: Platform, context: ActContext): Promise<readonly Due[]> {
  const open = await readOpenDecisions(platform, context, { limit: MOST_DECISIONS });
  return open.flatMap(({ recordId: id, responsibleUnit, dueOn, decision: words }) => {
    const unitId = unitCalled(platform.pack, responsibleUnit);
    if (unitId === null || dueOn === null) return [];
    return [{ about: 'decision' as const, id, unitId, dueOn: dueOn as Day, isLead: false, plan: '', number: null, words }];
  });
}

/** The unit of that name; null for one that the district does not know. */
function unitCalled({ units }: Platform['pack'], name: string): string | null {
  return [...units.values()].find((unit) => unit.name === name || unit.aliases?.includes(name) === true)?.id ?? null;
}

function wordsOf(
  platform: Platform,
  { number, words, document, dueOn, daysLeft, unitId }: Due & Step,
  plan: string,
): SupervisionWords {
  return {
    matter: '',
    act: '',
    plan,
    task: number === null ? '' : `任务“${number}”`,
    unit: unitName(platform, unitId),
    name: '',
    words: words ?? '',
    number: document ?? '',
    dueOn,
    days: daysWords(daysLeft),
  };
}

function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return '今天到期';
  return daysLeft > 0 ? `还有 ${String(daysLeft)} 天` : `已过期 ${String(-daysLeft)} 天`;
}
