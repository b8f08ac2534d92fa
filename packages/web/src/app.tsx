/** Providers around the pages: theme, words, questions to the service, addresses. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { ApiProblem } from './api/index.ts';
import { router } from './router.tsx';
import { SignInPage, useSession } from './session/index.ts';
import { nonce } from './shell/nonce.ts';
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
  const session = useSession();
  const unit = session?.unit ?? null;
  const isIn = session !== null;
  // What one may see hangs on who one is.
  useEffect(() => () => queries.clear(), [unit, isIn]);
  return isIn ? <RouterProvider key={unit ?? ''} router={router} /> : <SignInPage />;
}
