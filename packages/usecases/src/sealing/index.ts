export { changeKeyRing, keysFolderOf, loadKeyRing, openKeyRing } from './key-file.ts';
export type { KeyRingProblem, KeyRingProblemCode, OpenKeyRing } from './key-file.ts';
export { activeOf, keyRingFingerprint, makeKeyRing, rotateBlindKey, rotateSealKey, SEAL_ALGORITHMS } from './key-ring.ts';
export type { KeyRing, SealAlgorithm, SealKey } from './key-ring.ts';
export { isSealed, openSealer, Sealer } from './sealer.ts';
export type { BlindIndex, BlindPurpose, SealContext, SealingMaterial, UnsealProblem } from './sealer.ts';
