/** The basis tag: 《…》第…条, which opens the instrument and the day it came into force. */
import { useInstruments } from '../reference/index.ts';
import { defineWords, labelIn, useLanguage } from '../words/index.ts';
import { Facts } from './facts.tsx';
import { Note } from './note.tsx';

const useWords = defineWords('basis', {
  number: ['文号', 'Number'],
  issuer: ['发布机关', 'Issued by'],
  from: ['施行日期', 'In force from'],
  to: ['有效至', 'In force until'],
  certainty: ['核对程度', 'How sure we are'],
  seen: ['见过原文', 'Seen in the original'],
  known: ['已知，未见原文', 'Known, original not seen'],
  choice: ['平台约定', 'A choice of this platform'],
  uncertain: ['待核', 'To be verified'],
});

interface Props {
  readonly instrument: string;
  readonly clause?: string | null | undefined;
  readonly certainty?: 'seen' | 'known' | 'choice' | 'uncertain' | undefined;
}

/** A citation that can be opened. */
export function BasisTag({ instrument, clause, certainty }: Props) {
  const say = useWords();
  const language = useLanguage();
  const found = useInstruments().get(instrument);
  const title = found === undefined ? instrument : labelIn(language, found.title);
  const named = language === 'zh' && found !== undefined && !title.startsWith('《') ? `《${title}》` : title;
  const sure = certainty ?? found?.certainty;
  const facts = [
    [say('number'), found?.number],
    [say('issuer'), found?.issuer],
    [say('from'), found?.from],
    [say('to'), found?.to],
    [say('certainty'), sure === undefined ? null : say(sure)],
  ] as const;
  return (
    <Note title={named} content={<Facts facts={facts} />}>
      <button type="button" className="basis" onClick={(event) => event.stopPropagation()}>
        {named}
        {clause}
        {sure === 'uncertain' && `（${say('uncertain')}）`}
      </button>
    </Note>
  );
}
