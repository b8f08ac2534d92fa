/** The frame around every page: head, menu, page. */
import { LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { App, Button, Drawer, Grid, Menu, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../api/index.ts';
import { actFor, leave, useMay, useSession } from '../session/index.ts';
import { useUnits } from '../reference/index.ts';
import { defineWords } from '../words/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { menuFor } from './menu.ts';
import { Preferences } from './preferences-bar.tsx';
import { ReachBanner } from './reach-banner.tsx';
import { Seal } from './seal.tsx';
import { TroubleText } from './states.tsx';

const useWords = defineWords('layout', {
  name: ['信城', 'Xincheng'],
  skip: ['跳到正文', 'Skip to the page'],
  menu: ['菜单', 'Menu'],
  demo: ['演示区 · 数据虚构', 'Demo · invented data'],
  acting: ['以谁的身份办理', 'Acting as'],
  inPlaceOf: ['代 {{name}} 办理', 'In the place of {{name}}'],
  leave: ['退出', 'Sign out'],
  work: ['办理', 'Work'],
  data: ['数据', 'Data'],
  watch: ['监测', 'Watch'],
  reference: ['依据', 'Reference'],
  desk: ['工作台', 'Desk'],
  intake: ['报送', 'Send in'],
  batches: ['批次', 'Batches'],
  records: ['记录', 'Records'],
  registers: ['台账', 'Registers'],
  indicators: ['指标', 'Indicators'],
  plans: ['作战图', 'Plan board'],
  matters: ['督办', 'Supervision'],
  notices: ['通知', 'Notices'],
  bulletins: ['通报', 'Bulletins'],
  catalog: ['目录与规则', 'Catalogue and rules'],
  audit: ['审计', 'Audit'],
  forwarding: ['上传市平台', 'To the city'],
  alarms: ['瞒报线索', 'Alarms'],
  accounts: ['单位与账号', 'Units and accounts'],
  account: ['我的账号', 'My account'],
});

/** Head, menu and the page of the address. */
export function Layout() {
  const say = useWords();
  const isWide = Grid.useBreakpoint().md ?? window.innerWidth >= 768;
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <div className={isWide ? 'shell' : 'shell shell-narrow'}>
      <a className="skip" href="#page">
        {say('skip')}
      </a>
      <ReachBanner />
      <header className="shell-head">
        {!isWide && <Button type="text" aria-label={say('menu')} icon={<MenuOutlined />} onClick={() => setMenuOpen(true)} />}
        <Seal size={28} />
        <span className="shell-name">{say('name')}</span>
        {isWide && <DemoMark />}
        <Acting />
        {isWide && <Preferences />}
        {isWide && <Leave />}
      </header>
      {isWide ? (
        <nav className="shell-side" aria-label={say('menu')}>
          <Pages />
        </nav>
      ) : (
        <Drawer
          open={isMenuOpen}
          placement="left"
          size={280}
          title={<h2>{say('menu')}</h2>}
          onClose={() => setMenuOpen(false)}
          footer={
            <div className="row">
              <Preferences />
              <span className="push" />
              <Leave />
            </div>
          }
        >
          <nav aria-label={say('menu')} onClick={() => setMenuOpen(false)}>
            <Pages />
          </nav>
        </Drawer>
      )}
      <main className="shell-main" id="page" tabIndex={-1}>
        <PageOfAddress />
      </main>
    </div>
  );
}

function PageOfAddress() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary key={pathname}>
      <Outlet />
    </ErrorBoundary>
  );
}

function Pages() {
  const say = useWords();
  const may = useMay();
  const { pathname } = useLocation();
  const groups = menuFor(may);
  const chosen = groups.flatMap(({ entries }) => entries).find(({ path }) => pathname.startsWith(path));
  const items = groups.map(({ word, entries }) => ({
    type: 'group' as const,
    label: say(word),
    children: entries.map((entry) => ({ key: entry.path, label: <Link to={entry.path}>{say(entry.word)}</Link> })),
  }));
  return (
    <Menu mode="inline" style={{ borderInlineEnd: 0 }} selectedKeys={chosen === undefined ? [] : [chosen.path]} items={items} />
  );
}

/** A demo district is always said to be one. */
function DemoMark() {
  const say = useWords();
  const health = useQuery({ queryKey: ['health'], queryFn: () => answerOf(api.GET('/api/v1/health')), staleTime: Infinity });
  return health.data?.isDemo === true ? <span className="demo-mark">{say('demo')}</span> : null;
}

/** Who is there; whoever stands in for somebody away can go on in that place. */
function Acting() {
  const say = useWords();
  const { message } = App.useApp();
  const { login, name, unit, actingFor, standsInFor } = useSession();
  const units = useUnits();
  const change = (next: string): void => {
    actFor(next === login ? null : next).catch((error: unknown) => void message.error(<TroubleText error={error} />));
  };
  if (standsInFor.length === 0)
    return (
      <div className="shell-acting">
        <Link to="/account" className="acting-name" title={`${say('account')} · ${login}`}>
          {name} <span className="soft">{units.nameOf(unit)}</span>
        </Link>
      </div>
    );
  return (
    <div className="shell-acting">
      <Select
        aria-label={say('acting')}
        variant="borderless"
        popupMatchSelectWidth={240}
        className="acting-choice"
        value={actingFor ?? login}
        options={[
          { value: login, label: name },
          ...standsInFor.map((away) => ({ value: away.login, label: say('inPlaceOf', { name: away.name }) })),
        ]}
        onChange={change}
      />
      <Link to="/account" title={say('account')} aria-label={say('account')}>
        <UserOutlined aria-hidden />
      </Link>
    </div>
  );
}

function Leave() {
  const say = useWords();
  const { message } = App.useApp();
  const go = (): void => {
    leave().catch((error: unknown) => void message.error(<TroubleText error={error} />));
  };
  return (
    <Button type="text" size="small" icon={<LogoutOutlined />} aria-label={say('leave')} title={say('leave')} onClick={go} />
  );
}
