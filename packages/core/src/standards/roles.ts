/** What fields mean: one field may play several roles. */
import type { DatasetDefinition, FieldDefinition, FieldRole, FieldType } from './types.ts';

/** Every role of a field, the one it is written by first. */
export function rolesOf({ role, alsoRoles = [] }: Pick<FieldDefinition, 'role' | 'alsoRoles'>): readonly FieldRole[] {
  return role === undefined ? alsoRoles : [role, ...alsoRoles];
}

/** Whether an expression or a check that says this name means the field. */
export function isCalled(field: Pick<FieldDefinition, 'code' | 'role' | 'alsoRoles'>, name: string): boolean {
  return field.code === name || rolesOf(field).some((role) => role === name);
}

/** True for a register that units keep of themselves: the sender is what the record is about, and the directory of units knows it. */
export function isAboutSender({ fields }: Pick<DatasetDefinition, 'fields'>): boolean {
  return fields.some((field) => isCalled(field, 'subjectUscc') && isCalled(field, 'sourceUscc'));
}

/** Types of what is sealed before it reaches the database. */
export const SEALED_TYPES: ReadonlySet<FieldType> = new Set(['personId', 'phone']);

/** True for a field that is sealed in rows of any kind. */
export function isSealed({ sensitive, type }: Pick<FieldDefinition, 'sensitive' | 'type'>): boolean {
  const types = typeof type === 'string' ? [type] : Object.values(type);
  return sensitive === true || types.some((one) => SEALED_TYPES.has(one));
}

const NAMES: readonly FieldRole[] = ['subjectName', 'subjectFormerNames', 'legalRep'];

/** True for a field by which a person could be told: sealed, or the name of somebody. */
export function isPersonal(field: FieldDefinition): boolean {
  return isSealed(field) || rolesOf(field).some((role) => NAMES.includes(role));
}
