/** Mail by SMTP: encrypted unless the server is on this machine, one connection a message, nothing waits for ever. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NoticeTransport, OutgoingNotice, TransportFailure } from './transport.ts';

/** A mail server as it is set: `smtp://user:password@mail.example.cn:587`, or `smtps://` where TLS comes first. */
export interface SmtpSettings {
  readonly url: string;
  /** Sender's address, of the office. */
  readonly from: string;
  /** Certificates to trust beside the usual ones, as PEM. */
  readonly ca?: string;
  readonly timeoutMs?: number;
}

interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  readonly isTlsFirst: boolean;
  readonly user: string;
  readonly password: string;
}

const TIMEOUT_MS = 30_000;
const [SUBMISSION_PORT, TLS_PORT] = [587, 465] as const;
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/u;
const HERE = ['localhost', '127.0.0.1', '[::1]'];
/** First digits of the codes: 2 done, 4 later perhaps, 5 never. */
const NEVER = 500;

/** The transport of a mail server; null when address or sender cannot be read. */
export function smtpTransport(settings: SmtpSettings): NoticeTransport | null {
  const address = addressOf(settings.url);
  if (address === null || !ADDRESS.test(settings.from)) return null;
  return {
    send: async (message) =>
      ADDRESS.test(message.to) ? sendBy(address, settings, message) : err({ kind: 'final', reason: 'not an address' }),
  };
}

function addressOf(text: string): SmtpAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password } = new URL(text);
  const isTlsFirst = protocol === 'smtps:';
  const [user, secret] = [decoded(username), decoded(password)];
  if ((!isTlsFirst && protocol !== 'smtp:') || hostname === '' || user === null || secret === null) return null;
  return {
    host: hostname,
    port: port === '' ? (isTlsFirst ? TLS_PORT : SUBMISSION_PORT) : Number(port),
    isTlsFirst,
    user,
    password: secret,
  };
}

/** Null where a percent sign stands for itself: in an address it is written %25. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

async function sendBy(
  address: SmtpAddress,
  settings: SmtpSettings,
  message: OutgoingNotice,
): Promise<Result<string, TransportFailure>> {
  const raw = await rawMessage(settings.from, message);
  const dialogue = new Dialogue(address, settings);
  try {
    await dialogue.open();
    return ok(await dialogue.deliver({ from: settings.from, to: [message.to] }, raw));
  } catch (thrown) {
    return err(failureOf(thrown, dialogue.isHandedOver));
  } finally {
    dialogue.end();
  }
}

/** Words go as base64: no line is too long, none begins a header or ends the message. The id is the same however often it is sent. */
async function rawMessage(from: string, { noticeId, to, subject, text, sentAt }: OutgoingNotice): Promise<Buffer> {
  const domain = from.slice(from.indexOf('@') + 1);
  const composer = new MailComposer({
    from,
    to,
    subject: subject.replace(/\p{Cc}+/gu, ' '),
    text,
    textEncoding: 'base64',
    messageId: `<${noticeId}@${domain}>`,
    date: sentAt,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** One conversation with the server, all of it within the time allowed. */
class Dialogue {
  /** True once the server may have the message. */
  isHandedOver = false;
  readonly #connection: SMTPConnection;
  readonly #address: SmtpAddress;
  readonly #late: Promise<never>;
  #fail: (error: Error) => void = () => undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(address: SmtpAddress, { ca, timeoutMs = TIMEOUT_MS }: SmtpSettings) {
    this.#address = address;
    this.#connection = new SMTPConnection({
      host: address.host,
      port: address.port,
      secure: address.isTlsFirst,
      requireTLS: !address.isTlsFirst && !HERE.includes(address.host),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      ...(ca === undefined ? {} : { tls: { ca } }),
    });
    this.#late = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    this.#late.catch(() => undefined);
    this.#connection.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#timer = setTimeout(() => this.#fail(new Error(`no answer within ${String(timeoutMs)} ms`)), timeoutMs);
  }

  async open(): Promise<void> {
    await this.#within<unknown>((done) => this.#connection.connect((error) => done(error ?? null)));
    const { user, password } = this.#address;
    if (user !== '')
      await this.#within<unknown>((done) => this.#connection.login({ credentials: { user, pass: password } }, done));
  }

  /** Gives the server's last word. */
  async deliver(envelope: { readonly from: string; readonly to: string[] }, raw: Buffer): Promise<string> {
    this.isHandedOver = true;
    const sent = await this.#within<{ readonly response?: string }>((done) =>
      this.#connection.send(envelope, raw, (error, info) => done(error, info)),
    );
    return sent.response ?? '';
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#connection.close();
  }

  async #within<T>(act: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
    const acted = new Promise<T>((resolve, reject) => {
      act((error, value) => {
        if (error === null) resolve(value as T);
        else reject(error);
      });
    });
    return Promise.race([acted, this.#late]);
  }
}

/** An answer of the server is certain; silence after the message was handed over is not. */
function failureOf(thrown: unknown, isHandedOver: boolean): TransportFailure {
  if (!(thrown instanceof Error)) throw thrown;
  const code = 'responseCode' in thrown && typeof thrown.responseCode === 'number' ? thrown.responseCode : null;
  const response = 'response' in thrown && typeof thrown.response === 'string' ? thrown.response : thrown.message;
  const reason = response.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
  if (code === null) return { kind: isHandedOver ? 'unsure' : 'again', reason };
  // What the server holds against us (a password, a policy of the hour) may be put right; what it holds against the message may not.
  return { kind: isHandedOver && code >= NEVER ? 'final' : 'again', reason };
}
