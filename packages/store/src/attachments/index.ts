export { findAttachment, findSameAttachment, insertAttachment, listAttachments } from './attachments.ts';
export type { AttachmentRow } from './attachments.ts';
