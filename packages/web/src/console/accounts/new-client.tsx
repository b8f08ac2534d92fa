/** A token for a program, shown once. */
import { isTransferable, RIGHTS } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer, OnceShown } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { useRoleWords } from './role-words.ts';
import { useAccountWords } from './words.ts';

interface NewClient {
  readonly name: string;
  readonly unit: string;
  readonly rights: Right[];
  readonly days: number;
}

const USUAL_DAYS = 180;

/** Opened by the address. */
export function NewClientDrawer({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const say = useAccountWords();
  const [given, setGiven] = useState<{ readonly name: string; readonly token: string } | null>(null);
  const leave = (): void => {
    setGiven(null);
    close();
  };
  return (
    <DetailDrawer title={say('newClient')} isOpen={isOpen} close={leave}>
      {given === null ? (
        <NewClientForm made={setGiven} leave={leave} />
      ) : (
        <OnceShown title={say('token')} about={given.name} secrets={[given.token]} help={say('tokenHelp')} close={leave} />
      )}
    </DetailDrawer>
  );
}

function NewClientForm({
  made,
  leave,
}: {
  readonly made: (given: { readonly name: string; readonly token: string }) => void;
  readonly leave: () => void;
}) {
  const say = useAccountWords();
  const { rightName } = useRoleWords();
  const { list } = useUnits();
  const { unit, scope } = useSession();
  const making = useDoing((body: NewClient) => answerOf(api.POST('/api/v1/api-clients', { body })), {
    done: say('given'),
    after: ({ client, token }) => made({ name: client.name, token }),
  });
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ unit, days: USUAL_DAYS, rights: [] }}
      onFinish={(body: NewClient) => making.start(body)}
    >
      <p className="soft reading">{say('clientHelp')}</p>
      <Form.Item name="name" label={say('clientName')} rules={[...needed, { min: 2, message: say('needed') }]}>
        <Input maxLength={50} autoFocus />
      </Form.Item>
      <Form.Item name="unit" label={say('unit')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          disabled={scope === 'units'}
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="rights" label={say('rights')} rules={needed}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={RIGHTS.filter(isTransferable).map((right) => ({ value: right, label: rightName(right) }))}
        />
      </Form.Item>
      <Form.Item name="days" label={say('days')} rules={needed}>
        <InputNumber min={1} max={3660} precision={0} />
      </Form.Item>
      <div className="row form-foot">
        <Button type="primary" htmlType="submit" loading={making.isBusy}>
          {say('give')}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
