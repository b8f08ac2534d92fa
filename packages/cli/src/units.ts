/** Units as people name them on the command line. */
import type { StandardsPack, UnitDefinition } from '@xincheng/core/standards';
import { EXIT, failure } from './exit.ts';
import type { Answer } from './exit.ts';

type Units = Pick<StandardsPack, 'units'>;

/** The id of a unit given by id, by 统一社会信用代码 or by name; null when there is none. */
export function unitIdOf({ units }: Units, text: string): string | null {
  const named = text.trim();
  const code = named.toUpperCase();
  const isIt = ({ id, uscc, name, aliases = [] }: UnitDefinition): boolean =>
    id === named || uscc === code || name === named || aliases.includes(named);
  return units.get(named)?.id ?? [...units.values()].find(isIt)?.id ?? null;
}

/** Units whose id, code or one of whose names holds the text; all for an empty text. */
export function unitsLike({ units }: Units, text: string): UnitDefinition[] {
  return [...units.values()].filter(({ id, uscc, name, aliases = [] }) =>
    [id, uscc, name, ...aliases].some((one) => one.includes(text.trim())),
  );
}

const SHOWN = 5;

/** The answer to a unit nobody knows: how to find the right one. */
export function unknownUnit(pack: Units, text: string): Answer {
  const like = text.trim() === '' ? [] : unitsLike(pack, text).slice(0, SHOWN);
  const hint = like.length === 0 ? '' : `相近的有：${like.map(({ id, name }) => `${id}（${name}）`).join('、')}。`;
  return failure(EXIT.unusable, {
    code: 'unknown-unit',
    message: `本区名录中没有单位“${text}”。${hint}可填单位编号、统一社会信用代码或名称；全部单位见 xincheng units。`,
  });
}
