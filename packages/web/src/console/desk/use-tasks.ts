/** Everything that waits, gathered from the capabilities. */
import { useQueries } from '@tanstack/react-query';
import type { Right } from '@xincheng/core/identity';
import { answerOf, api } from '../../api/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import type { Task } from './sort-tasks.ts';
import { toAct, toAnswer, toArrive, toConfirm, toCorrect, toExplain, toForward } from './tasks-of.ts';
import type { Telling } from './tasks-of.ts';
import { useDeskWords } from './words.ts';

/** As many of each kind as a desk can show. */
const MOST = 100;
const DAYS_AHEAD = 10;

const sources = (may: (right: Right) => boolean) =>
  [
    {
      enabled: may('forwarding.read'),
      queryKey: ['desk', 'due'],
      queryFn: () => answerOf(api.GET('/api/v1/forwarding/due', { params: { query: { days: DAYS_AHEAD, limit: MOST } } })),
    },
    {
      enabled: may('forwarding.read'),
      queryKey: ['desk', 'refused'],
      queryFn: () => answerOf(api.GET('/api/v1/forwarding/refused', { params: { query: { limit: MOST } } })),
    },
    {
      enabled: may('intake.read'),
      queryKey: ['waiting'],
      queryFn: () => answerOf(api.GET('/api/v1/waiting', { params: { query: { limit: MOST } } })),
    },
    {
      enabled: may('notice.read'),
      queryKey: ['desk', 'notices'],
      queryFn: () => answerOf(api.GET('/api/v1/notices', { params: { query: { only: 'unanswered', limit: MOST } } })),
    },
    {
      enabled: may('supervision.read'),
      queryKey: ['desk', 'matters'],
      queryFn: () => answerOf(api.GET('/api/v1/supervision/matters', { params: { query: { open: 'true', limit: MOST } } })),
    },
    {
      enabled: may('concealment.read'),
      queryKey: ['desk', 'alarms'],
      queryFn: () => answerOf(api.GET('/api/v1/concealment/alarms', { params: { query: { limit: MOST } } })),
    },
    {
      enabled: may('forwarding.read'),
      queryKey: ['desk', 'unanswered'],
      queryFn: () => answerOf(api.GET('/api/v1/forwarding/unanswered', { params: { query: { limit: MOST } } })),
    },
  ] as const;

interface Tasks {
  readonly mine: readonly Task[];
  readonly others: readonly Task[];
  readonly isLoading: boolean;
  /** The first that could not be read, when the others could. */
  readonly error: unknown;
}

/** What waits on me, and what I wait for: units confirm, correct and explain; the credit office forwards. */
export function useTasks(): Tasks {
  const say = useDeskWords();
  const units = useUnits();
  const datasets = useDatasets();
  const may = useMay();
  const isOffice = may('forwarding.make');
  const answers = useQueries({ queries: sources(may) });
  const telling: Telling = { say, unitName: units.nameOf, datasetName: datasets.nameOf };
  const [due, refused, waiting, notices, matters, alarms, unanswered] = answers;
  const ofOffice = tasks(due.data, toForward, telling);
  const ofCity = tasks(unanswered.data, toArrive, telling);
  const ofBoth = tasks(matters.data, toAct, telling);
  const ofUnits = [
    ...tasks({ items: refused.data?.items.filter(({ isToResend }) => !isToResend) ?? [] }, toCorrect, telling),
    ...tasks(waiting.data, toConfirm, telling),
    ...tasks(notices.data, toAnswer, telling),
    ...tasks(
      { items: alarms.data?.items.filter(({ state }) => state === 'open' || state === 'returned') ?? [] },
      toExplain,
      telling,
    ),
  ];
  return {
    mine: [...(isOffice ? ofOffice : ofUnits), ...ofBoth],
    others: [...(isOffice ? ofUnits : ofOffice), ...ofCity],
    isLoading: answers.some(({ isLoading }) => isLoading),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}

function tasks<T>(
  found: { readonly items: readonly T[] } | undefined,
  taskOf: (item: T, telling: Telling) => Task,
  telling: Telling,
): readonly Task[] {
  return found?.items.map((item) => taskOf(item, telling)) ?? [];
}
