/** A receipt: what was sent, what became of it, problems by rule with an example and the remedy. */
import {
  CheckCircleOutlined,
  ExclamationCircleOutlined,
  FileExcelOutlined,
  InfoCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import type { components } from '../../api/index.ts';
import { download } from '../../api/index.ts';
import { Facts } from '../../parts/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { TroubleText } from '../../shell/states.tsx';
import { useBatchWords } from './words.ts';

type Receipt = components['schemas']['Receipt'];

const FIGURES = ['rows', 'accepted', 'changed', 'unchanged', 'rejected', 'waiting'] as const;

/** The whole receipt. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  const say = useBatchWords();
  const units = useUnits();
  const datasets = useDatasets();
  return (
    <div className="stack">
      {receipt.refusal !== null && (
        <Alert type="error" showIcon title={say('refused')} description={<span lang="zh-CN">{receipt.refusal.message}</span>} />
      )}
      {receipt.warnings.map(({ code, message }) => (
        <Alert key={code} type="warning" showIcon title={<span lang="zh-CN">{message}</span>} />
      ))}
      {receipt.state === 'received' ? <SoFar receipt={receipt} /> : <Figures receipt={receipt} />}
      <Facts
        facts={[
          [say('receiptNo'), receipt.receiptNo],
          [say('dataset'), datasets.nameOf(receipt.dataset)],
          [say('unit'), units.nameOf(receipt.unit)],
          [say('fileName'), receipt.fileName],
          [say('receivedAt'), sayInstant(receipt.receivedAt)],
          [say('finishedAt'), receipt.finishedAt === null ? null : sayInstant(receipt.finishedAt)],
          [say('speed'), speedOf(receipt)],
        ]}
      />
      {receipt.state === 'done' && <Problems receipt={receipt} />}
      {receipt.columnsNotRead.length > 0 && (
        <p className="soft">{say('notRead', { columns: receipt.columnsNotRead.join('、') })}</p>
      )}
      {receipt.checksNotRun.length > 0 && <p className="soft">{say('notRun', { checks: receipt.checksNotRun.join('、') })}</p>}
    </div>
  );
}

function SoFar({ receipt: { progress } }: { readonly receipt: Receipt }) {
  const say = useBatchWords();
  return (
    <p role="status" className="reading">
      {progress === null ? say('elsewhere') : say(progress.stage, sayProgress(progress))}
    </p>
  );
}

function sayProgress({ rows, elapsedMs }: NonNullable<Receipt['progress']>) {
  const speed = Math.round((rows / Math.max(1, elapsedMs)) * 1000);
  return {
    rows: rows.toLocaleString('en-US'),
    speed: speed.toLocaleString('en-US'),
    seconds: Math.round(elapsedMs / 1000),
  };
}

function speedOf({ rows, receivedAt, finishedAt }: Receipt): string | null {
  const seconds = finishedAt === null ? 0 : (Date.parse(finishedAt) - Date.parse(receivedAt)) / 1000;
  return seconds <= 0 ? null : Math.round(rows / seconds).toLocaleString('en-US');
}

function Figures({ receipt }: { readonly receipt: Receipt }) {
  const say = useBatchWords();
  return (
    <dl className="figures">
      {FIGURES.map((name) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd
            className={
              name === 'rejected' && receipt.rejected > 0 ? 'late' : name === 'waiting' && receipt.waiting > 0 ? 'soon' : ''
            }
          >
            {receipt[name].toLocaleString('en-US')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const SEVERITIES = {
  error: { Icon: ExclamationCircleOutlined, className: 'late' },
  confirm: { Icon: QuestionCircleOutlined, className: 'soon' },
  warning: { Icon: InfoCircleOutlined, className: 'soft' },
};

function Problems({ receipt }: { readonly receipt: Receipt }) {
  const say = useBatchWords();
  if (receipt.groups.length === 0)
    return (
      <p>
        <CheckCircleOutlined className="proven" aria-hidden /> {say('noIssues')}
      </p>
    );
  return (
    <section className="stack">
      <div className="row">
        <h2>{say('groups')}</h2>
        <span className="push" />
        <ResultButton id={receipt.batch} format="xlsx" />
        <ResultButton id={receipt.batch} format="csv" />
      </div>
      {receipt.groups.map(({ code, severity, count, firstRow, message, fix }) => {
        const { Icon, className } = SEVERITIES[severity];
        return (
          <article key={code + severity} className="problem">
            <p className={className}>
              <Icon aria-hidden /> {say(severity)} · {code} · <span className="strong">{count}×</span>
            </p>
            <p lang="zh-CN" className="reading">
              {message}
            </p>
            <p className="soft">
              {say('example', { row: firstRow })} · {say('fix')}：<span lang="zh-CN">{fix}</span>
            </p>
          </article>
        );
      })}
    </section>
  );
}

function ResultButton({ id, format }: { readonly id: string; readonly format: 'xlsx' | 'csv' }) {
  const say = useBatchWords();
  const { message } = App.useApp();
  const save = (): void => {
    download(`/api/v1/batches/${id}/result?format=${format}`).catch(
      (error: unknown) => void message.error(<TroubleText error={error} />),
    );
  };
  return (
    <Button type={format === 'xlsx' ? 'primary' : 'text'} icon={format === 'xlsx' ? <FileExcelOutlined /> : null} onClick={save}>
      {say(format === 'xlsx' ? 'workbook' : 'csv')}
    </Button>
  );
}
