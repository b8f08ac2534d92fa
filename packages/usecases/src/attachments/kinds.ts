/** The kinds of attachments: what they are called, under which ending and media type they are given back. */
import type { AttachmentKind } from '@xincheng/core/standards';

interface KindFacts {
  readonly name: string;
  /** The first is put behind a name that has none of them. */
  readonly endings: readonly string[];
  readonly mediaType: string;
}

/** By kind. */
export const KIND_FACTS: Readonly<Record<AttachmentKind, KindFacts>> = {
  pdf: { name: 'PDF', endings: ['pdf'], mediaType: 'application/pdf' },
  png: { name: 'PNG 图片', endings: ['png'], mediaType: 'image/png' },
  jpeg: { name: 'JPEG 图片', endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  docx: {
    name: 'Word 文档（.docx）',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    name: 'Excel 工作簿（.xlsx）',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  ofd: { name: 'OFD', endings: ['ofd'], mediaType: 'application/ofd' },
  text: { name: '文本（.txt、.csv）', endings: ['txt', 'csv'], mediaType: 'text/plain' },
};
