/* global AdaptiveCards */
/* exported hostConfig */
// How Teams draws cards, as far as Microsoft's renderer can be told.
const colours = (isDark) => {
  const pair = (normal, subtle) => ({ default: normal, subtle, highlightColors: { default: '#ff02', subtle: '#ff01' } });
  const text = isDark ? pair('#ffffff', '#adadad') : pair('#242424', '#616161');
  return {
    default: text,
    dark: pair('#242424', '#616161'),
    light: pair('#ffffff', '#d6d6d6'),
    accent: isDark ? pair('#9299f7', '#7f85f5') : pair('#5b5fc7', '#4f52b2'),
    good: isDark ? pair('#92c353', '#7da343') : pair('#237b4b', '#237b4b'),
    warning: isDark ? pair('#f8d22a', '#d9b824') : pair('#835c00', '#835c00'),
    attention: isDark ? pair('#f9526b', '#e0455c') : pair('#c4314b', '#a3283f'),
  };
};

const hostConfig = (isDark) => {
  const style = (light, dark) => ({ backgroundColor: isDark ? dark : light, foregroundColors: colours(isDark) });
  return new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    fontFamily: "'Segoe UI', 'Liberation Sans', 'DejaVu Sans', 'Noto Sans CJK SC', system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
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
    inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  });
};

// As much markdown as Teams understands in a text block: what ought not to be interpreted would be seen to be.
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text.replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>');
  result.didProcess = true;
};
