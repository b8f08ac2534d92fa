/** Breakages of what leads from one record to others: references, sums over children, comparisons with the version before. */
import { SOUND } from './_standards-pack.ts';
import { broken, LICENCE, R01, swap, textOf } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const R03 = 'standards/checks/R03.yaml';
const SETS = `id: R03
name: { zh: 合计, en: Sums }
severity: warning
dimension: consistency
needs: history
basis:
  - { instrument: law-1 }
certainty: known
clauses:
  - id: paid
    kind: sum
    sum: { child: licence.payment, field: FKJE, parentField: JE, is: at-most, tolerance: "0.1" }
    message: 合计{value}
    fix: 请核对
  - id: less
    kind: previous
    previous: JE >= before(JE) * 0.9
    blame: JE
    message: 由{expected}改为{value}
    fix: 请核对
examples: []
`;

/** The sound pack with checks over sets. */
export const WITH_SETS = { ...SOUND, [R03]: SETS };

function set(name: string, code: string, from: string, to: string, at: string): Breakage {
  if (SETS.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { name, code, files: { ...WITH_SETS, [R03]: SETS.replace(from, () => to) }, file: R03, at };
}

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
  broken('a narrative that cites', 'cites', LICENCE, REMARK, `${REMARK}    cites: instrument\n`, 'cites: instrument'),
  broken('a citation that no check words', 'no-clause', LICENCE, NAME, `${NAME}    cites: instrument\n`, 'code: XM'),
  {
    name: 'a reference that no check words',
    code: 'no-clause',
    files: referring('licence', ''),
    file: LICENCE,
    at: 'id: licence',
  },
  set('a sum that is not said', 'clause-data', '    sum: {', '    # {', 'kind: sum'),
  set('a comparison under another kind', 'clause-data', 'kind: previous', 'kind: length', 'previous: JE'),
  set(
    'a sum that blames',
    'clause-data',
    '    message: 合计',
    '    blame: JE\n    message: 合计',
    'blame: JE\n    message: 合计',
  ),
  set('a comparison that blames nothing', 'clause-data', '    blame: JE\n', '', 'kind: previous'),
  set('a sum that sends rows back', 'set-clause', '  - id: paid\n', '  - id: paid\n    severity: error\n', 'severity: error'),
  set('a comparison that asks', 'set-clause', '  - id: less\n', '  - id: less\n    severity: confirm\n', 'severity: confirm'),
  set('a sum of the row', 'set-clause', 'needs: history', 'needs: row', 'kind: sum'),
  set('a sum over what is no child', 'unknown-child', 'child: licence.payment', 'child: licence', 'child: licence'),
  set('a sum of a field that is none', 'unknown-field', 'field: FKJE', 'field: FK', 'field: FK,'),
  set('a sum against a field that is none', 'unknown-field', 'parentField: JE', 'parentField: FKJE', 'parentField: FKJE'),
  set('a sum of days', 'sum-type', 'field: FKJE', 'field: FKRQ', 'field: FKRQ'),
  set('a sum that no dataset shows', 'applies-nowhere', 'clauses:\n', 'datasets: [other]\nclauses:\n', 'child: licence.payment'),
  set('a tolerance above one', 'wrong-value', '"0.1"', '"1.5"', '"1.5"'),
  set('a comparison of a name that is none', 'unknown-name', 'before(JE)', 'before(JF)', 'before(JF)'),
  set('a comparison of texts', 'expression', 'JE >= before(JE) * 0.9', 'WH = before(WH)', 'before(WH)'),
  set('a comparison that is no condition', 'expression', 'JE >= before(JE) * 0.9', 'before(JE) * 0.9', 'before(JE)'),
  set('a comparison by a function', 'expression', 'before(JE) * 0.9', 'number(WH)', 'number(WH)'),
  set('a comparison of an amount with a day', 'expression', 'before(JE) * 0.9', 'before(RQ)', 'before(RQ)'),
  set('a comparison that does not parse', 'expression', 'before(JE) * 0.9', 'before(JE', 'before(JE\n'),
  set('a comparison shown in a text', 'expression', '    blame: JE\n', '    blame: WH\n', 'previous: JE'),
];
