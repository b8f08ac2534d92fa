/** What an account may do and see: the fields that a new and a changed one share. */
import { areCompatible, ROLES } from '@xincheng/core/identity';
import type { Role } from '@xincheng/core/identity';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import { RoleRights } from './role-rights.tsx';
import { useRoleWords } from './role-words.ts';
import { useAccountWords } from './words.ts';

export interface Place {
  readonly name: string;
  readonly unit: string;
  readonly scope: 'units' | 'all';
  readonly roles: Role[];
}

/** Why these roles cannot be given together or there, as soon as one chooses them; null when they can. */
function useFault(): (roles: readonly Role[], unit: string | undefined) => string | null {
  const say = useAccountWords();
  const { list } = useUnits();
  return (roles, unit) => {
    const office = list.find(({ isCreditOffice }) => isCreditOffice);
    if (!areCompatible(roles)) return say('incompatible');
    if (roles.includes('credit-office') && unit !== undefined && office !== undefined && unit !== office.id)
      return say('officeOnly', { unit: office.name });
    return null;
  };
}

/** Name, unit, scope, roles. Whoever manages one unit chooses neither another unit nor the whole district. */
export function PlaceFields() {
  const say = useAccountWords();
  const session = useSession();
  const { list } = useUnits();
  const { roleName } = useRoleWords();
  const faultOf = useFault();
  const roles = Form.useWatch<Role[] | undefined>('roles') ?? [];
  const unit = Form.useWatch<string | undefined>('unit');
  const isOfDistrict = session.scope === 'all';
  const needed = { required: true, message: say('needed') };
  return (
    <>
      <Form.Item name="name" label={say('name')} rules={[needed, { min: 2, message: say('needed') }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unit" label={say('unit')} rules={[needed]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          disabled={!isOfDistrict}
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="scope" label={say('scope')} rules={[needed]}>
        <Radio.Group
          disabled={!isOfDistrict}
          options={(['units', 'all'] as const).map((scope) => ({ value: scope, label: say(`scope-${scope}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="roles"
        dependencies={['unit']}
        label={say('roles')}
        // Not by `required`, which would put an attribute on a group of boxes that none may have.
        rules={[
          {
            validator: (_, chosen: readonly Role[]) => {
              const fault = chosen.length === 0 ? say('chooseRole') : faultOf(chosen, unit);
              return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
            },
          },
        ]}
      >
        <Checkbox.Group className="column-choice" options={ROLES.map((role) => ({ value: role, label: roleName(role) }))} />
      </Form.Item>
      {roles.length > 0 && (
        <section className="stack tight">
          <h3>{say('mayDo')}</h3>
          <RoleRights roles={roles} />
        </section>
      )}
    </>
  );
}
