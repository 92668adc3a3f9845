import { describe, expect, test } from '@jest/globals';
import { putRelationship } from '../support/sandbox-graph.ts';
import { addCustomer, fjord, granitt, lyngmo, tie } from '../support/sandbox-world.ts';
import { accept, invitationPage, noticeIn, refuse, storvik, visiting } from '../support/visiting.ts';

describe('a form', () => {
  const page = invitationPage(lyngmo, granitt);

  test('with a token that is forged, missing, or somebody else’s changes nothing', async () => {
    const { fill, visit, world } = visiting();
    const { to, form } = await fill(page, 'invitation/reseller', accept);
    const others = await fill(invitationPage(storvik, granitt), 'invitation/reseller', accept);
    for (const token of ['', 'a-guess', others.form.get('token') ?? '']) {
      form.set('token', token);
      const { status, text } = await visit(to, { form });
      expect(status).toBe(403);
      expect(text).toContain('Nothing has been changed');
    }
    form.delete('token');
    expect((await visit(to, { form })).status).toBe(403);
    expect(world.customers.get(lyngmo)?.ties.has(granitt)).toBe(false);
  });

  test('that is sent twice acts once', async () => {
    const { fill, visit, answer, world } = visiting();
    const { to, form } = await fill(page, 'invitation/reseller', accept);
    expect((await visit(to, { form })).status).toBe(303);
    await answer(`/customers/${lyngmo}`, `partners/${granitt}/end`);
    expect((await visit(to, { form })).status).toBe(403);
    expect(world.customers.get(lyngmo)?.ties.has(granitt)).toBe(false);
  });

  test('without an answer changes nothing', async () => {
    const { fill, visit, world } = visiting();
    const { to, form } = await fill(page, 'invitation/reseller', [['answer', 'perhaps']]);
    expect((await visit(to, { form })).status).toBe(403);
    expect(world.customers.get(lyngmo)?.ties.has(granitt)).toBe(false);
  });

  test('has a token that is never the same', async () => {
    const { fill } = visiting();
    const tokens = await Promise.all([1, 2, 3].map(async () => (await fill(page, 'invitation/reseller', [])).form.get('token')));
    expect(new Set(tokens).size).toBe(3);
    expect(tokens[0]).toMatch(/^[\da-f-]{36}$/);
  });

  test('leaves a notice that only the page shows to which it led, and not to whoever guesses', async () => {
    const { answer, visit } = visiting();
    const { sent } = await answer(page, 'invitation/reseller', refuse);
    const query = sent.headers?.Location?.split('?')[1] ?? '';
    expect(noticeIn((await visit(`/customers/${lyngmo}?${query}`)).text)).not.toBe('');
    expect(noticeIn((await visit(`/customers/${storvik}?${query}`)).text)).toBe('');
    expect(noticeIn((await visit(`/customers/${lyngmo}?notice=1`)).text)).toBe('');
  });
});

describe('what strangers have named', () => {
  const hostile = '"><script>alert(1)</script>\u202eAS & Co';

  test('is shown as text, wherever it stands', async () => {
    const { visit, world } = visiting();
    const id = 'c05700ff-0001-4c01-8c01-0000000000ff';
    const customer = addCustomer(world, id, { name: hostile, admin: { firstName: hostile, lastName: hostile, email: hostile } });
    tie(customer, fjord);
    putRelationship(world, {
      status: 'approvalPending',
      id: '1-1',
      displayName: hostile,
      customer: { tenantId: id, displayName: hostile },
    });
    const partner = world.partners.get(fjord);
    if (partner !== undefined) world.partners.set(fjord, { ...partner, name: hostile, domain: hostile });
    const paths = [
      '/customers',
      `/customers?q=${encodeURIComponent(hostile)}`,
      `/customers/${id}`,
      `/customers/${id}/invitation/1-1`,
    ];
    const more = [
      invitationPage(id, fjord),
      '/partners',
      `/partners/${fjord}`,
      `/customers/open?link=${encodeURIComponent(hostile)}`,
    ];
    for (const path of [...paths, ...more]) {
      const { text } = await visit(`${path}${path.includes('?') ? '&' : '?'}lang=en&notice=${encodeURIComponent(hostile)}`);
      expect(text).not.toContain('<script');
      expect(text).toMatch(/&lt;script&gt;|%3Cscript%3E/);
    }
    const { text } = await visit(`/customers/${id}`);
    expect(text).not.toContain('\u202e');
  });

  test('finds nothing to run: no script, no frame, no foreign address is allowed', async () => {
    const { visit } = visiting();
    const { headers } = await visit('/customers');
    expect(headers?.['Content-Security-Policy']).toContain("default-src 'none'");
    expect(headers?.['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect((await visit('/customers')).text).not.toMatch(/<script|style=|https?:/);
  });

  test('leads nowhere where there is nothing', async () => {
    const { visit } = visiting();
    for (const path of [
      '/customers/nobody',
      '/partners/nobody',
      '/customers/../x',
      '/elsewhere',
      invitationPage(lyngmo, 'nobody'),
    ]) {
      expect((await visit(path)).status).toBe(404);
    }
  });
});
