/** The next step of a matter, for whoever's turn it is. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { DECISIONS, needsWords } from '@xincheng/core/supervision';
import type { Decision, MatterAct } from '@xincheng/core/supervision';
import { answerOf, api } from '../../api/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { Evidence } from './evidence.tsx';
import { FileActionPlan, FileReport } from './file-report.tsx';
import { useNextActs } from './use-matters.ts';
import type { Matter, NextAct } from './use-matters.ts';
import { useMatterNames, useMatterWords } from './words.ts';

/** Buttons; one of them opened is its form. */
export function MatterActs({ matter }: { readonly matter: Matter }) {
  const say = useMatterWords();
  const names = useMatterNames();
  const acts = useNextActs()(matter);
  const [chosen, choose] = useState<MatterAct | null>(null);
  const leave = (): void => choose(null);
  if (matter.next.length === 0) return <p className="soft">{say('settled')}</p>;
  if (acts.length === 0) return <p className="soft">{say('waits')}</p>;
  if (chosen === 'file') return <FileAgain matter={matter} leave={leave} />;
  const decision = DECISIONS.find((one) => one === chosen);
  if (decision !== undefined) return <Decide matter={matter} act={decision} leave={leave} />;
  const barred = acts.filter(({ isForAnother }) => isForAnother);
  return (
    <section className="stack tight">
      <h2>{say('next')}</h2>
      <div className="row">
        {acts
          .filter(({ isForAnother }) => !isForAnother)
          .map(({ act }: NextAct) => (
            <Button key={act} onClick={() => choose(act)}>
              {names(`act.${act}`)}
            </Button>
          ))}
      </div>
      {barred.map(({ act }) => (
        <p key={act} className="small soft">
          {say('otherPerson', { act: names(`act.${act}`) })}
        </p>
      ))}
    </section>
  );
}

/** What was returned, or called for, is filed by the same words as the first time. */
function FileAgain({ matter, leave }: { readonly matter: Matter; readonly leave: () => void }) {
  const { plan, number, unit, period } = matter;
  if (number === null) return <FileActionPlan plan={plan} leave={leave} />;
  return <FileReport part={{ plan, number, unit }} period={period} leave={leave} />;
}

interface Saying {
  readonly words?: string;
  readonly attachments?: string[];
}

function Decide({ matter, act, leave }: { readonly matter: Matter; readonly act: Decision; readonly leave: () => void }) {
  const say = useMatterWords();
  const names = useMatterNames();
  const { id, kind, state, plan, number } = matter;
  const isNeeded = needsWords(kind, state, act);
  const run = ({ words = '', attachments = [] }: Saying) =>
    answerOf(
      api.POST('/api/v1/supervision/matters/{id}/acts', {
        params: { path: { id } },
        body: { act, ...(words.trim() === '' ? {} : { words }), ...(attachments.length === 0 ? {} : { attachments }) },
      }),
    );
  return (
    <ActForm<Saying> submit={names(`act.${act}`)} run={run} leave={leave} done={say('done')}>
      <Form.Item
        name="words"
        label={say(isNeeded ? (act === 'reply' ? 'words' : 'reason') : 'optionalWords')}
        {...(isNeeded ? { rules: [...NEEDED] } : {})}
      >
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
      {act === 'reply' && (
        <Form.Item name="attachments" label={say('files')}>
          <Evidence plan={plan} number={number} />
        </Form.Item>
      )}
    </ActForm>
  );
}
