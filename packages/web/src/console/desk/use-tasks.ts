/** Everything that waits, gathered from the capabilities. */
import { useQueries } from '@tanstack/react-query';
import { answerOf, api } from '../../api/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import type { Task } from './sort-tasks.ts';
import { useDeskWords } from './words.ts';

/** As many of each kind as a desk can show. */
const MOST = 100;
const DAYS_AHEAD = 10;

const SOURCES = [
  {
    queryKey: ['desk', 'due'],
    queryFn: () => answerOf(api.GET('/api/v1/forwarding/due', { params: { query: { days: DAYS_AHEAD, limit: MOST } } })),
  },
  {
    queryKey: ['desk', 'refused'],
    queryFn: () => answerOf(api.GET('/api/v1/forwarding/refused', { params: { query: { limit: MOST } } })),
  },
  { queryKey: ['waiting'], queryFn: () => answerOf(api.GET('/api/v1/waiting', { params: { query: { limit: MOST } } })) },
  {
    queryKey: ['desk', 'notices'],
    queryFn: () => answerOf(api.GET('/api/v1/notices', { params: { query: { only: 'unanswered', limit: MOST } } })),
  },
  {
    queryKey: ['desk', 'matters'],
    queryFn: () => answerOf(api.GET('/api/v1/supervision/matters', { params: { query: { open: 'true', limit: MOST } } })),
  },
  {
    queryKey: ['desk', 'alarms'],
    queryFn: () => answerOf(api.GET('/api/v1/concealment/alarms', { params: { query: { limit: MOST } } })),
  },
  {
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

/** What waits on me, and what I wait for. */
export function useTasks(): Tasks {
  const say = useDeskWords();
  const units = useUnits();
  const datasets = useDatasets();
  const isOffice = useSession()?.unit === null;
  const answers = useQueries({ queries: SOURCES });
  const [due, refused, waiting, notices, matters, alarms, unanswered] = answers;
  const about = (unit: string, dataset: string, more: string): string =>
    `${datasets.nameOf(dataset)} · ${units.nameOf(unit)} · ${more}`;
  // Rows are confirmed by their unit, records forwarded by the credit office, and corrected by the unit again.
  const toForward: readonly Task[] = (due.data?.items ?? []).map((one) => ({
    id: `due-${one.recordId}`,
    title: say('forward'),
    about: about(one.unit, one.dataset, one.number),
    dueOn: one.dueOn,
    to: '/records',
    open: one.recordId,
  }));
  const toCorrect: readonly Task[] = (refused.data?.items ?? [])
    .filter(({ isToResend }) => !isToResend)
    .map((one) => ({
      id: `refused-${one.recordId}`,
      title: say('refused'),
      about: about(one.unit, one.dataset, `${one.number} ${one.message ?? ''}`),
      dueOn: null,
      to: '/records',
      open: one.recordId,
    }));
  const toConfirm: readonly Task[] = (waiting.data?.items ?? []).map((one) => ({
    id: `waiting-${one.id}`,
    title: say('waiting'),
    about: about(one.unit, one.dataset, one.number),
    dueOn: null,
    to: '/intake',
    open: null,
  }));
  const toAnswer: readonly Task[] = (notices.data?.items ?? []).map((one) => ({
    id: `notice-${one.id}`,
    title: say('notice'),
    about: `${one.title} · ${units.nameOf(one.unit)}`,
    dueOn: one.answerDueOn,
    to: '/intake',
    open: null,
  }));
  const toAct: readonly Task[] = (matters.data?.items ?? []).map((one) => ({
    id: `matter-${one.id}`,
    title: say('matter'),
    about: `${one.number ?? ''} · ${units.nameOf(one.unit)}`,
    dueOn: one.dueOn,
    to: '/intake',
    open: null,
  }));
  const toExplain: readonly Task[] = (alarms.data?.items ?? [])
    .filter(({ state }) => state === 'open' || state === 'returned')
    .map((one) => ({
      id: `alarm-${one.id}`,
      title: say('alarm'),
      about: `${units.nameOf(one.unit)} · ${one.sentence}`,
      dueOn: one.dueOn,
      to: '/records',
      open: null,
    }));
  const toArrive: readonly Task[] = (unanswered.data?.items ?? []).map((one) => ({
    id: `city-${one.recordId}`,
    title: say('unanswered'),
    about: about(one.unit, one.dataset, `${one.number} · ${say('days', { count: one.workingDays })}`),
    dueOn: null,
    to: '/records',
    open: one.recordId,
  }));
  const ofUnits = [...toCorrect, ...toConfirm, ...toAnswer, ...toExplain];
  return {
    mine: isOffice ? [...toForward, ...toAct] : [...ofUnits, ...toAct],
    others: isOffice ? [...ofUnits, ...toArrive] : [...toForward, ...toArrive],
    isLoading: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}
