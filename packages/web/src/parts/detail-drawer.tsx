import { Drawer, Grid } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** What a row holds, beside the list; the whole width of a phone. */
export function DetailDrawer({ title, isOpen, close, children, footer }: Props) {
  const isWide = Grid.useBreakpoint().md ?? true;
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      title={<h2>{title}</h2>}
      size={isWide ? 640 : '100%'}
      mask={{ closable: true, blur: false }}
      destroyOnHidden
      footer={footer}
    >
      {children}
    </Drawer>
  );
}
