/** `xincheng catalog`: what is collected, on what basis, and who provides it. */
import { readCatalog } from '@xincheng/usecases/catalog';
import type { CatalogBasis, CatalogEntry, CatalogProvider } from '@xincheng/usecases/catalog';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor } from '../platform.ts';

const PUBLICITY: Readonly<Record<CatalogEntry['publicity'], string>> = {
  public: '公开',
  conditional: '有条件公开',
  private: '不公开',
};
const SHARING: Readonly<Record<CatalogEntry['sharing'], string>> = {
  shared: '共享',
  conditional: '有条件共享',
  private: '不共享',
};
const REASONS: Readonly<Record<CatalogProvider['reason'], string>> = { statutory: '法定', expected: '应当', encouraged: '鼓励' };

/** Lists every entry of the catalogue. */
export async function catalog(environment: Environment): Promise<Answer> {
  const named = await standardsFor(environment, {});
  if (!named.ok) return named.error;
  const entries = readCatalog(named.value.standards.pack);
  return { exit: EXIT.done, text: entries.map(textOf).join('\n\n'), json: entries };
}

function textOf(entry: CatalogEntry): string {
  const { dataset, name, item, basis, publicity, isShown, sharing, isNegative, retention, providers } = entry;
  const attributes = [
    `${PUBLICITY[publicity]}（${isShown ? '按规定期限公示' : '不公示'}）`,
    SHARING[sharing],
    ...(isNegative ? ['失信信息'] : []),
  ];
  return [
    `${dataset}  ${name.zh}`,
    `  目录事项  ${item}`,
    `  属性      ${attributes.join('，')}`,
    `  依据      ${basis.map(basisText).join('；')}`,
    `  保存      ${retention.zh}`,
    ...(providers.length === 0 ? ['  提供单位  （没有）'] : providers.map((provider) => `  提供单位  ${providerText(provider)}`)),
  ].join('\n');
}

function basisText({ title, clause, certainty }: CatalogBasis): string {
  return `《${title.zh}》${clause ?? ''}${certainty === 'uncertain' ? '（待核）' : ''}`;
}

function providerText({ unit, name, members, since, to, reason, basis }: CatalogProvider): string {
  const isGroup = members.length !== 1 || members[0] !== unit;
  const period = to === null ? `${since} 起` : `${since} 至 ${to}`;
  const doubt = basis.certainty === 'uncertain' ? '，待核' : '';
  return `${name}${isGroup ? `（${String(members.length)}个单位）` : ''}  ${period}，${REASONS[reason]}${doubt}`;
}
