/** A file's name as it is shown and given back: no folders, no signs that hide or break something, and the ending of its kind. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { AttachmentKind } from '@xincheng/core/standards';
import { KIND_FACTS } from './kinds.ts';
import { attachmentProblem } from './problem.ts';
import type { AttachmentProblem } from './problem.ts';

/** Letters of a name; its ending comes on top where it is missing. */
const MOST_LETTERS = 120;

/** The name without folders; refused when nothing is left of it, or too much. */
export function cleanFileName(name: string): Result<string, AttachmentProblem> {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  // Controls, signs that turn the direction of writing, and what no file system takes.
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+|[. ]+$/gu, '');
  const { length } = [...plain];
  if (length === 0) return attachmentProblem('attachment-no-name');
  return length > MOST_LETTERS ? attachmentProblem('attachment-name-too-long', { length, most: MOST_LETTERS }) : ok(plain);
}

/** The name with an ending of the kind that was found: `通知.exe` that is a text becomes `通知.exe.txt`. */
export function nameOfKind(name: string, kind: AttachmentKind): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const { endings } = KIND_FACTS[kind];
  return endings.includes(ending) && name.includes('.') ? name : `${name}.${endings[0] ?? ''}`;
}
