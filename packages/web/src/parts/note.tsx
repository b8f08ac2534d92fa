import { Popover } from 'antd';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly content: ReactNode;
  readonly placement?: 'top' | 'bottomRight';
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** What a click on a button unfolds beside it: a small dialogue that goes by its title. */
export function Note({ title, content, placement = 'top', children }: Props) {
  const inside = (
    <section role="dialog" aria-label={title} className="stack tight">
      <p className="strong">{title}</p>
      {content}
    </section>
  );
  return (
    <Popover trigger="click" placement={placement} content={inside} destroyOnHidden>
      {children}
    </Popover>
  );
}
