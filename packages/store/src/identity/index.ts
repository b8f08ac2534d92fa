export {
  countAdministrators,
  findAccount,
  findAccountByLogin,
  hasAccounts,
  insertAccount,
  listAccounts,
  updateAccount,
} from './accounts.ts';
export type { AccountFilter, AccountRow } from './accounts.ts';
export {
  findApiClient,
  findApiClientByToken,
  insertApiClient,
  listApiClients,
  revokeApiClient,
  touchApiClient,
} from './clients.ts';
export type { ApiClientRow } from './clients.ts';
export {
  clearAttempts,
  confirmTotp,
  countAttempt,
  endLinks,
  findCredential,
  findLinked,
  listSealedSecrets,
  lockedUntil,
  replaceSealedSecret,
  saveLink,
  savePassword,
  saveRecoveryCodes,
  saveTotp,
  takeAttemptBack,
  useRecoveryCode,
  useTotpStep,
} from './credentials.ts';
export type { CredentialRow } from './credentials.ts';
export { endDelegation, findDelegation, insertDelegation, listDelegations } from './delegations.ts';
export type { DelegationRow, NamedDelegation } from './delegations.ts';
export {
  endOwnSession,
  endSession,
  endSessions,
  findSession,
  forgetSessions,
  insertSession,
  listSessions,
  touchSession,
} from './sessions.ts';
export type { OwnSessionRow, SessionMethod, SessionRow } from './sessions.ts';
