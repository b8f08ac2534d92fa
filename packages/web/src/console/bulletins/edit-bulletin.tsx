/** The words of a draft in both languages; its numbers stay as they are. */
import { Form, Input } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { useBulletinWords } from './words.ts';

type Bulletin = components['schemas']['Bulletin'];

interface Words {
  readonly paragraphs: readonly { readonly heading?: { zh: string; en: string }; readonly text: { zh: string; en: string } }[];
}

/** Paragraph by paragraph. */
export function EditBulletin({ bulletin, leave }: { readonly bulletin: Bulletin; readonly leave: () => void }) {
  const say = useBulletinWords();
  const { id, paragraphs } = bulletin;
  const run = ({ paragraphs: edited }: Words) =>
    answerOf(
      api.POST('/api/v1/bulletins/{id}/acts', {
        params: { path: { id } },
        body: { act: 'edit', paragraphs: edited.map(({ heading = null, text }) => ({ heading, text })) },
      }),
    );
  return (
    <ActForm<Words>
      submit={say('keep')}
      run={run}
      leave={leave}
      initial={{ paragraphs: paragraphs.map(({ heading, text }) => ({ text, ...(heading === null ? {} : { heading }) })) }}
    >
      {paragraphs.map(({ heading }, at) => (
        <fieldset key={at} className="field-group">
          <legend className="small soft">{at + 1}</legend>
          {heading !== null && (
            <>
              <Form.Item
                name={['paragraphs', at, 'heading', 'zh']}
                label={`${say('heading')} · ${say('textZh')}`}
                rules={[...NEEDED]}
              >
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item
                name={['paragraphs', at, 'heading', 'en']}
                label={`${say('heading')} · ${say('textEn')}`}
                rules={[...NEEDED]}
              >
                <Input maxLength={500} />
              </Form.Item>
            </>
          )}
          <Form.Item name={['paragraphs', at, 'text', 'zh']} label={say('textZh')} rules={[...NEEDED]}>
            <Input.TextArea rows={4} maxLength={5000} />
          </Form.Item>
          <Form.Item name={['paragraphs', at, 'text', 'en']} label={say('textEn')} rules={[...NEEDED]}>
            <Input.TextArea rows={4} maxLength={5000} />
          </Form.Item>
        </fieldset>
      ))}
    </ActForm>
  );
}
