/** A draft side by side: left the text as read with its places, right what was understood, to be put right. */
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Facts } from '../../parts/index.ts';
import { sayInstant } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DraftEnding } from './draft-ending.tsx';
import { DraftTaskView } from './draft-task.tsx';
import { isOpenPiece, piecesOf } from './pieces.ts';
import type { Piece, PlanDraft } from './pieces.ts';
import { Settle, UnreadView } from './settle.tsx';
import { useDraftWords } from './words.ts';

/** What is chosen to be settled together is kept until it is. */
export function DraftView({ draft }: { readonly draft: PlanDraft }) {
  const say = useDraftWords();
  const may = useMay();
  const { search, put } = useAddress();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const onlyOpen = search['todo'] !== undefined;
  const pieces = piecesOf(draft).filter((piece) => !onlyOpen || isOpenPiece(piece, draft));
  const left = draft.unread.filter(({ settledAs }) => settledAs === null).map(({ ordinal }) => ordinal);
  const canMend = may('plan.import');
  const choose = (ordinal: number): void =>
    setChosen(chosen.includes(ordinal) ? chosen.filter((one) => one !== ordinal) : [...chosen, ordinal]);
  return (
    <div className="stack">
      <Head draft={draft} left={left.length} />
      <DraftEnding draft={draft} isBlocked={left.length > 0 || draft.unknownUnits.length > 0} />
      <div className="table-bar">
        <Checkbox checked={onlyOpen} onChange={({ target }) => put({ todo: target.checked ? '1' : '' })}>
          {say('onlyOpen')}
        </Checkbox>
        {canMend && left.length > 0 && (
          <Checkbox
            checked={chosen.length === left.length}
            indeterminate={chosen.length > 0 && chosen.length < left.length}
            onChange={({ target }) => setChosen(target.checked ? left : [])}
          >
            {say('chooseAll')}
          </Checkbox>
        )}
      </div>
      {canMend && chosen.length > 0 && <Settle id={draft.id} chosen={chosen} done={() => setChosen([])} />}
      {pieces.length === 0 ? <p className="soft">{say('nothingOpen')}</p> : null}
      <div className="beside beside-head" aria-hidden>
        <strong>{say('text')}</strong>
        <strong>{say('understood')}</strong>
      </div>
      {pieces.map((piece) => (
        <Beside
          key={keyOf(piece)}
          piece={piece}
          draft={draft}
          canMend={canMend}
          isChosen={piece.kind === 'unread' && chosen.includes(piece.unread.ordinal)}
          choose={choose}
        />
      ))}
    </div>
  );
}

function keyOf(piece: Piece): string {
  if (piece.kind === 'task') return `task ${piece.task.number} ${String(piece.line)}`;
  if (piece.kind === 'unread') return `unread ${String(piece.unread.ordinal)}`;
  return `${piece.kind} ${String(piece.line)} ${piece.text}`;
}

function Head({ draft, left }: { readonly draft: PlanDraft; readonly left: number }) {
  const say = useDraftWords();
  const { title, id, issuedOn, fileName, importedBy, importedAt, amendedBy, tasks, unknownUnits } = draft;
  const withoutUnits = tasks.filter((task) => task.leads.length + task.responsible.length + task.supporting.length === 0);
  const figures = [
    [say('tasks'), tasks.length, false],
    [say('left'), left, left > 0],
    [say('unknownUnits'), unknownUnits.length, unknownUnits.length > 0],
    [say('withoutUnits'), withoutUnits.length, withoutUnits.length > 0],
  ] as const;
  return (
    <section className="sheet stack">
      <h2>{title}</h2>
      <dl className="figures">
        {figures.map(([term, count, isTrouble]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={isTrouble ? 'late' : ''}>{count}</dd>
          </div>
        ))}
      </dl>
      <Facts
        facts={[
          [say('id'), id],
          [say('fileName'), fileName],
          [say('issuedOn'), issuedOn],
          [say('importedBy'), say('by', { name: importedBy, at: sayInstant(importedAt) })],
          [say('amendedBy'), amendedBy.join('、')],
        ]}
      />
    </section>
  );
}

interface BesideProps {
  readonly piece: Piece;
  readonly draft: PlanDraft;
  readonly canMend: boolean;
  readonly isChosen: boolean;
  readonly choose: (ordinal: number) => void;
}

function Beside({ piece, draft, canMend, isChosen, choose }: BesideProps) {
  const say = useDraftWords();
  const { line, words } = textOf(piece);
  return (
    <section className={`beside beside-${isOpenPiece(piece, draft) ? 'open' : piece.kind}`}>
      <div className="beside-text" lang="zh-CN">
        <span className="small soft nowrap">{say('line', { line })}</span>
        <p>{words}</p>
      </div>
      <div>
        {piece.kind === 'heading' && <p className="soft">{say('heading')}</p>}
        {piece.kind === 'area' && <p className="strong">{say('area', { number: piece.number })}</p>}
        {piece.kind === 'task' && <DraftTaskView draft={draft} task={piece.task} canMend={canMend} />}
        {piece.kind === 'unread' && (
          <UnreadView
            unread={piece.unread}
            isChosen={isChosen}
            choose={canMend ? () => choose(piece.unread.ordinal) : undefined}
          />
        )}
      </div>
    </section>
  );
}

function textOf(piece: Piece): { readonly line: string; readonly words: string } {
  if (piece.kind === 'unread') return { line: String(piece.unread.line), words: piece.unread.text };
  if (piece.kind !== 'task') return { line: String(piece.line), words: piece.text };
  const { text, assignment, lines } = piece.task;
  return {
    line: lines.first === lines.last ? String(lines.first) : `${String(lines.first)}–${String(lines.last)}`,
    words: text.includes(assignment) ? text : `${text}${assignment}`,
  };
}
