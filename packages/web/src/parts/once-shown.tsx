/** A secret that is shown this once: to be copied or printed before it is gone. */
import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('once-shown', {
  once: ['只显示这一次，关闭后不能再看', 'Shown this once; gone when it is closed'],
  copy: ['复制', 'Copy'],
  print: ['打印', 'Print'],
  copied: ['已复制', 'Copied'],
  notCopied: ['浏览器不许复制，请选中后手工复制', 'The browser does not allow copying; select and copy by hand'],
  noted: ['已记下，关闭', 'Noted, close'],
});

interface Props {
  readonly title: string;
  /** For whom or what it is, printed above it. */
  readonly about: string;
  /** One or several, one a line. */
  readonly secrets: readonly string[];
  readonly help: string;
  readonly close: () => void;
}

/** The slip; printing the page prints it alone. */
export function OnceShown({ title, about, secrets, help, close }: Props) {
  const say = useWords();
  const { message } = App.useApp();
  const copy = (): void => {
    navigator.clipboard.writeText(secrets.join('\n')).then(
      () => void message.success(say('copied')),
      () => void message.warning(say('notCopied')),
    );
  };
  return (
    <section className="slip sheet stack" aria-label={title}>
      <h2>{title}</h2>
      <p>{about}</p>
      <ul className="secrets">
        {secrets.map((secret) => (
          <li key={secret}>
            <code translate="no">{secret}</code>
          </li>
        ))}
      </ul>
      <p className="reading">{help}</p>
      <Alert className="no-print" type="warning" showIcon title={say('once')} />
      <div className="row no-print">
        <Button icon={<CopyOutlined />} onClick={copy}>
          {say('copy')}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {say('print')}
        </Button>
        <span className="push" />
        <Button type="primary" onClick={close}>
          {say('noted')}
        </Button>
      </div>
    </section>
  );
}
