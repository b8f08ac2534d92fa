/** The form itself: a draft that is kept, checked on every key by the rules of the service, and sent. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Issue } from '@xincheng/core/intake';
import type { components } from '../../api/index.ts';
import { answerOf, api, ApiProblem } from '../../api/index.ts';
import { useRowRules, useRulesOf } from '../../rules/index.ts';
import { Loading, TroubleText } from '../../shell/states.tsx';
import { ReceiptView } from '../batches/receipt-view.tsx';
import { ChildRows, numbersIn } from './child-rows.tsx';
import { Conflict } from './conflict.tsx';
import { dropDraft, keepDraft, keptDraft, over, placeOf } from './draft.ts';
import type { Cells, Draft, Row } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import { fieldsFor, kindOf, toPush, withInherited } from './form-fields.ts';
import { useRegisterWords } from './words.ts';

type DatasetForm = components['schemas']['DatasetForm'];

interface Props {
  readonly form: DatasetForm;
  /** Forms of what hangs on the record. */
  readonly forms: readonly DatasetForm[];
  readonly unit: string;
  /** What the form begins with: a blank row, or the record as it is held. */
  readonly start: Draft;
  /** The record that is corrected. */
  readonly record: string | null;
}

/** Draft, checks, sending, and what to do when somebody was quicker. */
export function Entry({ form, forms, unit, start, record }: Props) {
  const { draft, put, forget } = useDraft([form, ...forms], placeOf(form.id, unit, record), start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const issuesOf = useIssues(form, forms, unit, start, draft);
  const held = record === null ? null : start;
  const push = useSending({ form, unit, record: () => toPush(form, forms, held, draft), sent: forget });
  if (issuesOf === null) return <Loading />;
  if (push.data !== undefined)
    return [push.data.receipt, ...push.data.children].map((receipt) => <ReceiptView key={receipt.batch} receipt={receipt} />);
  const { base } = draft.row;
  if (push.error instanceof ApiProblem && push.error.code === 'changed-meanwhile' && base !== null)
    return (
      <Conflict
        problem={push.error}
        form={form}
        base={base}
        mine={draft.row.cells}
        settle={(cells, next) => {
          put({ ...draft, row: { ...draft.row, cells, base: next } });
          push.reset();
        }}
      />
    );
  const change = (cells: Cells): void => {
    setTouched(new Set([...touched, ...Object.keys(cells)]));
    put({ ...draft, row: { ...draft.row, cells: { ...draft.row.cells, ...cells } } });
  };
  const clear = (): void => {
    put(start);
    forget();
    setTouched(new Set());
  };
  return (
    <>
      <Fields form={form} row={draft.row} issues={issuesOf(form.id, draft.row)} touched={touched} change={change} />
      {forms.map((child) => (
        <ChildRows
          key={child.id}
          form={child}
          parent={form}
          rows={draft.children[child.id] ?? []}
          put={(rows) => put({ ...draft, children: { ...draft.children, [child.id]: rows } })}
          issuesOf={(row) => issuesOf(child.id, row)}
          numbersOf={(dataset) => numbersOfChildren(forms, draft, dataset)}
        />
      ))}
      <Foot
        errors={allErrors(forms, draft, issuesOf, form.id)}
        isBusy={push.isPending}
        isCorrection={record !== null}
        send={() => push.mutate()}
        clear={clear}
      />
    </>
  );
}

/** A draft that is kept as it changes. */
function useDraft(forms: readonly DatasetForm[], place: string, start: Draft) {
  const [draft, setDraft] = useState<Draft>(() => over(start, keptDraft(place)));
  const put = (next: Draft): void => {
    setDraft(next);
    keepDraft(place, forms, next);
  };
  return { draft, put, forget: () => dropDraft(place) };
}

type IssuesOf = (dataset: string, row: Row) => readonly Issue[];

/** What is wrong with a row, as the service would say; null until all rules have been read. What is masked was checked when it came. */
function useIssues(form: DatasetForm, forms: readonly DatasetForm[], unit: string, start: Draft, draft: Draft): IssuesOf | null {
  const own = useRowRules(form.id, unit);
  const below = useRulesOf(
    forms.map(({ id }) => id),
    unit,
  );
  return useMemo(() => {
    if (own === null || below === null) return null;
    const heldRows = new Map([start.row, ...Object.values(start.children).flat()].map((row) => [row.key, row] as const));
    return (dataset, row) => {
      const child = forms.find(({ id }) => id === dataset);
      const cells = child === undefined ? row.cells : withInherited(child, draft.row.cells, row.cells);
      const issues = (child === undefined ? own : below.get(dataset))?.check(cells, 1) ?? [];
      const masked = maskedCodes(child ?? form, heldRows.get(row.key), row);
      return issues.filter(({ column }) => column === null || !masked.has(column));
    };
  }, [own, below, form, forms, start, draft.row.cells]);
}

function maskedCodes({ fields }: DatasetForm, held: Row | undefined, { cells, base }: Row): ReadonlySet<string> {
  if (base === null || held === undefined) return new Set();
  const untouched = fields.filter(({ code, isSensitive }) => isSensitive && cells[code] === held.cells[code]);
  return new Set(untouched.map(({ code }) => code));
}

function allErrors(forms: readonly DatasetForm[], draft: Draft, issuesOf: IssuesOf, own: string): number {
  const below = forms.flatMap(({ id }) => (draft.children[id] ?? []).flatMap((row) => issuesOf(id, row)));
  return [...issuesOf(own, draft.row), ...below].filter(({ severity }) => severity === 'error').length;
}

function numbersOfChildren(forms: readonly DatasetForm[], draft: Draft, dataset: string): readonly string[] | undefined {
  const form = forms.find(({ id }) => id === dataset);
  return form === undefined ? undefined : numbersIn(form, draft.children[dataset] ?? []);
}

interface Sending {
  readonly form: DatasetForm;
  readonly unit: string;
  readonly record: () => ReturnType<typeof toPush>;
  readonly sent: () => void;
}

/** One key as long as the content is the same: sent again after a broken line it is the same act. */
function useSending({ form, unit, record, sent }: Sending) {
  const say = useRegisterWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const last = useRef({ text: '', key: '' });
  return useMutation({
    mutationFn: () => {
      const body = { dataset: form.id, unit, records: [record()] };
      const text = JSON.stringify(body);
      if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
      const header = { 'idempotency-key': last.current.key };
      // Cells of any field, which the description cannot name one by one.
      return answerOf(api.POST('/api/v1/batches', { params: { header }, body: body as never }));
    },
    onSuccess: ({ receipt, children }) => {
      void message.success(say('sent', { receipt: receipt.receiptNo }));
      if ([receipt, ...children].every(({ rejected }) => rejected === 0)) sent();
      void queries.invalidateQueries();
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem && error.code === 'changed-meanwhile')) void message.error(<TroubleText error={error} />);
    },
  });
}

