/** What the states of registration say of a body: which of them it lives in, and which are its end. */
import type { Standing, StandardsPack } from '@xincheng/core/standards';

/** The values that say so in the code lists of the datasets that register subjects. */
export function standingsOf(
  { datasets, codeLists }: Pick<StandardsPack, 'datasets' | 'codeLists'>,
  standing: Standing,
): readonly string[] {
  const registers = [...datasets.values()].filter(({ registers: made }) => made === 'subject');
  const fields = registers.flatMap(({ fields: all }) => all.filter(({ role }) => role === 'subjectStanding'));
  return fields.flatMap(({ codeList = '' }) =>
    (codeLists.get(codeList)?.values ?? []).filter((value) => value.standing === standing).map(({ value }) => value),
  );
}
