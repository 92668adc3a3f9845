import { describe, expect, test } from '@jest/globals';
import { createTokens } from '../../src/tokens/create-tokens.ts';
import type { Tokens } from '../../src/tokens/tokens.ts';
import { answers, resets } from '../support/fault-server.ts';
import { createHandClock, createMemorySecrets, CUSTOMER, grants, OURS, SIGN_IN, signingIn } from '../support/signing-in.ts';

const MINUTE = 60_000;

type Wanted = Parameters<Tokens['token']>[0];
const graph: Wanted = { audience: 'graph', as: 'app', tenant: null, fresh: false };
const asUser: Wanted = { audience: 'graph', as: 'user', tenant: null, fresh: false };

const valueOf = async (tokens: Tokens, wanted: Wanted): Promise<string> => {
  const got = await tokens.token(wanted);
  return got.ok ? got.token.value : got.failure.kind;
};

describe('a token', () => {
  test('is asked for once by however many want it at once, and kept', async () => {
    const { told, heard } = await signingIn([grants()], async (options) => {
      const tokens = createTokens(options);
      const together = await Promise.all(Array.from({ length: 20 }, () => valueOf(tokens, graph)));
      return [...together, await valueOf(tokens, graph)];
    });
    expect(new Set(told)).toEqual(new Set(['token-1']));
    expect(heard.length).toBe(1);
  });

  test('is one per audience, person or application, and tenant; our tenant is ours by whatever name', async () => {
    const { told, heard } = await signingIn([grants()], async (options) => {
      const tokens = createTokens(options);
      const wanted: Wanted[] = [
        graph,
        { ...graph, tenant: OURS },
        { ...graph, tenant: CUSTOMER },
        { ...graph, audience: 'azure' },
        { ...graph, audience: 'partner-center' },
        asUser,
      ];
      const values: string[] = [];
      for (const one of wanted) values.push(await valueOf(tokens, one));
      return values;
    });
    expect(told).toEqual(['token-1', 'token-1', 'token-2', 'token-3', 'token-4', 'token-5']);
    expect(heard.map(({ path }) => path)).toEqual([
      `/${OURS}/oauth2/v2.0/token`,
      `/${CUSTOMER}/oauth2/v2.0/token`,
      `/${OURS}/oauth2/v2.0/token`,
      `/${OURS}/oauth2/token`,
      `/${OURS}/oauth2/v2.0/token`,
    ]);
  });

  test('for a customer’s Azure is asked for with the person’s own sign-in', async () => {
    const { heard } = await signingIn([grants()], (options) =>
      createTokens(options).token({ audience: 'azure', as: 'user', tenant: CUSTOMER, fresh: false }),
    );
    expect(heard[0]?.form).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: '0.SIMULATED.STORED',
      scope: 'https://management.azure.com/user_impersonation offline_access',
    });
  });

  test('is renewed five minutes before its end, and not sooner', async () => {
    const clock = createHandClock();
    const { told } = await signingIn(
      [grants()],
      async (options) => {
        const tokens = createTokens(options);
        const first = await valueOf(tokens, graph);
        clock.forward(54 * MINUTE);
        const later = await valueOf(tokens, graph);
        clock.forward(MINUTE);
        return [first, later, await valueOf(tokens, graph)];
      },
      { clock },
    );
    expect(told).toEqual(['token-1', 'token-1', 'token-2']);
  });

  test('that has been refused is not handed out again', async () => {
    const { told } = await signingIn([grants()], async (options) => {
      const tokens = createTokens(options);
      return [await valueOf(tokens, graph), await valueOf(tokens, { ...graph, fresh: true }), await valueOf(tokens, graph)];
    });
    expect(told).toEqual(['token-1', 'token-2', 'token-2']);
  });

  test('that was refused when it was fresh is not followed by one more for each call of a service that refuses everybody', async () => {
    const { told, heard } = await signingIn([grants()], async (options) => {
      const tokens = createTokens(options);
      const values: string[] = [];
      for (let count = 0; count < 5; count += 1) values.push(await valueOf(tokens, { ...graph, fresh: true }));
      return values;
    });
    expect(new Set(told)).toEqual(new Set(['token-1']));
    expect(heard.length).toBe(1);
  });

  test('is one, in whatever case its tenant is written', async () => {
    const { heard } = await signingIn([grants()], async (options) => {
      const tokens = createTokens(options);
      await tokens.token({ ...graph, tenant: CUSTOMER });
      await tokens.token({ ...graph, tenant: CUSTOMER.toUpperCase() });
    });
    expect(heard.length).toBe(1);
  });

  test('that still holds for a moment helps over a sign-in that nobody answers, unless it was refused', async () => {
    const clock = createHandClock();
    const { told } = await signingIn(
      [grants(), resets],
      async (options) => {
        const tokens = createTokens(options);
        await valueOf(tokens, graph);
        clock.forward(57 * MINUTE);
        const kept = await valueOf(tokens, graph);
        const refused = await valueOf(tokens, { ...graph, fresh: true });
        clock.forward(2 * MINUTE);
        return [kept, refused, await valueOf(tokens, graph)];
      },
      { clock },
    );
    expect(told).toEqual(['token-1', 'unreachable', 'unreachable']);
  });

  test('is not handed out when the sign-in is no longer taken', async () => {
    const clock = createHandClock();
    const { told } = await signingIn(
      [grants(), answers(400, { error: 'invalid_grant' })],
      async (options) => {
        const tokens = createTokens(options);
        await valueOf(tokens, graph);
        clock.forward(57 * MINUTE);
        return valueOf(tokens, graph);
      },
      { clock },
    );
    expect(told).toBe('sign-in');
  });

  test.each([
    [{ expires_in: '1800' }, 30],
    [{ expires_in: 1800 }, 30],
    [{ expires_in: undefined, expires_on: String(Date.parse('2026-03-02T09:20:00Z') / 1000) }, 20],
    [{ expires_in: undefined }, 10],
    [{ expires_in: -5 }, 0],
    [{ expires_in: 999_999_999 }, 24 * 60],
  ])('quirk 15: that says %p, as text or as number, lasts for %i minutes', async (said, minutes) => {
    const { told } = await signingIn([grants(said)], (options) => createTokens(options).token(graph));
    expect(told).toMatchObject({ token: { expiresAt: Date.parse('2026-03-02T09:00:00Z') + minutes * MINUTE } });
  });

  test.each([{}, { access_token: '' }, { access_token: 5 }, { access_token: 'a\r\nx-evil: 1' }, 'null', '<html>'])(
    '%p is none',
    async (body) => {
      const { told } = await signingIn([answers(200, body)], (options) => createTokens(options).token(graph));
      expect(told).toMatchObject({ ok: false });
    },
  );
});

