/** A way out of the house. What goes by it says what lies where, and never what it says: mail and SMS pass through other hands. */
import type { Result } from '@xincheng/core/result';

/** What goes out: one recipient, words without anything personal. */
export interface OutgoingNotice {
  readonly noticeId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

/**
 * Why a message did not go out. `again`: later perhaps; `final`: never to this recipient; `unsure`: the other side has it or not, nobody
 * knows.
 */
export interface TransportFailure {
  readonly kind: 'again' | 'final' | 'unsure';
  readonly reason: string;
}

/** Sends one message; what the other side answered is the proof. */
export interface NoticeTransport {
  readonly send: (message: OutgoingNotice) => Promise<Result<string, TransportFailure>>;
}
