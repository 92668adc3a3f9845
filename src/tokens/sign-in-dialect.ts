import * as z from 'zod';
import type { Dialect } from '../wire/dialect.ts';
import { numeric, record } from '../wire/shapes.ts';
import { signInTrouble } from './sign-in-words.ts';

const text = z.string().nullish().catch(null);
const SignInError = record({ error: text, error_description: text, error_codes: z.array(numeric).nullish().catch(null) });

/** How the sign-in service talks, and the one that knows who the machine is. */
export const signInDialect: Dialect = {
  name: 'Sign-in',
  knowsRequests: false,
  headersOf: ({ request }) => ({ accept: 'application/json', 'client-request-id': request }),
  complaintOf: (_, body) => {
    const said = SignInError.safeParse(body).data;
    const error = said?.error ?? '';
    const number = said?.error_codes?.[0];
    const code = number === undefined ? error : `AADSTS${number}`;
    return { code, ...signInTrouble(code, error, said?.error_description ?? '') };
  },
};
