/** Columns of a register, drawn from its dataset: what numbers, names and dates a record first, then what else fits; the rest on request. */
import type { components } from '../../api/index.ts';
import { labelIn } from '../../words/index.ts';
import type { Language } from '../../words/index.ts';
import type { Column } from '../../table/index.ts';
import { textOf } from '../records/differences.ts';
import { rolesOf } from './form-fields.ts';

type CreditRecord = components['schemas']['CreditRecord'];
type Field = components['schemas']['FieldForm'];

const FIRST_ROLES = ['number', 'subjectName', 'decidedOn'];
/** Who sends and who decides is the same in every row of a unit. */
const PLAIN_ROLES = new Set([
  'authorityName',
  'authorityUscc',
  'sourceName',
  'sourceUscc',
  'subjectCategory',
  'subjectUscc',
  'legalRep',
  'legalRepIdType',
  'legalRepId',
]);
const SHOWN_COLUMNS = 8;
const WIDTHS: Readonly<Partial<Record<Field['types']['legal'], number>>> = {
  day: 110,
  money: 130,
  number: 110,
  integer: 100,
  longText: 280,
};
const USUAL_WIDTH = 190;
/** A decision's number is to be read whole. */
const NUMBER_WIDTH = 240;

/** All fields as columns; the first few are on show. */
export function registerColumns(fields: readonly Field[], language: Language): readonly Column<CreditRecord>[] {
  const rank = (field: Field): number => {
    const roles = rolesOf(field);
    const first = FIRST_ROLES.findIndex((role) => roles.includes(role));
    if (first >= 0) return first;
    const isPlain = field.isSensitive || field.requirements.legal !== 'required' || roles.some((role) => PLAIN_ROLES.has(role));
    return isPlain ? FIRST_ROLES.length + 1 : FIRST_ROLES.length;
  };
  const ordered = fields
    .map((field, index) => ({ field, rank: rank(field), index }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index);
  return ordered.map(({ field, rank: place }, index) => ({
    id: field.code,
    title: labelIn(language, field.name),
    width: rolesOf(field).includes('number') ? NUMBER_WIDTH : (WIDTHS[field.types.legal] ?? USUAL_WIDTH),
    isNumber: field.types.legal === 'money' || field.types.legal === 'number' || field.types.legal === 'integer',
    isExtra: index >= SHOWN_COLUMNS || place > FIRST_ROLES.length,
    text: ({ values }) => textOf(values[field.code]),
  }));
}
