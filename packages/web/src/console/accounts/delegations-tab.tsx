/** Who stands in for whom, for who looks after accounts. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMay } from '../../session/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DelegationList } from './delegation-list.tsx';
import { OtherDelegationForm } from './delegation-form.tsx';
import { useAccountWords } from './words.ts';

/** The list, and noting one for somebody who is away. */
export function DelegationsTab() {
  const say = useAccountWords();
  const may = useMay();
  const { search, put } = useAddress();
  return (
    <>
      <DelegationList
        filters={
          may('account.manage') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => put({ form: 'new' })}>
              {say('newDelegationForOther')}
            </Button>
          )
        }
      />
      <DetailDrawer
        title={say('newDelegationForOther')}
        isOpen={search['form'] === 'new' && may('account.manage')}
        close={() => put({ form: '' })}
      >
        <OtherDelegationForm leave={() => put({ form: '' })} />
      </DetailDrawer>
    </>
  );
}
