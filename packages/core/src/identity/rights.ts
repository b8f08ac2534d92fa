/** What people may do: roles, the rights each holds, as one table that can be shown. */

/** In the order in which they are shown. */
export const ROLES = ['data-officer', 'reviewer', 'credit-office', 'clerk', 'leader', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

interface RightForm {
  readonly zh: string;
  /** Acts in the name of one's own unit only, whatever else one may see. */
  readonly isOwnUnitOnly?: true;
}

/** Named acts, grouped by capability. `read` of a capability changes nothing. */
const RIGHT_TABLE = {
  'standards.read': { zh: '查看标准、目录、单位、依据' },
  'intake.read': { zh: '查看批次、回执和待确认的行' },
  'intake.submit': { zh: '报送', isOwnUnitOnly: true },
  'intake.confirm': { zh: '确认或放弃待确认的行', isOwnUnitOnly: true },
  'record.read': { zh: '查看记录' },
  'publicity.read': { zh: '查看公示状态' },
  'publicity.classify': { zh: '改变等级、写公开文本' },
  'publicity.withdraw': { zh: '撤回、暂停、恢复、标注、终止公示' },
  'subject.read': { zh: '查看主体' },
  'subject.join': { zh: '合并主体、撤销合并' },
  'forwarding.read': { zh: '查看上传市平台的情况' },
  'forwarding.make': { zh: '生成、移交、重报上传批次，导入回执' },
  'concealment.read': { zh: '查看瞒报线索' },
  'concealment.answer': { zh: '答复线索、登记空号' },
  'concealment.review': { zh: '排查，审核答复，登记别处所见' },
  'indicator.read': { zh: '查看指标' },
  'indicator.declare': { zh: '申报总数、零报告', isOwnUnitOnly: true },
  'indicator.waive': { zh: '豁免应报项' },
  'indicator.freeze': { zh: '冻结指标' },
  'bulletin.read': { zh: '查看通报' },
  'bulletin.draft': { zh: '起草、修改通报' },
  'bulletin.issue': { zh: '签发通报' },
  'plan.read': { zh: '查看方案和任务' },
  'plan.import': { zh: '导入方案' },
  'plan.confirm': { zh: '确认方案' },
  'plan.declare': { zh: '申报任务完成', isOwnUnitOnly: true },
  'supervision.read': { zh: '查看督办事项' },
  'supervision.report': { zh: '报送进展和推进方案，申请延期、移交' },
  'supervision.review': { zh: '审核本单位的报送和申请' },
  'supervision.order': { zh: '要求报送、催办、拟督办单' },
  'supervision.decide': { zh: '签发督办单，批准、退回、办结' },
  'attachment.read': { zh: '取用附件' },
  'attachment.add': { zh: '添加附件' },
  'notice.read': { zh: '查看、签收通知' },
  'notice.answer': { zh: '答复通知' },
  'notice.send': { zh: '发送通知' },
  'audit.read': { zh: '查看审计日志' },
  'account.read': { zh: '查看账号' },
  'account.manage': { zh: '管理账号和代理' },
  'client.manage': { zh: '管理接口令牌' },
} as const satisfies Readonly<Record<`${string}.${string}`, RightForm>>;
export type Right = keyof typeof RIGHT_TABLE;

/** Every right, in order. */
export const RIGHTS = Object.keys(RIGHT_TABLE) as readonly Right[];

/** What those hold who look at everything and change nothing. */
const READING: readonly Right[] = RIGHTS.filter(
  (right) => right.endsWith('.read') && right !== 'audit.read' && right !== 'account.read',
);

/** The matrix. */
export const RIGHTS_OF_ROLES: Readonly<Record<Role, readonly Right[]>> = {
  'data-officer': [
    ...READING,
    'intake.submit',
    'intake.confirm',
    'concealment.answer',
    'indicator.declare',
    'plan.declare',
    'supervision.report',
    'attachment.add',
    'notice.answer',
  ],
  reviewer: [...READING, 'intake.confirm', 'publicity.classify', 'supervision.review', 'attachment.add', 'notice.answer'],
  'credit-office': [
    ...READING,
    'publicity.classify',
    'publicity.withdraw',
    'subject.join',
    'forwarding.make',
    'concealment.review',
    'indicator.waive',
    'indicator.freeze',
    'bulletin.draft',
    'bulletin.issue',
    'plan.import',
    'plan.confirm',
    'supervision.order',
    'supervision.decide',
    'attachment.add',
    'notice.answer',
    'notice.send',
    'audit.read',
  ],
  clerk: ['standards.read', 'record.read', 'publicity.read', 'subject.read', 'attachment.read', 'attachment.add', 'notice.read'],
  leader: READING,
  auditor: [...READING, 'audit.read', 'account.read'],
  administrator: ['standards.read', 'account.read', 'account.manage', 'client.manage'],
};

/** Names of the roles as people read them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'data-officer': '数据专员',
  reviewer: '审核员',
  'credit-office': '信用办',
  clerk: '窗口',
  leader: '领导',
  auditor: '审计员',
  administrator: '管理员',
};

/** Rights that pass neither to whoever stands in nor to a program. */
const PERSONAL: readonly Right[] = ['audit.read', 'account.read', 'account.manage', 'client.manage'];

/** Whether somebody who stands in, or a program, may hold a right. */
export function isTransferable(right: Right): boolean {
  return !PERSONAL.includes(right);
}

/** Name of a right, and whether it holds for one's own unit alone. */
export function rightForm(right: Right): { readonly name: string; readonly isOwnUnitOnly: boolean } {
  const form: RightForm = RIGHT_TABLE[right];
  return { name: form.zh, isOwnUnitOnly: form.isOwnUnitOnly === true };
}

/** Rights of some roles together, in the order of the table. */
export function rightsOf(roles: readonly Role[]): readonly Right[] {
  return RIGHTS.filter((right) => roles.some((role) => RIGHTS_OF_ROLES[role].includes(right)));
}

/** Whoever manages accounts does not watch over it as well. */
export function areCompatible(roles: readonly Role[]): boolean {
  return !(roles.includes('administrator') && roles.includes('auditor'));
}
