/** Papers that speak for an answer or against it: pages of the register of numbers, decisions, notes of an inspection. */
import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { answerOf, api, download } from '../../api/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Loading, Trouble, TroubleText } from '../../shell/states.tsx';
import { AddFile } from '../add-file.tsx';
import type { Attachment } from '../add-file.tsx';
import { useAlarmWords } from './words.ts';

/** Those of one alarm, for saving; the unit and the credit office add to them. */
export function AlarmFiles({ alarm, mayAdd }: { readonly alarm: string; readonly mayAdd: boolean }) {
  const say = useAlarmWords();
  const queries = useQueryClient();
  const owner = { ownerKind: 'alarm', ownerId: alarm };
  const may = useMay();
  const { data, error, refetch } = useQuery({
    queryKey: ['attachments', alarm],
    queryFn: () => answerOf(api.GET('/api/v1/attachments', { params: { query: owner } })),
    enabled: may('attachment.read'),
  });
  if (!may('attachment.read')) return null;
  return (
    <section className="stack tight">
      <h2>{say('files')}</h2>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <p className="soft">{say('noFiles')}</p>
      ) : (
        <ul className="lines">
          {data.items.map((file) => (
            <OneFile key={file.id} file={file} />
          ))}
        </ul>
      )}
      {mayAdd && <AddFile owner={owner} sent={() => void queries.invalidateQueries({ queryKey: ['attachments', alarm] })} />}
    </section>
  );
}

function OneFile({ file: { id, fileName, unit, addedBy, addedAt } }: { readonly file: Attachment }) {
  const units = useUnits();
  const { message } = App.useApp();
  const save = (): void => {
    download(`/api/v1/attachments/${id}/content`).catch((error: unknown) => void message.error(<TroubleText error={error} />));
  };
  return (
    <li>
      <Button size="small" icon={<PaperClipOutlined />} onClick={save}>
        {fileName}
      </Button>
      <span className="soft">
        {units.nameOf(unit)} · {addedBy} · {sayInstant(addedAt)}
      </span>
    </li>
  );
}
