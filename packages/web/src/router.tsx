/** Addresses of the console. Each page comes as a file of its own when it is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { RouteComponent } from '@tanstack/react-router';
import { Layout } from './shell/layout.tsx';
import { Loading } from './shell/states.tsx';
import { LostPage } from './shell/lost-page.tsx';
import type { PagePath } from './shell/menu.ts';

/** What an address may carry behind its path: filters and the opened row, all plain text. */
export type Search = Readonly<Record<string, string | undefined>>;

const root = createRootRoute({ component: Layout, notFoundComponent: LostPage });

function page<const P extends PagePath>(path: P, component: RouteComponent) {
  return createRoute({ getParentRoute: () => root, path, component, pendingComponent: Loading, validateSearch: plainTexts });
}

/** Numbers and true come back from an address as such; every page wants the text. */
function plainTexts(search: Readonly<Record<string, unknown>>): Search {
  const entries = Object.entries(search).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router takes a redirect as something thrown.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/desk' });
  },
});

const pages = [
  start,
  page(
    '/desk',
    lazyRouteComponent(() => import('./console/desk/desk-page.tsx'), 'DeskPage'),
  ),
  page(
    '/intake',
    lazyRouteComponent(() => import('./console/intake/intake-page.tsx'), 'IntakePage'),
  ),
  page(
    '/batches',
    lazyRouteComponent(() => import('./console/batches/batches-page.tsx'), 'BatchesPage'),
  ),
  page(
    '/records',
    lazyRouteComponent(() => import('./console/records/records-page.tsx'), 'RecordsPage'),
  ),
  page(
    '/registers',
    lazyRouteComponent(() => import('./console/registers/registers-page.tsx'), 'RegistersPage'),
  ),
  page(
    '/indicators',
    lazyRouteComponent(() => import('./console/indicators/indicators-page.tsx'), 'IndicatorsPage'),
  ),
  page(
    '/plans',
    lazyRouteComponent(() => import('./console/plans/plans-page.tsx'), 'PlansPage'),
  ),
  page(
    '/plans/import',
    lazyRouteComponent(() => import('./console/plan-drafts/import-page.tsx'), 'ImportPage'),
  ),
  page(
    '/matters',
    lazyRouteComponent(() => import('./console/matters/matters-page.tsx'), 'MattersPage'),
  ),
  page(
    '/notices',
    lazyRouteComponent(() => import('./console/notices/notices-page.tsx'), 'NoticesPage'),
  ),
  page(
    '/bulletins',
    lazyRouteComponent(() => import('./console/bulletins/bulletins-page.tsx'), 'BulletinsPage'),
  ),
  page(
    '/catalog',
    lazyRouteComponent(() => import('./console/catalog/catalog-page.tsx'), 'CatalogPage'),
  ),
  page(
    '/forwarding',
    lazyRouteComponent(() => import('./console/forwarding/forwarding-page.tsx'), 'ForwardingPage'),
  ),
  page(
    '/alarms',
    lazyRouteComponent(() => import('./console/alarms/alarms-page.tsx'), 'AlarmsPage'),
  ),
  page(
    '/accounts',
    lazyRouteComponent(() => import('./console/accounts/accounts-page.tsx'), 'AccountsPage'),
  ),
  page(
    '/account',
    lazyRouteComponent(() => import('./console/account/account-page.tsx'), 'AccountPage'),
  ),
  page(
    '/audit',
    lazyRouteComponent(() => import('./console/audit/audit-page.tsx'), 'AuditPage'),
  ),
];

export const router = createRouter({ routeTree: root.addChildren(pages), basepath: '/console', defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
