import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { picker } from '../ask/picker.ts';
import type { Desk } from './desk.ts';
import { frame, reloadButton } from './frame.ts';
import { sideTabs } from './pane-tabs.ts';
import { partnerIn } from './place.ts';

/** Another partner, who lets go of what moves to us. */
export const partnerPane = (desk: Desk): TemplateResult => {
  const { state, place, speaker, go } = desk;
  const partner = partnerIn(state, place);
  const title = speaker.say('play.pane.partner');
  const body =
    partner &&
    html`<div class="bar">${reloadButton(desk, 'partner-frame')}</div>
      ${frame({
        id: 'partner-frame',
        src: `${state.outside}/partners/${partner.tenant}?lang=${speaker.language}`,
        title: `${title}: ${partner.name}`,
        isLive: true,
      })}`;
  return html`<section class="pane" id="partner" ?hidden=${!desk.inSight.includes('partner')} aria-labelledby="partner-title">
    ${sideTabs(desk)}
    <div class="top">
      <h2 id="partner-title" tabindex="-1">${title}</h2>
      ${
        partner &&
        picker({
          id: 'partner-who',
          text: speaker.say('play.partner'),
          options: state.partners,
          chosen: partner,
          name: ({ name }) => name,
          choose: ({ tenant }) => {
            go({ partner: tenant });
          },
        })
      }
    </div>
    ${body}
  </section>`;
};
