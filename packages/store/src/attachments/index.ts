export { findAttachment, insertAttachment, listAttachments } from './attachments.ts';
export type { AttachmentRow } from './attachments.ts';
