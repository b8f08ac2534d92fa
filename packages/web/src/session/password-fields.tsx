/** The present password, and a new one twice. */
import { Form, Input } from 'antd';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('password-fields', {
  current: ['现在的口令', 'Present password'],
  next: ['新口令', 'New password'],
  help: [
    '越长越好，可以是一句话；不要用姓名、用户名和常见的词',
    'The longer the better, a sentence will do; no names and no common words',
  ],
  again: ['再写一遍新口令', 'New password once more'],
  needed: ['请填写', 'Fill this in'],
  unlike: ['两遍不一样', 'The two are not alike'],
});

/** What a form that holds the fields gives. */
export interface GivenPasswords {
  readonly current: string;
  readonly next: string;
}

/** Inside a form; the login is there for the browser's own keeper of passwords. */
export function PasswordFields({ login }: { readonly login: string }) {
  const say = useWords();
  const needed = { required: true, message: say('needed') };
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item name="current" label={say('current')} rules={[needed]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="next" label={say('next')} extra={say('help')} rules={[needed]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('again')}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(say('unlike'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
