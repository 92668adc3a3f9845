import { plain } from '../../languages/speak.ts';
import type { Partner } from '../world.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Voice } from './voice.ts';

export const facts = (rows: readonly (readonly [name: string, value: string | Markup])[]): Markup =>
  markup`<dl>${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${typeof value === 'string' ? plain(value) : value}</dd></div>`)}</dl>`;

/** Who asks, in everything by which one can recognise them. */
export const askerFacts = ({ say, cloud, country }: Voice, partner: Partner): Markup =>
  facts([
    [say('name'), partner.name],
    [say('domain'), partner.domain],
    [say('partnerId'), partner.partnerId],
    [say('tenant'), partner.tenantId],
    [say('country'), country(partner.country)],
    [say('cloud'), cloud(partner.cloud)],
  ]);
