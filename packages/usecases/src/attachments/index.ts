export { attachFile } from './attach-file.ts';
export type { Attached, AttachmentView, NewAttachment } from './attach-file.ts';
export type { AttachmentCode, AttachmentProblem } from './problem.ts';
export { attachmentsOf, readAttachment, readAttachments } from './read-attachments.ts';
export type { ReadAttachment } from './read-attachments.ts';