describe('what the sign-in refuses', () => {
  test.each([
    [400, { error: 'invalid_grant', error_description: 'AADSTS50173: revoked', error_codes: [50173] }, 'sign-in', 'AADSTS50173'],
    [400, { error: 'invalid_grant', error_description: 'AADSTS65001: no consent', error_codes: [65001] }, 'refused', 'AADSTS65001'],
    [400, { error: 'invalid_resource' }, 'refused', 'invalid_resource'],
    [401, { error: 'invalid_client', error_codes: ['7000222'] }, 'sign-in', 'AADSTS7000222'],
    [400, '<html>', 'refused', ''],
    [401, '', 'sign-in', ''],
  ])('%i %p is %s %s', async (status, body, kind, code) => {
    const { told } = await signingIn([answers(status, body)], (options) => createTokens(options).token(asUser));
    expect(told).toMatchObject({ ok: false, failure: { kind, code } });
  });

  test('is told in its own words where we have none, up to its trace', async () => {
    const body = {
      error: 'invalid_grant',
      error_description: 'AADSTS1: Something new. Trace ID: 4e9 Correlation ID: c02',
      error_codes: [1],
    };
    const { told } = await signingIn([answers(400, body)], (options) => createTokens(options).token(asUser));
    expect(told).toMatchObject({ failure: { words: expect.stringMatching(/AADSTS1: Something new\.$/) } });
  });

  test('tokens and secrets stand in no words, even where the service repeats them', async () => {
    const error_description = 'AADSTS9: refresh s3cr3t-refresh and secret s3cr3t-app are bad';
    const { told } = await signingIn(
      [answers(400, { error: 'invalid_grant', error_description, error_codes: [9] })],
      (options) => createTokens(options).token(asUser),
      { secrets: createMemorySecrets({ [SIGN_IN]: 's3cr3t-refresh' }), credential: { kind: 'secret', secret: 's3cr3t-app' } },
    );
    expect(JSON.stringify(told)).toContain('refresh … and secret … are bad');
  });

  test('nor in a code', async () => {
    const { told } = await signingIn(
      [answers(400, { error: 's3cr3t-refresh' })],
      (options) => createTokens(options).token(asUser),
      { secrets: createMemorySecrets({ [SIGN_IN]: 's3cr3t-refresh' }) },
    );
    expect(JSON.stringify(told)).not.toContain('s3cr3t');
  });

  test('nor does the beginning of a secret, where the words are cut off within it', async () => {
    const token = `0.A${'x1Y2'.repeat(400)}`;
    const { told } = await signingIn(
      [answers(400, { error: 'invalid_grant', error_description: `AADSTS9: refresh_token=${token}`, error_codes: [9] })],
      (options) => createTokens(options).token(asUser),
      { secrets: createMemorySecrets({ [SIGN_IN]: token }) },
    );
    expect(JSON.stringify(told)).toContain('refresh_token=…"');
    expect(JSON.stringify(told)).not.toContain('x1Y2');
  });

  test.each([500, 503])('%i: it is asked again, and in the end nobody answers', async (status) => {
    const { told, heard } = await signingIn([answers(status)], (options) => createTokens(options).token(asUser));
    expect(told).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(heard.length).toBe(3);
  });
});
