/** Matters, and who is what in them. */
import { useQuery } from '@tanstack/react-query';
import type { Right } from '@xincheng/core/identity';
import { judgeAct } from '@xincheng/core/supervision';
import type { MatterAct, Party } from '@xincheng/core/supervision';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useApprover, useMay, useSession } from '../../session/index.ts';
import type { Session } from '../../session/index.ts';

export type Matter = components['schemas']['Matter'];
type MatterQuery = { readonly kind?: Matter['kind']; readonly plan?: string; readonly number?: string; readonly unit?: string };

/** One page of matters. */
export function readMatters(
  query: MatterQuery & { readonly open?: 'true' | 'false' },
  cursor: string | undefined,
  limit: number,
) {
  return answerOf(
    api.GET('/api/v1/supervision/matters', {
      params: { query: { ...query, limit, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  );
}

/** One matter. */
export function useMatter(id: string | null) {
  return useQuery({
    queryKey: ['matter', id],
    queryFn: () => answerOf(api.GET('/api/v1/supervision/matters/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
}

/** An act that could come next, for whoever looks at it. */
export interface NextAct {
  readonly act: MatterAct;
  /** Theirs, were it not that they did the step before. */
  readonly isForAnother: boolean;
}

/** What of the next acts is this person's to do; the service decides again. */
export function useNextActs(): (matter: Matter) => readonly NextAct[] {
  const session = useSession();
  const approver = useApprover();
  const may = useMay();
  return (matter) =>
    matter.next.flatMap((act): NextAct[] => {
      const judged = judgeAct(
        matter.kind,
        matter.state,
        act,
        { ...approver, parties: partiesIn(matter, session, may) },
        matter.acts,
      );
      if (judged.ok) return [{ act, isForAnother: false }];
      return judged.error === 'same-person' ? [{ act, isForAnother: true }] : [];
    });
}

/** A unit sees a matter that is neither its own nor offered to it only as a lead of the task. */
function partiesIn({ unit, otherUnit }: Matter, session: Session, may: (right: Right) => boolean): readonly Party[] {
  const isOffice = session.scope === 'all' && (may('supervision.order') || may('supervision.decide'));
  const [reports, reviews] = [may('supervision.report'), may('supervision.review')];
  const isLead = session.scope === 'units' && unit !== session.unit && otherUnit !== session.unit;
  const parties: readonly (readonly [Party, boolean])[] = [
    ['unit', unit === session.unit && reports],
    ['receiver', otherUnit === session.unit && (reports || reviews)],
    ['reviewer', isOffice || (isLead && (reports || reviews))],
    ['office', isOffice],
  ];
  return parties.filter(([, isIt]) => isIt).map(([party]) => party);
}
