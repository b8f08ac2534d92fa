/** What fields mean: one field may play several roles. */
import type { DatasetDefinition, FieldDefinition, FieldRole } from './types.ts';

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
