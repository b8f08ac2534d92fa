/** What units said about a task, what papers changed, and how its proof came and went. */
import type { ReactNode } from 'react';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { TaskDetail } from './use-plan.ts';
import { useTaskWords } from './task-words.ts';

/** The newest last, as it happened. */
export function TaskChanges({ task }: { readonly task: TaskDetail }) {
  const say = useTaskWords();
  const language = useLanguage();
  const units = useUnits();
  const { declarations, dueChanges, amendments, history, proof } = task;
  if (declarations.length + dueChanges.length + amendments.length + history.length === 0)
    return <p className="soft">{say('noChanges')}</p>;
  const nameOf = (id: string): string => {
    const says = proof.find((one) => one.id === id)?.says;
    return says === undefined ? say('all') : labelIn(language, says);
  };
  return (
    <div className="stack">
      <Part title={say('declarations')}>
        {declarations.map(({ unit, words, name, at }) => (
          <Line key={at + unit} at={at} who={`${units.nameOf(unit)} · ${name}`}>
            {words}
          </Line>
        ))}
      </Part>
      <Part title={say('dueChanges')}>
        {dueChanges.map(({ dueOn, reason, document: paper, askedBy, approvedBy, at }) => (
          <Line key={at} at={at} who={say('byTwo', { one: askedBy, other: approvedBy })}>
            {dueOn} · {reason} {paper}
          </Line>
        ))}
      </Part>
      <Part title={say('amendments')}>
        {amendments.map(({ document: paper, reason, preparedBy, approvedBy, at }) => (
          <Line key={at} at={at} who={say('byTwo', { one: preparedBy, other: approvedBy })}>
            {paper} · {reason}
          </Line>
        ))}
      </Part>
      <Part title={say('history')}>
        {history.map(({ condition, from, to, at }) => (
          <Line key={at + condition} at={at} who={nameOf(condition)}>
            {say('changed', { from: from === null ? say('began') : say(from), to: say(to) })}
          </Line>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="lines">{children}</ul>
    </section>
  );
}

function Line({ at, who, children }: { readonly at: string; readonly who: string; readonly children: ReactNode }) {
  return (
    <li>
      <span className="nowrap">{sayInstant(at)}</span>
      <span className="soft">{who}</span>
      <span>{children}</span>
    </li>
  );
}
