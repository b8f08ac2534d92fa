/** Where the desk's tasks come from: each capability asked once, by right. */
import type { Right } from '@xincheng/core/identity';
import { answerOf, api } from '../../api/index.ts';
import type { Task } from './task.ts';
import { toArrive, toConfirm, toCorrect, toExplain, toForward } from './tasks-of-data.ts';
import { toAct, toAnswer, toConfirmPlan, toFulfil, toIssue, toRenew, toReport, toUnlock } from './tasks-of-work.ts';
import type { Who } from './who.ts';

export interface Source {
  readonly key: string;
  readonly right: Right;
  readonly read: (who: Who) => Promise<readonly Task[]>;
}

const PAGE = 500;
/** Of one kind; a desk with more needs no more to say so. */
const MOST = 2000;
const DAYS_AHEAD = 10;
const DAY_MS = 86_400_000;

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

async function gather<T>(
  read: (query: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<T>>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && all.length < MOST);
  return all;
}

async function alarmsIn(state: 'open' | 'returned' | 'answered', who: Who): Promise<readonly Task[]> {
  const alarms = await gather((query) =>
    answerOf(api.GET('/api/v1/concealment/alarms', { params: { query: { ...query, state } } })),
  );
  return alarms.map((alarm) => toExplain(alarm, who));
}

/** Tasks of the plans in force by the units bound to them, and the drafts that wait. */
async function ofPlans(who: Who): Promise<readonly Task[]> {
  const { plans, drafts } = await answerOf(api.GET('/api/v1/plans'));
  const running = plans.filter(({ state }) => state === 'confirmed');
  const boards = await Promise.all(
    running.map(({ id }) => answerOf(api.GET('/api/v1/plans/{id}/board', { params: { path: { id } } }))),
  );
  return [
    ...drafts.map((draft) => toConfirmPlan(draft, who)),
    ...boards.flatMap(({ plan, next, troubled }) =>
      [...troubled, ...next].flatMap((task) =>
        [...new Set(task.bound.filter(({ role }) => role !== 'supporting').map(({ unit }) => unit))].map((unit) =>
          toFulfil(plan.id, task, unit, who),
        ),
      ),
    ),
  ];
}

async function owedReports(who: Who): Promise<readonly Task[]> {
  const { plans } = await answerOf(api.GET('/api/v1/plans'));
  const running = plans.filter(({ state }) => state === 'confirmed');
  const owed = await Promise.all(
    running.map(({ id }) => answerOf(api.GET('/api/v1/supervision/reports', { params: { query: { plan: id } } }))),
  );
  return owed.flatMap(({ items }) => items.filter(({ isMissing }) => isMissing).map((report) => toReport(report, who)));
}

async function lockedAccounts(who: Who): Promise<readonly Task[]> {
  const accounts = await gather((query) =>
    answerOf(api.GET('/api/v1/accounts', { params: { query: { ...query, state: 'active' } } })),
  );
  return accounts.filter(({ lockedUntil }) => lockedUntil !== null).map((account) => toUnlock(account, who));
}

async function endingTokens(who: Who): Promise<readonly Task[]> {
  const clients = await gather((query) => answerOf(api.GET('/api/v1/api-clients', { params: { query } })));
  const soon = Date.now() + DAYS_AHEAD * DAY_MS;
  return clients
    .filter(
      ({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > Date.now() && Date.parse(expiresAt) < soon,
    )
    .map((client) => toRenew(client, who));
}

/** All of them; a desk asks those that its rights open. */
export const SOURCES: readonly Source[] = [
  {
    key: 'due',
    right: 'forwarding.read',
    read: async (who) => {
      const query = { days: DAYS_AHEAD, limit: PAGE };
      const { items } = await answerOf(api.GET('/api/v1/forwarding/due', { params: { query } }));
      return items.map((item) => toForward(item, who));
    },
  },
  {
    key: 'refused',
    right: 'forwarding.read',
    read: async (who) => {
      const items = await gather((query) => answerOf(api.GET('/api/v1/forwarding/refused', { params: { query } })));
      return items.filter(({ isToResend }) => !isToResend).map((item) => toCorrect(item, who));
    },
  },
  {
    key: 'unanswered',
    right: 'forwarding.make',
    read: async () => {
      const items = await gather((query) => answerOf(api.GET('/api/v1/forwarding/unanswered', { params: { query } })));
      return items.map(toArrive);
    },
  },
  {
    key: 'waiting',
    right: 'intake.read',
    read: async (who) => {
      const rows = await gather((query) => answerOf(api.GET('/api/v1/waiting', { params: { query } })));
      return rows.map((row) => toConfirm(row, who));
    },
  },
  {
    key: 'notices',
    right: 'notice.read',
    read: async (who) => {
      const notices = await gather((query) =>
        answerOf(api.GET('/api/v1/notices', { params: { query: { ...query, only: 'unanswered' } } })),
      );
      return notices.map((notice) => toAnswer(notice, who));
    },
  },
  {
    key: 'matters',
    right: 'supervision.read',
    read: async (who) => {
      const matters = await gather((query) =>
        answerOf(api.GET('/api/v1/supervision/matters', { params: { query: { ...query, open: 'true' } } })),
      );
      return matters.map((matter) => toAct(matter, who));
    },
  },
  {
    key: 'alarms',
    right: 'concealment.read',
    read: async (who) =>
      (await Promise.all((['open', 'returned', 'answered'] as const).map((state) => alarmsIn(state, who)))).flat(),
  },
  { key: 'plans', right: 'plan.read', read: ofPlans },
  { key: 'reports', right: 'supervision.read', read: owedReports },
  {
    key: 'bulletins',
    right: 'bulletin.issue',
    read: async (who) => {
      const { items } = await answerOf(api.GET('/api/v1/bulletins'));
      return items.filter(({ issued, dropped }) => issued === null && dropped === null).map((bulletin) => toIssue(bulletin, who));
    },
  },
  { key: 'locked', right: 'account.manage', read: lockedAccounts },
  { key: 'tokens', right: 'client.manage', read: endingTokens },
];
