/** Name, code and day of a row against the base register, as findings. */
import type { CompiledDataset } from '@xincheng/core/intake';
import { assertNever } from '@xincheng/core/result';
import { SUBJECT_VERDICTS } from '@xincheng/store/intake';
import type { SubjectProbe } from '@xincheng/store/intake';
import type { RecordLayout } from '../records/layout.ts';
import { registrationNoOfKey } from '../records/subject-key.ts';
import type { ChunkSubject } from './chunk-keys.ts';
import type { LaterFinding } from './later-issue.ts';

/** Where a dataset names its subject, and the day of the decision; -1 where it has no such field. */
export interface SubjectFields {
  readonly name: number;
  readonly uscc: number;
  readonly registrationNo: number;
  readonly decidedOn: number;
}

/** The fields of a dataset. */
export function subjectFieldsOf({ columns, subjectUscc, registrationNo }: RecordLayout): SubjectFields {
  return { name: columns.subjectName, uscc: subjectUscc, registrationNo, decidedOn: columns.decidedOn };
}

/** Whether any check holds rows of the dataset against the base register. */
export function asksRegister({ later }: CompiledDataset): boolean {
  return later.has('subject-registry');
}

/** What the register's word means to the sender: about the name, about what tells the subject, or about the day. */
export function subjectFinding(
  { key, name, decidedOn }: ChunkSubject,
  verdict: SubjectProbe['verdict'],
  expected: string | null,
  fields: SubjectFields,
): LaterFinding {
  const registrationNo = registrationNoOfKey(key);
  const told =
    registrationNo === null ? { value: key, field: fields.uscc } : { value: registrationNo, field: fields.registrationNo };
  const named = { value: name, field: fields.name, expected: expected ?? '' };
  switch (verdict) {
    case SUBJECT_VERDICTS.unknown:
      return { kind: 'subject-registry', variant: 'unknown', ...told };
    case SUBJECT_VERDICTS.otherName:
      return { kind: 'subject-registry', variant: 'name', ...named };
    case SUBJECT_VERDICTS.formerName:
      return { kind: 'subject-registry', variant: 'former-name', ...named };
    case SUBJECT_VERDICTS.formerCode:
      return { kind: 'subject-registry', variant: 'former-code', ...told, expected: expected ?? '' };
    case SUBJECT_VERDICTS.ended:
      return {
        kind: 'subject-registry',
        variant: 'deregistered',
        value: decidedOn,
        field: fields.decidedOn,
        expected: expected ?? '',
      };
    default:
      return assertNever(verdict);
  }
}
