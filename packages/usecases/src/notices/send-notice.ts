/** Sending a notice inside the act it tells of: the words and the ways out are written with it, a job carries them out (an outbox). */
import type { NoticeChannel, NoticeTemplate, UnitContact } from '@xincheng/core/standards';
import { findSameNotice, insertDeliveries, insertNotice, listDeliveries } from '@xincheng/store/notices';
import type { DeliveryRow, NewNotice, NoticeRow } from '@xincheng/store/notices';
import type { Client } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';

/** What a unit is to be told. */
export interface NoticeToSend {
  /** A template of `notices/` that names its channels. */
  readonly template: string;
  readonly toUnit: string;
  /** Function at the unit; absent for whoever is on duty. */
  readonly toRole?: string;
  /** In whose name; absent for the only unit of the actor, or the credit office. */
  readonly fromUnit?: string;
  readonly about: { readonly kind: string; readonly id: string; readonly caseId?: string };
  /** What stands in the template's braces: all of it, and nothing else. */
  readonly words: Readonly<Record<string, string>>;
  readonly answerDueOn?: string;
}

/** A notice that was sent, with its ways out. */
export interface SentNotice {
  readonly notice: NoticeRow;
  readonly deliveries: readonly DeliveryRow[];
  /** The same about the same went to the same today: nothing was sent again. */
  readonly isRepeat: boolean;
}

/** Proof of a delivery by the inbox: it lies there from the commit on. */
const IN_THE_INBOX = 'inbox';

/**
 * Sends a notice in the caller's transaction. Whether template, unit and words exist is the caller's to know: it throws where they do not.
 * In one day the same is told once.
 */
export async function sendNotice(
  client: Client,
  context: ActContext,
  platform: Pick<Platform, 'pack'>,
  sending: NoticeToSend,
): Promise<SentNotice> {
  const template = templateOf(platform, sending);
  const row = rowOf(context, template, sending);
  const notice = await insertNotice(client, row);
  if (notice === null) return sentBefore(client, row);
  const contact = platform.pack.contacts.get(row.unitId);
  const channels = [...new Set<NoticeChannel>(['inbox', ...(template.channels ?? [])])];
  const deliveries = channels.map((channel) => deliveryOf(row, channel, contact));
  await insertDeliveries(client, deliveries);
  await writeAct(client, context, {
    act: 'notice.send',
    objectKind: 'notice',
    objectId: row.id,
    unitId: row.unitId,
    details: {
      template: row.template,
      about: sending.about,
      answerDueOn: row.answerDueOn,
      channels: deliveries.map(({ channel, state }) => ({ channel, state })),
    },
  });
  return { notice, deliveries, isRepeat: false };
}

/** Those of the words that a template asks for: a district's text need not say all that is known. */
export function wordsAskedFor(
  { pack }: Pick<Platform, 'pack'>,
  template: string,
  words: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const asked = pack.notices.get(template)?.placeholders ?? [];
  return Object.fromEntries(Object.entries(words).filter(([word]) => asked.includes(word)));
}

function templateOf({ pack }: Pick<Platform, 'pack'>, { template: id, toUnit, words }: NoticeToSend): NoticeTemplate {
  const template = pack.notices.get(id);
  if (template?.channels === undefined) throw new Error(`no notice to send: ${id}`);
  if (!pack.units.has(toUnit)) throw new Error(`no unit ${toUnit}`);
  const missing = template.placeholders.filter((word) => words[word] === undefined);
  const unknown = Object.keys(words).filter((word) => !template.placeholders.includes(word));
  if (missing.length + unknown.length > 0)
    throw new Error(`${id}: missing words ${missing.join()}; unknown words ${unknown.join()}`);
  return template;
}

function rowOf({ now, today, actor }: ActContext, template: NoticeTemplate, sending: NoticeToSend): NewNotice {
  const { toUnit, toRole = '', about, words, answerDueOn = null } = sending;
  const [ownUnit, ...others] = actor.units;
  const own = actor.scope === 'units' && others.length === 0 ? (ownUnit ?? null) : null;
  return {
    id: uuidV7(now),
    template: template.id,
    unitId: toUnit,
    toRole,
    fromUnit: sending.fromUnit ?? own,
    aboutKind: about.kind,
    aboutId: about.id,
    caseId: about.caseId ?? null,
    title: filled(template.title, words),
    body: template.paragraphs.map(({ text }) => filled(text, words)).join('\n\n'),
    sentAt: now,
    sentOn: today,
    sentBy: actor.id,
    answerDueOn,
  };
}

/** A word is put in as it is: what stands in it is never filled again. */
function filled(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{([^}]*)\}/gu, (_, word: string) => words[word] ?? '');
}

/** A unit without an address finds the notice in its inbox alone, and the delivery says so. */
function deliveryOf(row: NewNotice, channel: NoticeChannel, contact: UnitContact | undefined): DeliveryRow {
  const begun = { noticeId: row.id, channel, unitId: row.unitId, fromUnit: row.fromUnit, attempts: 0, queuedAt: row.sentAt };
  if (channel === 'inbox')
    return { ...begun, state: 'sent', nextAt: null, sentAt: row.sentAt, proof: IN_THE_INBOX, problem: null };
  return contact?.[channel] === undefined
    ? { ...begun, state: 'given-up', nextAt: null, sentAt: null, proof: null, problem: 'no-address' }
    : { ...begun, state: 'queued', nextAt: row.sentAt, sentAt: null, proof: null, problem: null };
}

/** Another unit's notice of the same words to the same is not ours to see; it was told all the same. */
async function sentBefore(client: Client, row: NewNotice): Promise<SentNotice> {
  const notice = await findSameNotice(client, row);
  if (notice === null) {
    const nothing = { readAt: null, readBy: null, answeredAt: null, answeredBy: null, answer: null };
    return { notice: { ...row, ...nothing }, deliveries: [], isRepeat: true };
  }
  return { notice, deliveries: await listDeliveries(client, [notice.id]), isRepeat: true };
}
