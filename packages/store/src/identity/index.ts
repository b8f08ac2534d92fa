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
export { endSession, endSessions, findSession, forgetSessions, insertSession, touchSession } from './sessions.ts';
export type { SessionMethod, SessionRow } from './sessions.ts';
