import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('page', { site: ['信城 工作台', 'Xincheng console'] });

interface Props {
  readonly title: string;
  /** One sentence: what this page is for. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its name, what it is for, what can be done. */
export function Page({ title, about, actions, children }: Props) {
  const say = useWords();
  useEffect(() => {
    document.title = `${title} · ${say('site')}`;
  }, [title, say]);
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {about !== undefined && <p className="soft">{about}</p>}
        {actions !== undefined && <div className="row push">{actions}</div>}
      </header>
      {children}
    </>
  );
}
