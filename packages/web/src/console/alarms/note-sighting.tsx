/** The credit office notes a decision that it met with elsewhere. */
import { Button, Form, Input, Select } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { useDoing } from '../use-doing.tsx';
import { SaidFields } from './alarm-acts.tsx';
import { useAlarmWords } from './words.ts';

interface Props {
  readonly isOpen: boolean;
  readonly close: () => void;
}

const PLACES = ['repair', 'objection', 'credit-check', 'inspection', 'complaint', 'publication'] as const;

interface Values {
  readonly unit: string;
  readonly dataset: string;
  readonly number: string;
  readonly seenIn: (typeof PLACES)[number];
  readonly words: string;
  readonly document?: string;
}

/** Opened by the address. */
export function SightingDrawer({ isOpen, close }: Props) {
  const say = useAlarmWords();
  return (
    <DetailDrawer title={say('sighting')} isOpen={isOpen} close={close}>
      <SightingForm close={close} />
    </DetailDrawer>
  );
}

function SightingForm({ close }: { readonly close: () => void }) {
  const say = useAlarmWords();
  const units = useUnits();
  const datasets = useDatasets();
  const noting = useDoing(
    ({ document: paper, ...values }: Values) =>
      answerOf(
        api.POST('/api/v1/concealment/sightings', {
          body: { ...values, ...(paper === undefined || paper.trim() === '' ? {} : { document: paper }) },
        }),
      ),
    { done: say('noted'), after: close },
  );
  const needed = [{ required: true, whitespace: true, message: say('needed') }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={noting.start}>
      <p className="soft reading">{say('sightingHelp')}</p>
      <Form.Item name="unit" label={say('sightingUnit')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={units.list.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name="dataset" label={say('dataset')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={datasets.list
            .filter(({ id }) => !id.includes('.'))
            .map(({ id }) => ({ value: id, label: datasets.nameOf(id) }))}
        />
      </Form.Item>
      <Form.Item name="number" label={say('number')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="seenIn" label={say('seenIn')} rules={needed}>
        <Select options={PLACES.map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      <SaidFields />
      <Button type="primary" htmlType="submit" loading={noting.isBusy}>
        {say('note')}
      </Button>
    </Form>
  );
}
