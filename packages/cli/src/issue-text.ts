/** An issue as a person reads it. */
import type { Issue } from '@xincheng/core/intake';

/** What is wrong and what to do, as two sentences. */
export function issueSentence({ message, fix }: Pick<Issue, 'message' | 'fix'>): string {
  return [message, fix]
    .filter((part) => part !== '')
    .map((part) => (/[。！？]$/u.test(part) ? part : `${part}。`))
    .join('');
}
