/** What can be wrong with an audit log: a closed set, each with its sentence. */

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'event-changed': '事件 {event}{where}的内容与登记时不同：有人改过这一行。',
  'event-removed': '事件 {event}{where}已封存，而审计日志里没有这一行：有人删过它。',
  'event-moved': '事件 {event}{where}不在封存时的位置：有人调换过次序。',
  'event-twice': '事件 {event} 出现在两处：有人改过区块。',
  'event-outside': '事件 {event} 既不在任何区块里，也不在待封存之列：不是平台写入的，或有人动过区块。',
  'event-lost': '事件 {event} 待封存，而审计日志里没有这一行：有人在封存前删过它。',
  'block-changed': '第 {block} 个区块的内容与它的哈希不符：有人改过这一区块。',
  'block-missing': '缺少第 {block} 个区块：有人删过区块。',
  'chain-broken': '第 {block} 个区块接不上前一个：有人改过、删过或调换过区块。',
  'head-missing': '曾经登记的链头 {hash}{where}不在现有的链上：链尾被截断、整条链被重做，或这不是同一个库。',
} as const;

export type AuditFaultCode = keyof typeof SENTENCES;

export interface AuditFault {
  readonly code: AuditFaultCode;
  readonly message: string;
  readonly block: number | null;
  /** Place in the block, from 1. */
  readonly place: number | null;
  readonly event: string | null;
}

/** Makes a fault with its sentence. */
export function auditFault(
  code: AuditFaultCode,
  {
    block = null,
    place = null,
    event = null,
    hash = '',
  }: Partial<Omit<AuditFault, 'code' | 'message'>> & { readonly hash?: string },
): AuditFault {
  const where = block === null ? '' : `（第 ${String(block)} 个区块${place === null ? '' : `第 ${String(place)} 位`}）`;
  const words: Readonly<Record<string, string>> = { event: event ?? '', block: String(block ?? ''), hash, where };
  const message = SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '');
  return { code, message, block, place, event };
}
