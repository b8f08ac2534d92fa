/** The end of a draft: confirmed by a person who had no hand in it, or dropped. */
import { useNavigate } from '@tanstack/react-router';
import { hadAHand } from '@xincheng/core/identity';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { useApprover, useMay } from '../../session/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import type { PlanDraft } from './pieces.ts';
import { useDraftWords } from './words.ts';

interface Props {
  readonly draft: PlanDraft;
  /** Something is left to be done. */
  readonly isBlocked: boolean;
}

/** By right; says why not where it may not be confirmed. */
export function DraftEnding({ draft, isBlocked }: Props) {
  const say = useDraftWords();
  const may = useMay();
  const approver = useApprover();
  const [act, setAct] = useState<'confirm' | 'drop' | null>(null);
  const leave = (): void => setAct(null);
  const isOwn = hadAHand(approver, [draft.importedBy, ...draft.amendedBy]);
  if (act === 'confirm') return <Confirm draft={draft} leave={leave} />;
  if (act === 'drop') return <Drop id={draft.id} leave={leave} />;
  const mayConfirm = may('plan.confirm');
  return (
    <div className="row">
      {mayConfirm && (
        <Button type="primary" disabled={isOwn || isBlocked} onClick={() => setAct('confirm')}>
          {say('confirm')}
        </Button>
      )}
      {may('plan.import') && <Button onClick={() => setAct('drop')}>{say('drop')}</Button>}
      {mayConfirm && isOwn && <span className="soon">{say('ownHands')}</span>}
      {mayConfirm && isBlocked && <span className="soft">{say('blocked')}</span>}
    </div>
  );
}

function Confirm({ draft: { id, tasks }, leave }: { readonly draft: PlanDraft; readonly leave: () => void }) {
  const say = useDraftWords();
  const navigate = useNavigate();
  const run = async (): Promise<void> => {
    await answerOf(api.POST('/api/v1/plan-drafts/{id}/confirmation', { params: { path: { id } }, body: {} }));
    await navigate({ to: '/plans', search: { plan: id } });
  };
  return (
    <ActForm submit={say('confirm')} run={run} leave={leave} done={say('confirmed')}>
      <p>{say('confirmAbout', { count: tasks.length })}</p>
    </ActForm>
  );
}

function Drop({ id, leave }: { readonly id: string; readonly leave: () => void }) {
  const say = useDraftWords();
  const navigate = useNavigate();
  const run = async ({ reason }: { readonly reason: string }): Promise<void> => {
    await answerOf(api.POST('/api/v1/plan-drafts/{id}/dropping', { params: { path: { id } }, body: { reason } }));
    await navigate({ to: '/plans/import', search: {} });
  };
  return (
    <ActForm<{ reason: string }> submit={say('drop')} isDangerous run={run} leave={leave} done={say('dropped')}>
      <Form.Item name="reason" label={say('reason')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}
