import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import type { Account } from '../../src/clouds/account.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import type { AtMicrosoft } from '../../src/services/at-microsoft.ts';
import { webhookDoors } from '../../src/services/webhook-doors.ts';
import { createLine } from '../../src/wire/line.ts';
import { accountOf, granitt, nordlys } from '../support/partner-center.ts';
import { certificate, issuer, signed } from '../support/signers.ts';

const closing: (() => unknown)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

const statuses: Readonly<Record<string, number>> = { '/moved.cer': 302, '/missing.cer': 404 };

/** Where certificates lie; what is asked at all, and with which headers, can be read afterwards. */
const shelf = async () => {
  const asked: { readonly path: string; readonly headers: readonly string[] }[] = [];
  const server = createServer((request, response) => {
    const { url: path = '', headers } = request;
    asked.push({ path, headers: Object.keys(headers) });
    if (path === '/moved.cer') response.setHeader('Location', '/dispatch.cer');
    response.statusCode = statuses[path] ?? 200;
    response.end(certificate());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};

const open = async (webhooks: readonly (string | null)[]) => {
  const { origin, asked } = await shelf();
  const line = createLine();
  closing.push(line.close);
  const heard: string[] = [];
  const offices = webhooks.map((url, place) => {
    const profile = { ...(place === 0 ? profiles.global : profiles.us_gov), certificateOrigins: [origin] };
    const webhook = url === null ? null : { url, issuers: [issuer()] };
    const account: Account = { ...accountOf(place === 0 ? nordlys : granitt, profile), webhook };
    return { account } as AtMicrosoft;
  });
  const doors = webhookDoors({
    offices,
    line,
    clock: { now: () => '2026-03-02T10:00:00.000Z' as Instant },
    operator: { tell: () => undefined },
    heard: ({ account }, { event }) => {
      heard.push(`${account.profile.cloud} ${event}`);
      return Promise.resolve();
    },
  });
  const deliver = (to: number, certificateUrl = `${origin}/dispatch.cer`) => {
    const raw = Buffer.from('{"EventName":"create-transfer","ResourceChangeUtcDate":"2026-03-02T10:00:00Z"}');
    const headers = {
      authorization: `Signature ${signed(raw)}`,
      'x-ms-certificate-url': certificateUrl,
      'x-ms-signature-algorithm': 'rsa-sha256',
    };
    return doors[to]?.open({ headers, raw });
  };
  return { doors, deliver, heard, asked, origin };
};

const url = 'https://bot.nordlys.example/webhooks/partner-center';

test('an account that is told no news has no door', async () => {
  expect((await open([null])).doors).toEqual([]);
});

test('accounts with a webhook each have a door each', async () => {
  const { doors, deliver, heard } = await open([url, `${url}/gov`]);
  expect(doors.map(({ path }) => path)).toEqual(['/webhooks/partner-center', '/webhooks/partner-center/gov']);
  expect(await deliver(1)).toMatchObject({ status: 200 });
  expect(heard).toEqual(['us_gov create-transfer']);
});

test('accounts may share one: news does not say whose it is, and both look', async () => {
  const { doors, deliver, heard } = await open([url, url]);
  expect(doors).toHaveLength(1);
  expect(await deliver(0)).toMatchObject({ status: 200 });
  expect(heard).toEqual(['global create-transfer', 'us_gov create-transfer']);
});

test('a certificate is asked for without a word about us', async () => {
  const { deliver, asked } = await open([url]);
  await deliver(0);
  expect(asked).toEqual([{ path: '/dispatch.cer', headers: ['host', 'connection'] }]);
});

test.each(['moved', 'missing'])('a certificate that is %s is none, and nobody is followed', async (name) => {
  const { deliver, asked, origin } = await open([url]);
  expect(await deliver(0, `${origin}/${name}.cer`)).toEqual({ status: 503, text: 'the certificate could not be had' });
  expect(asked).toHaveLength(1);
});
