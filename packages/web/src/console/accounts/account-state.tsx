import { CheckOutlined, LockOutlined, StopOutlined } from '@ant-design/icons';
import type { components } from '../../api/index.ts';
import { useAccountWords } from './words.ts';

type Account = components['schemas']['Account'];

/** In use, disabled, or held up after failures. */
export function stateOf({ disabledAt, lockedUntil }: Account): 'active' | 'disabled' | 'locked' {
  if (disabledAt !== null) return 'disabled';
  return lockedUntil === null ? 'active' : 'locked';
}

const LOOKS = {
  active: { Icon: CheckOutlined, className: 'soft' },
  disabled: { Icon: StopOutlined, className: 'late' },
  locked: { Icon: LockOutlined, className: 'soon' },
};

/** The state as a mark and a word. */
export function AccountState({ account }: { readonly account: Account }) {
  const say = useAccountWords();
  const state = stateOf(account);
  const { Icon, className } = LOOKS[state];
  return (
    <span className={className}>
      <Icon aria-hidden /> {say(state)}
    </span>
  );
}
