import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { defineWords, setLanguage, useLanguage } from '../words/index.ts';
import { setShade, useShade } from './shade.ts';

const useWords = defineWords('preferences', {
  dark: ['换成深色', 'Go dark'],
  light: ['换成浅色', 'Go light'],
});

/** Language and shade. */
export function Preferences() {
  const say = useWords();
  const language = useLanguage();
  const shade = useShade();
  const other = shade === 'dark' ? 'light' : 'dark';
  return (
    <div className="preferences">
      <Button
        type="text"
        size="small"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
      <Button
        type="text"
        size="small"
        aria-label={say(other)}
        title={say(other)}
        icon={shade === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        onClick={() => setShade(other)}
      />
    </div>
  );
}
