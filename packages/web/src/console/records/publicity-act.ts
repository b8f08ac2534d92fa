/** Acts upon publicity as the console offers them, and as the service takes them. */
import type { WITHDRAWAL_REASONS } from '@xincheng/core/publicity';
import type { Dayjs } from 'dayjs';
import type { components, paths } from '../../api/index.ts';

type Publicity = components['schemas']['Publicity'];
type Body = paths['/api/v1/records/{id}/publicity/acts']['post']['requestBody']['content']['application/json'];

/** A mark is set and cleared by an act of its own: nobody has to know its name. */
export type PublicityAct =
  | 'withdraw'
  | 'suspend'
  | 'resume'
  | 'set-class'
  | 'set-dispute'
  | 'clear-dispute'
  | 'set-statement'
  | 'clear-statement'
  | 'set-text';

/** What the form of an act holds. */
export interface ActValues {
  readonly because?: (typeof WITHDRAWAL_REASONS)[number];
  readonly changedOn?: Dayjs;
  readonly class?: string;
  readonly words?: string;
  readonly field?: string;
  readonly text?: string;
  readonly reason?: string;
  readonly document?: string;
}

const BY_STATE: Readonly<Record<Publicity['state'], readonly PublicityAct[]>> = {
  published: ['withdraw', 'suspend'],
  held: ['withdraw'],
  suspended: ['resume', 'withdraw'],
  ended: [],
  withdrawn: [],
};

interface Allowed {
  readonly mayWithdraw: boolean;
  readonly mayClassify: boolean;
  readonly hasNarratives: boolean;
}

/** What may be done now. */
export function possibleActs(
  {
    state,
    marks,
    classes,
  }: Pick<Publicity, 'state' | 'classes'> & { readonly marks: readonly Pick<Publicity['marks'][number], 'mark' | 'until'>[] },
  { mayWithdraw, mayClassify, hasNarratives }: Allowed,
): readonly PublicityAct[] {
  if (state === 'withdrawn') return [];
  const standing = new Set(marks.filter(({ until }) => until === null).map(({ mark }) => mark));
  const ofOffice: readonly PublicityAct[] = [
    ...BY_STATE[state],
    standing.has('disputed') ? 'clear-dispute' : 'set-dispute',
    standing.has('statement') ? 'clear-statement' : 'set-statement',
  ];
  return [
    ...(mayWithdraw ? ofOffice : []),
    ...(mayClassify && classes.length > 0 ? (['set-class'] as const) : []),
    ...(mayClassify && hasNarratives ? (['set-text'] as const) : []),
  ];
}

/** The act for the service; `seen` is how many events whoever acts had in view. */
export function actBody(act: PublicityAct, values: ActValues, seen: number): Body {
  const { because = 'error', changedOn, words = '', field = '', text = '', reason = '', document: paper = '' } = values;
  const said = { reason, seen };
  const documented = { ...said, ...(paper === '' ? {} : { document: paper }) };
  switch (act) {
    case 'withdraw':
      return { act, because, ...documented, ...(changedOn === undefined ? {} : { changedOn: changedOn.format('YYYY-MM-DD') }) };
    case 'suspend':
    case 'resume':
      return { act, ...documented };
    case 'set-class':
      return { act, class: values.class ?? '', ...said };
    case 'set-dispute':
      return { act: 'set-mark', mark: 'disputed', seen };
    case 'set-statement':
      return { act: 'set-mark', mark: 'statement', words, seen };
    case 'clear-dispute':
      return { act: 'clear-mark', mark: 'disputed', ...said };
    case 'clear-statement':
      return { act: 'clear-mark', mark: 'statement', ...said };
    case 'set-text':
      return { act, field, text, ...said };
  }
}
