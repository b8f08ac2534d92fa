/** How a unit is reached: `districts/<district>/contacts.yaml`. Addresses of offices, never of persons. */

/** Ways by which a notice goes out. Every notice lies in the inbox. */
export const NOTICE_CHANNELS = ['inbox', 'mail', 'sms'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** The addresses of one unit. */
export interface UnitContact {
  /** Its id. */
  readonly id: string;
  readonly mail?: string;
  /** Mobile number of the unit's duty telephone. */
  readonly sms?: string;
}
