import * as z from 'zod';
import azure from './customers-azure.json' with { type: 'json' };
import china from './customers-china.json' with { type: 'json' };
import government from './customers-government.json' with { type: 'json' };
import licences from './customers-licences.json' with { type: 'json' };
import ours from './customers-ours.json' with { type: 'json' };
import { Entry } from './entry.ts';

/** Everybody who lives in the made-up world. All of them are invented. */
export const customers: readonly Entry[] = z.array(Entry).parse([...ours, ...licences, ...azure, ...government, ...china]);
