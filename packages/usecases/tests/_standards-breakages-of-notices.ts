/** Breakages of notices, of the addresses they go to, and of the rules for attachments. */
import { SOUND } from './_standards-pack.ts';
import type { Breakage } from './_standards-swap.ts';

const NOTICE = 'standards/notices/reminder.yaml';
const CONTACTS = 'district/contacts.yaml';
const ATTACHMENTS = 'district/attachments.yaml';

const FILES: Readonly<Record<string, string>> = {
  [NOTICE]: `id: reminder
name: { zh: 催办, en: Reminder }
basis:
  - { instrument: law-1 }
certainty: known
title: 催办：{task}
placeholders: [task]
channels: [inbox, mail]
paragraphs:
  - text: 请办理{task}。
regimes: []
`,
  [CONTACTS]: `- id: t-a
  mail: office@example.cn
- id: t-b
  sms: "13800000000"
`,
  [ATTACHMENTS]: `mostBytes: 1000
kinds: [pdf]
keepYears: 10
basis:
  - { instrument: law-1 }
certainty: choice
`,
};

/** The sound pack with a notice that is sent, addresses and rules for attachments. */
export const WITH_NOTICES = { ...SOUND, ...FILES };

function broken(name: string, code: Breakage['code'], file: string, [from, to, at]: readonly [string, string, string]): Breakage {
  const text = FILES[file] ?? '';
  if (text.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { name, code, files: { ...WITH_NOTICES, [file]: text.replace(from, () => to) }, file, at };
}

export const BREAKAGES_OF_NOTICES: readonly Breakage[] = [
  broken('a title with a word nobody fills', 'unknown-placeholder', NOTICE, ['催办：{task}', '催办：{what}', 'title:']),
  broken('a paragraph with a word nobody fills', 'unknown-placeholder', NOTICE, ['办理{task}', '办理{what}', 'text:']),
  broken('a way out that is none', 'wrong-value', NOTICE, ['inbox, mail', 'inbox, fax', 'channels:']),
  broken('an address of a unit that is none', 'unknown-unit', CONTACTS, ['t-b', 't-c', 't-c']),
  broken('a unit listed without an address', 'no-address', CONTACTS, [
    'id: t-a\n  mail: office@example.cn',
    'id: t-a',
    'id: t-a',
  ]),
  broken('an address with a name', 'wrong-value', CONTACTS, ['office@example.cn', '"张三 <a@example.cn>"', 'mail:']),
  broken('an address with a second line', 'wrong-value', CONTACTS, [
    'office@example.cn',
    '"a@example.cn\\nBcc: b@example.cn"',
    'mail:',
  ]),
  broken('a kind of file nobody can tell', 'wrong-value', ATTACHMENTS, ['[pdf]', '[exe]', 'kinds:']),
  broken('rules for attachments by an unknown instrument', 'unknown-instrument', ATTACHMENTS, ['law-1', 'law-9', 'law-9']),
];
