export {
  USCC_KINDS,
  USCC_PLACEHOLDER,
  isUscc,
  organisationCodeOf,
  organisationPartHolds,
  subjectKindOfUscc,
  usccCheckChar,
  usccFrom,
  usccKind,
  usccProblem,
} from './uscc.ts';
export type { UsccKind, UsccProblem } from './uscc.ts';
export { isOrganisationCode, organisationCheckChar, organisationCodeFrom, organisationCodeProblem } from './organisation-code.ts';
export type { OrganisationCodeProblem } from './organisation-code.ts';
export { CITIZEN_ID_PROBLEMS, citizenIdCheckChar, citizenIdFrom, citizenIdProblem, isCitizenId } from './citizen-id.ts';
export type { CitizenIdProblem } from './citizen-id.ts';
export { REGISTRATION_NO_PROBLEMS, isRegistrationNo, registrationNoFrom, registrationNoProblem } from './registration-no.ts';
export type { RegistrationNoProblem } from './registration-no.ts';
