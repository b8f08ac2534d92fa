export { startNoticeDelivery } from './notice-delivery.ts';
export type { DeliveryOptions, NoticeDelivery } from './notice-delivery.ts';
