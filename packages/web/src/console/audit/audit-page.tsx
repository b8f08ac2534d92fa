/** Audit: who did what and looked at what, newest first, and the head of the chain. */
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { actWords } from '@xincheng/core/audit';
import { defineWords, labelIn, useLanguage } from '../../words/index.ts';
import type { Language } from '../../words/index.ts';

const useWords = defineWords('audit', {
  title: ['审计', 'Audit'],
  about: ['谁在何时做了什么、看了什么；只增不改，逐块相链', 'Who did and saw what, and when; only added to, and chained'],
  empty: ['没有符合条件的事件。', 'No event fits.'],
  at: ['时刻', 'At'],
  actor: ['办理人', 'Actor'],
  unit: ['单位', 'Unit'],
  act: ['行为', 'Act'],
  actId: ['行为代号', 'Id of the act'],
  object: ['对象', 'Object'],
  details: ['详情', 'Details'],
  head: ['链头', 'Head of the chain'],
  headHelp: ['抄录在别处，日后可用来核对', 'Copy it elsewhere; it can be held against the log later'],
  events: ['第 {{block}} 块，共 {{events}} 个事件', 'Block {{block}}, {{events}} events'],
});

type AuditEvent = components['schemas']['AuditEvent'];

const FILTERS = ['act', 'actor', 'objectId'] as const;

/** The log. */
export function AuditPage() {
  const say = useWords();
  const language = useLanguage();
  const { search, put } = useAddress();
  const filters = Object.fromEntries(
    FILTERS.flatMap((name): [string, string][] => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
  const list = useList(['audit', filters], (cursor, limit) =>
    answerOf(api.GET('/api/v1/audit', { params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }), limit } } })),
  );
  const opened = list.items.find(({ id }) => id === search['open']);
  const titles = { act: say('act'), actor: say('actor'), objectId: say('object') };
  return (
    <Page title={say('title')} about={say('about')}>
      <Head />
      <DataTable
        name="audit"
        title={say('title')}
        columns={useColumns()}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('empty')}
        filters={FILTERS.map((name) => (
          <Input.Search
            key={name}
            className="choice"
            aria-label={titles[name]}
            placeholder={titles[name]}
            allowClear
            defaultValue={search[name] ?? ''}
            onSearch={(text) => put({ [name]: text.trim() })}
          />
        ))}
      />
      <DetailDrawer
        title={opened === undefined ? '' : wordsOf(opened.act, language)}
        isOpen={opened !== undefined}
        close={() => put({ open: '' })}
      >
        {opened !== undefined && <Detail event={opened} />}
      </DetailDrawer>
    </Page>
  );
}

/** An act as people call it, else as it is written. */
function wordsOf(act: string, language: Language): string {
  const words = actWords(act);
  return words === null ? act : labelIn(language, words);
}

function useColumns(): readonly Column<AuditEvent>[] {
  const say = useWords();
  const language = useLanguage();
  const units = useUnits();
  return [
    { id: 'at', title: say('at'), width: 150, text: ({ at }) => sayInstant(at) },
    { id: 'actor', title: say('actor'), width: 140, text: ({ actor }) => actor },
    { id: 'unit', title: say('unit'), width: 200, text: ({ unit }) => (unit === null ? '—' : units.nameOf(unit)) },
    { id: 'act', title: say('act'), width: 180, text: ({ act }) => wordsOf(act, language) },
    { id: 'actId', title: say('actId'), width: 180, text: ({ act }) => act, isExtra: true },
    { id: 'object', title: say('object'), width: 380, text: ({ objectKind, objectId }) => `${objectKind} ${objectId}` },
  ];
}

function Detail({ event }: { readonly event: AuditEvent }) {
  const say = useWords();
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('at'), sayInstant(event.at)],
          [say('actor'), event.actor],
          [say('unit'), event.unit],
          [say('object'), `${event.objectKind} ${event.objectId}`],
        ]}
      />
      <h3>{say('details')}</h3>
      <Facts
        facts={Object.entries(event.details).map(
          ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
        )}
      />
    </div>
  );
}

function Head() {
  const say = useWords();
  const { data } = useQuery({ queryKey: ['audit-head'], queryFn: () => answerOf(api.GET('/api/v1/audit/head')) });
  if (data?.head === undefined || data.head === null) return null;
  const { block, events, hash, sealedAt } = data.head;
  return (
    <p className="small soft audit-head">
      {say('head')} · {say('events', { block, events })} · {sayInstant(sealedAt)} · <code>{hash}</code> · {say('headHelp')}
    </p>
  );
}
