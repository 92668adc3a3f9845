import { partnerCenterDialect } from '../../src/wire/dialects.ts';
import type { Sent } from '../../src/wire/failure.ts';
import type { Service } from '../../src/wire/service.ts';
import { answering } from './replay.ts';
import type { Answer } from './replay.ts';

/** A call of an adapter, to a Partner Center that gives these answers one after the other. */
export const told = <T>(answers: Answer | readonly Answer[], call: (service: Service) => Promise<Sent<T>>) =>
  answering(
    partnerCenterDialect,
    [answers].flat().map((one) => () => one),
    call,
  );

/** With 200: this. */
export const says = (body: unknown): Answer => ({ status: 200, body });
