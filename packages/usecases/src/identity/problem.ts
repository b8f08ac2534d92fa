/** Why an act about accounts, sessions, programs or delegation was refused. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

const SENTENCES = {
  'sign-in-refused': '用户名或口令不对，或账号已停用。请核对后再试；忘记口令时请管理员重置。',
  'sign-in-locked': '连续失败次数过多，登录已暂停。请在 {seconds} 秒后再试，或请管理员解锁。',
  'code-needed': '这个账号要求动态验证码。请再填上验证器里的六位数字，或一个恢复码。',
  'code-wrong': '动态验证码不对、已过时或已用过。请等下一个六位数字再试，或用一个恢复码。',
  'session-ended': '登录已失效：太久没有操作，或账号、口令有变动。请重新登录。',
  'no-account': '此项只有登录的账号才能办理，令牌和命令行不能。请登录后再办。',
  'not-standing-in': '您现在没有代“{login}”办理的授权，或授权已到期。请核对代理的起止日期。',
  'password-wrong': '原口令不对。请核对后再试。',
  'password-too-short': '口令太短，至少 {shortest} 个字符。请换一个更长的。',
  'password-too-long': '口令太长，至多 128 个字符。请换一个短些的。',
  'password-kinds': '口令须含大写字母、小写字母、数字、其他字符中的至少 {kinds} 种。请换一个。',
  'password-of-name': '口令里不能有用户名、姓名或本平台的名称。请换一个。',
  'password-common': '这个口令太常见或太容易猜到。请换一个，例如几个不相干的词连在一起。',
  'password-same': '新口令与原口令相同。请换一个。',
  'no-such-account': '没有这个账号，或它不在您管理的范围内。请核对用户名。',
  'account-out-of-scope': '这个账号或单位不在您管理的范围内。请由区级管理员办理。',
  'own-account': '不能以管理员身份办理自己的账号。请由另一位管理员办理；改口令、停用验证器可在“我的账号”办理。',
  'last-administrator': '这是最后一位区级管理员，停用或改变后将无人管理账号。请先设立另一位区级管理员。',
  'login-form': '用户名须以小写字母开头，2 到 40 个小写字母、数字、点、下划线、连字符。请换一个。',
  'linked-elsewhere': '此人已与您管理范围以外的账号关联。请由区级管理员办理。',
  'login-taken': '用户名“{login}”已有人使用或曾经使用。请换一个。',
  'unknown-unit': '本区没有单位“{unit}”。请用单位编号，可在单位名录里查到。',
  'roles-incompatible': '管理员不能兼任审计员。请分给两个人。',
  'role-of-credit-office': '“信用办”角色只能给区信用办所在单位的账号。请换一个角色或单位。',
  'not-linked': '这个账号没有关联统一认证，不必解除。',
  'no-such-session': '没有这个登录，或它已经失效。请刷新后再看。',
  'not-disabled': '账号没有停用，不必启用。',
  'already-disabled': '账号已经停用。',
  'no-such-client': '没有这个接口程序，或它不在您管理的范围内。请核对编号。',
  'already-revoked': '令牌已经作废。',
  'right-not-transferable': '权限“{right}”只能由人行使，不能给接口程序。请去掉后再试。',
  'client-too-long': '令牌的有效期应在 1 到 {days} 天之间。请改短。',
  'no-such-delegation': '没有这项代理，或它不在您的范围内。请核对编号。',
  'already-ended': '代理已经结束。',
  'delegate-unfit': '只能委托本单位另一个在用的账号。请核对用户名。',
  'delegation-days': '代理应从今天或以后开始，不早于开始日结束，最长 {days} 天。请改正日期。',
  'in-anothers-place': '代他人办理时不能改口令、验证器或代理。请以自己的名义办理。',
  'totp-missing': '还没有登记验证器。请先取得密钥，用验证器扫码后再确认。',
  'provider-unavailable': '统一认证没有应答，或应答有误。请稍后再试，或用口令登录。',
  'provider-unknown-person': '您在统一认证的身份还没有与本平台的账号关联。请先请管理员关联。',
} as const;
export type IdentityCode = keyof typeof SENTENCES;

export interface IdentityProblem {
  readonly code: IdentityCode;
  readonly message: string;
}

/** A refusal with its sentence. */
export function refused(code: IdentityCode, words: Readonly<Record<string, string>> = {}): Result<never, IdentityProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') });
}
