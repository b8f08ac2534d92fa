export { listKeys } from './list-keys.ts';
export type { KeyUse, ListedKey } from './list-keys.ts';
export { rotateKeys } from './rotate-keys.ts';
export type { Rotation, RotationOptions, RotationProgress, UnreadableValue } from './rotate-keys.ts';
