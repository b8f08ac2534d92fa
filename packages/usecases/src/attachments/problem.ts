/** Why a file is not attached or not given: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'not-your-unit': '您不能以“{unit}”的名义添加附件。请换用该单位的账号，或核对单位。',
  'attachments-not-set': '本区没有设定附件规则（attachments.yaml），不能添加附件。请管理员先设定。',
  'attachment-empty': '文件“{name}”是空的，没有保存。请核对后重新选择。',
  'attachment-too-large': '文件“{name}”有 {size}，超过上限 {most}，没有保存。请压缩图片或拆成几份后再传。',
  'attachment-no-name': '文件没有名称，没有保存。请给文件起一个看得懂的名称。',
  'attachment-name-too-long': '文件名有 {length} 个字，超过 {most} 个字，没有保存。请改短后再传。',
  'attachment-kind': '文件“{name}”的内容是{found}，不能作为附件，没有保存。可以用的有：{known}。',
  'attachment-damaged': '文件“{name}”已损坏或不完整（{found}），没有保存。请用原来的软件打开核对，另存后再传。',
  'attachment-encrypted': '文件“{name}”加了密码，无法检查，没有保存。请去掉密码后再传。',
  'attachment-active': '文件“{name}”含有{found}，可能有危险，没有保存。请另存为不含这些内容的文件，或打印成 PDF 后再传。',
  'attachment-bomb': '文件“{name}”展开后过大（{found}），没有保存。请另存后再传。',
  'attachment-infected': '文件“{name}”被病毒扫描拦下（{found}），没有保存。请清除病毒后再传，并通知管理员。',
  'no-such-attachment': '没有这个附件，或它不属于您的单位。请核对编号。',
  'attachment-file-lost': '附件“{name}”的文件打不开，可能已损坏或丢失。请把编号 {id} 告诉管理员，从备份恢复。',
} as const;

export type AttachmentCode = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export interface AttachmentProblem {
  readonly code: AttachmentCode;
  readonly message: string;
}

/** Makes a problem with its sentence. */
export function attachmentProblem(
  code: AttachmentCode,
  words: Readonly<Record<string, string | number>> = {},
): Result<never, AttachmentProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => String(words[word] ?? '')) });
}

/** What the content of a file gives away. `found` is put into the sentence. */
export interface ContentFault {
  readonly code: 'attachment-kind' | 'attachment-damaged' | 'attachment-encrypted' | 'attachment-active' | 'attachment-bomb';
  readonly found: string;
}

/** A fault of the content. */
export function contentFault(code: ContentFault['code'], found = ''): Result<never, ContentFault> {
  return err({ code, found });
}
