/** Providers around the pages: theme, words, questions to the service, addresses. */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { ApiProblem, Unreachable } from './api/index.ts';
import { router } from './router.tsx';
import { askDoor, PasswordPage, SignInPage, TotpPage, useDoor } from './session/index.ts';
import { nonce } from './shell/nonce.ts';
import { Loading, Trouble } from './shell/states.tsx';
import { useShade } from './shell/shade.ts';
import { themeOf } from './theme.ts';
import { useLanguage } from './words/index.ts';

const queries = new QueryClient({
  defaultOptions: {
    // A refusal stays a refusal; a line that broke is asked again once the service is back.
    queries: {
      retry: (count, error) => !(error instanceof ApiProblem) && count < 5,
      retryDelay: 200,
      staleTime: 15_000,
      refetchOnWindowFocus: false,
    },
    // An act is never repeated behind a person's back.
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** All of the console. */
export function App() {
  const shade = useShade();
  const language = useLanguage();
  return (
    <ConfigProvider
      theme={themeOf(shade)}
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp className="app">
        <QueryClientProvider client={queries}>
          <Inside />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

function Inside() {
  const door = useDoor();
  const session = door.state === 'open' ? door.session : null;
  const who = session === null ? null : `${session.login}:${session.actingFor ?? ''}`;
  // What one may see hangs on who one is.
  useEffect(() => () => queries.clear(), [who]);
  if (door.state === 'asking') return <Asking />;
  if (door.state === 'closed') return <SignInPage why={door.why} hasProvider={door.hasProvider} />;
  if (door.session.mustChangePassword) return <PasswordPage login={door.session.login} />;
  if (door.session.mustAddTotp) return <TotpPage />;
  return <RouterProvider key={who} router={router} />;
}

/** Asks who is there, again and again while the service does not answer. */
function Asking() {
  const { failureCount } = useQuery({
    queryKey: ['door'],
    queryFn: async () => {
      await askDoor();
      return true;
    },
    retry: true,
    retryDelay: 1000,
    gcTime: 0,
  });
  return failureCount === 0 ? <Loading /> : <Trouble error={new Unreachable()} />;
}
