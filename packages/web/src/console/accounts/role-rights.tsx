/** Roles, each with what it may do. */
import { useQuery } from '@tanstack/react-query';
import type { Role } from '@xincheng/core/identity';
import { Collapse } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { defineWords } from '../../words/index.ts';
import { useRoleWords } from './role-words.ts';

const useWords = defineWords('role-rights', {
  rights: ['{{count}} 项权限', '{{count}} rights', '1 right'],
  ownUnit: ['只为本单位', 'for the own unit only'],
});

/** Folded until one asks. */
export function RoleRights({ roles }: { readonly roles: readonly Role[] }) {
  const say = useWords();
  const { roleName, rightName } = useRoleWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['roles'],
    queryFn: () => answerOf(api.GET('/api/v1/roles')),
    staleTime: Infinity,
  });
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const isOwnUnitOnly = (right: string): boolean => data.rights.find(({ id }) => id === right)?.isOwnUnitOnly === true;
  return (
    <Collapse
      size="small"
      items={data.roles
        .filter(({ id }) => roles.includes(id))
        .map(({ id, rights }) => ({
          key: id,
          label: (
            <>
              {roleName(id)} <span className="soft">· {say('rights', { count: rights.length })}</span>
            </>
          ),
          children: (
            <ul className="plain-list">
              {rights.map((right) => (
                <li key={right}>
                  {rightName(right)}
                  {isOwnUnitOnly(right) && <span className="soft">（{say('ownUnit')}）</span>}
                </li>
              ))}
            </ul>
          ),
        }))}
    />
  );
}
