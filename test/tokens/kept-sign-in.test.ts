import { describe, expect, test } from '@jest/globals';
import { createTokens } from '../../src/tokens/create-tokens.ts';
import { createRedemption } from '../../src/tokens/redeem.ts';
import type { Tokens } from '../../src/tokens/tokens.ts';
import { answers } from '../support/fault-server.ts';
import type { Fault } from '../support/fault-server.ts';
import { createHandClock, createMemorySecrets, CUSTOMER, grants, SIGN_IN, signingIn } from '../support/signing-in.ts';

const asUser: Parameters<Tokens['token']>[0] = { audience: 'graph', as: 'user', tenant: null, fresh: false };

describe('a person’s sign-in', () => {
  test('is kept with its day before the token is handed out, and redeemed one at a time', async () => {
    const secrets = createMemorySecrets({ [SIGN_IN]: 'first' });
    const { told, heard } = await signingIn(
      [grants()],
      async (options) => {
        const tokens = createTokens(options);
        await Promise.all([
          tokens.token(asUser),
          tokens.token({ ...asUser, audience: 'azure' }),
          tokens.token({ ...asUser, tenant: CUSTOMER }),
        ]);
        return secrets.values.get(SIGN_IN);
      },
      { secrets },
    );
    expect(heard.map(({ form }) => form.refresh_token)).toEqual(['first', 'refresh-1', 'refresh-2']);
    expect(JSON.parse(told ?? '')).toEqual({ refreshToken: 'refresh-3', lastUsed: '2026-03-02' });
  });

  test('that was put there by hand gets its day when it is used, though there is no new one', async () => {
    const secrets = createMemorySecrets({ [SIGN_IN]: ' by-hand\n' });
    await signingIn([grants({ refresh_token: undefined })], (options) => createTokens(options).token(asUser), { secrets });
    expect(JSON.parse(secrets.values.get(SIGN_IN) ?? '')).toEqual({ refreshToken: 'by-hand', lastUsed: '2026-03-02' });
  });

  test('that cannot be kept is told, hands out nothing, and is not forgotten', async () => {
    const memory = createMemorySecrets({ [SIGN_IN]: 'first' });
    let isFull = true;
    const secrets = {
      read: memory.read,
      write: (name: string, value: string) =>
        isFull ? Promise.reject(Object.assign(new Error(`no space for ${value}`), { code: 'ENOSPC' })) : memory.write(name, value),
    };
    const { told, heard } = await signingIn(
      [grants()],
      async (options) => {
        const tokens = createTokens(options);
        const full = [await tokens.token(asUser), await tokens.token(asUser)];
        isFull = false;
        return [...full, await tokens.token(asUser)];
      },
      { secrets },
    );
    const failure = (what: string) => ({ kind: 'unreachable', words: `Sign-in: the refresh token could not be ${what} (ENOSPC)` });
    expect(told).toMatchObject([{ failure: failure('kept') }, { failure: failure('read') }, { ok: true }]);
    expect(heard.map(({ form }) => form.refresh_token)).toEqual(['first', 'refresh-1']);
  });

  test('that somebody has put there meanwhile is not overwritten with the next one of the old one', async () => {
    const secrets = createMemorySecrets({ [SIGN_IN]: 'old' });
    const signsInMeanwhile: Fault = (socket, heard) => {
      secrets.values.set(SIGN_IN, 'signed-in-again');
      grants()(socket, heard);
    };
    const { told } = await signingIn([signsInMeanwhile], (options) => createTokens(options).token(asUser), { secrets });
    expect(told).toMatchObject({ ok: true });
    expect(secrets.values.get(SIGN_IN)).toBe('signed-in-again');
  });

  test('that another process has used up is followed by the one that it has left', async () => {
    const secrets = createMemorySecrets({ [SIGN_IN]: 'old' });
    const usedMeanwhile: Fault = (socket, heard) => {
      secrets.values.set(SIGN_IN, 'from-the-other-process');
      answers(400, { error: 'invalid_grant', error_codes: [70000] })(socket, heard);
    };
    const { told, heard } = await signingIn([usedMeanwhile, grants()], (options) => createTokens(options).token(asUser), {
      secrets,
    });
    expect(told).toMatchObject({ ok: true });
    expect(heard.map(({ form }) => form.refresh_token)).toEqual(['old', 'from-the-other-process']);
    expect(secrets.values.get(SIGN_IN)).toContain('refresh-1');
  });

  test('that is refused, and is still the one that is kept, is not tried again', async () => {
    const { told, heard } = await signingIn([answers(400, { error: 'invalid_grant' })], (options) =>
      createTokens(options).token(asUser),
    );
    expect(told).toMatchObject({ failure: { kind: 'sign-in' } });
    expect(heard.length).toBe(1);
  });

  test('that could not be kept gives way to the one of somebody who has signed in again since', async () => {
    const memory = createMemorySecrets({ [SIGN_IN]: 'first' });
    const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const { heard } = await signingIn(
      [grants()],
      async ({ ...options }) => {
        let write: (name: string, value: string) => Promise<void> = full;
        const tokens = createTokens({
          ...options,
          secrets: { read: memory.read, write: (name, value) => write(name, value) },
        });
        await tokens.token(asUser);
        memory.values.set(SIGN_IN, 'signed-in-again');
        write = memory.write;
        await tokens.token(asUser);
      },
      { secrets: memory },
    );
    expect(heard.map(({ form }) => form.refresh_token)).toEqual(['first', 'signed-in-again']);
  });

  test('is read also where an editor has put a mark before it', async () => {
    const kept = '\uFEFF{"refreshToken":"edited","lastUsed":"2026-03-01"}\r\n';
    const { heard } = await signingIn([grants()], (options) => createTokens(options).token(asUser), {
      secrets: createMemorySecrets({ [SIGN_IN]: kept }),
    });
    expect(heard[0]?.form.refresh_token).toBe('edited');
  });

  test('that went wrong once, in a way nobody has thought of, is not wrong for ever', async () => {
    const kept = {
      read: () => Promise.resolve({ refreshToken: 'one', lastUsed: null }),
      keep: () => Promise.resolve(),
      replace: () => Promise.resolve(),
    };
    const redeem = createRedemption(kept, createHandClock());
    const grant = { token: { value: 'a', expiresAt: 0 }, refreshToken: null };
    await expect(redeem(() => Promise.reject(new Error('unthought')))).rejects.toThrow('unthought');
    await expect(redeem(() => Promise.resolve({ ok: true, grant }))).resolves.toMatchObject({ ok: true });
  });

  test.each([null, '', ' \n'])('%p is none: somebody has to sign in', async (kept) => {
    const secrets = createMemorySecrets(kept === null ? {} : { [SIGN_IN]: kept });
    const { told, heard } = await signingIn([grants()], (options) => createTokens(options).token(asUser), { secrets });
    expect(told).toMatchObject({ failure: { kind: 'sign-in', code: 'nobody' } });
    expect(heard.length).toBe(0);
  });

  test('that cannot be read is told, and its text is not', async () => {
    const secrets = createMemorySecrets({ [SIGN_IN]: '{"refreshToken": s3cr3t' });
    const { told } = await signingIn([grants()], (options) => createTokens(options).token(asUser), { secrets });
    expect(told).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(JSON.stringify(told)).not.toContain('s3cr3t');
  });
});
