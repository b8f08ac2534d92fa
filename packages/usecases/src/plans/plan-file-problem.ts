/** Why a file is no plan that can be read: one code, one sentence each. */

const SENTENCES = {
  'missing-file': '找不到文件“{name}”，需要一个已有的 Word（.docx）或文本文件，请核对路径和文件名后再导入。',
  'is-directory': '“{name}”是文件夹，需要一个 Word（.docx）或文本文件，请指定文件夹里的那个文件。',
  'not-a-file': '“{name}”是管道或设备，需要一个普通文件，请先存成 Word（.docx）或文本文件再导入。',
  'unreadable-file': '没有权限读取文件“{name}”，需要可以读取的文件，请让文件所有者开放读取权限后再导入。',
  'read-failed': '读取文件“{name}”时磁盘或网络出错（{detail}），需要能完整读出的文件，请换一个位置存放后再导入。',
  'file-changed': '文件“{name}”在读取期间被改动，需要不再变化的文件，请等写入结束后重新导入。',
  'document-too-large': '文件有 {detail}，超出一份方案的上限（文件 32 MB、文字 40 万字），请只导入方案本身，不要带无关的附件。',
  'document-empty': '文件里没有任何文字，需要写有任务和责任单位的方案，请核对选错了没有，再导入有内容的文件。',
  'document-pictures-only': '文件里只有图片（{detail} 张），没有可以读取的文字，请导入方案的 Word 或文本原件，不要导入扫描件。',
  'document-legacy':
    '这是旧版 Office 文件（如 .doc、.wps）或设了打开密码的文件，需要 .docx，请在 Word 或 WPS 中打开、取消密码，另存为“Word 文档（*.docx）”后再导入。',
  'document-kind': '这是{detail}，需要 Word（.docx）或文本文件，请从起草单位取得方案的 Word 原件后再导入。',
  'document-damaged': '这份 Word 文档已损坏或没有传完整，请在 Word 或 WPS 中打开核对、另存为新的 .docx 文件，再导入新的文件。',
  'document-bomb':
    '文件不大，解开后却大得不合常理，疑似损坏或恶意文件，没有读取，请在 Word 或 WPS 中把文字复制到新文档后再导入。',
  'document-encoding': '文本既不是 UTF-8 也不是 GB18030 编码，或中间有损坏，请用记事本打开核对、另存为 UTF-8 后再导入。',
  'no-task':
    '文件里没有找到任何写明责任单位或完成时限的任务，不像是任务分工方案，请核对选错了没有；任务应写成“（牵头单位：…，责任单位：…，完成时限：…）”，或列成有“责任单位”一栏的表。',
} as const;

/** Every code a plan's file can be refused with. */
export const PLAN_FILE_CODES = Object.keys(SENTENCES) as readonly PlanFileCode[];
export type PlanFileCode = keyof typeof SENTENCES;

/** Why a file was refused. Nothing was taken over. */
export interface PlanFileProblem {
  readonly code: PlanFileCode;
  /** One Chinese sentence for the person who brought it. */
  readonly message: string;
}

/** Makes a problem with its sentence. */
export function planFileProblem(
  code: PlanFileCode,
  words: { readonly name?: string; readonly detail?: string } = {},
): PlanFileProblem {
  const message = SENTENCES[code].replaceAll('{name}', words.name ?? '').replaceAll('{detail}', words.detail ?? '');
  return { code, message };
}
