/** Asks once more before something that cannot simply be taken back: a small dialogue beside the button. */
import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('sure', { cancel: ['取消', 'Cancel'] });

interface Props {
  /** What will happen. */
  readonly question: string;
  /** The act, as its button says it. */
  readonly act: string;
  readonly go: () => void;
  /** The button that asks. */
  readonly children: ReactElement;
}

/** Escape, a click elsewhere and 取消 leave everything as it is. */
export function Sure({ question, act, go, children }: Props) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const inside = (
    <section role="dialog" aria-label={act} className="stack tight sure">
      <p>{question}</p>
      <div className="row">
        <span className="push" />
        <Button size="small" onClick={() => setOpen(false)}>
          {say('cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          autoFocus
          onClick={() => {
            setOpen(false);
            go();
          }}
        >
          {act}
        </Button>
      </div>
    </section>
  );
  return (
    <Popover trigger="click" content={inside} open={isOpen} onOpenChange={setOpen} destroyOnHidden>
      {children}
    </Popover>
  );
}
