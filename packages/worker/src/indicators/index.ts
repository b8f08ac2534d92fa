export { startNumberKeeper } from './number-keeper.ts';
export type { KeeperOptions, NumberKeeper } from './number-keeper.ts';
