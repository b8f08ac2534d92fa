import { Link } from '@tanstack/react-router';
import { defineWords } from '../words/index.ts';
import { Page } from './page.tsx';
import { Empty } from './states.tsx';

const useWords = defineWords('lost', {
  title: ['没有这一页', 'No such page'],
  help: ['地址可能抄错了，或者这一页已经改名。', 'The address may be mistyped, or the page renamed.'],
  back: ['回到工作台', 'Go to the desk'],
});

/** An address that leads nowhere. */
export function LostPage() {
  const say = useWords();
  return (
    <Page title={say('title')}>
      <Empty action={<Link to="/desk">{say('back')}</Link>}>{say('help')}</Empty>
    </Page>
  );
}
