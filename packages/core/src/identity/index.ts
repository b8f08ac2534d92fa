export { DEFAULT_ACCOUNT_RULES, lockSeconds, LOGIN_FORM, passwordFault, sessionEnd } from './account-rules.ts';
export type { AccountRules, PasswordFault } from './account-rules.ts';
export { allows, mayApprove, personsOf } from './allows.ts';
export type { Holder, Persons } from './allows.ts';
export { areCompatible, isTransferable, RIGHTS, rightForm, rightsOf, ROLE_NAMES, ROLES, RIGHTS_OF_ROLES } from './rights.ts';
export type { Right, Role } from './rights.ts';
export { hadAHand, isSamePerson, loginsIn, shownName, signatureOf } from './same-person.ts';
export type { Approver, Signer } from './same-person.ts';
