// Microsoft’s renderer, with cards as the playground draws them; for pages that are not bundled.
import * as AdaptiveCards from 'adaptivecards/dist/adaptivecards.min.js';
import { hostConfig } from '../../src/playground/page/chat/host-config.ts';
import { markdown } from '../../src/playground/page/chat/markdown.ts';

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};
Object.assign(globalThis, { AdaptiveCards, hostConfig });
