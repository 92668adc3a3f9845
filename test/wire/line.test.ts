import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { createService } from '../../src/wire/create-service.ts';
import { graphDialect, partnerCenterDialect } from '../../src/wire/dialects.ts';
import { createLine } from '../../src/wire/line.ts';
import { asking, hasty, inAWord, reading, writing } from '../support/asking.ts';
import { answers, resets, silence } from '../support/fault-server.ts';

const fine = answers(200, { id: '1' });
const twenty = Array.from({ length: 20 }, () => reading);

/** A service that counts how many ask at once, and answers after a moment. */
const counting = async () => {
  let now = 0;
  let most = 0;
  const server = createServer((_, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      response.end('{"id":"1"}');
    }, 25);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    most: () => most,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

describe('many at once', () => {
  test.each([
    ['Partner Center', partnerCenterDialect, 8],
    ['Graph', graphDialect, 4],
  ])('%s is asked by so many at once, and the others wait for their turn', async (_, dialect, most) => {
    const server = await counting();
    const line = createLine();
    const service = createService({ base: server.base, dialect, authorize: null, line });
    const told = await Promise.all(twenty.map(service.send));
    await line.close();
    server.close();
    expect(new Set(told.map(inAWord))).toEqual(new Set([200]));
    expect(server.most()).toBe(most);
  });

  test('of more than may wait, the rest is told to come later; nothing was sent', async () => {
    const { told, heard } = await asking([fine], (service) => Promise.all(twenty.map(service.send)), {
      limits: { atOnce: 2, waiting: 10 },
    });
    const throttled = told.filter((sent) => inAWord(sent) === 'throttled');
    expect([throttled.length, heard.length]).toEqual([8, 12]);
  });

  test('whose time is over before their turn are not sent', async () => {
    const { told, heard } = await asking([silence], (service) => Promise.all([writing, writing, writing].map(service.send)), {
      limits: { atOnce: 1, attemptMs: 80, callMs: 70 },
    });
    expect(told.map(inAWord)).toEqual(['unknown-outcome', 'unreachable', 'unreachable']);
    expect(heard.length).toBe(1);
  });
});

describe('whoever waits for a turn', () => {
  test('waits no longer than their call may last, however long the one before takes', async () => {
    const { told } = await asking(
      [silence],
      async (service) => {
        const first = service.send(reading);
        await new Promise((resolve) => setTimeout(resolve, 20));
        const inOrder: string[] = [];
        const second = service.send({ ...reading, path: '/v1/things/2' }).then((sent) => {
          inOrder.push('waiting');
          return sent;
        });
        await Promise.all([first.then(() => inOrder.push('asked')), second]);
        return { inOrder, second: await second };
      },
      { limits: { atOnce: 1, attemptMs: 200, callMs: 60, tries: 1 } },
    );
    expect(told.inOrder).toEqual(['waiting', 'asked']);
    expect(told.second).toMatchObject({ failure: { words: expect.stringContaining('before its turn') } });
  });
});

describe('upstream trouble stays there', () => {
  const limits = { breakAfter: 4, tries: 1 };

  test('a service that is not there is not asked for a while, and writes are known not to have been sent', async () => {
    const { told, heard } = await asking(
      [resets],
      async (service) => {
        for (let count = 0; count < 4; count += 1) await service.send(reading);
        return [await service.send(reading), await service.send(writing)];
      },
      { limits },
    );
    expect(told.map(inAWord)).toEqual(['unreachable', 'unreachable']);
    expect(heard.length).toBe(4);
  });

  test('after that while one asks whether it is there again, and then everybody does', async () => {
    const { told } = await asking(
      [resets, resets, resets, resets, fine],
      async (service) => {
        for (let count = 0; count < 4; count += 1) await service.send(reading);
        await new Promise((resolve) => setTimeout(resolve, 30));
        return Promise.all([reading, reading, reading].map(service.send));
      },
      { limits: { ...limits, brokenMs: 20 } },
    );
    expect(told.map(inAWord)).toEqual([200, 200, 200]);
  });

  test('that while does not become a day when the machine’s clock is set back by one', async () => {
    const { now } = Date;
    const { told } = await asking(
      [resets, resets, resets, resets, fine],
      async (service) => {
        for (let count = 0; count < 4; count += 1) await service.send(reading);
        Date.now = () => now() - 86_400_000;
        await new Promise((resolve) => setTimeout(resolve, 30));
        return service.send(reading);
      },
      { limits: { ...limits, brokenMs: 20 } },
    ).finally(() => {
      Date.now = now;
    });
    expect(inAWord(told)).toBe(200);
  });

  test.each([500, 404, 429])('a service that says %i is there', async (status) => {
    const { heard } = await asking(
      [answers(status)],
      async (service) => {
        for (let count = 0; count < 6; count += 1) await service.send(reading);
      },
      { limits },
    );
    expect(heard.length).toBe(6);
  });

  test('one service that is not there holds up no other', async () => {
    const { told } = await asking([fine], async (service, base) => {
      const line = createLine({ ...hasty, ...limits });
      const other = (at: string) => createService({ base: at, dialect: graphDialect, authorize: null, line });
      for (let count = 0; count < 5; count += 1) await other('http://127.0.0.1:1').send(reading);
      const sent = await other(`${base}/beside`).send(reading);
      await line.close();
      return sent;
    });
    expect(inAWord(told)).toBe(200);
  });
});

describe('closing the line', () => {
  test('ends what is under way and what waits, and sends nothing any more', async () => {
    const { told, heard } = await asking([silence], async (_, base) => {
      const line = createLine({ firstPauseMs: 60_000, longestPauseMs: 60_000 });
      const service = createService({ base, dialect: partnerCenterDialect, authorize: null, line });
      const underWay = service.send(writing);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await line.close();
      return [await underWay, await service.send(writing)];
    });
    expect(told.map(inAWord)).toEqual(['unknown-outcome', 'unreachable']);
    expect(heard.length).toBe(1);
  });
});
