/** The ways out as an installation sets them up. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { NoticeTransports } from './deliver-notices.ts';
import { fileTransport } from './file-transport.ts';
import { smtpTransport } from './smtp-transport.ts';

/** What the environment says; null where it says nothing. */
export interface NoticeSettings {
  /** `XINCHENG_SMTP_URL`. */
  readonly smtpUrl: string | null;
  /** `XINCHENG_MAIL_FROM`. */
  readonly mailFrom: string | null;
  /** `XINCHENG_SMS_FOLDER`. */
  readonly smsFolder: string | null;
}

/** A setting that means nothing. */
export interface SettingProblem {
  readonly code: 'bad-mail-setting';
  readonly message: string;
}

/** Makes the transports; the address of the server may hold a password and is never repeated. */
export function noticeTransports({ smtpUrl, mailFrom, smsFolder }: NoticeSettings): Result<NoticeTransports, SettingProblem> {
  const mail = smtpUrl === null ? null : smtpTransport({ url: smtpUrl, from: mailFrom ?? '' });
  if (smtpUrl !== null && mail === null)
    return err({
      code: 'bad-mail-setting',
      message:
        'XINCHENG_SMTP_URL 或 XINCHENG_MAIL_FROM 写得不对：前者如 smtp://用户:密码@mail.example.cn:587，密码里的 % 写成 %25，@ 写成 %40；后者是一个邮箱地址。请改正后再启动。',
    });
  return ok({ ...(mail === null ? {} : { mail }), ...(smsFolder === null ? {} : { sms: fileTransport(smsFolder) }) });
}
