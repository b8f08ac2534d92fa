<<<<<<< HEAD
export { findAttachment, findSameAttachment, insertAttachment, listAttachments } from './attachments.ts';
=======
export { findAttachment, insertAttachment, listAttachments, showAttachments } from './attachments.ts';
>>>>>>> h-rest
export type { AttachmentRow } from './attachments.ts';
