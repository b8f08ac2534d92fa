export { SignInPage } from './sign-in-page.tsx';
export { actFor, sessionHeaders, signOut } from './session.ts';
export type { Role, Session } from './session.ts';
export { useSession } from './use-session.ts';
