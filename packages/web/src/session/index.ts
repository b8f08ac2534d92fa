export { PasswordFields } from './password-fields.tsx';
export type { GivenPasswords } from './password-fields.tsx';
export { PasswordPage } from './password-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
export { TotpPage } from './totp-page.tsx';
export { TotpSteps } from './totp-steps.tsx';
export { actFor, askDoor, changePassword, leave, sessionHeaders } from './session.ts';
export type { Session } from './session.ts';
export { useApprover, useDoor, useMay, useSession } from './use-session.ts';
