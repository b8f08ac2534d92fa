/** Breakages of what leads from one record to others: references, sums over children, comparisons with the version before. */
import { SOUND } from './_standards-pack.ts';
import { broken, LICENCE, R01, swap, textOf } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const NAME = '    role: subjectName\n    type: text\n    maxLength: 200\n';
const REMARK = '    role: remark\n    type: longText\n';
const WORDED = '  - { kind: parent,';
const REFERENCE = '  - { kind: reference, needs: history, message: 有误, fix: 改正 }\n';

/** A reference from the subject's name, which is a text like any other. */
function referring(ref: string, clause = REFERENCE): Breakage['files'] {
  return {
    ...swap(LICENCE, NAME, `${NAME}    ref: ${ref}\n`),
    [R01]: textOf(SOUND, R01).replace(WORDED, clause + WORDED),
  };
}

export const BREAKAGES_OF_LINKS: readonly Breakage[] = [
  {
    name: 'a reference to a dataset that is none',
    code: 'unknown-dataset',
    files: referring('permit'),
    file: LICENCE,
    at: 'ref: permit',
  },
  {
    name: 'a reference to a child from outside its parent',
    code: 'ref',
    files: referring('licence.payment'),
    file: LICENCE,
    at: 'ref: licence.payment',
  },
  {
    name: 'a reference within a dataset that asks a person',
    code: 'ref',
    files: referring('licence', REFERENCE.replace('needs', 'severity: confirm, needs')),
    file: LICENCE,
    at: 'ref: licence',
  },
  broken('a reference that is a narrative', 'ref', LICENCE, REMARK, `${REMARK}    ref: licence\n`, 'ref: licence'),
  {
    name: 'a reference that no check words',
    code: 'no-clause',
    files: referring('licence', ''),
    file: LICENCE,
    at: 'id: licence',
  },
];
