export { findAttachment, findSameAttachment, insertAttachment, listAttachments, showAttachments } from './attachments.ts';
export type { AttachmentRow } from './attachments.ts';
