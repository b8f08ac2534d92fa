/** Plans and their tasks, as the service tells them. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';

type Schemas = components['schemas'];
export type PlanTask = Schemas['PlanTask'];
export type PlanArea = Schemas['Plan']['areas'][number];
export type TaskDetail = Schemas['PlanTaskDetail'];

/** Plans in effect, ended, and waiting. */
export function usePlans() {
  return useQuery({ queryKey: ['plans'], queryFn: () => answerOf(api.GET('/api/v1/plans')) });
}

/** One plan with its tasks; read again by itself where `everyMs` says so. */
export function usePlan(id: string | null, everyMs: number | false = false) {
  return useQuery({
    queryKey: ['plan', id],
    queryFn: () => answerOf(api.GET('/api/v1/plans/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    refetchInterval: everyMs,
  });
}

/** One task with its proof. */
export function useTask(plan: string, number: string | null) {
  return useQuery({
    queryKey: ['plan-task', plan, number],
    queryFn: () =>
      answerOf(api.GET('/api/v1/plans/{id}/tasks/{number}', { params: { path: { id: plan, number: number ?? '' } } })),
    enabled: number !== null,
  });
}

/** The short form of a unit's name, as plans write it: 区财政局. */
export function useShortNames(): (unit: string) => string {
  const { list } = useUnits();
  return useMemo(() => {
    const names = new Map(list.map(({ id, name, aliases }) => [id, shortest([name, ...aliases])]));
    return (unit) => names.get(unit) ?? unit;
  }, [list]);
}

/** Two signs alone are rather a place than a body: 鲍山 for 鲍山街道. */
const LEAST_LENGTH = 3;

function shortest([first = '', ...others]: readonly string[]): string {
  return others.reduce((short, name) => (name.length >= LEAST_LENGTH && name.length < short.length ? name : short), first);
}
