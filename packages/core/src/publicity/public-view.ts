/** What of a record the public may see. Everything public is made of this: page, search, API, report, open data. */
import type { DatasetDefinition, FieldDefinition, FieldRole, SubjectKind } from '../standards/index.ts';
import { redacted, withoutNumbers } from './redact.ts';

/** Roles that are never public, whatever the YAML says. */
const NEVER: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'personId',
  'personIdType',
  'legalRepId',
  'legalRepIdType',
]);
/** A sole trader's operator is a person: the trade name and the code are public, the operator's name is not. */
const NEVER_OF_SOLE_TRADERS: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'legalRep',
  'certificateName',
  'certificateNo',
]);
/** Codes and numbers that are public as they are; anything else short is searched for numbers of persons. */
const AS_IT_IS: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'number',
  'parentNumber',
  'certificateNo',
  'subjectUscc',
  'authorityUscc',
  'sourceUscc',
  'subjectRegistrationNo',
  'subjectOrganisationCode',
]);
const SEALED: readonly FieldDefinition['type'][] = ['personId', 'phone'];

/** A value as it is shown: one text, or several. */
export type ShownValue = string | readonly string[];

export interface PublicField {
  readonly code: string;
  readonly label: string;
  readonly value: ShownValue;
}

/** Texts written by hand in place of a narrative, by field code. */
export type PublicTexts = Readonly<Record<string, string>>;

/** Fields that records about this kind of subject may show; none about persons. */
export function publicFieldsOf({ fields }: DatasetDefinition, kind: SubjectKind): readonly FieldDefinition[] {
  return kind === 'natural' ? [] : fields.filter((field) => isPublic(field, kind));
}

function isPublic({ isPublic: isSaid = true, sensitive = false, role, type }: FieldDefinition, kind: SubjectKind): boolean {
  const typeOfKind = typeof type === 'string' ? type : type[kind];
  if (!isSaid || sensitive || SEALED.includes(typeOfKind) || NEVER.has(role)) return false;
  return kind !== 'soleTrader' || !NEVER_OF_SOLE_TRADERS.has(role);
}

/**
 * The public values of a record: `values` as they are read inside. Narratives are redacted, or given in the words written for the
 * public. The name of whoever stands for the firm is public in its own field and nowhere else.
 */
export function publicValues(
  definition: DatasetDefinition,
  kind: SubjectKind,
  values: Readonly<Record<string, ShownValue>>,
  texts: PublicTexts,
): readonly PublicField[] {
  const persons = { names: personsNamed(definition, values) };
  return publicFieldsOf(definition, kind).flatMap((field): PublicField[] => {
    const value = values[field.code];
    if (value === undefined || value.length === 0) return [];
    return [{ code: field.code, label: field.name.zh, value: texts[field.code] ?? shownValue(field, value, persons) }];
  });
}

function shownValue(field: FieldDefinition, value: ShownValue, persons: { readonly names: readonly string[] }): ShownValue {
  if (typeof value !== 'string') return value.map(withoutNumbers);
  if (isNarrative(field)) return redacted(value, persons);
  return field.type === 'text' && !AS_IT_IS.has(field.role) ? withoutNumbers(value) : value;
}

/** Texts that are published only after redaction. */
export function isNarrative({ type, role }: FieldDefinition): boolean {
  return role === 'remark' || (typeof type === 'string' ? type === 'longText' : Object.values(type).includes('longText'));
}

function personsNamed({ fields }: DatasetDefinition, values: Readonly<Record<string, ShownValue>>): string[] {
  const field = fields.find(({ role }) => role === 'legalRep');
  const name = field === undefined ? undefined : values[field.code];
  return typeof name === 'string' ? [name] : [];
}
