/** Definitions as the API shows them. */
import type { CheckClause, CheckDefinition, DatasetDefinition, DeadlineDefinition, StandardsPack, UnitDefinition } from '@xincheng/core/standards';

/** A dataset as one line of a list. */
export function presentDataset({ id, version, name, parent, children = [], fields, deadline }: DatasetDefinition) {
  return { id, version, name, parent: parent ?? null, children: children.map((child) => `${id}.${child.id}`), fields: fields.length, deadline: deadline ?? null };
}

/** A unit of the district. */
export function presentUnit({ id, name, aliases = [], kind, uscc, isSyntheticCode, from, to }: UnitDefinition, pack: Pick<StandardsPack, 'contacts' | 'district'>) {
  const contact = pack.contacts.get(id);
  return {
    ...{ id, name, aliases, kind, uscc, isSyntheticCode, from: from ?? null, to: to ?? null },
    isCreditOffice: pack.district.creditOffice === id,
    contact: contact === undefined ? null : { mail: contact.mail ?? null, sms: contact.sms ?? null },
  };
}

/** A check with the ways in which it can fail. */
export function presentCheck(check: CheckDefinition) {
  const { id, name, severity, dimension, needs, basis, certainty, note, datasets, clauses } = check;
  return { id, name, severity, dimension, needs, basis, certainty, note: note ?? null, datasets: datasets ?? null, clauses: clauses.map((clause) => presentClause(check, clause)) };
}

function presentClause(check: CheckDefinition, { id, severity, needs, message, fix }: CheckClause) {
  return { code: id === undefined ? check.id : `${check.id}.${id}`, severity: severity ?? check.severity, needs: needs ?? check.needs, message, fix };
}

/** A deadline with all its dated values. */
export function presentDeadline({ id, name, starts, values }: DeadlineDefinition) {
  return { id, name, starts, values };
}

/** What a dataset's row checker is compiled from, as written; null where there is no such dataset. */
export function presentRules({ datasets, codeLists, checks, instruments, district }: StandardsPack, id: string) {
  const definition = datasets.get(id);
  if (definition === undefined) return null;
  const used = new Set(definition.fields.map(({ codeList }) => codeList));
  return {
    definition: { ...definition },
    codeLists: [...codeLists.values()].filter((list) => used.has(list.id)).map((list) => ({ ...list })),
    checks: [...checks.values()].map((check) => ({ ...check })),
    instruments: [...instruments.values()].map((instrument) => ({ ...instrument })),
    regionCode: district.regionCode,
  };
}
