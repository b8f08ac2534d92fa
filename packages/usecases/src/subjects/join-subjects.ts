/**
 * The credit office says that what is filed under one key is about the subject of another: a code given twice, a provisional entry
 * that is a registered firm. No record is touched; the join is a row of its own, and is undone by saying so, never by deleting.
 * Two organisations that both live on in the register are two, unless the authority that gave the codes has rectified them.
 */
import { codeForm, hidePersonalData } from '@xincheng/core/intake';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  findSubject,
  hasRecords,
  insertJoin,
  isAnyStanding,
  keysOf,
  listJoins,
  lockJoins,
  rootOf,
  undoJoin,
} from '@xincheng/store/subjects';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict, signed } from '../identity/index.ts';
import type { ActContext, SignatureProblem } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { isPersonKey } from '../records/subject-key.ts';
import { standingsOf } from './standings.ts';

/** Why nothing was joined or undone. */
export interface JoinProblem {
  readonly code:
    'not-credit-office' | 'no-such-subject' | 'same-subject' | 'already-joined' | 'is-former-code' | 'both-living' | 'not-joined';
  readonly message: string;
}

const MESSAGES: Readonly<Record<JoinProblem['code'], string>> = {
  'not-credit-office': '主体的合并和撤销合并由区信用办办理，单位身份不能办理。',
  'no-such-subject': '没有这个主体：法人库里没有登记，也没有以它报送的记录。请核对主体编号。',
  'same-subject': '这两个编号已经是同一个主体，无需合并。',
  'already-joined': '这个主体已经并入别的主体。请先撤销原来的合并。',
  'is-former-code':
    '这个编号在法人库中是另一个主体的原代码或注册号，以它报送的记录已经归到那个主体；要合并的，请用那个主体的编号。',
  'both-living': '这两个主体在法人库中都是存续的登记主体，不能合并；确属重错码更正的，请注明是更正，并写明依据文件的文号。',
  'not-joined': '这个主体没有被合并过，或者合并已经撤销。',
};

/** Who answers for it, and why. */
interface ByWhom {
  /** Typed where nobody signed in. */
  readonly name?: string | undefined;
  readonly reason: string;
}

export interface JoinRequest extends ByWhom {
  readonly from: string;
  readonly into: string;
  /** The codes were rectified, by the document of this number. Without it two that both live on in the register are not joined. */
  readonly rectification: { readonly document: string } | null;
}

/** Joins one subject into another. */
export async function joinSubjects(
  platform: Platform,
  context: ActContext,
  { from: givenFrom, into: givenInto, rectification, name, reason: given }: JoinRequest,
): Promise<Result<null, JoinProblem | SignatureProblem>> {
  if (!mayActForDistrict(context.actor, 'subject.join')) return problem('not-credit-office');
  const by = signed(context, name);
  if (!by.ok) return by;
  const [from, into] = [codeForm(givenFrom), codeForm(givenInto)];
  const reason = hidePersonalData(given);
  const document = rectification === null ? null : hidePersonalData(rectification.document);
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await lockJoins(client);
    if (!(await isSubject(client, from)) || !(await isSubject(client, into))) return problem('no-such-subject');
    const root = await rootOf(client, from);
    const rootOfInto = await rootOf(client, into);
    if (root === rootOfInto) return problem('same-subject');
    if (root !== from) return problem((await isJoined(client, from)) ? 'already-joined' : 'is-former-code');
    const living = standingsOf(platform.pack, 'living');
    if (document === null && (await areLiving(client, [root, rootOfInto], living))) return problem('both-living');
    const id = uuidV7(context.now);
    await insertJoin(client, { id, from, into, joinedAt: context.now, joinedBy: by.value, reason, document });
    await writeAct(client, context, {
      act: 'subject.join',
      objectKind: 'subject',
      objectId: from,
      unitId: null,
      details: { join: id, into, name: by.value, reason, ...(document === null ? {} : { document }) },
    });
    return ok(null);
  });
}

/** Undoes the join of a subject: it stands by itself again, as before. */
export async function undoJoinOf(
  platform: Platform,
  context: ActContext,
  givenFrom: string,
  { name, reason: given }: ByWhom,
): Promise<Result<null, JoinProblem | SignatureProblem>> {
  if (!mayActForDistrict(context.actor, 'subject.join')) return problem('not-credit-office');
  const by = signed(context, name);
  if (!by.ok) return by;
  const from = codeForm(givenFrom);
  const reason = hidePersonalData(given);
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await lockJoins(client);
    const undone = await undoJoin(client, from, { at: context.now, by: by.value, reason });
    if (undone === null) return problem('not-joined');
    await writeAct(client, context, {
      act: 'subject.undo-join',
      objectKind: 'subject',
      objectId: from,
      unitId: null,
      details: { join: undone.id, into: undone.into, name: by.value, reason },
    });
    return ok(null);
  });
}

async function isJoined(client: Client, key: string): Promise<boolean> {
  return (await listJoins(client, [key])).some(({ from, undoneAt }) => from === key && undoneAt === null);
}

/** True when each of these roots has a registered subject in one of these standings, itself or under a key that stands for it. */
async function areLiving(client: Client, roots: readonly string[], living: readonly string[]): Promise<boolean> {
  for (const root of roots) if (!(await isAnyStanding(client, await keysOf(client, root), living))) return false;
  return true;
}

async function isSubject(client: Client, key: string): Promise<boolean> {
  return !isPersonKey(key) && ((await findSubject(client, key)) !== null || (await hasRecords(client, key)));
}

function problem(code: JoinProblem['code']): Result<never, JoinProblem> {
  return err({ code, message: MESSAGES[code] });
}
