/** Why a workbook cannot be marked in place. */

/** In words for who gets a plain workbook instead. */
const REASONS = {
  prefixed: '表格内部用了带前缀的写法',
  encoding: '表格内部不是 UTF-8 编码',
  markup: '表格内部夹有注释或原文段',
  order: '表格内部的行或单元格没有按顺序排列',
  size: '表格中附带的内容过大',
  columns: '表格右侧没有空列可以写处理结果',
  styles: '表格没有可用的样式表',
  protected: '工作簿带有数字签名或修订记录',
  parts: '工作簿的组成部分不全',
} as const;
export type UnpatchableReason = keyof typeof REASONS;

/** Thrown before anything is written: the rows are then put into a plain workbook. */
export class Unpatchable extends Error {
  readonly reason: UnpatchableReason;

  constructor(reason: UnpatchableReason) {
    super(`a workbook that cannot be patched: ${reason}`);
    this.name = 'Unpatchable';
    this.reason = reason;
  }

  /** The reason in words. */
  get words(): string {
    return REASONS[this.reason];
  }
}
