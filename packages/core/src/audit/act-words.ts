/** Acts of the audit log as people read them. An act is written `capability.verb`, as `record.look`. */
import { MATTER_ACT_PAST, MATTER_ACT_WORDS, MATTER_WORDS } from '../supervision/index.ts';
import type { MatterAct, MatterKind } from '../supervision/index.ts';
import type { Label } from '../standards/index.ts';

type Pair = readonly [zh: string, en: string];

/** What it was done to. */
const OBJECTS: Readonly<Record<string, Pair>> = {
  account: ['账号', 'account'],
  alarm: ['瞒报线索', 'alarm'],
  attachment: ['附件', 'attachment'],
  backup: ['备份', 'backup'],
  batch: ['批次', 'batch'],
  bulletin: ['通报', 'bulletin'],
  client: ['程序令牌', 'token of a program'],
  concealment: ['瞒报线索', 'alarm'],
  delegation: ['代理', 'delegation'],
  expected: ['应报数', 'expected number'],
  forward: ['上传批次', 'forwarding'],
  indicator: ['指标', 'indicator'],
  key: ['密钥', 'key'],
  notice: ['通知', 'notice'],
  plan: ['方案', 'plan'],
  publicity: ['公示', 'publicity'],
  record: ['记录', 'record'],
  session: ['登录', 'session'],
  subject: ['主体', 'subject'],
  supervision: ['督办', 'supervision'],
  task: ['任务', 'task'],
  waiting: ['待确认的行', 'waiting row'],
};

/** What was done. */
const VERBS: Readonly<Record<string, Pair>> = {
  accept: ['认可', 'accept'],
  add: ['添加', 'add'],
  amend: ['调整', 'amend'],
  'amend-draft': ['改正草案', 'amend the draft'],
  answer: ['答复', 'answer'],
  begin: ['开始', 'begin'],
  'begin-totp': ['登记验证器', 'begin an authenticator'],
  change: ['改动', 'change'],
  'change-password': ['改口令', 'change the password'],
  close: ['结束', 'close'],
  confirm: ['确认', 'confirm'],
  'confirm-totp': ['启用验证器', 'confirm the authenticator'],
  correction: ['确认为更正', 'confirm as a correction'],
  create: ['新建', 'create'],
  'decided-on-changed': ['决定日期变动', 'day of decision changed'],
  declare: ['申报完成', 'declare as done'],
  declared: ['申报总数', 'declare a total'],
  deliver: ['送达', 'deliver'],
  disable: ['停用', 'disable'],
  draft: ['起草', 'draft'],
  drop: ['放弃', 'drop'],
  'drop-draft': ['作废草案', 'drop the draft'],
  edit: ['修改', 'edit'],
  enable: ['启用', 'enable'],
  end: ['结束', 'end'],
  file: ['取出文件', 'take out the file'],
  freeze: ['冻结', 'freeze'],
  'give-up': ['停止投递', 'give up delivering'],
  hand: ['移交', 'hand over'],
  'hand-again': ['再次移交', 'hand over again'],
  import: ['导入', 'import'],
  issue: ['签发', 'issue'],
  join: ['合并', 'join'],
  link: ['关联统一认证', 'link to the identity provider'],
  look: ['查看', 'look'],
  make: ['生成', 'make'],
  merge: ['入库', 'take in'],
  new: ['确认为另一决定', 'confirm as another decision'],
  read: ['签收', 'read'],
  receive: ['收到', 'receive'],
  recompute: ['重算期限', 'compute the term anew'],
  refuse: ['未受理', 'refuse'],
  reminded: ['提醒', 'remind'],
  'remove-totp': ['停用验证器', 'remove the authenticator'],
  repair: ['修复', 'repair'],
  resend: ['重报', 'resend'],
  'reset-password': ['重置口令', 'reset the password'],
  result: ['取出标注结果', 'take out the marked result'],
  resume: ['恢复', 'resume'],
  return: ['退回', 'return'],
  revoke: ['撤销', 'revoke'],
  revoked: ['撤销申报', 'take a declaration back'],
  row: ['确认无误', 'confirm the row'],
  scan: ['排查', 'scan'],
  send: ['发送', 'send'],
  settle: ['处理没有读懂的', 'settle what was not understood'],
  sight: ['登记别处所见', 'note a sighting'],
  suspend: ['暂停', 'suspend'],
  sweep: ['到期撤下', 'take down what is over'],
  terms: ['改用新期限', 'apply new terms'],
  text: ['写公开文本', 'write the public text'],
  'undo-join': ['撤销合并', 'undo a join'],
  unlink: ['解除统一认证', 'end the link to the identity provider'],
  unlock: ['解除锁定', 'unlock'],
  void: ['登记空号', 'declare void numbers'],
  waived: ['豁免', 'waive'],
  withdraw: ['撤回', 'withdraw'],
  zero: ['零报告', 'zero report'],
};

const MARKS: Readonly<Record<string, Pair>> = { disputed: ['异议中', 'disputed'], statement: ['声明', 'statement'] };

/** What an act is called; null for one that has no words here. */
export function actWords(act: string): Label | null {
  const at = act.indexOf('.');
  if (act.startsWith('supervision.')) return matterWords(act.slice(at + 1)) ?? plainWords(act, at);
  if (act.startsWith('publicity.mark.') || act.startsWith('publicity.unmark.')) return markWords(act);
  return plainWords(act, at);
}

/** `action-plan-accepted`. */
function matterWords(said: string): Label | null {
  const kinds = Object.keys(MATTER_WORDS) as MatterKind[];
  const kind = kinds.find((one) => said.startsWith(`${one}-`));
  if (kind === undefined) return null;
  const past = said.slice(kind.length + 1);
  const done = (Object.keys(MATTER_ACT_PAST) as MatterAct[]).find((one) => MATTER_ACT_PAST[one] === past);
  return done === undefined ? null : { zh: `${MATTER_WORDS[kind]} · ${MATTER_ACT_WORDS[done]}`, en: `${kind}: ${done}` };
}

function markWords(act: string): Label | null {
  const [, verb, name = ''] = act.split('.');
  const mark = MARKS[name];
  if (mark === undefined) return null;
  return verb === 'mark'
    ? { zh: `公示 · 标注“${mark[0]}”`, en: `publicity: mark as ${mark[1]}` }
    : { zh: `公示 · 去掉“${mark[0]}”`, en: `publicity: take off the mark ${mark[1]}` };
}

function plainWords(act: string, at: number): Label | null {
  const object = OBJECTS[act.slice(0, at)];
  const verb = VERBS[act.slice(at + 1)];
  return object === undefined || verb === undefined ? null : { zh: `${object[0]} · ${verb[0]}`, en: `${object[1]}: ${verb[1]}` };
}
