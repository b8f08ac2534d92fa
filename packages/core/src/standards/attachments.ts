/** What may be attached: `districts/<district>/attachments.yaml`. */
import type { Certainty, Citation } from './types.ts';

/** Kinds of files that are taken, told from their content. */
export const ATTACHMENT_KINDS = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd', 'text'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** The district's rules for files. */
export interface AttachmentRules {
  readonly mostBytes: number;
  readonly kinds: readonly AttachmentKind[];
  /** How long a file is kept. */
  readonly keepYears: number;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
}
