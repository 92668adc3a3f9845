import { HostConfig } from 'adaptivecards/dist/adaptivecards.min.js';

const colours = (isDark: boolean) => {
  const pair = (normal: string, subtle: string) => ({
    default: normal,
    subtle,
    highlightColors: { default: '#ff02', subtle: '#ff01' },
  });
  const text = isDark ? pair('#ffffff', '#adadad') : pair('#242424', '#616161');
  return {
    default: text,
    dark: pair('#242424', '#616161'),
    light: pair('#ffffff', '#d6d6d6'),
    accent: isDark ? pair('#9299f7', '#8f94f7') : pair('#5b5fc7', '#4f52b2'),
    good: isDark ? pair('#92c353', '#86b04a') : pair('#237b4b', '#237b4b'),
    warning: isDark ? pair('#f8d22a', '#d9b824') : pair('#835c00', '#835c00'),
    attention: isDark ? pair('#ff8a98', '#ff8a98') : pair('#b3263e', '#a3283f'),
  };
};

const fonts = {
  fontFamily: "'Segoe UI', 'Liberation Sans', 'DejaVu Sans', 'Noto Sans CJK SC', system-ui, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
};

const made = (isDark: boolean): HostConfig => {
  const style = (light: string, dark: string) => ({ backgroundColor: isDark ? dark : light, foregroundColors: colours(isDark) });
  const label = { weight: 'bolder' };
  return new HostConfig({
    ...fonts,
    supportsInteractivity: true,
    textBlock: { headingLevel: 3 },
    spacing: { small: 4, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: isDark ? '#404040' : '#e0e0e0' },
    containerStyles: {
      default: style('#ffffff', '#292929'),
      emphasis: style('#f5f5f5', '#333333'),
      good: style('#e7f2da', '#1b2a12'),
      warning: style('#fbf6d9', '#33290a'),
      attention: style('#fcf4f6', '#3a151c'),
      accent: style('#e8ebfa', '#22244a'),
    },
    inputs: {
      label: { inputSpacing: 'small', requiredInputs: label, optionalInputs: label },
      errorMessage: { color: 'attention' },
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  });
};

const light = made(false);
const dark = made(true);

/** How Teams draws cards, as far as Microsoft’s renderer can be told. */
export const hostConfig = (isDark: boolean): HostConfig => (isDark ? dark : light);
