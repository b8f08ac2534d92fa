/** Who has the next step in a matter of supervision. */
import type { components } from '../../api/index.ts';
import type { Who } from './who.ts';

type Matter = components['schemas']['Matter'];

/** Whether whoever looks has the next step: the unit files and replies, another takes over, a reviewer judges, the office decides. */
export function isMyTurn(
  { kind, state, unit, otherUnit }: Pick<Matter, 'kind' | 'state' | 'unit' | 'otherUnit'>,
  who: Who,
): boolean {
  switch (state) {
    case 'called':
    case 'returned':
    case 'issued':
      return who.unit === unit && who.may('supervision.report');
    case 'filed':
      return who.may('supervision.decide') || (kind === 'report' && who.may('supervision.review'));
    case 'asked':
      return kind === 'hand-over' ? who.unit === otherUnit && who.may('supervision.report') : who.may('supervision.decide');
    case 'drafted':
    case 'replied':
    case 'agreed':
      return who.may('supervision.decide');
    case 'accepted':
    case 'closed':
    case 'dropped':
    case 'declined':
    case 'granted':
    case 'refused':
    case 'urged':
      return false;
  }
}
