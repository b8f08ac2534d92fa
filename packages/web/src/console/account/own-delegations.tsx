import { Button } from 'antd';
import { useAddress } from '../../shell/use-address.ts';
import { OwnDelegationForm } from '../accounts/delegation-form.tsx';
import { DelegationList } from '../accounts/delegation-list.tsx';
import { useOwnWords } from './words.ts';

/** Who stands in for me, and for whom I do. */
export function OwnDelegations() {
  const say = useOwnWords();
  const { search, put } = useAddress();
  const isNew = search['form'] === 'new';
  return (
    <section className="sheet stack sheet-wide">
      <h2>{say('delegation')}</h2>
      {isNew ? (
        <OwnDelegationForm leave={() => put({ form: '' })} />
      ) : (
        <div>
          <DelegationList
            filters={
              <Button type="primary" onClick={() => put({ form: 'new' })}>
                {say('newDelegation')}
              </Button>
            }
          />
        </div>
      )}
    </section>
  );
}
