export { findAttachment, findSameAttachment, insertAttachment, listAttachments, showAttachments } from './attachments.ts';
export type { AttachmentRow, NewAttachmentRow } from './attachments.ts';
