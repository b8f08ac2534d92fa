/** Words in two languages, Chinese first. Both stand side by side where they are used, so neither can be forgotten. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** Languages of the console, in the order in which a pair of words is written. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Chinese, English, and the English for exactly one where the number `count` is spoken of. */
export type Pair = readonly [zh: string, en: string, one?: string];

/** Text that the standards carry in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Says a word of a page; `{{name}}` in it is filled in. */
export type Say<K extends string> = (key: K, values?: Readonly<Record<string, string | number>>) => string;

const KEPT_AS = 'xincheng.language';
const HTML_LANGUAGES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Starts in the language chosen last, else in Chinese. */
export function startWords(): void {
  const language: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
  document.documentElement.lang = HTML_LANGUAGES[language];
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Changes the language at once and for the next visit. */
export function setLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language);
  document.documentElement.lang = HTML_LANGUAGES[language];
  void i18next.changeLanguage(language);
}

/** The language now; a component that asks is drawn anew when it changes. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** A label of the standards in the language given. */
export function labelIn(language: Language, label: Label): string {
  return language === 'en' && label.en !== '' ? label.en : label.zh;
}

/** Registers the words of one part under a name and gives the hook that says them. */
export function defineWords<const P extends Readonly<Record<string, Pair>>>(
  namespace: string,
  pairs: P,
): () => Say<keyof P & string> {
  let isRegistered = false;
  const register = (): void => {
    isRegistered = true;
    i18next.addResourceBundle('zh', namespace, bundleOf(pairs, 0));
    i18next.addResourceBundle('en', namespace, bundleOf(pairs, 1));
  };
  return function useWords() {
    if (!isRegistered) register();
    return useTranslation(namespace).t as unknown as Say<keyof P & string>;
  };
}

function bundleOf(pairs: Readonly<Record<string, Pair>>, index: 0 | 1): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pairs).flatMap(([key, pair]): [string, string][] => {
      const one = index === 1 ? pair[2] : undefined;
      return one === undefined
        ? [[key, pair[index]]]
        : [
            [`${key}_one`, one],
            [`${key}_other`, pair[index]],
          ];
    }),
  );
}
