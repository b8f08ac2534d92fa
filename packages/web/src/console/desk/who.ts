import type { Right } from '@xincheng/core/identity';

/** Whoever looks at the desk. */
export interface Who {
  readonly unit: string;
  readonly may: (right: Right) => boolean;
}
