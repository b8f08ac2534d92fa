import { SyncOutlined } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { isReachable, subscribeReach } from '../api/index.ts';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('reach', {
  waiting: [
    '服务没有应答，可能正在重新启动。页面每两秒再问一次，恢复后自动接着读取；填写的内容还在。',
    'The service does not answer and may be restarting. This page asks every two seconds and goes on by itself; what you entered is still here.',
  ],
});

/** Says that the service is away, and that the page waits for it. */
export function ReachBanner() {
  const say = useWords();
  const isThere = useSyncExternalStore(subscribeReach, isReachable);
  if (isThere) return null;
  return (
    <div className="reach-banner" role="status">
      <SyncOutlined aria-hidden /> {say('waiting')}
    </div>
  );
}
