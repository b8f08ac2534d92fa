/** A unit notes numbers that were lawfully never used. */
import { App, Button, Form, Input } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useSession } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { SaidFields } from './alarm-acts.tsx';
import { useAlarmWords } from './words.ts';

interface Props {
  readonly isOpen: boolean;
  readonly close: () => void;
}

interface Values {
  readonly numbers: string;
  readonly words: string;
  readonly document?: string;
}

/** Opened by the address. */
export function DeclareDrawer({ isOpen, close }: Props) {
  const say = useAlarmWords();
  return (
    <DetailDrawer title={say('declare')} isOpen={isOpen} close={close}>
      <DeclareForm close={close} />
    </DetailDrawer>
  );
}

function DeclareForm({ close }: { readonly close: () => void }) {
  const say = useAlarmWords();
  const { message } = App.useApp();
  const { unit } = useSession();
  const declaring = useDoing(
    ({ numbers, words, document: paper }: Values) =>
      answerOf(
        api.POST('/api/v1/concealment/void-numbers', {
          body: {
            unit,
            words,
            numbers: linesOf(numbers),
            ...(paper === undefined || paper.trim() === '' ? {} : { document: paper }),
          },
        }),
      ),
    {
      done: null,
      after: ({ noted }) => {
        void message.success(say('declared', { count: noted }));
        close();
      },
    },
  );
  return (
    <Form layout="vertical" requiredMark={false} onFinish={declaring.start}>
      <p className="soft reading">{say('declareHelp')}</p>
      <Form.Item name="numbers" label={say('voidNumbers')} rules={[{ required: true, whitespace: true, message: say('needed') }]}>
        <Input.TextArea rows={4} className="grows" />
      </Form.Item>
      <SaidFields />
      <Button type="primary" htmlType="submit" loading={declaring.isBusy}>
        {say('note')}
      </Button>
    </Form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
