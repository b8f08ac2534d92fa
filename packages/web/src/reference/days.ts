/** Days as the district counts them. */
import { useQuery } from '@tanstack/react-query';
import { dayOf } from '@xincheng/core/calendar';
import { answerOf, api } from '../api/index.ts';
import { workingDaysUntil } from './count-days.ts';

const LOOK_AHEAD = 60;

/** Today in Asia/Shanghai, wherever the browser stands. */
export function today(): string {
  return dayOf(new Date());
}

/** Working days from today to a day, both counted as the statutory calendar has them; null beyond what was looked up. */
export function useWorkingDays(): (until: string) => number | null {
  const from = today();
  const { data } = useQuery({
    queryKey: ['working-days', from],
    queryFn: () => answerOf(api.GET('/api/v1/due', { params: { query: { from, days: LOOK_AHEAD, unit: 'working-day' } } })),
    staleTime: Infinity,
  });
  return (until) => (data === undefined ? null : workingDaysUntil(data.proof, from, until));
}
