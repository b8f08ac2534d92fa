/** The four states of every page that shows what the service holds: nothing yet, loading, error, no right. */
import { InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem, Unreachable } from '../api/index.ts';
import { defineWords, useLanguage } from '../words/index.ts';

const useWords = defineWords('states', {
  loading: ['正在读取…', 'Loading …'],
  again: ['再试一次', 'Try again'],
  failed: ['没有读出来', 'This could not be read'],
  refused: ['没有办成', 'This was not done'],
  missing: ['没有找到', 'Not found'],
  noRight: ['您没有这项权限', 'You may not see this'],
  noRightHelp: [
    '需要的话，请本单位管理员或区信用办授权。已经填写的内容没有丢。',
    'If you need it, ask your unit’s administrator or the credit office.',
  ],
  silent: [
    '服务没有应答，这一步不知是否送到。请待顶部提示消失后核对，再决定是否重做。',
    'The service did not answer; whether this step arrived is not known. Wait for the notice above to go, look, and then decide whether to repeat it.',
  ],
  bug: [
    '这一页出错了。已经提交的内容不受影响；请再试一次，仍不行请把下面的话告诉管理员。',
    'This page broke. What was sent is safe; try again, and if it stays so tell your administrator the words below.',
  ],
  number: ['编号 {{number}}，询问管理员时请报此号', 'Number {{number}}: quote it when you ask for help'],
  inChinese: ['', 'The service said, in Chinese:'],
});

/** Nothing is here, and what to do about it. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="state">
      <InboxOutlined className="state-icon" aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Something is on its way. */
export function Loading() {
  const say = useWords();
  return (
    <div className="state" role="status" aria-live="polite">
      <p className="soft">{say('loading')}</p>
    </div>
  );
}

/** What happened, what was kept, what to do next, and a number to quote. */
export function Trouble({
  error,
  retry,
  isAct = false,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly isAct?: boolean;
}) {
  const say = useWords();
  const isNoRight = error instanceof ApiProblem && error.status === 403;
  const number = error instanceof ApiProblem ? error.number : null;
  return (
    <div className="state" role="alert">
      {isNoRight ? (
        <LockOutlined className="state-icon" aria-hidden />
      ) : (
        <WarningOutlined className="state-icon late" aria-hidden />
      )}
      <p className="strong">{say(titleOf(error, isAct))}</p>
      <TroubleText error={error} />
      {isNoRight && <p className="soft">{say('noRightHelp')}</p>}
      {number !== null && <p className="small soft">{say('number', { number })}</p>}
      {retry !== undefined && !isNoRight && <Button onClick={retry}>{say('again')}</Button>}
    </div>
  );
}

/** The sentence of an error by itself, as for a message beside a button. */
export function TroubleText({ error }: { readonly error: unknown }) {
  const say = useWords();
  const language = useLanguage();
  if (error instanceof Unreachable) return <p className="reading">{say('silent')}</p>;
  if (error instanceof ApiProblem)
    return (
      <p className="reading">
        {language === 'en' && <span className="soft">{say('inChinese')} </span>}
        <span lang="zh-CN">{error.message}</span>
      </p>
    );
  return (
    <>
      <p className="reading">{say('bug')}</p>
      <code className="small">{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</code>
    </>
  );
}

function titleOf(error: unknown, isAct: boolean): 'noRight' | 'missing' | 'refused' | 'failed' {
  if (error instanceof ApiProblem && error.status === 403) return 'noRight';
  if (error instanceof ApiProblem && error.status === 404) return 'missing';
  return isAct ? 'refused' : 'failed';
}
