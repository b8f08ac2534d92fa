/** A draft as a file that a person can read and mend. */
import type { PlanDraft } from '@xincheng/core/plans';
import { stringify } from 'yaml';

/** The draft in YAML. */
export function draftText(draft: PlanDraft): string {
  return `# 方案草稿：核对、修改后再确认。\n${stringify(draft, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
