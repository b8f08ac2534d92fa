/** The plan board: which plan, which part of it, and in which of its forms stands in the address. */
import { FullscreenOutlined, PlusOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Grid, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { TASK_STATES } from '@xincheng/core/plans';
import { sayInstant } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { Choice, UnitChoice } from '../choices.tsx';
import { countStates, WORST_FIRST } from './board-cells.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { ClosePlan } from './close-plan.tsx';
import { PlanBoard } from './plan-board.tsx';
import { PlanWall } from './plan-wall.tsx';
import { StateLight } from './state-light.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { TaskTable } from './task-table.tsx';
import { UnitList } from './unit-list.tsx';
import { usePlan, usePlans } from './use-plan.ts';
import type { PlanTask } from './use-plan.ts';
import { usePlanWords } from './words.ts';
import './plans.css';

const WALL_EVERY_MS = 60_000;

/** The newest plan where the address names none. */
export function PlansPage() {
  const say = usePlanWords();
  const { search, put } = useAddress();
  const plans = usePlans();
  const heads = plans.data?.plans ?? [];
  const chosen = heads.find(({ id }) => id === search['plan']) ?? heads.find(({ state }) => state === 'confirmed') ?? heads[0];
  return (
    <Page title={say('title')} about={say('about')} actions={<ToImport drafts={plans.data?.drafts.length ?? 0} />}>
      {plans.error !== null ? (
        <Trouble error={plans.error} retry={() => void plans.refetch()} />
      ) : plans.data === undefined ? (
        <Loading />
      ) : chosen === undefined ? (
        <Empty>
          {say('empty')} {say('emptyHelp')}
        </Empty>
      ) : (
        <OnePlan
          id={chosen.id}
          choice={
            heads.length > 1 && (
              <Choice
                label={say('plan')}
                value={chosen.id}
                options={heads.map(({ id, title, state }) => ({
                  value: id,
                  label: state === 'closed' ? `${title} (${say('closed')})` : title,
                }))}
                onChange={(plan) => put({ plan, area: '', unit: '', task: '', cell: '' })}
              />
            )
          }
        />
      )}
    </Page>
  );
}

function ToImport({ drafts }: { readonly drafts: number }) {
  const say = usePlanWords();
  const may = useMay();
  const navigate = useNavigate();
  if (!may('plan.import') && !may('plan.confirm')) return null;
  const go = (): void => void navigate({ to: '/plans/import', search: {} });
  return (
    <>
      {drafts > 0 && (
        <Button type="link" onClick={go}>
          {say('drafts', { count: drafts })}
        </Button>
      )}
      <Button icon={<PlusOutlined />} onClick={go}>
        {say('import')}
      </Button>
    </>
  );
}

function OnePlan({ id, choice }: { readonly id: string; readonly choice: ReactNode }) {
  const say = usePlanWords();
  const { search, put } = useAddress();
  const isWall = search['wall'] !== undefined;
  const plan = usePlan(id, isWall && WALL_EVERY_MS);
  if (plan.error !== null && plan.data === undefined) return <Trouble error={plan.error} retry={() => void plan.refetch()} />;
  if (plan.data === undefined) return <Loading />;
  const { title, state, asOf, areas } = plan.data;
  const tasks = plan.data.tasks.filter((task) => isWanted(task, search));
  const open = (number: string): void => put({ task: number });
  if (isWall) return <PlanWall title={title} asOf={asOf} tasks={tasks} areas={areas} leave={() => put({ wall: '' })} />;
  return (
    <>
      <div className="plan-head">
        <h2>{title}</h2>
        <p className="soft">
          {state === 'closed' && `${say('closed')} · `}
          {say('asOf', { at: sayInstant(asOf) })}
        </p>
        <ClosePlan id={id} isClosed={state === 'closed'} />
      </div>
      <Counts tasks={tasks} />
      <Form tasks={tasks} areas={areas} choice={choice} title={title} open={open} />
      <CellDrawer plan={plan.data} cell={search['cell'] ?? null} open={open} close={() => put({ cell: '' })} />
      <TaskDrawer plan={plan.data} number={search['task'] ?? null} close={() => put({ task: '', tab: '' })} />
    </>
  );
}

function isWanted({ area, bound, state }: PlanTask, search: Readonly<Record<string, string | undefined>>): boolean {
  return (
    (search['area'] ?? area) === area &&
    (search['state'] ?? state) === state &&
    (search['unit'] === undefined || bound.some(({ unit }) => unit === search['unit']))
  );
}

/** A light for each state, which filters by it. */
function Counts({ tasks }: { readonly tasks: readonly PlanTask[] }) {
  const { search, put } = useAddress();
  const counts = countStates(tasks);
  return (
    <div className="row plan-counts">
      {WORST_FIRST.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={search['state'] === state}
          onClick={() => put({ state: search['state'] === state ? '' : state })}
        >
          <StateLight state={state} count={counts[state]} />
        </button>
      ))}
    </div>
  );
}

interface FormProps {
  readonly tasks: readonly PlanTask[];
  readonly areas: Parameters<typeof PlanBoard>[0]['areas'];
  readonly choice: ReactNode;
  readonly title: string;
  readonly open: (number: string) => void;
}

function Form({ tasks, areas, choice, title, open }: FormProps) {
  const say = usePlanWords();
  const { search, put } = useAddress();
  const isWide = Grid.useBreakpoint().md ?? window.innerWidth >= 768;
  const forms = isWide ? (['board', 'list', 'units'] as const) : (['units', 'list'] as const);
  const view = forms.find((form) => form === search['view']) ?? forms[0];
  const filters = (
    <>
      {choice}
      <Filters areas={areas} />
      <Segmented
        value={view}
        options={forms.map((form) => ({ value: form, label: say(form === 'units' ? 'byUnit' : form) }))}
        onChange={(next) => put({ view: next })}
      />
      {isWide && (
        <Button icon={<FullscreenOutlined />} onClick={() => put({ wall: '1' })}>
          {say('wall')}
        </Button>
      )}
    </>
  );
  if (view === 'list')
    return <TaskTable title={title} tasks={tasks} opened={search['task'] ?? null} open={open} filters={filters} />;
  return (
    <>
      <div className="table-bar">{filters}</div>
      {tasks.length === 0 ? (
        <Empty>{say('none')}</Empty>
      ) : view === 'units' ? (
        <UnitList tasks={tasks} open={open} />
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={say('board')}>
          <PlanBoard tasks={tasks} areas={areas} open={(area, unit) => put({ cell: `${area}~${unit}` })} />
        </div>
      )}
    </>
  );
}

function Filters({ areas }: { readonly areas: FormProps['areas'] }) {
  const say = usePlanWords();
  const { search, put } = useAddress();
  return (
    <>
      <Choice
        label={say('area')}
        value={search['area']}
        options={areas.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
        onChange={(area) => put({ area })}
      />
      <UnitChoice value={search['unit']} onChange={(unit) => put({ unit })} />
      <Choice
        label={say('state')}
        value={search['state']}
        options={TASK_STATES.map((state) => ({ value: state, label: say(state) }))}
        onChange={(state) => put({ state })}
      />
    </>
  );
}
