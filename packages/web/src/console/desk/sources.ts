/** Where the desk's tasks come from: each capability asked once, by right. */
import type { Right } from '@xincheng/core/identity';
import { answerOf, api } from '../../api/index.ts';
import { gather, mapped, PAGE } from './gather.ts';
import type { Gathered } from './gather.ts';
import type { Task, TaskKind } from './task.ts';
import { toArrive, toConfirm, toCorrect, toExplain, toForward } from './tasks-of-data.ts';
import { toAct, toAnswer, toConfirmPlan, toFulfil, toIssue, toRenew, toReport, toUnlock } from './tasks-of-work.ts';
import type { Who } from './who.ts';

export interface Source {
  /** What most of its tasks are; each source has its own. */
  readonly kind: TaskKind;
  readonly right: Right;
  readonly read: (who: Who) => Promise<Gathered<Task>>;
}

const DAYS_AHEAD = 10;
const DAY_MS = 86_400_000;

/** Of what is asked for whole. */
function whole(items: readonly Task[]): Gathered<Task> {
  return { items, isCut: false };
}

async function alarmsIn(state: 'open' | 'returned' | 'answered', who: Who): Promise<Gathered<Task>> {
  const alarms = await gather((query) =>
    answerOf(api.GET('/api/v1/concealment/alarms', { params: { query: { ...query, state } } })),
  );
  return mapped(alarms, (alarm) => toExplain(alarm, who));
}

/** Tasks of the plans in force by the units bound to them, and the drafts that wait. */
async function ofPlans(who: Who): Promise<Gathered<Task>> {
  const { plans, drafts } = await answerOf(api.GET('/api/v1/plans'));
  const running = plans.filter(({ state }) => state === 'confirmed');
  const boards = await Promise.all(
    running.map(({ id }) => answerOf(api.GET('/api/v1/plans/{id}/board', { params: { path: { id } } }))),
  );
  return whole([
    ...drafts.map((draft) => toConfirmPlan(draft, who)),
    ...boards.flatMap(({ plan, next, troubled }) =>
      [...troubled, ...next].flatMap((task) =>
        [...new Set(task.bound.filter(({ role }) => role !== 'supporting').map(({ unit }) => unit))].map((unit) =>
          toFulfil(plan.id, task, unit, who),
        ),
      ),
    ),
  ]);
}

async function owedReports(who: Who): Promise<Gathered<Task>> {
  const { plans } = await answerOf(api.GET('/api/v1/plans'));
  const running = plans.filter(({ state }) => state === 'confirmed');
  const owed = await Promise.all(
    running.map(({ id }) => answerOf(api.GET('/api/v1/supervision/reports', { params: { query: { plan: id } } }))),
  );
  return whole(owed.flatMap(({ items }) => items.filter(({ isMissing }) => isMissing).map((report) => toReport(report, who))));
}

async function lockedAccounts(who: Who): Promise<Gathered<Task>> {
  const { items, isCut } = await gather((query) =>
    answerOf(api.GET('/api/v1/accounts', { params: { query: { ...query, state: 'active' } } })),
  );
  const locked = items.filter(({ lockedUntil }) => lockedUntil !== null);
  return mapped({ items: locked, isCut }, (account) => toUnlock(account, who));
}

async function endingTokens(who: Who): Promise<Gathered<Task>> {
  const { items, isCut } = await gather((query) => answerOf(api.GET('/api/v1/api-clients', { params: { query } })));
  const soon = Date.now() + DAYS_AHEAD * DAY_MS;
  const ending = items.filter(
    ({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > Date.now() && Date.parse(expiresAt) < soon,
  );
  return mapped({ items: ending, isCut }, (client) => toRenew(client, who));
}

/** All of them; a desk asks those that its rights open. */
export const SOURCES: readonly Source[] = [
  {
    kind: 'forward',
    right: 'forwarding.read',
    read: async (who) => {
      const query = { days: DAYS_AHEAD, limit: PAGE };
      const { items } = await answerOf(api.GET('/api/v1/forwarding/due', { params: { query } }));
      return { items: items.map((item) => toForward(item, who)), isCut: items.length === PAGE };
    },
  },
  {
    kind: 'refused',
    right: 'forwarding.read',
    read: async (who) => {
      const { items, isCut } = await gather((query) => answerOf(api.GET('/api/v1/forwarding/refused', { params: { query } })));
      return mapped({ items: items.filter(({ isToResend }) => !isToResend), isCut }, (item) => toCorrect(item, who));
    },
  },
  {
    kind: 'unanswered',
    right: 'forwarding.make',
    read: async () => {
      const items = await gather((query) => answerOf(api.GET('/api/v1/forwarding/unanswered', { params: { query } })));
      return mapped(items, toArrive);
    },
  },
  {
    kind: 'waiting',
    right: 'intake.read',
    read: async (who) => {
      const rows = await gather((query) => answerOf(api.GET('/api/v1/waiting', { params: { query } })));
      return mapped(rows, (row) => toConfirm(row, who));
    },
  },
  {
    kind: 'notice',
    right: 'notice.read',
    read: async (who) => {
      const notices = await gather((query) =>
        answerOf(api.GET('/api/v1/notices', { params: { query: { ...query, only: 'unanswered' } } })),
      );
      return mapped(notices, (notice) => toAnswer(notice, who));
    },
  },
  {
    kind: 'matter',
    right: 'supervision.read',
    read: async (who) => {
      const matters = await gather((query) =>
        answerOf(api.GET('/api/v1/supervision/matters', { params: { query: { ...query, open: 'true' } } })),
      );
      return mapped(matters, (matter) => toAct(matter, who));
    },
  },
  {
    kind: 'alarm',
    right: 'concealment.read',
    read: async (who) => {
      const states = await Promise.all((['open', 'returned', 'answered'] as const).map((state) => alarmsIn(state, who)));
      return { items: states.flatMap(({ items }) => items), isCut: states.some(({ isCut }) => isCut) };
    },
  },
  { kind: 'plan-task', right: 'plan.read', read: ofPlans },
  { kind: 'report', right: 'supervision.read', read: owedReports },
  {
    kind: 'bulletin',
    right: 'bulletin.issue',
    read: async (who) => {
      const { items } = await answerOf(api.GET('/api/v1/bulletins'));
      const drafts = items.filter(({ issued, dropped }) => issued === null && dropped === null);
      return whole(drafts.map((bulletin) => toIssue(bulletin, who)));
    },
  },
  { kind: 'locked', right: 'account.manage', read: lockedAccounts },
  { kind: 'token', right: 'client.manage', read: endingTokens },
];
