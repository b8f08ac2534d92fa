export { identityOf, mayActFor } from './actor.ts';
export type { ActContext, Actor } from './actor.ts';
export { developmentActor, developmentToken, developmentTokenPath, isSameToken } from './development-token.ts';
