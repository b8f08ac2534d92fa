/** The look of the console over antd's tokens: paper, ink, one blue. Everything that has a colour takes it from here. */
import { theme } from 'antd';
import type { ThemeConfig } from 'antd';

/** Whether paper is white or the room is dark. */
export type Shade = 'light' | 'dark';

interface Palette {
  readonly paper: string;
  readonly sheet: string;
  readonly raised: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly hairline: string;
  readonly wash: string;
  readonly chosen: string;
  readonly action: string;
  /** Only for the mark 信 and for what is legally marked. */
  readonly seal: string;
  /** Due soon. */
  readonly soon: string;
  /** Late, refused, wrong. */
  readonly late: string;
  readonly disputed: string;
  /** Only for what is proven. */
  readonly proven: string;
}

/** Each text colour stands on paper and sheet with a contrast of at least 4.5. */
export const PALETTES: Readonly<Record<Shade, Palette>> = {
  light: {
    paper: '#f7f3ea',
    sheet: '#fffdf8',
    raised: '#fffefb',
    ink: '#211d17',
    inkSoft: '#575046',
    inkFaint: '#6b6357',
    hairline: '#e2dbcd',
    wash: '#f2ecdf',
    chosen: '#e4ecf5',
    action: '#1d5791',
    seal: '#a3271c',
    soon: '#8a5a00',
    late: '#8a3a10',
    disputed: '#5d5676',
    proven: '#2c6a3c',
  },
  dark: {
    paper: '#171512',
    sheet: '#1f1c18',
    raised: '#27231e',
    ink: '#ece6da',
    inkSoft: '#bdb4a4',
    inkFaint: '#a39a8b',
    hairline: '#393329',
    wash: '#2a261f',
    chosen: '#22303f',
    action: '#86b4e6',
    seal: '#e5816f',
    soon: '#dfae52',
    late: '#e79a6d',
    disputed: '#b3abd0',
    proven: '#85bf93',
  },
};

/** Names under which a Chinese sans-serif may be installed. */
export const FONTS = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

function seeds(p: Palette): NonNullable<ThemeConfig['token']> {
  return {
    fontFamily: FONTS,
    fontSize: 14,
    lineHeight: 22 / 14,
    borderRadius: 6,
    sizeUnit: 4,
    motion: false,
    colorPrimary: p.action,
    colorLink: p.action,
    colorInfo: p.action,
    colorError: p.late,
    colorWarning: p.soon,
    colorSuccess: p.proven,
    colorTextBase: p.ink,
    colorText: p.ink,
    colorTextHeading: p.ink,
    colorTextSecondary: p.inkSoft,
    colorTextTertiary: p.inkFaint,
    colorTextDescription: p.inkFaint,
    colorTextPlaceholder: p.inkFaint,
    colorTextDisabled: p.inkFaint,
    colorBgBase: p.sheet,
    colorBgLayout: p.paper,
    colorBgContainer: p.sheet,
    colorBgElevated: p.raised,
    colorBorder: p.hairline,
    colorBorderSecondary: p.hairline,
    colorSplit: p.hairline,
    controlItemBgActive: p.chosen,
    controlItemBgHover: p.wash,
    boxShadowTertiary: 'none',
  };
}

/** The theme handed to antd. */
export function themeOf(shade: Shade): ThemeConfig {
  const p = PALETTES[shade];
  return {
    algorithm: shade === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: seeds(p),
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', primaryColor: p.sheet, fontWeight: 500 },
      Menu: {
        itemBg: 'transparent',
        subMenuItemBg: 'transparent',
        itemSelectedBg: p.chosen,
        itemHeight: 36,
        groupTitleColor: p.inkFaint,
      },
      Drawer: { paddingLG: 24 },
      Segmented: { trackBg: p.wash, itemColor: p.inkSoft },
      Tag: { defaultBg: 'transparent' },
      Tooltip: { colorBgSpotlight: p.ink, colorTextLightSolid: p.sheet },
    },
  };
}

/** The same colours for our own style sheet, by custom properties on the root element. */
export function paintRoot(root: HTMLElement, shade: Shade): void {
  for (const [name, colour] of Object.entries(PALETTES[shade]))
    root.style.setProperty(`--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`, String(colour));
  root.style.colorScheme = shade;
  root.dataset['shade'] = shade;
}
