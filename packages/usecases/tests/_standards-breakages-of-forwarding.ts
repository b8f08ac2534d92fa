/** Breakages of a template of forwarding. */
import { SOUND } from './_standards-pack.ts';
import type { PackText } from './_standards-pack.ts';
import { LICENCE, textOf } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const FORWARDING = 'district/forwarding/licence.yaml';

const TEMPLATE = `id: licence
version: "1"
platform: { zh: 市平台, en: City platform }
basis:
  - { instrument: law-1, clause: 第二条 }
certainty: uncertain
kinds: [legal]
file: { format: csv, encoding: gb18030, name: "{number}.csv", mostRows: 100 }
days: slash
amounts: wan-yuan
joinedBy: ";"
operations: { add: 新增, change: 修改, withdraw: 撤销 }
columns:
  - { header: 操作, own: operation }
  - { header: 名称, field: NAME }
answers:
  - id: receipt
    name: { zh: 回执, en: Receipt }
    columns: { batch: [批次号], row: [行号], state: [状态] }
    accepted: [成功]
    refused: [失败]
    unnamed: not-allowed
`;

/** The sound pack with a sound template. */
export function withTemplate(from = '', to = ''): PackText {
  const text = TEMPLATE.replace('NAME', firstField());
  if (from !== '' && text.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { ...SOUND, [FORWARDING]: text.replace(from, () => to) };
}

function firstField(): string {
  return /- code: (\S+)/u.exec(textOf(SOUND, LICENCE))?.[1] ?? '';
}

function broken(name: string, code: Breakage['code'], from: string, to: string, at: string): Breakage {
  return { name, code, files: withTemplate(from, to), file: FORWARDING, at };
}

const PRIVATE = { ...withTemplate(), [LICENCE]: textOf(SOUND, LICENCE).replace('sharing: shared', 'sharing: private') };

export const BREAKAGES_OF_FORWARDING: readonly Breakage[] = [
  { name: 'a template of a dataset kept private', code: 'not-shared', files: PRIVATE, file: FORWARDING, at: 'id: licence' },
  broken('a template of another instrument', 'unknown-instrument', 'law-1', 'law-9', 'law-9'),
  broken('persons without a basis', 'natural-basis', 'kinds: [legal]', 'kinds: [legal, natural]', 'kinds:'),
  broken('a column without content', 'forward-column', `, field: ${firstField()}`, '', 'header: 名称'),
  broken(
    'a column of two contents',
    'forward-column',
    `field: ${firstField()}`,
    `field: ${firstField()}, constant: x`,
    'header: 名称',
  ),
  broken('no column of the operation', 'forward-column', 'own: operation', 'own: row', 'header: 操作'),
  broken('a column of no field', 'unknown-field', `field: ${firstField()}`, 'field: NOTHING', 'field: NOTHING'),
  broken('a column twice', 'duplicate-column', 'header: 名称', 'header: 操作', '{ header: 操作, field'),
  broken('an answer that names no row', 'answer-form', 'row: [行号], ', '', 'columns: { batch'),
  broken('a word for both', 'answer-form', 'refused: [失败]', 'refused: [成功]', 'refused:'),
  broken('words without a column', 'answer-form', ', state: [状态]', '', 'columns: { batch'),
];