interface FieldsProps {
  readonly form: DatasetForm;
  readonly row: Row;
  readonly issues: readonly Issue[];
  readonly touched: ReadonlySet<string>;
  readonly change: (cells: Cells) => void;
}

function Fields({ form, row, issues, touched, change }: FieldsProps) {
  const say = useRegisterWords();
  return (
    <>
      <p className="small soft">{say('kept')}</p>
      <div className="form-grid">
        {fieldsFor(form, row.cells).map((field) => (
          <FieldInput
            key={field.code}
            field={field}
            fields={form.fields}
            kind={kindOf(form, row.cells)}
            value={row.cells[field.code] ?? ''}
            put={change}
            issues={touched.has(field.code) ? issues.filter(({ column }) => column === field.code) : []}
          />
        ))}
      </div>
      {issues
        .filter(({ column }) => column === null)
        .map(({ code, message, fix }) => (
          <Alert key={code} type="warning" showIcon title={say('whole')} description={`${message} ${fix}`} />
        ))}
    </>
  );
}

interface FootProps {
  readonly errors: number;
  readonly isBusy: boolean;
  readonly isCorrection: boolean;
  readonly send: () => void;
  readonly clear: () => void;
}

function Foot({ errors, isBusy, isCorrection, send, clear }: FootProps) {
  const say = useRegisterWords();
  return (
    <div className="row form-foot">
      <Button type="primary" disabled={errors > 0} loading={isBusy} onClick={send}>
        {say(isCorrection ? 'sendVersion' : 'send')}
      </Button>
      <Button onClick={clear}>{say(isCorrection ? 'asHeld' : 'clear')}</Button>
      <span className={errors > 0 ? 'late' : 'proven'} role="status">
        {errors > 0 ? say('problems', { count: errors }) : say('clean')}
      </span>
    </div>
  );
}
