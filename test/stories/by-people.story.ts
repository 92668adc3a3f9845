import { expect } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import { idOf } from '../../src/sandbox/seed/made-ids.ts';
import { askedForSwitch, bothApprove, fromGranitt, toldOfOthers } from '../support/asked-switch.ts';
import { story } from '../support/story.ts';

/** The last spring in which legacy Azure still changed its partner by hand. */
const SPRING_2022 = '2022-03-02T09:00:00.000Z' as Instant;

const PONT_AUX_SAULES = 'c0570030-0030-4c30-8c30-000000000c30';

story(
  {
    name: 'three-signatures',
    title: 'Legacy Azure changes its partner by hand: a form, three signatures and a ticket, and two IDs to be noted at the end',
    lead: 'In German, in March 2022, when this was still possible. Nothing of it goes through an interface: people do it, and tick it off.',
    start: SPRING_2022,
    facts: { 'partner.has0145P': true },
  },
  async (people, { store }) => {
    const id = await askedForSwitch(people, {
      name: 'klaus',
      language: 'de',
      wish: 'Azure wechseln gronnviklaks.example',
      pages: [
        fromGranitt,
        { typed: `Sensorer; ${idOf('azure', 31, 1)}`, what: 'azure-legacy' },
        {},
        { procedure: 'manual-switch' },
        {
          ...{ sameCountry: 'true', 'otherPartner.has0145P': 'true', 'xfer.withoutConversion': 'true' },
          ...{ 'xfer.customerWrittenRequest': 'true', 'xfer.ticketOpenedBy': 'not_yet' },
        },
        toldOfOthers,
        {},
        { language: 'de', contact: 'admin@gronnviklaks.example' },
      ],
    });
    await bothApprove(people);
    await people.ticks('klaus', 'Abhaken', {
      'relationship-in-place': 'In unserer Kundenliste',
      'customer-wrote': 'Brief von Solveig Grønnvik, Kopie liegt vor',
      'history-exported': 'Exportiert',
    });
    await people.ticks('klaus', 'Abhaken', {
      'ticket-opened': 'Ticket 120030122',
      'other-partner-signed': 'Granitt hat unterschrieben',
      'customer-signed': 'Solveig hat unterschrieben',
      'we-signed': 'Von Gunn unterschrieben',
      'form-handed-in': 'Am Ticket angehängt',
    });
    await people.ticks('klaus', 'Abhaken', { 'microsoft-confirmed': 'Antwort von Microsoft im Ticket' });
    await people.ticks('klaus', 'Abhaken', {
      'old-roles-removed': 'Erledigt',
      'our-roles-granted': 'Erledigt',
      'partner-admin-link': 'Erledigt',
      'settings-checked': 'Unverändert',
      'two-ids-noted': 'Azure 5ab53101, Partner Center 77f0',
    });
    expect((await store.case(id))?.case.status).toBe('done');
  },
);

story(
  {
    name: 'beside-the-old-one',
    title:
      'Azure bought from Microsoft directly cannot be handed over: a new subscription is made, all is moved, and the old one cancelled',
    lead: 'In Italian. The customer does the moving; the case keeps who has done what.',
    populate: (world) => {
      const customer = world.customers.get(PONT_AUX_SAULES);
      if (customer) Object.assign(customer, { agreement: 'attested', agreedOn: '2026-10-01T09:00:00.000Z' });
    },
  },
  async (people, { store }) => {
    const id = await askedForSwitch(people, {
      name: 'giulia',
      language: 'it',
      wish: 'spostare Azure pontauxsaules.example',
      pages: [
        { boughtFrom: 'microsoft_direct' },
        { typed: 'Catalogue', what: 'azure' },
        {},
        {
          ...{ 'customer.sameOfferElsewhere': 'true', 'customer.has0145P': 'false', 'customer.hasAzurePlan': 'false' },
          ends: 'L’abbonamento presso Microsoft finisce quando tutto è spostato.',
        },
        { 'customer.otherCspPartners': '0' },
        {},
        { language: 'it', contact: 'admin@pontauxsaules.example' },
      ],
    });
    await people.presses('ada', 'Approve');
    await people.ticks('giulia', 'Segna come fatto', {
      'relationship-in-place': 'Nel nostro elenco',
      'agreement-accepted': 'Accettato da Margaux Saulnier',
      'resources-listed': 'Elenco ricevuto',
    });
    await people.ticks('giulia', 'Segna come fatto', {
      'new-subscription-created': 'Catalogue 2',
      'move-validated': 'Convalidato nel portale',
      'resources-moved': 'Spostate domenica',
      'old-subscription-cancelled': 'Annullata',
    });
    await people.ticks('giulia', 'Segna come fatto', {
      'old-roles-removed': 'Fatto',
      'our-roles-granted': 'Fatto',
      'partner-admin-link': 'Fatto',
    });
    expect((await store.case(id))?.case.status).toBe('done');
  },
);

story(
  {
    name: 'from-an-enterprise-agreement',
    title:
      'An Azure Expert MSP takes over billing from an enterprise agreement; quotas and Dev/Test subscriptions are not forgotten',
    lead: 'In English.',
    facts: { 'partner.azureExpertMsp': true },
  },
  async (people, { store }) => {
    const id = await askedForSwitch(people, {
      name: 'sven',
      language: 'en',
      wish: 'switch Azure fossheimsag.example',
      pages: [
        { boughtFrom: 'ea', agreement: 'direct_ea' },
        {},
        {},
        toldOfOthers,
        {},
        { language: 'en', contact: 'admin@fossheimsag.example' },
      ],
    });
    await bothApprove(people);
    await people.ticks('sven', 'Tick off', {
      'agreement-accepted': 'Attested in May',
      'azure-plan-bought': 'They have one with us',
      'resources-listed': 'One subscription',
      'test-offers-converted': 'There are none',
    });
    await people.ticks('sven', 'Tick off', {
      'billing-ownership-requested': 'Sent to Gunnar Fossheim',
      'billing-ownership-accepted': 'Gunnar has accepted it',
    });
    await people.ticks('sven', 'Tick off', {
      'old-roles-removed': 'Nobody had any',
      'our-roles-granted': 'Our group is owner',
      'partner-admin-link': 'Linked',
      'settings-checked': 'As before',
      'quotas-raised-again': 'Asked for 40 cores',
    });
    expect((await store.case(id))?.case.status).toBe('done');
  },
);
