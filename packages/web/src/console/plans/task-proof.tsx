/** What must hold, each condition with its number, its target, since when, and which units do not meet it. */
import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ConditionOutcome } from '@xincheng/core/plans';
import { Rate } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { TaskDetail } from './use-plan.ts';
import { useTaskWords } from './task-words.ts';

type Condition = TaskDetail['proof'][number];
type Part = Condition['parts'][number];

const SIGNS = { at: '', 'at-least': '≥', above: '>', 'at-most': '≤', below: '<', equal: '=' } as const;
const LOOKS: Readonly<Record<ConditionOutcome, { readonly Sign: typeof CheckCircleOutlined; readonly colour: string }>> = {
  holds: { Sign: CheckCircleOutlined, colour: 'proven' },
  fails: { Sign: ExclamationCircleOutlined, colour: 'late' },
  'no-data': { Sign: MinusCircleOutlined, colour: 'soft' },
  missing: { Sign: MinusCircleOutlined, colour: 'soft' },
};

/** All of them together prove the task. */
export function TaskProof({ task }: { readonly task: TaskDetail }) {
  const say = useTaskWords();
  if (task.proof.length === 0) return <p className="soft">{say('noProof')}</p>;
  return (
    <div className="stack">
      {task.proof.map((condition) => (
        <OneCondition key={condition.id} condition={condition} since={sinceOf(task, condition)} />
      ))}
    </div>
  );
}

/** The day on which the condition became what it is. */
function sinceOf({ history }: TaskDetail, { id, outcome }: Condition): string | null {
  const last = history
    .filter(({ condition }) => condition === id)
    .reduce<TaskDetail['history'][number] | null>(
      (latest, event) => (latest === null || event.at > latest.at ? event : latest),
      null,
    );
  return last?.to === outcome ? last.day : null;
}

function OneCondition({ condition, since }: { readonly condition: Condition; readonly since: string | null }) {
  const say = useTaskWords();
  const language = useLanguage();
  const { says, outcome, total, shown, needs } = condition;
  const { Sign, colour } = LOOKS[outcome];
  return (
    <section className="condition">
      <div>
        <h3>{labelIn(language, says)}</h3>
        <p className={colour}>
          <Sign aria-hidden /> {say(outcome)} {since !== null && <span className="small">{say('since', { day: since })}</span>}
        </p>
        {needs.length > 0 && <p className="small soft">{say('needs', { needs: needs.map((one) => say(one)).join('、') })}</p>}
        <Source condition={condition} />
      </div>
      {needs.length === 0 && (
        <Rate
          cell={{ ...total, shown: total.absence === null ? shown : '—' }}
          target={useTarget(condition)}
          isMet={metOf(outcome)}
          isLarge
        />
      )}
      <Parts parts={condition.parts} />
    </section>
  );
}

function metOf(outcome: ConditionOutcome): boolean | null {
  return outcome === 'holds' ? true : outcome === 'fails' ? false : null;
}

function useTarget({ target, shown }: Condition): string | null {
  const say = useTaskWords();
  if (target === null) return null;
  if (target.is === 'rising') return say('rising');
  return say('target', { bound: `${SIGNS[target.is]} ${target.value ?? ''}${shown.endsWith('%') ? ' %' : ''}` });
}

/** The way to the rows. */
function Source({ condition: { source, period } }: { readonly condition: Condition }) {
  const say = useTaskWords();
  if (source.id === null || source.kind === 'needs') return null;
  if (source.kind === 'records')
    return (
      <Link to="/records" search={{ dataset: source.id }} className="small">
        {say('toRows')}
      </Link>
    );
  const month = period !== null && /^\d{4}-\d{2}$/u.test(period) ? { month: period } : {};
  return (
    <Link to="/indicators" search={{ open: source.id, tab: 'rows', ...month }} className="small">
      {say('toRows')}
    </Link>
  );
}

/** Those that do not meet it first. */
function Parts({ parts }: { readonly parts: readonly Part[] }) {
  const say = useTaskWords();
  const units = useUnits();
  if (parts.length === 0) return null;
  const failing = parts.filter(({ isMet }) => isMet === false);
  const others = parts.filter(({ isMet }) => isMet !== false);
  return (
    <details className="condition-parts" open={failing.length > 0 && parts.length <= 12}>
      <summary>
        {say('partOf')} ·{' '}
        <span className={failing.length > 0 ? 'late' : 'soft'}>{`${say('notMet')} ${String(failing.length)}`}</span>
        <span className="soft">{` / ${String(parts.length)}`}</span>
      </summary>
      <ul className="lines">
        {[...failing, ...others].map(({ unit, shown, numerator, denominator, absence, isMet }) => (
          <li key={unit}>
            <span>{units.nameOf(unit)}</span>
            <span className="push number">
              {absence === null ? shown : '—'}{' '}
              {numerator !== null && denominator !== null && <span className="rate-of">{`${numerator} / ${denominator}`}</span>}
            </span>
            <span className={isMet === false ? 'late' : isMet === true ? 'proven' : 'soft'}>
              {say(isMet === null ? 'notMeasured' : isMet ? 'met' : 'notMet')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
