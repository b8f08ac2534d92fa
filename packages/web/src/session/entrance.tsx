/** The sheet in front of the door: seal, title and what one is asked for. */
import type { ReactNode } from 'react';
import { Preferences } from '../shell/preferences-bar.tsx';
import { Seal } from '../shell/seal.tsx';

/** Stands alone on its page. */
export function Entrance({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}) {
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <Seal size={44} />
        <h1>{title}</h1>
        <p className="soft">{about}</p>
        {children}
        <Preferences />
      </div>
    </main>
  );
}
