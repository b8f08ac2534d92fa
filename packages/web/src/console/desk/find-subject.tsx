import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useDeskWords } from './words.ts';

/** For the window: who stands in front of it, by code. */
export function FindSubject() {
  const say = useDeskWords();
  const navigate = useNavigate();
  return (
    <section className="sheet stack tight">
      <h2>{say('find')}</h2>
      <Input.Search
        className="find"
        size="large"
        aria-label={say('find')}
        placeholder={say('findHelp')}
        enterButton={say('findGo')}
        maxLength={18}
        autoFocus
        onSearch={(text) => {
          if (text.trim() !== '') void navigate({ to: '/records', search: { subject: text.trim().toUpperCase() } });
        }}
      />
    </section>
  );
}
