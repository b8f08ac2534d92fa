export { BasisTag } from './basis-tag.tsx';
export { ClockChip } from './clock-chip.tsx';
export { Facts } from './facts.tsx';
export { Note } from './note.tsx';
export { OnceShown } from './once-shown.tsx';
export { DetailDrawer } from './detail-drawer.tsx';
export { Rate } from './rate.tsx';
export { fillOf } from './rate-words.ts';
