/** In whose name an act is done. Whoever signed in acts under the own name; programs, jobs and the machine say who answers. */
import { isSamePerson, loginsIn, signatureOf } from '@xincheng/core/identity';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from './actor.ts';

export interface SignatureProblem {
  readonly code: 'name-missing' | 'not-your-name';
  readonly message: string;
}

const SENTENCES: Readonly<Record<SignatureProblem['code'], string>> = {
  'name-missing': '请写明经办人姓名。没有写入，请补上姓名后再办。',
  'not-your-name': '经办人须是您本人。没有写入，请以自己的账号办理，不要填写别人的姓名。',
};

/**
 * The signature under which an act is recorded. Whoever signed in signs by the account, and need not type a name; a typed one must be
 * the own. Without an account a name must be typed, and cannot look like somebody's signature.
 */
export function signed({ actor }: ActContext, typed: string | undefined): Result<string, SignatureProblem> {
  const name = typed?.trim() ?? '';
  if (actor.account === undefined) {
    if (name === '') return refused('name-missing');
    return loginsIn(name).length === 0 ? ok(name) : refused('not-your-name');
  }
  const { onBehalfOf } = actor;
  const inPlaceOf = onBehalfOf && { name: onBehalfOf.name, login: onBehalfOf.id };
  const signature = signatureOf({ name: actor.account.name, login: actor.id }, inPlaceOf);
  return name === '' || isSamePerson(name, signature) ? ok(signature) : refused('not-your-name');
}

function refused(code: SignatureProblem['code']): Result<never, SignatureProblem> {
  return err({ code, message: SENTENCES[code] });
}
