export { claimDeliveries, insertDeliveries, listDeliveries, noteAttempt } from './deliveries.ts';
export type { Attempt, ClaimedDelivery, DeliveryRow, DeliveryState } from './deliveries.ts';
export { findNotice, findSameNotice, insertNotice, listNotices, markAnswered, markRead } from './notices.ts';
export type { NewNotice, NoticeFilter, NoticeRow } from './notices.ts';
