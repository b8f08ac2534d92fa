/** Reports that units owe on their tasks, period by period: filed, late, missing. */
import { Checkbox } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { ClockChip } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, UnitChoice } from '../choices.tsx';
import { usePlans } from '../plans/use-plan.ts';
import { useMatterWords } from './words.ts';

type Owed = components['schemas']['OwedReport'];

/** Of one plan: the one in effect where the address names none. */
export function OwedReports() {
  const say = useMatterWords();
  const { search } = useAddress();
  const plans = usePlans();
  if (plans.error !== null) return <Trouble error={plans.error} retry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Loading />;
  const heads = plans.data.plans;
  const plan = heads.find(({ id }) => id === search['plan']) ?? heads.find(({ state }) => state === 'confirmed');
  if (plan === undefined) return <Empty>{say('noPlan')}</Empty>;
  return <OfPlan plan={plan.id} plans={heads} />;
}

function OfPlan({ plan, plans }: { readonly plan: string; readonly plans: readonly { id: string; title: string }[] }) {
  const say = useMatterWords();
  const units = useUnits();
  const { search, put } = useAddress();
  const { unit } = search;
  const onlyMissing = search['missing'] !== undefined;
  const list = useWholeList(['owed-reports', plan, unit, onlyMissing], async () => {
    const { items } = await answerOf(api.GET('/api/v1/supervision/reports', { params: { query: { plan } } }));
    const wanted = items.filter((one) => (unit ?? one.unit) === one.unit && (!onlyMissing || one.isMissing));
    return { items: wanted.sort((a, b) => Number(isLateMissing(b)) - Number(isLateMissing(a))) };
  });
  const standing = (one: Owed): 'lateMissing' | 'missing' | 'lateFiled' | 'inTime' =>
    isLateMissing(one) ? 'lateMissing' : one.isMissing ? 'missing' : one.isLate ? 'lateFiled' : 'inTime';
  const columns: readonly Column<Owed>[] = [
    { id: 'task', title: say('task'), width: 80, text: ({ number }) => number },
    { id: 'unit', title: say('unit'), width: 260, text: (one) => units.nameOf(one.unit) },
    { id: 'period', title: say('period'), width: 100, text: ({ period }) => period },
    {
      id: 'dueOn',
      title: say('dueOn'),
      width: 280,
      text: ({ dueOn }) => dueOn ?? '—',
      show: ({ dueOn, isMissing }) => (dueOn === null ? '—' : isMissing ? <ClockChip dueOn={dueOn} /> : dueOn),
    },
    {
      id: 'standing',
      title: say('standing'),
      width: 120,
      text: (one) => say(standing(one)),
      show: (one) => <span className={one.isLate ? 'late' : ''}>{say(standing(one))}</span>,
    },
    { id: 'filedOn', title: say('filedOn'), width: 120, text: ({ firstFiledOn }) => firstFiledOn ?? '—' },
  ];
  return (
    <DataTable
      name="owed-reports"
      title={say('owed')}
      columns={columns}
      list={list}
      idOf={(one) => `${one.number} ${one.unit} ${one.period}`}
      open={({ matter, number }) => (matter === null ? put({ task: number }) : put({ open: matter }))}
      empty={say('noOwed')}
      filters={
        <>
          {plans.length > 1 && (
            <Choice
              label={say('plan')}
              value={plan}
              options={plans.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(next) => put({ plan: next })}
            />
          )}
          <UnitChoice value={unit} onChange={(next) => put({ unit: next })} />
          <Checkbox checked={onlyMissing} onChange={({ target }) => put({ missing: target.checked ? '1' : '' })}>
            {say('onlyMissing')}
          </Checkbox>
        </>
      }
    />
  );
}

function isLateMissing({ isLate, isMissing }: Owed): boolean {
  return isLate && isMissing;
}
