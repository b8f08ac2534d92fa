/** What can be done about a bulletin: edited, issued by another, dropped; once issued, corrected. */
import { hadAHand } from '@xincheng/core/identity';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useApprover, useMay } from '../../session/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { EditBulletin } from './edit-bulletin.tsx';
import { useBulletinWords } from './words.ts';

type Bulletin = components['schemas']['Bulletin'];
type Act = 'edit' | 'issue' | 'drop' | 'correct';

/** A draft, issued, or given up. */
export function stateOf({ issued, dropped }: Bulletin): 'draft' | 'issued' | 'dropped' {
  return dropped !== null ? 'dropped' : issued === null ? 'draft' : 'issued';
}

/** By right and state. */
export function BulletinActs({ bulletin }: { readonly bulletin: Bulletin }) {
  const say = useBulletinWords();
  const may = useMay();
  const approver = useApprover();
  const [act, setAct] = useState<Act | null>(null);
  const leave = (): void => setAct(null);
  const state = stateOf(bulletin);
  const isOwn = hadAHand(approver, bulletin.writers);
  if (act === 'edit') return <EditBulletin bulletin={bulletin} leave={leave} />;
  if (act === 'correct') return <Correct month={bulletin.month} leave={leave} />;
  if (act === 'issue' || act === 'drop') return <Decide id={bulletin.id} act={act} leave={leave} />;
  const acts: readonly Act[] =
    state === 'dropped'
      ? []
      : state === 'issued'
        ? may('bulletin.draft')
          ? ['correct']
          : []
        : [...(may('bulletin.issue') ? (['issue'] as const) : []), ...(may('bulletin.draft') ? (['edit', 'drop'] as const) : [])];
  if (acts.length === 0) return null;
  return (
    <div className="row">
      {acts.map((one) => (
        <Button
          key={one}
          type={one === 'issue' ? 'primary' : 'default'}
          disabled={one === 'issue' && isOwn}
          onClick={() => setAct(one)}
        >
          {say(one)}
        </Button>
      ))}
      {state === 'draft' && isOwn && may('bulletin.issue') && <span className="soon">{say('ownDraft')}</span>}
    </div>
  );
}

interface DecideProps {
  readonly id: string;
  readonly act: 'issue' | 'drop';
  readonly leave: () => void;
}

function Decide({ id, act, leave }: DecideProps) {
  const say = useBulletinWords();
  const run = ({ reason = '' }: { readonly reason?: string }) =>
    answerOf(
      api.POST('/api/v1/bulletins/{id}/acts', {
        params: { path: { id } },
        body: act === 'issue' ? { act } : { act, reason },
      }),
    );
  return (
    <ActForm<{ reason?: string }>
      submit={say(act)}
      isDangerous={act === 'drop'}
      run={run}
      leave={leave}
      done={say(act === 'issue' ? 'issueDone' : 'dropped')}
    >
      {act === 'issue' ? (
        <p className="soft">{say('issueAbout')}</p>
      ) : (
        <Form.Item name="reason" label={say('reason')} rules={[...NEEDED]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </ActForm>
  );
}

function Correct({ month, leave }: { readonly month: string; readonly leave: () => void }) {
  const say = useBulletinWords();
  const { put } = useAddress();
  const run = () => answerOf(api.POST('/api/v1/bulletins', { body: { month, isCorrection: true } }));
  return (
    <ActForm<object, { id: string }> submit={say('correct')} run={run} leave={leave} finish={({ id }) => put({ open: id })}>
      <p className="soft">{say('correctAbout')}</p>
    </ActForm>
  );
}
