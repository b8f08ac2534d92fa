import type { components } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { OnceShown } from '../../parts/index.ts';
import { useAccountWords } from './words.ts';

/** What the service gives when it makes an account or a new password. */
export interface Given {
  readonly account: components['schemas']['Account'];
  readonly password: string | null;
}

/** The slip with a first password. */
export function FirstPassword({ given: { account, password }, close }: { readonly given: Given; readonly close: () => void }) {
  const say = useAccountWords();
  const units = useUnits();
  const { name, login, unit } = account;
  return (
    <OnceShown
      title={say('firstPassword')}
      about={say('firstPasswordFor', { name, login, unit: units.nameOf(unit) })}
      secrets={password === null ? [] : [password]}
      help={say('firstPasswordHelp')}
      close={close}
    />
  );
}
